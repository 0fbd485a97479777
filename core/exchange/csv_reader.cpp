#include "core/exchange/csv_reader.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <QHash>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::CsvReader)
};

constexpr qsizetype sampleSize = 32 * 1024;
constexpr int sampleRows = 50;

bool isLineEnd(QChar c) { return c == u'\n' || c == u'\r'; }

/// How many cells each of the first rows has under one separator.
QList<int> cellCounts(QStringView sample, QChar separator)
{
    QList<int> counts;
    int cells = 1;
    bool quoted = false, start = true, blank = true;
    for (QChar c : sample) {
        if (c == u'"' && (quoted || start)) {
            quoted = !quoted;
            blank = false;
        } else if (!quoted && c == separator) {
            ++cells;
            start = true;
            blank = false;
            continue;
        } else if (!quoted && isLineEnd(c)) {
            if (!blank)
                counts << cells;
            if (counts.size() == sampleRows)
                return counts;
            cells = 1;
            start = blank = true;
            continue;
        } else if (c != u' ') {
            blank = false;
        }
        // A quote right behind a closing one is a doubled quote, so the flag stays up after it.
        start = c == u'"' || (start && c == u' ');
    }
    if (!blank && counts.isEmpty())
        counts << cells; // the only row; of several, the last may be cut off
    return counts;
}
} // namespace

QChar guessSeparator(QStringView sample)
{
    QChar best = u',';
    double bestScore = 0;
    for (QChar candidate : {u',', u';', u'\t', u'|'}) {
        const QList<int> counts = cellCounts(sample.left(sampleSize), candidate);
        if (counts.isEmpty() || counts.first() < 2)
            continue;
        const double alike = double(counts.count(counts.first())) / double(counts.size());
        const double score = alike * 1000 + std::min(counts.first(), 500);
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

CsvReader::CsvReader(QIODevice &device, const CsvOptions &options)
    : m_input(device, options.encoding)
    , m_options(options)
{
    refill();
    static const QString announced = QStringLiteral("sep=");
    if (m_text.startsWith(announced) && m_text.size() > 5 && isLineEnd(m_text[5])) {
        m_separator = m_options.separator.value_or(m_text[4]);
        m_at = 5;
        if (m_text.size() > 6 && m_text[5] == u'\r' && m_text[6] == u'\n')
            ++m_at;
        ++m_at;
        ++m_line;
        return;
    }
    m_separator = m_options.separator ? *m_options.separator : guessSeparator(m_text);
}

bool CsvReader::refill()
{
    m_at = 0;
    if (m_ended || !m_input.read(m_text)) {
        m_text.clear();
        m_ended = true;
        if (!m_input.fault().isEmpty())
            refuse(m_line, m_input.fault());
        return false;
    }
    return true;
}

bool CsvReader::next(CsvRow &row)
{
    while (readRow(row)) {
        const bool blank = row.cells.size() == 1 && row.cells.first().isEmpty() && !m_quoted && row.fault.isEmpty();
        if (!blank)
            return true;
    }
    return false;
}

bool CsvReader::readRow(CsvRow &row)
{
    row.cells.clear();
    row.fault.clear();
    m_rowSize = 0;
    if (m_at == m_text.size() && !refill())
        return false;
    if (m_afterCr && m_text[m_at] == u'\n') // the second half of a \r\n
        ++m_at;
    m_afterCr = false;
    row.line = m_line;
    m_state = State::CellStart;
    m_cell.clear();
    m_quoted = false;
    for (;;) {
        if (m_at == m_text.size() && !refill())
            return endOfInput(row);
        if (step(row))
            return true;
    }
}

/// Goes on to the next thing that matters; true when the row has ended.
bool CsvReader::step(CsvRow &row)
{
    const QChar c = m_text[m_at];
    switch (m_state) {
    case State::CellStart:
        if (c == u'"') {
            m_state = State::Quoted;
            m_quoted = true;
            m_quoteLine = m_line;
            ++m_at;
        } else if (c == u' ' && m_separator != u' ') {
            ++m_at;
            ++m_rowSize;
        } else {
            m_state = State::Plain;
        }
        return false;
    case State::Plain:
        takePlain(row);
        return m_at < m_text.size() && endAt(m_text[m_at], row);
    case State::Quoted:
        takeQuoted();
        return false;
    case State::QuoteInQuoted:
        if (c == u'"') {
            append(m_at, m_at + 1);
            m_state = State::Quoted;
            ++m_at;
            return false;
        }
        if (c == m_separator || isLineEnd(c))
            return endAt(c, row);
        if (c != u' ' && row.fault.isEmpty()) {
            row.fault = Tr::tr("A quote stands inside the quoted value that begins in line %1. Write it twice.")
                            .arg(m_quoteLine);
        }
        if (!row.fault.isEmpty())
            append(m_at, m_at + 1); // the row is refused, but shown as it was
        ++m_at;
        return false;
    }
    return false;
}

void CsvReader::takePlain(CsvRow &row)
{
    const QChar *data = m_text.constData();
    const qsizetype size = m_text.size(), from = m_at;
    qsizetype at = from;
    while (at < size && data[at] != m_separator && !isLineEnd(data[at]))
        ++at;
    if (at > from)
        append(from, at);
    m_at = at;
    if (row.cells.size() >= m_options.mostCells) {
        refuse(row.line, Tr::tr("the row has more than %1 values. Is the separator really “%2”?")
                             .arg(m_options.mostCells)
                             .arg(m_separator));
    }
}

void CsvReader::takeQuoted()
{
    const QChar *data = m_text.constData();
    const qsizetype size = m_text.size(), from = m_at;
    qsizetype at = from;
    for (; at < size && data[at] != u'"'; ++at) {
        if (isLineEnd(data[at]))
            countLine(data[at]);
        else
            m_afterCr = false;
    }
    append(from, at);
    m_at = at;
    if (at < size) {
        m_state = State::QuoteInQuoted;
        m_afterCr = false;
        ++m_at;
    }
}

/// At the separator or the line end behind a cell; true when it ends the row.
bool CsvReader::endAt(QChar c, CsvRow &row)
{
    endCell(row);
    ++m_at;
    if (c == m_separator) {
        ++m_rowSize;
        m_state = State::CellStart;
        m_quoted = false;
        return false;
    }
    m_afterCr = false;
    countLine(c);
    return true;
}

void CsvReader::endCell(CsvRow &row)
{
    if (!m_quoted) {
        while (!m_cell.isEmpty() && (m_cell.back() == u' ' || m_cell.back() == u'\t'))
            m_cell.chop(1);
    }
    row.cells.append(m_cell);
    m_cell.clear();
}

bool CsvReader::endOfInput(CsvRow &row)
{
    if (m_state == State::Quoted)
        refuse(m_quoteLine, Tr::tr("a quote opens here and is never closed. Everything behind it would be one value."));
    if (row.cells.isEmpty() && m_cell.isEmpty() && !m_quoted)
        return false;
    endCell(row);
    return true;
}

void CsvReader::append(qsizetype from, qsizetype to)
{
    m_rowSize += to - from;
    if (m_rowSize > m_options.mostCharacters) {
        if (m_state == State::Quoted)
            refuse(m_quoteLine,
                   Tr::tr("the value that begins here has no end within %1 characters. Is a quote never closed?")
                       .arg(m_options.mostCharacters));
        refuse(m_line,
               Tr::tr("the line is longer than %1 characters. Is this a CSV file?").arg(m_options.mostCharacters));
    }
    m_cell.append(m_text.constData() + from, to - from);
}

void CsvReader::countLine(QChar c)
{
    if (!(c == u'\n' && m_afterCr))
        ++m_line;
    m_afterCr = c == u'\r';
}

void CsvReader::refuse(qint64 line, const QString &sentence) const
{
    throw Error(ErrorKind::Validation, Tr::tr("Line %1: %2").arg(line).arg(sentence));
}

} // namespace crm
