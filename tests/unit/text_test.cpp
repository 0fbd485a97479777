#include "core/model/text.h"
#include "printers.h"
#include <QElapsedTimer>
#include <random>

using namespace crm;

TEST(Fold, IgnoresCaseAndWhiteSpace)
{
    EXPECT_EQ(fold(u"  Alfreds   FUTTERKISTE \n"_s), u"alfreds futterkiste"_s);
    EXPECT_EQ(fold(u"A\u00A0B"_s), u"a b"_s);
    EXPECT_EQ(fold({}), QString());
}

TEST(Fold, TakesIoAsIeAndKeepsShortI)
{
    EXPECT_EQ(fold(u"Жёлтый ЁЖ"_s), u"желтый еж"_s);
    EXPECT_EQ(fold(u"\u0415\u0308ж"_s), u"еж"_s) << "decomposed";
    EXPECT_EQ(fold(u"ЙОД"_s), u"йод"_s);
    EXPECT_EQ(fold(u"\u0418\u0306од"_s), u"йод"_s) << "decomposed";
    EXPECT_NE(fold(u"й"_s), fold(u"и"_s));
    EXPECT_EQ(fold(u"Київ"_s), u"київ"_s);
    EXPECT_NE(fold(u"ї"_s), fold(u"і"_s));
    EXPECT_EQ(fold(u"за\u0301мок"_s), u"замок"_s) << "a stress mark";
}

TEST(Fold, DropsLatinAndGreekAccents)
{
    EXPECT_EQ(fold(u"Avda. de la Constitución"_s), u"avda. de la constitucion"_s);
    EXPECT_EQ(fold(u"Øre, Łódź, Đurić, Æsir, Œuvre, Straße"_s), u"ore, lodz, duric, aesir, oeuvre, strasse"_s);
    EXPECT_EQ(fold(u"STRASSE"_s), fold(u"Straße"_s));
    EXPECT_EQ(fold(u"Αθήνα"_s), fold(u"ΑΘΗΝΑ"_s));
    EXPECT_EQ(fold(u"Phở"_s), u"pho"_s);
}

TEST(Fold, TakesEveryTurkishIForTheSame)
{
    for (const QString &spelled : {u"Isparta"_s, u"ISPARTA"_s, u"\u0131sparta"_s, u"\u0130SPARTA"_s})
        EXPECT_EQ(fold(spelled), u"isparta"_s);
}

TEST(Fold, LeavesOtherScriptsReadable)
{
    EXPECT_EQ(fold(u"თბილისი"_s), u"თბილისი"_s);
    EXPECT_EQ(fold(u"ᲗᲑᲘᲚᲘᲡᲘ"_s), u"თბილისი"_s) << "Georgian capitals";
    EXPECT_NE(fold(u"हिन्दी"_s), fold(u"हनद"_s)) << "vowel signs are part of the word";
    EXPECT_NE(fold(u"か"_s), fold(u"が"_s));
    EXPECT_EQ(fold(u"ＡＢＣ"_s), u"abc"_s) << "full-width letters";
    EXPECT_EQ(fold(u"™"_s), u"tm"_s);
}

TEST(Fold, KeepsEmojiAndRightToLeft)
{
    EXPECT_EQ(fold(u"🚀 Проект"_s), u"🚀 проект"_s);
    EXPECT_EQ(fold(u"👩‍👩‍👧"_s), u"👩‍👩‍👧"_s);
    EXPECT_EQ(fold(u"שלום"_s), u"שלום"_s);
    EXPECT_EQ(fold(u"\u200Fשלום\u200E"_s), u"שלום"_s) << "direction marks are invisible";
    EXPECT_EQ(fold(u"co\u00ADope\u200Bration"_s), u"cooperation"_s);
}

TEST(Fold, FoldingTwiceChangesNothing)
{
    std::mt19937_64 random(20261122);
    std::uniform_int_distribution<int> code(1, 0xFFFF), length(0, 40);
    for (int round = 0; round < 3000; ++round) {
        QString s;
        for (int i = length(random); i > 0; --i) {
            const QChar c(static_cast<char16_t>(code(random)));
            if (!c.isSurrogate())
                s += c;
        }
        const QString once = fold(s);
        ASSERT_EQ(fold(once), once) << s.toStdString();
        ASSERT_EQ(fold(s.toUpper().toLower()), fold(s.toLower().toUpper().toLower())) << s.toStdString();
    }
}

TEST(Fold, LongTextTakesLinearTime)
{
    const auto msFor = [](int n) {
        const QString text = QStringLiteral("\u0416\u0451\u043b\u0442\u044b\u0439 \u00e9 ").repeated(n / 9);
        QElapsedTimer timer;
        timer.start();
        const QString folded = fold(text);
        EXPECT_EQ(folded.size(), text.size() - 1);
        return timer.nsecsElapsed() / 1e6;
    };
    msFor(1000);
    EXPECT_LT(msFor(100'000), 2000.0);
}

TEST(Digits, AreTakenFromPhonesOfAnyShape)
{
    EXPECT_EQ(digitsOnly(u"+7 (912) 345-67-89"_s), u"79123456789"_s);
    EXPECT_EQ(digitsOnly(u"\u0660\u0661\u0662"_s), u"012"_s) << "Arabic digits";
    EXPECT_EQ(digitsOnly(u"none"_s), QString());
}

TEST(Identifier, IsWhatMayReachSqlAsAName)
{
    for (const QString &good : {u"a"_s, u"clients"_s, u"order_lines2"_s, QString(48, u'a')})
        EXPECT_TRUE(isIdentifier(good)) << good.toStdString();
    for (const QString &bad :
         {u""_s, u"A"_s, u"1a"_s, u"_a"_s, u"a b"_s, u"a;"_s, u"a`"_s, u"имя"_s, u"é"_s, QString(49, u'a')})
        EXPECT_FALSE(isIdentifier(bad)) << bad.toStdString();
}
