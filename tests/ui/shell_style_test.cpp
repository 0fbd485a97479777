// The look: contrast, icons, and that every control paints itself in both themes.
#include "core/modules/modules.h"
#include "tests/ui/shell_fixture.h"
#include "ui/style/fonts.h"
#include "ui/style/form_field.h"
#include "ui/style/icons.h"
#include "ui/style/palette.h"
#include "ui/style/tab_order.h"
#include "ui/style/widgets.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTableWidget>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace crm::test {
namespace {

class StyleTest : public SettingsTest
{};

QList<QColor> accentsToTry()
{
    QList<QColor> all = Appearance::accents();
    all << QColor() << QColor(Qt::yellow) << QColor(Qt::white) << QColor(Qt::black) << QColor(0x00ff00);
    return all;
}

int differentColors(const QImage &image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            seen.insert(image.pixel(x, y));
    return int(seen.size());
}

TEST_F(StyleTest, TextIsReadableInEveryThemeAndAccent)
{
    for (const bool dark : {false, true}) {
        for (const QColor &accent : accentsToTry()) {
            const Colors c = colorsFor(dark, accent);
            const std::string where =
                (dark ? "dark " : "light ") + (accent.isValid() ? accent.name().toStdString() : "own");
            for (const QColor &ground : {c.window, c.surface, c.raised, c.sunken}) {
                EXPECT_GE(contrastRatio(c.text, ground), 7.0) << where;
                EXPECT_GE(contrastRatio(c.muted, ground), 4.5) << where << " muted on " << ground.name().toStdString();
            }
            EXPECT_GE(contrastRatio(c.text, c.selection), 4.5) << where;
            EXPECT_GE(contrastRatio(c.onAccent, c.accent), 4.5) << where;
            EXPECT_GE(contrastRatio(c.accentText, c.surface), 4.5) << where;
            EXPECT_GE(contrastRatio(c.accentText, c.window), 4.5) << where;
            EXPECT_GE(contrastRatio(c.accentText, c.accentSoft), 3.0) << where;
            EXPECT_GE(contrastRatio(c.fieldBorder, c.surface), 3.0) << where;
            EXPECT_GE(contrastRatio(c.danger, c.surface), 4.5) << where;
            EXPECT_GE(contrastRatio(c.text, c.dangerSoft), 4.5) << where;
            EXPECT_GE(contrastRatio(c.text, c.warningSoft), 4.5) << where;
            EXPECT_GE(contrastRatio(c.text, c.successSoft), 4.5) << where;
        }
    }
}

TEST_F(StyleTest, TonesAreReadableWhateverColourAPersonChose)
{
    QStringList tokens = toneNames();
    tokens << QStringLiteral("#ffffff") << QStringLiteral("#000000") << QStringLiteral("#ffff00")
           << QStringLiteral("#123456") << QStringLiteral("nonsense") << QString();
    for (const ThemeMode theme : {ThemeMode::Light, ThemeMode::Dark}) {
        Appearance look;
        look.theme = theme;
        applyAppearance(look);
        for (const QString &token : tokens)
            EXPECT_GE(contrastRatio(toneFor(token).text, toneFor(token).fill), 4.5) << token.toStdString();
    }
}

TEST_F(StyleTest, EveryEntityAndEveryActionHasAnIcon)
{
    for (const auto &entity : builtinRegistry().entities()) {
        if (entity->isInMenu() && !entity->isLine()) {
            EXPECT_TRUE(hasIcon(entity->iconName()))
                << entity->key().toStdString() << ": " << entity->iconName().toStdString();
        }
        for (const Action &action : entity->actions()) {
            if (!action.icon.isEmpty()) {
                EXPECT_TRUE(hasIcon(action.icon)) << action.icon.toStdString();
            }
        }
    }
}

TEST_F(StyleTest, IconsFollowTheThemeWithoutBeingMadeAnew)
{
    const QIcon one = icon(QStringLiteral("search"));
    Appearance look;
    look.theme = ThemeMode::Light;
    applyAppearance(look);
    const QImage light = one.pixmap(24).toImage();
    look.theme = ThemeMode::Dark;
    applyAppearance(look);
    const QImage dark = one.pixmap(24).toImage();
    EXPECT_GT(differentColors(light), 4) << "nothing was drawn";
    EXPECT_NE(light, dark);
    EXPECT_FALSE(hasIcon(QStringLiteral("no-such-icon")));
    EXPECT_GT(differentColors(icon(QStringLiteral("no-such-icon")).pixmap(24).toImage()), 4) << "the fallback";
}

TEST_F(StyleTest, EveryIconDraws)
{
    ASSERT_GT(iconNames().size(), 80);
    for (const QString &name : iconNames())
        EXPECT_GT(differentColors(icon(name, Qt::red).pixmap(24).toImage()), 2) << name.toStdString();
}

QWidget *gallery()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    for (const auto role : {ButtonRole::Normal, ButtonRole::Primary, ButtonRole::Danger, ButtonRole::Quiet})
        layout->addWidget(makeButton(QStringLiteral("Button"), QStringLiteral("plus"), role, page));
    layout->addWidget(new QLineEdit(QStringLiteral("text"), page));
    auto *combo = new QComboBox(page);
    combo->addItems({QStringLiteral("one"), QStringLiteral("two")});
    layout->addWidget(combo);
    layout->addWidget(new QSpinBox(page));
    auto *check = new QCheckBox(QStringLiteral("check"), page);
    check->setChecked(true);
    layout->addWidget(check);
    layout->addWidget(new QRadioButton(QStringLiteral("radio"), page));
    layout->addWidget(new QPlainTextEdit(QStringLiteral("memo"), page));
    auto *bar = new QProgressBar(page);
    bar->setValue(40);
    layout->addWidget(bar);
    auto *tabs = new QTabWidget(page);
    tabs->addTab(new QTableWidget(30, 3, page), QStringLiteral("Table"));
    tabs->addTab(new QTreeWidget(page), icon(QStringLiteral("list")), QStringLiteral("Tree"));
    layout->addWidget(tabs);
    auto *pill = new StatusPill(page);
    pill->setStatus(QStringLiteral("Open"), QStringLiteral("green"));
    layout->addWidget(pill);
    auto *chip = new Chip(QStringLiteral("Filter"), page);
    chip->setRemovable(true);
    layout->addWidget(chip);
    layout->addWidget(new FormField(QStringLiteral("Field"), new QLineEdit, page));
    layout->addWidget(new PlaceholderRows(page));
    auto *banner = new Banner(page);
    layout->addWidget(banner);
    banner->show(Banner::Warning, QStringLiteral("Careful"));
    return page;
}

TEST_F(StyleTest, EveryControlPaintsItselfInBothThemes)
{
    QWidget host;
    host.resize(500, 1100);
    QWidget *page = gallery();
    page->setParent(&host);
    page->resize(host.size());
    host.show();
    QImage images[2];
    for (const ThemeMode theme : {ThemeMode::Light, ThemeMode::Dark}) {
        Appearance look;
        look.theme = theme;
        applyAppearance(look);
        QCoreApplication::processEvents();
        images[theme == ThemeMode::Dark] = page->grab().toImage();
    }
    EXPECT_GT(differentColors(images[0]), 100);
    EXPECT_GT(differentColors(images[1]), 100);
    EXPECT_LT(images[1].pixelColor(3, 3).lightness(), 80);
    EXPECT_GT(images[0].pixelColor(3, 3).lightness(), 200);
}

TEST_F(StyleTest, ControlsAreAsHighAsTheTokensSay)
{
    const std::unique_ptr<QWidget> page(gallery());
    EXPECT_EQ(page->findChild<QLineEdit *>()->sizeHint().height(), controlHeight());
    EXPECT_EQ(page->findChild<QComboBox *>()->sizeHint().height(), controlHeight());
    EXPECT_EQ(page->findChild<QPushButton *>()->sizeHint().height(), controlHeight());
    const int comfortable = rowHeight();
    Appearance look;
    look.density = Density::Compact;
    applyAppearance(look);
    EXPECT_LT(rowHeight(), comfortable);
    look.textPercent = 150;
    applyAppearance(look);
    EXPECT_GT(rowHeight(), QFontMetrics(QApplication::font()).height());
}

TEST_F(StyleTest, APillShortensItsTextToTheRoomThereIs)
{
    QPixmap canvas(300, 40);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    const QString text = QStringLiteral("A very long status that nobody would choose");
    EXPECT_EQ(paintPill(&painter, QRect(0, 0, 100, 30), text, toneFor(QStringLiteral("blue"))), 100);
    EXPECT_EQ(paintPill(&painter, QRect(0, 0, 290, 30), QStringLiteral("New"), toneFor(QStringLiteral("blue"))),
              pillSize(QStringLiteral("New")).width());
    EXPECT_EQ(paintPill(&painter, QRect(0, 0, 290, 30), QString(), toneFor(QStringLiteral("blue"))), 0);
}

TEST_F(StyleTest, AFaultStandsBesideItsFieldUntilOneTypes)
{
    auto *edit = new QLineEdit;
    FormField field(QStringLiteral("Name"), edit, nullptr);
    field.setHelp(QStringLiteral("help"));
    field.setFault(QStringLiteral("wrong"));
    EXPECT_TRUE(hasFieldFault(edit));
    EXPECT_EQ(edit->accessibleDescription(), QStringLiteral("wrong"));
    QTest::keyClicks(edit, QStringLiteral("a"));
    EXPECT_FALSE(hasFieldFault(edit));
    EXPECT_EQ(field.fault(), QString());
}

TEST_F(StyleTest, PasswordStrengthGrowsWithLengthAndKinds)
{
    EXPECT_EQ(StrengthBar::strengthOf({}), 0);
    EXPECT_EQ(StrengthBar::strengthOf(QStringLiteral("abc")), 1);
    EXPECT_EQ(StrengthBar::strengthOf(QStringLiteral("aaaaaaaaaaaaaaaaaaaa")), 1) << "one letter over and over";
    EXPECT_EQ(StrengthBar::strengthOf(QStringLiteral("password")), 2);
    EXPECT_EQ(StrengthBar::strengthOf(QStringLiteral("Pass-word7")), 4);
    EXPECT_EQ(StrengthBar::strengthOf(QStringLiteral("correct horse battery")), 4);
}

TEST_F(StyleTest, ScrollingAPageChangesNothingOnTheWay)
{
    QWidget host;
    QVBoxLayout box(&host);
    QComboBox combo;
    combo.addItems({QStringLiteral("one"), QStringLiteral("two")});
    QTabWidget tabs;
    tabs.addTab(new QWidget, QStringLiteral("first"));
    tabs.addTab(new QWidget, QStringLiteral("second"));
    box.addWidget(&combo);
    box.addWidget(&tabs);
    host.show();
    for (QWidget *under : {static_cast<QWidget *>(&combo), static_cast<QWidget *>(tabs.tabBar())}) {
        QWheelEvent down(QPointF(4, 4), under->mapToGlobal(QPointF(4, 4)), {}, QPoint(0, -120), Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(under, &down);
    }
    EXPECT_EQ(combo.currentIndex(), 0);
    EXPECT_EQ(tabs.currentIndex(), 0);
}

TEST_F(StyleTest, FontsAreFoundInFoldersTheReadableOnesFirst)
{
    QTemporaryDir folder;
    ASSERT_TRUE(QDir(folder.path()).mkpath(QStringLiteral("truetype/dejavu")));
    for (const char *name : {"Abyss.ttf", "truetype/dejavu/DejaVuSans.ttf", "readme.txt", "truetype/Zebra.otf"}) {
        QFile file(folder.filePath(QLatin1String(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    }
    QStringList names;
    for (const QString &path : fontFiles({folder.path(), folder.filePath(QStringLiteral("none"))}))
        names << QFileInfo(path).fileName();
    EXPECT_EQ(names, QStringList({"DejaVuSans.ttf", "Abyss.ttf", "Zebra.otf"}));
    EXPECT_TRUE(ensureFonts()) << "this system has one";
}

TEST_F(StyleTest, TheAppearanceIsKept)
{
    Appearance look;
    look.theme = ThemeMode::Dark;
    look.accent = QColor(0x2e8b57);
    look.density = Density::Compact;
    look.textPercent = 125;
    look.store();
    EXPECT_EQ(Appearance::stored(), look);
    QSettings().setValue(QStringLiteral("appearance/text_percent"), 9000);
    EXPECT_EQ(Appearance::stored().textPercent, 200);
}

TEST_F(StyleTest, ADialogBeginsAtItsFirstFieldWhateverABannerMayOffer)
{
    QDialog dialog;
    auto *box = new QVBoxLayout(&dialog);
    auto *banner = new Banner(&dialog);
    auto *field = new QLineEdit(&dialog);
    auto *button = makeButton(QStringLiteral("Add"), {}, ButtonRole::Primary, &dialog);
    button->setDefault(true);
    for (QWidget *one : {static_cast<QWidget *>(banner), static_cast<QWidget *>(field), static_cast<QWidget *>(button)})
        box->addWidget(one);
    orderTabs(dialog); // then the buttons of the banner are the first
    dialog.show();
    dialog.activateWindow();
    ASSERT_TRUE(waitUntil([&] { return dialog.isActiveWindow(); }));
    EXPECT_TRUE(waitUntil([&] { return field->hasFocus(); }));
}

TEST_F(StyleTest, ALongToastIsReadInSeveralLines)
{
    QWidget host;
    host.resize(1000, 600);
    host.show();
    Toast toast(&host);
    toast.show(QStringLiteral("Saved"));
    const int oneLine = toast.height();
    const QString text = QStringLiteral("a field is no longer there ").repeated(8).trimmed();
    toast.show(text);
    EXPECT_EQ(toast.findChild<QLabel *>()->text(), text);
    EXPECT_GT(toast.height(), oneLine);
    EXPECT_LT(toast.width(), 700);
    toast.show(QStringLiteral("Saved"));
    EXPECT_EQ(toast.height(), oneLine);
    EXPECT_LT(toast.width(), 400);
}

TEST_F(StyleTest, AToastUndoesOnceAndGoes)
{
    QWidget host;
    host.resize(800, 600);
    QLineEdit field(&host); // has the focus: a toast that has it stays
    host.show();
    field.setFocus();
    Toast toast(&host);
    int undone = 0;
    toast.show(QStringLiteral("Deleted"), QStringLiteral("Undo"), [&] { ++undone; });
    EXPECT_TRUE(toast.isVisible());
    EXPECT_TRUE(host.rect().contains(toast.geometry()));
    toast.actionButton()->click();
    toast.actionButton()->click();
    EXPECT_EQ(undone, 1);
    EXPECT_FALSE(toast.isVisible());
    toast.setDuration(20);
    toast.show(QStringLiteral("Saved"));
    EXPECT_TRUE(waitUntil([&] { return !toast.isVisible(); }));
}

} // namespace
} // namespace crm::test
