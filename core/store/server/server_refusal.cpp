#include "core/store/server/server_refusal.h"
#include "core/model/demands.h"
#include "core/model/entity.h"
#include "core/model/registry.h"
#include "core/store/refusals.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerRepository)
};

// For the log, and to be known again.
const QString maintenance = QStringLiteral("refused: maintenance"), noSession = QStringLiteral("refused: nosession"),
              oldOffice = QStringLiteral("refused: version");

/// "order_lines/3" for the line with that id; empty if it is none of this document.
QString lineOf(const Document *document, const ServerRefusal &refusal)
{
    if (!document || refusal.entity() == document->entity().key())
        return {};
    const QList<Record> lines = document->lines(refusal.entity());
    const Id id = refusal.detail().section(u'/', -1).toLongLong(); // "unmet/7" of a demand, else the id alone
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].id() == id)
            return refusal.entity() + u'/' + QString::number(i + 1);
    }
    return {};
}

Error faultOf(const ServerRefusal &refusal, const Field *field, const QString &line)
{
    const QString name = field ? field->label().text() : QString();
    if (refusal.refusal() == QLatin1String("reference") && field)
        return Error::validation({refusal::brokenReference(*field, line)});
    if (refusal.refusal() == QLatin1String("taken") && field)
        return Error::validation({refusal::taken(*field)});
    if (refusal.refusal() == QLatin1String("required") && field)
        return Error::validation({{field->key(), Tr::tr("%1: please fill this in.").arg(name), line}});
    const bool unknown = !refusal.field().isEmpty() && (!field || refusal.detail() == QLatin1String("unknown"));
    // Custom fields come and go while forms are open; the server knows first. It may also be a field that a newer
    // program brought along.
    if (unknown && (!field || field->isCustom()))
        return Error::validation(
            {{refusal.field(),
              Tr::tr(
                  "The fields of these records have been changed meanwhile. Open the record once more, then save; if "
                  "that does not help, update the program."),
              line}});
    // A declared field that only one side knows: they are of different versions.
    if (unknown)
        return {
            ErrorKind::Unsupported,
            Tr::tr("This program and the office are of different versions, so this cannot be saved. Update the "
                   "program; if it is newer than the office, an administrator has to run: mycrmctl server upgrade.")};
    if (field && refusal.detail().section(u'/', 0, 0) == QLatin1String("unmet"))
        return Error::validation({{field->key(), demandWords(refusal.entity(), field->key()).text(), line}});
    if (field)
        return Error::validation(
            {{field->key(), Tr::tr("%1: the server does not accept this value.").arg(name), line}});
    // For the log: the sentence names no field, and the procedure's own word is all there is to go by.
    return {ErrorKind::Validation, Tr::tr("The server does not accept these values."), refusal.details()};
}

Error deniedAs(const Field *field, const Attempt &attempt)
{
    if (field)
        return refusal::mayNotSet(*field);
    switch (attempt.what) {
    case Attempt::Save:
        return attempt.document->head().isNew() ? refusal::mayNotCreate(attempt.document->entity())
                                                : refusal::mayNotChange(attempt.document->head().title());
    case Attempt::Remove:
        return refusal::mayNotDelete(attempt.title);
    case Attempt::Restore:
        return refusal::mayNotRestore(attempt.title);
    case Attempt::Purge:
        return refusal::mayNotPurge();
    case Attempt::Other:
        break;
    }
    return {ErrorKind::Denied, Tr::tr("Your role does not let you do this.")};
}

Error aboutTheRecord(const ServerRefusal &refusal, const QString &title)
{
    if (refusal.refusal() == QLatin1String("notfound"))
        return refusal::notFound();
    if (refusal.refusal() == QLatin1String("trashed"))
        return refusal::inTrash(title);
    if (refusal.refusal() == QLatin1String("conflict"))
        return {ErrorKind::Conflict, Tr::tr("Somebody else has changed “%1” meanwhile.").arg(title)};
    return {ErrorKind::Validation, Tr::tr("“%1” can no longer be changed.").arg(title)};
}

std::optional<Error> aboutTheSession(const QString &kind, const QString &detail)
{
    if (kind == QLatin1String("nosession"))
        return Error(ErrorKind::Connection, Tr::tr("The server has ended the session."), noSession);
    if (kind == QLatin1String("address"))
        return Error(ErrorKind::Denied,
                     Tr::tr("From this computer's address you may not sign in. Ask an administrator."));
    if (kind == QLatin1String("inactive"))
        return Error(ErrorKind::Denied, Tr::tr("Your account has been deactivated. Ask an administrator."));
    if (kind == QLatin1String("maintenance"))
        return Error(ErrorKind::Busy,
                     Tr::tr("An administrator is working on the database. Nothing can be saved until that is done."),
                     maintenance);
    if (kind == QLatin1String("version") && detail == QLatin1String("database"))
        return Error(
            ErrorKind::Unsupported,
            Tr::tr("The office has not been upgraded to this version of the program yet. An administrator does "
                   "that with: mycrmctl server upgrade. Until then, use the version that the office uses."),
            oldOffice);
    if (kind == QLatin1String("version"))
        return Error(ErrorKind::Unsupported,
                     Tr::tr("Your office uses a newer version of the program. Update this one."));
    if (kind == QLatin1String("busy"))
        return Error(ErrorKind::Busy, Tr::tr("Others are saving the same records. Try again in a moment."));
    if (kind == QLatin1String("unsupported"))
        return Error(
            ErrorKind::Unsupported,
            Tr::tr("The office cannot do this yet. If this program is newer than the office, an administrator has to "
                   "run: mycrmctl server upgrade."));
    if (kind == QLatin1String("lastadmin"))
        return Error::validation({{{},
                                   Tr::tr("Somebody must remain who can administer the program. Make another active "
                                          "person an administrator first."),
                                   {}}});
    return std::nullopt;
}
} // namespace

const ServerRefusal *serverRefusal(const Error &error) { return dynamic_cast<const ServerRefusal *>(&error); }

bool refusedAs(const Error &error, const char *kind)
{
    const ServerRefusal *refusal = serverRefusal(error);
    return refusal && refusal->refusal() == QLatin1String(kind);
}

bool isMaintenance(const Error &error)
{
    const ServerRefusal *refusal = serverRefusal(error);
    return error.details() == maintenance || (refusal && refusal->refusal() == u"maintenance");
}

bool isNoSession(const Error &error)
{
    const ServerRefusal *refusal = serverRefusal(error);
    return error.details() == noSession || (refusal && refusal->refusal() == u"nosession");
}

bool isOldOffice(const Error &error) { return error.details() == oldOffice; }

Error inWords(const Error &error, const Catalog &catalog, const Attempt &attempt)
{
    const ServerRefusal *refusal = serverRefusal(error);
    if (!refusal)
        return error;
    if (const std::optional<Error> known = aboutTheSession(refusal->refusal(), refusal->detail()))
        return *known;
    const Entity *entity = catalog.find(refusal->entity());
    const Field *field = entity ? entity->field(refusal->field()) : nullptr;
    const QString title = attempt.document ? attempt.document->head().title() : attempt.title;
    static const QStringList values = {QStringLiteral("invalid"), QStringLiteral("required"), QStringLiteral("taken"),
                                       QStringLiteral("reference"), QStringLiteral("duplicate")};
    const bool isOfGuest = refusal->detail() == QLatin1String("guest");
    if (refusal->refusal() == QLatin1String("denied") && (isOfGuest || refusal->detail() == QLatin1String("groups")) &&
        entity)
        return refusal::outsideGroups(*entity, attempt.document && attempt.document->head().isNew() ? QString() : title,
                                      !isOfGuest);
    if (refusal->refusal() == QLatin1String("denied"))
        return deniedAs(field, attempt);
    if (refusal->refusal() == QLatin1String("exhausted") && entity)
        return refusal::seriesExhausted(*entity);
    if (refusal->refusal() == QLatin1String("locked") && attempt.what == Attempt::Remove)
        return refusal::numberedStays(title);
    if (values.contains(refusal->refusal()))
        return faultOf(*refusal, field, lineOf(attempt.document, *refusal));
    return aboutTheRecord(*refusal, title);
}

} // namespace crm
