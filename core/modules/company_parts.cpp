#include "core/modules/company_parts.h"
#include "core/modules/e_invoice.h"
#include "core/modules/requisite_parts.h"

namespace crm::modules {

QList<Field> companyFields(const Label &heading)
{
    QList<Field> fields{
        text("legal_name", label("Full name of the company"), 250)
            .group(heading)
            .help(label("Stands at the head of invoices and other documents.")),
        text("legal_address", label("Address"), 250).group(heading),
        text("city", label("City"), 120)
            .group(heading)
            .help(label("Unless it stands in the address. Electronic invoices of some countries want it apart.")),
        text("zip", label("Postal code"), 20).group(heading),
        text("tax_number", label("Tax number"), 40).group(heading),
    };
    fields += requisiteFields(heading);
    fields += QList<Field>{
        phone("phone", label("Phone")).group(heading),
        email("email", label("E-mail")).group(heading),
        text("signatory", label("Who signs"), 160).group(heading),
    };
    fields += eInvoicePartyFields(heading);
    fields += exemptionReasonField(heading);
    return fields;
}

void checkCompany(Entity &entity) { entity.beforeSave(checkRequisites("tax_number")).beforeSave(checkEInvoiceParty()); }

QStringList companyIntroduction()
{
    return {"legal_name", "legal_address",         "zip",   "city", "tax_number", "kpp", "ogrn", "bank", "bic",
            "account",    "correspondent_account", "phone", "email"};
}

Field logoField(const Label &heading)
{
    return file("logo_id", label("Logo"))
        .group(heading)
        .help(label("PNG or JPEG, at most 1 MB. Stands at the head of documents."));
}

Field companyField()
{
    return ref("our_company_id", label("Our company"), "companies")
        .pickFromList()
        .whenTargetPurged(OnDelete::Restrict)
        .help(label("Who writes the document. Empty: the company in the settings of the office."));
}

QString placeOfCompany(const std::optional<Document> &company)
{
    if (company && company->entity().key() == u"companies")
        return label("Our companies: %1").text().arg(company->head().title());
    return label("settings of the office").text();
}

} // namespace crm::modules
