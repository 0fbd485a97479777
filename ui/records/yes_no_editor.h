// Yes or no: a check box that carries the field's label itself.
#pragma once
#include "ui/records/field_editor.h"

class QCheckBox;

namespace crm {

class CRM_UI YesNoEditor : public FieldEditor
{
    Q_OBJECT
public:
    YesNoEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setReadOnly(bool on) override;
    QWidget *control() const override;

private:
    QCheckBox *m_box;
};

} // namespace crm
