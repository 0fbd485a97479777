// A database with a client and what tests of money ask of it, beside what tests of rules do. On a file and on a server.
#pragma once
#include "tests/support/rule_fixture.h"

namespace crm::test {

struct FinanceFixture : Rules
{
    Document client = make("clients", {{"name", "Vector"}});

    /// To the first line table.
    void add(Document &document, const QVariantMap &values)
    {
        addLine(document, document.entity().lineTables().first().entity, values);
    }
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
