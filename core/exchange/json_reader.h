// The objects of a JSON array, or of one object a line, one after the other, in constant memory.
#pragma once
#include "core/core_export.h"
#include <QByteArray>
#include <QJsonObject>

class QIODevice;

namespace crm {

class CRM_CORE JsonReader
{
public:
    explicit JsonReader(QIODevice &device)
        : m_device(device)
    {}
    /// False at the end. Throws Error(Validation) naming the line for what is no JSON.
    bool next(QJsonObject &object);
    qint64 line() const { return m_objectLine; } ///< where the object begins
    qint64 bytesRead() const { return m_bytes; }

private:
    bool fill();
    bool toObject();
    QByteArray takeObject();
    [[noreturn]] void refuse(qint64 line, const QString &sentence) const;

    QIODevice &m_device;
    QByteArray m_text;
    qsizetype m_at = 0;
    qint64 m_bytes = 0, m_line = 1, m_objectLine = 0;
    bool m_inArray = false, m_started = false, m_ended = false;
};

} // namespace crm
