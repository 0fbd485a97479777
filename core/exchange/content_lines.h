// The lines that vCards (RFC 6350) and calendars (RFC 5545) are made of: folded to 75 bytes, UTF-8, CRLF.
//
//     ContentLines lines(file);
//     lines.add("NOTE", ContentLines::escaped(note));
//     lines.finish();
#pragma once
#include "core/core_export.h"
#include <QByteArray>
#include <QDateTime>
#include <QString>

class QIODevice;

namespace crm {

class CRM_CORE ContentLines
{
public:
    explicit ContentLines(QIODevice &device)
        : m_device(device)
    {}
    /// @param value escaped already
    void add(const char *property, const QString &value);
    /// Writes what is still kept back.
    void finish();

    static QString escaped(const QString &text);          ///< of a text, or one part of several
    static QString uri(const QString &text);              ///< without what would end the line
    static QString date(QDate date);                      ///< "20261122"
    static QString moment(const QDateTime &moment);       ///< "20261122T103000Z"
    static QString uid(const QString &entity, qint64 id); ///< the same for a record wherever it goes

private:
    QIODevice &m_device;
    QByteArray m_pending;
};

} // namespace crm
