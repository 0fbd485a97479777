#include "app/cli/call.h"
#include "core/extend/extensions.h"
#include "core/model/fast_field.h"
#include <QJsonArray>

namespace crm::cli {

namespace {
QString className(FieldClass c)
{
    return c == FieldClass::All        ? QStringLiteral("all")
           : c == FieldClass::Internal ? QStringLiteral("internal")
                                       : QStringLiteral("restricted");
}

QString scopeName(Scope::Kind kind)
{
    switch (kind) {
    case Scope::Everyone:
        return QStringLiteral("everyone");
    case Scope::Owner:
        return QStringLiteral("owner");
    case Scope::Parent:
        return QStringLiteral("parent");
    case Scope::Attached:
        return QStringLiteral("attached");
    case Scope::Private:
        return QStringLiteral("private");
    }
    return {};
}

QJsonObject fieldJson(const Field &field)
{
    QJsonObject object{{"key", field.key()}, {"kind", kindName(field.kind())}, {"label", field.label().text()}};
    const auto put = [&](const char *key, const QJsonValue &value, bool given) {
        if (given)
            object.insert(QLatin1String(key), value);
    };
    put("help", field.helpText().text(), !field.helpText().isEmpty());
    put("size", field.size(), field.size() > 0);
    put("scale", field.scale(), field.scale() > 0);
    put("target", field.target(), !field.target().isEmpty());
    put("minimum", QString::number(field.minimum().value_or(0)), field.minimum().has_value());
    put("maximum", QString::number(field.maximum().value_or(0)), field.maximum().has_value());
    put("required", true, field.isRequired());
    put("in_list", true, field.isInList());
    put("searchable", true, field.isSearchable());
    put("unique", true, field.isUnique());
    put("read_only", true, field.isReadOnly());
    put("computed", true, field.isComputed());
    put("hidden", true, field.isHidden());
    put("custom", true, field.isCustom());
    put("fast", true, isFast(field));
    put("class", className(field.fieldClass()), field.fieldClass() != FieldClass::All);
    put("right", field.right(), !field.right().isEmpty());
    QJsonArray choices;
    for (const Choice &choice : field.choices())
        choices << QJsonObject{{"key", choice.key}, {"label", choice.label.text()}};
    put("choices", choices, !choices.isEmpty());
    return object;
}

QJsonObject entityJson(const Entity &entity, const Policy *policy)
{
    QJsonArray fields, lines, views, actions;
    for (const Field &field : entity.fieldList()) {
        if (!policy || policy->sees(field))
            fields << fieldJson(field);
    }
    for (const LineTable &table : entity.lineTables())
        lines << table.entity;
    for (const DefaultView &view : entity.views())
        views << QJsonObject{
            {"key", view.key}, {"label", view.label.text()}, {"where", view.where}, {"sort", view.sort}};
    for (const Action &action : entity.actions())
        actions << QJsonObject{{"key", action.key}, {"label", action.label.text()}};
    QJsonObject scope{{"kind", scopeName(entity.scope().kind)}};
    if (!entity.scope().field.isEmpty())
        scope.insert("field", entity.scope().field);
    if (!entity.scope().members.isEmpty())
        scope.insert("members", entity.scope().members);
    QJsonObject object{{"key", entity.key()},
                       {"one", entity.one().text()},
                       {"many", entity.many().text()},
                       {"area", entity.areaKey()},
                       {"title", entity.titleField()},
                       {"scope", scope},
                       {"dictionary", entity.isDictionary()},
                       {"fields", fields},
                       {"lines", lines},
                       {"attachments", QJsonArray::fromStringList(entity.attachments())},
                       {"views", views},
                       {"actions", actions}};
    if (entity.isLine())
        object.insert("line_of", entity.lineOf());
    if (!entity.numberField().isEmpty())
        object.insert("number", entity.numberField());
    if (!entity.statusField().isEmpty())
        object.insert("status", entity.statusField());
    return object;
}

void print(Call &call, const Entity &entity, const Policy *policy)
{
    QList<QStringList> rows;
    for (const Field &field : entity.fieldList()) {
        if (policy && !policy->sees(field))
            continue;
        QStringList notes;
        if (field.isRequired())
            notes << Tr::tr("required");
        if (field.isReadOnly())
            notes << Tr::tr("filled in by the program");
        if (isFast(field))
            notes << Tr::tr("fast to filter and sort");
        if (!field.target().isEmpty())
            notes << field.target();
        for (const Choice &choice : field.choices().mid(0, 8))
            notes << choice.key;
        rows << QStringList{field.key(), kindName(field.kind()), field.label().text(),
                            notes.join(QStringLiteral(", "))};
    }
    call.out.line(entity.many().text());
    call.out.table({Tr::tr("Field"), Tr::tr("Kind"), Tr::tr("Label"), Tr::tr("Notes")}, rows);
}

int describe(Call &call)
{
    // Without a database: what the program and its plugins declare. With one: its custom fields too, as far as the
    // person sees.
    std::unique_ptr<Catalog> declared;
    const Policy *policy = nullptr;
    const bool opened = !call.globals().database.isEmpty();
    if (opened)
        policy = &call.repository().actor().policy;
    else
        declared = std::make_unique<Catalog>(registry());
    const Catalog &catalog = opened ? call.catalog() : *declared;
    const QString wanted = call.arguments.value(0);
    QList<const Entity *> entities;
    if (wanted.isEmpty())
        entities = catalog.entities();
    else
        entities << &catalog.at(wanted);
    if (call.json()) {
        QJsonArray list;
        for (const Entity *entity : entities)
            list << entityJson(*entity, policy);
        call.out.json({{"base_currency", catalog.baseCurrency}, {"entities", list}});
    } else if (!wanted.isEmpty()) {
        print(call, *entities.first(), policy);
    } else {
        QList<QStringList> rows;
        for (const Entity *entity : entities)
            rows << QStringList{entity->key(), entity->many().text(), entity->areaKey(),
                                QString::number(entity->fieldList().size())};
        call.out.table({Tr::tr("Entity"), Tr::tr("Label"), Tr::tr("Area"), Tr::tr("Fields")}, rows,
                       {false, false, false, true});
    }
    return Ok;
}
} // namespace

Command describeCommand()
{
    return {.name = "describe",
            .summary = Tr::tr("Shows the kinds of records and their fields"),
            .arguments = Tr::tr("[ENTITY]"),
            .examples = {"describe clients", "describe --json"},
            .least = 0,
            .most = 1,
            .run = describe};
}

} // namespace crm::cli
