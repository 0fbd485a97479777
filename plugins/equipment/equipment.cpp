#include "equipment.h"
#include "texts.h"

namespace equipment {
namespace {
QList<crm::Choice> kinds()
{
    return {{QStringLiteral("computer"), label("Computer")},   {QStringLiteral("phone"), label("Phone", "a device")},
            {QStringLiteral("furniture"), label("Furniture")}, {QStringLiteral("key"), label("Key", "of a door")},
            {QStringLiteral("vehicle"), label("Vehicle")},     {QStringLiteral("other"), label("Other")}};
}

QList<crm::Choice> states()
{
    return {{QStringLiteral("in_stock"), label("In stock"), QStringLiteral("green")},
            {QStringLiteral("given_out"), label("Given out"), QStringLiteral("blue")},
            {QStringLiteral("in_repair"), label("In repair"), QStringLiteral("orange")},
            {QStringLiteral("written_off"), label("Written off"), QStringLiteral("gray")}};
}

QList<crm::Field> fields()
{
    using namespace crm;
    return {
        text(QStringLiteral("number"), label("Number"), 24).readOnly().inList().searchable(),
        text(QStringLiteral("name"), label("Name"), 160).required().inList().searchable(),
        choice(QStringLiteral("kind"), label("Kind"), kinds()).byDefault(QStringLiteral("computer")).inList(),
        choice(QStringLiteral("state"), label("State"), states()).byDefault(QStringLiteral("in_stock")).inList(),
        ref(QStringLiteral("holder_id"), label("Holder"), QStringLiteral("users"))
            .inList()
            .help(label("The person who has it now. Filling this in hands it over.")),
        date(QStringLiteral("given_on"), label("Given on")).readOnly(),
        text(QStringLiteral("serial"), label("Serial number"), 80).searchable(),
        date(QStringLiteral("bought_on"), label("Bought on")).group(label("Purchase")),
        money(QStringLiteral("price"), label("Price"))
            .between(0, std::nullopt)
            .restricted(QStringLiteral("equipment_prices"))
            .group(label("Purchase")),
        date(QStringLiteral("warranty_until"), label("Warranty until")).inList().group(label("Purchase")),
        memo(QStringLiteral("note"), label("Note")),
    };
}
} // namespace

void Equipment::declare(crm::Registry &registry)
{
    registry.add(
        crm::Entity(QStringLiteral("equipment"), label("Piece of equipment"), label("Equipment"))
            .area(QStringLiteral("people"))
            .icon(QStringLiteral("box"))
            .title(QStringLiteral("name"))
            .hint(label("Laptops, phones, keys and the like: what the office owns and who holds it."))
            .fields(fields())
            .status(QStringLiteral("state"))
            .numbered(QStringLiteral("number"), QStringLiteral("EQ-"))
            .sortedBy(QStringLiteral("name"))
            .ownedBy(QStringLiteral("holder_id"))
            .attachments({QStringLiteral("comments"), QStringLiteral("files")})
            .view(QStringLiteral("given_out"), label("With people"), QStringLiteral("state = given_out"))
            .view(QStringLiteral("warranty"), label("Warranty ends soon"),
                  QStringLiteral("warranty_until >= today and warranty_until <= today+30d and state != written_off"),
                  QStringLiteral("warranty_until"))
            .beforeSave(keepHolder)
            .action(takeBack()));
}

QList<crm::VerbSpec> Equipment::verbs() const
{
    return {{QStringLiteral("equipment-due"), label("Lists equipment whose warranty ends soon"),
             QStringLiteral("equipment-due [--days N]"), listDue}};
}

} // namespace equipment
