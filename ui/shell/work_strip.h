// Long work in the status area: what it is, how far, how long still, Cancel. A strip goes by itself when its work has
// ended.
//
//     WorkArea::follow(navigator, work);               // from any page
//
// Thread: the window's.
#pragma once
#include "ui/shell/long_work.h"
#include "ui/style/widgets.h"
#include <QTimer>

class QProgressBar;

namespace crm {

class Navigator;

class CRM_UI WorkStrip : public QWidget
{
    Q_OBJECT
public:
    WorkStrip(std::shared_ptr<LongWork> work, QWidget *parent);
    QString text() const { return m_text->text(); }
    QToolButton *cancelButton() const { return m_cancel; }
    const std::shared_ptr<LongWork> &work() const { return m_work; }

private:
    void refresh();
    std::shared_ptr<LongWork> m_work;
    ElidedLabel *m_text;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    QTimer m_timer;
};

/// Everything that is under way in a window; part of its status bar.
class CRM_UI WorkArea : public QWidget
{
    Q_OBJECT
public:
    explicit WorkArea(QWidget *parent);
    /// Shows the work in the window of the navigator, until it ends; without such an area it is merely done.
    static void follow(Navigator &navigator, const std::shared_ptr<LongWork> &work);
    void add(const std::shared_ptr<LongWork> &work);
    bool isEmpty() const { return m_works.isEmpty(); }
    /// Before the window closes: asks, cancels, waits until it is taken back. False: the person wants to stay.
    bool endAll();

private:
    QList<std::shared_ptr<LongWork>> m_works;
};

} // namespace crm
