// Import of a file into an entity: what would happen, then the same for good.
//
//     Importer importer(repository, file, {.entity = "orders", .match = {"external_id"}});
//     ImportReport plan = importer.plan();         // reads everything, writes nothing
//     ImportReport done = importer.run(progress);  // done.batch: what Repository::undoBatch() takes back
//
// Columns go to fields by their heads (English and Russian) or by a given map; references are found by a field one
// names; records that hang on the imported one (a client's contacts) and lines of documents are made from the same
// file. Rows that cannot be used are refused one by one, with line, column, value and reason.
//
// plan() tries every row in a transaction that is rolled back, so what it says is what would happen: rules, rights,
// locks, uniqueness and all. Memory does not depend on the size of the file, which must be seekable.
#pragma once
#include "core/exchange/import_mapping.h"
#include "core/exchange/import_source.h"
#include "core/exchange/import_values.h"
#include "core/model/error.h"
#include "core/store/repository.h"

namespace crm {

enum class OnMatch { Update, Skip, Refuse };

struct ImportOptions
{
    QString entity;
    QList<ColumnTarget> map = {}; ///< columns and constants that the person has named
    bool guess = true;            ///< the other columns by their heads
    QStringList match = {};       ///< fields that tell which record is meant; empty: id or external_id, if mapped
    bool matchNothing = false;    ///< every row is a new record
    OnMatch onMatch = OnMatch::Update;
    bool keepFilled = false; ///< an empty cell leaves what is stored; else it empties the field
    /// References whose missing targets are made, by their title; custom fields that get the missing choices.
    QStringList createMissing = {};
    QList<ValueAnswer> answers = {}; ///< what single values mean that are not known; they go before createMissing
    bool allOrNothing = false;       ///< one transaction, and none of it if a single row is refused
    DateOrder dateOrder = DateOrder::Unknown;
    QLocale locale = QLocale();
    SourceOptions source = {};
    int preview = 10;        ///< rows of the report as they will be
    int mostFaults = 1000;   ///< kept in the report; all are counted and go to the refused rows
    int rowsAtOnce = 5000;   ///< in one transaction
    QSet<qint64> lines = {}; ///< of the file, as RowFault::line says them; the other rows are passed over. Empty: all
};

struct RowFault
{
    qint64 line = 0;
    QString column; ///< head in the file; empty: the whole row
    QString value;  ///< as it stands in the file
    QString reason;
};

enum class Outcome { Insert, Update, Unchanged, Skip, Refused };
CRM_CORE QString outcomeName(Outcome outcome); ///< "insert" ...: for machines
CRM_CORE QString outcomeText(Outcome outcome); ///< "new" ...: for people

struct PreviewRow
{
    qint64 line = 0;
    Outcome outcome = Outcome::Insert;
    QStringList values; ///< by ImportReport::previewPaths, as people read them
};

struct ImportCounts
{
    qint64 inserted = 0, updated = 0;
};

struct CRM_CORE ImportReport
{
    QString entity;
    bool dryRun = false;
    bool nothingWritten = false; ///< all-or-nothing, and a row was refused
    QString source;              ///< "CSV, UTF-8, separator ,"
    QString encoding, separator;
    QList<ColumnTarget> map; ///< as it was used
    QStringList unused;      ///< heads that went nowhere
    QStringList match;

    qint64 rows = 0;
    qint64 inserted = 0, updated = 0, unchanged = 0, skipped = 0, refused = 0;
    QMap<QString, ImportCounts> others; ///< records of other entities made or changed on the way
    Id batch = 0;                       ///< 0: nothing was written
    QStringList remarks;                ///< what a person should know, in sentences
    QStringList doubts;                 ///< questions that run() refuses to gamble on
    QStringList previewPaths, previewLabels;
    QList<PreviewRow> preview;
    QList<RowFault> faults;
    qint64 faultCount = 0;
    QSet<qint64> refusedLines;   ///< all of them
    QList<UnknownValue> unknown; ///< as the file has them; the rows of those that nobody has answered are refused
    bool moreUnknown = false;    ///< there are more than the report keeps
};

struct NewChoices;
class ImportRun;

class CRM_CORE Importer
{
public:
    /// Opens the source and settles the mapping. Throws Error: no such entity, nothing mapped, no right.
    Importer(Repository &repository, QIODevice &device, ImportOptions options);
    ~Importer();

    const QStringList &headers() const;
    const QList<ColumnTarget> &mapping() const;
    /// Progress counts bytes. A cancelled import throws Error(Cancelled) and leaves nothing behind.
    ImportReport plan(const Progress &progress = {});
    /// @param refused gets the refused rows as CSV, with line and reason, ready to be mended and imported again
    ImportReport run(const Progress &progress = {}, QIODevice *refused = nullptr);

    /// The same a step at a time, so that others have the repository in between:
    ///     importer.begin(Importer::Write, &refused);
    ///     while (importer.step(progress)) ...
    ///     use(importer.report());
    enum Mode { Try, Write };
    void begin(Mode mode, QIODevice *refused = nullptr);
    /// False when there is nothing more to do. When it throws, what was imported until then has been taken back.
    bool step(const Progress &progress = {});
    const ImportReport &report() const { return m_report; }

private:
    void tried(const NewChoices &choices, const Progress &progress);
    void writeWhole(const NewChoices &choices, const Progress &progress);
    void learn(const NewChoices &choices);
    [[noreturn]] void takeBack(const Error &error, Id batch, const NewChoices &choices);

    Repository &m_repository;
    ImportOptions m_options;
    std::unique_ptr<ImportSource> m_source;
    QList<ColumnTarget> m_map;
    std::unique_ptr<ImportRun> m_run; ///< under way
    ImportReport m_report;
    Mode m_mode = Try;
};

} // namespace crm
