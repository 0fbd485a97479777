// The rows of a file, whatever its format: CSV, a sheet of a workbook (XLSX), a JSON array of objects, or one JSON
// object a line.
//
//     auto source = ImportSource::open(device, {});
//     SourceRow row;
//     while (source->next(row)) ...           // row.cells stand in the order of source->headers()
//     source->rewind();                       // once more from the start
//
// Constant memory. Throws Error(Validation) naming the line for what makes the rest unreadable.
#pragma once
#include "core/exchange/csv_reader.h"
#include <memory>

namespace crm {

struct SourceOptions
{
    enum Format { Recognised, Csv, Json, Xlsx };
    Format format = Recognised;
    CsvOptions csv = {};
    QString sheet = {};     ///< of XLSX; empty: the first one
    bool headers = true;    ///< of CSV and XLSX: the first row names the columns; else they are called 1, 2, 3 ...
    bool shortRows = false; ///< of CSV: a row with too few values is filled up (Excel leaves out empty ones at the end)
};

struct SourceRow
{
    qint64 line = 0;
    QStringList cells; ///< as they stand in the file
    /// By cell, where the format tells: a number, date or yes/no that can be read in one way only. Empty: none.
    QList<bool> exact;
    QString fault; ///< why this row cannot be used; empty: it can
};

class CRM_CORE ImportSource
{
public:
    /// The device must be open and seekable, and outlive the source.
    static std::unique_ptr<ImportSource> open(QIODevice &device, const SourceOptions &options);
    virtual ~ImportSource();

    const QStringList &headers() const { return m_headers; }
    virtual bool next(SourceRow &row) = 0;
    virtual void rewind() = 0;
    virtual qint64 bytesRead() const = 0;
    qint64 size() const; ///< in bytes
    /// "CSV, windows-1251, separator ;": what was recognised, for people.
    virtual QString description() const = 0;
    /// "UTF-8", ",": the same for machines; empty where it has no meaning.
    virtual QString encoding() const = 0;
    virtual QString separator() const { return {}; }
    virtual QStringList sheets() const { return {}; } ///< of a workbook
    virtual QString sheet() const { return {}; }      ///< that is read
    /// JSON says what it means; CSV has to be guessed at, and of a workbook those cells that hold texts.
    virtual bool isExact() const { return false; }
    /// An apostrophe may stand before what a spreadsheet would calculate (csv_writer.h).
    virtual bool guardsFormulas() const { return false; }

protected:
    explicit ImportSource(QIODevice &device)
        : m_device(device)
    {}
    /// The first row gives the heads; without heads it only counts them.
    void takeHeaders(const QStringList &first, bool named);
    /// As many cells as there are heads; more of them are a fault, fewer only where they may not be left out.
    void fitToHeaders(SourceRow &row, bool mayBeShort) const;
    QIODevice &m_device;
    QStringList m_headers;
};

} // namespace crm
