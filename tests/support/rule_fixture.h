// A database for the tests of the built-in rules.
#pragma once
#include "core/model/error.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

namespace crm::test {

struct Rules : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();

    Document fresh(const QString &entity, const QVariantMap &values)
    {
        Document d{Record(repo->catalog()->at(entity), newId())};
        set(d.head(), values);
        return d;
    }
    static void set(Record &record, const QVariantMap &values)
    {
        for (auto it = values.begin(); it != values.end(); ++it)
            record.set(it.key(), it.value());
    }
    Document make(const QString &entity, const QVariantMap &values)
    {
        return repo->save(fresh(entity, values)).document;
    }
    void addLine(Document &document, const QString &entity, const QVariantMap &values)
    {
        Record line(repo->catalog()->at(entity), newId());
        set(line, values);
        document.lines(entity).append(line);
    }
    /// The fields that a save is refused for.
    QStringList refused(const Document &document, Repository *as = nullptr)
    {
        return faultsOf([&] { (as ? *as : *repo).save(document); });
    }
    QStringList refusedRemoval(const QString &entity, Id id, Repository *as = nullptr)
    {
        return faultsOf([&] { (as ? *as : *repo).remove(entity, {id}); });
    }
    Id row(const QString &entity, const QString &field, const QVariant &value)
    {
        Query query(entity);
        query.filter = Filter::where(field, Op::Equal, value);
        const Page page = repo->page(query, {});
        EXPECT_FALSE(page.rows.isEmpty()) << qPrintable(entity + u' ' + value.toString());
        return page.rows.isEmpty() ? 0 : page.rows.first().id;
    }

private:
    template<class Fn> static QStringList faultsOf(Fn act)
    {
        try {
            act();
        } catch (const Error &error) {
            EXPECT_FALSE(error.sentence().isEmpty());
            QStringList fields;
            for (const FieldFault &fault : error.faults())
                fields.append(fault.line.isEmpty() ? fault.field : fault.line + u'/' + fault.field);
            return fields.isEmpty() ? QStringList{"denied"} : fields;
        }
        return {};
    }
};

} // namespace crm::test
