// The views of a list: those that its declaration brings along, and those that people have saved for themselves, for
// everybody, or as what people of a role see first.
//
//     SavedViews views(navigator, "clients");
//     connect(&views, &SavedViews::changed, ...);      // views.all() now holds the stored ones too
//     views.save(tr("Big ones"), state, true);
//
// Stored views are records like any others (rights, sharing, sync); their state is kept as JSON.
#pragma once
#include "core/access/policy.h"
#include "core/model/registry.h"
#include "core/store/await.h"
#include "core/store/grouping.h"
#include "ui/records/color_rule.h"
#include "ui/ui_export.h"

namespace crm {

class Navigator;

/// What a view remembers of a list.
struct CRM_UI ViewState
{
    QString where; ///< expression
    QString sort;  ///< "-due, name"
    QStringList columns;
    QStringList parts = {}; ///< of `where`, one for each chip: when a field is gone, the others still work
    QString group = {};     ///< "status", "due:month"
    QList<ColorRule> colors = {};
    int frozen = 0; ///< so many columns stay where they are when the others scroll

    QByteArray toJson() const;
    static ViewState fromJson(const QByteArray &json);
    friend bool operator==(const ViewState &a, const ViewState &b) ///< `parts` says the same as `where`
    {
        return a.where == b.where && a.sort == b.sort && a.columns == b.columns && a.group == b.group &&
               a.colors == b.colors && a.frozen == b.frozen;
    }
};
/// A state as this person can use it now.
struct CRM_UI UsableView
{
    Filter filter = {};
    QList<SortKey> sort = {};
    QStringList columns = {};
    GroupBy group = {};
    QList<ColorRule> colors = {};
    int frozen = 0;
    QStringList left; ///< what was left out, since a field is gone or may not be seen
};
CRM_UI UsableView usableView(const ViewState &state, const Catalog &catalog, const QString &entity,
                             const Policy &policy);
CRM_UI QString sortText(const QList<SortKey> &keys);

struct ListView
{
    QString key; ///< "all", "view/<key>", "saved/<id>"
    QString name;
    ViewState state;
    Id id = 0; ///< of a stored one
    bool mine = false;
    qint64 version = 0;  ///< of a stored one
    bool shared = false; ///< everybody sees it
    Id roleId = 0;       ///< people of this role see it first
};

class CRM_UI SavedViews : public QObject
{
    Q_OBJECT
public:
    SavedViews(Navigator &navigator, const QString &entity, QObject *parent);

    void load();
    const QList<ListView> &all() const { return m_views; }
    const ListView *find(const QString &key) const;
    /// False where views cannot be stored (no such entity, no right).
    bool canSave() const;
    void save(const QString &name, const ViewState &state, bool shared);
    void update(Id id, const ViewState &state);
    void share(Id id, bool shared);
    void makeDefault(Id id, Id roleId); ///< administrators only; the role's former one is no longer it. 0: of no role
    void rename(Id id, const QString &name);
    bool isAdmin() const;
    QString roleEntity() const; ///< whose records roles are; empty: views have no roles
    /// What the person sees first; null: nothing was laid down for the role.
    const ListView *roleDefault() const;
    bool isLoaded() const { return m_loaded; }
    void remove(Id id);

Q_SIGNALS:
    void changed();
    void stored(const QString &key); ///< a new view has been saved

private:
    void declared();
    void change(Id id, const std::function<void(Document &)> &edit);

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    QString m_entity;
    QList<ListView> m_views;
    Request m_request;
    bool m_loaded = false;
};

} // namespace crm
