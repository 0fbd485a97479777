#include "ui/shell/mention_bell.h"
#include "core/model/mentions.h"
#include "ui/records/quick_moments.h"
#include "ui/records/thread_panel.h"
#include "ui/shell/commands.h"
#include "ui/shell/main_window.h"
#include "ui/shell/top_bar.h"
#include "ui/style/count_badge.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QLoggingCategory>
#include <QMenu>
#include <QPainter>
#include <QSettings>
#include <QTimer>
#include <algorithm>

namespace crm {

namespace {
Q_LOGGING_CATEGORY(log, "mycrm.mentions")
constexpr int mostShown = 20, longestText = 60;

/// Entities whose texts call people, as far as the person may read them.
QStringList readable(const Catalog &catalog, const Policy &policy)
{
    QStringList keys = mentioningEntities();
    keys.removeIf([&](const QString &key) {
        const Entity *entity = catalog.find(key);
        return !entity || !policy.may(*entity, Verb::Read);
    });
    return keys;
}

Query questionFor(const QString &entity)
{
    Query query(entity);
    query.filter =
        Filter::where(mentioningOf(entity).people, Op::Equal, QVariant::fromValue(RelativeDate{QStringLiteral("me")}));
    query.sort = {{QStringLiteral("id"), true}};
    return query;
}

QList<Calling> readOf(Repository &repository, const QString &entity)
{
    Query query = questionFor(entity);
    query.columns = {mentioningOf(entity).text, QStringLiteral("created_at"),
                     authorField(repository.catalog()->at(entity)), QStringLiteral("parent_entity"),
                     QStringLiteral("parent_id")};
    const Page page = repository.page(query, {PageAt::First, {}, 0, mostShown});
    QList<Calling> out;
    for (const Row &row : page.rows) {
        if (row.values.value(2).toLongLong() == repository.actor().userId)
            continue; // what one has said oneself
        out << Calling{entity,
                       row.id,
                       row.values.value(1).toDateTime(),
                       row.titles.value(2).isEmpty() ? MentionBell::tr("Somebody") : row.titles.value(2),
                       withoutMentionLinks(row.values.value(0).toString()).simplified(),
                       row.values.value(3).toString(),
                       {},
                       row.values.value(4).toLongLong()};
    }
    return out;
}

QList<Calling> readAll(Repository &repository)
{
    QList<Calling> out;
    const QStringList keys = readable(*repository.catalog(), repository.actor().policy);
    for (const QString &key : keys)
        out += readOf(repository, key);
    QHash<QString, IdList> parents;
    for (const Calling &one : std::as_const(out)) {
        if (one.parentId && repository.catalog()->find(one.parentEntity))
            parents[one.parentEntity] << one.parentId;
    }
    for (auto it = parents.cbegin(); it != parents.cend(); ++it) {
        const QHash<Id, Option> titles = repository.options(it.key(), it.value());
        for (Calling &one : out) {
            if (one.parentEntity == it.key())
                one.parentTitle = titles.value(one.parentId).title;
        }
    }
    return out;
}

QString shortened(const QString &text)
{
    return text.size() > longestText ? text.left(longestText - 1).trimmed() + u'\u2026' : text;
}

/// Whether it may call somebody who was not called there before. What a record was made with the feed does not say.
bool mayCall(const Change &change, Id person)
{
    if (change.op == ChangeOp::Create)
        return true;
    const QString people = mentioningOf(change.entity).people;
    return std::any_of(change.fields.begin(), change.fields.end(), [&](const FieldChange &f) {
        return f.field == people && f.after.value<IdList>().contains(person) &&
               !f.before.value<IdList>().contains(person);
    });
}
} // namespace

MentionBell::MentionBell(Navigator &navigator, const QString &setting, QWidget *parent)
    : QToolButton(parent)
    , m_navigator(navigator)
    , m_setting(setting)
{
    setObjectName(QStringLiteral("mentionBell"));
    setIcon(crm::icon(QStringLiteral("at")));
    setIconSize({scaled(20), scaled(20)});
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, this, &MentionBell::popUp);
    connect(&navigator.session(), &Session::changed, this, &MentionBell::hear);
    connect(&navigator.session(), &Session::connectionBack, this, &MentionBell::look);
    showCount();
    constexpr int firstLookMs = 1500; // the first pages come first
    QTimer::singleShot(firstLookMs, this, &MentionBell::look);
}

bool MentionBell::isOffered(const Session &session)
{
    return session.actor().userId != 0 && !readable(*session.catalog(), session.actor().policy).isEmpty();
}

bool MentionBell::isUnseen(const Calling &calling) const
{
    return calling.at.toMSecsSinceEpoch() > m_seenAt || m_late.contains({calling.entity, calling.id});
}

int MentionBell::unseen() const
{
    return int(std::count_if(m_callings.begin(), m_callings.end(), [this](const Calling &c) { return isUnseen(c); }));
}

QMenu *MentionBell::openMenu() const { return m_menu; }

void MentionBell::setShortcutText(const QString &keys)
{
    m_keys = keys;
    showCount();
}

void MentionBell::showCount()
{
    m_seenAt = QSettings().value(m_setting).toLongLong();
    const int count = unseen();
    const QString text = count == 0 ? tr("Comments that mention you") : tr("Mentions: %n new", nullptr, count);
    setAccessibleName(text);
    setToolTip(m_keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, m_keys));
    update();
}

void MentionBell::hear(const QList<Change> &changes)
{
    const Id self = m_navigator.session().actor().userId;
    bool concerns = false;
    for (const Change &change : changes) {
        if (!mentioningOf(change.entity).isDeclared())
            continue;
        if (change.userId != self && mayCall(change, self)) {
            m_heard.insert({change.entity, change.recordId});
            if (change.op == ChangeOp::Update)
                m_late.insert({change.entity, change.recordId});
            concerns = true;
        }
        concerns = concerns || change.op == ChangeOp::Restore ||
                   std::any_of(m_callings.begin(), m_callings.end(), [&](const Calling &c) {
                       return c.entity == change.entity && c.id == change.recordId; // taken back, or into the trash
                   });
    }
    if (concerns)
        look();
}

void MentionBell::look()
{
    m_request.ask(
        this, m_navigator.session().read([](Repository &r) { return readAll(r); }),
        [this](const QList<Calling> &callings) { take(callings); },
        [](const Error &e) { qCInfo(log, "mentions: %s", e.what()); });
}

void MentionBell::take(const QList<Calling> &callings)
{
    m_callings = callings;
    QList<Calling> fresh;
    for (const Calling &one : callings) {
        if (m_heard.contains({one.entity, one.id}))
            fresh << one;
    }
    m_heard.clear();
    showCount();
    if (!fresh.isEmpty())
        tell(fresh);
}

void MentionBell::tell(const QList<Calling> &fresh)
{
    if (m_navigator.session().isSeeingAs())
        return; // it is somebody else who is called
    const Calling first = fresh.constFirst();
    const QString text = fresh.size() > 1 ? tr("%n comment(s) mention you", nullptr, int(fresh.size()))
                                          : tr("%1 mentions you: %2").arg(first.author, shortened(first.text));
    auto *toast = m_navigator.window()->findChild<Toast *>(QString(), Qt::FindDirectChildrenOnly);
    if (!toast)
        return;
    toast->show(text, tr("Show"), [self = QPointer<MentionBell>(this), first, isOne = fresh.size() == 1] {
        if (!self)
            return;
        if (isOne && first.parentId)
            self->m_navigator.openRecord(first.parentEntity, first.parentId);
        else
            self->popUp();
    });
    toast->actionButton()->setIcon(crm::icon(QStringLiteral("at")));
}

void MentionBell::popUp()
{
    if (m_menu) {
        m_menu->close();
        return;
    }
    m_menu = new QMenu(this);
    m_menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu->setAccessibleName(accessibleName());
    for (const Calling &one : std::as_const(m_callings)) {
        const QString when = nearMoment(one.at, m_navigator.format().locale);
        QString said = QStringLiteral("%1: %2").arg(one.author, shortened(one.text)).replace(u'&', QLatin1String("&&"));
        if (!one.parentTitle.isEmpty())
            said += QStringLiteral(" \u00b7 ") + shortened(one.parentTitle).replace(u'&', QLatin1String("&&"));
        auto *action = m_menu->addAction(QStringLiteral("%1\t%2").arg(said, when));
        QFont font = action->font();
        font.setBold(isUnseen(one));
        action->setFont(font);
        connect(action, &QAction::triggered, this, [this, one] {
            if (one.parentId)
                m_navigator.openRecord(one.parentEntity, one.parentId);
            else
                m_navigator.openRecord(one.entity, one.id);
        });
    }
    if (m_callings.isEmpty())
        m_menu->addAction(tr("Nobody has mentioned you yet."))->setEnabled(false);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("All comments that mention me")), &QAction::triggered, this, &MentionBell::openAll);
    setSeen();
    const QPoint below(isRightToLeft() ? 0 : width() - m_menu->sizeHint().width(), height());
    m_menu->popup(mapToGlobal(below));
}

void MentionBell::setSeen()
{
    if (m_callings.isEmpty() || m_navigator.session().isSeeingAs())
        return;
    qint64 newest = m_seenAt;
    for (const Calling &one : std::as_const(m_callings))
        newest = qMax(newest, one.at.toMSecsSinceEpoch());
    QSettings().setValue(m_setting, QString::number(newest));
    m_late.clear();
    showCount();
}

void MentionBell::openAll()
{
    const QStringList keys = readable(*m_navigator.session().catalog(), m_navigator.session().actor().policy);
    if (!keys.isEmpty())
        m_navigator.openList(keys.constFirst(), questionFor(keys.constFirst()));
}

void MentionBell::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    const int count = unseen();
    if (count == 0)
        return;
    QPainter painter(this);
    paintCountBadge(&painter, rect(),
                    count >= mostShown ? QStringLiteral("%1+").arg(mostShown) : QString::number(count));
}

MentionBell *mentionsOf(const MainWindow &window)
{
    return window.topBar().findChild<MentionBell *>(QStringLiteral("mentionBell"));
}

void addMentionCommands(Commands &commands, MainWindow &window)
{
    if (!MentionBell::isOffered(window.session()))
        return;
    commands.add({QStringLiteral("go.mentions"),
                  CommandGroup::Go,
                  MentionBell::tr("Show the comments that mention me"),
                  QStringLiteral("at"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Y)},
                  [&window] {
                      if (MentionBell *bell = mentionsOf(window))
                          bell->popUp();
                  }});
}

} // namespace crm
