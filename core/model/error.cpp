#include "core/model/error.h"

namespace crm {

Error Error::validation(QList<FieldFault> faults)
{
    QStringList sentences;
    for (const FieldFault &f : faults)
        sentences << f.sentence;
    Error e(ErrorKind::Validation, sentences.join(QLatin1Char('\n')));
    e.m_faults = std::move(faults);
    return e;
}

const char *Error::what() const noexcept
{
    m_what = (m_sentence + (m_details.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(m_details))).toUtf8();
    return m_what.constData();
}

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Validation:
        return QStringLiteral("validation");
    case ErrorKind::Denied:
        return QStringLiteral("denied");
    case ErrorKind::Conflict:
        return QStringLiteral("conflict");
    case ErrorKind::NotFound:
        return QStringLiteral("not_found");
    case ErrorKind::Connection:
        return QStringLiteral("connection");
    case ErrorKind::Busy:
        return QStringLiteral("busy");
    case ErrorKind::Corrupt:
        return QStringLiteral("corrupt");
    case ErrorKind::Unsupported:
        return QStringLiteral("unsupported");
    case ErrorKind::Cancelled:
        return QStringLiteral("cancelled");
    }
    return QStringLiteral("error");
}

} // namespace crm
