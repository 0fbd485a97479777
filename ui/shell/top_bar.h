// The bar at the top: the program, the box of Ctrl+K, Create, the person.
//
// Thread: the window's.
#pragma once
#include "core/model/registry.h"
#include "ui/ui_export.h"
#include <QWidget>

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace crm {

class Commands;
struct Actor;

class CRM_UI TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(const Commands &commands, QWidget *parent);

    /// The Create menu: entities of the menu that the person may create.
    void setCreatable(const QList<const Entity *> &entities, const QString &shortcut);
    void setPerson(const Actor &actor, const QString &role);
    void setBackForward(bool back, bool forward);
    /// Whether the current page is one; not offered where a page cannot be found again.
    void setFavourite(bool on, bool offered);
    void addTool(QWidget *tool); ///< at the right, before Create
    QToolButton *favouriteButton() const { return m_favourite; }
    QMenu *createMenu() const { return m_createMenu; }
    QMenu *personMenu() const { return m_personMenu; }
    void popUpCreate();

Q_SIGNALS:
    void createRequested(const QString &entity);
    void languageChosen(const QString &code);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillPersonMenu();
    const Commands &m_commands;
    QToolButton *m_back, *m_forward, *m_favourite, *m_person;
    QLabel *m_brand;
    QPushButton *m_create;
    QMenu *m_createMenu, *m_personMenu;
    QString m_name, m_detail;
};

/// A person's initials on a disc of a colour of their own.
CRM_UI void paintAvatar(QPainter *painter, const QRect &rect, const QString &name);
CRM_UI QString initialsOf(const QString &name);

} // namespace crm
