// What is written keeps its order in a layout that runs from right to left.
#include "tests/ui/shell_fixture.h"
#include "ui/style/text_direction.h"

using namespace crm;
using namespace crm::test;

namespace {

class TextDirection : public SettingsTest
{
protected:
    void TearDown() override
    {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        SettingsTest::TearDown();
    }
};

} // namespace

TEST_F(TextDirection, MarksAreForWhatRunsAgainstTheLayoutAlone)
{
    const QString phone = QStringLiteral("+7 (343)"), arabic = QStringLiteral("\u0627\u0628");
    EXPECT_EQ(isolated(phone), phone);
    EXPECT_EQ(isolated(arabic), QChar(0x2068) + arabic + QChar(0x2069));
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(isolated(arabic), arabic);
    EXPECT_EQ(isolated(QString()), QString());
    EXPECT_EQ(isolated(QStringLiteral("a\n\nb")), QStringLiteral("\u2068a\u2069\n\n\u2068b\u2069"))
        << "a mark holds to the end of its paragraph";
}
