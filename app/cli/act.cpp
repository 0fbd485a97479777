// The actions of records, as the window has them as buttons: issue an invoice, accept an offer, skip what was missed.
#include "app/cli/records.h"
#include "core/model/action_questions.h"
#include "core/model/format.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
bool fits(Call &call, const Action &action, const Record &record)
{
    return call.repository().actor().policy.offers(*call.repository().catalog(), action) &&
           (!action.available || action.available(record));
}

/// Without the name of an action: what the person can do with the record now.
int listActions(Call &call, const Opened &opened)
{
    const Document &document = opened.document;
    QJsonArray json;
    QList<QStringList> rows;
    for (const Action &action : document.entity().actions()) {
        if (!opened.mayUpdate || !fits(call, action, document.head()))
            continue;
        const QString said = questionBefore(action.key, document.head()).button;
        const QString name = said.isEmpty() ? action.label.text() : said;
        QStringList asked;
        QJsonArray parameters;
        for (const Field &field : action.parameters) {
            asked << field.key() + (field.isRequired() ? QStringLiteral("=…") : QStringLiteral("=[…]"));
            parameters << QJsonObject{
                {"key", field.key()}, {"label", field.label().text()}, {"required", field.isRequired()}};
        }
        json << QJsonObject{{"key", action.key}, {"label", name}, {"parameters", parameters}};
        rows << QStringList{action.key, name, asked.join(u' ')};
    }
    if (call.json())
        call.out.json({{"actions", json}});
    else if (rows.isEmpty())
        call.out.line(Tr::tr("Nothing can be done with “%1” now.").arg(document.head().title()));
    else
        call.out.table({Tr::tr("Action"), Tr::tr("What it does"), Tr::tr("Values")}, rows);
    return Ok;
}

const Action &actionNamed(const Entity &entity, const QString &key)
{
    QStringList keys;
    for (const Action &action : entity.actions()) {
        if (action.key == key)
            return action;
        keys << action.key;
    }
    throw UsageError{Tr::tr("%1 have no action “%2”. They have: %3.")
                         .arg(entity.many().text(), key, keys.join(QStringLiteral(", ")))};
}

/// What the action asks for, read as fields of a record are.
QVariantMap parametersOf(Call &call, const Action &action, const Document &document)
{
    const Entity &entity = document.entity();
    Entity asked(entity.key(), action.label, action.label);
    asked.fields(action.parameters);
    Record values(asked, newId());
    Assignments(call, asked, call.arguments.mid(3)).apply(values, currencyOf(call, document.head()));
    QVariantMap out;
    QList<FieldFault> faults;
    for (const Field &field : action.parameters) {
        const QVariant value = values.value(field.key());
        if (field.isRequired() && isEmptyValue(value))
            faults << FieldFault{field.key(), Tr::tr("“%1” wants %2=…").arg(action.key, field.key()), {}};
        out.insert(field.key(), value);
    }
    if (!faults.isEmpty())
        throw Error::validation(faults);
    return out;
}

int act(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    const Id id = findRecord(call, entity, call.arguments[1]);
    const Opened opened = call.repository().open(entity.key(), id);
    const Document &document = opened.document;
    if (call.arguments.size() == 2)
        return listActions(call, opened);
    const Action &action = actionNamed(entity, call.arguments[2]);
    QVariantMap parameters = parametersOf(call, action, document);
    const ActionQuestion question =
        fits(call, action, document.head()) ? questionBefore(action.key, document.head()) : ActionQuestion();
    if (!question.title.isEmpty() && !call.has("yes"))
        throw Error(ErrorKind::Validation,
                    Tr::tr("%1 %2 Say --yes to do it.").arg(question.title, question.text.simplified()));
    parameters.insert(question.parameters);
    const auto [made, madeId] = call.repository().runAction(entity.key(), id, action.key, parameters);
    // What an action makes may be out of the person's sight: it is done all the same.
    const QList<Document> result = call.repository().loadMany(made, {madeId});
    const QString title = result.isEmpty() ? QString() : result.first().head().title();
    if (call.json())
        call.out.json({{"action", action.key},
                       {"entity", made},
                       {"id", QString::number(madeId)},
                       {"record", result.isEmpty() ? QJsonObject() : toJson(call, result.first())}});
    else
        call.out.line(Tr::tr("%1: done. %2 “%3”, %4")
                          .arg(action.label.text(), call.entity(made).one().text(), title, QString::number(madeId)));
    return Ok;
}
} // namespace

Command actCommand()
{
    return {.name = "act",
            .summary = Tr::tr("Does with a record what the buttons of its page do; without an action it lists them"),
            .arguments = Tr::tr("ENTITY RECORD [ACTION [VALUE=...]]"),
            .options = {{"yes", {}, Tr::tr("does also what is asked about in the window")}},
            .examples = {"act invoices INV-2026-0007", "act invoices INV-2026-0007 issue",
                         "act subscriptions Hosting repeat_skip_missed --yes"},
            .least = 2,
            .most = -1,
            .run = act};
}

} // namespace crm::cli
