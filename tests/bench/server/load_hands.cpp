#include "tests/bench/server/load_hands.h"
#include <QUuid>

namespace crm::bench {

namespace {
const QString clients = QStringLiteral("clients"), tasks = QStringLiteral("tasks");
constexpr int pageSize = 100, newsAtOnce = 1000;

class GuardedHands final : public Hands
{
public:
    GuardedHands(const BenchOffice &office, const QString &login)
        : m_repository(office.connect(login))
        , m_database(&m_repository->database())
        , m_connection(m_database->scalar(QStringLiteral("SELECT CONNECTION_ID()")).toLongLong())
    {}
    qint64 poll() override { return m_repository->feedState().head; }
    void news(qint64 since) override { m_repository->changesSince(since, newsAtOnce); }
    QList<Id> firstClients() override
    {
        m_page = m_repository->page(Query(clients), {});
        QList<Id> ids;
        for (const auto &row : std::as_const(m_page.rows))
            ids << row.id;
        return ids;
    }
    void nextClients() override
    {
        m_repository->page(Query(clients), {PageAt::From, m_page.rows.last().key, 0, pageSize});
    }
    void firstTasks() override { m_repository->page(Query(tasks), {}); }
    void countTasks() override { m_repository->totals(Query(tasks), {}); }
    void find(const QString &word) override
    {
        Query query(clients);
        query.search = word;
        m_repository->page(query, {});
    }
    void openClient(Id id) override { m_open = m_repository->open(clients, id).document; }
    qint64 saveClient(const QString &state) override
    {
        m_open.set(QStringLiteral("state"), state);
        return m_repository->save(m_open, SaveKey::fresh()).change;
    }
    qint64 connection() const override { return m_connection; }
    qint64 statementsRun() const override { return m_repository->database().statementsRun(); }
    bool isAnew() override { return std::exchange(m_database, &m_repository->database()) != m_database; }

private:
    std::unique_ptr<ServerRepository> m_repository;
    Database *m_database;
    qint64 m_connection;
    Page m_page;
    Document m_open;
};

class BareHands final : public Hands
{
public:
    BareHands(const BenchOffice &office, const QString &login)
        : m_office(office)
        , m_link(office.server())
    {
        const Worker who = office.worker(login);
        m_user = who.repository->actor().userId;
        m_name = who.repository->actor().name;
        Reading reading(who.db(), who.repository->catalog(), who.repository->actor());
        const auto bare = [&](const Query &query, const PageAt &at) {
            return BareLink::inlined(office.onBareTables(reading.pageSql(query, at), who));
        };
        m_first = bare(Query(clients), {});
        m_tasks = bare(Query(tasks), {});
        const Page page = who.repository->page(Query(clients), {});
        m_next = bare(Query(clients), {PageAt::From, page.rows.last().key, 0, pageSize});
        m_count = BareLink::inlined(
            office.onBareTables({QStringLiteral("SELECT count(*) FROM `tasks` m WHERE m.live=1")}, who));
        // A row of the texts is small beside the row itself: the bare look does not need the index of words either.
        m_find = office.onBareTables({QStringLiteral("SELECT m.id,m.name FROM `clients` m JOIN `clients__search` s ON "
                                                     "s.id=m.id WHERE m.live=1 AND MATCH(s.words_all) AGAINST(? IN "
                                                     "BOOLEAN MODE) ORDER BY m.name__f LIMIT 101")},
                                     who);
        m_hanging = hanging(who.repository->open(clients, page.rows.first().id).related);
        m_connection = m_link.number(QByteArrayLiteral("SELECT CONNECTION_ID()"));
    }
    qint64 poll() override
    {
        return read(QStringLiteral("SELECT head,access_version,schema_version,maintenance FROM {data}.feed_head"));
    }
    void news(qint64 since) override
    {
        read(QStringLiteral("SELECT n,entity,record_id,op,version,user_id FROM {data}.changes WHERE n>%1 ORDER BY n "
                            "LIMIT %2")
                 .arg(since)
                 .arg(newsAtOnce));
    }
    QList<Id> firstClients() override { return counted(m_first); }
    void nextClients() override { counted(m_next); }
    void firstTasks() override { counted(m_tasks); }
    void countTasks() override { counted(m_count); }
    void find(const QString &word) override
    {
        QStringList words;
        for (qsizetype i = 0; i + 3 <= word.size(); ++i)
            words << u'+' + word.mid(i, 3);
        counted(BareLink::inlined({m_find.text, {words.join(u' ')}}));
    }
    void openClient(Id id) override
    {
        m_open = id;
        read(QStringLiteral("SELECT * FROM {data}.clients WHERE id=%1").arg(id));
        read(QString(m_hanging).replace(u'?', QString::number(id)));
    }
    qint64 saveClient(const QString &state) override
    {
        const QString key = QUuid::createUuid().toString(QUuid::Id128);
        const QString text =
            QStringLiteral(
                "START TRANSACTION;"
                "SELECT version,scope_id,state INTO @v,@s,@b FROM {data}.clients WHERE id=%1 FOR UPDATE;"
                "UPDATE {data}.clients SET state='%2',state__f=LOWER('%2'),version=version+1,changed_at=%3,"
                "changed_by=%4 WHERE id=%1;"
                "INSERT INTO {data}.changes (tx,at,user_id,user_name,entity,decider,parent,record_id,op,version,"
                "scope_before,scope_after,fields) VALUES (CONNECTION_ID(),%3,%4,'%5','clients','clients','',%1,2,@v+1,"
                "@s,@s,CONCAT('{\"state\":{\"o\":',IFNULL(JSON_QUOTE(@b) COLLATE "
                "utf8mb4_nopad_bin,'null'),',\"n\":\"%2\"}}'));"
                "SET @q=LAST_INSERT_ID();"
                "INSERT INTO {data}.done_keys (key_bytes,at,user_id,result) VALUES (UNHEX('%6'),%3,%4,'[]');"
                "UPDATE {data}.feed_head SET head=(@n:=head+1) WHERE id=1;"
                "UPDATE {data}.changes SET n=@n WHERE seq=@q;"
                "COMMIT;"
                "SELECT @n")
                .arg(m_open)
                .arg(state)
                .arg(QDateTime::currentMSecsSinceEpoch())
                .arg(m_user)
                .arg(m_name, key);
        return read(text);
    }
    qint64 connection() const override { return m_connection; }
    qint64 statementsRun() const override { return m_link.statementsRun(); }

private:
    qint64 read(const QString &text) { return m_link.number(m_office.sqlText(text).toUtf8()); }
    QList<Id> counted(const QByteArray &text) { return m_link.ids(text); }

    /// How many records hang on a client, as they are counted when one is opened.
    QString hanging(const QList<RelatedCount> &related) const
    {
        QStringList counts{QStringLiteral("1")};
        for (const RelatedCount &r : related) {
            const QString of =
                r.field == QLatin1String("parent_id") ? QStringLiteral(" AND parent_entity='clients'") : QString();
            counts << QStringLiteral("(SELECT count(*) FROM (SELECT 1 FROM {data}.`%1` WHERE `%2`=?%3 AND live=1 LIMIT "
                                     "1001) x)")
                          .arg(r.entity, r.field, of);
        }
        return QStringLiteral("SELECT ") + counts.join(u',');
    }

    const BenchOffice &m_office;
    BareLink m_link;
    Id m_user = 0, m_open = 0;
    QString m_name, m_hanging;
    QByteArray m_first, m_next, m_tasks, m_count;
    Sql m_find;
    qint64 m_connection = 0;
};
} // namespace

std::unique_ptr<Hands> guardedHands(const BenchOffice &office, const QString &login)
{
    return std::make_unique<GuardedHands>(office, login);
}
std::unique_ptr<Hands> bareHands(const BenchOffice &office, const QString &login)
{
    return std::make_unique<BareHands>(office, login);
}

} // namespace crm::bench
