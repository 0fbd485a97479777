#include "equipment.h"
#include "texts.h"

namespace equipment {
namespace {
QList<crm::Choice> kinds()
{
    return {{QStringLiteral("computer"), Tr::label("Computer")},
            {QStringLiteral("phone"), Tr::label("Phone", "a device")},
            {QStringLiteral("furniture"), Tr::label("Furniture")},
            {QStringLiteral("key"), Tr::label("Key", "of a door")},
            {QStringLiteral("vehicle"), Tr::label("Vehicle")},
            {QStringLiteral("other"), Tr::label("Other")}};
}

QList<crm::Choice> states()
{
    return {{QStringLiteral("in_stock"), Tr::label("In stock"), QStringLiteral("green")},
            {QStringLiteral("given_out"), Tr::label("Given out"), QStringLiteral("blue")},
            {QStringLiteral("in_repair"), Tr::label("In repair"), QStringLiteral("orange")},
            {QStringLiteral("written_off"), Tr::label("Written off"), QStringLiteral("gray")}};
}

QList<crm::Field> fields()
{
    using namespace crm;
    return {
        text(QStringLiteral("number"), Tr::label("Number"), 24).readOnly().inList().searchable(),
        text(QStringLiteral("name"), Tr::label("Name"), 160).required().inList().searchable(),
        choice(QStringLiteral("kind"), Tr::label("Kind"), kinds()).byDefault(QStringLiteral("computer")).inList(),
        choice(QStringLiteral("state"), Tr::label("State"), states()).byDefault(QStringLiteral("in_stock")).inList(),
        ref(QStringLiteral("holder_id"), Tr::label("Holder"), QStringLiteral("users"))
            .inList()
            .help(Tr::label("The person who has it now. Filling this in hands it over.")),
        date(QStringLiteral("given_on"), Tr::label("Given on")).readOnly(),
        text(QStringLiteral("serial"), Tr::label("Serial number"), 80).searchable(),
        date(QStringLiteral("bought_on"), Tr::label("Bought on")).group(Tr::label("Purchase")),
        money(QStringLiteral("price"), Tr::label("Price"))
            .between(0, std::nullopt)
            .restricted(QStringLiteral("equipment_prices"))
            .group(Tr::label("Purchase")),
        date(QStringLiteral("warranty_until"), Tr::label("Warranty until")).inList().group(Tr::label("Purchase")),
        memo(QStringLiteral("note"), Tr::label("Note")),
    };
}
} // namespace

void Equipment::declare(crm::Registry &registry)
{
    registry.add(
        crm::Entity(QStringLiteral("equipment"), Tr::label("Piece of equipment"), Tr::label("Equipment"))
            .area(QStringLiteral("people"))
            .icon(QStringLiteral("box"))
            .title(QStringLiteral("name"))
            .hint(Tr::label("Laptops, phones, keys and the like: what the office owns and who holds it."))
            .fields(fields())
            .status(QStringLiteral("state"))
            .numbered(QStringLiteral("number"), QStringLiteral("EQ-"))
            .sortedBy(QStringLiteral("name"))
            .ownedBy(QStringLiteral("holder_id"))
            .attachments({QStringLiteral("comments"), QStringLiteral("files")})
            .view(QStringLiteral("given_out"), Tr::label("With people"), QStringLiteral("state = given_out"))
            .view(QStringLiteral("warranty"), Tr::label("Warranty ends soon"),
                  QStringLiteral("warranty_until >= today and warranty_until <= today+30d and state != written_off"),
                  QStringLiteral("warranty_until"))
            .beforeSave(keepHolder)
            .action(takeBack()));
}

QList<crm::VerbSpec> Equipment::verbs() const
{
    return {{QStringLiteral("equipment-due"), Tr::label("Lists equipment whose warranty ends soon"),
             QStringLiteral("equipment-due [--days N]"), listDue}};
}

} // namespace equipment
