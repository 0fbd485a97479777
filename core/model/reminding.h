// Records that remind a person of something at a moment: a list of what is due in the top bar, notices, "Remind me..."
// on every record they may hang on. Declared beside the entity, in its own file:
//
//     reminds("reminders", {.what = "title", .when = "remind_at", .done = "done", .note = "note"});
//
// The entity has a context and is private to the person. One kind of record does it, hence apart from Entity. Declared
// before the registry is sealed, read from any thread; declaring anew replaces what was said before.
#pragma once
#include "core/core_export.h"
#include <QString>
#include <QStringList>

namespace crm {

class Catalog;

struct Reminding
{
    QString what; ///< a text: the title
    QString when; ///< a Moment
    QString done; ///< yes/no
    QString note; ///< a longer text
    /// Actions of the entity: it has been seen to; it is put off until the moment that the parameter says.
    QString finish = QStringLiteral("finish"), snooze = QStringLiteral("snooze"), until = QStringLiteral("until");
    QString entity = {}; ///< set by reminds()
};

CRM_CORE void reminds(const QString &entity, const Reminding &how);
CRM_CORE Reminding reminding(); ///< entity empty: nothing reminds

/// The faults of what was declared: fields, actions that are not there or of another kind. Empty: none.
CRM_CORE QStringList remindingFaults(const Catalog &catalog);

} // namespace crm
