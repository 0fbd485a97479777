// What full-text search stores and looks for.
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/store/search_text.h"
#include <gtest/gtest.h>

using namespace crm;
using crm::modules::label;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

QString match(const char *text) { return matchExpression(searchTerms(QString::fromUtf8(text))); }

/// Whether a search for the words finds the stored text, by the definition of a term.
bool finds(const QString &stored, const QString &words)
{
    for (const SearchTerm &term : searchTerms(words)) {
        bool any = false;
        for (const QString &phrase : term.phrases)
            any = any || stored.contains(phrase);
        if (!any)
            return false;
    }
    return true;
}
} // namespace

TEST(SearchTerms, LongWordsAreFoundAnywhereShortOnesAtTheBeginning)
{
    EXPECT_EQ(match("Acme"), "\"acme\""_s);
    EXPECT_EQ(match("ac LTD"), "\" ac\" AND \"ltd\""_s);
    EXPECT_EQ(match("a"), QString()) << "two characters with the blank: nothing for a trigram index";
    EXPECT_FALSE(searchTerms("a"_s).first().isIndexable());
    EXPECT_EQ(match("\xD0\x81\xD0\xB6\xD0\xB8\xD0\xBA"),
              "\"\xD0\xB5\xD0\xB6\xD0\xB8\xD0\xBA\""_s); // the letter yo is folded
    EXPECT_FALSE(searchTerms("\xF0\x9F\x98\x80"
                             "a"_s)
                     .first()
                     .phrases.first()
                     .isEmpty());
}

TEST(SearchTerms, IgnoreQuotesAndBrackets)
{
    EXPECT_EQ(match("\xC2\xAB"
                    "Acme\xC2\xBB (Ltd)"),
              "\"acme\" AND \"ltd\""_s);
    EXPECT_TRUE(searchTerms(" \"' () "_s).isEmpty());
    EXPECT_TRUE(searchTerms("- / +"_s).isEmpty());
}

TEST(SearchTerms, AnEmojiIsAWordThatTheIndexFinds)
{
    const QString party = QString::fromUcs4(U"\U0001F389"), cake = QString::fromUcs4(U"\U0001F382");
    EXPECT_TRUE(searchTerms(party).first().isIndexable());
    for (const QString &typed : {party + cake, party + u' ' + cake, party + QChar(0x200D) + cake + QChar(0xFE0F)})
        EXPECT_EQ(match(typed.toUtf8()), match((party + cake).toUtf8()));
    EXPECT_EQ(searchTerms("a"_s + party + "b"_s).size(), 3);
    EXPECT_TRUE(searchFold("x"_s + party + cake).contains(searchFold(cake))) << "a filter may look here for candidates";
    EXPECT_EQ(searchFold(QString(QChar(0x2116)) + u'5'), "no5"_s) << "a number sign is no picture";
}

TEST(SearchTerms, APhoneIsOneNumberHoweverItIsWritten)
{
    for (const char *typed : {"+7 (912) 345-67-89", "8 912 345 67 89", "79123456789", "8(912)3456789", "9123456789"})
        EXPECT_EQ(searchTerms(QLatin1String(typed)).first().phrases.first(), "9123456789"_s) << typed;
    EXPECT_EQ(searchTerms("+7 (912)"_s).first().phrases.first(), "7912"_s);
    EXPECT_EQ(searchTerms("2024 15"_s).size(), 2) << "two numbers, no phone";
    EXPECT_EQ(searchTerms("INV-0042"_s).first().phrases, QStringList{"inv-0042"_s});
    EXPECT_EQ(searchTerms("Ivan 912-34 Omsk"_s).size(), 3);
}

TEST(SearchText, HoldsWhatIsSearchable)
{
    Registry registry;
    registry.addArea("test"_s, label("Test"));
    registry.add(Entity("firms"_s, label("Firm"), label("Firms"))
                     .area("test"_s)
                     .title("name"_s)
                     .fields({text("name"_s, label("Name"), 80).searchable(), text("secret"_s, label("Secret"), 80),
                              phone("phone"_s, label("Phone")).searchable()}));
    registry.seal();
    Record firm(registry.at("firms"_s));
    EXPECT_EQ(searchText(firm), QString());
    firm.set("name"_s, "\xC2\xAB"
                       "Acme\xC2\xBB  LTD"_s);
    firm.set("secret"_s, "hidden"_s);
    firm.set("phone"_s, "+7 (912) 345-67-89"_s);
    const QString stored = searchText(firm);
    EXPECT_EQ(stored, " acme ltd +7 912 345-67-89 79123456789"_s);
    for (const char *words : {"acme", "ltd ACM", "ac", "cme", "8 912 345 67 89", "912-345", "345-67-89", "912 acme"})
        EXPECT_TRUE(finds(stored, QLatin1String(words))) << words;
    for (const char *words : {"hidden", "cm", "acme 913", "tl"})
        EXPECT_FALSE(finds(stored, QLatin1String(words))) << words;
}

TEST(TrigramWords, AreDistinctAndHoldNothingThatPartsWords)
{
    EXPECT_EQ(trigramWords(" ab-cd"_s), "_ab ab_ b_c _cd"_s);
    EXPECT_EQ(trigramWords("aaaa"_s), "aaa"_s);
    EXPECT_EQ(trigramWords("ab"_s), QString());
    EXPECT_EQ(trigramWords("\xD0\xB6\xD0\xB5\xD0\xBB\xF0\x9F\x98\x80\x31"_s),
              "\xD0\xB6\xD0\xB5\xD0\xBB \xD0\xB5\xD0\xBB_ \xD0\xBB_1"_s);
    EXPECT_EQ(trigramWords("the"_s), "the_"_s) << "a stop word otherwise";
}

TEST(TrigramWords, ExpressionsAskForTheWordsOfEachTerm)
{
    EXPECT_EQ(trigramExpression(searchTerms("Acme x"_s)), "+acm +cme"_s);
    EXPECT_EQ(trigramExpression(searchTerms("x"_s)), QString());
    EXPECT_EQ(trigramExpression(searchTerms("345-67 abc"_s)), "+((+345 +456 +567) (+345 +45_ +5_6 +_67)) +abc"_s);
}
