// The first page: numbers of the lists that matter, panels of extensions, and first steps while there is nothing yet.
// Built from declarations: the views of each entity that may be read.
#pragma once
#include "core/store/page.h"
#include "ui/shell/page.h"
#include <QSet>

class QMenu;
class QPushButton;
class QTimer;

namespace crm {

class EntityCard;
class Entity;

class CRM_UI DashboardPage : public TabPage
{
    Q_OBJECT
public:
    explicit DashboardPage(Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override { return tr("Dashboard"); }
    QString iconName() const override { return QStringLiteral("dashboard"); }
    QString key() const override { return QStringLiteral("dashboard"); }
    void activated() override;
    bool isSettled() const override;
    const QList<EntityCard *> &cards() const { return m_cards; }

private:
    /// Entities with views that may be read; those shown unless the person chose otherwise are marked.
    struct Offer
    {
        const Entity *entity;
        bool atFirst;
    };
    QList<Offer> offers() const;
    bool isChosen(const Offer &offer) const;
    void fill();
    void fillChoice();
    void loadChanged(const QList<Change> &changes);
    void showFirstSteps();
    void loadNext();

    QWidget *m_grid, *m_steps;
    QMenu *m_choice;
    QTimer *m_refresh;
    QList<EntityCard *> m_cards;
    QSet<QString> m_stale; ///< cards to count, one after the other
    EntityCard *m_counting = nullptr;
    bool m_loaded = false;
};

} // namespace crm
