#include "ui/records/saved_views.h"
#include "core/store/session.h"
#include "ui/records/remove_records.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>

namespace crm {
namespace {

// The declaration that views are stored by; like labels and comments it belongs to the engine.
const QString storeEntity = QStringLiteral("saved_views");
const QString nameField = QStringLiteral("name"), listField = QStringLiteral("entity"),
              queryField = QStringLiteral("query"), sharedField = QStringLiteral("shared"),
              ownerField = QStringLiteral("owner_id");

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
    return QJsonDocument(QJsonObject{{QStringLiteral("where"), where},
                                     {QStringLiteral("sort"), sort},
                                     {QStringLiteral("columns"), QJsonArray::fromStringList(columns)}})
        .toJson(QJsonDocument::Compact);
}

ViewState ViewState::fromJson(const QByteArray &json)
{
    const QJsonObject o = QJsonDocument::fromJson(json).object();
    ViewState state;
    state.where = o.value(QStringLiteral("where")).toString();
    state.sort = o.value(QStringLiteral("sort")).toString();
    for (const QJsonValue &column : o.value(QStringLiteral("columns")).toArray())
        state.columns.append(column.toString());
    return state;
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
    for (const DefaultView &view : list)
        m_views.append({QStringLiteral("view/") + view.key, view.label.text(), {view.where, view.sort, {}}, 0, false});
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
        query.filter = Filter::where(listField, Op::Equal, entity);
        query.columns = {nameField};
        PageAt at;
        at.limit = 100;
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
                m_views.append({QStringLiteral("saved/%1").arg(d.id()), d.head().title(),
                                ViewState::fromJson(d.value(queryField).toString().toUtf8()), d.id(),
                                d.head().ref(ownerField) == me, d.head().version()});
            }
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
                m_views.append({QStringLiteral("saved/%1").arg(s.id()), s.head().title(),
                                ViewState::fromJson(s.value(queryField).toString().toUtf8()), s.id(), true,
                                s.head().version()});
            Q_EMIT changed();
            Q_EMIT stored(QStringLiteral("saved/%1").arg(s.id()));
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

void SavedViews::update(Id id, const ViewState &state)
{
    const auto job = [id, json = QString::fromUtf8(state.toJson())](Repository &r) {
        Document d = r.load(storeEntity, id);
        d.set(queryField, json);
        r.save(d, SaveKey::fresh());
    };
    await(
        this, m_navigator.session().write(job), [this] { load(); },
        [this](const Error &e) { m_navigator.showError(e); });
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
