// What a person wants to have done, as a slim list that one writes into and ticks off: see core/model/agenda.h.
//
// Enter in the line adds what stands there; Space ticks off, Enter opens, Del deletes. What has been ticked off today
// stays at the end, so that a slip is put right by the same key. What is open is put in order by Alt+Up and Alt+Down or
// by the mouse, where the declaration has a place for that. Follows the data. Thread: the window's.
#pragma once
#include "core/model/agenda.h"
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <QTimer>
#include <QWidget>

class QLabel;
class QKeyEvent;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace crm {

class Entity;
class Navigator;

class CRM_UI TickList : public QWidget
{
    Q_OBJECT
public:
    TickList(Navigator &navigator, const Entity &entity, QWidget *parent);

    QLineEdit *line() const { return m_line; }
    QListWidget *list() const { return m_list; }
    QLabel *hint() const { return m_hint; } ///< in sight while the list is empty
    bool isIdle() const { return !m_request.isRunning() && m_underWay == 0; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void allowOrder(const Entity &entity);
    void load();
    void fill(const Page &page);
    void write();
    void tick(const QListWidgetItem *item);
    void removeCurrent();
    void moveCurrent(int by);
    void keepOrder();
    void run(const QFuture<qint64> &saving);
    bool keyInList(const QKeyEvent &key);

    Navigator &m_navigator;
    const QString m_entity, m_title;
    const TicksOff m_how;
    bool m_isOrdered = false; ///< by this person, by hand
    QLineEdit *m_line;
    QListWidget *m_list;
    QLabel *m_hint;
    QTimer m_timer;
    Request m_request;
    int m_underWay = 0; ///< saves that are not answered yet
    bool m_filling = false;
};

} // namespace crm
