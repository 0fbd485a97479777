// The save path in a local file: what Preparation decides, then rights, references, number, scope, rows, search, log.
// Each step is one function, in that order.
#include "core/store/writing.h"
#include "core/access/within_groups.h"
#include "core/model/division.h"
#include "core/model/format.h"
#include "core/model/text.h"
#include "core/store/codec.h"
#include "core/store/dialect.h"
#include "core/store/fast_fields.h"
#include "core/store/numbering.h"
#include "core/store/people.h"
#include "core/store/refusals.h"
#include "core/store/search_text.h"
#include "core/store/taken_ids.h"
#include "core/store/writing_work.h"

namespace crm {

namespace {
bool searchChanged(const Record &r)
{
    for (const Field &f : r.entity().fieldList()) {
        if (f.isSearchable() && r.isChanged(f.key()))
            return true;
    }
    return false;
}

bool isSearchable(const Entity &e)
{
    for (const Field &f : e.fieldList()) {
        if (f.isSearchable())
            return true;
    }
    return false;
}
} // namespace

Writing::Writing(Database &db, std::shared_ptr<const Catalog> catalog, const Actor &actor)
    : m_db(db)
    , m_catalog(std::move(catalog))
    , m_actor(actor)
    , m_guard(*m_catalog, m_actor)
    , m_documents(db, *m_catalog)
    , m_divisions(db, *m_catalog)
    , m_reader(db, *m_catalog)
    , m_preparation(*m_catalog, m_actor, m_reader)
{}

Document Writing::stored(const Entity &entity, Id id)
{
    // Through the view: what is hidden from the person is as if it were not there.
    if (m_db.scalar(QStringLiteral("SELECT 1 FROM %1 WHERE id=?").arg(quoted(entity.key())), {id}).isNull())
        throw refusal::notFound();
    return *m_documents.load(entity, id, StoredDocuments::Table);
}

Saved Writing::save(const Document &document, const SaveKey &key)
{
    m_reader.forgetAll();
    m_knownTargets.clear();
    Work work(m_db, *m_catalog, m_actor);
    if (!key.bytes.isEmpty()) {
        Rows done = m_db.run(QStringLiteral("SELECT record_id, change FROM main.done_keys WHERE key=?"), {key.bytes});
        if (done.next()) {
            Saved again;
            again.repeated = true;
            again.change = done.integer(1);
            again.document = stored(document.entity(), done.integer(0));
            return again;
        }
    }
    Saved saved = saveOne(withFreeIds(document), work);
    if (!key.bytes.isEmpty()) {
        m_db.run(QStringLiteral("INSERT INTO main.done_keys (key,at,entity,record_id,change) VALUES (?,?,?,?,?)"),
                 {key.bytes, toStored(work.now), document.entity().key(), saved.document.id(), saved.change});
        if (saved.change % 1000 == 0) // nobody repeats a call after a week
            m_db.run(QStringLiteral("DELETE FROM main.done_keys WHERE at<?"), {toStored(work.now.addDays(-7))});
    }
    work.commit();
    return saved;
}

IdList Writing::taken(const Entity &entity, const IdList &ids)
{
    IdList out;
    const Sql one = Dialect::sqlite().isOneOf(QStringLiteral("id"), ids);
    Rows rows =
        m_db.run(QStringLiteral("SELECT id FROM main.%1 WHERE %2").arg(quoted(entity.key()), one.text), one.values);
    while (rows.next())
        out << rows.integer(0);
    return out;
}

/// A new document whose ids nobody has: see taken_ids.h. Hidden rows have ids too.
Document Writing::withFreeIds(Document given)
{
    const Entity &entity = given.entity();
    if (given.head().isNew() && given.id() && !entity.isLine() && !taken(entity, {given.id()}).isEmpty()) {
        const std::optional<Document> there = m_documents.load(entity, given.id(), StoredDocuments::View);
        if (there && there->head().createdBy() == m_actor.userId)
            return laidOver(given, *there);
        given.head().setId(newId());
    }
    for (const LineTable &table : entity.lineTables()) {
        IdList made;
        if (given.hasLines(table.entity)) {
            for (const Record &line : std::as_const(given).lines(table.entity)) {
                if (line.isNew() && line.id())
                    made << line.id();
            }
        }
        const IdList clashes = made.isEmpty() ? IdList() : taken(m_catalog->at(table.entity), made);
        if (clashes.isEmpty())
            continue;
        for (Record &line : given.lines(table.entity)) {
            if (line.isNew() && clashes.contains(line.id()))
                line.setId(newId());
        }
    }
    return given;
}

BatchResult Writing::saveMany(const QList<Document> &documents, Id batch)
{
    m_reader.forgetAll();
    m_knownTargets.clear();
    const Id batchId = batch ? batch : newId();
    Work work(m_db, *m_catalog, m_actor, batchId);
    m_db.run(QStringLiteral("INSERT OR IGNORE INTO main.batches (id,at,user_id) VALUES (?,?,?)"),
             {batchId, toStored(work.now), m_actor.userId});
    for (const Document &d : documents)
        saveOne(d, work);
    work.commit();
    return {batchId, documents.size()};
}

Saved Writing::saveOne(const Document &document, Work &work)
{
    const Entity &entity = m_catalog->at(document.entity().key());
    std::optional<Document> before;
    if (!document.head().isNew() && !entity.isLine())
        before = stored(entity, document.id());
    const Document *old = before ? &*before : nullptr;

    Preparation::Prepared prepared = m_preparation.prepare(document, old, work.now);
    Document &after = prepared.document;
    Saved saved;
    saved.merged = prepared.merged;
    if (!prepared.differs) {
        saved.document = after;
        return saved;
    }
    const Divisions::Place place = m_divisions.place(after.head(), scopeOf(after.head()));
    const Id scope = place.node;
    checkScopes(after, old, place);
    checkReferences(after);
    checkUnique(after);
    refuseMisfits(m_db, *m_catalog, m_actor, after);
    takeNumber(m_db, *m_catalog, after, work.now);
    const QJsonObject difference = ChangeLog::difference(old, after, *m_catalog);
    write(after, old, scope, work);
    const qint64 version = old ? old->head().version() + 1 : 1;
    saved.change = work.log.append({.entity = &entity,
                                    .recordId = after.id(),
                                    .op = old ? ChangeOp::Update : ChangeOp::Create,
                                    .version = version,
                                    .scopeBefore = old ? old->head().scopeId() : scope,
                                    .scopeAfter = scope,
                                    .fields = difference,
                                    .batch = work.batch,
                                    .at = work.now});
    follow(after, old, place);
    m_reader.forget(entity.key(), after.id());
    after.head().setSystem({.scopeId = scope,
                            .createdBy = old ? old->head().createdBy() : m_actor.userId,
                            .changedBy = m_actor.userId,
                            .createdAt = old ? old->head().createdAt() : work.now,
                            .changedAt = work.now,
                            .deletedAt = {}});
    after.head().markLoaded(version);
    after.markLoaded();
    saved.document = std::move(after);
    return saved;
}

// --- rights and references

Id Writing::scopeOf(const Record &head) const
{
    const Scope &scope = head.entity().scope();
    const Id creator = head.isNew() ? m_actor.userId : head.createdBy();
    const auto scopeOfRecord = [&](const QString &entity, Id id) {
        return m_db.scalar(QStringLiteral("SELECT scope_id FROM main.%1 WHERE id=?").arg(quoted(entity)), {id})
            .toLongLong();
    };
    switch (scope.kind) {
    case Scope::Everyone:
        return 0;
    case Scope::Owner:
        if (!scope.members.isEmpty() && !head.ids(scope.members).isEmpty())
            return head.id(); // a list of its own makes the row a node
        return head.ref(scope.field) ? head.ref(scope.field) : creator;
    case Scope::Private:
        return head.ref(scope.field);
    case Scope::Parent:
        return head.ref(scope.field) ? scopeOfRecord(head.entity().field(scope.field)->target(), head.ref(scope.field))
                                     : creator;
    case Scope::Attached: {
        const QString parent = head.text(QStringLiteral("parent_entity"));
        return m_catalog->find(parent) ? scopeOfRecord(parent, head.ref(QStringLiteral("parent_id"))) : creator;
    }
    }
    return 0;
}

void Writing::checkScopes(const Document &after, const Document *stored, const Divisions::Place &place)
{
    const Id scope = place.node;
    const Entity &entity = after.entity();
    const bool hasContext = entity.scope().kind == Scope::Attached;
    const QString parent = hasContext ? after.value(QStringLiteral("parent_entity")).toString() : QString();
    const bool leaves = !stored || scope != stored->head().scopeId() || place.moved;
    const bool isClosed = leaves && m_divisions.isClosed(m_actor, entity, place.division);
    if (isClosed && !(stored && m_preparation.isTrusted()))
        throw refusal::outsideGroups(entity, stored ? stored->head().title() : QString(), m_actor.policy.isStaff());
    if (!stored) {
        // A new record with a list of its own is not in `reach` yet: its owner and members decide.
        const Level level = m_guard.level(entity, Verb::Create, parent);
        const IdList members = scope == after.id() ? after.head().ids(entity.scope().members) : IdList();
        const bool mine = members.contains(m_actor.userId) ||
                          (scope == after.id() && after.head().ref(entity.scope().field) == m_actor.userId);
        // What its groups let through has been asked above; of guests only where the record itself is divided.
        const bool anywhere =
            level == withinGroups && (m_actor.policy.isStaff() || divisionOf(entity.key()).isDeclared());
        if (!(level >= Level::Own && mine) && !anywhere && !m_guard.allows(m_db, entity, Verb::Create, scope, parent))
            throw refusal::mayNotCreate(entity);
        return;
    }
    if (m_preparation.isTrusted())
        return;
    if (!m_guard.allows(m_db, entity, Verb::Update, stored->head().scopeId(), parent))
        throw refusal::mayNotChange(stored->head().title());
    if (scope != stored->head().scopeId() && scope != after.id() &&
        !m_guard.allows(m_db, entity, Verb::Update, scope, parent) &&
        !m_guard.allows(m_db, entity, Verb::Create, scope, parent)) {
        throw refusal::mayNotHandOver(stored->head().title());
    }
}

void Writing::checkReferences(const Document &after)
{
    QList<FieldFault> faults;
    const auto check = [&](const Record &r, const QString &line) {
        for (const Field &f : r.entity().fieldList()) {
            const bool polymorphic = f.target().isEmpty();
            if ((!isRefKind(f.kind()) && !isListKind(f.kind())) || f.isCustom() || !(r.isChanged(f.key()) || r.isNew()))
                continue;
            const QString target = polymorphic ? r.text(QStringLiteral("parent_entity")) : f.target();
            if (f.key() == r.entity().lineParentField() || target.isEmpty())
                continue;
            const IdList ids = isListKind(f.kind()) ? r.ids(f.key())
                               : r.ref(f.key())     ? IdList{r.ref(f.key())}
                                                    : IdList();
            for (Id id : ids) {
                const bool isSelf = target == QLatin1String("users") && id == m_actor.userId; // guests see no people
                if (isSelf || m_knownTargets.contains({target, id}) ||
                    (target == after.entity().key() && id == after.id()))
                    continue;
                const bool seen =
                    m_catalog->find(target) &&
                    !m_db.scalar(
                             QStringLiteral("SELECT 1 FROM %1 WHERE id=? AND deleted_at IS NULL").arg(quoted(target)),
                             {id})
                         .isNull();
                if (!seen)
                    faults << refusal::brokenReference(f, line);
                else
                    m_knownTargets.insert({target, id});
            }
        }
    };
    check(after.head(), {});
    for (const LineTable &table : after.entity().lineTables()) {
        int n = 0;
        for (const Record &line : after.lines(table.entity))
            check(line, table.entity + u'/' + QString::number(++n));
    }
    if (!faults.isEmpty())
        throw Error::validation(faults);
}

void Writing::checkUnique(const Document &after) const
{
    QList<FieldFault> faults;
    for (const Field &f : after.entity().fieldList()) {
        if (!f.isUnique() || f.isCustom() || isEmptyValue(after.value(f.key())) ||
            !(after.head().isNew() || after.head().isChanged(f.key())))
            continue;
        const bool folded = isTextKind(f.kind());
        const QString sql =
            folded ? QStringLiteral("SELECT 1 FROM main.%1 WHERE fold(%2)=fold(?) AND deleted_at IS NULL AND id<>?")
                   : QStringLiteral("SELECT 1 FROM main.%1 WHERE %2=? AND deleted_at IS NULL AND id<>?");
        const QVariant clash = m_db.scalar(sql.arg(quoted(after.entity().key()), quoted(f.key())),
                                           {toColumn(f, after.value(f.key())), after.id()});
        if (!clash.isNull())
            faults << refusal::taken(f);
    }
    if (!faults.isEmpty())
        throw Error::validation(faults);
}

// --- rows

void Writing::write(Document &after, const Document *stored, Id scope, Work &work)
{
    const Record::System system{.scopeId = scope,
                                .createdBy = m_actor.userId,
                                .changedBy = m_actor.userId,
                                .createdAt = work.now,
                                .changedAt = work.now,
                                .deletedAt = {}};
    if (stored)
        m_documents.update(after.head(), system, work.batch);
    else
        m_documents.insert(after.head(), system, work.batch);
    writeLines(after, stored, system, work);
    if (isSearchable(after.entity()) && (!stored || searchChanged(after.head())))
        writeSearch(after.head(), !stored);
}

void Writing::writeLines(Document &after, const Document *stored, const Record::System &system, Work &work)
{
    for (const LineTable &table : after.entity().lineTables()) {
        QSet<Id> present;
        for (Record &line : after.lines(table.entity)) {
            present << line.id();
            if (!line.isNew() && line.changedFields().isEmpty())
                continue;
            if (line.isNew())
                m_documents.insert(line, system, work.batch);
            else
                m_documents.update(line, system, work.batch);
            line.markLoaded(line.version() + 1);
        }
        if (!stored)
            continue;
        for (const Record &line : stored->lines(table.entity)) {
            if (!present.contains(line.id()))
                m_documents.erase(line.entity(), line.id()); // the change log keeps the whole line
        }
    }
}

void Writing::writeSearch(const Record &record, bool isNew)
{
    const QString table = QStringLiteral("main.") + quoted(record.entity().key() + QStringLiteral("__fts"));
    if (isNew)
        m_db.run(QStringLiteral("INSERT INTO %1 (rowid,text) VALUES (?,?)").arg(table),
                 {record.id(), searchText(record)});
    else
        m_db.run(QStringLiteral("UPDATE %1 SET text=? WHERE rowid=?").arg(table), {searchText(record), record.id()});
}

void Writing::follow(const Document &after, const Document *stored, const Divisions::Place &place)
{
    const Id scope = place.node;
    const Entity &entity = after.entity();
    const Scope &rule = entity.scope();
    if (rule.kind == Scope::Owner && !rule.members.isEmpty()) {
        const bool isNode = scope == after.id();
        const bool wasNode = stored && stored->head().scopeId() == after.id();
        IdList members = isNode ? after.head().ids(rule.members) : IdList();
        if (isNode && after.head().ref(rule.field) && !members.contains(after.head().ref(rule.field)))
            members.prepend(after.head().ref(rule.field));
        const bool changed = !stored || after.head().isChanged(rule.members) || after.head().isChanged(rule.field);
        if ((isNode || wasNode) && changed)
            setNodeMembers(m_db, after.id(), members);
    }
    if (stored && stored->head().scopeId() != scope)
        rescopeChildren(entity, after.id(), scope);
    if (stored && (stored->head().scopeId() != scope || place.moved) && areDivisionsInForce(m_db))
        redivideBelow(entity, after.id());
    followPeople(entity.key(), after.id(), !stored);
}

void Writing::rescopeChildren(const Entity &entity, Id id, Id scope)
{
    for (const LineTable &table : entity.lineTables()) {
        m_db.run(QStringLiteral("UPDATE main.%1 SET scope_id=? WHERE %2=?")
                     .arg(quoted(table.entity), quoted(table.parentField)),
                 {scope, id});
    }
    forEachChild(entity, id, QStringLiteral("scope_id<>?"), {scope}, [&](const Entity &child, Id childId) {
        m_db.run(QStringLiteral("UPDATE main.%1 SET scope_id=? WHERE id=?").arg(quoted(child.key())), {scope, childId});
        rescopeChildren(child, childId, scope);
    });
}

QPair<QString, Id> Writing::runAction(Repository &owner, const QString &entityKey, Id id, const QString &actionKey,
                                      const QVariantMap &parameters)
{
    const Entity &entity = m_catalog->at(entityKey);
    Transaction transaction(m_db);
    m_reader.forgetAll();
    const Document record = stored(entity, id);
    if (!m_guard.allows(m_db, entity, Verb::Update, record.head().scopeId()))
        throw refusal::mayNotChange(record.head().title());
    const Action &action = m_preparation.action(record, actionKey);
    ActionContext context{owner, m_reader, m_actor, record, parameters, {entityKey, id}};
    {
        const Preparation::Trusted trusted(m_preparation);
        action.run(context);
    }
    transaction.commit();
    return context.result;
}

} // namespace crm
