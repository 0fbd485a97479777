// A date or a moment: typed in any near form ("fri", "+3", "24.11 14:30"), moved by the arrow keys, picked in a
// calendar.
#pragma once
#include "ui/records/field_editor.h"

class QLineEdit;
class QToolButton;

namespace crm {

class CRM_UI DateEditor : public FieldEditor
{
    Q_OBJECT
public:
    DateEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override { return m_value; }
    void setValue(const QVariant &value) override;
    void setReadOnly(bool on) override;
    void selectAll() override;
    void finish() override;
    QWidget *control() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool isMoment() const { return field().kind() == Kind::Moment; }
    void read();
    void step(int days);
    void pick(const QDate &date);
    void showCalendar();
    QDate date() const;

    QLineEdit *m_edit;
    QToolButton *m_button = nullptr;
    FormatContext m_format;
    QVariant m_value;
};

} // namespace crm
