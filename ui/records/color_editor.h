// A colour: the named tones of the palette or any other, as a swatch with a menu.
#pragma once
#include "ui/records/field_editor.h"

class QToolButton;

namespace crm {

class CRM_UI ColorEditor : public FieldEditor
{
    Q_OBJECT
public:
    ColorEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override { return m_value; }
    void setValue(const QVariant &value) override;
    void setReadOnly(bool on) override;
    QWidget *control() const override;

private:
    void choose(const QVariant &value);
    void fillMenu();

    QToolButton *m_button;
    QVariant m_value;
};

} // namespace crm
