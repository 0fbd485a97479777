#include "ui/shell/welcome_tour.h"
#include "core/model/registry.h"
#include "ui/records/filter_bar.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_form.h"
#include "ui/records/view_tabs.h"
#include "ui/shell/main_window.h"
#include "ui/shell/own_settings.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/tab_area.h"
#include "ui/shell/top_bar.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include "ui/style/widgets.h"
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QSettings>
#include <QTimer>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int cardWidth = 460, gap = space::m, askMs = 200, mostAsks = 50, placeMs = 150;
constexpr double dimmed = 0.55;

QString settingOf(const MainWindow &window)
{
    return QStringLiteral("welcome/%1").arg(window.sharedSession()->actor().userId);
}

/// A kind of record to show the list and the form of: one that people work through.
const Entity *example(const MainWindow &window)
{
    const Session &session = *window.sharedSession();
    const Policy policy = session.actor().policy;
    const Entity *any = nullptr;
    for (const Entity *entity : Sidebar::menuEntities(*session.catalog(), session.actor())) {
        if (entity->isDictionary() || entity->isAdminOnly() || entity->presentation() == Presentation::Files)
            continue;
        if (policy.may(*entity, Verb::Create) && !entity->attachments().isEmpty())
            return entity;
        any = any ? any : entity;
    }
    return any;
}

} // namespace

bool WelcomeTour::wasSeen(const MainWindow &window) { return QSettings().value(settingOf(window)).toBool(); }

void WelcomeTour::offer(MainWindow &window)
{
    if (window.session().isSeeingAs()) // it is the other person's first start that would be seen
        return;
    auto *timer = new QTimer(&window);
    QObject::connect(timer, &QTimer::timeout, &window, [&window, timer, asked = 0]() mutable {
        const bool known = window.ownSettings().isSettled() || ++asked > mostAsks;
        if (!known || QApplication::activeModalWidget() || !window.isVisible())
            return;
        timer->deleteLater();
        timer->stop();
        if (!wasSeen(window))
            start(window);
    });
    timer->start(askMs);
}

WelcomeTour *WelcomeTour::start(MainWindow &window)
{
    const auto all = window.findChildren<WelcomeTour *>(QString(), Qt::FindDirectChildrenOnly);
    for (WelcomeTour *open : all)
        if (!open->isHidden()) // else it has been left
            return open;
    return new WelcomeTour(window);
}

WelcomeTour::WelcomeTour(MainWindow &window)
    : QWidget(&window)
    , m_window(window)
    , m_focusBefore(window.focusWidget())
{
    setObjectName(QStringLiteral("welcomeTour"));
    setAccessibleName(tr("Tour of the window"));
    setFocusPolicy(Qt::StrongFocus);
    build();
    addSteps();
    window.installEventFilter(this);
    QSettings().setValue(settingOf(window), true); // whoever leaves it early has seen enough
    QWidget::show();
    show(0);
}

WelcomeTour::~WelcomeTour() = default;

void WelcomeTour::build()
{
    m_card = new QWidget(this);
    auto *box = new QVBoxLayout(m_card);
    box->setContentsMargins(space::xl, space::l, space::xl, space::l);
    box->setSpacing(space::s);
    m_title = makeLabel({}, TextRole::Heading, m_card);
    m_text = makeLabel({}, TextRole::Body, m_card);
    for (QLabel *label : {m_title, m_text})
        label->setWordWrap(true);
    m_count = makeLabel({}, TextRole::Caption, m_card, true);
    box->addWidget(m_title);
    box->addWidget(m_text);
    box->addSpacing(space::s);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_end = makeButton(tr("Leave the tour"), {}, ButtonRole::Quiet, m_card);
    m_back = makeButton(tr("Back"), {}, ButtonRole::Normal, m_card);
    m_next = makeButton({}, {}, ButtonRole::Primary, m_card);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_end);
    row->addWidget(m_back);
    row->addWidget(m_next);
    box->addLayout(row);
    m_card->setFixedWidth(scaledOnScreen(cardWidth));
    for (QPushButton *button : {m_end, m_back, m_next})
        button->installEventFilter(this);
    connect(m_end, &QPushButton::clicked, this, &WelcomeTour::leave);
    connect(m_back, &QPushButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(1); });
}

void WelcomeTour::addSteps()
{
    const auto widget = [this](const char *name) {
        return [this, name] { return rectOf(m_window.findChild<QWidget *>(QLatin1String(name))); };
    };
    const Commands &commands = m_window.commands();
    m_steps.append({tr("Welcome"),
                    tr("A minute for the places that you will need every day. Enter goes on, the left arrow goes back, "
                       "Esc leaves. The tour can be taken again from the help."),
                    {},
                    [] { return QRect(); }});
    m_steps.append({tr("Your lists"),
                    tr("Everything stands here by area: clients, orders, tasks and what else your role may see. "
                       "Groups fold; the star above puts a page among your favourites."),
                    [this] { m_window.sidebar().setVisible(true); }, [this] { return rectOf(&m_window.sidebar()); }});
    m_steps.append({tr("Find anything, do anything"),
                    tr("%1 finds records, pages and commands. Type a name, a number, a part of a phone number, or what "
                       "you would like to do.")
                        .arg(commands.shortcutText(QStringLiteral("go.palette"))),
                    {},
                    widget("searchBox")});
    if (const Entity *entity = example(m_window)) {
        m_steps.append({tr("See what matters"),
                        tr("Filter by any field; every condition becomes a chip that you can change or take away. "
                           "%1 opens filters below the headings. The menu beside the views keeps all of it as a view.")
                            .arg(commands.shortcutText(QStringLiteral("list.quickFilter"))),
                        [this, key = entity->key()] { m_window.openList(key); },
                        [this] {
                            const TabPage *page = m_window.tabs().currentPage();
                            const auto *panel = page ? page->findChild<ListPanel *>() : nullptr;
                            return panel ? rectOf(panel->filterBar()).united(rectOf(panel->viewTabs())) : QRect();
                        }});
        if (m_window.sharedSession()->actor().policy.may(*entity, Verb::Create))
            addFormStep(*entity);
    }
    m_steps.append({tr("Nothing is lost"),
                    tr("%1 takes back your last change, many records at once as well. Messages like this one offer it "
                       "too, and what is deleted waits in the trash.")
                        .arg(commands.shortcutText(QStringLiteral("record.undo"))),
                    [this] { m_window.toast(tr("Here you read what has been done"), {}); },
                    [this] { return rectOf(&m_window.toastPopup()); }});
    m_steps.append({tr("Help"),
                    tr("%1 explains the page that you are on, and in a field that field. Your settings, the language "
                       "and the theme are in this menu.")
                        .arg(commands.shortcutText(QStringLiteral("program.help"))),
                    {},
                    widget("personButton")});
}

void WelcomeTour::addFormStep(const Entity &entity)
{
    m_steps.append({tr("Fill in a form"),
                    tr("%1 saves. What is wrong stands beside its field, what you typed survives a crash, and if "
                       "somebody else changes the same record, nobody's work is lost.")
                        .arg(m_window.commands().shortcutText(QStringLiteral("record.save"))),
                    [this, key = entity.key()] {
                        if (!m_form) {
                            m_window.newRecord(key, {});
                            m_form = m_window.tabs().currentPage();
                        }
                    },
                    [this] { return m_form ? rectOf(m_form->findChild<RecordForm *>()) : QRect(); }});
}

QString WelcomeTour::heading() const { return m_title->text(); }

void WelcomeTour::go(int by)
{
    if (m_at + by >= count())
        leave();
    else
        show(qMax(0, m_at + by));
}

void WelcomeTour::show(int step)
{
    m_at = step;
    const Step &now = m_steps.at(step);
    if (m_form && now.title != tr("Fill in a form")) { // it was opened for its step alone
        auto *page = qobject_cast<TabPage *>(m_form.data());
        m_form.clear();
        if (page && !page->hasUnsavedChanges())
            Q_EMIT page->closeRequested();
    }
    if (now.prepare)
        now.prepare();
    m_title->setText(now.title);
    m_text->setText(now.text);
    m_count->setText(tr("%1 of %2", "step, steps").arg(step + 1).arg(count()));
    m_back->setVisible(step > 0);
    m_end->setVisible(step + 1 < count());
    m_next->setText(step == 0 ? tr("Begin") : step + 1 < count() ? tr("Next") : tr("Done"));
    m_next->setAccessibleDescription(now.title + QStringLiteral(". ") + now.text); // what a screen reader says
    raise();
    place();
    m_next->setFocus(Qt::OtherFocusReason);
    for (const int ms : {0, placeMs, 4 * placeMs}) // pages lay themselves out when their data has come
        QTimer::singleShot(ms, this, [this] {
            raise();
            place();
            if (!isAncestorOf(m_window.focusWidget()))
                m_next->setFocus(Qt::OtherFocusReason);
        });
}

QRect WelcomeTour::rectOf(const QWidget *widget) const
{
    if (!widget || !widget->isVisible())
        return {};
    return QRect(widget->mapTo(&m_window, QPoint()), widget->size()).intersected(m_window.rect());
}

/// The card stands beside what it speaks of: right, left, below, above, wherever there is room.
void WelcomeTour::place()
{
    setGeometry(m_window.rect());
    if (const QRect found = m_steps.at(m_at).place(); !found.isNull() || m_steps.at(m_at).prepare == nullptr)
        m_lit = found;
    m_card->resize(m_card->maximumWidth(), m_card->layout()->totalHeightForWidth(m_card->maximumWidth()));
    QRect card(QPoint(), m_card->size());
    const QRect room = rect().adjusted(gap, gap, -gap, -gap), lit = m_lit.adjusted(-gap, -gap, gap, gap);
    card.moveCenter(rect().center());
    if (!m_lit.isNull()) {
        const int y = qBound(room.top(), lit.center().y() - card.height() / 2, room.bottom() - card.height());
        const int x = qBound(room.left(), lit.center().x() - card.width() / 2, room.right() - card.width());
        const QList<QPoint> places{
            {lit.right(), y}, {lit.left() - card.width(), y}, {x, lit.bottom()}, {x, lit.top() - card.height()}};
        const auto it = std::find_if(places.begin(), places.end(),
                                     [&](const QPoint &at) { return room.contains(QRect(at, card.size())); });
        card.moveTopLeft(it != places.end() ? *it // over it, where it hides least
                                            : QPoint(room.right() - card.width(), room.bottom() - card.height()));
    }
    m_card->move(card.topLeft());
    update();
}

void WelcomeTour::leave()
{
    m_window.removeEventFilter(this);
    if (auto *page = qobject_cast<TabPage *>(m_form.data()); page && !page->hasUnsavedChanges())
        Q_EMIT page->closeRequested();
    hide();
    if (m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    m_window.ownSettings().store();
    Q_EMIT left();
    deleteLater();
}

void WelcomeTour::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath dark;
    dark.setFillRule(Qt::OddEvenFill);
    dark.addRect(rect());
    const QRectF hole = QRectF(m_lit).adjusted(-4, -4, 4, 4);
    if (!m_lit.isNull())
        dark.addRoundedRect(hole, radius::large, radius::large);
    painter.fillPath(dark, QColor(0, 0, 0, int(255 * dimmed)));
    if (!m_lit.isNull()) {
        painter.setPen(QPen(colors().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(hole, radius::large, radius::large);
    }
    paint::roundRect(&painter, m_card->geometry(), colors().raised, colors().border, radius::large);
}

void WelcomeTour::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        leave();
    else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        go(1);
    else if (event->key() == Qt::Key_Left)
        go(-1);
    // All other keys end here: nobody types into what is dimmed.
}

void WelcomeTour::mousePressEvent(QMouseEvent *) { m_next->setFocus(Qt::MouseFocusReason); }

bool WelcomeTour::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window) {
        if (event->type() == QEvent::Resize)
            place();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape || key == Qt::Key_Left || key == Qt::Key_Right) {
        keyPressEvent(static_cast<QKeyEvent *>(event));
        return true;
    }
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        static_cast<QPushButton *>(watched)->click();
        return true;
    }
    if (key != Qt::Key_Tab && key != Qt::Key_Backtab)
        return false;
    QList<QPushButton *> shown{m_end, m_back, m_next}; // it goes round within the card
    shown.removeIf([](const QPushButton *button) { return button->isHidden(); });
    const qsizetype from = shown.indexOf(static_cast<QPushButton *>(watched));
    const qsizetype to = (from + (key == Qt::Key_Tab ? 1 : shown.size() - 1)) % shown.size();
    shown.at(to)->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace crm
