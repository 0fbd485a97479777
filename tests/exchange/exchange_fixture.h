// Files and databases for the tests of import and export.
#pragma once
#include "core/exchange/export.h"
#include "core/exchange/import.h"
#include "tests/support/temp_database.h"
#include <QBuffer>
#include <QFile>
#include <gtest/gtest.h>

namespace crm::test {

inline QString dataFile(const QString &name) { return QStringLiteral(CRM_SOURCE_DIR "/tests/data/") + name; }

inline QByteArray readData(const QString &name)
{
    QFile file(dataFile(name));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << qPrintable(name);
    return file.readAll();
}

/// A database with an administrator, and imports into it from memory.
class Exchange : public ::testing::Test
{
protected:
    ImportOptions options(const QString &entity, const QString &map = {})
    {
        ImportOptions o;
        o.entity = entity;
        o.map = parseMap(map);
        o.locale = QLocale(QLocale::English, QLocale::UnitedKingdom);
        return o;
    }
    ImportReport plan(const QByteArray &file, const ImportOptions &o)
    {
        QBuffer buffer;
        buffer.setData(file);
        buffer.open(QIODevice::ReadOnly);
        return Importer(*repo, buffer, o).plan();
    }
    ImportReport run(const QByteArray &file, const ImportOptions &o, QIODevice *refused = nullptr,
                     const Progress &progress = {})
    {
        QBuffer buffer;
        buffer.setData(file);
        buffer.open(QIODevice::ReadOnly);
        return Importer(*repo, buffer, o).run(progress, refused);
    }
    /// The error's sentence; empty if nothing was thrown.
    QString refusal(const QByteArray &file, const ImportOptions &o, ErrorKind kind = ErrorKind::Validation)
    {
        try {
            run(file, o);
        } catch (const Error &e) {
            EXPECT_EQ(e.kind(), kind) << e.what();
            return e.sentence();
        }
        return {};
    }
    qint64 count(const QString &entity) { return repo->totals(Query(entity), {}).count; }
    QByteArray exported(const Query &query, const ExportOptions &o = {})
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        exportRecords(*repo, query, buffer, o);
        return buffer.data();
    }
    /// The only living record with this value.
    Document find(const QString &entity, const QString &field, const QVariant &value)
    {
        Query query(entity);
        query.filter = Filter::where(field, Op::Equal, value);
        const Page page = repo->page(query, {});
        EXPECT_EQ(page.rows.size(), 1) << qPrintable(entity + u' ' + field + u'=' + value.toString());
        return page.rows.isEmpty() ? Document() : repo->load(entity, page.rows.first().id);
    }
    qint64 sum(const QString &entity, const QString &field)
    {
        return repo->totals(Query(entity), {field}).sums.first().value;
    }

    void importShop()
    {
        run(readData("shop/customers.csv"), options("clients"));
        ImportOptions items = options("items");
        items.createMissing = {"category_id"};
        run(readData("shop/products.csv"), items);
        run(readData("shop/orders.csv"), options("orders"));
        run(readData("shop/order_details.csv"), options("order_lines", "Discount=discount:fraction"));
    }

    TempDatabase database;
    std::unique_ptr<Repository> repo = database.as("admin", {});
};

inline void PrintTo(const QString &text, std::ostream *out) { *out << '"' << text.toStdString() << '"'; }

} // namespace crm::test

inline void PrintTo(const QString &text, std::ostream *out) { *out << '"' << text.toStdString() << '"'; }
