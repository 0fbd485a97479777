// Rows of a file as documents, a chunk at a time: values, references, which records exist already. Private to Importer.
#pragma once
#include "core/exchange/import.h"
#include "core/exchange/import_references.h"
#include "core/store/custom_fields.h"

namespace crm {

/// What the definitions of custom fields get beside what they have, and the catalog as it is then. Null: nothing.
struct NewChoices
{
    QList<MoreChoices> more = {};
    std::shared_ptr<const Catalog> catalog = {};
};

/// Values of the file that are known nowhere, counted.
class UnknownValues
{
public:
    /// @param found how many records are called so
    void note(int reader, const QString &name, qint64 line, ValueAnswer::What what, int found = 0);
    struct Entry
    {
        int reader;
        QString name;
        qint64 rows, lastLine;
        ValueAnswer::What what;
        int found;
    };
    const QList<Entry> &entries() const { return m_entries; } ///< in the order of the file
    bool isCut() const { return m_isCut; }                    ///< there were more

private:
    QList<Entry> m_entries;
    QHash<QPair<int, QString>, qsizetype> m_places; ///< by folded name
    bool m_isCut = false;
};

/// One row on its way.
struct ImportRow
{
    SourceRow source;
    Outcome outcome = Outcome::Insert;
    QList<RowFault> faults;
    qsizetype unit = -1;
    QString linePlace; ///< of a line: "order_lines/3", as faults of a document name it
    Id lineId = 0;
    bool refused() const { return outcome == Outcome::Refused; }
};

/// What is saved together or not at all: a record with those that hang on it, or a document with its lines.
struct ImportUnit
{
    QList<Document> documents; ///< the imported one first
    QList<bool> isNew;         ///< by document
    QList<qsizetype> rows;     ///< of the chunk
};

struct ImportChunk
{
    QList<ImportRow> rows;
    QList<ImportUnit> units;
};

/// The columns of an import with their readers, in the order of the map.
class ImportColumns
{
public:
    ImportColumns(Repository &repository, const ImportOptions &options, const ImportSource &source,
                  const QList<ColumnTarget> &map);

    const Entity &entity() const { return *m_entity; }
    const QList<ValueReader> &readers() const { return m_readers; }
    QList<ValueReader> &readers() { return m_readers; }
    const QStringList &match() const { return m_match; }
    /// Place of the target in readers(); -1: the file has no such column.
    int indexOf(const QString &path) const;
    /// The cell of a column as the readers want it, or the constant.
    QString text(int reader, const ImportRow &row) const;
    /// The value of text() in the row, read.
    QVariant value(int reader, const ImportRow &row, const QString &currency, QString *fault) const;
    void refuse(ImportRow &row, int reader, const QString &reason) const;
    void refuse(ImportRow &row, const QString &reason) const;
    /// Looks through some rows more and counts them; false at the end, when everything is settled.
    bool surveySome(ImportSource &source, qint64 *rows);
    QStringList remarks() const;
    QStringList doubts() const;
    /// What the survey has found that is to be added. Throws Error: the person may not, the field's choices are fixed.
    NewChoices newChoices(Repository &repository);
    /// From now on the fields are those of this catalog.
    void useCatalog(std::shared_ptr<const Catalog> catalog);
    const std::shared_ptr<const Catalog> &catalog() const { return m_catalog; }

private:
    void setAnswers(const ImportOptions &options);
    void settleMatch(const ImportOptions &options);
    void checkLine() const;

    std::shared_ptr<const Catalog> m_catalog;
    const Entity *m_entity; ///< of the catalog
    QStringList m_headers;
    QList<ValueReader> m_readers;
    QStringList m_match;
    bool m_guarded; ///< apostrophes come off
};

class RowBuilder
{
public:
    RowBuilder(Repository &repository, const ImportOptions &options, const ImportColumns &columns, bool dryRun);

    /// How many rows from the start may be saved together. Those behind them have to wait: they refer to these, or are
    /// lines of a document whose other lines are still to be read.
    qsizetype rowsToTake(const ImportChunk &chunk) const;
    /// Fills in units and outcomes of the rows; faults of their own refuse rows.
    void build(ImportChunk &chunk);
    /// Refuses the rows whose values a declaration forbids, with all their faults.
    void checkRows(ImportChunk &chunk) const;
    /// Dictionary rows that the chunk needs and that do not exist yet; the caller saves them first.
    QList<Document> takeMissing();
    const UnknownValues &unknown() const { return m_unknown; }

private:
    struct Values
    {
        QList<QVariant> list; ///< by reader; Money is read later, when the currency is known
        QStringList match;    ///< folded texts of the match fields
    };
    void readRow(ImportRow &row, Values &values);
    QVariant readReference(ImportRow &row, int reader);
    QVariant readReferences(ImportRow &row, int reader);
    Id resolve(ImportRow &row, int reader, const QString &text);
    void prepareReferences(const ImportChunk &chunk);
    void createMissing(int reader, const QSet<QString> &texts);
    void noteUnknownChoices(const ImportRow &row, int reader, const QString &text);
    QString named(int reader, const QString &text) const;

    QHash<QString, IdList> findMatches(const QList<Values> &values) const;
    QHash<Id, Document> loadMatched(const QHash<QString, IdList> &matches) const;
    void buildRecords(ImportChunk &chunk, QList<Values> &values);
    void buildLines(ImportChunk &chunk, QList<Values> &values);
    qsizetype lineFor(ImportRow &row, const QList<Record> &lines, const Values &values) const;
    void fill(ImportRow &row, Record &record, const Values &values, const QString &child, const QString &currency);
    void addChildren(ImportChunk &chunk, QList<Values> &values);
    void addChild(ImportChunk &chunk, ImportRow &row, const Values &values, const QString &child,
                  const QHash<QString, Document> &existing);
    QHash<QString, Document> loadChildren(const QString &child, const ImportChunk &chunk) const;
    QString identity(const Record &child, const QString &key) const;
    void settleIdentity(const QString &child);
    void check(ImportRow &row, const Record &record, const QString &child) const;
    void dropRefused(ImportChunk &chunk) const;

    Repository &m_repository;
    std::shared_ptr<const Catalog> m_catalog;
    const ImportOptions &m_options;
    const ImportColumns &m_columns;
    bool m_dryRun;
    ReferenceFinder m_finder;
    QList<Document> m_missing;
    UnknownValues m_unknown;
    QHash<int, QSet<QString>> m_made; ///< by reader: folded names of what was missing and is made
    /// What rows of this file are called, for references from other rows of it: reader of the name by reader.
    QHash<int, int> m_selfReferences;
    QHash<int, QSet<QString>> m_wouldExist; ///< of a dry run, by reader: names of rows that would have been inserted
    QStringList m_children;                 ///< entities that hang on the imported one and get values from the file
    QHash<QString, QStringList> m_identity; ///< by child: the fields that tell one from another
    QSet<size_t> m_seen;                    ///< of a dry run: match keys of rows that would have been inserted
};

} // namespace crm
