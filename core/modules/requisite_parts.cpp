#include "core/modules/requisite_parts.h"
#include "core/model/format.h"
#include "core/model/requisites.h"

namespace crm::modules {

QList<Field> requisiteFields(const Label &heading)
{
    return {
        text("kpp", label("KPP"), 12).group(heading).help(label("Nine signs that the tax office gives a company.")),
        text("ogrn", label("OGRN"), 20)
            .group(heading)
            .help(label("The number in the state register: 13 digits, 15 of a self-employed person.")),
        text("bank", label("Bank"), 160).group(heading),
        text("bic", label("BIC"), 12).group(heading).help(label("Nine digits that a Russian bank is known by.")),
        text("account", label("Account", "in a bank"), 34)
            .group(heading)
            .help(label("Checked together with the BIC. Of a bank in another country leave the BIC empty.")),
        text("correspondent_account", label("Correspondent account"), 34).group(heading),
    };
}

Rule checkRequisites(const QString &taxNumberField)
{
    return [taxNumberField](RuleContext &c) {
        const auto value = [&](const QString &field) { return c.after.head().text(field); };
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
