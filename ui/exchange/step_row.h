// "1 File - 2 Columns - 3 Check - 4 Result": where one stands in a wizard.
#pragma once
#include "ui/ui_export.h"
#include <QStringList>
#include <QWidget>

namespace crm {

class CRM_UI StepRow : public QWidget
{
    Q_OBJECT
public:
    StepRow(const QStringList &names, QWidget *parent);
    void setCurrent(int index);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(int index) const;
    QStringList m_names;
    int m_current = 0;
};

} // namespace crm
