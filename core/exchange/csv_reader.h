// Reads CSV of any size in constant memory: encoding, separator and quoting are recognised.
//
//     CsvReader reader(file);
//     CsvRow row;
//     while (reader.next(row))
//         use(row.line, row.cells);       // row.fault: why this one row cannot be used
//
// RFC 4180 with what the world's programs really write: , ; tab or |, "sep=;" in the first line, line ends of all three
// systems, line breaks in quotes, spaces around values, quotes in the middle of unquoted values. Throws
// Error(Validation) naming the line for what makes the rest unreadable: wrong bytes, a quote never closed, a value
// without end.
#pragma once
#include "core/exchange/text_encoding.h"
#include <QStringList>

namespace crm {

struct CsvOptions
{
    std::optional<TextEncoding> encoding = {}; ///< none: recognised
    std::optional<QChar> separator = {};       ///< none: recognised
    qsizetype mostCharacters = 4'000'000;      ///< in one row
    qsizetype mostCells = 10'000;              ///< in one row
};

struct CsvRow
{
    qint64 line = 0;   ///< where it begins, counted from 1 as an editor does
    QStringList cells; ///< unquoted ones without the spaces around them
    QString fault;     ///< a sentence; empty: the row is fine
};

class CRM_CORE CsvReader
{
public:
    explicit CsvReader(QIODevice &device, const CsvOptions &options = {});

    /// The next row that is not blank; false at the end.
    bool next(CsvRow &row);

    TextEncoding encoding() const { return m_input.encoding(); }
    bool hasBom() const { return m_input.hasBom(); }
    QChar separator() const { return m_separator; }
    qint64 bytesRead() const { return m_input.bytesRead(); }

private:
    enum class State { CellStart, Plain, Quoted, QuoteInQuoted };

    bool refill();
    bool readRow(CsvRow &row);
    bool step(CsvRow &row);
    void takePlain(CsvRow &row);
    void takeQuoted();
    bool endAt(QChar c, CsvRow &row);
    void endCell(CsvRow &row);
    void endRow(CsvRow &row);
    bool endOfInput(CsvRow &row);
    void append(qsizetype from, qsizetype to);
    void countLine(QChar c);
    [[noreturn]] void refuse(qint64 line, const QString &sentence) const;

    TextInput m_input;
    CsvOptions m_options;
    QChar m_separator;
    QString m_text, m_cell;
    qsizetype m_at = 0, m_rowSize = 0;
    qint64 m_line = 1, m_quoteLine = 0;
    State m_state = State::CellStart;
    bool m_quoted = false, m_afterCr = false, m_ended = false;
};

/// The separator of a piece of CSV: the one that cuts its rows into the same number of cells, most of them.
CRM_CORE QChar guessSeparator(QStringView sample);

} // namespace crm
