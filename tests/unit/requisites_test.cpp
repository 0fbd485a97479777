#include "core/model/requisites.h"
#include "printers.h"
#include <functional>
#include <random>

using namespace crm;

namespace {
using Check = std::function<bool(const QString &)>;

bool isInn(const QString &text) { return innFault(text).isEmpty(); }
bool isOgrn(const QString &text) { return ogrnFault(text).isEmpty(); }
bool isOkpo(const QString &text) { return okpoFault(text).isEmpty(); }

QString anyDigits(std::mt19937_64 &random, int length)
{
    QString text;
    for (int i = 0; i < length; ++i)
        text += QChar(u'0' + char16_t(random() % 10));
    return text;
}

/// A number that passes: random digits behind a start, with the last `checked` digits searched for.
QString anyValid(std::mt19937_64 &random, const QString &start, int length, int checked, const Check &isValid)
{
    for (;;) {
        const QString head = start + anyDigits(random, length - checked - int(start.size()));
        for (int tail = 0; tail < (checked == 1 ? 10 : 100); ++tail) {
            const QString text = head + QString::number(tail).rightJustified(checked, u'0');
            if (isValid(text))
                return text;
        }
    }
}

/// Every number that differs in one digit.
QStringList withOneOtherDigit(const QString &text)
{
    QStringList out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        for (char16_t c = u'0'; c <= u'9'; ++c) {
            QString other = text;
            other[i] = c;
            if (other != text)
                out << other;
        }
    }
    return out;
}

/// The remainder that an INN of ten digits takes its check digit from.
int innRemainder(const QString &inn)
{
    const int weights[] = {2, 4, 10, 3, 5, 9, 4, 6, 8};
    int sum = 0;
    for (int i = 0; i < 9; ++i)
        sum += weights[i] * inn.at(i).digitValue();
    return sum % 11;
}
} // namespace

TEST(Requisites, OfRealCompaniesAreFine)
{
    struct Company
    {
        const char *inn, *ogrn, *okpo;
    };
    const Company companies[] = {{"7707083893", "1027700132195", "00032537"},  // Sberbank
                                 {"7736050003", "1027700070518", "00040778"},  // Gazprom
                                 {"7736207543", "1027700229193", "55187675"},  // Yandex
                                 {"7706107510", "1027700043502", "00044428"},  // Rosneft
                                 {"7708004767", "1027700035769", "00044434"},  // Lukoil
                                 {"7708503727", "1037739877295", "00083262"}}; // Russian Railways
    for (const Company &c : companies) {
        EXPECT_EQ(innFault(QString::fromLatin1(c.inn), PartyKind::Company), QString());
        EXPECT_EQ(ogrnFault(QString::fromLatin1(c.ogrn), PartyKind::Company), QString());
        EXPECT_EQ(okpoFault(QString::fromLatin1(c.okpo), PartyKind::Company), QString());
    }
    EXPECT_EQ(innFault(u"500100732259"_s, PartyKind::Person), QString()) << "the tax service's own example";
    EXPECT_EQ(ogrnFault(u"304500116000157"_s, PartyKind::Person), QString());
    EXPECT_EQ(okpoFault(u"0164667059"_s, PartyKind::Person), QString());
    for (const char *kpp : {"773601001", "997950001", "7736AZ001"})
        EXPECT_EQ(kppFault(QString::fromLatin1(kpp)), QString());
}

TEST(Requisites, OfRealBanksFitTheirBic)
{
    for (const auto &[bic, account] :
         QList<std::pair<QString, QString>>{{u"044525225"_s, u"30101810400000000225"_s}, // Sberbank
                                            {u"044525187"_s, u"30101810700000000187"_s}, // VTB
                                            {u"044525974"_s, u"30101810145250000974"_s}, // T-Bank
                                            {u"044525593"_s, u"30101810200000000593"_s}, // Alfa-Bank
                                            {u"044525700"_s, u"30101810200000000700"_s}, // Raiffeisenbank
                                            {u"044030790"_s, u"30101810900000000790"_s}, // Bank Saint Petersburg
                                            {u"049805746"_s, u"30101810800000000746"_s}, // the example of procedure 515
                                            {u"004525988"_s, u"40102810545370000003"_s}, // treasury, Moscow
                                            {u"014030106"_s, u"40102810945370000005"_s}, // Saint Petersburg
                                            {u"017003983"_s, u"40102810445370000059"_s}}) { // Tula
        EXPECT_EQ(bicFault(bic), QString());
        EXPECT_EQ(correspondentAccountFault(account, bic), QString()) << account.toStdString();
    }
    EXPECT_EQ(accountFault(u"40602810700000000025"_s, u"049805746"_s), QString()) << "the example of procedure 515";
    EXPECT_EQ(accountFault(u"40703810890480000101"_s, u"044030790"_s), QString()) << "a foundation's, as published";
    EXPECT_EQ(accountFault(u"03100643000000017300"_s, u"004525988"_s), QString()) << "of the treasury: form only";
}

TEST(Requisites, MayBeGroupedByHand)
{
    EXPECT_EQ(compactRequisite(u" 77 07\u00A0083-893\u2013"_s), u"7707083893"_s);
    EXPECT_EQ(innFault(u"7707 083 893"_s), QString());
    EXPECT_EQ(accountFault(u"40703 810 8 9048 0000101"_s, u"04 40 30 790"_s), QString());
    EXPECT_EQ(accountFault(u"40703.810.8.90480000101"_s, u"044030790"_s), QString());
    EXPECT_EQ(kppFault(u"7736-01-001"_s), QString());
}

TEST(Requisites, AreNoFaultWhereEmpty)
{
    EXPECT_EQ(innFault({}), QString());
    EXPECT_EQ(kppFault({}), QString());
    EXPECT_EQ(ogrnFault({}), QString());
    EXPECT_EQ(bicFault({}), QString());
    EXPECT_EQ(accountFault({}, u"044525225"_s), QString());
    EXPECT_EQ(correspondentAccountFault({}, u"044525225"_s), QString());
    EXPECT_EQ(okpoFault({}), QString());
    EXPECT_NE(innFault(u" - "_s), QString());
}

TEST(Requisites, SayWhatIsWrong)
{
    const QString digits = u"only digits may stand here."_s;
    EXPECT_EQ(innFault(u"77O7083893"_s), digits);
    EXPECT_EQ(innFault(u"7707083893/773601001"_s), digits);
    EXPECT_EQ(innFault(u"٧٧٠٧٠٨٣٨٩٣"_s), digits) << "digits of another script";
    EXPECT_EQ(innFault(u"770708389"_s), u"it must have 10 digits for a company or 12 for a person, not 9."_s);
    EXPECT_EQ(innFault(u"500100732259"_s, PartyKind::Company), u"it must have 10 digits, not 12."_s);
    EXPECT_EQ(innFault(u"7707083893"_s, PartyKind::Person), u"it must have 12 digits, not 10."_s);
    EXPECT_EQ(innFault(u"0000000000"_s), u"a number of zeroes only is never given out."_s);
    EXPECT_TRUE(innFault(u"7707083839"_s).startsWith(u"the check digit does not fit")) << "the last two swapped";
    EXPECT_EQ(kppFault(u"77360100"_s), u"“77360100” is no KPP. It has nine signs, like 773601001."_s);
    for (const QString &kpp : {u"7736a1001"_s, u"773601O01"_s, u"000000000"_s, u"А736010010"_s})
        EXPECT_NE(kppFault(kpp), QString()) << kpp.toStdString();
    EXPECT_TRUE(ogrnFault(u"2027700132194"_s).startsWith(u"an OGRN begins with 1 or 5"));
    EXPECT_TRUE(ogrnFault(u"404500116000157"_s).startsWith(u"an OGRNIP begins with 3"));
    EXPECT_EQ(bicFault(u"04452522"_s), u"it must have 9 digits, not 8."_s);
    EXPECT_EQ(bicFault(u"144525225"_s), u"a BIC begins with 04, that of a treasury body with 00 or 01."_s);
    EXPECT_EQ(bicFault(u"054525225"_s), bicFault(u"144525225"_s));
    EXPECT_EQ(accountFault(u"40602810700000000025"_s, u"044525187"_s),
              u"the account does not fit the BIC 044525187: a digit of one of the two is wrong."_s);
    EXPECT_EQ(accountFault(u"4060281070000000002"_s, u"049805746"_s), u"it must have 20 digits, not 19."_s);
    EXPECT_EQ(correspondentAccountFault(u"40702810400000000225"_s, u"044525225"_s),
              u"a correspondent account begins with 301, the account of a treasury body with 40102."_s);
    EXPECT_EQ(correspondentAccountFault(u"30101810700000000187"_s, u"044525225"_s),
              u"the correspondent account of the bank with the BIC 044525225 ends with 225."_s);
    EXPECT_EQ(okpoFault(u"000325371"_s), u"it must have 8 digits for a company or 10 for a person, not 9."_s);
}

TEST(Requisites, CheckTheFormOfAnAccountWhereTheBicIsMissingOrWrong)
{
    for (const QString &bic : {QString(), u"044525"_s, u"144525225"_s}) {
        EXPECT_EQ(accountFault(u"40602810700000000025"_s, bic), QString());
        EXPECT_NE(accountFault(u"4060281070000000002"_s, bic), QString());
        EXPECT_EQ(correspondentAccountFault(u"30101810400000000225"_s, bic), QString());
        EXPECT_NE(correspondentAccountFault(u"40602810700000000025"_s, bic), QString());
    }
}

TEST(Requisites, InnOfACompanyShowsEveryWrongDigitButBetweenTheRemaindersZeroAndTen)
{
    std::mt19937_64 random(31);
    int unseen = 0;
    for (int i = 0; i < 3000; ++i) {
        const QString inn = anyValid(random, {}, 10, 1, isInn);
        for (const QString &other : withOneOtherDigit(inn)) {
            const int a = innRemainder(inn), b = innRemainder(other);
            const bool alike = inn.back() == other.back() && ((a == 0 && b == 10) || (a == 10 && b == 0));
            ASSERT_EQ(isInn(other), alike) << inn.toStdString() << " and " << other.toStdString();
            unseen += alike;
        }
    }
    EXPECT_GT(unseen, 0) << "the exception exists";
}

TEST(Requisites, InnOfAPersonShowsEveryWrongDigit)
{
    std::mt19937_64 random(32);
    for (int i = 0; i < 3000; ++i) {
        const QString inn = anyValid(random, {}, 12, 2, isInn);
        ASSERT_EQ(withInnCheckDigits(inn.left(10)), inn);
        for (const QString &other : withOneOtherDigit(inn))
            ASSERT_FALSE(isInn(other)) << inn.toStdString() << " and " << other.toStdString();
    }
}

TEST(Requisites, OgrnShowsEveryWrongDigitButBetweenRemaindersWithOneLastDigit)
{
    std::mt19937_64 random(33);
    int unseen = 0;
    for (int i = 0; i < 4000; ++i) {
        const bool company = i % 2;
        const QString start = company ? (random() % 2 ? u"1"_s : u"5"_s) : u"3"_s;
        const QString ogrn = anyValid(random, start, company ? 13 : 15, 1, isOgrn);
        const int modulo = company ? 11 : 13;
        for (const QString &other : withOneOtherDigit(ogrn)) {
            const int a = int(ogrn.chopped(1).toLongLong() % modulo), b = int(other.chopped(1).toLongLong() % modulo);
            const bool alike = ogrn.back() == other.back() && a % 10 == b % 10;
            const bool begins = company ? other.front() == u'1' || other.front() == u'5' : other.front() == u'3';
            ASSERT_EQ(isOgrn(other), alike && begins) << ogrn.toStdString() << " and " << other.toStdString();
            ASSERT_TRUE(!alike || std::abs(a - b) == 10);
            unseen += alike && begins;
        }
    }
    EXPECT_GT(unseen, 0) << "the exception exists";
}

TEST(Requisites, AccountShowsEveryWrongDigitOfItsOwn)
{
    std::mt19937_64 random(34);
    for (int i = 0; i < 500; ++i) {
        const QString bic =
            u"04"_s + anyDigits(random, 4) + QString::number(50 + random() % 950).rightJustified(3, u'0');
        const Check fits = [&](const QString &account) { return accountFault(account, bic).isEmpty(); };
        const QString account = anyValid(random, u"407"_s, 20, 1, fits);
        for (const QString &other : withOneOtherDigit(account)) {
            if (other.startsWith(u'0') || other.startsWith(u"301") || other.startsWith(u"40102"))
                continue; // accounts of another kind, with another key
            ASSERT_FALSE(fits(other)) << bic.toStdString() << ' ' << other.toStdString();
        }
        const QString correspondent = anyValid(random, u"30101"_s, 20, 1, [&](const QString &text) {
            return correspondentAccountFault(text.left(17) + bic.right(3), bic).isEmpty();
        });
        const QString valid = correspondent.left(17) + bic.right(3);
        for (const QString &other : withOneOtherDigit(valid))
            ASSERT_FALSE(correspondentAccountFault(other, bic).isEmpty()) << bic.toStdString() << other.toStdString();
    }
}

TEST(Requisites, OkpoShowsEveryWrongDigitUnlessOneNeedsTheSecondRow)
{
    const auto needsSecondRow = [](const QString &okpo) {
        int sum = 0;
        for (int i = 0; i + 1 < okpo.size(); ++i)
            sum += (i + 1) * okpo.at(i).digitValue();
        return sum % 11 == 10;
    };
    std::mt19937_64 random(35);
    int seconds = 0, unseen = 0;
    for (int i = 0; i < 4000; ++i) {
        const QString okpo = anyValid(random, {}, i % 2 ? 8 : 10, 1, isOkpo);
        seconds += needsSecondRow(okpo);
        for (const QString &other : withOneOtherDigit(okpo)) {
            const bool passes = isOkpo(other);
            ASSERT_TRUE(!passes || needsSecondRow(okpo) || needsSecondRow(other))
                << okpo.toStdString() << " and " << other.toStdString();
            unseen += passes;
        }
    }
    EXPECT_GT(seconds, 0);
    EXPECT_GT(unseen, 0) << "the exception exists";
    EXPECT_FALSE(isOkpo(u"00032538"_s));
    const auto valid = [](const QString &head) {
        QString digits;
        for (char16_t c = u'0'; c <= u'9'; ++c) {
            if (isOkpo(head + QChar(c)))
                digits += QChar(c);
        }
        return digits;
    };
    EXPECT_EQ(valid(u"1030000"_s), u"7"_s) << "1 + 9 = 10, so the second row: 3 + 15 = 18";
    EXPECT_EQ(valid(u"0000020"_s), u"1"_s) << "12";
    EXPECT_EQ(valid(u"0000281"_s), u"0"_s) << "10 in both rows";
    EXPECT_EQ(valid(u"103000000"_s), u"7"_s);
    EXPECT_EQ(valid(u"000000006"_s), u"06"_s) << "54, remainder 10; then 6 x 1 or 6 x 11";
}
