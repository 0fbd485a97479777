#include "ui/records/yes_no_editor.h"
#include <QCheckBox>

namespace crm {

YesNoEditor::YesNoEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_box(new QCheckBox(context.inCell ? QString() : field.label().text(), this))
{
    arrange(m_box);
    connect(m_box, &QCheckBox::clicked, this, &FieldEditor::edited);
}

QWidget *YesNoEditor::control() const { return m_box; }

QVariant YesNoEditor::value() const { return m_box->isChecked(); }

void YesNoEditor::setValue(const QVariant &value) { m_box->setChecked(value.toBool()); }

void YesNoEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_box->setEnabled(!on);
}

} // namespace crm
