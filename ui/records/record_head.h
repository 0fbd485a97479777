// The line at the head of a record: title, state, what can be done. The title has half of the line if it needs that
// much; what stands beside it gives way. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QPointer>
#include <QWidget>

class QHBoxLayout;

namespace crm {

class ButtonRow;
class ElidedLabel;

class CRM_UI RecordHead : public QWidget
{
    Q_OBJECT
public:
    explicit RecordHead(QWidget *parent);

    ElidedLabel *title() const { return m_title; }
    QHBoxLayout *bar() const { return m_bar; } ///< the title is its first
    void setActions(ButtonRow *actions, QWidget *before);

protected:
    bool event(QEvent *event) override;

private:
    void shareOut();

    ElidedLabel *m_title;
    QHBoxLayout *m_bar;
    QPointer<ButtonRow> m_actions;
};

} // namespace crm
