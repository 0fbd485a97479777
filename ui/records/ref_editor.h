// A reference to a record of another entity: type a few letters and pick; open it, clear it, create it on the way.
#pragma once
#include "ui/records/field_editor.h"
#include <QHash>

class QLineEdit;
class QToolButton;

namespace crm {

class Lookup;

class CRM_UI RefEditor : public FieldEditor
{
    Q_OBJECT
public:
    RefEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setTitle(Id id, const QString &title) override;
    void setReadOnly(bool on) override;
    bool isHalfTyped() const override;
    void selectAll() override;
    void finish() override;
    QWidget *control() const override;

private:
    void take(const Option &option);
    void createFrom(const QString &text);
    void refreshButtons();

    QLineEdit *m_edit;
    QToolButton *m_open = nullptr;
    Lookup *m_lookup;
    Id m_id = 0;
    QHash<Id, QString> m_titles;
};

} // namespace crm
