#include "core/modules/request_conversion.h"
#include "core/model/format.h"
#include "core/model/money.h"
#include "core/model/registry.h"
#include "core/modules/parts.h"
#include "core/modules/question_parts.h"
#include "core/store/repository.h"
#include "core/store/starting_values.h"
#include <QCoreApplication>

namespace crm::modules {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::modules)
};

const QString answerLines = QStringLiteral("request_answers");

QString said(const Document &request, const QString &meaning) { return answerOf(request, answerLines, meaning); }

/// What the request says and, where it says nothing, the answer.
QString of(const Document &request, const char *field)
{
    const QString own = request.head().text(QLatin1String(field)).trimmed();
    return own.isEmpty() ? said(request, field) : own;
}

Document madeFrom(ActionContext &context, const QString &entity)
{
    Document made{Record(context.repository.catalog()->at(entity), newId())};
    if (made.entity().field(QStringLiteral("owner_id")))
        made.set("owner_id", context.record.value("owner_id"));
    startWithMarked(context.repository, made);
    return made;
}

void setText(Document &made, const char *field, const QString &text)
{
    const Field *f = made.entity().field(QLatin1String(field));
    if (f && !text.isEmpty())
        made.set(QLatin1String(field), text.left(f->size()));
}

bool isOfNobody(const Record &request) { return request.ref("client_id") == 0 && request.ref("lead_id") == 0; }

QString nameOfAsker(const Document &request)
{
    const QString company = of(request, "company");
    return company.isEmpty() ? of(request, "person") : company;
}

/// Name, address, phone ... of a lead or a client. What they answered stays with the request, which points there.
void introduce(const Document &request, Document &made)
{
    const QString name = nameOfAsker(request);
    if (name.isEmpty())
        throw Error::validation({{"company", Tr::tr("Write down who asks: a company or the name of a person."), {}}});
    setText(made, "name", name);
    made.set("type", of(request, "company").isEmpty() ? "person" : "organisation");
    for (const char *field : {"email", "phone"})
        setText(made, field, of(request, field));
    for (const char *field : {"website", "address", "city", "country"})
        setText(made, field, said(request, field));
}

void nameParts(const Document &request, Document &made, const char *first, const char *last)
{
    const QString person = of(request, "person").simplified();
    setText(made, first, person.section(u' ', 0, 0));
    setText(made, last, person.section(u' ', 1));
}

void setBudget(const Document &request, Document &lead, const Catalog &catalog)
{
    const QString text = said(request, "budget");
    QString fault;
    const Field *field = lead.entity().field(QStringLiteral("budget"));
    const QVariant amount = field ? parseText(*field, text, {QLocale(), catalog.baseCurrency, {}}, &fault) : QVariant();
    if (fault.isEmpty() && !isEmptyValue(amount)) // "as little as possible" stays with the request
        lead.set("budget", amount);
}

void finish(ActionContext &context, const QString &field, const Document &made)
{
    context.record.set(field, made.id());
    if (context.record.head().text("status") == QLatin1String("new"))
        context.record.set("status", "processing");
    context.repository.save(context.record);
    context.result = {made.entity().key(), made.id()};
}

void makeLead(ActionContext &context)
{
    Document lead = madeFrom(context, QStringLiteral("leads"));
    introduce(context.record, lead);
    nameParts(context.record, lead, "contact_first_name", "contact_last_name");
    setText(lead, "contact_job_title", said(context.record, "job_title"));
    setBudget(context.record, lead, *context.repository.catalog());
    context.repository.save(lead);
    finish(context, QStringLiteral("lead_id"), lead);
}

/// A client or a contact of the same e-mail or phone is the one who asks, most likely.
void refuseKnown(ActionContext &context, const Document &client)
{
    for (const char *field : {"email", "phone"}) {
        if (client.head().text(field).isEmpty())
            continue;
        const QList<SameRecord> same = context.repository.sameRecords(client.head(), QLatin1String(field));
        if (!same.isEmpty())
            throw Error::validation({{"client_id",
                                      Tr::tr("There may be such a client already: %1. Choose it as the client of this "
                                             "request, or ask for a new one in any case.")
                                          .arg(same.first().title),
                                      {}}});
    }
}

void makeClient(ActionContext &context)
{
    Document client = madeFrom(context, QStringLiteral("clients"));
    introduce(context.record, client);
    if (!context.parameters.value("in_any_case").toBool())
        refuseKnown(context, client);
    client = context.repository.save(client).document;
    if (!of(context.record, "person").isEmpty()) {
        Document contact = madeFrom(context, QStringLiteral("contacts"));
        nameParts(context.record, contact, "first_name", "last_name");
        setText(contact, "job_title", said(context.record, "job_title"));
        setText(contact, "email", of(context.record, "email"));
        setText(contact, "phone", of(context.record, "phone"));
        contact.set("client_id", client.id());
        context.repository.save(contact);
        client.set("primary_contact_id", contact.id());
        client = context.repository.save(client).document;
        context.record.set("contact_id", contact.id());
    }
    finish(context, QStringLiteral("client_id"), client);
}

void makeTask(ActionContext &context)
{
    Document task = madeFrom(context, QStringLiteral("tasks"));
    setText(task, "title", of(context.record, "subject"));
    if (task.head().text("title").isEmpty())
        task.set("title", context.record.head().title());
    task.set("description", answersAsText(context.record, answerLines));
    task.set("assignee_id", context.record.value("owner_id"));
    task.set("parent_entity", context.record.entity().key());
    task.set("parent_id", context.record.id());
    context.repository.save(task);
    context.result = {task.entity().key(), task.id()};
}

void makeEstimate(ActionContext &context)
{
    if (isOfNobody(context.record.head()))
        throw Error::validation(
            {{"client_id",
              Tr::tr("Say whose request it is first: choose a client or a lead, or make one of it."),
              {}}});
    Document estimate = madeFrom(context, QStringLiteral("estimates"));
    for (const char *field : {"client_id", "lead_id", "contact_id"}) {
        const bool toClient = context.record.head().ref("client_id") != 0;
        const bool isLead = QLatin1String(field) == QLatin1String("lead_id");
        if (estimate.entity().field(QLatin1String(field)) && !(isLead && toClient))
            estimate.set(QLatin1String(field), context.record.value(QLatin1String(field)));
    }
    estimate.set("request_id", context.record.id());
    setText(estimate, "note", answersAsText(context.record, answerLines));
    context.repository.save(estimate);
    context.record.set("status", "estimated");
    finish(context, QStringLiteral("estimate_id"), estimate);
}

Action actionOf(const QString &key, const Label &name, const QString &icon, void (*run)(ActionContext &))
{
    Action a;
    a.key = key;
    a.label = name;
    a.icon = icon;
    a.run = run;
    return a;
}
} // namespace

Action requestToEstimate()
{
    Action a = actionOf("to_estimate", label("Make an estimate"), "convert", makeEstimate);
    a.available = [](const Record &request) { return request.ref("estimate_id") == 0; };
    return a;
}

Action requestToLead()
{
    Action a = actionOf("to_lead", label("Make a lead"), "leads", makeLead);
    a.available = isOfNobody;
    return a;
}

Action requestToClient()
{
    Action a = actionOf("to_client", label("Make a client"), "clients", makeClient);
    a.available = isOfNobody;
    a.parameters = {yesNo("in_any_case", label("Also if there seems to be such a client already"))};
    return a;
}

Action requestToTask() { return actionOf("to_task", label("Make a task"), "tasks", makeTask); }

} // namespace crm::modules
