#include "core/exchange/import_run.h"
#include "core/exchange/import_targets.h"
#include "core/model/error.h"
#include "core/model/text.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

struct RolledBack
{};

constexpr qsizetype mostTitles = 2'000'000;

/// Faults of what the row says; the others (disk full, locked, damaged) end the import.
bool isOfTheRow(ErrorKind kind)
{
    return kind == ErrorKind::Validation || kind == ErrorKind::Denied || kind == ErrorKind::Conflict ||
           kind == ErrorKind::NotFound;
}

QList<Document> changedDocuments(const ImportChunk &chunk, qsizetype from, qsizetype to)
{
    QList<Document> documents;
    for (qsizetype i = from; i < to; ++i) {
        const ImportUnit &unit = chunk.units[i];
        for (qsizetype d = 0; d < unit.documents.size() && !unit.rows.isEmpty(); ++d) {
            if (unit.isNew[d] || unit.documents[d].isChanged())
                documents << unit.documents[d];
        }
    }
    return documents;
}

[[noreturn]] void cancelled() { throw Error(ErrorKind::Cancelled, Tr::tr("The import was cancelled.")); }
} // namespace

ImportRun::ImportRun(Repository &repository, ImportSource &source, const ImportOptions &options,
                     const QList<ColumnTarget> &map, Mode mode)
    : m_repository(repository)
    , m_source(source)
    , m_options(options)
    , m_mode(mode)
    , m_columns(repository, options, source, map)
{
    m_report.map = map;
    m_titleReader = m_columns.indexOf(m_columns.entity().titleField());
}

void ImportRun::begin(QIODevice *refused)
{
    // The whole file is read once before anything is written, so that a fault at its end (a quote never closed) leaves
    // the data as it was.
    m_refusedDevice = refused;
    m_source.rewind();
}

bool ImportRun::step(const Progress &progress)
{
    if (m_surveying) {
        if (progress && !progress(0, 0))
            cancelled();
        m_surveying = m_columns.surveySome(m_source, &m_total);
        if (!m_surveying)
            beginRows();
        return true;
    }
    const KnownChoices known(m_repository, m_choices);
    ImportChunk chunk;
    if (!readChunk(chunk)) {
        end();
        return false;
    }
    if (m_mode == Write)
        takeChunk(chunk);
    else
        tryChunk(chunk);
    count(chunk);
    if (progress && !progress(m_report.rows, m_total))
        cancelled();
    return true;
}

/// Words that are to become choices: the rows are read with them, and the definitions go first into what is saved.
void ImportRun::addChoices()
{
    if (!m_choices.catalog)
        m_choices = m_columns.newChoices(m_repository);
    if (m_choices.catalog) {
        m_definitions = definitionsWithChoices(m_repository, m_choices.more);
        m_columns.useCatalog(m_choices.catalog);
    }
    m_builder = std::make_unique<RowBuilder>(m_repository, m_options, m_columns, m_mode == Try);
}

void ImportRun::beginRows()
{
    addChoices();
    describe();
    if (m_mode == Write && !m_report.doubts.isEmpty())
        throw Error(ErrorKind::Validation, m_report.doubts.join(u' '));
    if (m_refusedDevice) {
        m_refused = std::make_unique<CsvWriter>(*m_refusedDevice, CsvWriterOptions{.separator = u',', .bom = true});
        m_refused->row(m_source.headers() + QStringList{QStringLiteral("import_line"), QStringLiteral("import_error")});
    }
    addPreviewPaths();
    m_source.rewind();
}

void ImportRun::end()
{
    if (m_refused)
        m_refused->finish();
    remarkTitles();
    describeUnknown();
}

void ImportRun::describeUnknown()
{
    m_report.moreUnknown = m_builder->unknown().isCut();
    for (const UnknownValues::Entry &entry : m_builder->unknown().entries()) {
        const ValueReader &reader = m_columns.readers()[entry.reader];
        const BoundTarget &target = reader.target();
        const ValueAnswer *said = reader.answer(entry.name);
        const bool canAdd = entry.found == 0 &&
                            mayAddMissing(*m_columns.catalog(), m_repository.actor(), *target.field, target.by) &&
                            (target.isReference() || canBeChoice(entry.name));
        m_report.unknown.append({target.target.path, target.target.header, entry.name, entry.rows, entry.found, canAdd,
                                 entry.what, entry.what == ValueAnswer::Use && said ? said->use : QString()});
    }
}

void ImportRun::takeChunk(ImportChunk &chunk)
{
    m_builder->build(chunk);
    saveMissing();
    saveUnits(chunk, 0, chunk.units.size());
}

/// All of it for good, and then not: the transaction is rolled back.
void ImportRun::tryChunk(ImportChunk &chunk)
{
    m_builder->build(chunk);
    try {
        m_repository.atomically([&] {
            saveMissing();
            saveUnits(chunk, 0, chunk.units.size());
            preview(chunk);
            throw RolledBack{};
        });
    } catch (const RolledBack &) {
    }
}

void ImportRun::describe()
{
    m_report.entity = m_columns.entity().key();
    m_report.dryRun = m_mode == Try;
    m_report.source = m_source.description();
    m_report.encoding = m_source.encoding();
    m_report.separator = m_source.separator();
    m_report.match = m_columns.match();
    m_report.remarks = m_columns.remarks();
    m_report.doubts = m_columns.doubts();
    QSet<QString> used;
    for (const ValueReader &reader : m_columns.readers())
        used.insert(reader.target().target.header);
    for (const QString &header : m_source.headers()) {
        if (!used.contains(header))
            m_report.unused << header;
    }
}

bool ImportRun::readChunk(ImportChunk &chunk)
{
    chunk.rows = std::exchange(m_waiting, {});
    ImportRow row;
    while (chunk.rows.size() < m_options.rowsAtOnce && m_source.next(row.source)) {
        if (m_options.lines.isEmpty() || m_options.lines.contains(row.source.line))
            chunk.rows << row;
    }
    const qsizetype taken = m_builder->rowsToTake(chunk);
    m_waiting = chunk.rows.mid(taken);
    chunk.rows.resize(taken);
    return !chunk.rows.isEmpty();
}

// --- saving

void ImportRun::saveMissing()
{
    const QList<Document> missing = std::exchange(m_definitions, {}) + m_builder->takeMissing();
    for (const Document &document : missing) {
        ImportCounts &counts = m_report.others[document.entity().key()];
        ++(document.head().isNew() ? counts.inserted : counts.updated);
    }
    if (m_mode == Try)
        m_triedMissing += missing; // each chunk is tried anew
    const QList<Document> &needed = m_mode == Try ? m_triedMissing : missing;
    if (!needed.isEmpty())
        save(needed);
}

void ImportRun::save(const QList<Document> &documents)
{
    const Id batch = m_repository.saveMany(documents, m_report.batch).batch;
    if (m_mode == Write)
        m_report.batch = batch;
}

/// All of them at once; if that is refused, each half by itself, down to the unit that is at fault.
void ImportRun::saveUnits(ImportChunk &chunk, qsizetype from, qsizetype to)
{
    if (from == to)
        return;
    try {
        attempt(chunk, from, to);
    } catch (const Error &error) {
        if (!isOfTheRow(error.kind()))
            throw;
        if (from == 0 && to == chunk.units.size())
            m_builder->checkRows(chunk); // the cheap way to the rows at fault, before the sure one
        if (to - from == 1) {
            refuseUnit(chunk, chunk.units[from], error);
            return;
        }
        const qsizetype middle = from + (to - from) / 2;
        saveUnits(chunk, from, middle);
        saveUnits(chunk, middle, to);
    }
}

void ImportRun::attempt(const ImportChunk &chunk, qsizetype from, qsizetype to)
{
    const QList<Document> documents = changedDocuments(chunk, from, to);
    if (documents.isEmpty())
        return;
    if (m_mode == Write)
        save(documents);
    else
        m_repository.atomically([&] { save(documents); }); // of what is refused nothing may stay in the attempt
}

void ImportRun::refuseUnit(ImportChunk &chunk, ImportUnit &unit, const Error &error)
{
    const QList<qsizetype> rows = std::exchange(unit.rows, {});
    for (qsizetype r : rows) {
        ImportRow &row = chunk.rows[r];
        bool named = false;
        for (const FieldFault &fault : error.faults()) {
            if (!fault.line.isEmpty() && fault.line != row.linePlace)
                continue;
            const int reader = m_columns.indexOf(fault.field);
            if (reader >= 0 && (fault.line.isEmpty() || !row.linePlace.isEmpty()))
                m_columns.refuse(row, reader, fault.sentence);
            else
                m_columns.refuse(row, fault.sentence);
            named = true;
        }
        if (named)
            continue;
        m_columns.refuse(row, rows.size() == 1 || error.faults().isEmpty()
                                  ? error.sentence()
                                  : Tr::tr("Refused with its document: %1").arg(error.sentence()));
    }
    unit.documents.clear();
    unit.isNew.clear();
}

// --- counting

void ImportRun::count(const ImportChunk &chunk)
{
    for (const ImportRow &row : chunk.rows) {
        ++m_report.rows;
        switch (row.outcome) {
        case Outcome::Insert:
            ++m_report.inserted;
            break;
        case Outcome::Update:
            ++m_report.updated;
            break;
        case Outcome::Unchanged:
            ++m_report.unchanged;
            break;
        case Outcome::Skip:
            ++m_report.skipped;
            break;
        case Outcome::Refused:
            ++m_report.refused;
            m_report.refusedLines.insert(row.source.line);
            break;
        }
        noteTitle(row);
        m_report.faultCount += row.faults.size();
        for (const RowFault &fault : row.faults) {
            if (m_report.faults.size() < m_options.mostFaults)
                m_report.faults << fault;
        }
        if (!row.refused() || !m_refused)
            continue;
        QStringList cells, reasons;
        for (const QString &cell : row.source.cells)
            cells << spreadsheetSafe(m_source.guardsFormulas() ? withoutApostrophe(cell) : cell);
        for (const RowFault &fault : row.faults)
            reasons << (fault.column.isEmpty() ? fault.reason : fault.column + QStringLiteral(": ") + fault.reason);
        m_refused->row(cells << QString::number(row.source.line) << reasons.join(QStringLiteral("; ")));
    }
    for (const ImportUnit &unit : chunk.units) {
        const qsizetype first =
            m_columns.entity().isLine() ? 0 : 1; // lines count themselves, their documents are others
        for (qsizetype d = first; d < unit.documents.size() && !unit.rows.isEmpty(); ++d) {
            ImportCounts &counts = m_report.others[unit.documents[d].entity().key()];
            if (unit.isNew[d])
                ++counts.inserted;
            else if (unit.documents[d].isChanged())
                ++counts.updated;
        }
    }
}

void ImportRun::noteTitle(const ImportRow &row)
{
    if (m_titleReader < 0 || !row.source.fault.isEmpty())
        return;
    const QString title = m_columns.text(m_titleReader, row);
    if (title.isEmpty() || m_titles.size() >= mostTitles)
        return;
    ++m_titled;
    qint64 &line = m_titles[qHash(fold(title))];
    if (line == 0) {
        line = row.source.line;
    } else if (m_repeated.isEmpty()) {
        m_repeated = title;
        m_repeatedFirst = line;
        m_repeatedAgain = row.source.line;
    }
}

void ImportRun::remarkTitles()
{
    if (m_repeated.isEmpty())
        return;
    m_report.remarks
        << Tr::tr("“%1” is not unique: %2 rows, %3 distinct values. “%4”, for example, stands in lines %5 and %6.")
               .arg(m_columns.readers()[m_titleReader].target().field->label().text())
               .arg(m_titled)
               .arg(m_titles.size())
               .arg(m_repeated)
               .arg(m_repeatedFirst)
               .arg(m_repeatedAgain);
}

} // namespace crm
