#include "core/exchange/import.h"
#include "core/exchange/import_run.h"
#include "core/exchange/import_targets.h"
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
    if (const QString reason = whyNotImport(*catalog, entity, repository.actor().policy); !reason.isEmpty())
        throw Error(ErrorKind::Denied, reason);
    m_source = ImportSource::open(device, m_options.source);
    m_map = m_options.guess ? guessMapping(*catalog, entity, repository.actor(), m_source->headers(), m_options.map)
                            : m_options.map;
    // Names that lead nowhere are told before anything is read.
    ImportColumns(repository, m_options, *m_source, m_map);
}

Importer::~Importer() = default;

const QStringList &Importer::headers() const { return m_source->headers(); }
const QList<ColumnTarget> &Importer::mapping() const { return m_map; }

ImportReport Importer::plan(const Progress &progress)
{
    begin(Try);
    while (step(progress)) {
    }
    return m_report;
}

ImportReport Importer::run(const Progress &progress, QIODevice *refused)
{
    begin(Write, refused);
    while (step(progress)) {
    }
    return m_report;
}

void Importer::begin(Mode mode, QIODevice *refused)
{
    m_mode = mode;
    m_report = {};
    // Of all or nothing it is found out before which rows are at fault: inside the one transaction nothing could be
    // tried.
    const bool tries = mode == Try || m_options.allOrNothing;
    m_run = std::make_unique<ImportRun>(m_repository, *m_source, m_options, m_map,
                                        tries ? ImportRun::Try : ImportRun::Write);
    m_run->begin(refused);
}

bool Importer::step(const Progress &progress)
{
    if (!m_run)
        return false;
    try {
        if (m_run->step(progress))
            return true;
    } catch (const Error &error) {
        const std::unique_ptr<ImportRun> run = std::move(m_run);
        if (m_mode == Try || m_options.allOrNothing)
            throw;
        takeBack(error, run->batch(), run->choices());
    }
    m_report = m_run->report();
    const NewChoices choices = m_run->choices();
    m_run.reset();
    if (m_mode == Write && m_options.allOrNothing)
        tried(choices, progress);
    if (m_mode == Write)
        learn(choices);
    return false;
}

/// Of all or nothing: every row has been tried.
void Importer::tried(const NewChoices &choices, const Progress &progress)
{
    if (m_report.refused > 0 || !m_report.doubts.isEmpty()) {
        m_report.nothingWritten = true;
        return;
    }
    const KnownChoices known(m_repository, choices); // not within the transaction
    try {
        m_repository.atomically([&] { writeWhole(choices, progress); });
    } catch (const Error &error) {
        throw withAftermath(error, Tr::tr("Nothing was imported."));
    }
}

void Importer::writeWhole(const NewChoices &choices, const Progress &progress)
{
    ImportRun run(m_repository, *m_source, m_options, m_map, ImportRun::Write);
    run.takeChoices(choices);
    run.begin(nullptr); // the first one has written the heads of the refused rows
    while (run.step(progress)) {
    }
    const QList<UnknownValue> unknown = std::move(m_report.unknown); // what was missing is there by now
    m_report = run.report();
    m_report.unknown = unknown;
    if (m_report.refused > 0)
        throw Error(ErrorKind::Validation, m_report.faults.first().reason);
}

/// The definitions have been written: the repository's own catalog has them from now on.
void Importer::learn(const NewChoices &choices)
{
    if (!choices.catalog)
        return;
    auto &store = dynamic_cast<StoreRepository &>(m_repository);
    store.refresh(store.feedState());
}

void Importer::takeBack(const Error &error, Id batch, const NewChoices &choices)
{
    if (!batch)
        throw withAftermath(error, Tr::tr("Nothing was imported."));
    try {
        learn(choices); // else the values would look as if somebody had changed them since
        m_repository.undoBatch(batch);
    } catch (const Error &second) {
        throw Error(error.kind(),
                    error.sentence() + u' ' +
                        Tr::tr("What was imported until then could not be taken back (%1): undo batch %2 later.")
                            .arg(second.sentence())
                            .arg(batch),
                    error.details());
    }
    throw withAftermath(error, Tr::tr("What was imported until then has been taken back."));
}

} // namespace crm
