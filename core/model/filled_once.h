// Fields that a locked record still takes, once: who accepted what was accepted without a word, our own signature below
// the client's. Open while they are empty; filled, they are locked with the rest. Said beside the entity:
//
//     e.lockedWhile("accepted_at", label("..."), {"note", "accepted_by"});
//     filledOnce("contracts", {"accepted_by"});
//
// A server keeps it like the lock itself. Declared before the registry is sealed, read from any thread.
#pragma once
#include "core/core_export.h"
#include <QStringList>

namespace crm {

class Catalog;
class Record;

/// @param fields of openWhileLocked(); texts, dates, numbers, references
CRM_CORE void filledOnce(const QString &entity, const QStringList &fields);
CRM_CORE bool isFilledOnce(const QString &entity, const QString &field);
/// What the lock leaves open in this record, as it is stored.
CRM_CORE QStringList openWhileLocked(const Record &stored);
/// Fields that no lock leaves open. Empty: none.
CRM_CORE QStringList filledOnceFaults(const Catalog &catalog);

} // namespace crm
