#include "ui/dashboard/dashboard_page.h"
#include "core/model/registry.h"
#include "core/store/session.h"
#include "ui/dashboard/card_board.h"
#include "ui/dashboard/entity_card.h"
#include "ui/extend/ui_registry.h"
#include "ui/shell/navigator.h"
#include "ui/shell/own_settings.h"
#include "ui/shell/sidebar.h"
#include "ui/style/begins_at.h"
#include "ui/style/icons.h"
#include "ui/style/style_paint.h"
#include "ui/style/tab_order.h"
#include "ui/style/widgets.h"
#include <QMenu>
#include <QPainter>
#include <QScrollArea>
#include <QSettings>
#include <QTimer>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int cardWidth = 272, refreshAfterMs = 400;
QString settingOf(const QString &key) { return ownSetting(QStringLiteral("dashboard/cards/") + key); }

/// A panel of an extension in the same frame as our cards.
class PanelFrame : public QWidget
{
public:
    PanelFrame(const PanelSpec &spec, Navigator &navigator, QWidget *parent)
        : QWidget(parent)
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(space::m, space::m, space::m, space::m);
        layout->addWidget(makeLabel(spec.label.text(), TextRole::Strong, this));
        layout->addWidget(UiRegistry::build(spec, navigator, this), 1);
        setAccessibleName(spec.label.text());
        setFocusPolicy(Qt::TabFocus); // to be arranged by keys, whatever is in it
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paint::roundRect(&painter, rect(), colors().surface, colors().border, radius::large);
        if (hasFocus())
            paint::roundRect(&painter, rect(), {}, colors().accentText, radius::large, 2);
    }
};

QString greeting(const QString &name)
{
    const int hour = QTime::currentTime().hour();
    const QString first = name.section(u' ', 0, 0);
    if (hour < 5 || hour >= 18)
        return DashboardPage::tr("Good evening, %1").arg(first);
    return hour < 12 ? DashboardPage::tr("Good morning, %1").arg(first)
                     : DashboardPage::tr("Good afternoon, %1").arg(first);
}

} // namespace

DashboardPage::DashboardPage(Navigator &navigator, QWidget *parent)
    : TabPage(navigator, parent)
    , m_board(new CardBoard(cardWidth, this))
    , m_steps(new QWidget(this))
    , m_choice(new QMenu(this))
    , m_refresh(new QTimer(this))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll);
    auto *body = new QWidget(scroll);
    scroll->setWidget(body);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    layout->setSpacing(space::l);

    auto *head = new QHBoxLayout;
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    const Actor actor = navigator.session().actor();
    titles->addWidget(
        new ElidedLabel(greeting(actor.name.isEmpty() ? actor.login : actor.name), TextRole::Title, this));
    const QLocale locale = navigator.format().locale;
    QString date = locale.toString(QDate::currentDate(), QLocale::LongFormat);
    date[0] = locale.toUpper(date.left(1)).at(0);
    titles->addWidget(new ElidedLabel(date, TextRole::Body, this, true));
    head->addLayout(titles, 1);
    auto *choose = makeButton(tr("Cards"), QStringLiteral("columns"), ButtonRole::Normal, this);
    choose->setMenu(m_choice);
    head->addWidget(choose, 0, Qt::AlignTop);
    layout->addLayout(head);
    m_steps->setVisible(false);
    layout->addWidget(m_steps);
    layout->addWidget(m_board);
    layout->addStretch(1);

    m_refresh->setSingleShot(true);
    m_refresh->setInterval(refreshAfterMs);
    connect(m_board, &CardBoard::hideRequested, this, &DashboardPage::takeOff, Qt::QueuedConnection);
    connect(m_board, &CardBoard::arranged, this, [scroll](QWidget *card) {
        const auto show = [scroll, card = QPointer<QWidget>(card)] {
            if (card)
                scroll->ensureWidgetVisible(card, 0, space::l);
        };
        QMetaObject::invokeMethod(scroll, show, Qt::QueuedConnection); // once it is laid out
    });
    connect(m_refresh, &QTimer::timeout, this, &DashboardPage::loadNext);
    connect(&navigator.session(), &Session::changed, this, &DashboardPage::loadChanged);
    fill();
    fillChoice();
    new BeginsAt(this, [this] { return m_board->first(); });
}

QList<DashboardPage::Offer> DashboardPage::offers() const
{
    QList<Offer> found;
    Session &session = navigator().session();
    for (const Entity *entity : Sidebar::menuEntities(*session.catalog(), session.actor())) {
        if (entity->views().isEmpty() || entity->isDictionary())
            continue;
        // What a person works through: it has a status, other things hang on it, or it is the person's own.
        const bool atFirst =
            !entity->isAdminOnly() && (!entity->statusField().isEmpty() || !entity->attachments().isEmpty() ||
                                       entity->scope().kind == Scope::Private);
        found.append({entity, atFirst});
    }
    return found;
}

bool DashboardPage::isChosen(const Offer &offer) const
{
    return QSettings().value(settingOf(offer.entity->key()), offer.atFirst).toBool();
}

void DashboardPage::fill()
{
    m_cards.clear();
    m_counting = nullptr;
    QHash<QString, Offer> entities;
    QHash<QString, PanelSpec> frames;
    QStringList keys;
    for (const Offer &offer : offers()) {
        keys.append(offer.entity->key());
        entities.insert(keys.last(), offer);
    }
    for (const PanelSpec &panel : panels()) {
        keys.append(panel.key);
        frames.insert(panel.key, panel);
    }
    for (const QString &key : m_board->begin(keys)) {
        if (const auto panel = frames.constFind(key); panel != frames.cend()) {
            if (!QSettings().value(settingOf(key), panel->shownAtFirst).toBool())
                continue;
            auto *frame = new PanelFrame(*panel, navigator(), m_board);
            m_board->add(key, frame, frame, panel->columns);
        } else if (isChosen(entities.value(key))) {
            EntityCard *card = addCard(entities.value(key));
            m_board->add(key, card, card->handle());
        }
    }
    m_board->end();
    if (m_loaded)
        loadNext();
}

EntityCard *DashboardPage::addCard(const Offer &offer)
{
    auto *card = new EntityCard(navigator(), *offer.entity, m_board);
    connect(card, &EntityCard::settled, this, [this] {
        m_counting = nullptr;
        loadNext();
        if (!isSettled())
            return;
        showFirstSteps();
        Q_EMIT settled();
    });
    m_cards.append(card);
    m_stale.insert(offer.entity->key());
    return card;
}

QList<PanelSpec> DashboardPage::panels() const
{
    QList<PanelSpec> found = uiRegistry().panels();
    const Actor actor = navigator().session().actor();
    found.removeIf([&](const PanelSpec &panel) { return panel.offered && !panel.offered(actor); });
    return found;
}

void DashboardPage::fillChoice()
{
    for (const Offer &offer : offers())
        addChoice(offer.entity->key(), offer.entity->many().text(), offer.entity->iconName(), isChosen(offer));
    for (const PanelSpec &panel : panels())
        addChoice(panel.key, panel.label.text(), panel.icon,
                  QSettings().value(settingOf(panel.key), panel.shownAtFirst).toBool());
    m_choice->addSeparator();
    m_choice->addAction(icon(QStringLiteral("undo")), tr("Order and width as at first"), this, [this] {
        CardBoard::forget();
        fill();
    });
}

void DashboardPage::addChoice(const QString &key, const QString &text, const QString &iconName, bool on)
{
    QAction *action = m_choice->addAction(icon(iconName), text);
    action->setCheckable(true);
    action->setChecked(on);
    action->setData(key);
    connect(action, &QAction::toggled, this, [this, key](bool chosen) {
        QSettings().setValue(settingOf(key), chosen);
        fill();
    });
}

/// As by the choice of cards, where it can be taken back.
void DashboardPage::takeOff(const QString &key)
{
    for (QAction *action : m_choice->actions())
        if (action->data().toString() == key)
            action->setChecked(false);
}

void DashboardPage::activated()
{
    if (m_loaded)
        return;
    m_loaded = true;
    loadNext();
}

void DashboardPage::loadNext()
{
    if (m_counting)
        return;
    for (EntityCard *card : std::as_const(m_cards)) {
        if (!m_stale.remove(card->entityKey()))
            continue;
        m_counting = card;
        card->load();
        return;
    }
    m_stale.clear();
}

bool DashboardPage::isSettled() const
{
    return m_loaded &&
           std::all_of(m_cards.begin(), m_cards.end(), [](const EntityCard *card) { return card->isSettled(); });
}

void DashboardPage::loadChanged(const QList<Change> &changes)
{
    for (const Change &change : changes)
        m_stale.insert(change.entity);
    if (m_loaded && !m_refresh->isActive())
        m_refresh->start();
}

/// In an empty database the numbers say nothing: offer what to begin with.
void DashboardPage::showFirstSteps()
{
    const bool empty =
        std::all_of(m_cards.begin(), m_cards.end(), [](const EntityCard *card) { return card->headline() == 0; });
    m_steps->setVisible(empty && !m_cards.isEmpty());
    if (!empty || m_steps->layout())
        return;
    auto *layout = new QVBoxLayout(m_steps);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeLabel(tr("Nothing here yet. Begin with one of these:"), TextRole::Body, m_steps));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    layout->addLayout(row);
    Session &session = navigator().session();
    int offered = 0;
    for (const EntityCard *card : std::as_const(m_cards)) {
        const Entity &entity = session.catalog()->at(card->entityKey());
        if (offered == 4 || !session.actor().policy.may(entity, Verb::Create))
            continue;
        auto *button = makeButton(entity.one().text(), QStringLiteral("plus"),
                                  offered == 0 ? ButtonRole::Primary : ButtonRole::Normal, m_steps);
        connect(button, &QPushButton::clicked, this, [this, key = entity.key()] { navigator().newRecord(key); });
        row->addWidget(button);
        ++offered;
    }
    row->addStretch(1);
    orderTabs(*this);
}

} // namespace crm
