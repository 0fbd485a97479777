// Records of another list: picked by type-ahead; "me" for people; or empty.
#pragma once
#include "ui/records/condition_editor.h"

class QCheckBox;

namespace crm {

class RefListEditor;

class CRM_UI RefCondition : public ConditionEditor
{
    Q_OBJECT
public:
    RefCondition(const QString &path, const Field &field, Navigator &navigator, QWidget *parent);
    Filter filter() const override;
    void setFilter(const Filter &filter) override;

private:
    RefListEditor *m_records;
    QCheckBox *m_me, *m_empty;
};

} // namespace crm
