// The fields that e-invoices need and nothing else does, with their checks.
#include "core/model/country.h"
#include "core/modules/e_invoice.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace crm::modules {

namespace {
struct Unit
{
    struct Name
    {
        const char *source, *comment;
    } name;
    const char *code;
};

/// As the stock rows name them, then what is written alike in many languages.
constexpr Unit units[] = {
    {QT_TRANSLATE_NOOP3("crm::modules", "pc", "unit: piece"), "H87"},
    {QT_TRANSLATE_NOOP3("crm::modules", "h", "unit: hour"), "HUR"},
    {QT_TRANSLATE_NOOP3("crm::modules", "day", "unit"), "DAY"},
    {QT_TRANSLATE_NOOP3("crm::modules", "month", "unit"), "MON"},
    {QT_TRANSLATE_NOOP3("crm::modules", "set", "unit"), "SET"},
    {QT_TRANSLATE_NOOP3("crm::modules", "kg", "unit: kilogram"), "KGM"},
    {QT_TRANSLATE_NOOP3("crm::modules", "m", "unit: metre"), "MTR"},
    {{"g", nullptr}, "GRM"},
    {{"t", nullptr}, "TNE"},
    {{"l", nullptr}, "LTR"},
    {{"km", nullptr}, "KMT"},
};

/// Schemes of electronic addresses that the profile takes (EAS): the code list of the rule PEPPOL-EN16931-CL008 in
/// release 3.0.21 of Peppol BIS Billing, 2026. It changes twice a year: docs.peppol.eu/poacc/billing/3.0/codelist/eas
constexpr const char *addressSchemes =
    " 0002 0007 0009 0060 0088 0096 0097 0106 0130 0135 0142 0151 0158 0183 0184 0188 0190 0191 0192 0195 0196 0198"
    " 0199 0200 0201 0204 0208 0209 0210 0211 0216 0218 0221 0225 0230 0235 0240 0242 0244 0245 0246 0248 9910 9913"
    " 9914 9915 9918 9919 9920 9922 9923 9924 9925 9926 9927 9928 9929 9930 9931 9932 9933 9934 9935 9936 9937 9938"
    " 9939 9940 9941 9942 9943 9944 9945 9946 9947 9948 9949 9950 9951 9952 9953 9957 9959 ";

bool isAddressScheme(const QString &code) { return QLatin1String(addressSchemes).contains(u' ' + code + u' '); }

bool isChanged(const RuleContext &c, const QString &field) { return c.isNew() || c.changed(field); }

void setPlain(RuleContext &c, const char *field, const QString &plain)
{
    if (plain != c.after.head().text(field))
        c.after.set(field, plain);
}
} // namespace

QList<Field> eInvoicePartyFields(const Label &heading)
{
    return {
        text("country_code", label("Country code"), 2)
            .group(heading)
            .help(label("Two letters, such as DE, for electronic invoices.")),
        text("e_address", label("Electronic address"), 120)
            .group(heading)
            .help(label("Where electronic invoices go in the Peppol network: the code of the scheme, a colon and the "
                        "number, such as 9930:DE123456789. The codes: docs.peppol.eu/poacc/billing/3.0/codelist/eas")),
    };
}

Rule checkEInvoiceParty()
{
    return [](RuleContext &c) {
        static const QRegularExpression address(QStringLiteral("^([0-9]{4}):[^\\s:][^\\s]*$"));
        const QString country = c.after.head().text("country_code").trimmed().toUpper();
        const QString e = c.after.head().text("e_address").simplified().remove(u' ');
        setPlain(c, "country_code", country);
        setPlain(c, "e_address", e);
        if (!country.isEmpty() && isChanged(c, "country_code") && !isCountryCode(country))
            c.refuse("country_code",
                     label("There is no country with this code. It has two letters, such as DE.").text());
        if (e.isEmpty() || !isChanged(c, "e_address"))
            return;
        const QString scheme = address.match(e).captured(1);
        if (scheme.isEmpty())
            c.refuse("e_address",
                     label("Write the code of the scheme, a colon and the number, such as 9930:DE123456789.").text());
        else if (!isAddressScheme(scheme))
            c.refuse(
                "e_address",
                label("Peppol knows no scheme %1. The list of codes: docs.peppol.eu/poacc/billing/3.0/codelist/eas")
                    .text()
                    .arg(scheme));
    };
}

Field exemptionReasonField(const Label &heading)
{
    return text("exemption_reason", label("Why lines without tax bear none"), 250)
        .group(heading)
        .help(label("Electronic invoices have to say it: the paragraph of the law by which you charge no tax."));
}

QList<Field> taxCategoryFields()
{
    return {
        choice("category", label("VAT category"),
               {{"S", label("Standard or reduced rate", "VAT category")},
                {"Z", label("Zero rate", "VAT category")},
                {"E", label("Exempt from tax", "VAT category")},
                {"AE", label("Reverse charge", "VAT category")},
                {"G", label("Export outside the EU", "VAT category")},
                {"O", label("Not subject to VAT", "VAT category")}})
            .help(label("What electronic invoices call it. Empty: the standard or reduced rate, if it is above zero.")),
        text("exemption_reason", label("Why no tax is charged"), 250)
            .help(label("For electronic invoices with a tax of 0 %: the paragraph of the law.")),
    };
}

Rule checkTaxCategory()
{
    return [](RuleContext &c) {
        const QString category = c.after.head().text("category");
        const bool above = c.after.head().integer("percent") > 0;
        if (!category.isEmpty() && above != (category == u"S"))
            c.refuse("category", label("Only the standard or reduced rate is above 0 %, and it always is.").text());
    };
}

Field unitCodeField()
{
    return text("code", label("Code of the unit"), 3)
        .inList()
        .help(label("By the recommendation 20 of the United Nations, for electronic invoices: H87 is a piece, HUR an "
                    "hour, KGM a kilogram."));
}

Rule checkUnitCode()
{
    return [](RuleContext &c) {
        static const QRegularExpression form(QStringLiteral("^[A-Z0-9]{2,3}$"));
        const QString code = c.after.head().text("code").trimmed().toUpper();
        setPlain(c, "code", code);
        if (!code.isEmpty() && isChanged(c, "code") && !form.match(code).hasMatch())
            c.refuse("code", label("A code has two or three letters and digits, such as H87.").text());
    };
}

QString knownUnitCode(const QString &name)
{
    const QString plain = name.trimmed();
    for (const Unit &unit : units) {
        if (plain == QLatin1String(unit.name.source) ||
            (unit.name.comment &&
             plain == QCoreApplication::translate("crm::modules", unit.name.source, unit.name.comment)))
            return QLatin1String(unit.code);
    }
    return {};
}

} // namespace crm::modules
