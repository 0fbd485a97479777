#include "core/model/amount_words.h"
#include "printers.h"
#include <QHash>
#include <QRegularExpression>
#include <limits>
#include <random>

using namespace crm;

namespace {
using enum GrammaticalCase;
constexpr GrammaticalCase allCases[] = {Nominative, Genitive, Dative, Accusative, Instrumental, Prepositional};

const QLocale &russian()
{
    static const QLocale locale(QLocale::Russian);
    return locale;
}
const QLocale &english()
{
    static const QLocale locale(QLocale::English);
    return locale;
}

QString inRussian(qint64 minor, const QString &currency = u"RUB"_s, const AmountWordsOptions &options = {})
{
    return amountInWords(Money(minor, currency), russian(), options);
}
QString inEnglish(qint64 minor, const QString &currency = u"USD"_s, const AmountWordsOptions &options = {})
{
    return amountInWords(Money(minor, currency), english(), options);
}

/// Reads numbers in words back. It shares nothing with the writer: Russian words are known by patterns of all six
/// cases.
class WordsReader
{
public:
    explicit WordsReader(const QList<std::pair<quint64, QString>> &patterns)
    {
        for (const auto &[value, pattern] : patterns)
            m_patterns.append({value, QRegularExpression(u'^' + pattern + u'$')});
    }

    /// The magnitude; nothing if the words are no number. Words must descend, as a well-formed number does.
    std::optional<quint64> read(const QStringList &words)
    {
        quint64 total = 0, group = 0, ceiling = 1000, scaleCeiling = std::numeric_limits<quint64>::max();
        for (qsizetype i = 0; i < words.size(); ++i) {
            const auto value = valueOf(words.at(i));
            if (!value || (*value == 0 && words.size() > 1))
                return std::nullopt;
            if (*value >= 1000) {
                if (group == 0 || *value >= scaleCeiling)
                    return std::nullopt;
                total += group * *value;
                scaleCeiling = *value;
                group = 0;
                ceiling = 1000;
            } else if (*value == 100 && group > 0 && group < 10 && ceiling != 100) { // English: two hundred
                group *= 100;
                ceiling = 100;
            } else {
                if (*value >= ceiling)
                    return std::nullopt;
                group += *value;
                ceiling = *value >= 100 ? 100 : *value >= 20 ? 10 : 0;
                if (*value < 10 && group < 10)
                    ceiling = 1; // nothing but English "hundred" and scales may follow
            }
        }
        return total + group;
    }

private:
    std::optional<quint64> valueOf(const QString &word)
    {
        if (const auto it = m_known.constFind(word); it != m_known.cend())
            return *it;
        std::optional<quint64> found;
        for (const auto &[value, pattern] : std::as_const(m_patterns)) {
            if (pattern.match(word).hasMatch()) {
                EXPECT_FALSE(found.has_value()) << word.toStdString() << " is two numbers";
                found = value;
            }
        }
        m_known.insert(word, found);
        return found;
    }

    QList<std::pair<quint64, QRegularExpression>> m_patterns;
    QHash<QString, std::optional<quint64>> m_known;
};

WordsReader &russianReader()
{
    static WordsReader reader({{0, u"(ноль|нуля|нулю|нулём|нуле)"_s},
                               {1, u"(один|одна|одно|одну|одного|одной|одному|одним|одном)"_s},
                               {2, u"(два|две|двух|двум|двумя)"_s},
                               {3, u"(три|трёх|трём|тремя)"_s},
                               {4, u"четыр(е|ёх|ём|ьмя)"_s},
                               {5, u"пят(ь|и|ью)"_s},
                               {6, u"шест(ь|и|ью)"_s},
                               {7, u"сем(ь|и|ью)"_s},
                               {8, u"(восемь|восьми|восемью)"_s},
                               {9, u"девят(ь|и|ью)"_s},
                               {10, u"десят(ь|и|ью)"_s},
                               {11, u"одиннадцат(ь|и|ью)"_s},
                               {12, u"двенадцат(ь|и|ью)"_s},
                               {13, u"тринадцат(ь|и|ью)"_s},
                               {14, u"четырнадцат(ь|и|ью)"_s},
                               {15, u"пятнадцат(ь|и|ью)"_s},
                               {16, u"шестнадцат(ь|и|ью)"_s},
                               {17, u"семнадцат(ь|и|ью)"_s},
                               {18, u"восемнадцат(ь|и|ью)"_s},
                               {19, u"девятнадцат(ь|и|ью)"_s},
                               {20, u"двадцат(ь|и|ью)"_s},
                               {30, u"тридцат(ь|и|ью)"_s},
                               {40, u"сорока?"_s},
                               {50, u"(пятьдесят|пятидесяти|пятьюдесятью)"_s},
                               {60, u"(шестьдесят|шестидесяти|шестьюдесятью)"_s},
                               {70, u"(семьдесят|семидесяти|семьюдесятью)"_s},
                               {80, u"(восемьдесят|восьмидесяти|восемьюдесятью)"_s},
                               {90, u"девяност[оа]"_s},
                               {100, u"ст[оа]"_s},
                               {200, u"(двести|двухсот|двумстам|двумястами|двухстах)"_s},
                               {300, u"(триста|трёхсот|трёмстам|тремястами|трёхстах)"_s},
                               {400, u"(четыреста|четырёхсот|четырёмстам|четырьмястами|четырёхстах)"_s},
                               {500, u"(пятьсот|пятисот|пятистам|пятьюстами|пятистах)"_s},
                               {600, u"(шестьсот|шестисот|шестистам|шестьюстами|шестистах)"_s},
                               {700, u"(семьсот|семисот|семистам|семьюстами|семистах)"_s},
                               {800, u"(восемьсот|восьмисот|восьмистам|восемьюстами|восьмистах)"_s},
                               {900, u"(девятьсот|девятисот|девятистам|девятьюстами|девятистах)"_s},
                               {1000, u"тысяч(|а|и|е|у|ей|ам|ами|ах)"_s},
                               {1'000'000, u"миллион(|а|у|ом|е|ов|ам|ами|ах)"_s},
                               {1'000'000'000, u"миллиард(|а|у|ом|е|ов|ам|ами|ах)"_s},
                               {1'000'000'000'000, u"триллион(|а|у|ом|е|ов|ам|ами|ах)"_s},
                               {1'000'000'000'000'000, u"квадриллион(|а|у|ом|е|ов|ам|ами|ах)"_s},
                               {1'000'000'000'000'000'000, u"квинтиллион(|а|у|ом|е|ов|ам|ами|ах)"_s}});
    return reader;
}

WordsReader &englishReader()
{
    static WordsReader reader = [] {
        const QStringList ones = u"zero one two three four five six seven eight nine ten eleven twelve thirteen "
                                 "fourteen fifteen sixteen seventeen eighteen nineteen"_s.split(u' ');
        const QStringList tens = u"twenty thirty forty fifty sixty seventy eighty ninety"_s.split(u' ');
        QList<std::pair<quint64, QString>> all;
        for (qsizetype i = 0; i < ones.size(); ++i)
            all.append({quint64(i), ones.at(i)});
        for (qsizetype i = 0; i < tens.size(); ++i)
            all.append({quint64(i + 2) * 10, tens.at(i)});
        all.append({100, u"hundred"_s});
        quint64 scale = 1000;
        for (const char *name : {"thousand", "million", "billion", "trillion", "quadrillion", "quintillion"}) {
            all.append({scale, QString::fromLatin1(name)});
            scale *= 1000;
        }
        return WordsReader(all);
    }();
    return reader;
}

/// What a number says, its sign included; the text must use single spaces.
std::optional<qint64> readBack(WordsReader &reader, QString text, const QString &minus, bool hyphens)
{
    const bool negative = text.startsWith(minus + u' ');
    if (negative)
        text.remove(0, minus.size() + 1);
    if (hyphens)
        text.replace(u'-', u' ');
    const auto value = reader.read(text.split(u' '));
    if (!value)
        return std::nullopt;
    return qint64(negative ? 0 - *value : *value);
}

/// Numbers of every length, with many zeroes and both ends of the range among them.
qint64 anyNumber(std::mt19937_64 &random)
{
    switch (random() % 20) {
    case 0:
        return std::numeric_limits<qint64>::min();
    case 1:
        return std::numeric_limits<qint64>::max();
    default:
        break;
    }
    qint64 number = 0;
    for (auto groups = random() % 6 + 1; groups > 0; --groups)
        number = number * 1000 + (random() % 3 ? qint64(random() % 1000) : 0);
    return random() % 2 ? number : -number;
}

/// The form of "rouble" that grammar wants after a number, from rules of its own.
QString rouble(int number, GrammaticalCase c)
{
    const QString text = QString::number(number);
    const bool direct = c == Nominative || c == Accusative;
    if (number == 0 || text.endsWith(u"000"))
        return u"рублей"_s;
    const bool teen = text.size() > 1 && text.at(text.size() - 2) == u'1';
    const QChar last = teen ? u'0' : text.back();
    if (last == u'1')
        return QStringList{u"рубль"_s, u"рубля"_s, u"рублю"_s, u"рубль"_s, u"рублём"_s, u"рубле"_s}.at(int(c));
    if (direct)
        return QStringLiteral("234").contains(last) ? u"рубля"_s : u"рублей"_s;
    return QStringList{QString(), u"рублей"_s, u"рублям"_s, QString(), u"рублями"_s, u"рублях"_s}.at(int(c));
}
} // namespace

TEST(AmountWords, AreThoseOfARussianInvoice)
{
    EXPECT_EQ(inRussian(0), u"Ноль рублей 00 копеек"_s);
    EXPECT_EQ(inRussian(101), u"Один рубль 01 копейка"_s);
    EXPECT_EQ(inRussian(202), u"Два рубля 02 копейки"_s);
    EXPECT_EQ(inRussian(505), u"Пять рублей 05 копеек"_s);
    EXPECT_EQ(inRussian(1111), u"Одиннадцать рублей 11 копеек"_s);
    EXPECT_EQ(inRussian(2121), u"Двадцать один рубль 21 копейка"_s);
    EXPECT_EQ(inRussian(111'12), u"Сто одиннадцать рублей 12 копеек"_s);
    EXPECT_EQ(inRussian(1001'00), u"Одна тысяча один рубль 00 копеек"_s);
    EXPECT_EQ(inRussian(1234'56), u"Одна тысяча двести тридцать четыре рубля 56 копеек"_s);
    EXPECT_EQ(inRussian(2000'00), u"Две тысячи рублей 00 копеек"_s);
    EXPECT_EQ(inRussian(11000'00), u"Одиннадцать тысяч рублей 00 копеек"_s);
    EXPECT_EQ(inRussian(21'000'00), u"Двадцать одна тысяча рублей 00 копеек"_s);
    EXPECT_EQ(inRussian(1'000'000'00), u"Один миллион рублей 00 копеек"_s);
    EXPECT_EQ(inRussian(2'002'002'00), u"Два миллиона две тысячи два рубля 00 копеек"_s);
    EXPECT_EQ(inRussian(1'000'000'001'00), u"Один миллиард один рубль 00 копеек"_s);
    EXPECT_EQ(inRussian(5'000'000'000'000'00), u"Пять триллионов рублей 00 копеек"_s);
    EXPECT_EQ(inRussian(-1'50), u"Минус один рубль 50 копеек"_s);
    EXPECT_EQ(inRussian(-50), u"Минус ноль рублей 50 копеек"_s);
}

TEST(AmountWords, AreThoseOfAnEnglishCheque)
{
    EXPECT_EQ(inEnglish(123456), u"One thousand two hundred thirty-four dollars and 56 cents"_s);
    EXPECT_EQ(inEnglish(0), u"Zero dollars and 00 cents"_s);
    EXPECT_EQ(inEnglish(101), u"One dollar and 01 cent"_s);
    EXPECT_EQ(inEnglish(2100), u"Twenty-one dollars and 00 cents"_s);
    EXPECT_EQ(inEnglish(-300'05), u"Minus three hundred dollars and 05 cents"_s);
    EXPECT_EQ(inEnglish(1'000'000'001'00), u"One billion one dollars and 00 cents"_s);
    EXPECT_EQ(inEnglish(101, u"GBP"_s), u"One pound sterling and 01 penny"_s);
    EXPECT_EQ(inEnglish(2002, u"RUB"_s, {.minorInWords = true}), u"Twenty roubles and two kopecks"_s);
    EXPECT_EQ(amountInWords(Money(100, u"EUR"_s), QLocale(QLocale::German)), u"One euro and 00 cents"_s)
        << "other languages have no words of their own";
}

TEST(AmountWords, HaveMinorUnitsInWordsAndNoCapitalWhereAskedFor)
{
    EXPECT_EQ(inRussian(2'21, u"RUB"_s, {.minorInWords = true}), u"Два рубля двадцать одна копейка"_s);
    EXPECT_EQ(inRussian(2'02, u"USD"_s, {.minorInWords = true}), u"Два доллара США два цента"_s);
    EXPECT_EQ(inRussian(2'00, u"RUB"_s, {.minorInWords = true}), u"Два рубля ноль копеек"_s);
    EXPECT_EQ(inRussian(-2'00, u"RUB"_s, {.capital = false}), u"минус два рубля 00 копеек"_s);
    EXPECT_EQ(inEnglish(123456, u"USD"_s, {.minorInWords = true, .capital = false}),
              u"one thousand two hundred thirty-four dollars and fifty-six cents"_s);
}

TEST(AmountWords, AgreeWithTheGenderOfTheCurrency)
{
    EXPECT_EQ(inRussian(2'01, u"UAH"_s), u"Две гривны 01 копейка"_s);
    EXPECT_EQ(inRussian(21'00, u"TRY"_s), u"Двадцать одна турецкая лира 00 курушей"_s);
    EXPECT_EQ(inRussian(22'00, u"TRY"_s), u"Двадцать две турецкие лиры 00 курушей"_s);
    EXPECT_EQ(inRussian(3'00, u"BYN"_s), u"Три белорусских рубля 00 копеек"_s);
    EXPECT_EQ(inRussian(21'00, u"MXN"_s), u"Двадцать одно мексиканское песо 00 сентаво"_s);
    EXPECT_EQ(inRussian(22, u"JPY"_s), u"Двадцать две иены"_s) << "the yen has no minor unit";
    EXPECT_EQ(inEnglish(22, u"JPY"_s), u"Twenty-two yen"_s);
    EXPECT_EQ(inRussian(1'005, u"KWD"_s), u"Один кувейтский динар 005 филсов"_s) << "a thousand fils to the dinar";
    EXPECT_EQ(inRussian(101'02, u"KZT"_s), u"Сто один тенге 02 тиына"_s);
    EXPECT_EQ(inRussian(4'00, u"EUR"_s), u"Четыре евро 00 центов"_s);
    EXPECT_EQ(inRussian(5'00, u"AED"_s), u"Пять дирхамов ОАЭ 00 филсов"_s);
    EXPECT_EQ(numberInWords(1002, russian(), Gender::Neuter), u"одна тысяча два"_s);
    EXPECT_EQ(numberInWords(1, russian(), Gender::Neuter), u"одно"_s);
    EXPECT_EQ(numberInWords(305, english()), u"three hundred five"_s);
}

TEST(AmountWords, StandInEveryCase)
{
    const auto in = [](qint64 minor, GrammaticalCase c, const QString &currency = u"RUB"_s) {
        return inRussian(minor, currency, {.grammaticalCase = c, .capital = false});
    };
    EXPECT_EQ(in(2543'21, Nominative), u"две тысячи пятьсот сорок три рубля 21 копейка"_s);
    EXPECT_EQ(in(2543'21, Genitive), u"двух тысяч пятисот сорока трёх рублей 21 копейки"_s);
    EXPECT_EQ(in(2543'21, Dative), u"двум тысячам пятистам сорока трём рублям 21 копейке"_s);
    EXPECT_EQ(in(2543'21, Accusative), u"две тысячи пятьсот сорок три рубля 21 копейку"_s);
    EXPECT_EQ(in(2543'21, Instrumental), u"двумя тысячами пятьюстами сорока тремя рублями 21 копейкой"_s);
    EXPECT_EQ(in(2543'21, Prepositional), u"двух тысячах пятистах сорока трёх рублях 21 копейке"_s);

    EXPECT_EQ(in(1'001'00, Accusative), u"одну тысячу один рубль 00 копеек"_s);
    EXPECT_EQ(in(1'00, Accusative, u"TRY"_s), u"одну турецкую лиру 00 курушей"_s);
    EXPECT_EQ(in(2'00, Dative, u"TRY"_s), u"двум турецким лирам 00 курушей"_s);
    EXPECT_EQ(in(90'00, Instrumental), u"девяноста рублями 00 копеек"_s);
    EXPECT_EQ(in(880'00, Instrumental), u"восемьюстами восемьюдесятью рублями 00 копеек"_s);
    EXPECT_EQ(in(0, Dative), u"нулю рублей 00 копеек"_s) << "zero governs the genitive";
    EXPECT_EQ(in(2'000'000'00, Dative), u"двум миллионам рублей 00 копеек"_s) << "so does a whole million";
    EXPECT_EQ(in(1'000'00, Instrumental), u"одной тысячей рублей 00 копеек"_s);
    EXPECT_EQ(in(21'00, Prepositional), u"двадцати одном рубле 00 копеек"_s);
}

TEST(AmountWords, NameEveryCurrencyThatTheProgramOffers)
{
    for (const QString &code : Money::knownCurrencies()) {
        for (const QLocale *locale : {&russian(), &english()}) {
            for (const GrammaticalCase c : allCases) {
                for (const qint64 minor : {qint64(0), qint64(101), qint64(202), qint64(505)}) {
                    const QString text = amountInWords(Money(minor, code), *locale, {c, true, true});
                    ASSERT_FALSE(text.contains(code)) << text.toStdString();
                    ASSERT_FALSE(text.contains(u'/') || text.contains(u'|')) << text.toStdString();
                    ASSERT_EQ(text, text.simplified());
                }
            }
        }
    }
}

TEST(AmountWords, FallBackToTheCodeOfAnotherCurrency)
{
    EXPECT_EQ(inRussian(120'50, u"XYZ"_s), u"Сто двадцать XYZ 50/100"_s);
    EXPECT_EQ(inEnglish(120'05, u"XYZ"_s), u"One hundred twenty XYZ and 05/100"_s);
    EXPECT_EQ(inEnglish(100, {}), u"One and 00/100"_s);
}

TEST(AmountWords, WantTheRightFormOfTheNounAfterEveryNumber)
{
    for (int number = 0; number <= 12'000; ++number) {
        for (const GrammaticalCase c : allCases) {
            const QString text = inRussian(number * 100, u"RUB"_s, {.grammaticalCase = c});
            const QString noun = text.section(u' ', -3, -3); // "... roubles 00 kopecks"
            ASSERT_EQ(noun, rouble(number, c)) << text.toStdString();
        }
    }
}

TEST(AmountWords, ReadBackAsTheNumberTheyWereWrittenFrom)
{
    std::mt19937_64 random(11);
    constexpr Gender genders[] = {Gender::Masculine, Gender::Feminine, Gender::Neuter};
    for (int i = 0; i < 60'000; ++i) {
        const qint64 number = i < 3'000 ? i : anyNumber(random);
        const QString english_ = numberInWords(number, english());
        ASSERT_EQ(readBack(englishReader(), english_, u"minus"_s, true), number) << english_.toStdString();
        const GrammaticalCase c = allCases[random() % 6];
        const QString text = numberInWords(number, russian(), genders[random() % 3], c);
        ASSERT_EQ(readBack(russianReader(), text, u"минус"_s, false), number) << text.toStdString();
        ASSERT_FALSE(text.contains(u"один тысяч"_s) || text.contains(u"два тысяч"_s)) << text.toStdString();
    }
}

TEST(AmountWords, ReadBackAsTheAmountTheyWereWrittenFrom)
{
    std::mt19937_64 random(12);
    static const QRegularExpression shape(u"^(.+) рубл\\S+ (\\d\\d) копе\\S+$"_s);
    for (int i = 0; i < 20'000; ++i) {
        const qint64 minor = anyNumber(random);
        const GrammaticalCase c = allCases[random() % 6];
        const QString text = inRussian(minor, u"RUB"_s, {.grammaticalCase = c, .capital = false});
        const auto match = shape.match(text);
        ASSERT_TRUE(match.hasMatch()) << text.toStdString();
        QString whole = match.captured(1);
        const bool negative = whole.startsWith(u"минус "_s);
        const auto roubles = russianReader().read(whole.remove(0, negative ? 6 : 0).split(u' '));
        ASSERT_TRUE(roubles) << text.toStdString();
        const quint64 read = *roubles * 100 + match.captured(2).toULongLong();
        ASSERT_EQ(qint64(negative ? 0 - read : read), minor) << text.toStdString();
    }
}
