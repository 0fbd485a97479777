// Reading and saving on a real MariaDB: what the local repository does, the server's does too.
#include "core/store/server/server_repository.h"
#include "tests/support/server_link.h"
#include "tests/support/temp_database.h"
#include "tests/support/temp_office.h"
#include <QElapsedTimer>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
Document fresh(Repository &r, const char *entity) { return Document(Record(r.catalog()->at(QLatin1String(entity)))); }

class ServerRepositoryTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        QElapsedTimer timer;
        timer.start();
        office = TempOffice::used(builtinRegistry());
        printf("office made in %lld ms\n", timer.elapsed());
    }
    static void TearDownTestSuite() { office.reset(); }
    void SetUp() override { repo = office->as(QStringLiteral("admin")); }

    Document client(const QString &name)
    {
        Document d = fresh(*repo, "clients");
        d.set(QStringLiteral("name"), name);
        return repo->save(d, {}).document;
    }
    qint64 trips() { return static_cast<ServerRepository &>(*repo).database().roundTrips(); }

    static inline std::unique_ptr<TempOffice> office;
    std::unique_ptr<StoreRepository> repo;
};
} // namespace

TEST_F(ServerRepositoryTest, SavesAndLoads)
{
    const Document saved = client(QStringLiteral("Ёлка"));
    EXPECT_EQ(saved.head().version(), 1);
    EXPECT_GT(saved.head().scopeId(), 0);
    Document loaded = repo->load(QStringLiteral("clients"), saved.id());
    EXPECT_EQ(loaded.value(QStringLiteral("name")), QStringLiteral("Ёлка"));
    loaded.set(QStringLiteral("phone"), QStringLiteral("+7 912 345-67-89"));
    const Saved again = repo->save(loaded, {});
    EXPECT_EQ(again.document.head().version(), 2);
    EXPECT_GT(again.change, 0);
    EXPECT_EQ(repo->load(QStringLiteral("clients"), saved.id()).value(QStringLiteral("phone")),
              QStringLiteral("+7 912 345-67-89"));
}

TEST_F(ServerRepositoryTest, MergesDifferentFieldsAndRefusesTheSame)
{
    const Document saved = client(QStringLiteral("Merge"));
    auto other = office->as(QStringLiteral("admin"));
    Document mine = repo->load(QStringLiteral("clients"), saved.id());
    Document theirs = other->load(QStringLiteral("clients"), saved.id());
    theirs.set(QStringLiteral("city"), QStringLiteral("Perm"));
    other->save(theirs, {});
    mine.set(QStringLiteral("phone"), QStringLiteral("1234567"));
    const Saved merged = repo->save(mine, {});
    EXPECT_TRUE(merged.merged.contains(QStringLiteral("city"))) << qPrintable(merged.merged.join(u','));
    EXPECT_EQ(merged.document.value(QStringLiteral("city")), QStringLiteral("Perm"));

    Document late = theirs; // loaded before, not told of what happened since
    late.set(QStringLiteral("phone"), QStringLiteral("7654321"));
    EXPECT_THROW(other->save(late, {}), ConflictError);
}

TEST_F(ServerRepositoryTest, DoesNothingTwiceForOneKey)
{
    Document d = fresh(*repo, "clients");
    d.set(QStringLiteral("name"), QStringLiteral("Once"));
    d.head().setId(newId());
    const SaveKey key = SaveKey::fresh();
    const Saved first = repo->save(d, key);
    const Saved second = repo->save(d, key);
    EXPECT_TRUE(second.repeated);
    EXPECT_EQ(second.document.head().version(), first.document.head().version());
}

TEST_F(ServerRepositoryTest, SavesADocumentWithAHundredLinesInOneRoundTrip)
{
    const Document buyer = client(QStringLiteral("Buyer"));
    Document order = fresh(*repo, "orders");
    order.set(QStringLiteral("client_id"), buyer.id());
    for (int i = 0; i < 100; ++i) {
        Record line(repo->catalog()->at(QStringLiteral("order_lines")));
        line.set(QStringLiteral("title"), QStringLiteral("Line %1").arg(i));
        line.set(QStringLiteral("quantity"), qint64(1000));
        line.set(QStringLiteral("rate"), qint64(100));
        order.lines(QStringLiteral("order_lines")).append(line);
    }
    qint64 before = trips();
    const Saved saved = repo->save(order, {});
    EXPECT_LE(trips() - before, 2); // one for the client and the dictionaries
    EXPECT_FALSE(saved.document.value(QStringLiteral("number")).toString().isEmpty());
    Document again = repo->load(QStringLiteral("orders"), saved.document.id());
    EXPECT_EQ(again.lines(QStringLiteral("order_lines")).size(), 100);
    EXPECT_EQ(again.value(QStringLiteral("total")), saved.document.value(QStringLiteral("total")));
    again.lines(QStringLiteral("order_lines"))[50].set(QStringLiteral("rate"), qint64(500));
    before = trips();
    EXPECT_EQ(repo->save(again, {}).document.head().version(), 2);
    EXPECT_EQ(trips() - before, 1);
}

TEST_F(ServerRepositoryTest, UndoesRemovesAndRestores)
{
    const Document saved = client(QStringLiteral("Trash"));
    Document changed = repo->load(QStringLiteral("clients"), saved.id());
    changed.set(QStringLiteral("city"), QStringLiteral("Omsk"));
    const qint64 change = repo->save(changed, {}).change;
    repo->undo(change);
    EXPECT_TRUE(repo->load(QStringLiteral("clients"), saved.id()).value(QStringLiteral("city")).toString().isEmpty());
    EXPECT_EQ(repo->remove(QStringLiteral("clients"), {saved.id()}).done, 1);
    EXPECT_TRUE(repo->load(QStringLiteral("clients"), saved.id()).head().deletedAt().isValid());
    EXPECT_EQ(repo->restore(QStringLiteral("clients"), {saved.id()}).done, 1);
    EXPECT_FALSE(repo->load(QStringLiteral("clients"), saved.id()).head().deletedAt().isValid());
}

TEST_F(ServerRepositoryTest, KeepsAllOrNothingOfATransaction)
{
    const Id kept = newId(), lost = newId();
    EXPECT_THROW(repo->atomically([&] {
        Document d = fresh(*repo, "clients");
        d.set(QStringLiteral("name"), QStringLiteral("Lost"));
        d.head().setId(lost);
        repo->save(d, {});
        throw Error(ErrorKind::Validation, QStringLiteral("no"));
    }),
                 Error);
    EXPECT_THROW(repo->load(QStringLiteral("clients"), lost), Error);
    repo->atomically([&] {
        Document d = fresh(*repo, "clients");
        d.set(QStringLiteral("name"), QStringLiteral("Kept"));
        d.head().setId(kept);
        repo->save(d, {});
    });
    EXPECT_EQ(repo->load(QStringLiteral("clients"), kept).head().version(), 1);
}

/// A server with snapshot isolation, the usual one from MariaDB 11.6 on, refuses to lock what others changed meanwhile:
/// the end of the change log at the latest.
TEST_F(ServerRepositoryTest, WhatOthersSaveMeanwhileIsNoFaultOfATransaction)
{
    auto other = office->as(QStringLiteral("admin"));
    Document theirs = client(QStringLiteral("Theirs")), mine = client(QStringLiteral("Mine"));
    const auto fault = errorOf([&] {
        repo->atomically([&] {
            client(QStringLiteral("New")); // what the transaction sees is fixed from here on
            theirs.set(QStringLiteral("city"), QStringLiteral("Perm"));
            other->save(theirs, {});
            mine.set(QStringLiteral("city"), QStringLiteral("Riga"));
            repo->save(mine, {});
        });
    });
    EXPECT_FALSE(fault) << fault->what() << qPrintable(fault->details());
    EXPECT_EQ(other->load(QStringLiteral("clients"), theirs.id()).value(QStringLiteral("city")),
              QStringLiteral("Perm"));
    EXPECT_EQ(other->load(QStringLiteral("clients"), mine.id()).value(QStringLiteral("city")), QStringLiteral("Riga"));
}

/// The same record is in conflict as ever: no refusal that would be answered by trying again.
TEST_F(ServerRepositoryTest, ATransactionThatFindsARecordChangedIsInConflict)
{
    auto other = office->as(QStringLiteral("admin"));
    const Document shared = client(QStringLiteral("Shared"));
    const auto fault = errorOf([&] {
        repo->atomically([&] {
            client(QStringLiteral("New"));
            Document theirs = shared, mine = shared;
            theirs.set(QStringLiteral("city"), QStringLiteral("Perm"));
            other->save(theirs, {});
            mine.set(QStringLiteral("phone"), QStringLiteral("1234567"));
            repo->save(mine, {});
        });
    });
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->kind(), ErrorKind::Conflict) << fault->what() << qPrintable(fault->details());
}

/// A prepared statement whose guards stand inside an aggregate: MariaDB must not forget them from the second time on.
TEST_F(ServerRepositoryTest, LinksAreThereHoweverOftenAListIsAsked)
{
    Document label = fresh(*repo, "labels");
    label.set(QStringLiteral("name"), QStringLiteral("Urgent"));
    const IdList labels{repo->save(label, {}).document.id()};
    for (const char *entity : {"todo", "clients"}) { // by oneself alone; through the guarded view, because of a role
        const QString login = QLatin1String("labels_") + QLatin1String(entity);
        office->addUser(login, QStringLiteral("Staff (own records)"));
        auto theirs = office->as(login);
        const Entity &e = theirs->catalog()->at(QLatin1String(entity));
        Document d{Record(e)};
        d.set(e.titleField(), QStringLiteral("Marked"));
        d.set(QStringLiteral("labels"), QVariant::fromValue(labels));
        theirs->save(d, {});
        Query query(e.key());
        query.columns = QStringList{QStringLiteral("labels")};
        for (int i = 0; i < 4; ++i) {
            const Page page = theirs->page(query, {});
            ASSERT_EQ(page.rows.size(), 1);
            EXPECT_EQ(page.rows.first().values.first().value<IdList>(), labels) << entity << i;
        }
    }
}

TEST_F(ServerRepositoryTest, WhoeverDoesNotKnowOfANewFieldIsTold)
{
    auto late = office->as(QStringLiteral("admin"));
    Document field = fresh(*repo, "custom_fields");
    for (const auto &[key, value] :
         {std::pair{"entity", "notes"}, {"label", "Place"}, {"key", "place"}, {"kind", "text"}})
        field.set(QLatin1String(key), QLatin1String(value));
    field.set(QStringLiteral("required"), true);
    repo->save(field, {});
    const auto faults = [&] {
        Document note = fresh(*late, "notes");
        note.set(QStringLiteral("title"), QStringLiteral("Without"));
        try {
            late->save(note, {});
        } catch (const Error &e) {
            return e.faults();
        }
        return QList<FieldFault>();
    };
    ASSERT_EQ(faults().size(), 1);
    EXPECT_EQ(faults().first().field, QStringLiteral("place"));
    EXPECT_TRUE(faults().first().sentence.contains(QStringLiteral("once more")))
        << qPrintable(faults().first().sentence);
    EXPECT_TRUE(late->refresh(late->feedState()));
    EXPECT_TRUE(faults().value(0).sentence.startsWith(QStringLiteral("Place")));
}

TEST_F(ServerRepositoryTest, WhoGivesUpTheRightOfAnAdministratorLeavesNoGrantsBehind)
{
    Document role = fresh(*repo, "roles");
    role.set(QStringLiteral("name"), QStringLiteral("Owners"));
    role.set(QStringLiteral("is_admin"), true);
    const Id id = repo->save(role, {}).document.id();
    office->addUser(QStringLiteral("owner"), QStringLiteral("Owners"));
    const auto grants = [&] {
        return office->server()
            .sql(
                QStringLiteral("SELECT COUNT(*) FROM %1_data.role_grants WHERE role_id=%2 AND view_name='clients__all'")
                    .arg(office->database())
                    .arg(id))
            .first()
            .first()
            .toInt();
    };
    EXPECT_EQ(grants(), 1);
    auto theirs = office->as(QStringLiteral("owner"));
    Document own = theirs->load(QStringLiteral("roles"), id);
    own.set(QStringLiteral("is_admin"), false);
    EXPECT_NO_THROW(theirs->save(own, {}));
    EXPECT_EQ(grants(), 0);
    EXPECT_THROW(office->as(QStringLiteral("owner"))->save(own, {}), Error);
}

TEST_F(ServerRepositoryTest, OpensAListInOneRoundTripAfterSigningInWithOne)
{
    auto anna = office->as(QStringLiteral("admin"));
    Database &db = static_cast<ServerRepository &>(*anna).database();
    EXPECT_EQ(db.roundTrips(), 1); // the connection itself is not counted here
    anna->page(Query(QStringLiteral("clients")), {});
    EXPECT_EQ(db.roundTrips(), 2);
}

TEST_F(ServerRepositoryTest, MendsABrokenConnectionByItself)
{
    const Document saved = client(QStringLiteral("Mended"));
    const auto end = [&] {
        const qint64 id = static_cast<ServerRepository &>(*repo)
                              .database()
                              .scalar(QStringLiteral("SELECT CONNECTION_ID()"))
                              .toLongLong();
        office->server().sql(QStringLiteral("KILL %1").arg(id));
    };
    end();
    EXPECT_EQ(repo->load(QStringLiteral("clients"), saved.id()).value(QStringLiteral("name")),
              QStringLiteral("Mended"));
    end();
    Document changed = saved;
    changed.set(QStringLiteral("city"), QStringLiteral("Ufa"));
    EXPECT_EQ(repo->save(changed, {}).document.head().version(), 2);
    end();
    EXPECT_THROW(repo->atomically([&] {
        end();
        client(QStringLiteral("Not half"));
    }),
                 Error);
    EXPECT_EQ(repo->load(QStringLiteral("clients"), saved.id()).head().version(), 2);
}

TEST_F(ServerRepositoryTest, PeopleGetAccountsAndPasswords)
{
    const Id anna = office->addUser(QStringLiteral("anna"), QStringLiteral("Manager (all records)"));
    auto hers = office->as(QStringLiteral("anna"));
    EXPECT_EQ(hers->actor().userId, anna);
    EXPECT_FALSE(hers->actor().policy.isAdmin());
    hers->setPassword(anna, QStringLiteral("another-2"));
    EXPECT_NO_THROW(office->as(QStringLiteral("anna"), QStringLiteral("another-2")));
    EXPECT_THROW(office->as(QStringLiteral("anna")), Error);
    EXPECT_THROW(hers->setPassword(repo->actor().userId, QStringLiteral("another-3")), Error);
}
