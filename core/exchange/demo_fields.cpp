#include "core/exchange/demo_fields.h"
#include "core/model/choice_text.h"

namespace crm {

namespace {
const QString branch = QStringLiteral("branch"), headcount = QStringLiteral("headcount");
}

DemoFields::DemoFields(const DemoDocuments &documents, const DemoWorld &world)
    : m_documents(documents)
    , m_world(world)
{}

QList<Document> DemoFields::definitions(const Catalog &catalog, bool fast) const
{
    const Entity &entity = catalog.at("custom_fields"), &clients = catalog.at("clients");
    QList<Document> made;
    for (const QString &key : {branch, headcount}) {
        if (clients.field(key))
            continue; // of other demo data
        const qint64 index = key == branch ? 0 : 1;
        const QStringList texts = m_world.texts().entry("own_fields", index); // label | help
        Document field(Record(entity, m_documents.id(DemoStream::Fields, index)));
        field.set("entity", clients.key());
        field.set("key", key);
        field.set("label", texts.value(0));
        field.set("help", texts.value(1));
        field.set("kind", kindName(key == branch ? Kind::Choice : Kind::Integer));
        if (key == branch)
            field.set("choices", m_world.texts().lines("branches").join(u'\n'));
        field.set("fast", fast);
        field.set("position", index + 1);
        made << field;
    }
    return made;
}

void DemoFields::fill(Document &client, qint64 index) const
{
    const auto own = [&client](const QString &key, Kind kind) -> const Field * {
        const Field *field = client.entity().field(key);
        return field && field->isCustom() && field->kind() == kind ? field : nullptr;
    };
    Dice dice = m_world.dice(DemoStream::Fields, index);
    const Field *choice = own(branch, Kind::Choice);
    if (choice && dice.chance(85))
        client.set(branch, dice.pick(choice->choices()).key);
    constexpr qint64 few = 40, many = 900;
    if (own(headcount, Kind::Integer) && client.value("type").toString() == QLatin1String("organisation"))
        client.set(headcount, dice.chance(80) ? dice.between(3, few) : dice.between(few, many));
}

} // namespace crm
