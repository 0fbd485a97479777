// A day or a week of what comes up, at the side of the window: of all kinds of record that stand in the calendar, see
// core/model/agenda.h.
//
// Left and Right go a day or a week back and on, Home to today, Enter opens what is chosen. Follows the data and, while
// it shows today, the date. Thread: the window's.
#pragma once
#include "core/store/agenda.h"
#include "core/store/await.h"
#include "ui/ui_export.h"
#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QListWidget;
class QMenu;
class QToolButton;

namespace crm {

class ElidedLabel;
class Navigator;

class CRM_UI AgendaPanel : public QWidget
{
    Q_OBJECT
public:
    /// @param state what state() said the last time; anything else: this week, one's own
    AgendaPanel(Navigator &navigator, const QByteArray &state, QWidget *parent);
    /// True if anything that stands in the calendar may be seen.
    static bool isOffered(Navigator &navigator);

    QByteArray state() const;
    QListWidget *list() const { return m_list; }
    QLabel *hint() const { return m_hint; } ///< in sight while there is nothing
    QDate first() const;
    QDate last() const;
    bool isIdle() const { return !m_request.isRunning(); }

    void step(int steps); ///< so many days or weeks on; 0: back to today
    void showWeek(bool week);
    void showEverybodys(bool on);
    void fillCreateMenu(QMenu *menu);

Q_SIGNALS:
    void stateChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildHead();
    void load();
    void fill(const Agenda &agenda);
    void addDay(const QDate &day);
    void addItem(const AgendaItem &item);
    void create(const QString &entity);
    void waitForMidnight();

    Navigator &m_navigator;
    QDate m_day; ///< invalid: whatever is today
    bool m_week = true, m_everybodys = false;
    ElidedLabel *m_span;
    QToolButton *m_create;
    QAction *m_weekAction, *m_allAction;
    QListWidget *m_list;
    QLabel *m_hint;
    QTimer m_timer, m_midnight;
    Request m_request;
};

} // namespace crm
