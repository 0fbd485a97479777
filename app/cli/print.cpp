#include "app/cli/records.h"
#include "core/exchange/document_files.h"
#include "core/exchange/paper.h"

namespace crm::cli {

namespace {
int printPaper(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    const Id id = findRecord(call, entity, call.arguments[1]);
    const QList<DocumentFile> files = documentFiles(entity.key());
    const QString as = call.value(QStringLiteral("as"));
    if (std::any_of(files.begin(), files.end(), [&](const DocumentFile &file) { return file.key == as; })) {
        writeText(call,
                  QString::fromUtf8(documentFile(call.repository(), call.repository().load(entity.key(), id), as)));
        return Ok;
    }
    PaperOptions options;
    options.locale = QLocale();
    options.kind = as;
    const QStringList gaps = paperGaps(call.repository(), entity.key(), id, options.kind);
    if (!gaps.isEmpty())
        call.out.note(Tr::tr("This paper lacks: %1.").arg(gaps.join(QStringLiteral("; "))));
    writeText(call, paperHtml(call.repository(), entity.key(), id, options));
    return Ok;
}
} // namespace

Command printCommand()
{
    return {
        .name = "print",
        .summary = Tr::tr("Writes a document as HTML, ready to print, or as an electronic invoice"),
        .arguments = Tr::tr("ENTITY RECORD"),
        .options =
            {{"as", Tr::tr("KIND"),
              Tr::tr("Another paper of the document, such as the act or transfer of an invoice; e-invoice for UBL in "
                     "the profile Peppol BIS Billing 3.0")},
             {"to", Tr::tr("FILE"), Tr::tr("Where to write it; else to the terminal")}},
        .examples = {"print invoices INV-0001 --to invoice.html", "print invoices INV-0001 --as act --to act.html",
                     "print invoices INV-0001 --as e-invoice --to invoice.xml"},
        .least = 2,
        .most = 2,
        .run = printPaper};
}

} // namespace crm::cli
