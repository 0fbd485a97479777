#include "core/store/integrity.h"
#include "core/model/format.h"
#include "core/store/fast_fields.h"
#include "core/store/kept_sql.h"
#include "core/store/stored_documents.h"
#include "core/store/writing.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Integrity)
};
constexpr int mostFaults = 100;

class Inspection
{
public:
    Inspection(Database &db, const Catalog &catalog)
        : m_db(db)
        , m_catalog(catalog)
    {}
    QStringList faults;

    void inspectFile()
    {
        Rows rows = m_db.run(QStringLiteral("PRAGMA main.integrity_check(20)"));
        while (rows.next()) {
            if (rows.text(0) != QLatin1String("ok"))
                add(Tr::tr("The file is damaged: %1").arg(rows.text(0)));
        }
        Rows keys = m_db.run(QStringLiteral("PRAGMA main.foreign_key_check"));
        while (keys.next()) {
            add(Tr::tr("%1: record %2 points to a missing record of %3.")
                    .arg(keys.text(0), keys.text(1), keys.text(2)));
        }
        const qint64 head = m_db.scalar(QStringLiteral("SELECT head FROM main.feed_head")).toLongLong();
        const qint64 last = m_db.scalar(QStringLiteral("SELECT ifnull(max(n),0) FROM main.changes")).toLongLong();
        if (head != last)
            add(Tr::tr("The change log ends at %1, but its head says %2.").arg(last).arg(head));
    }

    void inspectRows(const Entity &e)
    {
        const QString table = QStringLiteral("main.") + quoted(e.key());
        if (e.isLine()) {
            count(QStringLiteral("SELECT count(*) FROM %1 l WHERE NOT EXISTS (SELECT 1 FROM main.%2 p WHERE p.id=l.%3)")
                      .arg(table, quoted(e.lineOf()), quoted(e.lineParentField())),
                  Tr::tr("%1: %2 line(s) belong to no document."), e);
        }
        count(
            QStringLiteral("SELECT count(*) FROM %1 t WHERE version<1 OR version<(SELECT ifnull(max(c.version),0) FROM "
                           "main.changes c WHERE c.record_id=t.id AND c.entity='%2')")
                .arg(table, e.key()),
            Tr::tr("%1: %2 record(s) are older than their history says."), e);
        for (const Field &f : e.fieldList()) {
            if (isListKind(f.kind()) && !f.isCustom()) {
                const QString links = QStringLiteral("main.") + quoted(linkTable(e, f));
                count(QStringLiteral(
                          "SELECT count(*) FROM %1 l WHERE NOT EXISTS (SELECT 1 FROM %2 t WHERE t.id=l.owner_id)")
                          .arg(links, table),
                      Tr::tr("%1: %2 link(s) of no record."), e);
            }
        }
        const QString fts = e.key() + QStringLiteral("__fts");
        if (!m_db.scalar(QStringLiteral("SELECT 1 FROM main.sqlite_master WHERE name=?"), {fts}).isNull()) {
            count(QStringLiteral(
                      "SELECT count(*) FROM %1 t WHERE NOT EXISTS (SELECT 1 FROM main.%2 f WHERE f.rowid=t.id)")
                      .arg(table, quoted(fts)),
                  Tr::tr("%1: %2 record(s) are missing in full-text search."), e);
        }
    }

    /// Runs the rules over every stored document again: a computed field must come out as it is stored.
    void inspectComputed(const Entity &e)
    {
        if (!hasTotals(e))
            return;
        StoreReader reader(m_db, m_catalog);
        StoredDocuments documents(m_db, m_catalog);
        Id last = 0;
        while (faults.size() < mostFaults) {
            IdList ids;
            {
                Rows rows = m_db.run(
                    QStringLiteral("SELECT id FROM main.%1 WHERE id>? AND deleted_at IS NULL ORDER BY id LIMIT 400")
                        .arg(quoted(e.key())),
                    {last});
                while (rows.next())
                    ids << rows.integer(0);
            }
            if (ids.isEmpty())
                return;
            last = ids.last();
            const QList<Document> part = documents.load(e, ids, StoredDocuments::Table);
            for (const Document &d : part) {
                const QStringList found = computedFaults(d, reader);
                for (const QString &sentence : found)
                    add(sentence);
            }
        }
    }

    void inspectSums(const Entity &e)
    {
        const QStringList found = sumFaults(
            m_db, m_catalog.registry(), e, [](const Entity &of) { return QStringLiteral("main.") + quoted(of.key()); });
        for (const QString &sentence : found)
            add(sentence);
    }

private:
    void add(const QString &sentence)
    {
        if (faults.size() < mostFaults)
            faults << sentence;
    }

    void count(const QString &sql, const QString &sentence, const Entity &e)
    {
        const qint64 n = m_db.scalar(sql).toLongLong();
        if (n > 0)
            add(sentence.arg(e.many().text()).arg(n));
    }

    Database &m_db;
    const Catalog &m_catalog;
};
} // namespace

bool hasTotals(const Entity &entity)
{
    // Totals are what must be exact; other computed fields follow their own record.
    const QList<Field> &fields = entity.fieldList();
    return !entity.lineTables().isEmpty() && !entity.isLine() &&
           std::any_of(fields.begin(), fields.end(), [](const Field &f) { return f.isComputed(); });
}

QStringList sumFaults(Database &db, const Registry &registry, const Entity &source,
                      const std::function<QString(const Entity &)> &nameOf)
{
    QStringList faults;
    const QList<KeptTarget> targets = sumsOver(registry, source);
    for (const KeptTarget &t : targets) {
        const qint64 wrong = db.scalar(wrongSumsSql(t, nameOf(*t.entity), nameOf(source))).toLongLong();
        if (wrong > 0)
            faults << Tr::tr("%1: “%2” of %3 record(s) is not the sum of what stands in “%4”.")
                          .arg(t.entity->many().text(), t.field->label().text())
                          .arg(wrong)
                          .arg(source.many().text());
    }
    return faults;
}

QStringList computedFaults(const Document &stored, Reader &reader)
{
    static const Actor system = Actor::system();
    Document again = stored;
    QList<FieldFault> ignored;
    for (const Rule &rule : stored.entity().rules()) {
        RuleContext context{system, &stored, again, QDateTime::currentDateTimeUtc(), reader, ignored};
        rule(context);
    }
    QStringList faults;
    for (const Field &f : stored.entity().fieldList()) {
        const bool total = f.isComputed() && f.kind() == Kind::Money;
        if (total && again.value(f.key()) != stored.value(f.key())) {
            faults << Tr::tr("%1 “%2”: “%3” is stored as %4, but comes out as %5.")
                          .arg(stored.entity().one().text(), stored.head().title(), f.label().text(),
                               machineText(f, stored.value(f.key()), {}), machineText(f, again.value(f.key()), {}));
        }
    }
    return faults;
}

QStringList findFaults(Database &db, const Catalog &catalog, const Progress &progress)
{
    Transaction snapshot(db, Transaction::Read);
    Inspection inspection(db, catalog);
    inspection.inspectFile();
    qint64 done = 0;
    for (const Entity *e : catalog.entities()) {
        if (progress && !progress(done++, catalog.entities().size()))
            throw Error(ErrorKind::Cancelled, Tr::tr("Cancelled."));
        inspection.inspectRows(*e);
        inspection.inspectComputed(*e);
        inspection.inspectSums(*e);
    }
    inspection.faults += fastFaults(db, catalog);
    snapshot.commit();
    return inspection.faults;
}

} // namespace crm
