// Templates that the text of contracts and proposals is taken from: Markdown with variables.
#include "core/exchange/text_template.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/modules/parts.h"
#include "core/modules/text_template_parts.h"

namespace crm::modules {

namespace {
void isReadable(RuleContext &c)
{
    const QString fault = textTemplateFault(c.after.head().text("text"));
    if (!fault.isEmpty())
        c.refuse("text", fault);
}

Label variables()
{
    return label(
        "Markdown with variables in double braces. Of the document: {{number}}, {{title}}, {{contract_date}}, "
        "{{proposal_date}}, {{valid_until}}, {{owner}}, {{currency}}, {{subtotal}}, {{discount_total}}, {{tax_total}}, "
        "{{total}}, {{total_in_words}}, any other field by its key; {{lines}}, its lines as a table; {{totals}}, all "
        "its sums. Of the client: {{client.name}}, {{client.inn}}, {{client.kpp}}, {{client.address}}, "
        "{{client.city}}, {{client.bank}}, {{client.bic}}, {{client.account}}, {{client.phone}}, {{client.email}}. Of "
        "the contact: {{contact.name}}, {{contact.job_title}}. Of the office: {{office.legal_name}}, "
        "{{office.legal_address}}, {{office.inn}}, {{office.kpp}}, {{office.bank}}, {{office.account}}, "
        "{{office.signatory}}. The day: {{today}}. What stands between {{#client.inn}} and {{/client.inn}} is there "
        "only when it is not empty.");
}
} // namespace

void declare_settings_text_templates(Registry &registry)
{
    Entity e("text_templates", label("Text template"), label("Text templates"));
    e.area("settings").icon("file").title("name").dictionary();
    e.hint(label("Texts that contracts and proposals begin with. Names, amounts and lines fill themselves in."));
    e.fields({
        text("name", label("Name", "of a thing"), 120).required().inList().searchable().unique(),
        choice("document", label("For", "which documents a template is for"), documentsWithText())
            .inList()
            .help(label("What kind of document it is for. Empty: for all.")),
        memo("text", label("Text")).required().searchable().help(variables()),
    });
    e.beforeSave(isReadable);
    e.view("contracts", label("Contracts"), "document = contracts", "position");
    e.view("proposals", label("Proposals"), "document = proposals", "position");
    alsoCalled("text_templates", label("snippets, templates of letters, phrases", "search words"));
    registry.add(e);
}

} // namespace crm::modules
