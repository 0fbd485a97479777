#include "ui/start/welcome_page.h"
#include "core/store/server/profiles.h"
#include "ui/shell/language.h"
#include "ui/start/recent_files.h"
#include "ui/style/choice_box.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

namespace crm {
namespace {

/// Enter presses it, too: on a page of choices nothing else would be meant.
class EnterButton : public QAbstractButton
{
public:
    using QAbstractButton::QAbstractButton;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }
};

/// A large button: icon, what it is, what happens.
class ChoiceCard : public EnterButton
{
public:
    ChoiceCard(const QString &iconName, const QString &title, const QString &text, QWidget *parent)
        : EnterButton(parent)
        , m_icon(iconName)
        , m_detail(text)
    {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(text);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover, true);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override
    {
        const QRect text(0, 0, width - textLeft - space::l, 1000);
        const int detail = QFontMetrics(font()).boundingRect(text, Qt::TextWordWrap, m_detail).height();
        return qMax(72, 2 * space::m + QFontMetrics(fontFor(TextRole::Strong)).height() + 4 + detail + 2);
    }
    QSize sizeHint() const override { return {400, heightForWidth(400)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors &c = colors();
        QPainter painter(this);
        const bool on = isEnabled();
        paint::roundRect(&painter, rect(), on ? c.surface : QColor(), c.border, radius::large);
        if (on && (underMouse() || isDown()))
            paint::roundRect(&painter, rect(), isDown() ? c.pressed : c.hover, {}, radius::large);
        if (hasFocus())
            paint::roundRect(&painter, rect(), {}, c.accentText, radius::large, 2);
        const QRect disc = mirrored(painter, rect(), QRect(space::l, (height() - 40) / 2, 40, 40));
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(on ? c.accentSoft : c.sunken);
        painter.drawEllipse(disc);
        crm::icon(m_icon, on ? c.accentText : c.faint).paint(&painter, disc.adjusted(9, 9, -9, -9));

        QRect text(textLeft, 0, width() - textLeft - space::l, height());
        const int detailHeight = QFontMetrics(font()).boundingRect(text, Qt::TextWordWrap, m_detail).height();
        painter.setFont(fontFor(TextRole::Strong));
        const int titleHeight = painter.fontMetrics().height();
        text.setTop((height() - titleHeight - 4 - detailHeight) / 2);
        painter.setPen(on ? c.text : c.muted);
        drawElided(painter, mirrored(painter, rect(), text), Qt::AlignLeft | Qt::AlignTop, this->text());
        painter.setFont(font());
        painter.setPen(c.muted);
        drawText(painter, mirrored(painter, rect(), text.adjusted(0, titleHeight + 4, 0, 2)),
                 Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_detail);
    }

private:
    static constexpr int textLeft = space::l + 40 + space::l;
    QString m_icon, m_detail;
};

/// A file opened before: its name, below its folder.
class RecentRow : public EnterButton
{
public:
    RecentRow(const QString &path, QWidget *parent)
        : EnterButton(parent)
        , m_folder(QDir::toNativeSeparators(QFileInfo(path).absolutePath()))
        , m_icon(QStringLiteral("database"))
    {
        setText(QFileInfo(path).completeBaseName());
        setToolTip(QDir::toNativeSeparators(path));
        settle();
        setEnabled(QFileInfo::exists(path));
        if (!isEnabled())
            m_folder = QCoreApplication::translate("crm::WelcomePage", "Not there any more: %1").arg(m_folder);
    }
    RecentRow(const Profile &profile, QWidget *parent)
        : EnterButton(parent)
        , m_folder(profile.address.displayName())
        , m_icon(QStringLiteral("server"))
    {
        setText(profile.name);
        setToolTip(m_folder);
        settle();
    }

protected:
    void settle()
    {
        setAccessibleName(text());
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover, true);
        setFixedHeight(QFontMetrics(fontFor(TextRole::Body)).height() +
                       QFontMetrics(fontFor(TextRole::Caption)).height() + space::m);
    }

    void paintEvent(QPaintEvent *) override
    {
        const Colors &c = colors();
        QPainter painter(this);
        if (isEnabled() && (underMouse() || isDown()))
            paint::roundRect(&painter, rect(), isDown() ? c.pressed : c.hover, {}, radius::medium);
        if (hasFocus())
            paint::roundRect(&painter, rect(), {}, c.accentText, radius::medium, 2);
        const int side = scaled(20);
        crm::icon(m_icon, isEnabled() ? c.muted : c.faint)
            .paint(&painter, mirrored(painter, rect(), QRect(space::s, (height() - side) / 2, side, side)));
        const QRect r = mirrored(painter, rect(),
                                 rect().adjusted(space::s + side + space::m, space::xs + 1, -space::s, -space::xs - 1));
        painter.setFont(fontFor(TextRole::Body));
        painter.setPen(isEnabled() ? c.text : c.faint);
        drawElided(painter, r, Qt::AlignTop | Qt::AlignLeft, text());
        painter.setFont(fontFor(TextRole::Caption));
        painter.setPen(isEnabled() ? c.muted : c.faint);
        drawElided(painter, r, Qt::AlignBottom | Qt::AlignLeft, m_folder, Qt::ElideMiddle);
    }

private:
    QString m_folder, m_icon;
};

class Mark : public QWidget
{
public:
    explicit Mark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(56, 56);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QIcon(QStringLiteral(":/icons/app.svg")).paint(&painter, rect());
    }
};

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
{
    build();
    refresh();
}

void WelcomePage::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(space::xxl, space::l, space::xxl, space::xxl);
    auto *top = new QHBoxLayout;
    top->addStretch(1);
    auto *language = new ChoiceBox(this);
    language->setObjectName(QStringLiteral("language"));
    language->setAccessibleName(tr("Language"));
    for (const QString &code : languages())
        language->addItem(icon(QStringLiteral("globe")), languageName(code), code);
    language->setCurrentIndex(language->findData(currentLanguage()));
    connect(language, &QComboBox::activated, this,
            [this, language] { Q_EMIT languageChosen(language->currentData().toString()); });
    top->addWidget(language);
    outer->addLayout(top);
    outer->addStretch(2);

    auto *middle = new QHBoxLayout;
    auto *holder = new QWidget(this);
    holder->setMaximumWidth(scaled(960));
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::l);
    middle->addStretch(1);
    middle->addWidget(holder, 20);
    middle->addStretch(1);
    outer->addLayout(middle);
    outer->addStretch(3);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::l);
    head->addWidget(new Mark(this));
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    auto *name = makeLabel(QCoreApplication::translate("crm", "MyCRM"), TextRole::Display, this);
    titles->addWidget(name);
    titles->addWidget(
        makeLabel(tr("Clients, orders and work in one place, on your own computer."), TextRole::Body, this, true));
    head->addLayout(titles, 1);
    column->addLayout(head);
    m_fault = new Banner(this);
    column->addWidget(m_fault);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::xxl);
    auto *choices = new QVBoxLayout;
    choices->setSpacing(space::m);
    const auto add = [&](const char *iconName, const QString &title, const QString &text, const char *object) {
        auto *card = new ChoiceCard(QLatin1String(iconName), title, text, this);
        card->setObjectName(QLatin1String(object));
        choices->addWidget(card);
        return card;
    };
    auto *demo =
        add("sparkles", tr("Try the demo"),
            tr("A small company with clients, orders and tasks to play with. Nothing of it touches your own data."),
            "demoCard");
    auto *own = add("plus", tr("Start my own"), tr("An empty database in a file on this computer."), "ownCard");
    auto *open =
        add("folder-open", tr("Open a file"), tr("A database that you or a colleague made before."), "openCard");
    auto *server =
        add("server", tr("Connect to a server"),
            tr("The office\u2019s shared database, on a MariaDB in your network or elsewhere."), "serverCard");
    choices->addStretch(1);
    columns->addLayout(choices, 3);
    columns->addWidget(makeRecent(), 2);
    column->addLayout(columns);
    connect(demo, &QAbstractButton::clicked, this, &WelcomePage::demoRequested);
    connect(own, &QAbstractButton::clicked, this, &WelcomePage::newRequested);
    connect(open, &QAbstractButton::clicked, this, &WelcomePage::openRequested);
    connect(server, &QAbstractButton::clicked, this, &WelcomePage::serverRequested);
}

QWidget *WelcomePage::makeRecent()
{
    auto *box = new QWidget(this);
    m_recent = new QVBoxLayout(box);
    m_recent->setContentsMargins(0, 0, 0, 0);
    m_recent->setSpacing(2);
    return box;
}

void WelcomePage::refresh()
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    const QStringList files = recentFiles();
    auto *title = makeLabel(tr("Opened before"), TextRole::Strong, this, true);
    title->setContentsMargins(space::s, 0, 0, space::xs);
    m_recent->addWidget(title);
    const QList<Profile> kept = profiles();
    for (const QString &path : files.mid(0, 6)) {
        const QString name = recentProfile(path);
        const auto profile = std::find_if(kept.begin(), kept.end(), [&](const Profile &p) { return p.name == name; });
        if (!name.isEmpty() && profile == kept.end())
            continue; // forgotten meanwhile
        auto *row = name.isEmpty() ? new RecentRow(path, this) : new RecentRow(*profile, this);
        connect(row, &QAbstractButton::clicked, this, [this, path] { Q_EMIT fileChosen(path); });
        m_recent->addWidget(row);
    }
    if (files.isEmpty()) {
        auto *none = makeLabel(tr("Nothing yet. What you open will stand here."), TextRole::Body, this, true);
        none->setWordWrap(true);
        none->setContentsMargins(space::s, 0, 0, 0);
        m_recent->addWidget(none);
    }
    m_recent->addStretch(1);
}

void WelcomePage::showFault(const QString &sentence)
{
    if (sentence.isEmpty())
        m_fault->setVisible(false);
    else
        m_fault->show(Banner::Danger, sentence);
    if (auto *demo = findChild<QAbstractButton *>(QStringLiteral("demoCard")))
        demo->setFocus();
}

} // namespace crm
