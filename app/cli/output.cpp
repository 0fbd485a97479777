#include "app/cli/output.h"
#include <QJsonDocument>
#include <cerrno>
#include <cstdio>
#ifdef Q_OS_WIN
#include <io.h>
#define isatty _isatty
#define fileno _fileno
#else
#include <unistd.h>
#endif

namespace crm::cli {

namespace {
constexpr qsizetype widestCell = 48; // on a terminal; in pipes nothing is cut

bool onTerminal(FILE *stream) { return isatty(fileno(stream)); }

int stdoutFault = 0; // errno of the first answer that could not be written

void write(FILE *stream, const QByteArray &bytes)
{
    errno = 0;
    const bool whole = fwrite(bytes.constData(), 1, size_t(bytes.size()), stream) == size_t(bytes.size());
    if ((fflush(stream) != 0 || !whole) && stream == stdout && stdoutFault == 0)
        stdoutFault = errno != 0 ? errno : EIO;
}

/// One line, without what would move the terminal's cursor.
QString plainLine(const QString &text)
{
    QString s = text;
    for (QChar &c : s) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    return s;
}

QString shortened(const QString &text)
{
    if (displayWidth(text) <= widestCell)
        return text;
    QString s = text.left(widestCell - 1);
    if (s.back().isHighSurrogate())
        s.chop(1);
    return s + QChar(0x2026);
}

QString padded(const QString &text, qsizetype width, bool right)
{
    const QString space(std::max<qsizetype>(width - displayWidth(text), 0), u' ');
    return right ? space + text : text + space;
}

QString withoutEnd(const QString &line)
{
    qsizetype n = line.size();
    while (n > 0 && line[n - 1] == u' ')
        --n;
    return line.left(n);
}
} // namespace

qsizetype displayWidth(const QString &text)
{
    qsizetype width = 0;
    const QList<uint> characters = text.toUcs4();
    for (uint c : characters) {
        if (QChar::isMark(c) || QChar::category(c) == QChar::Other_Format)
            continue;
        const bool wide = (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
                          (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
                          (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
                          (c >= 0x1F300 && c <= 0x1FAFF);
        width += wide ? 2 : 1;
    }
    return width;
}

QString Output::lost() const { return stdoutFault ? qt_error_string(stdoutFault) : QString(); }

void Output::line(const QString &text) { write(stdout, text.toUtf8() + '\n'); }
void Output::bytes(const QByteArray &bytes) { write(stdout, bytes); }
void Output::note(const QString &text) { write(stderr, text.toUtf8() + '\n'); }

void Output::json(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Output::table(const QStringList &heads, const QList<QStringList> &rows, const QList<bool> &right)
{
    const bool cut = onTerminal(stdout);
    QList<QStringList> cells;
    QList<qsizetype> widths;
    for (const QString &head : heads)
        widths << displayWidth(head);
    for (const QStringList &row : rows) {
        QStringList shown;
        for (qsizetype i = 0; i < heads.size(); ++i) {
            const QString text = plainLine(row.value(i));
            shown << (cut ? shortened(text) : text);
            widths[i] = std::max(widths[i], displayWidth(shown.last()));
        }
        cells << shown;
    }
    const auto print = [&](const QStringList &row) {
        QStringList parts;
        for (qsizetype i = 0; i < heads.size(); ++i)
            parts << padded(row[i], widths[i], right.value(i));
        line(withoutEnd(parts.join(QStringLiteral("  "))));
    };
    print(heads);
    QStringList rule;
    for (qsizetype width : widths)
        rule << QString(width, u'-');
    print(rule);
    for (const QStringList &row : cells)
        print(row);
}

void Output::pairs(const QList<QPair<QString, QString>> &pairs)
{
    qsizetype width = 0;
    for (const auto &pair : pairs)
        width = std::max(width, displayWidth(pair.first));
    for (const auto &pair : pairs)
        line(withoutEnd(padded(pair.first, width, false) + QStringLiteral("  ") + pair.second));
}

void Output::progress(const QString &text, bool finished)
{
    if (!onTerminal(stderr))
        return;
    write(stderr, '\r' + padded(text, m_progressWidth, false).toUtf8() + (finished ? "\n" : ""));
    m_progressWidth = finished ? 0 : displayWidth(text);
}

} // namespace crm::cli
