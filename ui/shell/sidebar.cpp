#include "ui/shell/sidebar.h"
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "ui/admin/office_settings.h"
#include "ui/extend/ui_registry.h"
#include "ui/shell/own_settings.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include "ui/style/tokens.h"
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QSettings>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

namespace crm {
namespace {

enum Role { KeyRole = Qt::UserRole + 1, GroupRole, IconRole, CurrentRole };
QString foldedKey() { return ownSetting(QStringLiteral("sidebar/folded")); }

class PlaceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static bool isFirst(const QModelIndex &index) { return index.row() == 0 && !index.parent().isValid(); }
    /// Below the groups, and of none of them: a line sets it apart.
    static bool endsGroups(const QModelIndex &index)
    {
        return !index.parent().isValid() && !index.data(GroupRole).toBool() && index.row() > 0 &&
               index.siblingAtRow(index.row() - 1).data(GroupRole).toBool();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool group = index.data(GroupRole).toBool();
        return {120, rowHeight() + (group || isFirst(index) ? space::s : endsGroups(index) ? space::l : 0)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors &c = colors();
        const bool hover = option.state & QStyle::State_MouseOver;
        const bool focused =
            (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
        const int width = option.widget ? static_cast<const QAbstractScrollArea *>(option.widget)->viewport()->width()
                                        : option.rect.right();
        QRect r(space::s, option.rect.top() + 1, width - 2 * space::s, option.rect.height() - 2);
        painter->save();
        r.setTop(r.bottom() - rowHeight() + 3); // what is higher has its room above
        if (endsGroups(index))
            painter->fillRect(QRect(r.left(), r.top() - space::s, r.width(), 1), c.border);
        if (index.data(GroupRole).toBool()) {
            QFont font = fontFor(TextRole::Caption);
            font.setWeight(QFont::DemiBold);
            painter->setFont(font);
            painter->setPen(hover ? c.text : c.muted);
            drawElided(*painter, mirrored(*painter, r, r.adjusted(space::s, 0, -20, 0)),
                       Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
            const bool open = option.state & QStyle::State_Open;
            paint::chevron(painter, mirrored(*painter, r, QRect(r.right() - 22, r.top(), 18, r.height())),
                           open ? Qt::DownArrow : paint::onwards(option.direction), c.muted, 14);
        } else {
            const bool current = index.data(CurrentRole).toBool();
            if (current)
                paint::roundRect(painter, r, c.accentSoft, {}, radius::medium);
            else if (hover)
                paint::roundRect(painter, r, c.hover, {}, radius::medium);
            const int side = scaled(20);
            const QRect iconRect(r.left() + space::s, r.center().y() - side / 2 + 1, side, side);
            icon(index.data(IconRole).toString(), current ? c.accentText : c.muted)
                .paint(painter, mirrored(*painter, r, iconRect));
            painter->setFont(fontFor(current ? TextRole::Strong : TextRole::Body));
            painter->setPen(current ? c.accentText : c.text);
            const QRect textRect = r.adjusted(space::s + side + space::s + 2, 0, -space::s, 0);
            drawElided(*painter, mirrored(*painter, r, textRect), Qt::AlignVCenter | Qt::AlignLeft,
                       index.data().toString());
        }
        if (focused)
            paint::roundRect(painter, r, {}, c.accentText, radius::medium, 2);
        painter->restore();
    }

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override
    {
        // A tip only where the text is cut.
        const int room = view->viewport()->width() - 72;
        if (QFontMetrics(fontFor(TextRole::Body)).horizontalAdvance(index.data().toString()) <= room)
            return false;
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
};

} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QTreeView(parent)
    , m_model(new QStandardItemModel(this))
{
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Navigation"));
    setModel(m_model);
    setItemDelegate(new PlaceDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(false);
    setMouseTracking(true);
    setExpandsOnDoubleClick(false);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    setBackgroundRole(QPalette::Window);
    viewport()->setBackgroundRole(QPalette::Window);
    QPalette p = palette();
    p.setBrush(QPalette::Base, Qt::transparent);
    setPalette(p);
    connect(this, &QTreeView::expanded, this, &Sidebar::storeFolded);
    connect(this, &QTreeView::collapsed, this, &Sidebar::storeFolded);
}

QList<const Entity *> Sidebar::menuEntities(const Catalog &catalog, const Actor &actor)
{
    QList<const Entity *> found;
    const auto take = [&](const QString &area) {
        for (const Entity *entity : catalog.entities())
            if (entity->areaKey() == area && entity->isInMenu() && !entity->isLine() &&
                actor.policy.may(*entity, Verb::Read) && !OfficeSettings::isHidden(*entity))
                found.append(entity);
    };
    for (const Area &area : catalog.areas())
        take(area.key);
    return found;
}

QStandardItem *Sidebar::addGroup(const QString &key, const QString &title)
{
    auto *item = new QStandardItem(title);
    item->setData(key, KeyRole);
    item->setData(true, GroupRole);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    m_model->appendRow(item);
    return item;
}

void Sidebar::addPlace(QStandardItem *group, const QString &key, const QString &title, const QString &iconName)
{
    auto *item = new QStandardItem(title);
    item->setData(key, KeyRole);
    item->setData(iconName, IconRole);
    item->setToolTip(title);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    if (group)
        group->appendRow(item);
    else
        m_model->appendRow(item);
}

void Sidebar::fill(const Catalog &catalog, const Actor &actor)
{
    const QSignalBlocker quiet(this);
    m_model->clear();
    addPlace(nullptr, QStringLiteral("dashboard"), tr("Dashboard"), QStringLiteral("dashboard"));
    const auto pagesOf = [&](const QString &area, QStandardItem *group) {
        for (const PageSpec &page : uiRegistry().pages())
            if (page.area == area && (!page.offered || page.offered(actor)))
                addPlace(group, page.key, page.label.text(), page.icon);
    };
    pagesOf({}, nullptr);
    const QList<const Entity *> entities = menuEntities(catalog, actor);
    const QStringList folded = QSettings().value(foldedKey(), QStringList{QStringLiteral("settings")}).toStringList();
    if (!m_favourites.isEmpty()) {
        QStandardItem *group = addGroup(QStringLiteral("favourites"), tr("Favourites"));
        for (const SavedTab &one : std::as_const(m_favourites))
            addPlace(group, one.key, one.title, one.icon);
        setExpanded(group->index(), !folded.contains(QStringLiteral("favourites")));
    }
    for (const Area &area : catalog.areas()) {
        QStandardItem *group = addGroup(area.key, area.label.text());
        for (const Entity *entity : entities)
            if (entity->areaKey() == area.key)
                addPlace(group, QStringLiteral("list/") + entity->key(), entity->many().text(), entity->iconName());
        pagesOf(area.key, group);
        if (area.key == QLatin1String("settings") && actor.policy.isAdmin())
            addPlace(group, QStringLiteral("office"), tr("Settings of the office"), QStringLiteral("settings"));
        if (!group->hasChildren())
            m_model->removeRow(group->row());
        else
            setExpanded(group->index(), !folded.contains(area.key));
    }
    addPlace(nullptr, QStringLiteral("trash"), tr("Trash"), QStringLiteral("trash"));
    addPlace(nullptr, QStringLiteral("settings"), tr("Preferences"), QStringLiteral("settings"));
}

QStringList Sidebar::keys() const
{
    QStringList found;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QStandardItem *item = m_model->item(i);
        if (!item->data(GroupRole).toBool())
            found.append(item->data(KeyRole).toString());
        for (int j = 0; j < item->rowCount(); ++j)
            found.append(item->child(j)->data(KeyRole).toString());
    }
    return found;
}

void Sidebar::setCurrent(const QString &key)
{
    // A record belongs to the place of its list.
    const QStringList parts = key.split(u'/');
    const QString place =
        parts.first() == QLatin1String("record") && parts.size() > 1 ? QStringLiteral("list/") + parts.at(1) : key;
    const auto mark = [&](QStandardItem *item) {
        const bool on = item->data(KeyRole).toString() == place && !item->data(GroupRole).toBool();
        if (item->data(CurrentRole).toBool() != on)
            item->setData(on, CurrentRole);
    };
    for (int i = 0; i < m_model->rowCount(); ++i) {
        mark(m_model->item(i));
        for (int j = 0; j < m_model->item(i)->rowCount(); ++j)
            mark(m_model->item(i)->child(j));
    }
}

void Sidebar::focusCurrent()
{
    const QModelIndexList current = m_model->match(m_model->index(0, 0), CurrentRole, true, 1, Qt::MatchRecursive);
    if (!current.isEmpty())
        setCurrentIndex(current.first()); // unfolds its group
    setFocus(Qt::ShortcutFocusReason);
}

void Sidebar::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    if (index.data(GroupRole).toBool())
        setExpanded(index, !isExpanded(index));
    else
        Q_EMIT chosen(index.data(KeyRole).toString());
}

void Sidebar::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    setCurrentIndex(index);
    if (event->button() == Qt::LeftButton)
        activate(index);
    else if (event->button() == Qt::MiddleButton && index.isValid() && !index.data(GroupRole).toBool())
        Q_EMIT chosenInNewTab(index.data(KeyRole).toString());
}

void Sidebar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        activate(currentIndex());
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QTreeView::keyPressEvent(event);
}

void Sidebar::storeFolded()
{
    QStringList folded;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const QModelIndex index = m_model->index(i, 0);
        if (index.data(GroupRole).toBool() && !isExpanded(index))
            folded.append(index.data(KeyRole).toString());
    }
    QSettings().setValue(foldedKey(), folded);
}

} // namespace crm
