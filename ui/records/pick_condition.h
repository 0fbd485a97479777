// One or several of few: choices, rows of a dictionary, labels, yes and no; with a search line when they are many.
#pragma once
#include "ui/records/condition_editor.h"

class QComboBox;
class QLineEdit;
class QListWidget;

namespace crm {

class CRM_UI PickCondition : public ConditionEditor
{
    Q_OBJECT
public:
    PickCondition(const QString &path, const Field &field, Navigator &navigator, QWidget *parent);
    Filter filter() const override;
    void setFilter(const Filter &filter) override;

private:
    void fill();
    QString several() const; ///< how several choices are asked for
    void narrow(const QString &text);

    Navigator &m_navigator;
    QComboBox *m_how = nullptr; ///< of a field with several choices: any, all, none of those picked
    QLineEdit *m_search;
    QListWidget *m_list;
    bool m_filling = false;
};

} // namespace crm
