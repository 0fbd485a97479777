#include "tests/support/server_copy.h"
#include "core/access/ed25519_verifier.h"
#include "core/model/text.h"
#include "core/store/search_text.h"
#include "core/store/server/server_kept.h"
#include "core/store/server/server_schema.h"
#include "core/store/server/server_tables.h"
#include "core/store/stored_documents.h"
#include "tests/support/mariadb_server.h"

namespace crm::test {

namespace {
const QString password = QStringLiteral("Reading-1-of-many");
constexpr qsizetype rowsPerInsert = 200;

QString rootUser() { return QStringLiteral("root"); }
} // namespace

ServerCopy::ServerCopy(const Registry &registry)
    : m_registry(registry)
    , m_names(MariaDbServer::uniqueName(QStringLiteral("r")))
{
    const MariaDbServer &server = MariaDbServer::shared();
    m_address.host = QStringLiteral("127.0.0.1");
    m_address.port = server.port();
    m_address.caFile = server.caFile();
    m_address.database = m_names.database();
    ServerOptions options;
    options.selectDatabase = false;
    m_root = Database::openServer(m_address, rootUser(), server.rootPassword(), options);
    const ServerAccounts accounts{mariadbVerifier(password), mariadbVerifier(password), false};
    for (const QString &sql : setupStatements(m_names, accounts) + createStatements(registry, m_names))
        m_root->exec(sql);
    m_root->exec(QStringLiteral("USE ") + quoted(m_names.database()));
}

ServerCopy::~ServerCopy()
{
    try {
        QStringList drops;
        Rows rows = m_root->run(QStringLiteral("SELECT User,Host,is_role FROM mysql.user WHERE User LIKE ?"),
                                {QString(m_names.database()).replace(u'_', QStringLiteral("\\_")) + u'%'});
        while (rows.next())
            drops << (rows.text(2) == QLatin1String("Y")
                          ? QStringLiteral("DROP ROLE ") + quoted(rows.text(0))
                          : QStringLiteral("DROP USER ") + quoted(rows.text(0)) + u'@' + quoted(rows.text(1)));
        for (const QString &database : {m_names.database(), m_names.data()})
            drops << QStringLiteral("DROP DATABASE ") + quoted(database);
        for (const QString &sql : std::as_const(drops))
            m_root->exec(sql);
    } catch (const std::exception &e) {
        qWarning("the test's database stays: %s", e.what());
    }
}

void ServerCopy::insert(const QString &table, const QStringList &columns, const QList<QVariantList> &rows)
{
    QStringList names;
    for (const QString &c : columns)
        names << quoted(c);
    const QString one = u'(' + QStringList(columns.size(), QStringLiteral("?")).join(u',') + u')';
    for (qsizetype at = 0; at < rows.size(); at += rowsPerInsert) {
        QVariantList values;
        const QList<QVariantList> part = rows.mid(at, rowsPerInsert);
        for (const QVariantList &row : part)
            values += row;
        m_root->run(QStringLiteral("INSERT INTO %1 (%2) VALUES %3")
                        .arg(m_names.table(table), names.join(u','), QStringList(part.size(), one).join(u',')),
                    values);
    }
}

void ServerCopy::copyRows(Database &file, const QString &select, const QString &table, const QStringList &columns)
{
    m_root->exec(QStringLiteral("DELETE FROM ") + m_names.table(table));
    QList<QVariantList> all;
    {
        Rows rows = file.run(select);
        while (rows.next()) {
            QVariantList row;
            for (int i = 0; i < columns.size(); ++i)
                row << rows.value(i);
            all << row;
        }
    }
    insert(table, columns, all);
}

void ServerCopy::fillEntity(Database &file, const Catalog &catalog, const Entity &entity)
{
    QStringList columns = serverSystemColumns(), selected;
    for (const Field &f : entity.fieldList()) {
        if (isWritten(f))
            columns << f.key();
    }
    columns << QStringLiteral("extra") << QStringLiteral("extra_internal") << QStringLiteral("extra_restricted");
    for (const QString &c : std::as_const(columns))
        selected << quoted(c);
    for (const Field &f : entity.fieldList()) {
        if (!hasColumn(f) || !hasFoldedCopy(f))
            continue;
        columns << foldedColumn(f);
        selected << QStringLiteral("fold(%1)").arg(quoted(f.key()));
    }
    copyRows(file, QStringLiteral("SELECT %1 FROM main.%2").arg(selected.join(u','), quoted(entity.key())),
             entity.key(), columns);
    for (const Field &f : entity.fieldList()) {
        if (isListKind(f.kind()) && !f.isCustom()) {
            copyRows(file,
                     QStringLiteral("SELECT owner_id,target_id,position FROM main.") + quoted(linkTable(entity, f)),
                     linkTable(entity, f), {"owner_id", "target_id", "position"});
        }
    }
    if (isSearched(entity))
        fillSearch(file, catalog, entity);
}

void ServerCopy::fillSearch(Database &file, const Catalog &catalog, const Entity &entity)
{
    m_root->exec(QStringLiteral("DELETE FROM ") + m_names.table(serverSearchTable(entity)));
    IdList ids;
    {
        Rows rows = file.run(QStringLiteral("SELECT id FROM main.") + quoted(entity.key()));
        while (rows.next())
            ids << rows.integer(0);
    }
    QList<QVariantList> rows;
    const QList<Document> documents = StoredDocuments(file, catalog).load(entity, ids, StoredDocuments::Table);
    for (const Document &d : documents) {
        const QString all = searchText(d.head(), FieldClass::All), inner = searchText(d.head(), FieldClass::Internal);
        rows << QVariantList{d.id(), all, inner, trigramWords(all), trigramWords(inner)};
    }
    insert(serverSearchTable(entity), {"id", "text_all", "text_internal", "words_all", "words_internal"}, rows);
}

void ServerCopy::fill(Database &file, const Catalog &catalog)
{
    m_root->exec(QStringLiteral("SET foreign_key_checks=0, check_constraint_checks=0"));
    for (const Entity *e : catalog.entities())
        fillEntity(file, catalog, *e);
    copyRows(file, QStringLiteral("SELECT user_id,scope_id FROM main.node_members"), QStringLiteral("node_members"),
             {"user_id", "scope_id"});
    m_root->exec(QStringLiteral("CALL %1(NULL,NULL)").arg(m_names.table(QStringLiteral("follow_people"))));
    copyRows(file, QStringLiteral("SELECT user_id,scope_id,min(kind) FROM main.reach GROUP BY user_id,scope_id"),
             QStringLiteral("reach"), {"user_id", "scope_id", "kind"});
    // Rows came in any order: what the triggers could add up then is not all.
    const QStringList sums =
        recountStatements(m_registry, m_names, [](const QString &, const QString &) { return false; });
    for (const QString &sql : sums)
        m_root->exec(sql);
    m_root->exec(QStringLiteral("SET foreign_key_checks=1, check_constraint_checks=1"));
    Rows roles = m_root->run(QStringLiteral("SELECT DISTINCT role_id FROM %1 WHERE role_id IS NOT NULL")
                                 .arg(m_names.table(QStringLiteral("people"))));
    while (roles.next())
        m_root->exec(
            QStringLiteral("CALL %1(%2)").arg(m_names.table(QStringLiteral("role_apply"))).arg(roles.integer(0)));
}

std::unique_ptr<Database> ServerCopy::connect(Id user)
{
    // Accounts are of the whole server, which other tests share: a name of its own instead of the person's.
    QString &account = m_accounts[user];
    if (account.isEmpty()) {
        account = QStringLiteral("%1_u%2").arg(m_names.database()).arg(m_accounts.size());
        m_root->run(
            QStringLiteral("UPDATE %1 SET account=? WHERE user_id=?").arg(m_names.table(QStringLiteral("people"))),
            {account, user});
        m_root->exec(QStringLiteral("CALL %1(%2,'%3')")
                         .arg(m_names.table(QStringLiteral("account_make")))
                         .arg(user)
                         .arg(mariadbVerifier(password)));
    }
    auto db = Database::openServer(m_address, account, password);
    m_root->run(
        QStringLiteral("INSERT INTO %1 (connection_id,client,user_id,started_at) VALUES (?,?,?,0)")
            .arg(m_names.table(QStringLiteral("sessions"))),
        {db->scalar(QStringLiteral("SELECT CONNECTION_ID()")), db->scalar(QStringLiteral("SELECT USER()")), user});
    return db;
}

} // namespace crm::test
