// The left column: dashboard, then the lists a person may read in foldable groups, the trash and the settings below.
//
//     sidebar->fill(*session.catalog(), session.actor());
//     connect(sidebar, &Sidebar::chosen, this, [this](const QString &key) { openKey(key); });
//     sidebar->setCurrent(page->key());
//
// What is folded is remembered (QSettings). Thread: the window's.
#pragma once
#include "ui/shell/saved_tab.h"
#include <QSet>
#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace crm {

class Catalog;
class Entity;
struct Actor;

class CRM_UI Sidebar : public QTreeView
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);

    void fill(const Catalog &catalog, const Actor &actor);
    /// Stand first, in a group of their own; at the next fill().
    void setFavourites(const QList<SavedTab> &favourites) { m_favourites = favourites; }
    /// Marks the place of the current page; none if it is not there.
    void setCurrent(const QString &key);
    /// The focus goes to the place of the current page, else to the one that had it last.
    void focusCurrent();
    QStringList keys() const; ///< from top to bottom, of folded groups too

    /// Entities that stand in the menu and may be read, in the order of areas and declarations.
    static QList<const Entity *> menuEntities(const Catalog &catalog, const Actor &actor);

Q_SIGNALS:
    void chosen(const QString &key);
    void chosenInNewTab(const QString &key);
    void left(); ///< by Esc

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}

private:
    QStandardItem *addGroup(const QString &key, const QString &title);
    void addPlace(QStandardItem *group, const QString &key, const QString &title, const QString &iconName);
    void activate(const QModelIndex &index);
    void storeFolded();
    QStandardItemModel *m_model;
    QList<SavedTab> m_favourites;
};

} // namespace crm
