// A field on a form: its label, its editor, and below it what is wrong.
#pragma once
#include "ui/records/field_editor.h"

class QLabel;

namespace crm {

class CRM_UI RecordField : public QWidget
{
    Q_OBJECT
public:
    RecordField(const Field &field, const EditContext &context, QWidget *parent);

    FieldEditor *editor() const { return m_editor; }
    const Field &field() const { return m_editor->field(); }
    void setFault(const QString &sentence);
    QString fault() const;
    bool isWide() const { return m_editor->isWide(); }

private:
    FieldEditor *m_editor;
    QLabel *m_fault;
};

} // namespace crm
