// The views of a list: those that its declaration brings along, and those that people have saved.
//
//     SavedViews views(navigator, "clients");
//     connect(&views, &SavedViews::changed, ...);      // views.all() now holds the stored ones too
//     views.save(tr("Big ones"), state, true);
//
// Stored views are records like any others (rights, sharing, sync); their state is kept as JSON.
#pragma once
#include "core/model/registry.h"
#include "core/store/await.h"
#include "ui/ui_export.h"

namespace crm {

class Navigator;

/// What a view remembers of a list.
struct CRM_UI ViewState
{
    QString where; ///< expression
    QString sort;  ///< "-due, name"
    QStringList columns;

    QByteArray toJson() const;
    static ViewState fromJson(const QByteArray &json);
    friend bool operator==(const ViewState &, const ViewState &) = default;
};
CRM_UI QString sortText(const QList<SortKey> &keys);

struct ListView
{
    QString key; ///< "all", "view/<key>", "saved/<id>"
    QString name;
    ViewState state;
    Id id = 0; ///< of a stored one
    bool mine = false;
    qint64 version = 0; ///< of a stored one
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
    void remove(Id id);

Q_SIGNALS:
    void changed();
    void stored(const QString &key); ///< a new view has been saved

private:
    void declared();

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    QString m_entity;
    QList<ListView> m_views;
    Request m_request;
};

} // namespace crm
