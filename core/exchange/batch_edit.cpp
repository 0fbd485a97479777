#include "core/exchange/batch_edit.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/store/store_repository.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::BatchEdit)
};
constexpr int planPortion = 400;
constexpr int countPortion = 50'000; // ids of one statement

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

namespace {
/// What is added or taken away, one by one.
QVariantList partsOf(const Field &field, const QVariant &value)
{
    QVariantList out;
    if (field.kind() == Kind::Choices) {
        for (const QString &key : choiceKeys(value))
            out << key;
    } else {
        for (const Id id : value.value<IdList>())
            out << QVariant::fromValue<Id>(id);
    }
    return out;
}

/// Holds for every record that is so already, and perhaps for a few more.
Filter sameAlready(const Field &field, const BatchChange &change)
{
    const QVariantList part = partsOf(field, change.value);
    if (!holdsSeveral(field) || part.isEmpty())
        return isEmptyValue(change.value) ? Filter::where(field.key(), Op::IsEmpty)
                                          : Filter::where(field.key(), Op::Equal, change.value);
    QList<Filter> holds;
    for (const QVariant &one : part)
        holds << Filter::where(field.key(), Op::Equal, one);
    if (change.how != BatchChange::Remove)
        return Filter::all(holds);
    Filter none;
    none.type = Filter::Not;
    none.parts = {Filter::any(holds)};
    return none;
}

/// Texts are compared without case, and a list may hold more, or in another order.
bool isExact(const Field &field, const BatchChange &change)
{
    if (isEmptyValue(change.value))
        return true;
    return holdsSeveral(field) ? change.how != BatchChange::Set
                               : !isTextKind(field.kind()) || field.kind() == Kind::Choice;
}

qint64 countEqual(Repository &repository, Query query, const BatchChange &change)
{
    query.columns = QStringList{change.field};
    qint64 equal = 0;
    PageAt at;
    at.limit = 1000;
    for (;;) {
        const Page page = repository.page(query, at);
        for (const Row &row : page.rows)
            equal += isSame(row.values.value(0), change.value) ? 1 : 0;
        if (page.atEnd || page.rows.isEmpty())
            return equal;
        at.type = PageAt::After;
        at.key = page.rows.constLast().key;
    }
}
} // namespace

qint64 countSame(Repository &repository, const QString &key, const IdList &ids, const BatchChange &change,
                 const Progress &progress)
{
    const Field *field = repository.catalog()->at(key).field(change.field);
    if (!field)
        return 0;
    if (change.how != BatchChange::Set && partsOf(*field, change.value).isEmpty())
        return ids.size(); // nothing to add or to take away
    qint64 same = 0;
    for (qsizetype from = 0; from < ids.size(); from += countPortion) {
        Filter chosen = Filter::where(QStringLiteral("id"), Op::In);
        for (const Id id : ids.mid(from, countPortion))
            chosen.values << QVariant::fromValue<Id>(id);
        Query query(key);
        query.filter = Filter::all({chosen, sameAlready(*field, change)});
        same += isExact(*field, change) ? repository.totals(query, {}).count : countEqual(repository, query, change);
        tell(progress, qMin(from + countPortion, ids.size()), ids.size());
    }
    return same;
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
