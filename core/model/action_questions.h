// What a person is asked before an action runs where that depends on the record: "Skip the 5 missed?", with the dates.
// Declared beside the entity:
//
//     asksBefore("subscriptions", "skip", [](const Record &r) { return ActionQuestion{...}; });
//
// Few actions ask anything but their parameters, hence apart from Action. Declared before the registry is sealed, read
// from any thread; declaring one anew replaces what was said before.
#pragma once
#include "core/core_export.h"
#include <QString>
#include <QVariantMap>
#include <functional>

namespace crm {

class Record;

struct ActionQuestion
{
    QString button = {};         ///< what the action is called on this record: "Skip the 5 missed"
    QString title = {};          ///< the question; empty: nothing is asked
    QString text = {};           ///< what will happen
    QVariantMap parameters = {}; ///< what the question was about, for the action to compare
    QVariantMap whenEmpty = {};  ///< what is taken for a parameter that is left empty: shown grey in it
};

CRM_CORE void asksBefore(const QString &entity, const QString &action,
                         const std::function<ActionQuestion(const Record &)> &question);
/// Nothing where the action asks none.
CRM_CORE ActionQuestion questionBefore(const QString &action, const Record &record);

} // namespace crm
