#include "core/modules/offer_parts.h"
#include "core/model/demands.h"
#include "core/model/division.h"
#include "core/model/drawing.h"
#include "core/model/filled_once.h"
#include "core/model/format.h"
#include "core/model/number_series.h"
#include "core/modules/document_totals.h"
#include "core/modules/parts.h"
#include "core/modules/project_parts.h"
#include "core/store/repository.h"

namespace crm::modules {

namespace {
const QString signature = QStringLiteral("signature"), countersignature = QStringLiteral("countersignature"),
              countersignedBy = QStringLiteral("countersigned_by"),
              countersignedAt = QStringLiteral("countersigned_at");

void noteAcceptance(RuleContext &c)
{
    const bool isAccepted = c.after.head().text("status") == offerAccepted;
    if (!isAccepted)
        c.after.set("accepted_at", QVariant());
    else if (isEmptyValue(c.after.value("accepted_at")))
        c.after.set("accepted_at", c.now);
}

/// What was accepted, taken back and is offered again is signed anew. Until then it stays to be seen who had signed; it
/// is printed only while the lock holds. (The save that takes it back cannot clear it: a server still holds the lock.)
void forgetSignatures(RuleContext &c)
{
    if (c.isNew() || c.before->head().text("status") != offerDeclined || !c.changed("status"))
        return;
    for (const QString &key : {signature, countersignature, countersignedBy, countersignedAt}) {
        if (c.after.entity().field(key))
            c.after.set(key, QVariant());
    }
    for (const char *key : {"accepted_by", "accepted_email"}) {
        if (!c.changed(QLatin1String(key)))
            c.after.set(key, QVariant());
    }
}

/// Each sending is of what it says now: whoever saw what it said before has not seen this.
void noteSending(RuleContext &c)
{
    if (c.after.head().text("status") != offerSent || !(c.isNew() || c.changed("status")))
        return;
    if (!c.isNew() || isEmptyValue(c.after.value("sent_at")))
        c.after.set("sent_at", c.now);
    if (c.isNew())
        return;
    c.after.set("seen_at", QVariant());
    c.after.set("seen_by", QVariant());
}

/// A client or a lead, never both. What a lead was offered goes along when it becomes a client (lead_conversion.h).
void forOneOfBoth(RuleContext &c)
{
    const Record &offer = c.after.head();
    const Id client = offer.ref("client_id"), lead = offer.ref("lead_id");
    if (client == 0 && lead == 0)
        c.refuse("client_id", label("Say whom it is for: choose a client or a lead.").text());
    else if (client != 0 && lead != 0)
        c.refuse("lead_id", label("It is for a client or for a lead, not for both: leave one of them empty.").text());
    if (lead == 0)
        return;
    if (offer.ref("contact_id") != 0)
        c.refuse("contact_id", label("A lead has no contacts yet: leave this empty.").text());
    const auto found = c.read.find("leads", lead);
    if (found && found->ref("client_id") != 0 && c.changed("lead_id"))
        c.refuse("lead_id", label("This lead has become a client already: choose the client.").text());
}

/// The lock leaves both open for the way from a lead to its client, and for that alone.
void acceptedByTheSame(RuleContext &c)
{
    if (!c.before || isEmptyValue(c.before->value("accepted_at")) || !(c.changed("client_id") || c.changed("lead_id")))
        return;
    const auto lead = c.read.find("leads", c.before->head().ref("lead_id"));
    const bool becameClient = lead && lead->ref("client_id") != 0 && c.after.head().ref("lead_id") == 0 &&
                              lead->ref("client_id") == c.after.head().ref("client_id");
    if (!becameClient)
        c.refuse("client_id", label("This has been accepted: whom it is for stays as it is.").text());
}

void takeCurrencyOfLead(RuleContext &c)
{
    if (c.after.head().ref("client_id") != 0 || !(c.isNew() || c.changed("lead_id") || c.changed("currency")))
        return;
    if (const auto lead = c.read.find("leads", c.after.head().ref("lead_id")))
        c.after.set("currency", lead->value("currency"));
}

Rule datesInOrder(const QString &dateField)
{
    return [dateField](RuleContext &c) {
        const QDate made = c.after.head().date(dateField), until = c.after.head().date("valid_until");
        if (made.isValid() && until.isValid() && until < made)
            c.refuse("valid_until", label("It cannot end before it begins: choose a later date.").text());
    };
}

Field drawingField(const QString &key, const Label &name) { return text(key, name, longestDrawing); }

Action decision(const char *key, const Label &what, const QString &status, const QList<Field> &asked)
{
    const auto available = [status](const Record &offer) {
        return offer.text("status") != status && offer.text("status") != offerAccepted;
    };
    return statusStep(key, what, status == offerAccepted ? "check" : "ban", available, status, asked);
}

Action seenAction()
{
    Action a;
    a.key = "seen";
    a.label = label("Note that the client has seen it");
    a.icon = "eye";
    a.available = [](const Record &offer) { return offer.text("status") == offerSent; };
    a.parameters = {
        text("seen_by", label("Seen by"), 160).required(),
        moment("seen_at", label("Seen on")).byDefault([] { return QVariant(QDateTime::currentDateTimeUtc()); })};
    a.run = [](ActionContext &context) {
        const QVariant given = context.parameters.value("seen_at");
        const QDateTime now = QDateTime::currentDateTimeUtc(), at = isEmptyValue(given) ? now : given.toDateTime();
        if (at > now)
            throw Error::validation({{"seen_at", label("This moment has not come yet.").text(), {}}});
        context.record.set("seen_at", at);
        context.record.set("seen_by", context.parameters.value("seen_by"));
        context.repository.save(context.record);
    };
    return a;
}

void isSigned(Entity &entity)
{
    QStringList drawings{signature}, once{"accepted_by", "accepted_email"};
    QList<SignedPlace> places{{signature, "accepted_by", "accepted_at", label("Accepted for the client")}};
    if (entity.field(countersignature)) {
        drawings << countersignature;
        once << countersignature << countersignedBy << countersignedAt;
        places << SignedPlace{countersignature, countersignedBy, countersignedAt, label("Signed for us")};
    }
    holdsDrawings(entity.key(), drawings);
    signedOnPaper(entity.key(), places);
    filledOnce(entity.key(), once);
    if (entity.field(countersignature))
        demands(entity.key(),
                {.writersName = {countersignedBy}, .byStaff = {countersignedBy, countersignedAt, countersignature}});
}
} // namespace

QList<Field> offerIdentity(const QString &dateField)
{
    return {
        text("number", label("Number"), 40).readOnly().unique().inList().searchable(),
        ref("client_id", label("Client"), "clients").inList().whenTargetPurged(OnDelete::Restrict),
        ref("lead_id", label("Lead"), "leads")
            .inList()
            .whenTargetPurged(OnDelete::Restrict)
            .help(label("For somebody who is not a client yet, instead of the client.")),
        ref("contact_id", label("Contact"), "contacts"),
        projectField(),
        ref("owner_id", label("Owner", "who looks after a record"), "users").inList(),
        choice("status", label("Status"),
               {{offerDraft, label("Draft", "of a document"), "gray"},
                {offerSent, label("Sent", "of a document"), "blue"},
                {offerAccepted, label("Accepted", "of a document"), "green"},
                {offerDeclined, label("Declined", "of a document"), "red"}})
            .required()
            .inList()
            .byDefault(offerDraft)
            .transition(offerDraft, {offerSent, offerAccepted, offerDeclined})
            .transition(offerSent, {offerDraft, offerAccepted, offerDeclined})
            .transition(offerDeclined, {offerSent})
            .transition(offerAccepted, {offerDeclined}),
        date(dateField, label("Date", "of a document")).required().inList().byDefault([] {
            return QVariant(QDate::currentDate());
        }),
        date("valid_until", label("Valid until")).inList(),
        labels("labels", label("Labels")),
    };
}

QList<Field> offerOutcome()
{
    const Label heading = label("Outcome");
    return {
        moment("sent_at", label("Sent on")).readOnly().group(heading).help(label("When its status became “Sent”.")),
        moment("seen_at", label("Seen on")).readOnly().group(heading),
        text("seen_by", label("Seen by"), 160)
            .readOnly()
            .group(heading)
            .help(label("Who looked at it for the client.")),
        moment("accepted_at", label("Accepted on")).readOnly().group(heading),
        text("accepted_by", label("Accepted by"), 160).group(heading).help(label("Who said yes for the client.")),
        email("accepted_email", label("E-mail of who accepted")).group(heading),
        drawingField(signature, label("Signature")).readOnly().hidden().group(heading),
        text("decline_reason", label("Why it was declined"), 250).group(heading),
    };
}

QList<Field> countersignFields()
{
    const Label heading = label("Our signature");
    return {
        moment(countersignedAt, label("Countersigned on")).readOnly().group(heading),
        text(countersignedBy, label("Countersigned by"), 160).readOnly().group(heading),
        drawingField(countersignature, label("Our signature")).readOnly().hidden().group(heading),
    };
}

Action countersignAction()
{
    Action a;
    a.key = "countersign";
    a.label = label("Countersign");
    a.icon = "edit";
    a.available = [](const Record &offer) {
        return offer.text("status") == offerAccepted && isEmptyValue(offer.value(countersignedAt));
    };
    a.parameters = {drawingField(countersignature, label("Our signature"))};
    a.run = [](ActionContext &context) {
        if (!context.actor.policy.isStaff())
            throw Error(ErrorKind::Denied, label("Only staff signs for us.").text());
        context.record.set(countersignedAt, QDateTime::currentDateTimeUtc());
        context.record.set(countersignedBy, context.actor.name.left(160));
        context.record.set(countersignature, context.parameters.value(countersignature));
        context.repository.save(context.record);
    };
    return a;
}

void isOffered(Entity &entity, const QString &dateField, const QStringList &open)
{
    entity.status("status").currency("currency").ownedBy("owner_id").notMerged();
    entity.attachments({"tasks", "notes", "reminders", "comments", "files"});
    entity.beforeSave(forOneOfBoth).beforeSave(acceptedByTheSame);
    entity.beforeSave(ownedByCreator("owner_id")).beforeSave(takeCurrencyOfClient).beforeSave(takeCurrencyOfLead);
    entity.beforeSave(followProject);
    entity.beforeSave(primaryContactByDefault("contact_id", "client_id"));
    entity.beforeSave(contactOfClient("contact_id", "client_id")).beforeSave(datesInOrder(dateField));
    entity.beforeSave(noteAcceptance).beforeSave(forgetSignatures).beforeSave(noteSending);
    numberedByDate(entity.key(), dateField);
    belongsThrough(entity.key(), {"client_id", "lead_id"});
    hiddenFromGuests(entity.key(), "status", {offerDraft});
    QStringList ours;
    if (entity.field(countersignature))
        ours = {countersignature, countersignedBy, countersignedAt};
    entity.lockedWhile("accepted_at", label("The client has accepted this: what it says stays as it is."),
                       QStringList{"status", "accepted_at", "accepted_by", "accepted_email", "decline_reason",
                                   "client_id", "lead_id", "project_id", "owner_id", "labels", "note"} +
                           ours + open);
    isSigned(entity);
    entity.action(decision("accept", label("Mark as accepted"), offerAccepted,
                           {text("accepted_by", label("Accepted by"), 160).required(),
                            email("accepted_email", label("E-mail of who accepted")),
                            drawingField(signature, label("Signature"))}));
    entity.action(decision("decline", label("Mark as declined"), offerDeclined,
                           {text("decline_reason", label("Why it was declined"), 250)}));
    entity.action(seenAction());
}

void offerViews(Entity &entity, const QString &dateField)
{
    const QString open = QStringLiteral("status in (draft, sent)"), newest = u'-' + dateField;
    entity.view("open", label("Open", "offers"), open, newest);
    entity.view("mine", label("Mine", "offers"), "owner_id = me", newest);
    entity.view("expiring", label("Expiring"), open + " and valid_until >= today and valid_until <= today+7d",
                "valid_until");
    entity.view("expired", label("Expired"), open + " and valid_until < today", "valid_until");
    entity.view("accepted", label("Accepted", "offers"), "status = accepted", newest);
    entity.view("this_month", label("This month"), dateField + " = this_month", newest);
    entity.sortedBy(newest);
}

Action forClients(Action action)
{
    action.run = [run = action.run](ActionContext &context) {
        const Id lead = context.record.head().ref("lead_id");
        if (lead != 0) {
            const auto found = context.read.find("leads", lead);
            const bool became = found && found->ref("client_id") != 0;
            throw Error::validation(
                {{became ? "client_id" : "lead_id",
                  became
                      ? label("The lead has become a client: choose that client here first.").text()
                      : label("This is for a lead. Convert the lead to a client first: what it was offered goes along.")
                            .text(),
                  {}}});
        }
        run(context);
    };
    return action;
}

bool isNotDeclined(const Record &offer) { return offer.text("status") != offerDeclined; }
void acceptOffer(Document &offer) { offer.set("status", offerAccepted); }

} // namespace crm::modules
