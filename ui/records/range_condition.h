// A number: from, to, or both; or empty.
#pragma once
#include "core/model/format.h"
#include "ui/records/condition_editor.h"

class QCheckBox;
class QLineEdit;

namespace crm {

class CRM_UI RangeCondition : public ConditionEditor
{
    Q_OBJECT
public:
    RangeCondition(const QString &path, const Field &field, Navigator &navigator, QWidget *parent);
    Filter filter() const override;
    void setFilter(const Filter &filter) override;
    QString fault() const override;

private:
    QVariant read(const QLineEdit *edit, QString *fault) const;

    FormatContext m_format;
    QLineEdit *m_from, *m_to;
    QCheckBox *m_empty;
};

} // namespace crm
