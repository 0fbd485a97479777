// A line of text, a number, an amount, a duration, an address: whatever one types into one line.
#pragma once
#include "ui/records/field_editor.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace crm {

/// How a value reads while it is being typed: as displayText, but without the signs of currency and percent.
CRM_UI QString editText(const Field &field, const QVariant &value, const FormatContext &format);

class CRM_UI TextEditor : public FieldEditor
{
    Q_OBJECT
public:
    TextEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override { return m_value; }
    void setValue(const QVariant &value) override;
    void setReadOnly(bool on) override;
    void setCurrency(const QString &currency) override;
    void selectAll() override;
    void finish() override;
    QWidget *control() const override;

private:
    void read();
    void showValue();
    void keepClearOfSign(); ///< the text ends before the currency
    void open();
    QUrl address() const;

    QLineEdit *m_edit;
    QLabel *m_sign = nullptr;
    QToolButton *m_open = nullptr;
    FormatContext m_format;
    QVariant m_value;
};

} // namespace crm
