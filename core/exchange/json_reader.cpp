#include "core/exchange/json_reader.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <QIODevice>
#include <QJsonDocument>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

constexpr qsizetype pieceSize = 64 * 1024;
constexpr qsizetype mostBytes = 16'000'000; // in one object
} // namespace

bool JsonReader::fill()
{
    if (m_at < m_text.size())
        return true;
    m_text = m_device.read(pieceSize);
    m_bytes += m_text.size();
    m_at = 0;
    return !m_text.isEmpty();
}

bool JsonReader::next(QJsonObject &object)
{
    if (m_ended || !toObject())
        return false;
    m_objectLine = m_line;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(takeObject(), &error);
    if (!document.isObject())
        refuse(m_objectLine, Tr::tr("the record that begins here is no valid JSON (%1).").arg(error.errorString()));
    object = document.object();
    return true;
}

/// Goes to the next opening brace; false at the end of the file.
bool JsonReader::toObject()
{
    while (fill()) {
        const char c = m_text[m_at];
        if (c == '{')
            return true;
        m_line += c == '\n';
        if (c == '[' && !m_started) {
            m_inArray = m_started = true;
        } else if (c == ']' && m_inArray) {
            m_ended = true;
            return false;
        } else if (!(c == ',' && m_started) && !isspace(uchar(c)) && !(uchar(c) >= 0x80 && !m_started)) {
            refuse(m_line, Tr::tr("a record in braces {} is expected here."));
        }
        ++m_at;
    }
    if (m_inArray)
        refuse(m_line, Tr::tr("the file ends before the list does: it was cut off."));
    return false;
}

QByteArray JsonReader::takeObject()
{
    m_started = true;
    QByteArray object;
    int depth = 0;
    bool quoted = false, escaped = false;
    while (fill()) {
        const qsizetype from = m_at;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            m_line += c == '\n';
            if (quoted) {
                quoted = escaped || c != '"';
                escaped = !escaped && c == '\\';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                ++depth;
            } else if (c == '}' && --depth == 0) {
                ++m_at;
                return object + m_text.mid(from, m_at - from);
            }
        }
        object += m_text.mid(from);
        if (object.size() > mostBytes)
            refuse(m_objectLine, Tr::tr("the record that begins here has no end within %1 bytes.").arg(mostBytes));
    }
    refuse(m_objectLine, Tr::tr("the record that begins here has no end: the file was cut off."));
}

void JsonReader::refuse(qint64 line, const QString &sentence) const
{
    throw Error(ErrorKind::Validation, Tr::tr("Line %1: %2").arg(line).arg(sentence));
}

} // namespace crm
