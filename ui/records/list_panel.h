// A list with everything around it: views, search, filter, columns, table, preview, what one does with the rows. Fills
// a tab (ListPage) or a part of a record (the lists that hang on it).
//
//     ListOptions options;
//     options.fixed = Filter::where("client_id", Op::Equal, id);
//     auto *panel = new ListPanel(navigator, "orders", options, this);
//     panel->load();
#pragma once
#include "ui/records/list_columns.h"
#include "ui/records/list_model.h"
#include "ui/records/saved_views.h"
#include "ui/ui_export.h"
#include <QVariantMap>
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace crm {

class Banner;
class ColumnWidths;
class EmptyState;
class FilterBar;
class GroupedListModel;
class ListCommands;
class ListExchange;
class ListStatus;
class Navigator;
class QuickFilters;
class RecordPreview;
class RecordTable;
class ViewTabs;

struct ListOptions
{
    Filter fixed = {};       ///< always holds, and is not shown
    QVariantMap preset = {}; ///< values of a record made from here
    QString hidden = {};     ///< a column that says the same in every row
    bool embedded = false;   ///< part of another page: no views, no filter bar, no preview
};

class CRM_UI ListPanel : public QWidget
{
    Q_OBJECT
public:
    ListPanel(Navigator &navigator, const QString &entity, const ListOptions &options, QWidget *parent);
    ~ListPanel() override;
    /// All there are, in whatever window, the oldest first.
    static QList<ListPanel *> living();

    void load();                        ///< the first question; later calls do nothing
    void showQuery(const Query &query); ///< another filter, sort, search; empty columns: as they are
    void refresh();
    void focusSearch();
    void showPreview(bool on);

    ListModel *model() const;
    GroupedListModel *groups() const { return m_model; }
    void groupBy(const GroupBy &by); ///< none: no longer
    ViewState presentState() const;  ///< what a view would keep
    void applyView(const ListView &view);
    QMenu *groupMenu(); ///< as it would be now
    RecordTable *table() const { return m_table; }
    FilterBar *filterBar() const { return m_filters; }
    ViewTabs *viewTabs() const { return m_views; }
    QLineEdit *searchEdit() const { return m_search; }
    ListCommands *commands() const { return m_commands; }
    ListExchange *exchange() const { return m_exchange; }
    QuickFilters *quickFilters() const { return m_quick; } ///< null: a list without a filter bar
    RecordPreview *preview() const { return m_preview; }
    EmptyState *emptyState() const { return m_empty; }
    Banner *banner() const { return m_banner; }
    const Entity &entity() const { return *m_entity; }
    const ListOptions &options() const { return m_options; }
    Navigator &navigator() const { return m_navigator; }
    bool mayCreate() const;
    QString statusText() const;
    bool isSettled() const;

public Q_SLOTS:
    void createRecord();
    void openColumnChooser();
    void openGroupMenu();
    void useQuickFilters(); ///< shows the row and goes to it; from within it: hides it
    void editColorRules();  ///< where views are; else nothing

Q_SIGNALS:
    void statusTextChanged(const QString &text);
    void settledChanged();

private:
    void buildBar(QVBoxLayout *box);
    void addOverviewButton(QHBoxLayout *row);
    void buildBody(QVBoxLayout *box);
    void connectParts();
    void ask();
    void takeColumnOrder();
    void moveColumn(int section, int by);
    void resizeColumn(int section, int way);
    void addPlaceActions(QMenu *menu, int section);
    void keepPlace(const Query &next);
    void takePlace();
    void sortBy(int section, bool add);
    void useState(const ViewState &state, const QString &name);
    void useLook(const UsableView &view);
    void takeCatalog();
    void openRoleDefault();
    void fillGroupMenu();
    void addGroupActions(QMenu *menu, const QString &path, const QString &label);
    void showHeaderMenu(const QPoint &at);
    void addColumnMenu(QMenu *menu);
    void fillColumnMenu(QMenu *to, int section);
    void updateGroupButton();
    void updateState();
    bool isNarrowed() const;
    void updateEmptyTexts();
    void updatePreview();
    QString settingsName() const;
    void restore();
    void remember();

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    const Entity *m_entity;
    ListOptions m_options;
    ListColumns m_columns;
    QList<SortKey> m_sort;
    GroupBy m_group;
    QList<ColorRule> m_colors;
    int m_frozen = 0;
    bool m_wantsDefault = false; ///< nothing is remembered of this list: what is laid down for the role comes first
    GroupedListModel *m_model;
    RecordTable *m_table;
    ColumnWidths *m_widths;
    ViewTabs *m_views = nullptr;
    FilterBar *m_filters = nullptr;
    QLineEdit *m_search;
    QToolButton *m_columnsButton, *m_groupButton, *m_previewButton = nullptr;
    QPushButton *m_new = nullptr;
    Banner *m_banner;
    QStackedWidget *m_stack;
    QWidget *m_placeholder;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    RecordPreview *m_preview = nullptr;
    ListCommands *m_commands;
    ListExchange *m_exchange = nullptr;
    ListStatus *m_status;
    QTimer m_searchTimer, m_widthTimer, m_slowTimer;
    bool m_started = false;
    QuickFilters *m_quick = nullptr;
    QToolButton *m_quickButton = nullptr;
    Id m_placeId = 0;    ///< the current record, if the same rows come again
    QString m_placePath; ///< the column one was in
};

} // namespace crm
