// Whether a record satisfies a filter, decided in memory: for rows that are at hand already. The answers are those of
// the database for the same filter.
//
//     FilterMatch match(Filter::parse("status = open and due < today", catalog, "tasks"), catalog, "tasks");
//     match.paths();                                       // "status", "due": what it must be given
//     match.holds([&](int i) { return ...value of paths()[i]...; }, {QDateTime::currentDateTime(), me});
//
// Thread: any; it keeps pointers into the catalog, which must outlive it.
#pragma once
#include "core/core_export.h"
#include "core/model/field.h"
#include "core/model/query.h"
#include <QDateTime>

namespace crm {

class Entity;

class CRM_CORE FilterMatch
{
public:
    /// Throws Validation for a path that leads nowhere. What asks for other records (core/model/related_filter.h)
    /// cannot be decided in memory: it holds for none, see asksOthers().
    FilterMatch(const Filter &filter, const Catalog &catalog, const QString &entity);

    struct Value
    {
        QVariant value; ///< canonical
        QString title;  ///< of a reference; of several joined by ", "
    };
    struct Clock
    {
        QDateTime now; ///< on the person's clock, in the person's time zone
        Id me = 0;     ///< the person
    };
    const QStringList &paths() const { return m_paths; } ///< canonical, each once
    bool holds(const std::function<Value(int path)> &value, const Clock &clock) const;
    /// The fields on all its paths, those of references on the way too.
    const QList<const Field *> &fields() const { return m_used; }
    /// Entities whose records it asks for: the database alone knows.
    const QList<const Entity *> &asksOthers() const { return m_others; }

private:
    struct Node
    {
        Filter::Type type = Filter::None;
        Op op = Op::Equal;
        int path = -1;
        const Field *field = nullptr; ///< null: asks for other records
        QVariantList values = {};
        QList<Node> parts = {};
    };
    Node node(const Filter &filter, const Catalog &catalog, const QString &entity);
    void takeOthers(const Filter &filter, const Catalog &catalog, const QString &entity);
    static bool holds(const Node &node, const std::function<Value(int path)> &value, const Clock &clock);
    static bool answers(const Node &node, const Value &value, const Clock &clock);

    QStringList m_paths;
    QList<const Field *> m_used;
    QList<const Entity *> m_others;
    Node m_root;
};

} // namespace crm
