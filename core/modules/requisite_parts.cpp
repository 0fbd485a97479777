#include "core/modules/requisite_parts.h"
#include "core/model/format.h"
#include "core/model/requisites.h"
#include <QRegularExpression>

namespace crm::modules {

QList<Field> requisiteFields(const Label &heading)
{
    return {
        text("kpp", label("KPP"), 12).group(heading).help(label("Nine signs that the tax office gives a company.")),
        text("ogrn", label("OGRN"), 20)
            .group(heading)
            .help(label("The number in the state register: 13 digits, 15 of a self-employed person.")),
        text("bank", label("Bank"), 160).group(heading),
        text("bic", label("BIC"), 12)
            .group(heading)
            .help(label(
                "Nine digits that a Russian bank is known by; of other banks the 8 or 11 letters and digits of SWIFT, "
                "for which the country code has to stand here too.")),
        text("account", label("Account", "in a bank"), 34)
            .group(heading)
            .help(label("In Russia it is checked together with the BIC.")),
        text("correspondent_account", label("Correspondent account"), 34).group(heading),
    };
}

namespace {
bool isSwift(const QString &bic)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$"));
    return form.match(bic).hasMatch();
}

QString foreignBicFault(const QString &bic)
{
    if (bic.isEmpty() || isSwift(bic) || bicFault(bic).isEmpty()) // it may have a Russian bank
        return {};
    return label("a BIC (SWIFT) has 8 or 11 letters and digits, such as COBADEFFXXX.").text();
}

/// Elsewhere registers, tax offices and banks have numbers of their own.
void checkForeign(RuleContext &c)
{
    const QString typed = c.after.head().text("bic"), bic = compactRequisite(typed).toUpper();
    const QString fault = foreignBicFault(bic);
    if (!fault.isEmpty())
        c.refuse("bic", c.after.entity().field("bic")->label().text() + QStringLiteral(": ") + fault);
    else if (bic != typed)
        c.after.set("bic", bic);
}
} // namespace

Rule checkRequisites(const QString &taxNumberField)
{
    return [taxNumberField](RuleContext &c) {
        const auto value = [&](const QString &field) { return c.after.head().text(field); };
        const QString country = value("country_code").trimmed().toUpper();
        if (!country.isEmpty() && country != u"RU")
            return checkForeign(c);
        if (country.isEmpty() && isSwift(compactRequisite(value("bic")).toUpper()))
            return c.refuse("bic",
                            label("It is the BIC of a bank in another country: fill in the country code too.").text());
        bool any = false;
        const auto check = [&](const QString &field, const QString &fault) {
            const QString plain = compactRequisite(value(field));
            any = any || !plain.isEmpty();
            if (!fault.isEmpty())
                c.refuse(field, c.after.entity().field(field)->label().text() + QStringLiteral(": ") + fault);
            else if (plain != value(field))
                c.after.set(field, plain);
        };
        const QString bic = value("bic");
        check("kpp", kppFault(value("kpp")));
        check("ogrn", ogrnFault(value("ogrn")));
        check("bic", bicFault(bic));
        if (!bic.isEmpty()) { // else it may be an account in another country
            check("account", accountFault(value("account"), bic));
            check("correspondent_account", correspondentAccountFault(value("correspondent_account"), bic));
        }
        if (any)
            check(taxNumberField, innFault(value(taxNumberField)));
    };
}

} // namespace crm::modules
