// A database with a client and what tests of money ask of it. On a file and on a server.
#pragma once
#include "core/model/error.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

namespace crm::test {

struct FinanceFixture : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();

    Document fresh(const QString &entity, const QVariantMap &values)
    {
        Document d{Record(repo->catalog()->at(entity), newId())};
        for (auto it = values.begin(); it != values.end(); ++it)
            d.set(it.key(), it.value());
        return d;
    }
    Document make(const QString &entity, const QVariantMap &values)
    {
        return repo->save(fresh(entity, values)).document;
    }
    void add(Document &document, const QString &lines, const QVariantMap &values)
    {
        Record line(repo->catalog()->at(lines), newId());
        for (auto it = values.begin(); it != values.end(); ++it)
            line.set(it.key(), it.value());
        document.lines(lines).append(line);
    }
    /// To the first line table.
    void add(Document &document, const QVariantMap &values)
    {
        add(document, document.entity().lineTables().first().entity, values);
    }
    Document client = make("clients", {{"name", "Vector"}});

    qint64 number(const QString &entity, Id id, const char *field)
    {
        return repo->load(entity, id).head().integer(field);
    }
    QString text(const QString &entity, Id id, const char *field) { return repo->load(entity, id).head().text(field); }
    qint64 owes() { return number("clients", client.id(), "balance"); }
    qint64 count(const QString &entity, const QString &where)
    {
        Query query(entity);
        query.filter = Filter::parse(where, *repo->catalog(), entity);
        return repo->totals(query, {}).count;
    }
    void isRight() { EXPECT_EQ(repo->check().join(u'\n'), QString()); }

    /// What is said when it is refused; empty: it was not.
    template<class Fn> QString refusal(Fn act)
    {
        try {
            act();
        } catch (const Error &e) {
            EXPECT_FALSE(e.sentence().isEmpty());
            return e.sentence();
        }
        return {};
    }
};

} // namespace crm::test
