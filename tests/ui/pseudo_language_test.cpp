// The made-up language that runs from right to left.
#include "ui/shell/language.h"
#include "ui/shell/pseudo_language.h"
#include <QApplication>
#include <QMenu>
#include <gtest/gtest.h>

using namespace crm;

TEST(PseudoLanguage, KeepsWhatIsNoText)
{
    const QString spoken = PseudoLanguage::spoken(
        QStringLiteral("&Save <b>%1</b> of %n &amp; %L2: see [help](page.md#clients), key `client_id` — 100%"));
    for (const char *kept : {"<b>%1</b>", "%n", "&amp;", "%L2", "](page.md#clients)", "`client_id`", "100%", "— "})
        EXPECT_TRUE(spoken.contains(QString::fromUtf8(kept))) << kept << " in " << spoken.toStdString();
    EXPECT_TRUE(spoken.startsWith(u'&')) << "the mark of a shortcut";
    for (const QChar c : QString(spoken).remove(QStringLiteral("<b>")).remove(QStringLiteral("</b>")).left(6))
        EXPECT_FALSE(c.isLetter() && c.unicode() < 128) << spoken.toStdString();
}

TEST(PseudoLanguage, RunsFromRightToLeftAndIsOfferedToNobody)
{
    EXPECT_FALSE(languages().contains(PseudoLanguage::code()));
    const QString before = currentLanguage();
    setLanguage(PseudoLanguage::code());
    EXPECT_EQ(QApplication::layoutDirection(), Qt::RightToLeft);
    const QString text = QMenu::tr("Save");
    EXPECT_FALSE(text.isEmpty());
    EXPECT_NE(text, QStringLiteral("Save"));
    setLanguage(before);
    EXPECT_EQ(QApplication::layoutDirection(), Qt::LeftToRight);
    EXPECT_EQ(QMenu::tr("Save"), QStringLiteral("Save"));
}
