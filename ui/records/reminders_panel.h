// One's own reminders of a record, beside its comments and files: those that are to come first, then those that are
// done. The check mark says done; Enter opens one, Del deletes it, the button makes another.
//
// Thread: the window's.
#pragma once
#include "core/model/reminding.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/remind_dialog.h"
#include "ui/ui_export.h"
#include <QWidget>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace crm {

class Navigator;

class CRM_UI RemindersPanel : public QWidget
{
    Q_OBJECT
public:
    RemindersPanel(Navigator &navigator, const RemindAbout &about, QWidget *parent);

    void load();
    int count() const;
    int openCount() const; ///< those that are not done
    bool isLoading() const { return m_request.isRunning() || m_saving.isRunning(); }
    QListWidget *list() const { return m_list; }
    QPushButton *addButton() const { return m_add; }
    void setTitle(const QString &title) { m_about.title = title; } ///< of the record, as it is called now

Q_SIGNALS:
    void loaded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const Page &page);
    void setDone(const QListWidgetItem *item);
    void snooze(Id id, const QDateTime &until);
    void removeChosen();
    void showMenu(const QPoint &at);
    template<class T> void store(const QFuture<T> &saving);

    Navigator &m_navigator;
    const Reminding m_how;
    std::shared_ptr<const Catalog> m_catalog;
    RemindAbout m_about;
    QListWidget *m_list;
    QLabel *m_hint;
    QPushButton *m_add;
    bool m_filling = false;
    Request m_request, m_saving;
};

} // namespace crm
