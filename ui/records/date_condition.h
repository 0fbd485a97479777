// A date or a moment: a period in words (this week, last month), from and to, or empty.
#pragma once
#include "core/model/format.h"
#include "ui/records/condition_editor.h"

class QComboBox;
class QLineEdit;

namespace crm {

class CRM_UI DateCondition : public ConditionEditor
{
    Q_OBJECT
public:
    DateCondition(const QString &path, const Field &field, Navigator &navigator, QWidget *parent);
    Filter filter() const override;
    void setFilter(const Filter &filter) override;
    QString fault() const override;

private:
    QVariant bound(const QLineEdit *edit, bool upper) const;
    void showRange(bool on);
    Filter within(int from, int to) const;

    FormatContext m_format;
    QComboBox *m_period;
    Filter m_kept; ///< a condition with relative dates that no period says: it stays as it is until another is chosen
    QLineEdit *m_from, *m_to;
};

} // namespace crm
