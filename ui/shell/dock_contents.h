// What a dock can hold: rows of a list as they were seen, one record, a card or a panel of the dashboard, what has
// changed of late, the calendar, what is to be ticked off. All of it follows the data like a list.
#pragma once
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/records/list_columns.h"
#include "ui/records/saved_views.h"
#include "ui/ui_export.h"
#include <QTimer>
#include <QWidget>

class QListWidget;

namespace crm {

class ColumnWidths;
class EntityCard;
class GroupedListModel;
class Navigator;
class RecordTable;

/// One dock, as it is kept between starts.
struct DockSpec
{
    QString id = {}; ///< tells two docks of the same list apart
    /// "list/clients", "record/clients/5", "card/orders", "panel/<key>", "ticks/todo", "changes", "agenda"
    QString key = {};
    QString title = {}; ///< as it stands above it
    QString icon = {};
    QByteArray state = {}; ///< of a list: ViewState as JSON; of the calendar: what it shows
    bool isList() const { return key.startsWith(QLatin1String("list/")); }
};

/// Of what the program itself has to keep in sight, what this person may see.
CRM_UI QList<DockSpec> ownDocks(Navigator &navigator);

/// A list without what stands around it: rows, Enter opens one, the menu of a row does the rest.
class CRM_UI DockList : public QWidget
{
    Q_OBJECT
public:
    DockList(Navigator &navigator, const QString &entity, const ViewState &state, QWidget *parent);
    RecordTable *table() const { return m_table; }
    GroupedListModel *model() const { return m_model; }

private:
    void ask();

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    QString m_entity;
    ViewState m_state;
    ListColumns m_columns;
    GroupedListModel *m_model;
    RecordTable *m_table;
    ColumnWidths *m_widths;
};

/// The latest changes that one may see, newest first; Enter opens the record.
class CRM_UI RecentChanges : public QWidget
{
    Q_OBJECT
public:
    RecentChanges(Navigator &navigator, QWidget *parent);
    QListWidget *list() const { return m_list; }

private:
    struct Told
    {
        QList<Change> changes;
        QHash<QPair<QString, Id>, QString> titles;
    };
    void load();
    void fill(const Told &told);

    Navigator &m_navigator;
    QListWidget *m_list;
    QTimer m_timer;
    Request m_request;
};

/// Null when the key names nothing that the person may see.
CRM_UI QWidget *makeDockContent(const DockSpec &spec, Navigator &navigator, QWidget *parent);

} // namespace crm
