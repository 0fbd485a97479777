// The generated database on a real MariaDB: it can be made and upgraded, and it says about rights and visible rows what
// the local file says.
#include "core/access/ed25519_verifier.h"
#include "core/model/error.h"
#include "core/modules/modules.h"
#include "core/store/guard.h"
#include "core/store/people.h"
#include "core/store/schema.h"
#include "core/store/server/server_accounts.h"
#include "core/store/server/server_schema.h"
#include "core/store/server/server_views.h"
#include "core/store/stored_documents.h"
#include "tests/support/mariadb_server.h"
#include "tests/support/temp_database.h"
#include <QRandomGenerator>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
Label named(const char *source) { return Label(source, nullptr, "test"); }
const QString password = QStringLiteral("secret-1");

/// The built-in entities and one as a plugin would add it.
const Registry &registryWithPlugin()
{
    static const Registry *known = [] {
        auto *r = new Registry;
        modules::declareAll(*r);
        Entity e("gadgets", named("Gadget"), named("Gadgets"));
        e.area("people").title("name").ownedBy("holder_id").sortedBy("name").attachments({"comments", "files"});
        e.fields({text("name", named("Name"), 200).required().inList().searchable(),
                  ref("holder_id", named("Holder"), "users"), money("price", named("Price")).restricted("personnel"),
                  memo("note", named("Note")).internal().searchable()});
        r->add(e);
        r->seal();
        return r;
    }();
    return *known;
}

/// One office on the shared server and the same rows in a local file; made once, for all tests here.
class Office
{
public:
    Office()
        : m_server(MariaDbServer::shared())
        , m_names(MariaDbServer::uniqueName("o"))
    {
        ServerAccounts accounts{mariadbVerifier(password), mariadbVerifier(password), true};
        run(setupStatements(m_names, accounts));
        run(createStatements(registry(), m_names));
        m_local = Database::openFile(m_folder.filePath("local.crm"), {.create = true});
        Schema(*m_local, registry()).create();
        fillPeople();
        fillRecords();
        for (const Id user : people())
            call(QStringLiteral("account_make(%1,'%2')").arg(user).arg(mariadbVerifier(password)));
    }
    ~Office()
    {
        QStringList drop;
        const auto accounts = sql(QStringLiteral("SELECT made FROM {data}.people WHERE made IS NOT NULL"));
        for (const QStringList &row : accounts)
            drop << QStringLiteral("DROP USER IF EXISTS `%1`@`%`").arg(row[0]);
        const auto roles = sql(QStringLiteral("SELECT User FROM mysql.user WHERE is_role='Y' AND LEFT(User,%1)='%2'")
                                   .arg(m_names.database().size() + 1)
                                   .arg(m_names.database() + u'_'));
        for (const QStringList &row : roles)
            drop << QStringLiteral("DROP ROLE `%1`").arg(row[0]);
        drop << QStringLiteral("DROP USER %1,%2,`%3`@`%`,`%4`@`%`")
                    .arg(m_names.definer(), m_names.keeper(), m_names.owner(), m_names.service())
             << QStringLiteral("DROP DATABASE `%1`").arg(m_names.database())
             << QStringLiteral("DROP DATABASE `%1`").arg(m_names.data());
        run(drop);
    }

    static const Registry &registry() { return registryWithPlugin(); }
    static Office &shared()
    {
        static Office *office = new Office;
        static const bool goes = std::atexit([] { delete office; }) == 0;
        Q_UNUSED(goes)
        return *office;
    }

    const ServerNames &names() const { return m_names; }
    Database &local() { return *m_local; }
    const Catalog &catalog() const { return m_catalog; }
    IdList people() const { return {101, 102, 103, 104, 105, 106, 107, 108}; }

    void run(const QStringList &statements) const { m_server.sql(statements.join(QStringLiteral(";\n"))); }
    QList<QStringList> sql(const QString &text) const { return m_server.sql(filled(m_names, text)); }
    void call(const QString &what) const { sql(QStringLiteral("CALL {data}.") + what); }

    /// A connection of the person's own account.
    std::unique_ptr<Database> connect(const QString &account, const QString &secret = password) const
    {
        ServerAddress address;
        address.host = QStringLiteral("127.0.0.1");
        address.port = m_server.port();
        address.database = m_names.database();
        address.caFile = m_server.caFile();
        return Database::openServer(address, account, secret);
    }
    std::unique_ptr<Database> session(Id user) const
    {
        auto db = connect(accountOf(user));
        db->call(QStringLiteral("CALL session_start(?,?)"), {QStringLiteral("test"), schemaVersion},
                 [](int, Rows &) {});
        return db;
    }
    QString accountOf(Id user) const
    {
        return sql(QStringLiteral("SELECT made FROM {data}.people WHERE user_id=%1").arg(user)).value(0).value(0);
    }
    ServerState state() const
    {
        ServerState out;
        const auto rows = m_server.sql(stateQuery(m_names));
        for (const QStringList &row : rows)
            out.add(row[0], row[1], row[2]);
        return out;
    }

private:
    /// The same INSERT on both sides.
    void insert(const QString &table, const QString &columns, const QString &values)
    {
        const QString text = QStringLiteral("INSERT INTO `%1` (%2) VALUES %3").arg(table, columns, values);
        m_local->exec(text);
        m_server.sql(QStringLiteral("SET foreign_key_checks=0; ") + text, m_names.data());
    }

    void setMembers(Id node, const IdList &users)
    {
        setNodeMembers(*m_local, node, users);
        QStringList ids;
        for (const Id id : users)
            ids << QString::number(id);
        call(QStringLiteral("set_node_members(%1,'[%2]')").arg(node).arg(ids.join(u',')));
    }

    void fillPeople()
    {
        insert("roles", "id,name,is_admin,is_staff,named_rights",
               "(1,'Admin',1,1,NULL),(2,'Team',0,1,'personnel,  other'),(3,'Own',0,1,NULL),(4,'Contact',0,0,NULL),"
               "(5,'All',0,1,NULL),(6,'Empty',0,1,NULL),(7,'Mixed',0,1,NULL),(8,'Contact all',0,0,NULL)");
        insert("role_rights", "id,role_id,entity,can_read,can_create,can_update,can_delete,can_export",
               "(21,2,'*','team','team','team','own','none'),(31,3,'*','own','own','all','own','team'),"
               "(41,4,'comments','own','own','none','none','none'),(42,4,'clients','own','none','all','none','none'),"
               "(51,5,'*','all','all','all','all','all'),(52,5,'orders','own','own','own','none','none'),"
               "(71,7,'*','none','all','all','all','all'),(72,7,'clients','all','none','team','own','all'),"
               "(73,7,'comments','all','all','all','all','all'),(74,7,'tasks','own','own','own','own','own'),"
               "(75,7,'taxes','none','all','all','all','all'),(76,7,'users','own','own','own','own','own'),"
               "(81,8,'*','all','all','all','all','all')");
        // Accounts are the server's, so logins carry the name of this database.
        for (const Id user : people())
            insert("users", "id,name,login,role_id,active",
                   QStringLiteral("(%1,'P%1','p%1.%2',%3,1)").arg(user).arg(m_names.database()).arg(user - 100));
        insert("teams", "id,name", "(201,'T'),(202,'Gone')");
        m_local->exec("UPDATE teams SET deleted_at=5 WHERE id=202");
        sql("UPDATE {data}.teams SET deleted_at=5 WHERE id=202");
        insert("teams__members", "owner_id,target_id", "(201,102),(201,103),(202,102),(202,105)");
        for (const Id user : people()) {
            setNodeMembers(*m_local, user, {user});
            call(QStringLiteral("follow_user(%1)").arg(user));
        }
        refreshTeamReach(*m_local);
        call("follow_team()");
    }

    Id anyone() { return 101 + m_random.bounded(8); }

    void fillRecords()
    {
        setMembers(3001, {103, 105});
        setMembers(3002, {107});
        setMembers(3002, {104, 106});
        for (int i = 0; i < 60; ++i) {
            const Id scope = i % 7 == 0 ? (i % 2 ? 3001 : 3002) : anyone();
            const QString row = QStringLiteral("(%1,%2,%3)");
            insert("clients", "id,scope_id,type,name", QStringLiteral("(%1,%2,'person','x')").arg(1000 + i).arg(scope));
            insert("gadgets", "id,scope_id,price,note", QStringLiteral("(%1,%2,7,'n')").arg(2000 + i).arg(anyone()));
            insert("todo", "id,scope_id,title", QStringLiteral("(%1,%2,'x')").arg(4000 + i).arg(anyone()));
            insert("orders", "id,scope_id,client_id", row.arg(5000 + i).arg(anyone()).arg(1000 + i));
            insert("order_lines", "id,scope_id,order_id", row.arg(6000 + i).arg(anyone()).arg(5000 + i));
            insert("clients__managers", "owner_id,target_id", QStringLiteral("(%1,%2)").arg(1000 + i).arg(anyone()));
            static const char *const parents[] = {"'clients'", "'tasks'", "'orders'", "'gadgets'", "NULL"};
            insert("comments", "id,scope_id,parent_entity,parent_id",
                   QStringLiteral("(%1,%2,%3,%4)")
                       .arg(7000 + i)
                       .arg(scope)
                       .arg(QLatin1String(parents[i % 5]))
                       .arg(1000 + i));
        }
        insert("taxes", "id,name", "(8001,'A'),(8002,'B')");
    }

    MariaDbServer &m_server;
    const ServerNames m_names;
    const Catalog m_catalog{registry()};
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_local;
    QRandomGenerator m_random{7};
};

QStringList ids(Database &db, const QString &from, const QString &column = QStringLiteral("id"))
{
    QStringList out;
    Rows rows = db.run(QStringLiteral("SELECT %1 FROM %2 ORDER BY %1").arg(column, from));
    while (rows.next())
        out << rows.text(0);
    return out;
}
/// Whether a person of this guard reads all rows: then the program reads the plain view.
bool readsAll(const Catalog &catalog, const Guard &guard, const Entity &e)
{
    bool all = guard.level(e, Verb::Read) == Level::All;
    for (const Entity *p : catalog.entities()) {
        if (e.scope().kind == Scope::Attached && p->attachments().contains(e.key()))
            all = all && guard.level(e, Verb::Read, p->key()) == Level::All;
    }
    return all;
}
} // namespace

TEST(ServerSchemaTest, SaysAboutLevelsWhatTheGuardSays)
{
    Office &office = Office::shared();
    int compared = 0;
    for (const Id user : office.people()) {
        const Actor actor = loadActor(office.local(), user);
        const Guard guard(office.catalog(), actor);
        QHash<QString, QStringList> stored;
        const auto rows = office.sql(QStringLiteral("SELECT entity,parent,can_read,can_create,can_update,can_delete,"
                                                    "can_export FROM {data}.levels WHERE user_id=%1")
                                         .arg(user));
        for (const QStringList &row : rows)
            stored.insert(row[0] + u'/' + row[1], row.mid(2));
        for (const Entity *e : office.catalog().entities()) {
            QStringList parents{QString()};
            for (const Entity *p : office.catalog().entities()) {
                if (e->scope().kind == Scope::Attached && p->attachments().contains(e->key()))
                    parents << p->key();
            }
            for (const QString &parent : std::as_const(parents)) {
                QStringList expected;
                for (int verb = 0; verb < verbCount; ++verb)
                    expected << QString::number(int(guard.level(*e, Verb(verb), parent)));
                EXPECT_EQ(stored.value(e->key() + u'/' + parent), expected)
                    << user << ' ' << qPrintable(e->key()) << '/' << qPrintable(parent);
                ++compared;
            }
        }
        EXPECT_EQ(stored.size(), rows.size());
    }
    EXPECT_GT(compared, 300);
}

TEST(ServerSchemaTest, ShowsEverybodyTheRowsOfTheLocalFile)
{
    Office &office = Office::shared();
    for (const Id user : office.people()) {
        const Actor actor = loadActor(office.local(), user);
        const Guard guard(office.catalog(), actor);
        guard.install(office.local());
        const auto db = office.session(user);
        const auto view = [&](const QString &entity, const QString &name) {
            return readsAll(office.catalog(), guard, office.catalog().at(entity)) ? allView(name) : name;
        };
        for (const char *name : {"clients", "gadgets", "todo", "orders", "order_lines", "comments", "taxes", "users",
                                 "roles", "role_rights"}) {
            const QString entity = QLatin1String(name);
            EXPECT_EQ(ids(*db, view(entity, entity)).join(u' ').toStdString(),
                      ids(office.local(), entity).join(u' ').toStdString())
                << user << ' ' << name;
            // What a procedure asks.
            const Entity &e = office.catalog().at(entity);
            QStringList visibleIds;
            const auto rows =
                office.sql(QStringLiteral("SELECT t.id FROM {data}.%1 t WHERE %2 ORDER BY t.id")
                               .arg(entity, visible(office.registry(), office.names(), e, "t", QString::number(user))));
            for (const QStringList &row : rows)
                visibleIds << row[0];
            EXPECT_EQ(visibleIds.join(u' ').toStdString(), ids(office.local(), entity).join(u' ').toStdString())
                << user << ' ' << name;
        }
        EXPECT_EQ(ids(*db, view("clients", "clients__managers"), "owner_id").join(u' ').toStdString(),
                  ids(office.local(), "clients__managers", "owner_id").join(u' ').toStdString())
            << user;
    }
}

TEST(ServerSchemaTest, GrantsPlainViewsToThoseWhoReadAll)
{
    Office &office = Office::shared();
    for (const Id user : office.people()) {
        const Actor actor = loadActor(office.local(), user);
        const Guard guard(office.catalog(), actor);
        const bool isStaff = actor.policy.isStaff();
        const auto db = office.session(user);
        const auto views = serverViews(office.registry(), office.names());
        for (const ServerView &v : views) {
            if (!v.isPlain())
                continue;
            const Entity &e = office.catalog().at(v.entity);
            const bool all = readsAll(office.catalog(), guard, e) && (!v.staffOnly || isStaff);
            bool may = true;
            try {
                db->scalar(QStringLiteral("SELECT count(*) FROM ") + quoted(v.name));
            } catch (const Error &) {
                may = false;
            }
            EXPECT_EQ(may, all) << user << ' ' << qPrintable(v.name);
        }
    }
}

TEST(ServerSchemaTest, ShowsNothingWithoutASessionOrWithSomebodyElses)
{
    Office &office = Office::shared();
    const auto db = office.connect(office.accountOf(101));
    EXPECT_EQ(db->scalar("SELECT count(*) FROM clients").toInt(), 0);
    const auto connection = db->scalar("SELECT connection_id()").toLongLong();
    // A row of a connection that is long gone, with the same number.
    office.sql(QStringLiteral("REPLACE INTO {data}.sessions (connection_id,client,user_id,started_at) "
                              "VALUES (%1,'somebody@127.0.0.1',101,0)")
                   .arg(connection));
    EXPECT_EQ(db->scalar("SELECT count(*) FROM clients").toInt(), 0);
    EXPECT_EQ(db->scalar("SELECT count(*) FROM my_reach").toInt(), 0);
    db->call("CALL session_start(?,?)", {QStringLiteral("test"), schemaVersion}, [](int, Rows &) {});
    EXPECT_EQ(db->scalar("SELECT count(*) FROM clients__all").toInt(), 60);
    EXPECT_GT(db->scalar("SELECT count(*) FROM clients").toInt(), 0);
    EXPECT_THROW(db->scalar(filled(office.names(), "SELECT count(*) FROM {data}.clients")), Error);
}

TEST(ServerSchemaTest, KeepsFieldsToTheirClass)
{
    Office &office = Office::shared();
    const auto seen = [&](Id user, const QString &view) {
        const auto db = office.session(user);
        Rows row = db->run(QStringLiteral("SELECT max(price),max(note),count(*) FROM ") + view);
        EXPECT_TRUE(row.next());
        EXPECT_GT(row.integer(2), 0) << user;
        return (row.isNull(0) ? 0 : 1) + (row.isNull(1) ? 0 : 2);
    };
    EXPECT_EQ(seen(101, "gadgets__all"), 3);
    EXPECT_EQ(seen(102, "gadgets"), 3);      // staff, holds the right
    EXPECT_EQ(seen(103, "gadgets"), 2);      // staff without
    EXPECT_EQ(seen(105, "gadgets__all"), 2); // staff without, all rows
    // A client's contact whose role says all: of what belongs to no client only their own.
    EXPECT_THROW(seen(108, "gadgets__all"), Error);
}

TEST(ServerSchemaTest, RefusesAddressesThatAreNotOnTheList)
{
    Office &office = Office::shared();
    const auto allow = [&](const char *range) {
        const auto parsed = addressRange(QLatin1String(range));
        ASSERT_TRUE(parsed) << range;
        office.sql(
            QStringLiteral("DELETE FROM {data}.allowed_addresses; INSERT INTO {data}.allowed_addresses "
                           "(user_id,range_text,first,last) VALUES (106,'%1',X'%2',X'%3')")
                .arg(QLatin1String(range), QLatin1String(parsed->first.toHex()), QLatin1String(parsed->last.toHex())));
    };
    for (const char *range : {"127.0.0.1", "127.0.0.0/8", "0.0.0.0/0", "126.0.0.0-127.0.0.1"}) {
        allow(range);
        EXPECT_NO_THROW(office.session(106)) << range;
    }
    for (const char *range : {"127.0.0.2", "10.0.0.0/8", "::/0", "::1", "127.0.0.2-127.0.0.9"}) {
        allow(range);
        EXPECT_THROW(office.session(106), Error) << range;
    }
    EXPECT_EQ(office.sql("SELECT reason FROM {data}.refusals ORDER BY id DESC LIMIT 1").value(0).value(0), "address");
    office.sql("DELETE FROM {data}.allowed_addresses");
}

TEST(ServerSchemaTest, LetsAccountsFollowThePeople)
{
    Office &office = Office::shared();
    const auto admin = office.session(101);
    const auto other = office.session(106);
    const QString account = office.accountOf(106);
    EXPECT_THROW(other->call("CALL account_sync(?)", {0}, [](int, Rows &) {}), Error);
    EXPECT_THROW(other->call("CALL connections()", {}, [](int, Rows &) {}), Error);
    // A new password by an administrator ends what was signed in with the old one.
    admin->call("CALL account_password(?,?,?)", {106, mariadbVerifier("another-1"), 1}, [](int, Rows &) {});
    EXPECT_THROW(other->scalar("SELECT 1"), Error);
    EXPECT_THROW(office.connect(account), Error);
    EXPECT_NO_THROW(office.connect(account, "another-1"));
    admin->call("CALL account_lock(?,?)", {106, 1}, [](int, Rows &) {});
    EXPECT_THROW(office.connect(account, "another-1"), Error);
    admin->call("CALL account_lock(?,?)", {106, 0}, [](int, Rows &) {});
    admin->call("CALL account_password(?,?,?)", {106, mariadbVerifier(password), 0}, [](int, Rows &) {});
    // Another role: other views, at once.
    office.sql("UPDATE {data}.users SET role_id=5 WHERE id=106; CALL {data}.follow_user(106)");
    admin->call("CALL account_sync(?)", {106}, [](int, Rows &) {});
    EXPECT_EQ(office.session(106)->scalar("SELECT count(*) FROM clients__all").toInt(), 60);
    office.sql("UPDATE {data}.users SET role_id=6 WHERE id=106; CALL {data}.follow_user(106)");
    admin->call("CALL account_sync(?)", {106}, [](int, Rows &) {});
    EXPECT_THROW(office.session(106)->scalar("SELECT count(*) FROM clients__all"), Error);
}

TEST(ServerSchemaTest, NamesAccountsAsTheProgramDoes)
{
    Office &office = Office::shared();
    const QStringList logins{"anna",
                             "anna.b",
                             "a_1",
                             "root",
                             "mysql_x",
                             "mariadb_",
                             QString(64, u'a'),
                             QString(40, u'a'),
                             office.names().database() + "_x",
                             office.names().database(),
                             QString::fromUtf8("\u0436\U0001F600"),
                             "Anna",
                             "a-b",
                             "a'b",
                             "public",
                             ""};
    for (const QString &login : logins) {
        EXPECT_EQ(office.sql(QStringLiteral("SELECT {data}.account_of(%1)").arg(sqlLiteral(login))).value(0).value(0),
                  accountName(login, office.names()))
            << qPrintable(login);
    }
}

TEST(ServerSchemaTest, AddsWhatIsMissing)
{
    Office &office = Office::shared();
    EXPECT_FALSE(needsUpgrade(office.registry(), office.names(), office.state()));
    office.sql("ALTER TABLE {data}.gadgets DROP COLUMN price; DROP TABLE {data}.todo__labels; "
               "ALTER TABLE {data}.leads DROP KEY ix_changed_at; DROP VIEW {db}.leads; "
               "UPDATE {data}.meta SET value='older' WHERE `key`='fingerprint'");
    EXPECT_TRUE(needsUpgrade(office.registry(), office.names(), office.state()));
    office.run(upgradeStatements(office.registry(), office.names(), office.state()));
    EXPECT_FALSE(needsUpgrade(office.registry(), office.names(), office.state()));
    const ServerState after = office.state();
    EXPECT_TRUE(after.parts.contains("column/gadgets/price"));
    EXPECT_TRUE(after.parts.contains("column/todo__labels/owner_id"));
    EXPECT_TRUE(after.parts.contains("key/leads/ix_changed_at"));
    EXPECT_EQ(office.sql("SELECT maintenance FROM {db}.feed_state").value(0).value(0), "0");
    EXPECT_NO_THROW(office.session(102)->scalar("SELECT count(*) FROM leads"));
    office.sql("UPDATE {data}.gadgets SET price=7");
}
