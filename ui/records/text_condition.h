// A text: contains, starts with, is, is empty.
#pragma once
#include "ui/records/condition_editor.h"

class QComboBox;
class QLineEdit;

namespace crm {

class CRM_UI TextCondition : public ConditionEditor
{
    Q_OBJECT
public:
    TextCondition(const QString &path, const Field &field, Navigator &navigator, QWidget *parent);
    Filter filter() const override;
    void setFilter(const Filter &filter) override;

private:
    QComboBox *m_op;
    QLineEdit *m_text;
};

} // namespace crm
