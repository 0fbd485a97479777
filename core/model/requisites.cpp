#include "core/model/requisites.h"
#include "core/model/check_digits.h"
#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Requisites)
};

constexpr std::array innOfCompany{2, 4, 10, 3, 5, 9, 4, 6, 8};
constexpr std::array innOfPersonFirst{7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
constexpr std::array innOfPersonSecond{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
constexpr std::array okpoFirst{1, 2, 3, 4, 5, 6, 7, 8, 9};
constexpr std::array okpoSecond{3, 4, 5, 6, 7, 8, 9, 10, 1};
constexpr std::array accountWeights{7, 1, 3};

constexpr qsizetype bicDigits = 9;
constexpr qsizetype accountDigits = 20;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool allDigits(QStringView text) { return std::all_of(text.begin(), text.end(), isDigit); }

/// What any number of digits must be. Empty: go on.
QString formFault(const QString &digits, qsizetype length)
{
    if (!allDigits(digits))
        return Tr::tr("only digits may stand here.");
    if (digits.size() != length)
        return Tr::tr("it must have %1 digits, not %2.").arg(length).arg(digits.size());
    if (digits.count(u'0') == length)
        return Tr::tr("a number of zeroes only is never given out.");
    return {};
}

/// The same where companies and people have different lengths.
QString formFault(const QString &digits, PartyKind whose, qsizetype ofCompany, qsizetype ofPerson)
{
    if (whose != PartyKind::Any)
        return formFault(digits, whose == PartyKind::Company ? ofCompany : ofPerson);
    if (allDigits(digits) && digits.size() != ofCompany && digits.size() != ofPerson)
        return Tr::tr("it must have %1 digits for a company or %2 for a person, not %3.")
            .arg(ofCompany)
            .arg(ofPerson)
            .arg(digits.size());
    return formFault(digits, digits.size());
}

QString checkDigitFault()
{
    return Tr::tr("the check digit does not fit: a digit is wrong, missing or in another's place. Compare the number "
                  "with the document.");
}

int digit(const QString &digits, qsizetype at) { return digits.at(at).digitValue(); }

bool okpoFits(const QString &okpo)
{
    const qsizetype length = okpo.size() - 1;
    const auto sum = [&](const auto &weights) { return weightedSum(okpo, std::span(weights).first(size_t(length))); };
    const int check = digit(okpo, length);
    const int first = sum(okpoFirst) % 11;
    if (first < 10)
        return check == first;
    const int second = sum(okpoSecond);
    const int ninth = length == 9 ? digit(okpo, 8) : 0; // with the weight 11 it counts for nothing
    return check == second % 11 % 10 || check == (second - ninth) % 11 % 10;
}

/// Whether the account is kept by the Bank of Russia itself: correspondent and single treasury accounts, and those in
/// its own settlement offices.
bool isWithBankOfRussia(const QString &account, const QString &bic)
{
    return account.startsWith(u"301") || account.startsWith(u"40102") || bic.endsWith(u"000") || bic.endsWith(u"001") ||
           bic.endsWith(u"002");
}

QString keyFault(const QString &account, const QString &bic)
{
    const QString code = isWithBankOfRussia(account, bic) ? u'0' + bic.mid(4, 2) : bic.right(3);
    const QString all = code + account;
    int sum = 0;
    for (qsizetype i = 0; i < all.size(); ++i)
        sum += digit(all, i) * accountWeights[size_t(i) % accountWeights.size()];
    return sum % 10 == 0 ? QString()
                         : Tr::tr("the account does not fit the BIC %1: a digit of one of the two is wrong.").arg(bic);
}

bool isBic(const QString &digits) { return !digits.isEmpty() && bicFault(digits).isEmpty(); }
} // namespace

QString compactRequisite(const QString &text)
{
    QString out;
    for (const QChar c : text) {
        if (!c.isSpace() && c.category() != QChar::Punctuation_Dash && c != u'.')
            out += c;
    }
    return out;
}

QString withInnCheckDigits(const QString &digits)
{
    if (!allDigits(digits))
        return {};
    if (digits.size() == qsizetype(innOfCompany.size()))
        return digits + QString::number(weightedSum(digits, innOfCompany) % 11 % 10);
    if (digits.size() != qsizetype(innOfPersonFirst.size()))
        return {};
    const QString first = digits + QString::number(weightedSum(digits, innOfPersonFirst) % 11 % 10);
    return first + QString::number(weightedSum(first, innOfPersonSecond) % 11 % 10);
}

QString innFault(const QString &text, PartyKind whose)
{
    const QString inn = compactRequisite(text);
    if (text.isEmpty())
        return {};
    if (const QString fault = formFault(inn, whose, 10, 12); !fault.isEmpty())
        return fault;
    return withInnCheckDigits(inn.chopped(inn.size() == 10 ? 1 : 2)) == inn ? QString() : checkDigitFault();
}

QString kppFault(const QString &text)
{
    const QString kpp = compactRequisite(text);
    if (text.isEmpty())
        return {};
    const auto isReason = [](QChar c) { return isDigit(c) || (c >= u'A' && c <= u'Z'); };
    const bool good = kpp.size() == 9 && allDigits(QStringView(kpp).first(4)) && isReason(kpp.at(4)) &&
                      isReason(kpp.at(5)) && allDigits(QStringView(kpp).sliced(6)) && kpp.count(u'0') != kpp.size();
    return good ? QString() : Tr::tr("“%1” is no KPP. It has nine signs, like 773601001.").arg(text);
}

QString ogrnFault(const QString &text, PartyKind whose)
{
    const QString ogrn = compactRequisite(text);
    if (text.isEmpty())
        return {};
    if (const QString fault = formFault(ogrn, whose, 13, 15); !fault.isEmpty())
        return fault;
    const bool company = ogrn.size() == 13;
    if (company && !ogrn.startsWith(u'1') && !ogrn.startsWith(u'5'))
        return Tr::tr("an OGRN begins with 1 or 5; this is the number of another entry in the register.");
    if (!company && !ogrn.startsWith(u'3'))
        return Tr::tr("an OGRNIP begins with 3; this is the number of another entry in the register.");
    const qint64 number = ogrn.chopped(1).toLongLong();
    return number % (company ? 11 : 13) % 10 == digit(ogrn, ogrn.size() - 1) ? QString() : checkDigitFault();
}

QString bicFault(const QString &text)
{
    const QString bic = compactRequisite(text);
    if (text.isEmpty())
        return {};
    if (const QString fault = formFault(bic, bicDigits); !fault.isEmpty())
        return fault;
    return digit(bic, 0) == 0 && digit(bic, 1) <= 4
               ? QString()
               : Tr::tr("a BIC begins with 04, that of a treasury body with 00 or 01.");
}

QString accountFault(const QString &text, const QString &bic)
{
    const QString account = compactRequisite(text);
    const QString bank = compactRequisite(bic);
    if (text.isEmpty())
        return {};
    if (const QString fault = formFault(account, accountDigits); !fault.isEmpty())
        return fault;
    return account.startsWith(u'0') || !isBic(bank) ? QString() : keyFault(account, bank);
}

QString correspondentAccountFault(const QString &text, const QString &bic)
{
    const QString account = compactRequisite(text);
    const QString bank = compactRequisite(bic);
    if (text.isEmpty())
        return {};
    if (const QString fault = formFault(account, accountDigits); !fault.isEmpty())
        return fault;
    const bool ofBank = account.startsWith(u"301");
    if (!ofBank && !account.startsWith(u"40102"))
        return Tr::tr("a correspondent account begins with 301, the account of a treasury body with 40102.");
    if (!isBic(bank))
        return {};
    if (ofBank && account.right(3) != bank.right(3))
        return Tr::tr("the correspondent account of the bank with the BIC %1 ends with %2.").arg(bank, bank.right(3));
    return keyFault(account, bank);
}

QString okpoFault(const QString &text, PartyKind whose)
{
    const QString okpo = compactRequisite(text);
    if (text.isEmpty())
        return {};
    if (const QString fault = formFault(okpo, whose, 8, 10); !fault.isEmpty())
        return fault;
    return okpoFits(okpo) ? QString() : checkDigitFault();
}

} // namespace crm
