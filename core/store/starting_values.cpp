#include "core/store/starting_values.h"
#include "core/model/format.h"
#include "core/model/starting_values.h"
#include "core/store/repository.h"
#include <algorithm>

namespace crm {

bool hasStartingValues(const Entity &entity)
{
    return std::any_of(entity.fieldList().begin(), entity.fieldList().end(),
                       [](const Field &field) { return !startingMark(field).isEmpty(); });
}

QVariantMap startingValues(Repository &repository, const Entity &entity)
{
    QVariantMap out;
    const Policy &policy = repository.actor().policy;
    for (const Field &field : entity.fieldList()) {
        const QString mark = startingMark(field);
        const Entity *target = mark.isEmpty() ? nullptr : repository.catalog()->find(field.target());
        if (!target || !policy.edits(field) || !policy.may(*target, Verb::Read) || !policy.sees(*target->field(mark)))
            continue;
        Query query(target->key());
        query.filter = Filter::where(mark, Op::Equal, true);
        query.columns = QStringList{mark};
        const Page page = repository.page(query, {PageAt::First, {}, 0, 1});
        if (!page.rows.isEmpty())
            out.insert(field.key(), page.rows.first().id);
    }
    return out;
}

void startWithMarked(Repository &repository, Document &fresh)
{
    if (!hasStartingValues(fresh.entity()))
        return;
    const QVariantMap values = startingValues(repository, fresh.entity());
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        if (isEmptyValue(fresh.value(it.key())))
            fresh.set(it.key(), it.value());
    }
}

} // namespace crm
