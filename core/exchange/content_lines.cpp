#include "core/exchange/content_lines.h"
#include "core/exchange/csv_writer.h"

namespace crm {

namespace {
constexpr qsizetype lineBytes = 75; // without the line end; RFC 6350 3.2, RFC 5545 3.1
constexpr qsizetype pendingSize = 64 * 1024;

bool continuesCharacter(char byte) { return (uchar(byte) & 0xC0) == 0x80; }

/// Control characters mean nothing there, and readers stumble over them.
QString withoutControls(const QString &text)
{
    QString out;
    out.reserve(text.size());
    for (QChar c : text) {
        if (c.unicode() >= 0x20 || c == u'\n' || c == u'\t')
            out += c;
    }
    return out;
}
} // namespace

void ContentLines::add(const char *property, const QString &value)
{
    const QByteArray line = property + QByteArray(":") + value.toUtf8();
    qsizetype from = 0, room = lineBytes;
    while (line.size() - from > room) {
        qsizetype end = from + room;
        while (end > from + 1 && continuesCharacter(line[end]))
            --end;
        m_pending += line.mid(from, end - from) + "\r\n ";
        from = end;
        room = lineBytes - 1; // the space counts
    }
    m_pending += line.mid(from) + "\r\n";
    if (m_pending.size() >= pendingSize)
        finish();
}

void ContentLines::finish()
{
    writeAll(m_device, m_pending);
    m_pending.clear();
}

QString ContentLines::escaped(const QString &text)
{
    QString s = text;
    s.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(u'\r', u'\n');
    s = withoutControls(s);
    s.replace(u'\\', QLatin1String("\\\\"))
        .replace(u';', QLatin1String("\\;"))
        .replace(u',', QLatin1String("\\,"))
        .replace(u'\n', QLatin1String("\\n"));
    return s;
}

QString ContentLines::uri(const QString &text) { return withoutControls(text).remove(u'\n').remove(u'\t').trimmed(); }

QString ContentLines::date(QDate date) { return date.toString(QStringLiteral("yyyyMMdd")); }

QString ContentLines::moment(const QDateTime &moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}

QString ContentLines::uid(const QString &entity, qint64 id)
{
    return QStringLiteral("%1-%2@mycrm").arg(entity).arg(id);
}

} // namespace crm
