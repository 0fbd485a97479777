// Records that may be the same: found in the whole list by the rules of the declaration, or by what is being typed.
#pragma once
#include "core/store/page.h"

namespace crm {

/// Visible records that agree in a rule's fields, without the pairs that somebody has told apart.
struct DuplicateGroup
{
    QString rule;     ///< DuplicateRule::key
    IdList ids;       ///< at most mostTogether
    qint64 count = 0; ///< how many there are
};
constexpr int mostTogether = 20;

/// Where the next part of the answer begins; default: at the first rule.
struct DuplicatesAt
{
    QString rule, after;
    int limit = 50; ///< groups
};
struct DuplicatesPage
{
    QList<DuplicateGroup> groups;
    DuplicatesAt next; ///< unless atEnd
    bool atEnd = false;
};

/// A living record that has what is being typed into a new one.
struct SameRecord
{
    QString rule, field; ///< the field to say it under: the rule's first one
    Id id = 0;           ///< 0: outside of one's rights; then nothing else is known of it but whom to ask
    QString title;
    QString askName; ///< of a hidden one: who looks after it; may be empty
};

/// Without the pairs that are told apart: who still has somebody to be the same as. Fewer than two: nobody.
CRM_CORE IdList stillAlike(const IdList &ids, const QSet<QPair<Id, Id>> &apart);
inline QPair<Id, Id> pairOf(Id a, Id b) { return a < b ? qMakePair(a, b) : qMakePair(b, a); }

} // namespace crm
