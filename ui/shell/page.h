// One tab of the main window: a list, a record, the trash, the dashboard, settings.
//
//     TabPage *page = makeListPage(navigator, "clients");
//     tabs->addTab(page, icon(page->iconName()), page->title());
//     navigator.openRecord("clients", id);             // a page asks; the window answers (see Navigator)
//
// (TabPage, because a Page is a piece of a list: core/store/page.h.)
// Thread: the window's. A page never waits: what takes time runs in the session and comes back by its future.
#pragma once
#include "core/model/id.h"
#include "ui/ui_export.h"
#include <QWidget>

namespace crm {

class Navigator;
struct Query;

class CRM_UI TabPage : public QWidget
{
    Q_OBJECT
public:
    explicit TabPage(Navigator &navigator, QWidget *parent = nullptr);
    ~TabPage() override;

    /// What the tab says; short ("Clients", "INV-0042").
    virtual QString title() const = 0;
    /// A name of resources/icons.
    virtual QString iconName() const = 0;
    /// Names the page, so that it is found again and restored at the next start: "list/clients",
    /// "record/clients/<id>", "trash". Empty: not restored and never the same as another page (a new record).
    virtual QString key() const = 0;

    /// Changes that closing would lose.
    virtual bool hasUnsavedChanges() const { return false; }
    /// Called before the tab closes. May ask (Prompts). False: stay open; a page that saves first answers false and
    /// emits closeRequested() when the save has succeeded.
    virtual bool mayClose() { return true; }
    /// Ctrl+S.
    virtual bool canSave() const { return false; }
    virtual void save() {}
    /// Ctrl+F: puts the cursor where one searches on this page.
    virtual void focusSearch() {}
    /// The entity that Ctrl+N creates here; empty: the window offers the Create menu.
    virtual QString entityKey() const { return {}; }
    /// Shows another question in a list that is open already; other pages ignore it.
    virtual void showQuery(const Query &query);
    /// The tab has become the current one. The first call is the moment to load.
    virtual void activated() {}
    /// Everything that belongs on the page has arrived (or failed): the tour and the tests wait for it.
    virtual bool isSettled() const { return true; }
    /// For the status bar: "1,000,000 rows - 3 selected".
    QString statusText() const { return m_statusText; }

    Navigator &navigator() const { return m_navigator; }

Q_SIGNALS:
    void titleChanged(); ///< title, icon, key or hasUnsavedChanges() differ now
    void openRequested(const QString &entity, crm::Id id);
    void closeRequested(); ///< closes without asking again
    void statusTextChanged(const QString &text);
    void settled(); ///< isSettled() has become true

protected:
    void setStatusText(const QString &text);

private:
    Navigator &m_navigator;
    QString m_statusText;
};

} // namespace crm
