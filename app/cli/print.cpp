#include "app/cli/records.h"
#include "core/exchange/paper.h"

namespace crm::cli {

namespace {
int printPaper(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    const Id id = findRecord(call, entity, call.arguments[1]);
    PaperOptions options;
    options.locale = QLocale();
    writeText(call, paperHtml(call.repository(), entity.key(), id, options));
    return Ok;
}
} // namespace

Command printCommand()
{
    return {.name = "print",
            .summary = Tr::tr("Writes a document as HTML, ready to print"),
            .arguments = Tr::tr("ENTITY RECORD"),
            .options = {{"to", Tr::tr("FILE"), Tr::tr("Where to write it; else to the terminal")}},
            .examples = {"print invoices INV-0001 --to invoice.html"},
            .least = 2,
            .most = 2,
            .run = printPaper};
}

} // namespace crm::cli
