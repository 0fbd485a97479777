// Records that leave as letters, by the mail program of whoever sends them: which field is the address, the subject,
// the text. Declared beside the entity, in its own file:
//
//     leavesByMail("letters", {.to = "to_address", .subject = "subject", .text = "body", .about = "invoice_id"});
//
// Few entities do, hence apart from Entity. Declared before the registry is sealed, read from any thread; declaring an
// entity anew replaces what was said before.
#pragma once
#include "core/core_export.h"
#include <QString>
#include <QStringList>

namespace crm {

class Catalog;

struct Mailing
{
    QString to;         ///< an e-mail address
    QString subject;    ///< a text
    QString text;       ///< Markdown
    QString about = {}; ///< a reference to a document that leaves on paper and goes along; empty: none
    /// Actions of the entity that need nothing said: it was sent; it will not be.
    QString sent = QStringLiteral("mark_sent"), withdraw = QStringLiteral("withdraw");
    bool isSet() const { return !to.isEmpty(); }
};

CRM_CORE void leavesByMail(const QString &entity, const Mailing &how);
CRM_CORE Mailing mailingOf(const QString &entity);

/// The faults of what was declared: fields, actions that are not there or of another kind. Empty: none.
CRM_CORE QStringList mailingFaults(const Catalog &catalog);

} // namespace crm
