#include "core/exchange/csv_writer.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <QIODevice>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::CsvWriter)
};

constexpr qsizetype pendingSize = 64 * 1024;

/// What makes a spreadsheet calculate; the full-width forms do so in East Asian versions.
bool isFormulaSign(QChar c)
{
    switch (c.unicode()) {
    case u'=':
    case u'+':
    case u'-':
    case u'@':
    case u'\t':
    case u'\r':
    case u'\n':
    case 0xFF1D:
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
        return true;
    default:
        return false;
    }
}

/// Apostrophes in front of a formula sign; -1: the text does not start so.
qsizetype apostrophesBeforeFormula(const QString &text)
{
    qsizetype i = 0;
    while (i < text.size() && text[i] == u'\'')
        ++i;
    return i < text.size() && isFormulaSign(text[i]) ? i : -1;
}
} // namespace

QString spreadsheetSafe(const QString &text) { return apostrophesBeforeFormula(text) >= 0 ? u'\'' + text : text; }

QString withoutApostrophe(const QString &text) { return apostrophesBeforeFormula(text) > 0 ? text.mid(1) : text; }

CsvWriter::CsvWriter(QIODevice &device, const CsvWriterOptions &options)
    : m_device(device)
    , m_separator(options.separator)
{
    if (options.bom)
        m_pending = QByteArrayLiteral("\xEF\xBB\xBF");
}

void CsvWriter::row(const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_pending += char(m_separator.toLatin1());
        cell(cells[i], cells.size() == 1);
    }
    m_pending += "\r\n";
    if (m_pending.size() >= pendingSize)
        finish();
}

void CsvWriter::cell(const QString &text, bool alone)
{
    bool quote = text.isEmpty() ? alone : text.front().isSpace() || text.back().isSpace();
    for (qsizetype i = 0; i < text.size() && !quote; ++i) {
        const QChar c = text[i];
        quote = c == m_separator || c == u'"' || c == u'\n' || c == u'\r';
    }
    if (!quote) {
        m_pending += text.toUtf8();
        return;
    }
    QString doubled = text;
    doubled.replace(u'"', QLatin1String("\"\""));
    m_pending += '"' + doubled.toUtf8() + '"';
}

void CsvWriter::finish()
{
    writeAll(m_device, m_pending);
    m_pending.clear();
}

void writeAll(QIODevice &device, QByteArrayView bytes)
{
    qint64 done = 0;
    while (done < bytes.size()) {
        const qint64 n = device.write(bytes.data() + done, bytes.size() - done);
        if (n <= 0)
            throw Error(ErrorKind::Connection, Tr::tr("The file cannot be written: %1.").arg(device.errorString()));
        done += n;
    }
}

} // namespace crm
