#include "ui/records/text_condition.h"
#include "ui/records/choice_editor.h"
#include "ui/style/tokens.h"
#include <QLineEdit>
#include <QVBoxLayout>

namespace crm {

TextCondition::TextCondition(const QString &path, const Field &field, Navigator &, QWidget *parent)
    : ConditionEditor(path, field, parent)
    , m_op(new PlainCombo(this))
    , m_text(new QLineEdit(this))
{
    m_op->addItem(tr("contains"), int(Op::Contains));
    m_op->addItem(tr("starts with"), int(Op::StartsWith));
    m_op->addItem(tr("is"), int(Op::Equal));
    m_op->addItem(tr("is not"), int(Op::NotEqual));
    m_op->addItem(tr("is empty"), int(Op::IsEmpty));
    m_op->addItem(tr("is not empty"), int(Op::IsNotEmpty));
    m_op->setAccessibleName(tr("Comparison"));
    m_text->setAccessibleName(field.label().text());
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::s);
    box->addWidget(m_op);
    box->addWidget(m_text);
    setFocusProxy(m_text);
    connect(m_op, &QComboBox::currentIndexChanged, this, [this] {
        const auto op = Op(m_op->currentData().toInt());
        m_text->setVisible(op != Op::IsEmpty && op != Op::IsNotEmpty);
        Q_EMIT changed();
    });
    connect(m_text, &QLineEdit::textEdited, this, &ConditionEditor::changed);
    connect(m_text, &QLineEdit::returnPressed, this, &ConditionEditor::accepted);
}

Filter TextCondition::filter() const
{
    const auto op = Op(m_op->currentData().toInt());
    if (op == Op::IsEmpty || op == Op::IsNotEmpty)
        return Filter::where(path(), op);
    return m_text->text().isEmpty() ? Filter() : Filter::where(path(), op, m_text->text());
}

void TextCondition::setFilter(const Filter &filter)
{
    const int at = m_op->findData(int(filter.op));
    if (filter.type != Filter::Condition || at < 0)
        return;
    m_op->setCurrentIndex(at);
    m_text->setText(filter.values.value(0).toString());
}

} // namespace crm
