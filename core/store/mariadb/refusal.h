// What a procedure of the server refused (SQLSTATE 45000, "MCRM:<kind>:<entity>:<field>:<detail>"), as docs/server.md
// lists it.
#pragma once
#include "core/model/error.h"

namespace crm {

class CRM_CORE ServerRefusal : public Error
{
public:
    /// With a general sentence; the repository, which knows the declarations, says it better.
    static ServerRefusal parse(const QString &text, const QString &details);
    /// True for a text that parse() understands.
    static bool isOne(const QString &sqlState, const QString &text);

    const QString &refusal() const { return m_refusal; } ///< "denied", "conflict", "taken" ...
    const QString &entity() const { return m_entity; }
    const QString &field() const { return m_field; }
    const QString &detail() const { return m_detail; } ///< may hold colons

    void raise() const override { throw *this; }
    ServerRefusal *clone() const override { return new ServerRefusal(*this); }

private:
    using Error::Error;
    QString m_refusal, m_entity, m_field, m_detail;
};

} // namespace crm
