// A drawn signature (core/model/drawing.h): the pad, what takes strokes back, and a line to type the name into for who
// does not draw. Read-only: the drawing alone.
#pragma once
#include "ui/records/field_editor.h"

class QLineEdit;

namespace crm {

class SignaturePad;

class CRM_UI DrawingEditor : public FieldEditor
{
    Q_OBJECT
public:
    DrawingEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override { return m_value; }
    void setValue(const QVariant &value) override;
    void setReadOnly(bool on) override;
    QWidget *control() const override;
    bool isWide() const override { return true; }
    SignaturePad *pad() const { return m_pad; }
    QLineEdit *name() const { return m_name; }

private:
    void takeDrawing();
    void takeName(const QString &name);
    void keep();

    SignaturePad *m_pad;
    QWidget *m_tools;
    QLineEdit *m_name;
    QVariant m_value;
};

} // namespace crm
