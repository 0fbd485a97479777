#include "tests/bench/server/bench_office.h"
#include "core/model/text.h"
#include "core/store/codec.h"
#include "core/store/search_text.h"
#include "core/store/server/server_tables.h"
#include "core/store/server/server_text.h"
#include "core/store/server/server_upgrade.h"
#include "core/store/stored_documents.h"
#include "tests/support/temp_database.h"
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <cstdio>
#include <stdexcept>

namespace crm::bench {

namespace {
constexpr Id firstClient = 1'000'000'000'000, firstTask = 2'000'000'000'000, firstNote = 3'000'000'000'000;
constexpr qint64 longAgo = 1'760'000'000'000; // ms; everything was made before the bench begins
constexpr int notesEvery = 5;                 // one client in so many has a note
const char *const syllables[] = {"ka", "ro",  "mi", "tel", "vor", "san", "du", "ber", "li",  "no", "gra", "pex",
                                 "za", "tor", "hu", "nel", "qui", "da",  "fe", "sto", "win", "ja", "ul",  "bra"};
const char *const trades[] = {"Trading", "Consulting", "Services", "Logistics", "Systems", "Foods", "Energy", "Media"};
const char *const cities[] = {"Perm", "Omsk", "Tver", "Ufa", "Orel", "Kazan", "Samara", "Tula", "Pskov", "Ryazan"};

QString word(quint64 seed, int parts)
{
    QString out;
    for (int i = 0; i < parts; ++i, seed /= std::size(syllables))
        out += QLatin1String(syllables[seed % std::size(syllables)]);
    out[0] = out[0].toUpper();
    return out;
}

quint64 scattered(quint64 i) { return (i * 2654435761U) & 0xffffffffU; }

QByteArray cell(const QVariant &value) { return value.isNull() ? QByteArray("\\N") : value.toString().toUtf8(); }

/// Rows of one entity as LOAD DATA reads them, and beside them the rows of its search table.
class RowWriter
{
public:
    RowWriter(const Entity &entity, QStringList fields, const QString &folder)
        : m_entity(entity)
        , m_fields(std::move(fields))
        , m_rows(folder + u'/' + entity.key() + QStringLiteral(".tsv"))
        , m_texts(folder + u'/' + entity.key() + QStringLiteral("_search.tsv"))
    {
        if (!m_rows.open(QIODevice::WriteOnly) || !m_texts.open(QIODevice::WriteOnly))
            throw std::runtime_error("no file for the rows can be made");
    }
    QStringList columns() const
    {
        QStringList out{"id", "version", "scope_id", "created_at", "created_by", "changed_at", "changed_by"};
        for (const QString &key : m_fields) {
            out << key;
            if (hasFoldedCopy(*m_entity.field(key)))
                out << foldedColumn(*m_entity.field(key));
        }
        return out;
    }
    void add(const Record &record, Id scope, qint64 at)
    {
        QByteArrayList cells{cell(record.id()), "1", cell(scope), cell(at), cell(scope), cell(at), cell(scope)};
        for (const QString &key : std::as_const(m_fields)) {
            const Field &f = *m_entity.field(key);
            const QVariant value = toColumn(f, record.value(key));
            cells << cell(value);
            if (hasFoldedCopy(f))
                cells << (value.isNull() ? QByteArray("\\N") : fold(value.toString()).toUtf8());
        }
        m_rows.write(cells.join('\t') + '\n');
        const QString all = searchText(record, FieldClass::All);
        m_texts.write(cell(record.id()) + '\t' + all.toUtf8() + "\t\t" + trigramWords(all).toUtf8() + "\t\n");
    }
    void close()
    {
        m_rows.close();
        m_texts.close();
    }

private:
    const Entity &m_entity;
    QStringList m_fields;
    QFile m_rows, m_texts;
};
} // namespace

// --- making it

BenchOffice::BenchOffice(const OfficeSize &size)
    : m_size(size)
    , m_names(QStringLiteral("office"))
{
    QElapsedTimer timer;
    timer.start();
    test::MariaDbServer::Options options;
    options.in = size.folder.isEmpty() ? QDir::tempPath() : size.folder;
    // As the settings of installer/mariadb-server.sh are, where the server of tests has cheaper ones.
    options.arguments = {QStringLiteral("--innodb-flush-log-at-trx-commit=1"),
                         QStringLiteral("--innodb-doublewrite=1"),
                         QStringLiteral("--innodb-use-native-aio=1"),
                         QStringLiteral("--innodb-buffer-pool-size=%1M").arg(size.bufferMb),
                         QStringLiteral("--innodb-log-file-size=96M"),
                         QStringLiteral("--innodb-ft-total-cache-size=640M"),
                         QStringLiteral("--innodb-sort-buffer-size=16M")};
    if (size.binlog)
        options.arguments << QStringLiteral("--log-bin=binlog") << QStringLiteral("--server-id=1")
                          << QStringLiteral("--binlog-format=ROW");
    m_server = std::make_unique<test::MariaDbServer>(options);
    m_office = std::make_unique<test::TempOffice>(test::builtinRegistry(), *m_server);
    m_names = ServerNames(m_office->database());
    makePeople();
    const qint64 made = timer.restart();
    fill();
    printf("An office of %lld clients, %lld tasks, %lld notes and %d people: %.1f s for it and the people, %.1f s for "
           "the rows; %.1f GB on disk.\n",
           size.rows, size.rows, size.rows / notesEvery, size.people + viewers + 1, double(made) / 1e3,
           double(timer.elapsed()) / 1e3, double(folderBytes()) / 1e9);
    fflush(stdout);
}

BenchOffice::BenchOffice(const QString &path)
    : m_names(QStringLiteral("office"))
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("no office is kept there");
    const QJsonObject o = QJsonDocument::fromJson(file.readAll()).object();
    const auto word = [&](const char *key) { return o.value(QLatin1String(key)).toString(); };
    m_server = std::make_unique<test::MariaDbServer>(test::ServerPlace{o.value(QStringLiteral("port")).toInt(),
                                                                       word("socket"),
                                                                       word("ca"),
                                                                       {},
                                                                       word("password"),
                                                                       word("folder"),
                                                                       o.value(QStringLiteral("pid")).toInteger()});
    m_names = ServerNames(word("database"));
    m_size.rows = o.value(QStringLiteral("rows")).toInteger();
    m_size.people = o.value(QStringLiteral("people")).toInt();
    for (int i = 0; i < m_size.people; ++i)
        m_people << QStringLiteral("p%1").arg(i);
    ServerAddress local;
    local.socket = m_server->socketPath();
    ServerOptions options;
    options.selectDatabase = false;
    options.readSeconds = 600;
    auto root = Database::openServer(local, QStringLiteral("root"), m_server->rootPassword(), options);
    upgradeOffice(*root, registry(), m_names, {});
    m_catalog = connect(QStringLiteral("admin"))->catalog();
}

BenchOffice::~BenchOffice() { m_office.reset(); }

void BenchOffice::keep(const QString &path) const
{
    const test::ServerPlace &place = m_server->place();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        throw std::runtime_error("where the office is cannot be written down");
    file.write(QJsonDocument(QJsonObject{{QStringLiteral("port"), place.port},
                                         {QStringLiteral("socket"), place.socket},
                                         {QStringLiteral("ca"), place.caFile},
                                         {QStringLiteral("password"), place.rootPassword},
                                         {QStringLiteral("folder"), place.folder},
                                         {QStringLiteral("pid"), place.pid},
                                         {QStringLiteral("database"), m_names.database()},
                                         {QStringLiteral("rows"), m_size.rows},
                                         {QStringLiteral("people"), m_size.people}})
                   .toJson());
}

void BenchOffice::makePeople()
{
    const auto admin = m_office->as(QStringLiteral("admin"));
    m_admin = admin->actor().userId;
    m_catalog = admin->catalog();
    const qint64 each = std::max<qint64>(m_size.rows / 500, 5);
    IdList team;
    for (int i = 0; i < m_size.people; ++i) {
        const QString login = QStringLiteral("p%1").arg(i);
        const Id id = m_office->addUser(login, QStringLiteral("Staff (own records)"));
        m_people << login;
        m_owners << Owner{id, each};
        if (i < 29)
            team << id;
    }
    m_office->addUser(QStringLiteral("v0"), QStringLiteral("Manager (all records)"));
    const Id v1 = m_office->addUser(QStringLiteral("v1"), QStringLiteral("Staff (records of the team)"));
    const Id v2 = m_office->addUser(QStringLiteral("v2"), QStringLiteral("Staff (own records)"));
    const Id v3 = m_office->addUser(QStringLiteral("v3"), QStringLiteral("Staff (own records)"));
    m_owners << Owner{v1, each} << Owner{v2, m_size.rows / 100} << Owner{v3, 50};
    Document group(Record(m_catalog->at(QStringLiteral("teams"))));
    group.set(QStringLiteral("name"), QStringLiteral("Sales"));
    group.set(QStringLiteral("members"), QVariant::fromValue(team << v1));
    admin->save(group, {});
}

void BenchOffice::fill()
{
    const QString folder = m_server->place().folder;
    const Entity &client = m_catalog->at(QStringLiteral("clients")), &task = m_catalog->at(QStringLiteral("tasks")),
                 &note = m_catalog->at(QStringLiteral("notes"));
    RowWriter clients(client, {"type", "name", "owner_id", "phone", "email", "city", "country"}, folder);
    RowWriter tasks(task, {"title", "status_id", "assignee_id", "deadline", "parent_entity", "parent_id"}, folder);
    RowWriter notes(note, {"title", "parent_entity", "parent_id", "pinned"}, folder);
    IdList statuses;
    const auto rows = sql(QStringLiteral("SELECT id FROM {data}.task_statuses ORDER BY position"));
    for (const QStringList &row : rows)
        statuses << row.first().toLongLong();

    // Whose a row is, is scattered over the ids: 7919 is prime.
    QList<qint64> ends;
    qint64 end = 0;
    for (const Owner &o : std::as_const(m_owners))
        ends << (end += o.rows);
    const QString key = QStringLiteral("clients");
    for (qint64 i = 0; i < m_size.rows; ++i) {
        const qint64 place = i * 7919 % m_size.rows;
        const auto at = std::upper_bound(ends.cbegin(), ends.cend(), place);
        const bool owned = at != ends.cend();
        const Id owner = owned ? m_owners[at - ends.cbegin()].id : m_admin;
        const bool rare = owned && *at - place <= 2; // two of each person
        const quint64 seed = scattered(quint64(i));
        const QString name = word(seed, 3) + u' ' + QLatin1String(trades[seed / 7 % std::size(trades)]) + u' ' +
                             word(seed / 13, 2) + (rare ? QStringLiteral(" Zyxquark") : QString());
        Record c(client, firstClient + i);
        c.set("name", name);
        c.set("owner_id", owner);
        c.set("phone", QStringLiteral("+7 9%1 %2").arg(seed % 90 + 10).arg(seed % 9'000'000 + 1'000'000));
        c.set("email", QStringLiteral("office%1@%2.example").arg(i).arg(word(seed, 2).toLower()));
        c.set("city", QLatin1String(cities[seed / 3 % std::size(cities)]));
        c.set("country", QStringLiteral("RU"));
        clients.add(c, owner, longAgo + i);
        Record t(task, firstTask + i);
        t.set("title", QStringLiteral("Call %1 about %2").arg(word(seed, 3), word(seed / 5, 2)) +
                           (rare ? QStringLiteral(" Zyxquark") : QString()));
        t.set("status_id", statuses[qsizetype(seed / 11 % quint64(statuses.size()))]);
        t.set("assignee_id", owner);
        t.set("deadline", QDateTime::fromMSecsSinceEpoch(longAgo + qint64(seed % 200'000) * 60'000));
        t.set("parent_entity", key);
        t.set("parent_id", c.id());
        tasks.add(t, owner, longAgo + i);
        if (i % notesEvery == 0) {
            Record n(note, firstNote + i);
            n.set("title", QStringLiteral("Talk with %1").arg(word(seed, 2)));
            n.set("parent_entity", key);
            n.set("parent_id", c.id());
            notes.add(n, owner, longAgo + i);
        }
    }
    for (RowWriter *writer : {&clients, &tasks, &notes})
        writer->close();
    const std::pair<const Entity *, RowWriter *> loads[] = {{&client, &clients}, {&task, &tasks}, {&note, &notes}};
    for (const auto &[entity, writer] : loads)
        fillTable(entity->key(), writer->columns().join(u','));
    sql(QStringLiteral("ANALYZE TABLE {data}.reach, {data}.levels, {data}.people, {data}.sessions"));
}

/// Full-text indexes are dropped meanwhile: built at the end they cost a fraction.
void BenchOffice::fillTable(const QString &entity, const QString &columns)
{
    const QString file = m_server->place().folder + u'/' + entity;
    const QString load = QStringLiteral("SET foreign_key_checks=0, unique_checks=0; LOAD DATA INFILE '%1' INTO TABLE "
                                        "{data}.`%2` CHARACTER SET utf8mb4 (%3)");
    const bool internal = hasInternalSearch(m_catalog->at(entity));
    sql(load.arg(file + QStringLiteral(".tsv"), entity, columns));
    sql(QStringLiteral("ALTER TABLE {data}.`%1__search` DROP KEY ft_all").arg(entity));
    if (internal)
        sql(QStringLiteral("ALTER TABLE {data}.`%1__search` DROP KEY ft_staff").arg(entity));
    sql(load.arg(file + QStringLiteral("_search.tsv"), entity + QStringLiteral("__search"),
                 QStringLiteral("id,text_all,text_internal,words_all,words_internal")));
    sql(QStringLiteral("ALTER TABLE {data}.`%1__search` ADD FULLTEXT KEY ft_all (words_all)").arg(entity));
    if (internal)
        sql(QStringLiteral("ALTER TABLE {data}.`%1__search` ADD FULLTEXT KEY ft_staff (words_all,words_internal)")
                .arg(entity));
    sql(QStringLiteral("ANALYZE TABLE {data}.`%1`, {data}.`%1__search`").arg(entity));
    QFile::remove(file + QStringLiteral(".tsv"));
    QFile::remove(file + QStringLiteral("_search.tsv"));
}

// --- using it

ServerAddress BenchOffice::address() const
{
    ServerAddress a;
    a.host = QStringLiteral("127.0.0.1");
    a.port = m_server->port();
    a.database = m_names.database();
    a.caFile = m_server->caFile();
    return a;
}
const Registry &BenchOffice::registry() const { return test::builtinRegistry(); }

std::unique_ptr<ServerRepository> BenchOffice::connect(const QString &login) const
{
    return std::make_unique<ServerRepository>(
        address(), std::make_shared<ServerLogin>(loginOf(login), test::TempOffice::usualPassword), registry());
}

Worker BenchOffice::viewer(int which) const { return worker(QStringLiteral("v%1").arg(which)); }

Worker BenchOffice::worker(const QString &login) const
{
    Worker out{login, connect(login), {}, m_size.rows};
    const Level level = out.repository->actor().policy.level(m_catalog->at(QStringLiteral("clients")), Verb::Read);
    if (level < Level::All) {
        const QString mine = QStringLiteral("FROM {data}.reach WHERE user_id=%1 AND kind<=%2")
                                 .arg(out.repository->actor().userId)
                                 .arg(int(level));
        out.scopes = sql(QStringLiteral("SELECT GROUP_CONCAT(scope_id) ") + mine).first().first();
        out.rows = sql(QStringLiteral("SELECT COUNT(*) FROM {data}.clients WHERE live=1 AND scope_id IN (SELECT "
                                      "scope_id %1)")
                           .arg(mine))
                       .first()
                       .first()
                       .toLongLong();
    }
    return out;
}

Sql BenchOffice::onBareTables(const Sql &sql, const Worker &viewer) const
{
    static const QRegularExpression named(QStringLiteral("(?<![.`])`([a-z0-9_]+)`(?!\\.)"));
    Sql out{{}, sql.values};
    qsizetype from = 0;
    for (auto it = named.globalMatch(sql.text); it.hasNext();) {
        const QRegularExpressionMatch m = it.next();
        QString name = m.captured(1);
        for (const char *view : {"__all", "__near", "__title"}) {
            if (name.endsWith(QLatin1String(view)))
                name.chop(qsizetype(strlen(view)));
        }
        out.text += sql.text.mid(from, m.capturedStart() - from) + m_names.table(name);
        from = m.capturedEnd();
    }
    out.text += sql.text.mid(from);
    if (!viewer.scopes.isEmpty())
        out.text.replace(QStringLiteral("m.live=1"),
                         QStringLiteral("m.live=1 AND m.scope_id IN (%1)").arg(viewer.scopes));
    return out;
}

QString BenchOffice::sqlText(const QString &text) const { return filled(m_names, text); }
QList<QStringList> BenchOffice::sql(const QString &text) const { return m_server->sql(sqlText(text)); }

qint64 BenchOffice::folderBytes() const
{
    qint64 bytes = 0;
    for (QDirIterator it(m_server->place().folder, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        it.next();
        bytes += it.fileInfo().size();
    }
    return bytes;
}

} // namespace crm::bench
