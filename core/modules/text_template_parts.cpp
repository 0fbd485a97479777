#include "core/modules/text_template_parts.h"
#include "core/exchange/text_template.h"
#include "core/model/format.h"
#include "core/store/repository.h"

namespace crm::modules {

namespace {
TextTemplateOptions options() { return {.locale = QLocale(), .alsoCalled = {{"inn", {"vat_number", "tax_number"}}}}; }

[[noreturn]] void refuse(const QString &field, const QString &sentence)
{
    throw Error::validation({{field, sentence, {}}});
}

void takeText(ActionContext &context, const QString &entity)
{
    Document &document = context.record;
    if (!isEmptyValue(document.value("body")) && !context.parameters.value("replace").toBool())
        refuse("replace", label("There is a text already. Say yes here and the template takes its place; the old text "
                                "stays in the history.")
                              .text());
    const Id id = context.parameters.value("template_id").toLongLong();
    const QList<Document> found = context.repository.loadMany("text_templates", {id});
    if (found.isEmpty())
        refuse("template_id", label("Choose a template.").text());
    const Record &chosen = found.first().head();
    const QString kind = chosen.text("document");
    if (!kind.isEmpty() && kind != entity)
        refuse("template_id", label("“%1” is a template for other documents.").text().arg(chosen.title()));
    try {
        const Document shown = context.repository.load(entity, document.id()); // with what its references are called
        const FilledText filled = fillTextTemplate(context.repository, shown, chosen.text("text"), options());
        document.set("body", filled.text);
        document.set("lines_in_text", filled.hasLines);
    } catch (const Error &e) {
        if (e.kind() != ErrorKind::Validation)
            throw;
        refuse("template_id", e.sentence());
    }
    context.repository.save(document);
}
} // namespace

QList<Field> documentText(const Label &name)
{
    return {memo("body", name)
                .searchable()
                .help(label("Printed above the lines. “Take the text from a template” writes it from a template.")),
            yesNo("lines_in_text", label("The lines stand in the text"))
                .help(label("Paper then does not show lines and totals once more below the text."))};
}

Action takeTextAction(const QString &entity)
{
    Action a;
    a.key = "take_text";
    a.label = label("Take the text from a template");
    a.icon = "file";
    a.available = [](const Record &r) { return isEmptyValue(r.value("accepted_at")); };
    a.parameters = {
        ref("template_id", label("Template"), "text_templates")
            .required()
            .pickFromList()
            .help(label("Variables of the template are filled from this document, its client and the settings of the "
                        "office.")),
        yesNo("replace", label("Replace the text that is there"))
            .help(label("The text as it was stays in the history of the record.")),
    };
    a.run = [entity](ActionContext &context) { takeText(context, entity); };
    return a;
}

QList<Choice> documentsWithText() { return {{"contracts", label("Contracts")}, {"proposals", label("Proposals")}}; }

} // namespace crm::modules
