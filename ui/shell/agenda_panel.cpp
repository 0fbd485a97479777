#include "ui/shell/agenda_panel.h"
#include "core/model/agenda.h"
#include "core/store/session.h"
#include "ui/records/cell_text.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <algorithm>

namespace crm {
namespace {

enum Role { EntityRole = Qt::UserRole, IdRole, DayRole };
constexpr int refreshAfterMs = 400, daysOfWeek = 7;
const QLatin1String dayState("day"), everybodysState("everybodys");

/// "Monday, 30 November"; with what it is called where it is near.
QString headingOf(const QDate &day, const QDate &today, const QLocale &locale)
{
    const QString name = locale.toString(day, QStringLiteral("dddd, d MMMM"));
    return qAbs(today.daysTo(day)) > 1
               ? name
               : AgendaPanel::tr("%1 \u00b7 %2", "today, the date").arg(nearDate(day, today, locale), name);
}

/// The next full hour of today, the morning of another day.
QDateTime hourOn(const QDate &day)
{
    const QTime morning(9, 0);
    const QDateTime now = QDateTime::currentDateTime();
    if (day != now.date() || now.time().hour() >= 23)
        return QDateTime(day, morning);
    return QDateTime(day, QTime(now.time().hour() + 1, 0));
}

} // namespace

bool AgendaPanel::isOffered(Navigator &navigator)
{
    const auto catalog = navigator.session().catalog();
    const Actor actor = navigator.session().actor();
    return std::any_of(catalog->entities().begin(), catalog->entities().end(), [&](const Entity *entity) {
        return comingUpOf(entity->key()).isSet() && actor.policy.may(*entity, Verb::Read);
    });
}

AgendaPanel::AgendaPanel(Navigator &navigator, const QByteArray &state, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_list(new QListWidget(this))
{
    const QJsonObject object = QJsonDocument::fromJson(state).object();
    m_week = !object.value(dayState).toBool();
    m_everybodys = object.value(everybodysState).toBool();
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::s, space::xs, space::s, space::xs);
    box->setSpacing(space::xs);
    box->addWidget(buildHead());
    m_hint = makeLabel({}, TextRole::Body, this, true);
    m_hint->setWordWrap(true);
    m_hint->hide();
    box->addWidget(m_hint);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Calendar"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->installEventFilter(this);
    box->addWidget(m_list, 1);
    setFocusProxy(m_list);
    for (QTimer *timer : {&m_timer, &m_midnight})
        timer->setSingleShot(true);
    m_timer.setInterval(refreshAfterMs);
    connect(&m_timer, &QTimer::timeout, this, &AgendaPanel::load);
    connect(&m_midnight, &QTimer::timeout, this, &AgendaPanel::load);
    connect(m_list, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const Id id = item->data(IdRole).toLongLong())
            m_navigator.openRecord(item->data(EntityRole).toString(), id);
    });
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        const auto isOurs = [](const Change &change) { return comingUpOf(change.entity).isSet(); };
        if (std::any_of(changes.begin(), changes.end(), isOurs) && !m_timer.isActive())
            m_timer.start();
    });
    load();
}

QWidget *AgendaPanel::buildHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    const auto button = [&](const char *iconName, const QString &text, int steps) {
        auto *made = makeIconButton(QLatin1String(iconName), text, head);
        connect(made, &QToolButton::clicked, this, [this, steps] { step(steps); });
        row->addWidget(made);
        return made;
    };
    button("chevron-left", tr("Back (Left)"), -1);
    button("calendar", tr("Today (Home)"), 0);
    button("chevron-right", tr("On (Right)"), 1);
    row->addSpacing(space::s);
    m_span = new ElidedLabel({}, TextRole::Strong, head);
    row->addWidget(m_span, 1);
    m_create = makeIconButton(QStringLiteral("plus"), tr("Plan something on the day that is chosen"), head);
    auto *makes = new QMenu(m_create);
    m_create->setMenu(makes);
    m_create->setPopupMode(QToolButton::InstantPopup);
    connect(makes, &QMenu::aboutToShow, this, [this, makes] { fillCreateMenu(makes); });
    row->addWidget(m_create);
    auto *look = makeIconButton(QStringLiteral("settings"), tr("What is shown"), head);
    auto *menu = new QMenu(look);
    m_weekAction = menu->addAction(tr("The whole week"));
    m_allAction = menu->addAction(tr("That of colleagues, too"));
    for (QAction *action : {m_weekAction, m_allAction})
        action->setCheckable(true);
    m_weekAction->setChecked(m_week);
    m_allAction->setChecked(m_everybodys);
    connect(m_weekAction, &QAction::toggled, this, &AgendaPanel::showWeek);
    connect(m_allAction, &QAction::toggled, this, &AgendaPanel::showEverybodys);
    look->setMenu(menu);
    look->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(look);
    return head;
}

QByteArray AgendaPanel::state() const
{
    QJsonObject object;
    if (!m_week)
        object.insert(dayState, true);
    if (m_everybodys)
        object.insert(everybodysState, true);
    return object.isEmpty() ? QByteArray() : QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QDate AgendaPanel::first() const
{
    const QDate day = m_day.isValid() ? m_day : QDate::currentDate();
    return m_week ? day.addDays(1 - day.dayOfWeek()) : day;
}

QDate AgendaPanel::last() const { return m_week ? first().addDays(daysOfWeek - 1) : first(); }

void AgendaPanel::step(int steps)
{
    const QDate now = m_day.isValid() ? m_day : QDate::currentDate();
    m_day = steps == 0 ? QDate() : now.addDays(qint64(steps) * (m_week ? daysOfWeek : 1));
    const QDate today = QDate::currentDate();
    if (m_day == today)
        m_day = {};
    load();
}

void AgendaPanel::showWeek(bool week)
{
    if (m_week == week)
        return;
    m_week = week;
    m_weekAction->setChecked(week);
    load();
    Q_EMIT stateChanged();
}

void AgendaPanel::showEverybodys(bool on)
{
    if (m_everybodys == on)
        return;
    m_everybodys = on;
    m_allAction->setChecked(on);
    load();
    Q_EMIT stateChanged();
}

void AgendaPanel::fillCreateMenu(QMenu *menu)
{
    menu->clear();
    const auto catalog = m_navigator.session().catalog();
    const Actor actor = m_navigator.session().actor();
    for (const Entity *entity : catalog->entities()) {
        if (comingUpOf(entity->key()).isSet() && actor.policy.may(*entity, Verb::Create))
            menu->addAction(icon(entity->iconName()), entity->one().text(), this,
                            [this, key = entity->key()] { create(key); });
    }
}

/// On the day of the row that is chosen, else on the first day in sight that is not over.
void AgendaPanel::create(const QString &entity)
{
    const QListWidgetItem *item = m_list->currentItem();
    QDate day = item ? item->data(DayRole).toDate() : QDate();
    if (!day.isValid())
        day = std::clamp(QDate::currentDate(), first(), last());
    const ComesUp how = comingUpOf(entity);
    const Field *field = m_navigator.session().catalog()->at(entity).field(how.when);
    m_navigator.newRecord(entity,
                          {{how.when, field->kind() == Kind::Date ? QVariant(day) : QVariant(hourOn(day).toUTC())}});
}

void AgendaPanel::load()
{
    const QDate from = first(), to = last();
    const QLocale locale = m_navigator.format().locale;
    const QString start = locale.toString(from, QStringLiteral("d MMM"));
    const QString span =
        m_week ? tr("%1 \u2013 %2", "from day to day").arg(start, locale.toString(to, QStringLiteral("d MMM")))
               : locale.toString(from, QStringLiteral("ddd, d MMM"));
    m_span->setText(span);
    m_request.ask(
        this,
        m_navigator.session().read([from, to, whose = m_everybodys ? Agenda::Everybodys : Agenda::Mine](Repository &r) {
            return agendaOf(r, from, to, whose);
        }),
        [this](const Agenda &agenda) { fill(agenda); }, [this](const Error &e) { m_navigator.showError(e); });
    waitForMidnight();
}

void AgendaPanel::waitForMidnight()
{
    const QDateTime now = QDateTime::currentDateTime();
    const qint64 left = now.msecsTo(now.date().addDays(1).startOfDay()) + 1000;
    m_midnight.start(int(std::clamp<qint64>(left, 1000, 25 * 3600 * 1000)));
}

void AgendaPanel::addDay(const QDate &day)
{
    auto *item = new QListWidgetItem(headingOf(day, QDate::currentDate(), m_navigator.format().locale), m_list);
    item->setFlags(Qt::ItemIsEnabled);
    item->setData(DayRole, day);
    item->setFont(fontFor(TextRole::Strong));
    item->setSizeHint({0, rowHeight()});
}

void AgendaPanel::addItem(const AgendaItem &one)
{
    const Entity &entity = m_navigator.session().catalog()->at(one.entity);
    const QLocale locale = m_navigator.format().locale;
    const QString time = one.time.isValid() ? locale.toString(one.time, QLocale::ShortFormat) : QString();
    const QString text = time.isEmpty() ? one.title : tr("%1  %2", "time, what comes up then").arg(time, one.title);
    auto *item = new QListWidgetItem(icon(entity.iconName()), text, m_list);
    item->setData(EntityRole, one.entity);
    item->setData(IdRole, one.id);
    item->setData(DayRole, one.day);
    item->setToolTip(QStringLiteral("%1: %2").arg(entity.one().text(), one.title));
    item->setSizeHint({0, rowHeight()});
    const QDateTime now = QDateTime::currentDateTime();
    const bool late = one.time.isValid() ? QDateTime(one.day, one.time) < now : one.day < now.date();
    if (one.done) {
        QFont font = m_list->font();
        font.setStrikeOut(true);
        item->setFont(font);
    }
    if (one.done || late)
        item->setForeground(one.done ? colors().muted : colors().danger);
}

void AgendaPanel::fill(const Agenda &agenda)
{
    const QListWidgetItem *before = m_list->currentItem();
    const QString entity = before ? before->data(EntityRole).toString() : QString();
    const Id id = before ? before->data(IdRole).toLongLong() : 0;
    m_list->clear();
    QDate day;
    for (const AgendaItem &item : agenda.items) {
        if (item.day != day && m_week)
            addDay(item.day);
        day = item.day;
        addItem(item);
        if (item.id == id && item.entity == entity)
            m_list->setCurrentRow(m_list->count() - 1);
    }
    if (agenda.cut) {
        auto *more = new QListWidgetItem(tr("There is more than fits here: see the lists."), m_list);
        more->setFlags(Qt::NoItemFlags);
    }
    m_hint->setText(m_week ? tr("Nothing comes up in this week. The plus sign plans something.")
                           : tr("Nothing comes up on this day. The plus sign plans something."));
    m_hint->setVisible(agenda.items.isEmpty());
}

bool AgendaPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int on = layoutDirection() == Qt::RightToLeft ? -1 : 1;
        if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home) {
            step(key == Qt::Key_Home ? 0 : key == Qt::Key_Right ? on : -on);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace crm
