// One pass of an import over its file: chunks of rows, each built, saved (or tried) and counted. Private to Importer.
#pragma once
#include "core/exchange/csv_writer.h"
#include "core/exchange/import_rows.h"

namespace crm {

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
    /// Some rows more: of the first pass, which looks at the file, then of the second. False when there are no more.
    bool step(const Progress &progress);
    const ImportReport &report() const { return m_report; }
    Id batch() const { return m_report.batch; }

private:
    void describe();
    void beginRows();
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
    RowBuilder m_builder;
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
