// What is offered to a client, who says yes or no: estimates, proposals, contracts.
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm::modules {

inline const QString offerDraft = QStringLiteral("draft"), offerSent = QStringLiteral("sent"),
                     offerAccepted = QStringLiteral("accepted"), offerDeclined = QStringLiteral("declined");

/// Number, client or lead, contact, owner, status, the day and until when, labels. @param dateField "estimate_date"
QList<Field> offerIdentity(const QString &dateField);
/// When it was sent and seen; when and by whom it was accepted, with the drawn signature, or why not.
QList<Field> offerOutcome();
/// Our own signature below the client's: when, by whom, the drawing. Of contracts; see countersignAction().
QList<Field> countersignFields();
/// The rules of the above, the actions "Mark as accepted", "Mark as declined" and "Note that the client has seen it",
/// what is printed of the signatures, and the lock that an accepted offer has; who accepted it is filled once. Behind
/// the fields; the rules of the lines follow. @param open further fields that stay open when it is accepted
void isOffered(Entity &entity, const QString &dateField, const QStringList &open);
/// Open, mine, expiring, expired, accepted, this month.
void offerViews(Entity &entity, const QString &dateField);

/// "Countersign": what is accepted is signed for us by the person who does it, with or without a drawing, once. Staff
/// alone.
Action countersignAction();

/// An action that is for clients alone: where the offer is for a lead, it says that the lead comes first.
Action forClients(Action action);
/// For conversions: whether it has not been declined; that it is accepted now.
bool isNotDeclined(const Record &offer);
void acceptOffer(Document &offer);

} // namespace crm::modules
