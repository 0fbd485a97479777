#include "core/exchange/batch_edit.h"
#include "core/model/error.h"
#include "core/store/store_repository.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::BatchEdit)
};
constexpr int planPortion = 400;

void tell(const Progress &progress, qint64 done, qint64 total)
{
    if (progress && !progress(done, total))
        throw Error(ErrorKind::Cancelled, Tr::tr("Cancelled."));
}

QVariant changed(const Document &document, const BatchChange &change)
{
    if (change.how == BatchChange::Set)
        return change.value;
    const Field *field = document.entity().field(change.field);
    if (field && field->kind() == Kind::Choices) {
        QStringList keys = choiceKeys(document.value(change.field));
        const QStringList part = choiceKeys(change.value);
        for (const QString &key : part) {
            if (change.how == BatchChange::Remove)
                keys.removeAll(key);
            else
                keys << key;
        }
        return choicesValue(keys);
    }
    IdList now = document.value(change.field).value<IdList>();
    const IdList part = change.value.value<IdList>();
    for (const Id id : part) {
        if (change.how == BatchChange::Remove)
            now.removeAll(id);
        else if (!now.contains(id))
            now << id;
    }
    return now.isEmpty() ? QVariant() : QVariant::fromValue(now);
}

bool isSame(const QVariant &a, const QVariant &b)
{
    const bool lists = a.typeId() == qMetaTypeId<IdList>() || b.typeId() == qMetaTypeId<IdList>();
    return lists ? a.value<IdList>() == b.value<IdList>() : a == b;
}

/// A refusal that concerns this record; everything else ends the work.
bool isOfRecord(const Error &e)
{
    return e.kind() == ErrorKind::Validation || e.kind() == ErrorKind::Denied || e.kind() == ErrorKind::Conflict ||
           e.kind() == ErrorKind::NotFound;
}
} // namespace

qint64 BatchReport::refusedCount() const
{
    qint64 count = 0;
    for (const qint64 n : refused)
        count += n;
    return count;
}

IdList idsOfList(Repository &repository, const Query &list, const Progress &progress)
{
    Query query = list;
    query.columns = QStringList{QStringLiteral("id")};
    IdList out;
    PageAt at;
    at.limit = 1000;
    for (;;) {
        const Page page = repository.page(query, at);
        for (const Row &row : page.rows)
            out << row.id;
        tell(progress, out.size(), 0);
        if (page.atEnd || page.rows.isEmpty())
            return out;
        at.type = PageAt::After;
        at.key = page.rows.constLast().key;
    }
}

BatchPlan planBatch(Repository &repository, const QString &key, const IdList &ids, Verb verb, const Progress &progress)
{
    const Entity &entity = repository.catalog()->at(key);
    auto &store = dynamic_cast<StoreRepository &>(repository);
    BatchPlan plan;
    for (qsizetype from = 0; from < ids.size(); from += planPortion) {
        const IdList portion = ids.mid(from, planPortion);
        const qsizetype seen = store.allowed(key, portion, Verb::Read).size();
        const IdList allowed = store.allowed(key, portion, verb);
        plan.gone += portion.size() - seen;
        plan.notAllowed += seen - allowed.size();
        IdList free = allowed;
        if (verb == Verb::Update && entity.lockReason()) {
            free.clear();
            const QList<Document> documents = repository.loadMany(key, allowed);
            for (const Document &d : documents) {
                if (entity.lockReason()(d.head()).isEmpty())
                    free << d.id();
                else
                    ++plan.locked;
            }
        }
        plan.ids += free;
        tell(progress, from + portion.size(), ids.size());
    }
    return plan;
}

bool isBatchField(const Entity &entity, const Field &field, const Policy &policy)
{
    return policy.edits(field) && !field.isHidden() && !field.isUnique() && field.kind() != Kind::File &&
           field.key() != entity.numberField() && entity.field(field.key());
}

void changePortion(Repository &repository, const QString &key, const IdList &ids, const BatchChange &change,
                   BatchReport &report)
{
    QList<Document> documents;
    const QList<Document> stored = repository.loadMany(key, ids);
    if (stored.size() < ids.size())
        report.refused[Tr::tr("The record is no longer there.")] += ids.size() - stored.size();
    for (Document d : stored) {
        const QVariant value = changed(d, change);
        if (isSame(d.value(change.field), value)) {
            ++report.same;
            continue;
        }
        d.set(change.field, value);
        documents << d;
    }
    if (documents.isEmpty())
        return;
    const Id batch = report.batch ? report.batch : newId();
    const auto save = [&](const QList<Document> &list) {
        repository.saveMany(list, batch);
        report.batch = batch;
        report.changed += list.size();
    };
    try {
        return save(documents);
    } catch (const Error &e) {
        if (!isOfRecord(e))
            throw;
    }
    for (const Document &d : std::as_const(documents)) { // one of them is refused: each by itself
        try {
            save({d});
        } catch (const Error &e) {
            if (!isOfRecord(e))
                throw;
            ++report.refused[e.faults().isEmpty() ? e.sentence() : e.faults().constFirst().sentence];
        }
    }
}

} // namespace crm
