// One change to many records: what would come of it, in numbers, before; then the change itself in portions, as one
// batch that undoBatch() takes back.
//
//     const IdList ids = idsOfList(repository, query);
//     const BatchPlan plan = planBatch(repository, "clients", ids, Verb::Update);     // 412 may, 3 locked, 2 not hers
//     BatchReport report;
//     for (portion of plan.ids)
//         changePortion(repository, "clients", portion, {"status", BatchChange::Set, "open"}, report);
//
// Thread: the repository's.
#pragma once
#include "core/store/repository.h"
#include <QMap>

namespace crm {

struct BatchChange
{
    enum How {
        Set,
        Add,   ///< to what a field with several values holds
        Remove ///< from it
    };
    QString field;
    How how = Set;
    QVariant value; ///< canonical; null empties the field; of Add and Remove the values of a list
};

struct BatchPlan
{
    IdList ids;            ///< of those that may be changed
    qint64 locked = 0;     ///< stand fast, whoever asks
    qint64 notAllowed = 0; ///< the person sees them and may not do it
    qint64 gone = 0;       ///< deleted meanwhile
    qint64 total() const { return ids.size() + locked + notAllowed + gone; }
};

struct CRM_CORE BatchReport
{
    Id batch = 0; ///< what the changes are taken back by; 0: the first change makes one
    qint64 changed = 0;
    qint64 same = 0;               ///< were so already
    QMap<QString, qint64> refused; ///< sentence -> how many records
    qint64 refusedCount() const;
};

constexpr int batchPortion = 100; ///< records of one transaction

/// The ids of all rows of the list, in its order.
CRM_CORE IdList idsOfList(Repository &repository, const Query &query, const Progress &progress = {});
/// @param verb Update or Delete
CRM_CORE BatchPlan planBatch(Repository &repository, const QString &entity, const IdList &ids, Verb verb,
                             const Progress &progress = {});
/// Whether a record can hold several values of the field, so that some can be added or taken away.
inline bool holdsSeveral(const Field &field) { return isListKind(field.kind()) || field.kind() == Kind::Choices; }

/// How many of the records are as the change would make them, so that it leaves them alone. A query for many thousand
/// records; rows are read only where the database compares less strictly than the change does (texts, replaced lists).
CRM_CORE qint64 countSame(Repository &repository, const QString &entity, const IdList &ids, const BatchChange &change,
                          const Progress &progress = {});
/// Whether a person may change the field of many records at once: not what is unique, counted or computed.
CRM_CORE bool isBatchField(const Entity &entity, const Field &field, const Policy &policy);
/// Changes the records and adds to the report. What one record refuses does not hold up the others; a lost connection
/// throws.
CRM_CORE void changePortion(Repository &repository, const QString &entity, const IdList &ids, const BatchChange &change,
                            BatchReport &report);

} // namespace crm
