#include "ui/reports/overview_page.h"
#include "core/model/registry.h"
#include "core/store/session.h"
#include "ui/dashboard/card_grid.h"
#include "ui/reports/overview_cards.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int refreshAfterMs = 600, cardWidth = 212, widestList = 860;
}

OverviewPage::OverviewPage(const Overview &overview, Navigator &navigator, QWidget *parent)
    : TabPage(navigator, parent)
    , m_declared(overview)
    , m_refresh(new QTimer(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    m_banner = new Banner(this);
    outer->addWidget(m_banner);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    outer->addWidget(scroll, 1);
    auto *inside = new QWidget(scroll);
    scroll->setWidget(inside);
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(space::xl, space::l, space::xl, space::xl);
    m_column->setSpacing(space::m);
    m_column->addWidget(makeLabel(title(), TextRole::Title, inside));
    build();
    m_column->addStretch(1);

    m_refresh->setSingleShot(true);
    m_refresh->setInterval(refreshAfterMs);
    connect(m_refresh, &QTimer::timeout, this, &OverviewPage::load);
    connect(&navigator.session(), &Session::changed, this, &OverviewPage::follow);
    connect(&navigator.session(), &Session::catalogChanged, this, [this] {
        build();
        m_stale = true;
        if (isVisible())
            load();
    });
}

void OverviewPage::build()
{
    delete m_body;
    m_tiles.clear();
    m_tops.clear();
    const auto catalog = navigator().session().catalog();
    m_shown = offered(m_declared, *catalog, navigator().session().actor().policy);
    m_watched = watchedBy(m_shown, *catalog);
    m_body = new QWidget(this);
    auto *column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    for (const OverviewSection &section : m_shown.sections) {
        column->addWidget(makeLabel(section.title.text(), TextRole::Heading, m_body));
        auto *cards = new QWidget(m_body);
        auto *grid = new CardGrid(cardWidth, space::m, cards);
        for (const OverviewTile &tile : section.tiles) {
            auto *card = new OverviewTileCard(tile, navigator(), cards);
            m_tiles.insert(tile.key, card);
            grid->addWidget(card);
        }
        column->addWidget(cards);
        column->addSpacing(space::s);
    }
    for (const OverviewTop &top : m_shown.tops) {
        auto *card = new OverviewTopCard(top, navigator(), m_body);
        card->setMaximumWidth(widestList);
        m_tops.insert(top.key, card);
        column->addWidget(card);
    }
    if (!m_shown.isSet())
        column->addWidget(
            makeLabel(tr("Your role lets you read nothing of this overview."), TextRole::Body, m_body, true));
    m_column->insertWidget(1, m_body);
}

void OverviewPage::activated()
{
    if (m_stale)
        load();
}

/// Changes that come while nobody looks are counted when somebody does.
void OverviewPage::follow(const QList<Change> &changes)
{
    const bool concerns = std::any_of(changes.cbegin(), changes.cend(),
                                      [this](const Change &change) { return m_watched.contains(change.entity); });
    if (!concerns)
        return;
    m_stale = true;
    if (isVisible() && !m_refresh->isActive())
        m_refresh->start();
}

void OverviewPage::load()
{
    m_stale = m_settled = false;
    m_request.ask(
        this,
        navigator().session().read([shown = m_shown](Repository &repository) { return numbersOf(repository, shown); }),
        [this](const OverviewNumbers &numbers) { fill(numbers); },
        [this](const Error &error) {
            m_stale = true;
            m_banner->show(Banner::Danger, error.sentence());
            m_banner->setAction(tr("Try again"), [this] { load(); });
            m_settled = true;
            Q_EMIT settled();
        });
}

void OverviewPage::fill(const OverviewNumbers &numbers)
{
    m_banner->hide();
    for (auto it = numbers.tiles.cbegin(); it != numbers.tiles.cend(); ++it) {
        if (OverviewTileCard *card = m_tiles.value(it.key()))
            card->show(it.value());
    }
    for (auto it = numbers.tops.cbegin(); it != numbers.tops.cend(); ++it) {
        if (OverviewTopCard *card = m_tops.value(it.key()))
            card->show(it.value());
    }
    m_settled = true;
    Q_EMIT settled();
}

} // namespace crm
