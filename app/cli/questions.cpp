#include "app/cli/records.h"
#include "core/exchange/answers.h"
#include "core/exchange/question_page.h"
#include <QLocale>

namespace crm::cli {

namespace {
int writePage(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    if (!questionnaireOf(entity.key()).isSet())
        throw UsageError{Tr::tr("Records of the kind “%1” ask nothing.").arg(entity.one().text())};
    const Document asker = call.repository().load(entity.key(), findRecord(call, entity, call.arguments[1]));
    writeText(call, questionPage(asker, QLocale()));
    return Ok;
}

int takeFiles(Call &call)
{
    int refused = 0;
    for (const QString &path : std::as_const(call.arguments)) {
        try {
            const Saved saved = takeAnswerFile(call.repository(), path, QLocale());
            call.out.line(QStringLiteral("%1: %2").arg(path, saved.document.head().title()));
        } catch (const Error &e) {
            if (call.arguments.size() == 1)
                throw;
            call.out.line(QStringLiteral("%1: %2").arg(path, e.sentence()));
            ++refused;
        }
    }
    return refused == 0 ? Ok : Partly;
}
} // namespace

Command formCommand()
{
    return {.name = "form",
            .summary = Tr::tr("Writes what a record asks, such as a brief, as a page for a browser"),
            .arguments = Tr::tr("ENTITY RECORD"),
            .options = {{"to", Tr::tr("FILE"), Tr::tr("Where to write it; else to the terminal")}},
            .examples = {"form briefs \"Web site\" --to site.html"},
            .least = 2,
            .most = 2,
            .run = writePage};
}

Command answersCommand()
{
    return {.name = "answers",
            .summary = Tr::tr("Takes the answers that such a page has saved"),
            .arguments = Tr::tr("FILE..."),
            .examples = {"answers \"Web site.json\""},
            .least = 1,
            .most = -1,
            .run = takeFiles};
}

} // namespace crm::cli
