// Pages of people who see a part of a long list: what the server's procedure finds is what the guarded view shows, for
// whoever sees hardly any, a small part and a large one; in every indexed order, narrowed by a value, from any row on.
#include "core/store/reading.h"
#include "core/store/server/server_names.h"
#include "core/store/server/server_tables.h"
#include "core/store/store_repository.h"
#include "tests/support/temp_database.h"
#include "tests/support/temp_office.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
constexpr int rows = 20'000;
const QString clients = QStringLiteral("clients");

/// 40, 400 (a fiftieth: gathered) and 4,000 (a fifth: walked) of the rows belong to a person each; one more sees what
/// is theirs, and none of her own.
struct LongList
{
    TempOffice office{builtinRegistry()};
    QStringList people{QStringLiteral("ada"), QStringLiteral("bob"), QStringLiteral("eve"), QStringLiteral("kim")};

    LongList()
    {
        const int owned[] = {40, 400, 4000};
        QString owner = QStringLiteral("CASE"), owners;
        int behind = 0;
        for (int i = 0; i < 3; ++i) {
            const Id id = office.addUser(people[i], QStringLiteral("Staff (own records)"));
            behind += owned[i];
            owner += QStringLiteral(" WHEN (seq*7919)%%1<%2 THEN %3").arg(rows).arg(behind).arg(id);
            owners += QStringLiteral(",%1").arg(id);
        }
        owner += QStringLiteral(" ELSE 5 END");
        const Id kim = office.addUser(people.last(), QStringLiteral("Staff (own records)"));
        office.server().sql(
            QStringLiteral("SET foreign_key_checks=0; INSERT INTO `%1_data`.clients (id,version,scope_id,created_at,"
                           "created_by,changed_at,changed_by,deleted_at,type,name,name__f,city,city__f,email,email__f,"
                           "owner_id) SELECT 700000000000000000+seq,1,%2,0,0,(seq*31)%977,0,IF(seq%97=0,1,NULL),"
                           "'organisation',CONCAT('N',(seq*13)%5003),CONCAT('n',(seq*13)%5003),"
                           "IF(seq%7=0,NULL,CONCAT('City ',seq%11)),IF(seq%7=0,NULL,CONCAT('city ',seq%11)),"
                           "CONCAT(seq%301,'@x'),CONCAT(seq%301,'@x'),%2 FROM `%1_data`.seq_1_to_%3")
                .arg(office.database(), owner)
                .arg(rows));
        office.server().sql(QStringLiteral("INSERT INTO `%1_data`.reach (user_id,scope_id,kind) SELECT %2,id,1 FROM "
                                           "`%1_data`.users WHERE id IN (%3)")
                                .arg(office.database())
                                .arg(kim)
                                .arg(owners.mid(1)));
    }
};

IdList idsOf(const Page &page)
{
    IdList out;
    for (const Row &row : page.rows)
        out << row.id;
    return out;
}

/// The same page by the guarded view alone.
IdList plain(StoreRepository &repository, const Query &query, const PageAt &at)
{
    Reading reading(repository.database(), repository.catalog(), repository.actor());
    const Sql sql = reading.pageSql(query, at);
    Rows found = repository.database().run(sql.text, sql.values);
    IdList out;
    while (found.next())
        out << found.integer(0);
    const bool backwards = at.type == PageAt::Before || at.type == PageAt::Last;
    if (out.size() > at.limit)
        backwards ? out.removeFirst() : out.removeLast();
    return out;
}

void comparePages(StoreRepository &repository, const Query &query, const std::string &what)
{
    PageAt at;
    at.limit = 30;
    const Page first = repository.page(query, at);
    EXPECT_EQ(idsOf(first), plain(repository, query, at)) << what << " first";
    at.type = PageAt::Last;
    EXPECT_EQ(idsOf(repository.page(query, at)), plain(repository, query, at)) << what << " last";
    if (first.rows.size() < 15)
        return;
    at.key = first.rows[14].key;
    for (const auto type : {PageAt::After, PageAt::From, PageAt::Before}) {
        at.type = type;
        for (const qint64 skip : {0, 3}) {
            at.skip = type == PageAt::Before ? 0 : skip;
            EXPECT_EQ(idsOf(repository.page(query, at)), plain(repository, query, at))
                << what << " from the middle, way " << int(type) << " skipping " << at.skip;
        }
    }
}
} // namespace

TEST(ServerListRows, FindsWhatTheViewShows)
{
    LongList list;
    for (const QString &person : std::as_const(list.people)) {
        const auto repository = list.office.as(person);
        Query usual(clients); // the index of scopes has the rows in this order
        for (const bool down : {false, true}) {
            usual.sort = {{QStringLiteral("name"), down}};
            comparePages(*repository, usual, person.toStdString() + " by name");
        }
        bool turn = false; // each order one way and with one condition, by turns
        for (const ServerOrder &order : serverOrders(repository->catalog()->at(clients))) {
            const std::string what = person.toStdString() + ' ' + order.name.toStdString() + (turn ? " down" : " up");
            Query query(clients);
            query.sort = {{order.name, turn}};
            comparePages(*repository, query, what);
            query.filter = turn ? Filter::where(QStringLiteral("city"), Op::Equal, QStringLiteral("CITY 3"))
                                : Filter::where(QStringLiteral("owner_id"), Op::Equal,
                                                QVariant::fromValue(repository->actor().userId));
            comparePages(*repository, query, what + (turn ? " of one city" : " of one's own"));
            turn = !turn;
        }
    }
}

TEST(ServerListRows, BeginsAtNoHiddenRow)
{
    LongList list;
    const auto ada = list.office.as(QStringLiteral("ada"));
    Database &db = ada->database();
    const auto ask = [&](const QString &from, Id id) {
        return db.scalar(
            QStringLiteral("BEGIN NOT ATOMIC DECLARE v LONGTEXT; CALL list_rows('clients','name',0,'',NULL,"
                           "%1,%2,10,v); SELECT v; END")
                .arg(from)
                .arg(id));
    };
    const QVariant all = ask(QStringLiteral("NULL"), 0);
    ASSERT_FALSE(all.isNull());
    const Page page = ada->page(Query(clients), {});
    const QString name = QStringLiteral("'n%1'");
    Id hidden = 700000000000000001;
    while (std::any_of(page.rows.cbegin(), page.rows.cend(), [&](const Row &r) { return r.id == hidden; }))
        ++hidden;
    const int number = int((hidden - 700000000000000000) * 13 % 5003);
    EXPECT_TRUE(ask(name.arg(number), hidden).isNull());
    EXPECT_TRUE(ask(name.arg(number), page.rows.first().id).isNull()) << "the row has another name";
    EXPECT_FALSE(ask(u'\'' + page.rows.first().key.values.first().toString() + u'\'', page.rows.first().id).isNull());
}
