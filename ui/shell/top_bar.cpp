#include "ui/shell/top_bar.h"
#include "core/access/policy.h"
#include "ui/shell/commands.h"
#include "ui/shell/language.h"
#include "ui/style/icons.h"
#include "ui/style/palette.h"
#include "ui/style/scale.h"
#include "ui/style/style.h"
#include "ui/style/style_paint.h"
#include "ui/style/tab_order.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include <QActionGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QWidgetAction>

namespace crm {
namespace {

constexpr int roomForBrand = 860; ///< pixels at 100 % text

/// Looks like a field, is a button: opens the palette.
class SearchBox : public QAbstractButton
{
public:
    SearchBox(const QString &text, const QString &shortcut, QWidget *parent)
        : QAbstractButton(parent)
        , m_shortcut(shortcut)
    {
        setText(text);
        setAccessibleName(text);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover, true);
        setMinimumWidth(180);
        setMaximumWidth(scaled(460));
        setFixedHeight(controlHeight());
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setCursor(Qt::PointingHandCursor);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors &c = colors();
        QPainter painter(this);
        const QColor edge = hasFocus() ? c.accentText : underMouse() ? c.fieldBorder : c.border;
        paint::roundRect(&painter, rect(), c.surface, edge, radius::medium, hasFocus() ? 2 : 1);
        const int side = scaled(18);
        crm::icon(QStringLiteral("search"))
            .paint(&painter, mirrored(painter, rect(), QRect(space::s, (height() - side) / 2, side, side)));
        painter.setFont(fontFor(TextRole::Caption));
        int keys = painter.fontMetrics().horizontalAdvance(m_shortcut) + space::m;
        const int spare = width() - side - 2 * space::s - space::m - fontMetrics().horizontalAdvance(text());
        if (m_shortcut.isEmpty() || spare < keys) // what it is for comes first
            keys = 0;
        const int capHeight = scaled(20);
        const QRect cap =
            mirrored(painter, rect(), QRect(width() - keys - 6, (height() - capHeight) / 2, keys, capHeight));
        if (keys > 0)
            paint::roundRect(&painter, cap, c.sunken, c.border, radius::small);
        painter.setPen(c.muted);
        if (keys > 0)
            drawText(painter, cap, Qt::AlignCenter, m_shortcut);
        painter.setFont(font());
        const QRect r = mirrored(painter, rect(), rect().adjusted(side + 2 * space::s, 0, -keys - space::m, 0));
        drawElided(painter, r, Qt::AlignVCenter | Qt::AlignLeft, text());
    }

private:
    QString m_shortcut;
};

class AvatarButton : public QToolButton
{
public:
    explicit AvatarButton(QWidget *parent)
        : QToolButton(parent)
    {
        setPopupMode(InstantPopup);
        setFixedSize(controlHeight() + 4, controlHeight() + 4);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
    }
    QString name;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintAvatar(&painter, rect().adjusted(3, 3, -3, -3), name);
        if (hasFocus() || underMouse() || isDown())
            paint::roundRect(&painter, rect(), {}, hasFocus() ? colors().accentText : colors().fieldBorder,
                             height() / 2.0, hasFocus() ? 2 : 1);
    }
};

class AppMark : public QWidget
{
public:
    explicit AppMark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(scaled(26), scaled(26));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QIcon(QStringLiteral(":/icons/app.svg")).paint(&painter, rect());
    }
};

} // namespace

QString initialsOf(const QString &name)
{
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    QString letters;
    for (const QString &word : words.mid(0, 2))
        letters += word.at(0).toUpper();
    return letters.isEmpty() ? QStringLiteral("?") : letters;
}

void paintAvatar(QPainter *painter, const QRect &rect, const QString &name)
{
    static const QStringList tones = {QStringLiteral("blue"), QStringLiteral("purple"), QStringLiteral("teal"),
                                      QStringLiteral("pink"), QStringLiteral("green"),  QStringLiteral("orange"),
                                      QStringLiteral("amber")};
    size_t sum = 0; // the same person has the same colour everywhere and always; qHash may be salted
    for (const QChar ch : name)
        sum = sum * 31 + ch.unicode();
    const Tone tone = toneFor(tones.at(int(sum % size_t(tones.size()))));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(mixed(tone.dot, tone.fill, 0.18));
    painter->drawEllipse(rect);
    QFont font = fontFor(TextRole::Strong);
    font.setPixelSize(qMax(8, rect.height() * 2 / 5));
    painter->setFont(font);
    painter->setPen(readable(tone.text, mixed(tone.dot, tone.fill, 0.18), 4.5));
    painter->drawText(rect, Qt::AlignCenter, initialsOf(name));
    painter->restore();
}

TopBar::TopBar(const Commands &commands, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_createMenu(new QMenu(this))
    , m_personMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("topBar"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::m, space::s, space::m, space::s);
    layout->setSpacing(space::s);

    auto *fold = makeIconButton(QStringLiteral("sidebar"), tr("Show or hide the places"), this);
    connect(fold, &QToolButton::clicked, this, [this] { m_commands.run(QStringLiteral("look.sidebar")); });
    layout->addWidget(fold);
    layout->addWidget(new AppMark(this));
    m_brand = makeLabel(QCoreApplication::translate("crm", "MyCRM"), TextRole::Strong, this);
    layout->addWidget(m_brand);
    layout->addSpacing(space::s);

    m_back = makeIconButton(QStringLiteral("arrow-left"), tr("Back"), this);
    m_forward = makeIconButton(QStringLiteral("arrow-right"), tr("Forward"), this);
    connect(m_back, &QToolButton::clicked, this, [this] { m_commands.run(QStringLiteral("go.back")); });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_commands.run(QStringLiteral("go.forward")); });
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    m_favourite = makeIconButton(QStringLiteral("star"), tr("Add to favourites"), this);
    m_favourite->setCheckable(true);
    connect(m_favourite, &QToolButton::clicked, this, [this] { m_commands.run(QStringLiteral("go.favourite")); });
    layout->addWidget(m_favourite);
    layout->addStretch(1);

    auto *search = new SearchBox(tr("Search or command"), m_commands.shortcutText(QStringLiteral("go.palette")), this);
    search->setObjectName(QStringLiteral("searchBox"));
    connect(search, &QAbstractButton::clicked, this, [this] { m_commands.run(QStringLiteral("go.palette")); });
    layout->addWidget(search, 4);
    layout->addStretch(1);

    auto *dock = makeIconButton(QStringLiteral("pin"), tr("Keep in sight at the side"), this);
    dock->setObjectName(QStringLiteral("dockButton"));
    connect(dock, &QToolButton::clicked, this, [this] { m_commands.run(QStringLiteral("dock.menu")); });
    layout->addWidget(dock);
    m_create = makeButton(tr("Create"), QStringLiteral("plus"), ButtonRole::Primary, this);
    m_create->setObjectName(QStringLiteral("createButton"));
    m_create->setMenu(m_createMenu);
    layout->addWidget(m_create);
    m_person = new AvatarButton(this);
    m_person->setObjectName(QStringLiteral("personButton"));
    m_person->setMenu(m_personMenu);
    layout->addWidget(m_person);
    setBackForward(false, false);
}

/// The name stands in the title of the window as well.
void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_brand->setVisible(width() >= scaled(roomForBrand));
}

void TopBar::addTool(QWidget *tool)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_create), tool);
    orderTabs(*this);
}

void TopBar::setFavourite(bool on, bool offered)
{
    const QString text = on ? tr("Take from favourites") : tr("Add to favourites");
    const QString keys = m_commands.shortcutText(QStringLiteral("go.favourite"));
    m_favourite->setEnabled(offered);
    m_favourite->setChecked(on);
    m_favourite->setAccessibleName(text);
    m_favourite->setToolTip(keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys));
}

void TopBar::setCreatable(const QList<const Entity *> &entities, const QString &shortcut)
{
    m_createMenu->clear();
    for (const Entity *entity : entities) {
        QAction *action = m_createMenu->addAction(icon(entity->iconName()), entity->one().text());
        connect(action, &QAction::triggered, this, [this, key = entity->key()] { Q_EMIT createRequested(key); });
    }
    m_create->setVisible(!entities.isEmpty());
    m_create->setToolTip(tr("Create something new (%1)").arg(shortcut));
}

void TopBar::setPerson(const Actor &actor, const QString &role)
{
    m_name = actor.name.isEmpty() ? actor.login : actor.name;
    m_detail = role.isEmpty() ? actor.login : actor.login + QStringLiteral(" \u00b7 ") + role;
    static_cast<AvatarButton *>(m_person)->name = m_name;
    m_person->setToolTip(m_name);
    m_person->setAccessibleName(tr("%1: settings and signing out").arg(m_name));
    fillPersonMenu();
}

void TopBar::fillPersonMenu()
{
    m_personMenu->clear();
    auto *head = new QWidget(m_personMenu);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(space::m, space::s, space::xl, space::s);
    column->setSpacing(0);
    column->addWidget(makeLabel(m_name, TextRole::Strong, head));
    column->addWidget(makeLabel(m_detail, TextRole::Caption, head, true));
    auto *headAction = new QWidgetAction(m_personMenu);
    headAction->setDefaultWidget(head);
    m_personMenu->addAction(headAction);
    m_personMenu->addSeparator();

    const auto add = [this](QMenu *menu, const QString &key) -> QAction * {
        const Command *command = m_commands.find(key);
        if (!command)
            return nullptr;
        const QString keys = m_commands.shortcutText(key);
        QAction *action =
            menu->addAction(icon(command->iconName), keys.isEmpty() ? command->text : command->text + u'\t' + keys);
        connect(action, &QAction::triggered, this, [this, key] { m_commands.run(key); });
        return action;
    };
    QMenu *theme = m_personMenu->addMenu(icon(QStringLiteral("theme")), tr("Theme"));
    auto *themes = new QActionGroup(theme);
    const std::pair<const char *, ThemeMode> modes[] = {
        {"look.system", ThemeMode::System}, {"look.light", ThemeMode::Light}, {"look.dark", ThemeMode::Dark}};
    for (const auto &[key, mode] : modes) {
        if (QAction *action = add(theme, QLatin1String(key))) {
            action->setCheckable(true);
            action->setActionGroup(themes);
            action->setData(int(mode));
        }
    }
    connect(theme, &QMenu::aboutToShow, this, [themes] {
        for (QAction *action : themes->actions())
            action->setChecked(action->data().toInt() == int(appearance().theme));
    });
    QMenu *language = m_personMenu->addMenu(icon(QStringLiteral("globe")), tr("Language"));
    for (const QString &code : languages()) {
        QAction *action = language->addAction(languageName(code));
        action->setCheckable(true);
        action->setChecked(code == currentLanguage());
        connect(action, &QAction::triggered, this, [this, code] { Q_EMIT languageChosen(code); });
    }
    add(m_personMenu, QStringLiteral("go.settings"));
    add(m_personMenu, QStringLiteral("program.password"));
    add(m_personMenu, QStringLiteral("program.help"));
    m_personMenu->addSeparator();
    add(m_personMenu, QStringLiteral("program.open"));
    add(m_personMenu, QStringLiteral("program.signOut"));
    add(m_personMenu, QStringLiteral("program.quit"));
}

void TopBar::setBackForward(bool back, bool forward)
{
    m_back->setEnabled(back);
    m_forward->setEnabled(forward);
}

void TopBar::popUpCreate() { m_create->showMenu(); }

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), colors().window);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colors().border);
}

} // namespace crm
