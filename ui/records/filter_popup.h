// The little window below a chip where its condition is set; what it holds is applied while it changes.
#pragma once
#include "core/model/query.h"
#include "ui/ui_export.h"
#include <QFrame>

class QLabel;

namespace crm {

class ConditionEditor;
class Navigator;

class CRM_UI FilterPopup : public QFrame
{
    Q_OBJECT
public:
    FilterPopup(Navigator &navigator, const QString &entity, const QString &path, QWidget *parent);

    void setFilter(const Filter &filter);
    Filter filter() const;
    void openBelow(const QWidget *anchor);
    ConditionEditor *editor() const { return m_editor; }

Q_SIGNALS:
    void changed(const crm::Filter &filter);
    void removed();
    void closed();

protected:
    void closeEvent(QCloseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void onChanged();

    ConditionEditor *m_editor;
    QLabel *m_fault;
};

} // namespace crm
