// Where a page wants the keyboard to begin, without being a stop of Tab itself: a focus proxy would take Tab past all
// that stands before it, and hold it where the proxy is hidden.
//
//     new BeginsAt(page, [table] { return table; });
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QWidget>
#include <functional>

namespace crm {

class CRM_UI BeginsAt : public QObject
{
    Q_OBJECT
public:
    /// @param first asked each time; null: nowhere at the moment
    BeginsAt(QWidget *page, std::function<QWidget *()> first);
    static bool isSaidOf(const QWidget &page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<QWidget *()> m_first;
};

} // namespace crm
