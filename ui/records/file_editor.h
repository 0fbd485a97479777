// A file kept in the record itself (a logo, a receipt): its name, choose, look into it, save as, take away.
#pragma once
#include "ui/records/field_editor.h"

class QToolButton;

namespace crm {

class CRM_UI FileEditor : public FieldEditor
{
    Q_OBJECT
public:
    FileEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override { return m_id ? QVariant::fromValue<Id>(m_id) : QVariant(); }
    void setValue(const QVariant &value) override;
    void setTitle(Id id, const QString &title) override;
    void setReadOnly(bool on) override;
    QWidget *control() const override;

private:
    void choose();
    void saveAs();
    void show();

    QToolButton *m_button, *m_look, *m_save, *m_clear;
    Id m_id = 0;
    QHash<Id, QString> m_titles;
};

} // namespace crm
