#include "core/store/refusals.h"
#include "core/model/entity.h"
#include <QCoreApplication>

namespace crm::refusal {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Writing)
};
struct RepositoryTr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Repository)
};
Error denied(const QString &sentence) { return {ErrorKind::Denied, sentence}; }
} // namespace

Error notFound() { return {ErrorKind::NotFound, Tr::tr("This record no longer exists, or you may not see it.")}; }
QString inTrashSentence(const QString &title) { return Tr::tr("“%1” is in the trash. Restore it first.").arg(title); }
Error inTrash(const QString &title) { return {ErrorKind::NotFound, inTrashSentence(title)}; }
Error changedMeanwhile(const QString &title)
{
    return {ErrorKind::Conflict, Tr::tr("Somebody else has changed “%1” meanwhile.").arg(title)};
}
Error notInTrash(const QString &title)
{
    return {ErrorKind::Validation, Tr::tr("“%1” is not in the trash.").arg(title)};
}
Error mayNotSet(const Field &field) { return denied(Tr::tr("You may not change “%1”.").arg(field.label().text())); }
Error mayNotCreate(const Entity &entity)
{
    return denied(Tr::tr("You may not create this: %1.").arg(entity.one().text()));
}
Error mayNotChange(const QString &title) { return denied(Tr::tr("You may not change “%1”.").arg(title)); }
Error mayNotHandOver(const QString &title)
{
    return denied(Tr::tr("You may not hand “%1” over to somebody whose records you do not reach.").arg(title));
}
Error outsideGroups(const Entity &entity, const QString &title, bool staff)
{
    if (!staff && title.isEmpty())
        return denied(Tr::tr("You may not create this: %1. It would not belong to the company that you sign in for. "
                             "Choose this company in the form.")
                          .arg(entity.one().text()));
    if (!staff)
        return denied(
            Tr::tr("You may not change “%1” so: it would not belong to the company that you sign in for.").arg(title));
    if (title.isEmpty())
        return denied(Tr::tr("You may not create this: %1. Your role is limited to clients of certain groups, and this "
                             "would belong to none of them.")
                          .arg(entity.one().text()));
    return denied(Tr::tr("You may not move “%1” there. Your role is limited to clients of certain groups, and it would "
                         "belong to none of them.")
                      .arg(title));
}
Error mayNotDelete(const QString &title) { return denied(Tr::tr("You may not delete “%1”.").arg(title)); }
Error numberedStays(const QString &title)
{
    return {ErrorKind::Validation,
            Tr::tr("“%1” has been issued and has its number: it cannot be deleted. Cancel it instead.").arg(title)};
}
Error seriesExhausted(const Entity &entity)
{
    const Field *number = entity.field(entity.numberField());
    return {
        ErrorKind::Validation,
        Tr::tr("The number series of “%1” is exhausted: the next number would be longer than the %2 characters that "
               "there is room for. Nothing was saved. An administrator can shorten the pattern under Settings, "
               "“Number series”.")
            .arg(entity.many().text())
            .arg(number ? number->size() : 0)};
}
Error mayNotRestore(const QString &title) { return denied(Tr::tr("You may not restore “%1”.").arg(title)); }
Error mayNotPurge() { return denied(Tr::tr("Only an administrator may delete for good.")); }
Error mayNotCheck() { return denied(RepositoryTr::tr("Only an administrator may check the database.")); }
Error mayNotMerge()
{
    return denied(RepositoryTr::tr(
        "You may not merge records. It needs an administrator or a role with the special right to merge."));
}
Error mayNotRunJobs()
{
    return denied(RepositoryTr::tr("You may not run the work of the system. It needs an administrator or a role with "
                                   "the special right to do so."));
}
Error mayNotSetPassword() { return denied(RepositoryTr::tr("You may only change your own password.")); }
Error cancelled() { return {ErrorKind::Cancelled, Tr::tr("Cancelled.")}; }
Error purgedForGood() { return {ErrorKind::Unsupported, Tr::tr("What was deleted for good cannot be brought back.")}; }
Error noSuchChange() { return {ErrorKind::NotFound, Tr::tr("There is no such change.")}; }
Error undoneAlready()
{
    return {ErrorKind::Validation, Tr::tr("This import or batch has been taken back already; nothing was changed.")};
}
Error unmerged()
{
    return {ErrorKind::Unsupported,
            Tr::tr("This took a merge back. To merge the records after all, choose them in the list once more.")};
}
Error partOfMerge()
{
    return {ErrorKind::Unsupported,
            Tr::tr("This is a part of a merge, which is taken back as a whole, with the batch that it was made in.")};
}
Error mergedOn(const QString &title)
{
    return {ErrorKind::Unsupported, Tr::tr("What became one with “%1” cannot be brought back: it has been merged into "
                                           "another record or deleted for good since. Nothing was changed.")
                                        .arg(title)};
}
Error noSuchBatch() { return {ErrorKind::NotFound, Tr::tr("There is no such import or batch.")}; }

FieldFault brokenReference(const Field &field, const QString &line)
{
    return {field.key(),
            Tr::tr("“%1”: the chosen record does not exist any more, or you may not see it.").arg(field.label().text()),
            line};
}
FieldFault taken(const Field &field)
{
    return {field.key(), Tr::tr("“%1” is already in use. Choose another value.").arg(field.label().text()), {}};
}

} // namespace crm::refusal
