// Reads the rows of a workbook (XLSX, ECMA-376) as text, without keeping a sheet in memory: shared and inline strings,
// numbers, dates and percentages by the formats of the cells, yes and no. Formulas give the results that were saved.
//
//     XlsxReader book(device);
//     book.openSheet(book.sheets().first());
//     XlsxRow row;
//     while (book.next(row)) ...                  // row.number as the spreadsheet shows it; row.cells by column
//
// Throws Error(Unsupported) with what to do for other kinds of workbook, passwords and damage, Error(Validation) naming
// the row for values beyond all measure. Thread: the device's.
#pragma once
#include "core/exchange/xlsx_cells.h"
#include "core/exchange/zip_reader.h"
#include <QHash>
#include <QStringList>
#include <QXmlStreamReader>

namespace crm {

struct XlsxRow
{
    qint64 number = 0;
    QStringList cells;  ///< without the empty ones at the end
    QList<bool> exact;  ///< by cell: a number, a date or yes/no, written so that it can be read in one way only
    QString fault = {}; ///< a sentence; empty: the row is fine
};

class CRM_CORE XlsxReader
{
public:
    /// Reads the list of sheets, the formats and the shared strings.
    explicit XlsxReader(QIODevice &device);

    /// As they stand in the workbook, without the hidden ones (unless all are).
    const QStringList &sheets() const { return m_names; }
    /// From its first row. Throws Error(NotFound) if there is no such sheet.
    void openSheet(const QString &name);
    /// The next row that is not empty; false at the end.
    bool next(XlsxRow &row);
    /// Bytes of the sheet, unpacked: read so far, and all of them.
    qint64 bytesRead() const { return m_bytes; }
    qint64 sheetSize() const { return m_size; }

    /// How a workbook begins, and so does any other archive.
    static bool startsLikeOne(QByteArrayView bytes) { return bytes.startsWith("PK\x03\x04"); }

private:
    class Xml;
    struct Cell
    {
        QString type, reference, value, inlined;
        int style = 0, column = -1;
        bool hasValue = false, hasFormula = false;
    };
    QHash<QString, QString> relations(const QString &part, QHash<QString, QString> *byKind) const;
    void readWorkbook(const QString &part, const QHash<QString, QString> &targets);
    void readStyles(const QString &part);
    void readStrings(const QString &part);
    void readRow(XlsxRow &row);
    void readCell(XlsxRow &row, int &column);
    void readCellParts(Cell &cell, const XlsxRow &row);
    void placeCell(XlsxRow &row, const Cell &cell);
    QString textOf(const Cell &cell, bool *exact) const;
    QString numberText(const QString &number, XlsxShow show) const;

    ZipReader m_zip;
    QStringList m_names;
    QHash<QString, QString> m_parts; ///< by name of the sheet
    QList<XlsxShow> m_styles;        ///< by number of the cell format
    QStringList m_strings;
    bool m_since1904 = false;

    std::shared_ptr<Xml> m_xml;
    qint64 m_bytes = 0, m_size = 0, m_lastRow = 0;
};

} // namespace crm
