// How a list is looked at: columns, groups, colours, views; the menus for it, and what is remembered of it.
#include "core/store/session.h"
#include "ui/records/cell_text.h"
#include "ui/records/color_rules_dialog.h"
#include "ui/records/field_help.h"
#include "ui/records/field_menu.h"
#include "ui/records/filter_bar.h"
#include "ui/records/filter_text.h"
#include "ui/records/group_text.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/list_header.h"
#include "ui/records/list_panel.h"
#include "ui/records/quick_filters.h"
#include "ui/records/record_table.h"
#include "ui/records/view_tabs.h"
#include "ui/shell/navigator.h"
#include "ui/shell/own_settings.h"
#include "ui/shell/prompts.h"
#include "ui/style/icons.h"
#include "ui/style/tokens.h"
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QToolButton>

namespace crm {

ListModel *ListPanel::model() const { return m_model; }

// Views ---------------------------------------------------------------------------------------------------------

ViewState ListPanel::presentState() const
{
    const Filter filter = m_filters ? m_filters->filter() : Filter();
    ViewState state;
    state.where = filter.isNone() ? QString() : filter.toExpression(*m_catalog, m_entity->key());
    for (const Filter &part : filterParts(filter))
        state.parts << part.toExpression(*m_catalog, m_entity->key());
    state.sort = sortText(m_sort);
    state.columns = m_columns.paths();
    state.group = m_group.toText();
    state.colors = m_colors;
    state.frozen = m_frozen;
    return state;
}

/// All of it but the filter and the columns.
void ListPanel::useLook(const UsableView &view)
{
    m_sort = view.sort;
    m_group = view.group;
    m_colors = view.colors;
    m_frozen = view.frozen;
}

void ListPanel::useState(const ViewState &state, const QString &name)
{
    const UsableView view = usableView(state, *m_catalog, m_entity->key(), m_navigator.session().actor().policy);
    m_filters->setFilter(view.filter);
    useLook(view);
    if (!view.columns.isEmpty())
        m_columns.setPaths(view.columns);
    if (view.left.isEmpty())
        return;
    const QString left = view.left.join(QStringLiteral(", "));
    m_navigator.toast(
        name.isEmpty()
            ? tr("The list is shown without %1: a field is no longer there, or you may not see it.").arg(left)
            : tr("The view “%1” is shown without %2: a field is no longer there, or you may not see it.")
                  .arg(name, left));
}

/// Fields have come or gone: what is left of the look is used on.
void ListPanel::takeCatalog()
{
    const ViewState before = presentState(); // as the former catalog writes it
    const QList<ListColumn> shown = m_columns.shown();
    m_catalog = m_navigator.session().catalog();
    m_entity = &m_catalog->at(m_entity->key());
    m_columns = ListColumns(*m_catalog, *m_entity, m_navigator.session().actor().policy);
    m_columns.setShown(shown);
    if (!m_started)
        return;
    ViewState state = before;
    state.columns = m_columns.paths();
    if (m_filters) {
        m_filters->takeCatalog();
        useState(state, {});
    } else {
        useLook(usableView(state, *m_catalog, m_entity->key(), m_navigator.session().actor().policy));
    }
    ask();
}

void ListPanel::applyView(const ListView &view)
{
    m_wantsDefault = false;
    useState(view.state, view.name);
    ask();
}

/// A list that nobody has looked at yet opens as it was laid down for the person's role.
void ListPanel::openRoleDefault()
{
    if (!m_wantsDefault || !m_views->views().isLoaded())
        return;
    m_wantsDefault = false;
    const ListView *found = m_views->views().roleDefault();
    if (!found || !m_filters->filter().isNone() || !m_search->text().isEmpty())
        return; // the person has begun to look for something
    const ListView view = *found;
    m_views->setCurrentKey(view.key);
    applyView(view);
}

void ListPanel::editColorRules()
{
    if (!m_views)
        return;
    ColorRulesDialog dialog(m_navigator, m_entity->key(), m_columns.paths(), m_colors, this);
    if (Prompts::run(dialog) != QDialog::Accepted)
        return;
    m_colors = dialog.rules();
    ask();
}

// Groups --------------------------------------------------------------------------------------------------------

void ListPanel::groupBy(const GroupBy &by)
{
    m_group = by;
    ask();
}

void ListPanel::openGroupMenu() { m_groupButton->showMenu(); }

QMenu *ListPanel::groupMenu()
{
    fillGroupMenu();
    return m_groupButton->menu();
}

void ListPanel::useQuickFilters()
{
    if (!m_quick)
        return;
    if (m_quick->hasTheFocus())
        return m_quick->setOn(false);
    m_quick->setOn(true);
    m_quick->focusColumn(m_table->currentIndex().column());
}

void ListPanel::addGroupActions(QMenu *menu, const QString &path, const QString &label)
{
    const Field *field = m_catalog->resolve(m_entity->key(), path);
    if (!field || !isGroupable(*field))
        return;
    const auto add = [&](QMenu *to, const QString &text, const GroupBy &by) {
        QAction *action = to->addAction(text, this, [this, by] { groupBy(by); });
        action->setCheckable(true);
        action->setChecked(m_group == by);
    };
    if (!hasSpans(field->kind()))
        return add(menu, label, {path, GroupBy::Value});
    QMenu *spans = menu->addMenu(label);
    for (const auto span : {GroupBy::Day, GroupBy::Week, GroupBy::Month, GroupBy::Quarter, GroupBy::Year})
        add(spans, spanLabel(span), {path, span});
}

void ListPanel::fillGroupMenu()
{
    QMenu *menu = m_groupButton->menu();
    menu->clear();
    QAction *none = menu->addAction(tr("No groups"), this, [this] { groupBy({}); });
    none->setCheckable(true);
    none->setChecked(m_group.isNone());
    menu->addSeparator();
    const QStringList paths = groupPaths(*m_catalog, *m_entity, m_navigator.session().actor().policy);
    QMenu *more = nullptr;
    for (const QString &path : paths) {
        const Field *field = m_catalog->resolve(m_entity->key(), path);
        // What has few values comes first, the rest one step further.
        const bool few = !path.contains(u'.') && (field->kind() == Kind::Choice || field->kind() == Kind::Ref ||
                                                  field->kind() == Kind::Bool || hasSpans(field->kind()));
        if (few) {
            addGroupActions(menu, path, pathLabel(*m_catalog, m_entity->key(), path));
            continue;
        }
        if (!more)
            more = new QMenu(tr("Other fields"), menu);
        addGroupActions(more, path, pathLabel(*m_catalog, m_entity->key(), path));
    }
    if (more)
        menu->addMenu(more);
    if (!m_model->isGrouped())
        return;
    menu->addSeparator();
    menu->addAction(tr("Fold all groups"), this, [this] { m_model->foldAll(true); });
    menu->addAction(tr("Unfold all groups"), this, [this] { m_model->foldAll(false); });
}

void ListPanel::updateGroupButton()
{
    const bool on = !m_group.isNone();
    const QString label = on ? pathLabel(*m_catalog, m_entity->key(), m_group.path) : QString();
    const QString text = on ? tr("Groups: %1").arg(label) : tr("Group by");
    m_groupButton->setToolTip(text);
    m_groupButton->setAccessibleName(text);
    m_groupButton->setIcon(on ? icon(QStringLiteral("group-by"), colors().accentText)
                              : icon(QStringLiteral("group-by")));
}

// Columns -------------------------------------------------------------------------------------------------------

void ListPanel::takeColumnOrder()
{
    QStringList order;
    for (int visual = 0; visual < m_table->header()->count(); ++visual)
        order.append(m_model->pathAt(m_table->header()->logicalIndex(visual)));
    m_columns.setPaths(order);
    ask();
}

/// In the order of reading; what is at the edge stays.
void ListPanel::moveColumn(int section, int by)
{
    QStringList paths = m_columns.paths();
    const qsizetype at = paths.indexOf(m_model->pathAt(section));
    if (at < 0 || at + by < 0 || at + by >= paths.size())
        return;
    paths.swapItemsAt(at, at + by);
    m_columns.setPaths(paths);
    ask();
}

void ListPanel::resizeColumn(int section, int way)
{
    constexpr int step = 16;
    QHeaderView *header = m_table->header();
    header->resizeSection(section, qMax(header->minimumSectionSize(), header->sectionSize(section) + way * step));
    m_table->scrollTo(m_table->currentIndex());
}

/// Before another question: where one is, as far as its answer will still have that.
void ListPanel::keepPlace(const Query &next)
{
    const Query &now = m_model->query();
    const bool sameRows = now.entity == next.entity && now.filter == next.filter && now.search == next.search &&
                          now.sort == next.sort && m_model->grouping() == m_group;
    m_placeId = sameRows ? m_table->currentId() : 0;
    if (const int section = m_table->currentIndex().column(); section >= 0)
        m_placePath = m_model->pathAt(section);
}

void ListPanel::takePlace()
{
    const int row = m_placeId ? m_model->rowOf(m_placeId) : -1;
    const int column = int(m_model->query().columns.indexOf(m_placePath));
    const bool shown = column >= 0 && column < m_model->columnCount();
    m_table->selectionModel()->setCurrentIndex(m_model->index(qMax(0, row), shown ? column : 0),
                                               QItemSelectionModel::NoUpdate);
}

void ListPanel::openColumnChooser()
{
    const QStringList shown = m_columns.paths();
    auto *menu = new FieldMenu(*m_catalog, m_entity->key(), m_columns.available(), &shown, this);
    connect(menu, &FieldMenu::checkedChanged, this, [this](const QStringList &paths) {
        if (paths.isEmpty())
            return;
        m_columns.setPaths(paths);
        ask();
    });
    connect(menu, &FieldMenu::resetRequested, this, [this] {
        m_columns.reset();
        ask();
    });
    menu->openBelow(m_columnsButton);
}

void ListPanel::showHeaderMenu(const QPoint &at)
{
    const int section = m_table->header()->sectionAt(at.x());
    if (section < 0 || !m_model->fieldAt(section))
        return openColumnChooser();
    QMenu menu(this);
    fillColumnMenu(&menu, section);
    menu.exec(m_table->header()->mapToGlobal(at));
}

/// The same from the menu of a row: for the column that the keys are in.
void ListPanel::addColumnMenu(QMenu *menu)
{
    const int section = m_table->currentIndex().column();
    if (section < 0 || !m_model->fieldAt(section))
        return;
    const QString label = pathLabel(*m_catalog, m_entity->key(), m_model->pathAt(section));
    fillColumnMenu(menu->addMenu(icon(QStringLiteral("columns")), tr("Column “%1”").arg(label)), section);
}

void ListPanel::fillColumnMenu(QMenu *to, int section)
{
    QMenu &menu = *to;
    const Field *field = m_model->fieldAt(section);
    const QString path = m_model->pathAt(section), label = pathLabel(*m_catalog, m_entity->key(), path);
    if (!isListKind(field->kind())) {
        const auto sort = [this, path](bool down) {
            m_sort = {{path, down}};
            ask();
        };
        menu.addAction(icon(QStringLiteral("arrow-up")), tr("Sort upwards"), this, [sort] { sort(false); });
        menu.addAction(icon(QStringLiteral("arrow-down")), tr("Sort downwards"), this, [sort] { sort(true); });
        menu.addSeparator();
    }
    if (m_filters && field->kind() != Kind::File && field->kind() != Kind::Color)
        menu.addAction(icon(QStringLiteral("filter")), tr("Filter by “%1”...").arg(label), this,
                       [this, path] { m_filters->addCondition(path); });
    addGroupActions(to, path, tr("Group by “%1”").arg(label));
    if (!m_group.isNone())
        menu.addAction(tr("No groups"), this, [this] { groupBy({}); });
    menu.addSeparator();
    if (section + 1 < m_model->columnCount()) {
        const bool last = m_frozen == section + 1;
        QAction *freeze =
            menu.addAction(icon(QStringLiteral("pin")),
                           section == 0 ? tr("Keep this column in sight") : tr("Keep the columns up to here in sight"),
                           this, [this, section, last] {
                               m_frozen = last ? 0 : section + 1;
                               ask();
                           });
        freeze->setCheckable(true);
        freeze->setChecked(last);
    }
    addPlaceActions(to, section);
    if (m_columns.paths().size() > 1) {
        menu.addAction(icon(QStringLiteral("eye-off")), tr("Hide the column"), this, [this, path] {
            QStringList paths = m_columns.paths();
            paths.removeAll(path);
            m_columns.setPaths(paths);
            ask();
        });
    }
    menu.addAction(icon(QStringLiteral("columns")), tr("Columns..."), this, &ListPanel::openColumnChooser);
    menu.addAction(icon(QStringLiteral("help")), tr("What “%1” is").arg(label), this,
                   [this, field = *field, path] { showFieldHelp(m_navigator, field, path, *m_table->header()); });
}

/// What the mouse does by dragging.
void ListPanel::addPlaceActions(QMenu *menu, int section)
{
    const auto add = [&](const QString &text, bool on, auto run) { menu->addAction(text, this, run)->setEnabled(on); };
    add(tr("Move the column to the left\tAlt+Shift+←"), section > 0, [this, section] { moveColumn(section, -1); });
    add(tr("Move the column to the right\tAlt+Shift+→"), section + 1 < m_model->columnCount(),
        [this, section] { moveColumn(section, 1); });
    add(tr("Make the column wider\tCtrl+Shift+→"), true, [this, section] { resizeColumn(section, 1); });
    add(tr("Make the column narrower\tCtrl+Shift+←"), true, [this, section] { resizeColumn(section, -1); });
}

// What is remembered --------------------------------------------------------------------------------------------

QString ListPanel::settingsName() const
{
    return m_options.embedded ? m_entity->key() + QStringLiteral("@") + m_options.hidden : m_entity->key();
}

void ListPanel::restore()
{
    m_columns.restore(settingsName());
    const QSettings settings;
    const QString base = ownSetting(QStringLiteral("lists/%1/").arg(settingsName()));
    ViewState state = ViewState::fromJson(settings.value(base + QStringLiteral("look")).toByteArray());
    state.sort = settings.value(base + QStringLiteral("sort")).toString();
    if (!m_filters) {
        useLook(usableView(state, *m_catalog, m_entity->key(), m_navigator.session().actor().policy));
        return;
    }
    state.where = settings.value(base + QStringLiteral("where")).toString();
    if (state.parts.isEmpty() && !state.where.isEmpty())
        state.parts << state.where;
    useState(state, {});
    const QString view = settings.value(base + QStringLiteral("view")).toString();
    m_wantsDefault = view.isEmpty();
    m_views->setCurrentKey(view);
    m_quick->setOn(settings.value(base + QStringLiteral("quick")).toBool());
    if (settings.value(base + QStringLiteral("preview")).toBool())
        m_previewButton->setChecked(true);
}

void ListPanel::remember()
{
    if (!m_started)
        return;
    updateGroupButton();
    m_table->setFrozenColumns(m_frozen);
    m_columns.store(settingsName());
    QSettings settings;
    const QString base = ownSetting(QStringLiteral("lists/%1/").arg(settingsName()));
    settings.setValue(base + QStringLiteral("sort"), sortText(m_sort));
    const ViewState state = presentState();
    ViewState look;
    look.parts = state.parts;
    look.group = state.group;
    look.colors = state.colors;
    look.frozen = state.frozen;
    settings.setValue(base + QStringLiteral("look"), look.toJson());
    if (!m_filters)
        return;
    settings.setValue(base + QStringLiteral("where"), state.where);
    if (!m_wantsDefault)
        settings.setValue(base + QStringLiteral("view"), m_views->currentKey());
    settings.setValue(base + QStringLiteral("quick"), m_quick->isOn());
    settings.setValue(base + QStringLiteral("preview"), m_previewButton->isChecked());
    m_views->setPresentState(state);
}

} // namespace crm
