#include "core/modules/document_states.h"
#include "core/model/format.h"
#include "core/modules/parts.h"
#include "core/store/repository.h"

namespace crm::modules {

namespace {
void followStatus(RuleContext &c)
{
    const QString status = c.after.head().text("status");
    if (status == issuedStatus && isEmptyValue(c.after.value("issued_at")))
        c.after.set("issued_at", c.now);
    if (status == cancelledStatus && isEmptyValue(c.after.value("cancelled_at")))
        c.after.set("cancelled_at", c.now);
    c.after.set("counted", status == issuedStatus ? c.after.head().integer("total") : qint64(0));
}

void isFitToIssue(RuleContext &c)
{
    if (c.after.head().text("status") != issuedStatus || !c.changed("status"))
        return;
    const QList<LineTable> &tables = c.after.entity().lineTables();
    if (!tables.isEmpty() && c.after.lines(tables.first().entity).isEmpty())
        c.refuse("status", label("There is nothing on it yet: add at least one line, then issue it.").text());
    if (c.after.head().integer("total") < 0)
        c.refuse("status", label("The total is below zero. Use a credit note to give money back.").text());
}
} // namespace

QList<Field> issuedFields()
{
    return {
        choice("status", label("Status"),
               {{draftStatus, label("Draft", "of a document"), "gray"},
                {issuedStatus, label("Issued", "of a document"), "blue"},
                {cancelledStatus, label("Cancelled", "of a document"), "gray"}})
            .required()
            .indexed()
            .byDefault(draftStatus)
            .transition(draftStatus, {issuedStatus})
            .transition(issuedStatus, {cancelledStatus})
            .transition(cancelledStatus, {cancelledStatus}),
        moment("issued_at", label("Issued on")).readOnly(),
        moment("cancelled_at", label("Cancelled on")).readOnly(),
        text("cancel_reason", label("Why it was cancelled"), 250).readOnly(),
        money("counted", label("Counts")).computed().hidden(),
    };
}

void issuedOnce(Entity &entity, const QString &prefix, const Label &lockedReason, const QStringList &open)
{
    entity.numbered("number", prefix, "issued_at");
    entity.beforeSave(isFitToIssue).beforeSave(followStatus);
    entity.lockedWhile("issued_at", lockedReason,
                       QStringList{"status", "cancelled_at", "cancel_reason", "counted", "owner_id", "labels", "note"} +
                           open);
}

Action issueAction()
{
    return statusStep(
        "issue", label("Issue"), "check", [](const Record &r) { return r.text("status") == draftStatus; },
        issuedStatus);
}

Action cancelAction()
{
    Action a;
    a.key = "cancel";
    a.label = label("Cancel the document");
    a.icon = "ban";
    a.available = [](const Record &r) { return r.text("status") == issuedStatus; };
    a.parameters = {text("reason", label("Why it is cancelled"), 250).required()};
    a.run = [](ActionContext &context) {
        context.record.set("status", cancelledStatus);
        context.record.set("cancel_reason", context.parameters.value("reason"));
        context.repository.save(context.record);
    };
    return a;
}

} // namespace crm::modules
