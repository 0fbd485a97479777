// The save path: merge, rights, rules, number, scope, rows, search, log. Each step is one function, in that order.
#include "core/store/writing.h"
#include "core/model/format.h"
#include "core/model/text.h"
#include "core/model/validation.h"
#include "core/store/codec.h"
#include "core/store/people.h"
#include "core/store/search_text.h"
#include "core/store/three_way.h"
#include "core/store/writing_work.h"

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Writing)
};

[[noreturn]] void deny(const QString &sentence) { throw Error(ErrorKind::Denied, sentence); }

bool searchChanged(const Record &r)
{
    for (const Field &f : r.entity().fieldList()) {
        if (f.isSearchable() && r.isChanged(f.key()))
            return true;
    }
    return false;
}

bool holdSameValues(const Document &a, const Document &b)
{
    if (!a.head().hasValuesOf(b.head()))
        return false;
    for (const LineTable &table : a.entity().lineTables()) {
        const QList<Record> left = a.lines(table.entity), right = b.lines(table.entity);
        if (!std::equal(left.begin(), left.end(), right.begin(), right.end(),
                        [](const Record &l, const Record &r) { return l.hasValuesOf(r); }))
            return false;
    }
    return true;
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
    , m_reader(db, *m_catalog)
{}

Document Writing::stored(const Entity &entity, Id id)
{
    // Through the view: what is hidden from the person is as if it were not there.
    if (m_db.scalar(QStringLiteral("SELECT 1 FROM %1 WHERE id=?").arg(quoted(entity.key())), {id}).isNull())
        throw Error(ErrorKind::NotFound, Tr::tr("This record no longer exists, or you may not see it."));
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
    Saved saved = saveOne(document, work);
    if (!key.bytes.isEmpty()) {
        m_db.run(QStringLiteral("INSERT INTO main.done_keys (key,at,entity,record_id,change) VALUES (?,?,?,?,?)"),
                 {key.bytes, toStored(work.now), document.entity().key(), saved.document.id(), saved.change});
        if (saved.change % 1000 == 0) // nobody repeats a call after a week
            m_db.run(QStringLiteral("DELETE FROM main.done_keys WHERE at<?"), {toStored(work.now.addDays(-7))});
    }
    work.commit();
    return saved;
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
    const Entity &entity = *m_catalog->find(document.entity().key());
    if (entity.isLine())
        throw Error(ErrorKind::Unsupported, Tr::tr("Lines are saved with their document."));
    std::optional<Document> before;
    if (!document.head().isNew())
        before = stored(entity, document.id());
    const Document *old = before ? &*before : nullptr;

    Saved saved;
    Document after = begin(document, before, saved);
    checkWriter(document, old);
    fillIn(after, old);
    QList<FieldFault> faults = validate(after, old);
    if (!faults.isEmpty())
        throw Error::validation(faults);
    const Document valid = after;
    runRules(entity.rules(), after, old, work.now);
    if (!holdSameValues(valid, after)) { // rules may have made a required value empty or too large
        faults = validate(after, old);
        if (!faults.isEmpty())
            throw Error::validation(faults);
    }
    if (old && !after.isChanged()) {
        saved.document = after;
        return saved;
    }
    const Id scope = scopeOf(after.head());
    checkScopes(after, old, scope);
    checkReferences(after);
    checkUnique(after);
    takeNumber(after);
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
    follow(after, old, scope);
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

Document Writing::begin(const Document &document, const std::optional<Document> &stored, Saved &saved) const
{
    if (!stored) {
        Document fresh = document;
        if (!fresh.id())
            fresh.head().setId(newId());
        return fresh;
    }
    if (stored->head().deletedAt().isValid())
        throw Error(ErrorKind::NotFound, Tr::tr("“%1” is in the trash. Restore it first.").arg(stored->head().title()));
    if (const auto &lock = stored->entity().lockReason(); lock && !m_trusted) {
        const QString reason = lock(stored->head());
        if (!reason.isEmpty() && document.isChanged())
            throw Error(ErrorKind::Validation, reason);
    }
    Merged merged = mergeThreeWay(document, *stored);
    if (!merged.conflicts.isEmpty()) {
        throw ConflictError(Tr::tr("Somebody else has changed “%1” meanwhile.").arg(stored->head().title()),
                            merged.conflicts, *stored);
    }
    saved.merged = merged.keptOfOthers;
    return merged.document;
}

void Writing::checkWriter(const Document &document, const Document *stored) const
{
    if (m_trusted || (m_actor.userId == 0 && m_actor.policy.isAdmin()))
        return;
    const Entity &entity = document.entity();
    for (const Field &f : entity.fieldList()) {
        if (f.isComputed() || !document.head().isChanged(f.key()))
            continue;
        const bool givenNumber = !stored && f.key() == entity.numberField();
        if (!stored && document.value(f.key()) == canonicalValue(f, f.defaultValue()))
            continue; // the declaration's doing, not the person's
        if (!m_actor.policy.sees(f) || (f.isReadOnly() && !givenNumber && !m_undoing))
            deny(Tr::tr("You may not change “%1”.").arg(f.label().text()));
    }
}

void Writing::fillIn(Document &after, const Document *stored)
{
    const Scope &scope = after.entity().scope();
    const bool owned = scope.kind == Scope::Owner || scope.kind == Scope::Private;
    if (!stored && owned && m_actor.userId && isEmptyValue(after.value(scope.field)))
        after.set(scope.field, m_actor.userId);
    for (const LineTable &table : after.entity().lineTables()) {
        int position = 0;
        for (Record &line : after.lines(table.entity)) {
            if (!line.id())
                line.setId(newId());
            line.set(table.parentField, after.id());
            line.set(QStringLiteral("position"), qint64(++position));
        }
    }
}

void Writing::runRules(const QList<Rule> &rules, Document &after, const Document *stored, const QDateTime &now)
{
    QList<FieldFault> faults;
    for (const Rule &rule : rules) {
        RuleContext context{m_actor, stored, after, now, m_reader, faults};
        rule(context);
    }
    if (!faults.isEmpty())
        throw Error::validation(faults);
}

void Writing::takeNumber(Document &after)
{
    const Entity &entity = after.entity();
    if (entity.numberField().isEmpty() || !isEmptyValue(after.value(entity.numberField())))
        return;
    // Inside the transaction: a number is only gone for good if the record is written.
    const qint64 number = m_db.scalar(QStringLiteral("INSERT INTO main.series (name,next) VALUES (?,2) "
                                                     "ON CONFLICT(name) DO UPDATE SET next=next+1 RETURNING next-1"),
                                      {entity.key()})
                              .toLongLong();
    after.set(entity.numberField(), entity.numberPrefix() + QString::number(number).rightJustified(4, u'0'));
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

void Writing::checkScopes(const Document &after, const Document *stored, Id scope) const
{
    const Entity &entity = after.entity();
    const bool hasContext = entity.scope().kind == Scope::Attached;
    const QString parent = hasContext ? after.value(QStringLiteral("parent_entity")).toString() : QString();
    if (!stored) {
        // A new record with a list of its own is not in `reach` yet: its owner and members decide.
        const Level level = m_guard.level(entity, Verb::Create, parent);
        const IdList members = scope == after.id() ? after.head().ids(entity.scope().members) : IdList();
        const bool mine = members.contains(m_actor.userId) ||
                          (scope == after.id() && after.head().ref(entity.scope().field) == m_actor.userId);
        if (!(level >= Level::Own && mine) && !m_guard.allows(m_db, entity, Verb::Create, scope, parent))
            deny(Tr::tr("You may not create this: %1.").arg(entity.one().text()));
        return;
    }
    if (m_trusted)
        return;
    if (!m_guard.allows(m_db, entity, Verb::Update, stored->head().scopeId(), parent))
        deny(Tr::tr("You may not change “%1”.").arg(stored->head().title()));
    if (scope != stored->head().scopeId() && scope != after.id() &&
        !m_guard.allows(m_db, entity, Verb::Update, scope, parent) &&
        !m_guard.allows(m_db, entity, Verb::Create, scope, parent)) {
        deny(Tr::tr("You may not hand “%1” over to somebody whose records you do not reach.")
                 .arg(stored->head().title()));
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
                if (m_knownTargets.contains({target, id}) || (target == after.entity().key() && id == after.id()))
                    continue;
                const bool seen =
                    m_catalog->find(target) &&
                    !m_db.scalar(
                             QStringLiteral("SELECT 1 FROM %1 WHERE id=? AND deleted_at IS NULL").arg(quoted(target)),
                             {id})
                         .isNull();
                if (!seen)
                    faults << FieldFault{
                        f.key(),
                        Tr::tr("“%1”: the chosen record does not exist any more, or you may not see it.")
                            .arg(f.label().text()),
                        line};
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
            faults << FieldFault{
                f.key(), Tr::tr("“%1” is already in use. Choose another value.").arg(f.label().text()), {}};
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

void Writing::follow(const Document &after, const Document *stored, Id scope)
{
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
    peopleChanged(m_db, entity.key(), after.id(), !stored);
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
    for (const Action &action : entity.actions()) {
        if (action.key != actionKey)
            continue;
        Transaction transaction(m_db);
        m_reader.forgetAll();
        const Document record = stored(entity, id);
        if (!m_guard.allows(m_db, entity, Verb::Update, record.head().scopeId()))
            deny(Tr::tr("You may not change “%1”.").arg(record.head().title()));
        if (action.available && !action.available(record.head()))
            throw Error(ErrorKind::Validation,
                        Tr::tr("“%1” cannot be done with “%2” now.").arg(action.label.text(), record.head().title()));
        ActionContext context{owner, m_reader, m_actor, record, parameters, {entityKey, id}};
        ++m_trusted;
        try {
            action.run(context);
        } catch (...) {
            --m_trusted;
            throw;
        }
        --m_trusted;
        transaction.commit();
        return context.result;
    }
    throw Error(ErrorKind::NotFound, Tr::tr("There is no such action."), entityKey + u'.' + actionKey);
}

} // namespace crm
