// Too much, too large, too small a screen: words, nothing lost, nothing frozen.
#include "tests/stories/story.h"
#include "ui/records/record_form.h"
#include "ui/style/style.h"
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>

using namespace crm;
using namespace crm::test;

namespace {
class HardStories : public Story
{};
} // namespace

TEST_F(HardStories, AMegabyteIsPasted)
{
    const Id id = made("clients", {{"name", "Roses"}});
    const QString megabyte(1024 * 1024, u'x');
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.goesInto("city");
    anna.pastes(megabyte);
    const QString city = qobject_cast<QLineEdit *>(&anna.control("city"))->text();
    EXPECT_LE(city.size(), 200) << "a line takes what fits";
    anna.goesInto("note");
    anna.pastes(megabyte);
    anna.presses(Qt::Key_S, Qt::ControlModifier);
    EXPECT_SOON(anna.record().isIdle() && (!anna.record().hasUnsavedChanges() || !anna.faultAt("note").isEmpty()));
    if (anna.record().hasUnsavedChanges()) { // refused in words; what was pasted is still there
        EXPECT_EQ(anna.record().document().document().value("note").toString().size(), megabyte.size());
        anna.fills("note", "short");
        anna.saves();
        EXPECT_EQ(text("clients", id, "note"), "short");
    } else {
        EXPECT_EQ(text("clients", id, "note").size(), megabyte.size());
    }
    EXPECT_EQ(text("clients", id, "city"), city);
}

TEST_F(HardStories, AmongFiveThousandLabelsOneIsFound)
{
    const Id id = made("clients", {{"name", "Roses"}});
    const IdList labels = madeMany("labels", 5000, [](int i) {
        return QVariantMap{{"name", QStringLiteral("Label %1").arg(i)}};
    });
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.goesInto("labels");
    anna.picks("Label 4321", "Label 4321");
    anna.saves();
    EXPECT_EQ(stored("clients", id).head().ids("labels"), IdList{labels[4321]});
    anna.opensList("Clients");
    anna.filters("labels = 'Label 4321'");
    EXPECT_SOON(anna.titles() == QStringList{"Roses"});
}

TEST_F(HardStories, AFormOfThreeHundredFieldsIsFilled)
{
    madeMany("custom_fields", 300, [](int i) {
        return QVariantMap{{"entity", "clients"},
                           {"label", QStringLiteral("More %1").arg(i)},
                           {"key", QStringLiteral("more_%1").arg(i)},
                           {"kind", i % 3 == 0 ? "date" : "text"}};
    });
    looksAnew();
    ASSERT_EQ(count("custom_fields"), 300);
    ASSERT_TRUE(eye().catalog()->at("clients").field("more_298"));
    const Id id = made("clients", {{"name", "Roses"}});
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.fills("more_298", "last but one");
    anna.fills("more_297", "2027-03-08");
    anna.saves();
    EXPECT_EQ(text("clients", id, "more_298"), "last but one");
    EXPECT_EQ(value("clients", id, "more_297").toDate(), QDate(2027, 3, 8));
    EXPECT_TRUE(value("clients", id, "more_1").isNull());
}

TEST_F(HardStories, AFileThatIsFarTooLargeIsRefusedInWords)
{
    made("clients", {{"name", "Roses"}});
    QFile huge(path("huge.bin"));
    ASSERT_TRUE(huge.open(QIODevice::WriteOnly) && huge.resize(qint64(20) << 30)); // sparse: it takes no room
    huge.close();
    Person &anna = comes("anna");
    anna.opensRecord("Roses");
    anna.clicksTab("Files");
    Prompts::setNextFile(huge.fileName());
    anna.clicks("Add files...");
    EXPECT_SOON(anna.window().banner().isVisible() && anna.window().banner().text().contains("huge.bin"));
    EXPECT_EQ(count("files"), 0);
    Prompts::setNextFile(file("small.txt", "small"));
    anna.clicks("Add files...");
    EXPECT_SOON(count("files", "name = 'small.txt'") == 1) << "the panel goes on";
}

TEST_F(HardStories, OnASmallScreenWithTheLargestTypeEverythingIsReached)
{
    Appearance large;
    large.textPercent = 200;
    applyAppearance(large);
    const auto back = qScopeGuard([] { applyAppearance({}); });
    Person &anna = comes("anna");
    anna.window().resize(1024, 600);
    QCoreApplication::processEvents();
    EXPECT_LE(anna.window().width(), 1024);
    EXPECT_LE(anna.window().height(), 600);
    anna.opensList("Clients");
    const auto inSight = [&](const QWidget &widget) {
        return anna.window().rect().contains(QRect(widget.mapTo(&anna.window(), QPoint(0, 0)), widget.size()));
    };
    QAbstractButton *add = anna.button("New: Client", &anna.list());
    ASSERT_TRUE(add);
    EXPECT_TRUE(inSight(*add));
    anna.clicks(*add);
    anna.waits();
    anna.fills("name", "Roses");
    for (int i = 0; i < 60 && QApplication::focusWidget() != &anna.control("vat_number"); ++i)
        anna.presses(Qt::Key_Tab);
    EXPECT_TRUE(inSight(anna.control("vat_number"))) << "the form scrolls to where one types";
    anna.types("77");
    QAbstractButton *save = anna.button("Save", &anna.page());
    ASSERT_TRUE(save);
    EXPECT_TRUE(inSight(*save));
    anna.clicks(*save);
    EXPECT_SOON(count("clients", "vat_number = '77'") == 1);
}
