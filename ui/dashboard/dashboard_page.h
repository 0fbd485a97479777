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

class CardBoard;
class EntityCard;
struct PanelSpec;
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
    CardBoard &board() const { return *m_board; }

private:
    /// Entities with views that may be read; those shown unless the person chose otherwise are marked.
    struct Offer
    {
        const Entity *entity;
        bool atFirst;
    };
    QList<Offer> offers() const;
    bool isChosen(const Offer &offer) const;
    QList<PanelSpec> panels() const; ///< of extensions, for this person
    void fill();
    EntityCard *addCard(const Offer &offer);
    void fillChoice();
    void addChoice(const QString &key, const QString &text, const QString &iconName, bool on);
    void takeOff(const QString &key);
    void loadChanged(const QList<Change> &changes);
    void showFirstSteps();
    void loadNext();

    CardBoard *m_board;
    QWidget *m_steps;
    QMenu *m_choice;
    QTimer *m_refresh;
    QList<EntityCard *> m_cards;
    QSet<QString> m_stale; ///< cards to count, one after the other
    EntityCard *m_counting = nullptr;
    bool m_loaded = false;
};

} // namespace crm
