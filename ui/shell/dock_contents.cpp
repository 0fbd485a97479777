#include "ui/shell/dock_contents.h"
#include "core/model/agenda.h"
#include "core/store/session.h"
#include "ui/dashboard/entity_card.h"
#include "ui/extend/ui_registry.h"
#include "ui/records/column_widths.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/list_commands.h"
#include "ui/records/record_preview.h"
#include "ui/records/record_table.h"
#include "ui/shell/agenda_panel.h"
#include "ui/shell/docks.h"
#include "ui/shell/navigator.h"
#include "ui/shell/tick_list.h"
#include "ui/style/icons.h"
#include "ui/style/tokens.h"
#include <QListWidget>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int refreshAfterMs = 400, lookBack = 400, mostShown = 100;

QVBoxLayout *column(QWidget *widget, int margin = 0)
{
    auto *box = new QVBoxLayout(widget);
    box->setContentsMargins(margin, margin, margin, margin);
    box->setSpacing(0);
    return box;
}

/// A card of the dashboard counts anew when its list has changed.
QWidget *makeCard(Navigator &navigator, const Entity &entity, QWidget *parent)
{
    auto *holder = new QWidget(parent);
    auto *box = column(holder, space::s);
    auto *card = new EntityCard(navigator, entity, holder);
    box->addWidget(card);
    box->addStretch(1);
    auto *timer = new QTimer(card);
    timer->setSingleShot(true);
    timer->setInterval(refreshAfterMs);
    QObject::connect(timer, &QTimer::timeout, card, &EntityCard::load);
    QObject::connect(&navigator.session(), &Session::changed, card, [card, timer](const QList<Change> &changes) {
        for (const Change &change : changes)
            if (change.entity == card->entityKey() && !timer->isActive())
                timer->start();
    });
    card->load();
    return holder;
}

} // namespace

DockList::DockList(Navigator &navigator, const QString &entity, const ViewState &state, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().catalog())
    , m_entity(entity)
    , m_state(state)
    , m_columns(*m_catalog, m_catalog->at(entity), navigator.session().actor().policy)
    , m_model(new GroupedListModel(navigator.session(), this))
    , m_table(new RecordTable(navigator, this))
{
    m_table->setAccessibleName(m_catalog->at(entity).many().text());
    m_table->setList(m_model);
    m_widths = new ColumnWidths(m_table, m_model, m_columns, this);
    new ListCommands(navigator, m_model, m_table, this);
    m_table->setEmptyText(tr("Nothing here just now."));
    column(this)->addWidget(m_table);
    setFocusProxy(m_table);
    connect(&navigator.session(), &Session::catalogChanged, this, [this] {
        m_catalog = m_navigator.session().catalog();
        if (!m_catalog->find(m_entity))
            return;
        m_columns = ListColumns(*m_catalog, m_catalog->at(m_entity), m_navigator.session().actor().policy);
        ask();
    });
    ask();
}

void DockList::ask()
{
    const UsableView view = usableView(m_state, *m_catalog, m_entity, m_navigator.session().actor().policy);
    if (!view.columns.isEmpty())
        m_columns.setPaths(view.columns);
    Query query(m_entity);
    query.filter = view.filter;
    query.sort = view.sort.isEmpty() ? Query::parseSort(m_catalog->at(m_entity).defaultSort()) : view.sort;
    query.columns = m_columns.paths();
    m_model->setGrouping(view.group);
    m_model->setColorRules(view.colors);
    m_model->setQuery(query);
    m_table->setFrozenColumns(view.frozen);
}

RecentChanges::RecentChanges(Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_list(new QListWidget(this))
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Recent changes"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    column(this)->addWidget(m_list);
    setFocusProxy(m_list);
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &RecentChanges::load);
    connect(&navigator.session(), &Session::changed, this, [this] {
        if (!m_timer.isActive())
            m_timer.start();
    });
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        m_navigator.openRecord(item->data(Qt::UserRole).toString(), item->data(Qt::UserRole + 1).toLongLong());
    });
    load();
}

void RecentChanges::load()
{
    m_request.ask(
        this, m_navigator.session().read([](Repository &r) {
            Told told;
            const QList<Change> all = r.changesSince(qMax<qint64>(0, r.head() - lookBack), lookBack);
            QHash<QString, IdList> asked;
            QSet<QPair<QString, Id>> seen; // of one record the latest change
            for (auto it = all.crbegin(); it != all.crend() && told.changes.size() < mostShown; ++it) {
                const Entity *entity = r.catalog()->find(it->entity);
                if (!entity || entity->isLine() || !entity->isInMenu() || seen.contains({it->entity, it->recordId}))
                    continue;
                seen.insert({it->entity, it->recordId});
                told.changes.append(*it);
                asked[it->entity].append(it->recordId);
            }
            for (auto it = asked.cbegin(); it != asked.cend(); ++it) { // one question for each kind of record
                const QHash<Id, Option> titles = r.options(it.key(), it.value());
                for (const Option &o : titles)
                    told.titles.insert({it.key(), o.id}, o.title);
            }
            return told;
        }),
        [this](const Told &told) { fill(told); }, [this](const Error &e) { m_navigator.showError(e); });
}

void RecentChanges::fill(const Told &told)
{
    const auto catalog = m_navigator.session().catalog();
    const QLocale locale = m_navigator.format().locale;
    m_list->clear();
    for (const Change &change : told.changes) {
        const Entity *entity = catalog->find(change.entity);
        const QString title = told.titles.value({change.entity, change.recordId});
        if (!entity || title.isEmpty())
            continue; // gone, or no longer to be seen
        const QDateTime at = change.at.toLocalTime();
        const QString when = at.date() == QDate::currentDate() ? locale.toString(at.time(), QLocale::ShortFormat)
                                                               : locale.toString(at, QLocale::ShortFormat);
        auto *item = new QListWidgetItem(icon(entity->iconName()), title, m_list);
        item->setToolTip(QStringLiteral("%1: %2\n%3, %4").arg(entity->one().text(), title, change.userName, when));
        item->setText(tr("%1 \u00b7 %2, %3", "record, who changed it, when").arg(title, change.userName, when));
        item->setData(Qt::UserRole, change.entity);
        item->setData(Qt::UserRole + 1, change.recordId);
        item->setSizeHint({0, rowHeight()});
    }
    if (m_list->count() == 0) {
        auto *item = new QListWidgetItem(tr("Nothing has changed yet."), m_list);
        item->setFlags(Qt::NoItemFlags);
    }
}

QList<DockSpec> ownDocks(Navigator &navigator)
{
    QList<DockSpec> specs;
    if (AgendaPanel::isOffered(navigator))
        specs.append({{}, QStringLiteral("agenda"), Docks::tr("Calendar"), QStringLiteral("calendar"), {}});
    const auto catalog = navigator.session().catalog();
    const Actor actor = navigator.session().actor();
    for (const Entity *entity : catalog->entities()) {
        if (tickingOf(entity->key()).isSet() && actor.policy.may(*entity, Verb::Read))
            specs.append({{}, QStringLiteral("ticks/") + entity->key(), entity->many().text(), entity->iconName(), {}});
    }
    specs.append({{}, QStringLiteral("changes"), Docks::tr("Recent changes"), QStringLiteral("history"), {}});
    return specs;
}

QWidget *makeDockContent(const DockSpec &spec, Navigator &navigator, QWidget *parent)
{
    if (spec.key == QLatin1String("changes"))
        return new RecentChanges(navigator, parent);
    if (spec.key == QLatin1String("agenda"))
        return AgendaPanel::isOffered(navigator) ? new AgendaPanel(navigator, spec.state, parent) : nullptr;
    const QString kind = spec.key.section(u'/', 0, 0), name = spec.key.section(u'/', 1, 1);
    const Session &session = navigator.session();
    const Actor actor = session.actor();
    if (kind == QLatin1String("panel")) {
        const PanelSpec *panel = uiRegistry().panel(name);
        return panel && (!panel->offered || panel->offered(actor)) ? UiRegistry::build(*panel, navigator, parent)
                                                                   : nullptr;
    }
    const auto catalog = session.catalog();
    const Entity *entity = catalog->find(name);
    if (!entity || !actor.policy.may(*entity, Verb::Read))
        return nullptr;
    if (kind == QLatin1String("list"))
        return new DockList(navigator, name, ViewState::fromJson(spec.state), parent);
    if (kind == QLatin1String("ticks"))
        return tickingOf(name).isSet() ? new TickList(navigator, *entity, parent) : nullptr;
    if (kind == QLatin1String("card"))
        return makeCard(navigator, *entity, parent);
    const Id id = spec.key.section(u'/', 2, 2).toLongLong();
    if (kind != QLatin1String("record") || id <= 0)
        return nullptr;
    auto *preview = new RecordPreview(navigator, name, parent);
    preview->show(id);
    return preview;
}

} // namespace crm
