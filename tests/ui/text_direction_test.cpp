// What is written keeps its order in a layout that runs from right to left.
#include "tests/ui/shell_fixture.h"
#include "ui/dashboard/card_grid.h"
#include "ui/records/flow_layout.h"
#include "ui/style/text_direction.h"
#include <QPushButton>
#include <QStyle>

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

TEST_F(TextDirection, WhatFlowsAndWhatStandsInCardsBeginsAtTheRight)
{
    using Make = QLayout *(*)(QWidget *);
    const auto arranged = [](Make make, Qt::LayoutDirection direction) {
        QWidget page;
        page.setLayoutDirection(direction);
        QLayout *layout = make(&page);
        for (int i = 0; i < 3; ++i)
            layout->addWidget(new QPushButton(QStringLiteral("part"), &page));
        page.resize(700, 200);
        page.show();
        layout->activate();
        QList<QRect> places;
        for (int i = 0; i < 3; ++i)
            places << layout->itemAt(i)->geometry();
        return places;
    };
    const Make kinds[] = {
        [](QWidget *page) -> QLayout * { return new FlowLayout(page); },
        [](QWidget *page) -> QLayout * { return new CardGrid(180, 8, page); },
    };
    for (const Make kind : kinds) {
        const QList<QRect> there = arranged(kind, Qt::LeftToRight), mirror = arranged(kind, Qt::RightToLeft);
        EXPECT_LT(there[0].left(), there[1].left());
        for (int i = 0; i < 3; ++i)
            EXPECT_EQ(mirror[i], QStyle::visualRect(Qt::RightToLeft, QRect(0, 0, 700, 200), there[i]));
    }
}
