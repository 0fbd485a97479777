#include "ui/records/range_condition.h"
#include "ui/records/text_editor.h"
#include "ui/shell/navigator.h"
#include "ui/style/tokens.h"
#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crm {

RangeCondition::RangeCondition(const QString &path, const Field &field, Navigator &navigator, QWidget *parent)
    : ConditionEditor(path, field, parent)
    , m_format(navigator.format())
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_empty(new QCheckBox(tr("is empty"), this))
{
    m_from->setPlaceholderText(tr("from", "a number"));
    m_to->setPlaceholderText(tr("to", "a number"));
    m_from->setAccessibleName(tr("%1 from").arg(field.label().text()));
    m_to->setAccessibleName(tr("%1 to").arg(field.label().text()));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_from);
    row->addWidget(m_to);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::s);
    box->addLayout(row);
    box->addWidget(m_empty);
    setFocusProxy(m_from);
    for (QLineEdit *edit : {m_from, m_to}) {
        connect(edit, &QLineEdit::textEdited, this, &ConditionEditor::changed);
        connect(edit, &QLineEdit::returnPressed, this, &ConditionEditor::accepted);
    }
    connect(m_empty, &QCheckBox::toggled, this, [this](bool on) {
        m_from->setEnabled(!on);
        m_to->setEnabled(!on);
        Q_EMIT changed();
    });
}

QVariant RangeCondition::read(const QLineEdit *edit, QString *fault) const
{
    return parseText(field(), edit->text(), m_format, fault);
}

QString RangeCondition::fault() const
{
    QString fault;
    for (const QLineEdit *edit : {m_from, m_to}) {
        if (read(edit, &fault); !fault.isEmpty() && !m_empty->isChecked())
            return fault;
    }
    return {};
}

Filter RangeCondition::filter() const
{
    if (m_empty->isChecked())
        return isEmpty(true);
    QString fault;
    const QVariant from = read(m_from, &fault), to = read(m_to, &fault);
    if (from.isNull() && to.isNull())
        return {};
    if (from == to)
        return Filter::where(path(), Op::Equal, from);
    if (from.isNull())
        return Filter::where(path(), Op::LessOrEqual, to);
    if (to.isNull())
        return Filter::where(path(), Op::GreaterOrEqual, from);
    return Filter::all({Filter::where(path(), Op::GreaterOrEqual, from), Filter::where(path(), Op::LessOrEqual, to)});
}

void RangeCondition::setFilter(const Filter &filter)
{
    const auto show = [this](QLineEdit *edit, const Filter &f) {
        edit->setText(editText(field(), f.values.value(0), m_format));
    };
    if (filter.type == Filter::And && filter.parts.size() == 2) {
        show(m_from, filter.parts.at(0));
        show(m_to, filter.parts.at(1));
        return;
    }
    m_empty->setChecked(filter.op == Op::IsEmpty);
    if (filter.op == Op::Equal || filter.op == Op::Greater || filter.op == Op::GreaterOrEqual)
        show(m_from, filter);
    if (filter.op == Op::Equal || filter.op == Op::Less || filter.op == Op::LessOrEqual)
        show(m_to, filter);
}

} // namespace crm
