// One pass of an import over its file: chunks of rows, each built, saved (or tried) and counted. Private to Importer.
#pragma once
#include "core/exchange/csv_writer.h"
#include "core/exchange/import_rows.h"
#include "core/store/store_repository.h"

namespace crm {

/// As long as it lives the repository knows the choices that are about to be added.
class KnownChoices
{
public:
    KnownChoices(Repository &repository, const NewChoices &choices)
        : m_store(dynamic_cast<StoreRepository &>(repository))
    {
        if (!choices.catalog || m_store.catalog() == choices.catalog)
            return;
        m_before = m_store.catalog();
        m_store.shareCatalog(choices.catalog);
    }
    ~KnownChoices()
    {
        try {
            if (m_before)
                m_store.shareCatalog(m_before);
        } catch (const Error &) {
            // The disk or the server has gone, and that is what is being thrown already.
        }
    }
    Q_DISABLE_COPY_MOVE(KnownChoices)

private:
    StoreRepository &m_store;
    std::shared_ptr<const Catalog> m_before;
};

class ImportRun
{
public:
    enum Mode {
        Try,  ///< every save is rolled back
        Write ///< in batches that one undoBatch() takes back
    };
    ImportRun(Repository &repository, ImportSource &source, const ImportOptions &options,
              const QList<ColumnTarget> &map, Mode mode);
    /// @param refused outlives the run; null: nobody wants them
    void begin(QIODevice *refused);
    /// Of a run that comes after another one, which has found them, while the repository knows their catalog.
    void takeChoices(const NewChoices &choices) { m_choices = choices; }
    const NewChoices &choices() const { return m_choices; }
    /// Some rows more: of the first pass, which looks at the file, then of the second. False when there are no more.
    bool step(const Progress &progress);
    const ImportReport &report() const { return m_report; }
    Id batch() const { return m_report.batch; }

private:
    void describe();
    void beginRows();
    void addChoices();
    void describeUnknown();
    void end();
    bool readChunk(ImportChunk &chunk);
    void takeChunk(ImportChunk &chunk);
    void tryChunk(ImportChunk &chunk);
    void saveMissing();
    void save(const QList<Document> &documents);
    void saveUnits(ImportChunk &chunk, qsizetype from, qsizetype to);
    void attempt(const ImportChunk &chunk, qsizetype from, qsizetype to);
    void refuseUnit(ImportChunk &chunk, ImportUnit &unit, const Error &error);
    void count(const ImportChunk &chunk);
    void noteTitle(const ImportRow &row);
    void remarkTitles();

    void addPreviewPaths();
    void preview(const ImportChunk &chunk);
    QStringList previewValues(const ImportRow &row, const ImportUnit &unit);
    const Record *previewRecord(const ImportRow &row, const ImportUnit &unit, const QString &child,
                                QList<Document> &kept);
    QString titleOf(const QString &entity, Id id);

    Repository &m_repository;
    ImportSource &m_source;
    const ImportOptions &m_options;
    Mode m_mode;
    ImportColumns m_columns;
    std::unique_ptr<RowBuilder> m_builder; ///< once the file has been surveyed
    NewChoices m_choices;
    QList<Document> m_definitions; ///< of fields that get choices; to be saved before any row
    ImportReport m_report;
    QList<ImportRow> m_waiting;     ///< read, but they have to wait for the rows before them
    QList<Document> m_triedMissing; ///< of Try: what every chunk needs to have been saved
    qint64 m_total = 0;
    bool m_surveying = true;
    QIODevice *m_refusedDevice = nullptr;

    int m_titleReader = -1;
    QHash<size_t, qint64> m_titles; ///< hash of a title -> line where it came first
    qint64 m_titled = 0;
    QString m_repeated;
    qint64 m_repeatedFirst = 0, m_repeatedAgain = 0;
    QHash<QPair<QString, Id>, QString> m_shownTitles;
    std::unique_ptr<CsvWriter> m_refused;
};

} // namespace crm
