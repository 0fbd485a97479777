// The one family of errors that core throws. It crosses threads inside a QFuture.
#pragma once
#include "core/core_export.h"
#include <QException>
#include <QList>
#include <QString>

namespace crm {

enum class ErrorKind { Validation, Denied, Conflict, NotFound, Connection, Busy, Corrupt, Unsupported, Cancelled };

/// One fault of one field: what is wrong, in the person's language.
struct FieldFault
{
    QString field;    ///< key of the field; empty: the whole record
    QString sentence; ///< what is wrong and what to do
    QString line;     ///< "order_lines/3": the third line (1-based) of the line table; empty: the record itself
};

class CRM_CORE Error : public QException
{
public:
    /// @param sentence for the person: what, where, what to do. @param details for the log only.
    Error(ErrorKind kind, QString sentence, QString details = {})
        : m_kind(kind)
        , m_sentence(std::move(sentence))
        , m_details(std::move(details))
    {}
    static Error validation(QList<FieldFault> faults);

    ErrorKind kind() const { return m_kind; }
    const QString &sentence() const { return m_sentence; }
    const QString &details() const { return m_details; }
    const QList<FieldFault> &faults() const { return m_faults; }

    void raise() const override { throw *this; }
    Error *clone() const override { return new Error(*this); }
    const char *what() const noexcept override;

private:
    ErrorKind m_kind;
    QString m_sentence, m_details;
    QList<FieldFault> m_faults;
    mutable QByteArray m_what;
};

/// The stable English name of a kind ("denied"), for --json and logs.
CRM_CORE QString errorKindName(ErrorKind kind);

} // namespace crm
