#include "ui/records/saved_views.h"
#include "core/access/may_ask.h"
#include "core/store/session.h"
#include "ui/records/remove_records.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <optional>

namespace crm {
namespace {

// The declaration that views are stored by; like labels and comments it belongs to the engine.
const QString storeEntity = QStringLiteral("saved_views");
const QString nameField = QStringLiteral("name"), listField = QStringLiteral("entity"),
              queryField = QStringLiteral("query"), sharedField = QStringLiteral("shared"),
              ownerField = QStringLiteral("owner_id"), roleField = QStringLiteral("role_id");
constexpr int MostViews = 200; // of one list; a person finds no more in a menu

ViewState stateOf(const DefaultView &view)
{
    ViewState state{view.where, view.sort, {}};
    if (!view.where.isEmpty())
        state.parts.append(view.where);
    return state;
}

ListView viewOf(const Document &d, Id me)
{
    return {QStringLiteral("saved/%1").arg(d.id()),
            d.head().title(),
            ViewState::fromJson(d.value(queryField).toString().toUtf8()),
            d.id(),
            d.head().ref(ownerField) == me,
            d.head().version(),
            d.value(sharedField).toBool(),
            d.entity().field(roleField) ? d.head().ref(roleField) : 0};
}

} // namespace

QString sortText(const QList<SortKey> &keys)
{
    QStringList parts;
    for (const SortKey &key : keys)
        parts.append((key.descending ? QStringLiteral("-") : QString()) + key.path);
    return parts.join(QStringLiteral(", "));
}

QByteArray ViewState::toJson() const
{
    QJsonObject o{{QStringLiteral("where"), where},
                  {QStringLiteral("sort"), sort},
                  {QStringLiteral("columns"), QJsonArray::fromStringList(columns)}};
    if (parts.size() > 1)
        o.insert(QStringLiteral("parts"), QJsonArray::fromStringList(parts));
    if (!group.isEmpty())
        o.insert(QStringLiteral("group"), group);
    if (frozen > 0)
        o.insert(QStringLiteral("frozen"), frozen);
    QJsonArray rules;
    for (const ColorRule &rule : colors)
        rules.append(QJsonObject{{QStringLiteral("where"), rule.where},
                                 {QStringLiteral("tone"), rule.tone},
                                 {QStringLiteral("column"), rule.column}});
    if (!rules.isEmpty())
        o.insert(QStringLiteral("colors"), rules);
    return QJsonDocument(o).toJson(QJsonDocument::Compact);
}

ViewState ViewState::fromJson(const QByteArray &json)
{
    const QJsonObject o = QJsonDocument::fromJson(json).object();
    const auto texts = [&o](const QString &key) {
        QStringList out;
        const QJsonArray list = o.value(key).toArray();
        for (const QJsonValue &text : list)
            out.append(text.toString());
        return out;
    };
    ViewState state;
    state.where = o.value(QStringLiteral("where")).toString();
    state.sort = o.value(QStringLiteral("sort")).toString();
    state.columns = texts(QStringLiteral("columns"));
    state.parts = texts(QStringLiteral("parts"));
    if (state.parts.isEmpty() && !state.where.isEmpty())
        state.parts.append(state.where);
    state.group = o.value(QStringLiteral("group")).toString();
    state.frozen = qBound(0, o.value(QStringLiteral("frozen")).toInt(), 20);
    const QJsonArray rules = o.value(QStringLiteral("colors")).toArray();
    for (const QJsonValue &rule : rules)
        state.colors.append({rule[QStringLiteral("where")].toString(), rule[QStringLiteral("tone")].toString(),
                             rule[QStringLiteral("column")].toString()});
    return state;
}

// What of a state can be used -----------------------------------------------------------------------------------

namespace {
std::optional<Filter> readFilter(const QString &where, const Catalog &catalog, const QString &entity,
                                 const Policy &policy)
{
    try {
        const Filter filter = where.isEmpty() ? Filter() : Filter::parse(where, catalog, entity);
        if (seesAll(policy, FilterMatch(filter, catalog, entity)))
            return filter;
    } catch (const Error &) {
        // A field is gone, or a value can no longer be read.
    }
    return {};
}
} // namespace

UsableView usableView(const ViewState &state, const Catalog &catalog, const QString &entity, const Policy &policy)
{
    UsableView out;
    if (const auto whole = readFilter(state.where, catalog, entity, policy)) {
        out.filter = *whole;
    } else {
        QList<Filter> parts;
        for (const QString &part : state.parts) {
            if (const auto filter = readFilter(part, catalog, entity, policy))
                parts << *filter;
            else
                out.left << part;
        }
        out.filter = Filter::all(parts);
    }
    try {
        out.sort = Query::parseSort(state.sort);
    } catch (const Error &) {
        out.left << state.sort;
    }
    const auto gone = [&](const QString &path) {
        const bool missing = !seesPath(policy, catalog, entity, path);
        if (missing && !out.left.contains(path))
            out.left << path;
        return missing;
    };
    out.sort.removeIf([&](const SortKey &key) { return gone(key.path); });
    for (const QString &path : state.columns) {
        if (!gone(path))
            out.columns << path;
    }
    out.group = GroupBy::parse(state.group);
    const Field *field = out.group.isNone() || gone(out.group.path) ? nullptr : catalog.resolve(entity, out.group.path);
    if (!field || !isGroupable(*field))
        out.group = {};
    for (const ColorRule &rule : state.colors) {
        if (!readFilter(rule.where, catalog, entity, policy))
            out.left << rule.where;
        else if (rule.column.isEmpty() || !gone(rule.column))
            out.colors << rule;
    }
    out.frozen = state.frozen;
    return out;
}

SavedViews::SavedViews(Navigator &navigator, const QString &entity, QObject *parent)
    : QObject(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().catalog())
    , m_entity(entity)
{
    declared();
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        for (const Change &change : changes) {
            if (change.entity == storeEntity)
                return load();
        }
    });
}

void SavedViews::declared()
{
    m_views = {{QStringLiteral("all"), tr("All"), {}, 0, false}};
    const auto &list = m_catalog->at(m_entity).views();
    const Policy policy = m_navigator.session().actor().policy;
    for (const DefaultView &view : list) {
        const ViewState state = stateOf(view);
        if (usableView(state, *m_catalog, m_entity, policy).left.isEmpty()) // not by what the person does not see
            m_views.append({QStringLiteral("view/") + view.key, view.label.text(), state, 0, false});
    }
}

const ListView *SavedViews::find(const QString &key) const
{
    for (const ListView &view : m_views) {
        if (view.key == key)
            return &view;
    }
    return nullptr;
}

bool SavedViews::canSave() const
{
    const Entity *store = m_catalog->find(storeEntity);
    return store && m_navigator.session().actor().policy.may(*store, Verb::Create);
}

void SavedViews::load()
{
    const Entity *store = m_catalog->find(storeEntity);
    if (!store || !m_navigator.session().actor().policy.may(*store, Verb::Read))
        return;
    const auto job = [entity = m_entity](Repository &r) {
        Query query(storeEntity);
        // Other people's own ones stand in the way of nobody.
        query.filter = Filter::all({Filter::where(listField, Op::Equal, entity),
                                    Filter::any({Filter::where(ownerField, Op::Equal, r.actor().userId),
                                                 Filter::where(sharedField, Op::Equal, true)})});
        query.columns = {nameField};
        PageAt at;
        at.limit = MostViews;
        IdList ids;
        for (const Row &row : r.page(query, at).rows)
            ids.append(row.id);
        return r.loadMany(storeEntity, ids);
    };
    m_request.ask(
        this, m_navigator.session().read(job),
        [this](const QList<Document> &stored) {
            declared();
            const Id me = m_navigator.session().actor().userId;
            for (const Document &d : stored) {
                const ListView view = viewOf(d, me);
                if (view.mine || view.shared)
                    m_views.append(view);
            }
            m_loaded = true;
            Q_EMIT changed();
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

void SavedViews::save(const QString &name, const ViewState &state, bool shared)
{
    Document d{Record(m_catalog->at(storeEntity), newId())};
    d.set(nameField, name);
    d.set(listField, m_entity);
    d.set(queryField, QString::fromUtf8(state.toJson()));
    d.set(sharedField, shared);
    d.set(ownerField, m_navigator.session().actor().userId);
    await(
        this, m_navigator.session().save(d, SaveKey::fresh()),
        [this](const Saved &saved) {
            const Document &s = saved.document;
            if (!find(QStringLiteral("saved/%1").arg(s.id())))
                m_views.append(viewOf(s, m_navigator.session().actor().userId));
            Q_EMIT changed();
            Q_EMIT stored(QStringLiteral("saved/%1").arg(s.id()));
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

void SavedViews::change(Id id, const std::function<void(Document &)> &edit)
{
    const auto job = [id, edit](Repository &r) {
        Document d = r.load(storeEntity, id);
        edit(d);
        r.save(d, SaveKey::fresh());
    };
    await(
        this, m_navigator.session().write(job), [this] { load(); },
        [this](const Error &e) {
            m_navigator.showError(e);
            load();
        });
}

void SavedViews::update(Id id, const ViewState &state)
{
    change(id, [json = QString::fromUtf8(state.toJson())](Document &d) { d.set(queryField, json); });
}

void SavedViews::share(Id id, bool shared)
{
    change(id, [shared](Document &d) {
        d.set(sharedField, shared);
        if (!shared && d.entity().field(roleField))
            d.set(roleField, {});
    });
}

void SavedViews::rename(Id id, const QString &name)
{
    change(id, [name](Document &d) { d.set(nameField, name); });
}

void SavedViews::makeDefault(Id id, Id roleId)
{
    const auto job = [id, roleId, entity = m_entity](Repository &r) {
        r.atomically([&] {
            Query former(storeEntity);
            former.filter =
                Filter::all({Filter::where(listField, Op::Equal, entity), Filter::where(roleField, Op::Equal, roleId)});
            former.columns = QStringList{nameField};
            for (const Row &row : roleId ? r.page(former, {}).rows : QList<Row>()) {
                if (row.id == id)
                    continue;
                Document d = r.load(storeEntity, row.id);
                d.set(roleField, {});
                r.save(d, SaveKey::fresh());
            }
            Document d = r.load(storeEntity, id);
            d.set(roleField, roleId ? QVariant(roleId) : QVariant());
            if (roleId)
                d.set(sharedField, true);
            r.save(d, SaveKey::fresh());
        });
    };
    await(
        this, m_navigator.session().write(job), [this] { load(); },
        [this](const Error &e) { m_navigator.showError(e); });
}

bool SavedViews::isAdmin() const { return m_navigator.session().actor().policy.isAdmin(); }

QString SavedViews::roleEntity() const
{
    const Entity *store = m_catalog->find(storeEntity);
    const Field *role = store ? store->field(roleField) : nullptr;
    return role ? role->target() : QString();
}

const ListView *SavedViews::roleDefault() const
{
    const Id role = m_navigator.session().actor().roleId;
    for (const ListView &view : m_views) {
        if (role != 0 && view.roleId == role && view.shared)
            return &view;
    }
    return nullptr;
}

void SavedViews::remove(Id id)
{
    const auto seen = std::find_if(m_views.cbegin(), m_views.cend(), [id](const ListView &v) { return v.id == id; });
    const SeenRecord record{id, seen == m_views.cend() ? 0 : seen->version};
    removeRecords(m_navigator, m_navigator.window(), storeEntity, {record},
                  [self = QPointer<SavedViews>(this), navigator = &m_navigator](const BatchResult &result) {
                      if (self)
                          self->load();
                      navigator->toast(tr("View deleted"),
                                       [navigator, batch = result.batch] { undoBatch(*navigator, batch); });
                  });
}

} // namespace crm
