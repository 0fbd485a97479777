#include "core/exchange/import.h"
#include "core/exchange/import_run.h"
#include "core/model/error.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

/// The sentence of what went wrong, and what became of the rows that had been imported until then.
Error withAftermath(const Error &error, const QString &aftermath)
{
    return Error(error.kind(), error.sentence() + u' ' + aftermath, error.details());
}
} // namespace

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Insert:
        return QStringLiteral("insert");
    case Outcome::Update:
        return QStringLiteral("update");
    case Outcome::Unchanged:
        return QStringLiteral("unchanged");
    case Outcome::Skip:
        return QStringLiteral("skip");
    case Outcome::Refused:
        return QStringLiteral("refused");
    }
    return {};
}

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Insert:
        return Tr::tr("new", "record of an import");
    case Outcome::Update:
        return Tr::tr("changed", "record of an import");
    case Outcome::Unchanged:
        return Tr::tr("unchanged", "record of an import");
    case Outcome::Skip:
        return Tr::tr("skipped", "record of an import");
    case Outcome::Refused:
        return Tr::tr("refused", "record of an import");
    }
    return {};
}

Importer::Importer(Repository &repository, QIODevice &device, ImportOptions options)
    : m_repository(repository)
    , m_options(std::move(options))
{
    const std::shared_ptr<const Catalog> catalog = repository.catalog();
    const Entity &entity = catalog->at(m_options.entity);
    const Policy &policy = repository.actor().policy;
    const Entity &decides = entity.isLine() ? catalog->at(entity.lineOf()) : entity;
    if (!policy.may(decides, entity.isLine() ? Verb::Update : Verb::Create) && !policy.may(decides, Verb::Update))
        throw Error(ErrorKind::Denied, Tr::tr("Your role may not import %1.").arg(entity.many().text()));
    m_source = ImportSource::open(device, m_options.source);
    m_map = m_options.guess ? guessMapping(*catalog, entity, repository.actor(), m_source->headers(), m_options.map)
                            : m_options.map;
    // Names that lead nowhere are told before anything is read.
    ImportColumns(repository, m_options, m_source->headers(), m_map, m_source->isExact());
}

Importer::~Importer() = default;

const QStringList &Importer::headers() const { return m_source->headers(); }
const QList<ColumnTarget> &Importer::mapping() const { return m_map; }

ImportReport Importer::plan(const Progress &progress)
{
    return ImportRun(m_repository, *m_source, m_options, m_map, ImportRun::Try).go(progress, nullptr);
}

ImportReport Importer::run(const Progress &progress, QIODevice *refused)
{
    return m_options.allOrNothing ? runWhole(progress, refused) : runBatches(progress, refused);
}

ImportReport Importer::runBatches(const Progress &progress, QIODevice *refused)
{
    ImportRun run(m_repository, *m_source, m_options, m_map, ImportRun::Write);
    try {
        return run.go(progress, refused);
    } catch (const Error &error) {
        if (!run.batch())
            throw withAftermath(error, Tr::tr("Nothing was imported."));
        try {
            m_repository.undoBatch(run.batch());
        } catch (const Error &second) {
            throw Error(error.kind(),
                        error.sentence() + u' ' +
                            Tr::tr("What was imported until then could not be taken back (%1): undo batch %2 later.")
                                .arg(second.sentence())
                                .arg(run.batch()),
                        error.details());
        }
        throw withAftermath(error, Tr::tr("What was imported until then has been taken back."));
    }
}

ImportReport Importer::runWhole(const Progress &progress, QIODevice *refused)
{
    // Which rows are at fault is found out before: inside the one transaction nothing could be tried.
    ImportRun attempt(m_repository, *m_source, m_options, m_map, ImportRun::Try);
    ImportReport report = attempt.go(progress, refused);
    if (report.refused > 0 || !report.doubts.isEmpty()) {
        report.nothingWritten = true;
        return report;
    }
    try {
        m_repository.atomically([&] {
            ImportRun run(m_repository, *m_source, m_options, m_map, ImportRun::Write);
            report = run.go(progress, nullptr); // the first one has written the heads of the refused rows
            if (report.refused > 0)
                throw Error(ErrorKind::Validation, report.faults.first().reason);
        });
    } catch (const Error &error) {
        throw withAftermath(error, Tr::tr("Nothing was imported."));
    }
    return report;
}

} // namespace crm
