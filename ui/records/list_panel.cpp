#include "ui/records/list_panel.h"
#include "core/exchange/overview.h"
#include "core/store/session.h"
#include "ui/exchange/list_exchange.h"
#include "ui/records/column_keys.h"
#include "ui/records/column_widths.h"
#include "ui/records/filter_bar.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/list_bar.h"
#include "ui/records/list_commands.h"
#include "ui/records/list_header.h"
#include "ui/records/list_status.h"
#include "ui/records/mail_actions.h"
#include "ui/records/quick_filters.h"
#include "ui/records/record_preview.h"
#include "ui/records/record_table.h"
#include "ui/records/remind_dialog.h"
#include "ui/records/settle.h"
#include "ui/records/view_tabs.h"
#include "ui/reports/reports.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/tab_order.h"
#include "ui/style/widgets.h"
#include <QAction>
#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crm {

namespace {
QList<ListPanel *> &allPanels()
{
    static QList<ListPanel *> all;
    return all;
}
} // namespace

QList<ListPanel *> ListPanel::living() { return allPanels(); }

ListPanel::~ListPanel() { allPanels().removeOne(this); }

ListPanel::ListPanel(Navigator &navigator, const QString &entity, const ListOptions &options, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().catalog())
    , m_entity(&m_catalog->at(entity))
    , m_options(options)
    , m_columns(*m_catalog, *m_entity, navigator.session().actor().policy)
    , m_model(new GroupedListModel(navigator.session(), this))
{
    if (!options.hidden.isEmpty()) {
        QStringList paths = m_columns.paths();
        paths.removeAll(options.hidden);
        m_columns.setPaths(paths);
    }
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    m_table = new RecordTable(navigator, this);
    m_table->setAccessibleName(m_entity->many().text());
    m_table->setList(m_model);
    m_widths = new ColumnWidths(m_table, m_model, m_columns, this);
    m_commands = new ListCommands(navigator, m_model, m_table, this);
    m_status = new ListStatus(navigator, m_model, m_table, this);
    m_exchange = new ListExchange(navigator, this);
    buildBar(box);
    buildBody(box);
    connectParts();
    orderTabs(*this);
    updateState();
    allPanels().append(this);
}

void ListPanel::buildBar(QVBoxLayout *box)
{
    auto *bar = new ListBar(m_options.embedded ? 0 : space::m, this);
    QHBoxLayout *row = bar->row();
    if (!m_options.embedded)
        m_views = new ViewTabs(m_navigator, m_entity->key(), bar); // Tab comes to it first
    m_search = new QLineEdit(bar);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search in %1").arg(m_entity->many().text()));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    constexpr int embedded = 200, least = 80, first = 1000;
    if (m_options.embedded) { // the search gives way first: a list on a form has to be as narrow as the form
        row->addStretch(1);
        m_search->setMinimumWidth(least);
        m_search->setMaximumWidth(scaled(embedded));
    } else {
        bar->setParts(m_views, m_search);
    }
    row->addWidget(m_search, m_options.embedded ? first : 0);
    m_groupButton = makeIconButton(QStringLiteral("group-by"), tr("Group by"), bar);
    m_groupButton->setObjectName(QStringLiteral("groupButton"));
    m_groupButton->setPopupMode(QToolButton::InstantPopup);
    m_groupButton->setMenu(new QMenu(m_groupButton));
    row->addWidget(m_groupButton);
    m_columnsButton = makeIconButton(QStringLiteral("columns"), tr("Columns"), bar);
    row->addWidget(m_columnsButton);
    if (!m_options.embedded) {
        m_quickButton =
            makeIconButton(QStringLiteral("filter-row"), tr("Filters below the headings (Ctrl+Shift+F)"), bar);
        m_quickButton->setObjectName(QStringLiteral("quickFilterButton"));
        m_quickButton->setCheckable(true);
        row->addWidget(m_quickButton);
        m_previewButton = makeIconButton(QStringLiteral("view"), tr("Preview (Space)"), bar);
        m_previewButton->setCheckable(true);
        row->addWidget(m_previewButton);
        addOverviewButton(row);
    }
    row->addWidget(m_exchange->button());
    if (mayCreate()) {
        m_new = makeButton(m_entity->one().text(), QStringLiteral("plus"),
                           m_options.embedded ? ButtonRole::Normal : ButtonRole::Primary, bar);
        m_new->setAccessibleName(tr("New: %1").arg(m_entity->one().text()));
        m_new->setToolTip(m_options.embedded ? m_new->accessibleName()
                                             : tr("New: %1 (Ctrl+N)").arg(m_entity->one().text()));
        m_new->setMinimumWidth(2 * controlHeight()); // a long name is cut sooner than what stands beside it
        row->addWidget(m_new);
        connect(m_new, &QPushButton::clicked, this, &ListPanel::createRecord);
    }
    box->addWidget(bar);
    if (!m_options.embedded) {
        auto *filters = new QWidget(this);
        auto *line = new QHBoxLayout(filters);
        line->setContentsMargins(space::m, 0, space::m, space::s);
        m_filters = new FilterBar(m_navigator, m_entity->key(), filters);
        line->addWidget(m_filters);
        box->addWidget(filters);
        m_quick = new QuickFilters(m_navigator, m_entity->key(), m_table, m_filters);
    }
}

/// Where the numbers of this list stand, if there is such a page.
void ListPanel::addOverviewButton(QHBoxLayout *row)
{
    const Session &session = m_navigator.session();
    const Overview overview = offered(overviewOf(m_entity->key()), *session.catalog(), session.actor().policy);
    if (!overview.isSet())
        return;
    auto *button = makeIconButton(QStringLiteral("dashboard"), overview.title.text(), row->parentWidget());
    button->setObjectName(QStringLiteral("overviewButton"));
    connect(button, &QToolButton::clicked, this, [this] { m_navigator.openKey(overviewKey(m_entity->key())); });
    row->addWidget(button);
}

void ListPanel::buildBody(QVBoxLayout *box)
{
    m_banner = new Banner(this);
    box->addWidget(m_banner);
    m_splitter = new QSplitter(Qt::Horizontal, this);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_stack = new QStackedWidget(m_splitter);
    m_stack->addWidget(m_table);
    m_placeholder = new PlaceholderRows(m_stack);
    m_stack->addWidget(m_placeholder);
    m_empty = new EmptyState(m_entity->iconName(), {}, {}, m_stack);
    m_stack->addWidget(m_empty);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(0, 1);
    box->addWidget(m_splitter, 1);
}

void ListPanel::connectParts()
{
    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(180);
    connect(&m_searchTimer, &QTimer::timeout, this, &ListPanel::ask);
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        m_searchTimer.stop();
        ask();
        m_table->setFocus();
    });
    m_widthTimer.setSingleShot(true);
    m_widthTimer.setInterval(400);
    connect(&m_widthTimer, &QTimer::timeout, this, &ListPanel::remember);
    m_slowTimer.setSingleShot(true);
    m_slowTimer.setInterval(150);
    connect(&m_slowTimer, &QTimer::timeout, this, &ListPanel::updateState);

    connect(m_columnsButton, &QToolButton::clicked, this, &ListPanel::openColumnChooser);
    connect(m_groupButton->menu(), &QMenu::aboutToShow, this, &ListPanel::fillGroupMenu);
    if (m_views) {
        connect(m_views, &ViewTabs::viewChosen, this, &ListPanel::applyView);
        connect(m_views, &ViewTabs::colorRulesRequested, this, &ListPanel::editColorRules);
        connect(&m_views->views(), &SavedViews::changed, this, &ListPanel::openRoleDefault);
    }
    if (m_filters)
        connect(m_filters, &FilterBar::filterChanged, this, &ListPanel::ask);
    if (m_quick) {
        connect(m_quickButton, &QToolButton::toggled, m_quick, &QuickFilters::setOn);
        connect(m_quick, &QuickFilters::switched, this, [this](bool on) {
            m_quickButton->setChecked(on);
            updateState();
            remember();
        });
    }
    if (m_previewButton)
        connect(m_previewButton, &QToolButton::toggled, this, &ListPanel::showPreview);
    connect(m_table, &RecordTable::previewRequested, this, [this] {
        if (m_previewButton)
            m_previewButton->toggle();
    });
    connect(m_table, &RecordTable::selectionMoved, this, &ListPanel::updatePreview);
    connect(m_table->header(), &ListHeader::sortRequested, this, &ListPanel::sortBy);
    connect(m_widths, &ColumnWidths::drawn, &m_widthTimer, qOverload<>(&QTimer::start));
    connect(m_table->header(), &QHeaderView::sectionMoved, this, [this] {
        if (!m_widths->isApplying())
            takeColumnOrder();
    });
    const auto *keys = new ColumnKeys(m_table);
    connect(keys, &ColumnKeys::moveRequested, this, &ListPanel::moveColumn);
    connect(keys, &ColumnKeys::resizeRequested, this, &ListPanel::resizeColumn);
    m_table->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table->header(), &QWidget::customContextMenuRequested, this, &ListPanel::showHeaderMenu);
    connect(m_model, &ListModel::loadingChanged, this, [this] {
        if (m_model->isLoading())
            m_slowTimer.start();
        updateState();
    });
    connect(m_model, &ListModel::rowsChanged, this, &ListPanel::updateState);
    connect(m_model, &ListModel::failed, this, [this](const QString &sentence) {
        m_banner->show(Banner::Danger, sentence);
        m_banner->setAction(tr("Try again"), [this] { m_model->reload(); });
    });
    connect(m_model, &ListModel::loaded, m_banner, &QWidget::hide);
    connect(m_model, &ListModel::saveFailed, this, [this](const QString &sentence) { m_navigator.toast(sentence); });
    connect(m_model, &ListModel::saveConflicted, this, [this](const ConflictError &error, const Document &mine) {
        settleConflict(m_navigator, this, error, mine, [this] { m_model->refresh(); });
    });
    connect(m_model, &ListModel::saveTrashed, this, [this](const TrashedError &error, const Document &mine) {
        settleTrashed(m_navigator, this, error, mine, [this] { m_model->refresh(); });
    });
    connect(m_commands, &ListCommands::menuShown, m_exchange, &ListExchange::addExport);
    connect(m_commands, &ListCommands::menuShown, this, &ListPanel::addColumnMenu);
    connect(m_commands, &ListCommands::menuShown, this, [this](QMenu *menu) {
        addMailActions(menu, *this);
        if (const RemindAbout about = currentOf(*this); about.id)
            menu->addAction(icon(QStringLiteral("bell")), tr("Remind me..."), this,
                            [this, about] { remindMe(m_navigator, about); });
    });
    connect(m_commands, &ListCommands::filterRequested, this, [this](const Filter &part) {
        if (m_filters) {
            m_filters->setFilter(m_filters->filter().isNone() ? part : Filter::all({m_filters->filter(), part}));
            ask();
        }
    });
    connect(&m_navigator.session(), &Session::dictionaryChanged, m_table->viewport(), qOverload<>(&QWidget::update));
    connect(m_status, &ListStatus::textChanged, this, &ListPanel::statusTextChanged);
    connect(&m_navigator.session(), &Session::catalogChanged, this, &ListPanel::takeCatalog);
}

// Questions -----------------------------------------------------------------------------------------------------

void ListPanel::load()
{
    if (m_started)
        return;
    m_started = true;
    restore();
    if (m_views)
        m_views->views().load();
    ask();
}

void ListPanel::ask()
{
    m_searchTimer.stop();
    if (!m_started)
        return;
    Query query(m_entity->key());
    query.filter = m_options.fixed;
    if (m_filters && !m_filters->filter().isNone())
        query.filter = query.filter.isNone() ? m_filters->filter() : Filter::all({query.filter, m_filters->filter()});
    query.search = m_search->text().trimmed();
    query.sort = m_sort.isEmpty() ? Query::parseSort(m_entity->defaultSort()) : m_sort;
    query.columns = m_columns.paths();
    keepPlace(query);
    m_model->setGrouping(m_group);
    m_model->setColorRules(m_colors);
    m_model->setQuery(query);
    remember();
}

void ListPanel::showQuery(const Query &query)
{
    if (!query.columns.isEmpty())
        m_columns.setPaths(query.columns);
    m_sort = query.sort;
    m_group = {};
    m_wantsDefault = false;
    const QSignalBlocker quiet(m_search);
    m_search->setText(query.search);
    if (m_filters)
        m_filters->setFilter(query.filter);
    if (m_views)
        m_views->setCurrentKey(QStringLiteral("all"));
    const bool first = !m_started;
    m_started = true;
    if (first && m_views)
        m_views->views().load();
    ask();
}

void ListPanel::refresh() { m_model->refresh(); }

void ListPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ListPanel::sortBy(int section, bool add)
{
    m_sort = ListHeader::afterClick(m_model->query().sort, m_model->pathAt(section), add);
    ask();
}

// What is shown -------------------------------------------------------------------------------------------------

namespace {
/// An empty list has its first step instead of rows; null: nothing there shows a focus.
QWidget *firstOf(QWidget *shown)
{
    const auto *empty = qobject_cast<EmptyState *>(shown);
    if (!empty)
        return shown;
    QPushButton *step = empty->actionButton();
    return step && !step->isHidden() ? step : nullptr;
}
} // namespace

void ListPanel::updateState()
{
    QWidget *shown = m_table;
    // One who types below the headings keeps them, whatever is found.
    const bool heads = m_quick && m_quick->isOn() && (isNarrowed() || m_quick->hasTheFocus());
    m_table->setEmptyText(heads && !m_model->isLoading() ? tr("No row fits the search and the filter.") : QString());
    if (m_model->rowCount() == 0 && !heads) {
        const bool loading = m_model->isLoading() || !m_started;
        if (loading && !m_slowTimer.isActive())
            shown = m_placeholder;
        else if (loading ? m_stack->currentWidget() == m_empty : !m_model->hasFailed())
            shown = m_empty;
    }
    if (shown == m_empty && !m_model->isLoading())
        updateEmptyTexts();
    const QWidget *before = m_stack->currentWidget();
    const bool hadFocus = before->hasFocus() || before->isAncestorOf(QApplication::focusWidget());
    m_stack->setCurrentWidget(shown);
    if (hadFocus && shown != before)
        (firstOf(shown) ? firstOf(shown) : m_search)->setFocus(Qt::OtherFocusReason);
    if (shown == m_table && !m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        takePlace();
    updatePreview();
    Q_EMIT settledChanged();
}

bool ListPanel::isNarrowed() const
{
    return !m_model->query().search.isEmpty() || (m_filters && !m_filters->filter().isNone());
}

void ListPanel::updateEmptyTexts()
{
    if (isNarrowed()) {
        m_exchange->withdrawImport();
        m_empty->setTexts(QStringLiteral("search"), tr("Nothing found"), tr("No row fits the search and the filter."));
        m_empty->setAction(tr("Clear search and filter"), [this] {
            const QSignalBlocker quiet(m_search);
            m_search->clear();
            if (m_filters)
                m_filters->setFilter({});
            if (m_views)
                m_views->setCurrentKey(QStringLiteral("all"));
            ask();
        });
        return;
    }
    m_empty->setTexts(m_entity->iconName(), tr("%1: nothing here yet").arg(m_entity->many().text()),
                      m_entity->emptyHint().text());
    if (mayCreate())
        m_empty->setAction(tr("New: %1").arg(m_entity->one().text()), [this] { createRecord(); });
    m_exchange->offerImport();
}

bool ListPanel::mayCreate() const
{
    const Policy policy = m_navigator.session().actor().policy;
    return policy.may(*m_entity, Verb::Create) && (!m_entity->isAdminOnly() || policy.isAdmin());
}

void ListPanel::createRecord() { m_navigator.newRecord(m_entity->key(), m_options.preset); }

void ListPanel::showPreview(bool on)
{
    if (on && !m_preview) {
        m_preview = new RecordPreview(m_navigator, m_entity->key(), m_splitter);
        m_splitter->addWidget(m_preview);
        m_splitter->setStretchFactor(1, 0);
        m_splitter->setSizes({qMax(300, m_splitter->width() - 380), 380});
        connect(m_preview, &RecordPreview::closeRequested, this, [this] {
            m_previewButton->setChecked(false);
            m_table->setFocus();
        });
        connect(m_preview, &RecordPreview::loaded, this, &ListPanel::settledChanged);
    }
    if (m_preview)
        m_preview->setVisible(on);
    updatePreview();
    remember();
}

void ListPanel::updatePreview()
{
    if (m_preview && !m_preview->isHidden())
        m_preview->show(m_model->rowCount() > 0 ? m_table->currentId() : 0);
}

QString ListPanel::statusText() const { return m_status->text(); }

bool ListPanel::isSettled() const
{
    return m_started && !m_model->isLoading() && (m_model->isTotalKnown() || m_model->hasFailed()) &&
           (!m_preview || m_preview->isHidden() || !m_preview->isLoading());
}

} // namespace crm
