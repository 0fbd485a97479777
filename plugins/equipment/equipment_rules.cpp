#include "core/model/record.h"
#include "equipment.h"
#include "texts.h"

namespace equipment {

using crm::Action;

void keepHolder(crm::RuleContext &c)
{
    const QString holder = QStringLiteral("holder_id");
    const QString state = QStringLiteral("state");
    const QString givenOn = QStringLiteral("given_on");
    crm::Record &piece = c.after.head();

    // Naming a holder hands the piece over; nobody should have to say the same thing twice.
    if (piece.ref(holder) && piece.text(state) == u"in_stock")
        piece.set(state, QStringLiteral("given_out"));
    if (!piece.ref(holder) && piece.text(state) == u"given_out")
        c.refuse(holder, Tr::tr("Say who holds it, or choose another state."));
    if (piece.ref(holder) && piece.text(state) == u"written_off")
        c.refuse(holder, Tr::tr("What is written off cannot be with a person: take it back first."));

    if (!piece.ref(holder))
        piece.set(givenOn, QVariant());
    else if (c.isNew() || c.changed(holder) || piece.value(givenOn).isNull())
        piece.set(givenOn, c.now.toLocalTime().date());
}

Action takeBack()
{
    Action action;
    action.key = QStringLiteral("take_back");
    action.label = Tr::label("Take back");
    action.icon = QStringLiteral("undo");
    action.available = [](const crm::Record &piece) { return piece.ref(QStringLiteral("holder_id")) != 0; };
    action.run = [](crm::ActionContext &c) {
        crm::Document piece = c.repository.load(c.record.entity().key(), c.record.id());
        piece.set(QStringLiteral("holder_id"), QVariant());
        piece.set(QStringLiteral("state"), QStringLiteral("in_stock"));
        c.repository.save(piece);
        c.result = {c.record.entity().key(), c.record.id()};
    };
    return action;
}

} // namespace equipment
