// What Ctrl+K offers before anything is asked of the database: places, what can be created, what can be done.
#include "core/exchange/import_targets.h"
#include "core/model/search_words.h"
#include "core/store/merge.h"
#include "ui/admin/see_as.h"
#include "ui/extend/ui_registry.h"
#include "ui/shell/command_words.h"
#include "ui/shell/main_window.h"
#include "ui/shell/palette.h"
#include "ui/shell/saved_tab.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/tab_area.h"
#include "ui/style/button_row.h"
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

namespace crm {
namespace {

using Entities = QList<const Entity *>;

/// Of the words of a kind of entry, and of what a kind of record is called otherwise.
QStringList words(EntryWords kind, const Entity &entity)
{
    return wordsOf(entryWords(kind)) + searchWords(entity.key());
}

/// Lists, and what is done with whole lists.
QList<PaletteEntry> entriesForLists(Navigator &window, const Entities &creatable)
{
    QList<PaletteEntry> entries;
    const auto catalog = window.session().catalog();
    const Actor actor = window.session().actor();
    const Entities lists = Sidebar::menuEntities(*catalog, actor);
    const auto add = [&](PaletteEntry::Kind kind, const QString &text, const QString &detail, const QString &icon,
                         const QString &key, const QString &other, const QStringList &words) {
        entries.append({kind, text, detail, icon, [&window, key] { window.openKey(key); }, other, words});
    };
    for (const Entity *entity : lists)
        add(PaletteEntry::Page, entity->many().text(), MainWindow::tr("List"), entity->iconName(),
            QStringLiteral("list/") + entity->key(), entity->many().source(), searchWords(entity->key()));
    Entities imported = creatable;
    for (const Entity *entity : creatable) { // files of another program often hold lines by themselves
        for (const LineTable &lines : entity->lineTables())
            imported << &catalog->at(lines.entity);
    }
    for (const Entity *entity : std::as_const(imported))
        if (whyNotImport(*catalog, *entity, actor.policy).isEmpty())
            add(PaletteEntry::Do, MainWindow::tr("Import: %1").arg(entity->many().text()), {}, QStringLiteral("import"),
                QStringLiteral("import/") + entity->key(), QStringLiteral("import ") + entity->many().source(),
                words(EntryWords::Import, *entity));
    for (const Entity *entity : lists)
        if (!entity->duplicateRules().isEmpty() && mayMerge(actor, *entity))
            add(PaletteEntry::Page, MainWindow::tr("Duplicates: %1").arg(entity->many().text()), {},
                QStringLiteral("merge"), QStringLiteral("duplicates/") + entity->key(),
                QStringLiteral("duplicates ") + entity->many().source(), words(EntryWords::Duplicates, *entity));
    for (const PageSpec &page : uiRegistry().pages())
        if (!page.offered || page.offered(actor))
            add(PaletteEntry::Page, page.label.text(), {}, page.icon, page.key, page.label.source(),
                wordsOf(page.words));
    return entries;
}

QList<PaletteEntry> entriesForCommands(const Commands &commands)
{
    QList<PaletteEntry> entries;
    for (const Command &command : commands.list()) {
        if (!command.inPalette || command.key == QLatin1String("go.palette") || (command.enabled && !command.enabled()))
            continue;
        const CommandSpec *added = uiRegistry().command(command.key);
        entries.append({PaletteEntry::Do, command.text, commands.shortcutText(command.key), command.iconName,
                        command.run, command.key, added ? wordsOf(added->words) : commandWords(command.key)});
    }
    return entries;
}

/// What the buttons at the head of a record do: far away for who is in its fields by keys.
QList<PaletteEntry> entriesForActions(const TabPage *page)
{
    QList<PaletteEntry> entries;
    const auto *head = page ? page->findChild<QWidget *>(QStringLiteral("recordActions")) : nullptr;
    if (!head)
        return entries;
    const auto add = [&](const QString &text, const QObject *doer, std::function<void()> run) {
        entries.append({PaletteEntry::Do,
                        text,
                        page->title(),
                        page->iconName(),
                        std::move(run),
                        {},
                        otherWords(doer),
                        page->title()});
    };
    for (QAbstractButton *button : head->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (!button->isEnabled() || button->isHidden())
            continue;
        const auto *tool = qobject_cast<QToolButton *>(button);
        const auto *push = qobject_cast<QPushButton *>(button);
        const QMenu *menu = tool ? tool->menu() : push ? push->menu() : nullptr;
        QList<QAction *> actions = menu ? menu->actions() : QList<QAction *>();
        for (qsizetype i = 0; i < actions.size(); ++i) { // what hides in a menu of a menu
            if (const QMenu *inner = actions.at(i)->menu())
                actions << inner->actions();
        }
        for (QAction *action : std::as_const(actions))
            if (action->isEnabled() && !action->isSeparator() && !action->menu())
                add(action->text(), action, [action = QPointer<QAction>(action)] {
                    if (action)
                        action->trigger();
                });
        if (!menu)
            add(button->text().isEmpty() ? button->accessibleName() : button->text(), button,
                [button = QPointer<QAbstractButton>(button)] {
                    if (button)
                        button->click();
                });
    }
    return entries;
}

} // namespace

/// On a record: what can be made for it, such as an invoice for the client that one looks at.
QList<PaletteEntry> MainWindow::entriesForRecord()
{
    QList<PaletteEntry> entries;
    const TabPage *page = activePage();
    const QStringList parts = page ? page->key().split(u'/') : QStringList();
    const Id id = parts.value(2).toLongLong();
    if (parts.value(0) != QLatin1String("record") || id == 0)
        return entries;
    for (const Entity *entity : creatable()) {
        const QList<Field> &fields = entity->fieldList();
        const auto points = std::find_if(fields.begin(), fields.end(), [&](const Field &f) {
            return f.kind() == Kind::Ref && f.target() == parts.at(1) && !f.isReadOnly() && !f.isHidden();
        });
        if (points == fields.end() || entity->key() == parts.at(1))
            continue;
        entries.append({PaletteEntry::Create,
                        tr("New: %1 for “%2”").arg(entity->one().text(), page->title()),
                        {},
                        QStringLiteral("plus"),
                        [this, key = entity->key(), field = points->key(), id] {
                            newRecord(key, {{field, id}});
                        },
                        QStringLiteral("new create for ") + entity->one().source(),
                        words(EntryWords::Create, *entity),
                        page->title()});
    }
    return entries;
}

QList<PaletteEntry> MainWindow::paletteEntries()
{
    QList<PaletteEntry> entries;
    const auto go = [this](const QString &key) { return [this, key] { openKey(key); }; };
    const QList<SavedTab> open = m_tabs->saved();
    for (const SavedTab &one : favourites())
        entries.append({PaletteEntry::Page, one.title, tr("Favourite"), one.icon, go(one.key)});
    for (const QString &key : std::as_const(m_recent)) {
        const auto tab = std::find_if(open.begin(), open.end(), [&](const SavedTab &t) { return t.key == key; });
        if (tab != open.end() && key != m_tabs->currentKey())
            entries.append({PaletteEntry::Recent, tab->title, {}, tab->icon, go(key)});
    }
    entries += entriesForActions(activePage());
    entries += entriesForRecord();
    const Entities made = creatable();
    for (const Entity *entity : made)
        entries.append({PaletteEntry::Create,
                        tr("New: %1").arg(entity->one().text()),
                        {},
                        QStringLiteral("plus"),
                        [this, key = entity->key()] { newRecord(key, {}); },
                        QStringLiteral("new create ") + entity->one().source(),
                        words(EntryWords::Create, *entity)});
    entries += entriesForLists(*this, made);
    entries += entriesForCommands(m_commands);
    for (const Option &person : m_people->people())
        entries.append({PaletteEntry::Do,
                        tr("See as %1").arg(person.title),
                        {},
                        QStringLiteral("eye"),
                        go(seeAsKey(person.id)),
                        QStringLiteral("see as ") + person.title});
    return entries;
}

void MainWindow::openPalette()
{
    if (m_palette->isVisible())
        m_palette->dismiss();
    else
        m_palette->popUp(
            paletteEntries(), [this](const Hit &hit) { openRecord(hit.entity, hit.id); },
            [this](const Query &query) { openList(query.entity, query); });
    if (m_palette->isVisible())
        m_people->load();
}

} // namespace crm
