// Who is called in a text, as it is stored and as it is typed.
#include "core/model/mentions.h"
#include <gtest/gtest.h>

using namespace crm;

namespace {
/// "anna:1-5,..." with a > before what is quoted.
QString typed(const QString &text)
{
    QStringList out;
    for (const TypedLogin &one : typedLoginsIn(text)) {
        EXPECT_EQ(text.mid(one.at, one.size).toLower(), u'@' + one.login);
        out << (one.isQuoted ? QStringLiteral(">") : QString()) + one.login;
    }
    return out.join(u' ');
}
QString stored(const QString &text)
{
    QStringList out;
    for (const Mention &one : mentionsIn(text))
        out << (one.isQuoted ? QStringLiteral(">") : QString()) + QStringLiteral("%1=%2").arg(one.name).arg(one.person);
    return out.join(u' ');
}
} // namespace

TEST(Mentions, ALoginIsTypedAfterASignThatIsPartOfNoAddress)
{
    EXPECT_EQ(typed("@anna, please. And @Boris.Ivanov! (@vera-k)"), "anna boris.ivanov vera-k");
    EXPECT_EQ(typed("Ask @anna."), "anna");
    EXPECT_EQ(typed("@anna"), "anna");
    for (const char *none :
         {"a@b", "info@anna.example", "a.@b", "x+@anna", "https://t.me/@anna", "@@anna", "@anna@host", "\\@anna",
          "@ anna", "@", "[@anna](https://example.com)", "[@Anna](mention:5)"})
        EXPECT_EQ(typed(none), "") << none;
    const QString cyrillic = QString::fromUtf8("\xd1\x8f"); // ya
    EXPECT_EQ(typed("@anna" + cyrillic), "") << "no login goes on like that";
    EXPECT_EQ(typed(cyrillic + "@anna"), "");
    EXPECT_EQ(typed(cyrillic + " @anna " + cyrillic), "anna");
}

TEST(Mentions, CodeCallsNobodyAndQuotesAreMarked)
{
    EXPECT_EQ(typed("`@anna` and ``a ` @anna`` but @boris"), "boris");
    EXPECT_EQ(typed("a ` alone @anna"), "anna");
    EXPECT_EQ(typed("```\n@anna\n```\n@boris\n~~~ c\n@anna\n```\n@anna"), "boris");
    EXPECT_EQ(typed("a `open\n\n@anna` b"), "anna") << "code ends with its paragraph";
    EXPECT_EQ(typed("> @anna said\n@boris\n  > @vera"), ">anna boris >vera");
    EXPECT_EQ(stored("> [@Anna](mention:1)\n\n[@Boris](mention:2) `[@Vera](mention:3)`"), ">Anna=1 Boris=2");
}

TEST(Mentions, ALinkHoldsAnyName)
{
    for (const QString &name :
         {QStringLiteral("Anna Petrova"), QStringLiteral("O\\Neil [the \"real\"] *one* _x_ `y` <b>"),
          QString::fromUtf8("\xd7\x90\xd7\xa0\xd7\x94"), QStringLiteral("]("), QStringLiteral(")")}) {
        const QString link = mentionLink(name, 1234567890123456789);
        EXPECT_EQ(stored("a " + link + " b"), name + "=1234567890123456789") << link.toStdString();
        EXPECT_EQ(withoutMentionLinks("a " + link + ", b"), "a @" + name + ", b");
        EXPECT_EQ(typed(link), "") << link.toStdString();
    }
    for (const char *none : {"[@Anna](mention:0)", "[@Anna](mention:-1)", "[@Anna](mention:x)", "[Anna](mention:1)",
                             "\\[@Anna](mention:1)", "[@Anna] (mention:1)", "[@Anna](mention:9999999999999999999)"}) {
        EXPECT_EQ(stored(none), "") << none;
        EXPECT_EQ(withoutMentionLinks(none), none);
    }
    EXPECT_EQ(mentionedBy("mention:12"), 12);
    EXPECT_EQ(mentionedBy("https://mention:12"), 0);
}

TEST(Mentions, NamesAreThoseOfToday)
{
    const QString text = "[@Anna](mention:1) and [@Boris](mention:2) and `[@Anna](mention:1)`";
    EXPECT_EQ(withMentionedNames(text, [](Id id) { return id == 1 ? QStringLiteral("Anna [B]") : QString(); }),
              "[@Anna \\[B\\]](mention:1) and @Boris and `[@Anna](mention:1)`");
}
