#include "ui/records/ref_condition.h"
#include "ui/records/people.h"
#include "ui/records/ref_list_editor.h"
#include "ui/style/tokens.h"
#include <QCheckBox>
#include <QVBoxLayout>

namespace crm {

RefCondition::RefCondition(const QString &path, const Field &field, Navigator &navigator, QWidget *parent)
    : ConditionEditor(path, field, parent)
    , m_records(new RefListEditor(refList(field.key(), field.label(), field.target()), {navigator, {}}, this))
    , m_me(new QCheckBox(tr("me"), this))
    , m_empty(new QCheckBox(tr("is empty"), this))
{
    m_me->setVisible(field.target() == peopleEntity());
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::s);
    box->addWidget(m_records);
    box->addWidget(m_me);
    box->addWidget(m_empty);
    setFocusProxy(m_records);
    connect(m_records, &FieldEditor::edited, this, &ConditionEditor::changed);
    connect(m_me, &QCheckBox::toggled, this, &ConditionEditor::changed);
    connect(m_empty, &QCheckBox::toggled, this, &ConditionEditor::changed);
}

Filter RefCondition::filter() const
{
    QList<Filter> ways;
    const IdList ids = m_records->ids();
    if (ids.size() == 1)
        ways.append(Filter::where(path(), Op::Equal, ids.constFirst()));
    if (ids.size() > 1) {
        Filter in = Filter::where(path(), Op::In);
        for (const Id id : ids)
            in.values.append(QVariant::fromValue<Id>(id));
        ways.append(in);
    }
    if (m_me->isChecked())
        ways.append(Filter::where(path(), Op::Equal, QVariant::fromValue(RelativeDate{QStringLiteral("me")})));
    if (m_empty->isChecked())
        ways.append(isEmpty(true));
    return ways.isEmpty() ? Filter() : ways.size() == 1 ? ways.constFirst() : Filter::any(ways);
}

void RefCondition::setFilter(const Filter &filter)
{
    const QList<Filter> ways = filter.type == Filter::Or ? filter.parts : QList<Filter>{filter};
    IdList ids;
    for (const Filter &way : ways) {
        m_empty->setChecked(m_empty->isChecked() || way.op == Op::IsEmpty);
        for (const QVariant &value : way.values) {
            if (value.canConvert<RelativeDate>())
                m_me->setChecked(true);
            else
                ids.append(value.toLongLong());
        }
    }
    m_records->setValue(QVariant::fromValue(ids));
}

} // namespace crm
