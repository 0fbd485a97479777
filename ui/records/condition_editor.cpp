#include "ui/records/condition_editor.h"
#include "core/store/session.h"
#include "ui/records/choice_editor.h"
#include "ui/records/date_condition.h"
#include "ui/records/pick_condition.h"
#include "ui/records/range_condition.h"
#include "ui/records/ref_condition.h"
#include "ui/records/text_condition.h"
#include "ui/shell/navigator.h"

namespace crm {

ConditionEditor::ConditionEditor(const QString &path, const Field &field, QWidget *parent)
    : QWidget(parent)
    , m_path(path)
    , m_field(field)
{}

ConditionEditor *makeConditionEditor(const QString &path, const Field &field, Navigator &navigator, QWidget *parent)
{
    switch (field.kind()) {
    case Kind::Date:
    case Kind::Moment:
        return new DateCondition(path, field, navigator, parent);
    case Kind::Choice:
    case Kind::Choices:
    case Kind::Bool:
        return new PickCondition(path, field, navigator, parent);
    case Kind::Integer:
    case Kind::Decimal:
    case Kind::Money:
    case Kind::Percent:
    case Kind::Duration:
    case Kind::Time:
        return new RangeCondition(path, field, navigator, parent);
    case Kind::Ref:
    case Kind::RefList:
    case Kind::Labels: {
        const Entity *target = navigator.session().catalog()->find(field.target());
        if (target && target->isDictionary() && navigator.session().dictionary(field.target()).size() <= mostToPick)
            return new PickCondition(path, field, navigator, parent);
        return new RefCondition(path, field, navigator, parent);
    }
    default:
        return new TextCondition(path, field, navigator, parent);
    }
}

} // namespace crm
