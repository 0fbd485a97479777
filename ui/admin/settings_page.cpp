#include "ui/admin/settings_page.h"
#include "core/store/session.h"
#include "ui/admin/upgrade_dialog.h"
#include "ui/shell/language.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/shell/reminder_bell.h"
#include "ui/shell/stall_watch.h"
#include "ui/style/choice_box.h"
#include "ui/style/form_field.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include <QCheckBox>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPainter>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int columnWidth = 720;

/// A disc of a colour to choose.
class Swatch : public QAbstractButton
{
public:
    Swatch(const QColor &color, const QString &name, QWidget *parent)
        : QAbstractButton(parent)
        , m_color(color)
    {
        setCheckable(true);
        setAutoExclusive(true);
        setFixedSize(32, 32);
        setFocusPolicy(Qt::TabFocus);
        setAccessibleName(name);
        setToolTip(name);
        setAttribute(Qt::WA_Hover, true);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_color);
        painter.drawEllipse(rect().adjusted(5, 5, -5, -5));
        if (isChecked() || hasFocus() || underMouse())
            paint::roundRect(&painter, rect().adjusted(1, 1, -1, -1), {}, isChecked() ? m_color : colors().fieldBorder,
                             15, 2);
        if (isChecked())
            paint::checkMark(&painter, QRectF(rect()).adjusted(8, 8, -8, -8), Qt::white);
        if (hasFocus())
            paint::roundRect(&painter, rect(), {}, colors().text, 16, 1.5);
    }

private:
    QColor m_color;
};

QVBoxLayout *addSection(QVBoxLayout *column, const QString &title, QWidget *parent)
{
    if (column->count() > 0)
        column->addSpacing(space::xl);
    column->addWidget(makeLabel(title, TextRole::Heading, parent));
    column->addSpacing(space::s);
    return column;
}

void addRow(QVBoxLayout *column, const QString &title, const QString &help, QWidget *control, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::l);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *label = makeLabel(title, TextRole::Body, parent);
    label->setBuddy(control);
    words->addWidget(label);
    if (!help.isEmpty()) {
        auto *note = makeLabel(help, TextRole::Caption, parent, true);
        note->setWordWrap(true);
        words->addWidget(note);
    }
    row->addLayout(words, 1);
    if (control) {
        if (control->accessibleName().isEmpty())
            control->setAccessibleName(title);
        row->addWidget(control, 0, Qt::AlignVCenter);
    }
    column->addLayout(row);
    column->addSpacing(space::xs);
    column->addWidget(makeSeparator(Qt::Horizontal, parent));
    column->addSpacing(space::xs);
}

QString accentName(int index)
{
    static const char *const names[] = {
        QT_TRANSLATE_NOOP("crm::SettingsPage", "Blue"),   QT_TRANSLATE_NOOP("crm::SettingsPage", "Violet"),
        QT_TRANSLATE_NOOP("crm::SettingsPage", "Pink"),   QT_TRANSLATE_NOOP("crm::SettingsPage", "Red"),
        QT_TRANSLATE_NOOP("crm::SettingsPage", "Orange"), QT_TRANSLATE_NOOP("crm::SettingsPage", "Green"),
        QT_TRANSLATE_NOOP("crm::SettingsPage", "Teal"),   QT_TRANSLATE_NOOP("crm::SettingsPage", "Grey")};
    return SettingsPage::tr(names[index]);
}

} // namespace

QStringList aboutLines()
{
    return {QStringLiteral("%1 %2").arg(QCoreApplication::translate("crm", "MyCRM"),
                                        QCoreApplication::applicationVersion()),
            SettingsPage::tr("Qt %1, SQLite, libsodium").arg(QLatin1String(qVersion()))};
}

SettingsPage::SettingsPage(Navigator &navigator, QWidget *parent)
    : TabPage(navigator, parent)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setBackgroundRole(QPalette::Base);
    outer->addWidget(scroll);
    auto *body = new QWidget(scroll);
    body->setAutoFillBackground(true);
    body->setBackgroundRole(QPalette::Base);
    scroll->setWidget(body);
    auto *sides = new QHBoxLayout(body);
    sides->setContentsMargins(space::xl, space::xl, space::xl, space::xxl);
    auto *holder = new QWidget(body);
    holder->setMaximumWidth(scaled(columnWidth));
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    sides->addWidget(holder, 1);
    sides->addStretch(0);
    addLook(column);
    addReminders(column);
    addAccount(column);
    addData(column);
    addAbout(column);
    column->addStretch(1);
}

void SettingsPage::addLook(QVBoxLayout *column)
{
    addSection(column, tr("Appearance"), this);
    auto *theme = new Segments(this);
    theme->addSegment(tr("System"), QStringLiteral("theme"), int(ThemeMode::System));
    theme->addSegment(tr("Light"), QStringLiteral("sun"), int(ThemeMode::Light));
    theme->addSegment(tr("Dark"), QStringLiteral("moon"), int(ThemeMode::Dark));
    theme->setValue(int(appearance().theme));
    connect(theme, &Segments::chosen, this, [this](int value) {
        Appearance changed = appearance();
        changed.theme = ThemeMode(value);
        apply(changed);
    });
    addRow(column, tr("Theme"), {}, theme, this);

    auto *swatches = new QWidget(this);
    auto *row = new QHBoxLayout(swatches);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    const QList<QColor> offered = Appearance::accents();
    for (int i = 0; i < offered.size(); ++i) {
        auto *swatch = new Swatch(offered.at(i), accentName(i), swatches);
        swatch->setChecked(appearance().accent == offered.at(i) || (i == 0 && !appearance().accent.isValid()));
        connect(swatch, &QAbstractButton::clicked, this, [this, color = offered.at(i)] {
            Appearance changed = appearance();
            changed.accent = color;
            apply(changed);
        });
        row->addWidget(swatch);
    }
    addRow(column, tr("Accent colour"), tr("Of main buttons, the current tab and links."), swatches, this);

    auto *density = new Segments(this);
    density->setObjectName(QStringLiteral("density"));
    density->addSegment(tr("Comfortable"), {}, int(Density::Comfortable));
    density->addSegment(tr("Compact"), {}, int(Density::Compact));
    density->setValue(int(appearance().density));
    connect(density, &Segments::chosen, this, [this](int value) {
        Appearance changed = appearance();
        changed.density = Density(value);
        apply(changed);
    });
    addRow(column, tr("Density of lists"), {}, density, this);

    auto *size = new ChoiceBox(this);
    size->setObjectName(QStringLiteral("textSize"));
    for (const int percent : {80, 90, 100, 110, 125, 150, 175, 200})
        size->addItem(QStringLiteral("%1 %").arg(percent), percent);
    size->setCurrentIndex(qMax(0, size->findData(appearance().textPercent)));
    connect(size, &QComboBox::activated, this, [this, size] {
        Appearance changed = appearance();
        changed.textPercent = size->currentData().toInt();
        apply(changed);
    });
    addRow(column, tr("Size of text"), {}, size, this);

    auto *language = new ChoiceBox(this);
    language->setObjectName(QStringLiteral("language"));
    for (const QString &code : languages())
        language->addItem(languageName(code), code);
    language->setCurrentIndex(language->findData(currentLanguage()));
    connect(language, &QComboBox::activated, this,
            [this, language] { Q_EMIT languageChosen(language->currentData().toString()); });
    addRow(column, tr("Language"), {}, language, this);
}

void SettingsPage::addReminders(QVBoxLayout *column)
{
    if (!ReminderWatch::isOffered(navigator().session()))
        return;
    addSection(column, tr("Reminders"), this);
    auto *tell = new QCheckBox(this);
    tell->setObjectName(QStringLiteral("remindersOfSystem"));
    tell->setChecked(ReminderBell::tellsSystem());
    connect(tell, &QCheckBox::toggled, this, &ReminderBell::setTellsSystem);
    addRow(column, tr("Let the system tell of them too"),
           tr("While another program is in front, what becomes due appears among the notices of the system, if it has "
              "any. Of this computer alone."),
           tell, this);
}

void SettingsPage::addAccount(QVBoxLayout *column)
{
    const Actor actor = navigator().session().actor();
    addSection(column, tr("Account"), this);
    auto *password = makeButton(tr("Change my password"), QStringLiteral("key"), ButtonRole::Normal, this);
    connect(password, &QPushButton::clicked, this, &SettingsPage::passwordRequested);
    addRow(column, actor.name.isEmpty() ? actor.login : actor.name, tr("Signed in as %1.").arg(actor.login), password,
           this);
    if (!actor.policy.isAdmin())
        return;
    auto *people = makeButton(tr("People and passwords"), QStringLiteral("users"), ButtonRole::Normal, this);
    connect(people, &QPushButton::clicked, this, [this] { navigator().openKey(QStringLiteral("people")); });
    addRow(column, tr("People"), tr("Who may sign in. Roles and teams are lists in the sidebar."), people, this);
}

void SettingsPage::addData(QVBoxLayout *column)
{
    addSection(column, tr("Data"), this);
    const Target &target = navigator().session().target();
    if (target.kind == Target::Server) {
        addRow(column, tr("Database on a server"), target.displayName(), nullptr, this);
        addRow(column, tr("Who can read it"),
               tr("The server itself gives everybody what their role allows, whatever program asks."), nullptr, this);
        if (navigator().session().actor().policy.isAdmin()) {
            auto *upgrade = makeButton(tr("Upgrade the office..."), {}, ButtonRole::Normal, this);
            upgrade->setObjectName(QStringLiteral("upgradeButton"));
            connect(upgrade, &QPushButton::clicked, this, [this] {
                Session &session = navigator().session();
                UpgradeDialog dialog(session.target().server, session.registry(), navigator().window());
                Prompts::run(dialog);
            });
            addRow(column, tr("Version of the office"),
                   tr("After an update of the program, or with a new plugin, the office is brought up to it once, by "
                      "the account that owns its tables. mycrmctl server upgrade does the same."),
                   upgrade, this);
        }
        if (target.server.allowPlain)
            addRow(
                column, tr("Attention"),
                tr("The server's certificate is not verified: whoever can listen on the way reads passwords and data."),
                nullptr, this);
        return;
    }
    const QString path = navigator().session().target().path;
    auto *show = makeButton(tr("Show the folder"), QStringLiteral("folder-open"), ButtonRole::Normal, this);
    connect(show, &QPushButton::clicked, this,
            [path] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); });
    addRow(column, tr("Database file"), QDir::toNativeSeparators(path), show, this);
    addRow(column, tr("Who can read it"),
           tr("Roles and passwords hold inside the program. Whoever may open the file itself can read it with other "
              "tools: "
              "keep it in a folder that only you and your colleagues may enter."),
           nullptr, this);
}

void SettingsPage::addAbout(QVBoxLayout *column)
{
    addSection(column, tr("About"), this);
    const QStringList lines = aboutLines();
    addRow(column, lines.value(0), lines.mid(1).join(u'\n'), nullptr, this);
    if (const StallWatch *watch = StallWatch::ofApplication()) {
        const Stall worst = watch->worst(1).value(0);
        addRow(column, tr("Smoothness"),
               watch->bad() == 0
                   ? tr("The window has not stood still for 50 ms since the start.")
                   : tr("The window stood still for 50 ms or more %n time(s) since the start, at most %1 ms (%2).",
                        nullptr, watch->bad())
                         .arg(worst.longestMs, 0, 'f', 0)
                         .arg(worst.place),
               nullptr, this);
    }
}

void SettingsPage::apply(const Appearance &changed)
{
    const Appearance before = appearance();
    changed.store();
    if (changed.density == before.density && changed.textPercent == before.textPercent)
        applyAppearance(changed);
    else
        Q_EMIT appearanceChosen(changed);
}

} // namespace crm
