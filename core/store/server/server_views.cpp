#include "core/store/server/server_views.h"
#include "core/store/fast_fields.h"
#include "core/store/sources.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
QString column(const QString &guard, const QString &name, QChar alias = u't')
{
    const QString plain = alias + QStringLiteral(".") + quoted(name);
    return guard.isEmpty() ? plain : QStringLiteral("IF(%1,%2,NULL) AS %3").arg(guard, plain, quoted(name));
}

QString both(const QString &a, const QString &b)
{
    if (a.isEmpty())
        return b;
    return b.isEmpty() ? a : a + QStringLiteral(" AND ") + b;
}

/// How a row of a table (alias t) is joined with what decides whether the person sees it.
struct Way
{
    QString from, where, guard;
};

const QString sessionWhere = QStringLiteral("s.connection_id=CONNECTION_ID() AND s.client=USER()");
const QString sessionGuard = QStringLiteral("s.g_connection=CONNECTION_ID() AND s.g_client=USER()");

Way ownWay(const ServerNames &names, const Entity &e)
{
    return {
        QStringLiteral("%1 s JOIN %2 l JOIN %3 r JOIN {t} t")
            .arg(names.table("sessions"), names.table("levels"), names.table("reach")),
        sessionWhere +
            QStringLiteral(" AND l.user_id=s.user_id AND l.entity='%1' AND l.parent='' AND r.user_id=s.user_id "
                           "AND r.kind<=l.can_read AND t.scope_id=r.scope_id+0 AND r.scope_id=t.scope_id+0")
                .arg(e.key()),
        QStringLiteral("r.g_scope=t.scope_id AND r.g_user=s.g_user AND r.g_kind<=l.g_read AND l.g_user=s.g_user AND "
                       "l.g_entity='%1' AND l.g_parent='' AND ")
                .arg(e.key()) +
            sessionGuard};
}

Way everyoneWay(const ServerNames &names, const Entity &e)
{
    return {
        QStringLiteral("%1 s JOIN %2 l JOIN {t} t").arg(names.table("sessions"), names.table("levels")),
        sessionWhere +
            QStringLiteral(" AND l.user_id=s.user_id AND l.entity='%1' AND l.parent='' AND l.can_read>0").arg(e.key()),
        QStringLiteral("l.g_user=s.g_user AND l.g_entity='%1' AND l.g_parent='' AND l.g_read>0 AND ").arg(e.key()) +
            sessionGuard};
}

Way privateWay(const ServerNames &names)
{
    return {names.table("sessions") + QStringLiteral(" s JOIN {t} t"),
            sessionWhere + QStringLiteral(" AND t.scope_id=s.user_id+0"),
            QStringLiteral("t.scope_id=s.g_user AND ") + sessionGuard};
}

/// The level depends on what the row hangs on; where it is "all", reach does not matter.
Way attachedWay(const ServerNames &names, const Entity &e)
{
    const QString parent = QStringLiteral("IFNULL(t.parent_entity,'')");
    return {
        QStringLiteral("%1 s JOIN {t} t JOIN %2 l LEFT JOIN %3 r ON r.user_id=s.user_id AND r.scope_id=t.scope_id+0 "
                       "AND r.kind<=l.can_read")
            .arg(names.table("sessions"), names.table("levels"), names.table("reach")),
        sessionWhere + QStringLiteral(" AND l.user_id=s.user_id AND l.entity='%1' AND l.parent=%2 AND "
                                      "(l.can_read=3 OR r.user_id IS NOT NULL)")
                           .arg(e.key(), parent),
        QStringLiteral(
            "l.g_user=s.g_user AND l.g_entity='%1' AND l.g_parent=%2 AND (l.g_read=3 OR (r.g_scope=t.scope_id "
            "AND r.g_user=s.g_user AND r.g_kind<=l.g_read)) AND ")
                .arg(e.key(), parent) +
            sessionGuard};
}

/// Of attached records those within reach alone, from their scopes on: what the other view shows to a person who has no
/// level "all" for it on any kind of parent. An OR there keeps every index of scopes from being used.
Way nearWay(const ServerNames &names, const Entity &e)
{
    const QString parent = QStringLiteral("IFNULL(t.parent_entity,'')");
    return {
        QStringLiteral("%1 s JOIN %2 l JOIN %3 r JOIN {t} t")
            .arg(names.table("sessions"), names.table("levels"), names.table("reach")),
        sessionWhere + QStringLiteral(" AND l.user_id=s.user_id AND l.entity='%1' AND l.parent=%2 AND "
                                      "r.user_id=s.user_id AND r.kind<=l.can_read AND t.scope_id=r.scope_id+0 AND "
                                      "r.scope_id=t.scope_id+0")
                           .arg(e.key(), parent),
        QStringLiteral("r.g_scope=t.scope_id AND r.g_user=s.g_user AND r.g_kind<=l.g_read AND l.g_user=s.g_user AND "
                       "l.g_entity='%1' AND l.g_parent=%2 AND ")
                .arg(e.key(), parent) +
            sessionGuard};
}

Way wayTo(const Registry &registry, const ServerNames &names, const Entity &entity)
{
    const Entity &e = decidingEntity(registry, entity);
    switch (e.scope().kind) {
    case Scope::Everyone:
        return everyoneWay(names, e);
    case Scope::Private:
        return privateWay(names);
    case Scope::Attached:
        if (!entity.isLine())
            return attachedWay(names, e);
        break; // its lines do not say what the document hangs on
    case Scope::Owner:
    case Scope::Parent:
        return ownWay(names, e);
    }
    const QString seen = visible(registry, names, entity, QStringLiteral("t"), me(names));
    return {QStringLiteral("{t} t"), seen, seen};
}

/// A condition that the person sees the record of the entity whose id the expression gives. `<=>` and not `=`: MariaDB
/// turns EXISTS with an equality into IN, and where such a guard stands inside an aggregate (JSON_ARRAYAGG of a list's
/// links) it is false from the second execution of a prepared statement on.
QString seesRecord(const Registry &registry, const ServerNames &names, const Entity &entity, const QString &id)
{
    const Way way = wayTo(registry, names, entity);
    return QStringLiteral("EXISTS (SELECT 1 FROM %1 WHERE %2 AND t.id<=>%3)")
        .arg(QString(way.from).replace(QStringLiteral("{t}"), names.table(entity.key())), way.where, id);
}

/// Bare columns: by these the program looks rows up, and a guarded column cannot be looked up in an index.
bool isBare(const Entity &e, const Field &f)
{
    return (e.isLine() && f.key() == e.lineParentField()) ||
           (e.scope().kind == Scope::Attached && f.key() == QLatin1String("parent_id"));
}

class Views
{
public:
    Views(const Registry &registry, const ServerNames &names, const FastColumns &fast)
        : m_registry(registry)
        , m_names(names)
        , m_fast(fast)
        , m_me(me(names))
    {}

    QList<ServerView> all()
    {
        for (const auto &e : m_registry.entities()) {
            addRecords(*e);
            addTitles(*e);
            for (const Field &f : e->fieldList()) {
                if (isListKind(f.kind()) && !f.isCustom())
                    addLinks(*e, f);
            }
            if (isSearched(*e))
                addSearch(*e);
        }
        addReach();
        add(QStringLiteral("feed_state"),
            QStringLiteral("SELECT head,access_version,schema_version,maintenance FROM %1 WHERE id=1")
                .arg(m_names.table("feed_head")));
        // Merged, FOR UPDATE would lock the row that every transaction ends with; from a copy it locks nothing.
        m_out.last().sql.replace(QStringLiteral("ALGORITHM=MERGE"), QStringLiteral("ALGORITHM=TEMPTABLE"));
        return m_out;
    }

private:
    void add(const QString &name, const QString &select, const QString &entity = {}, bool staffOnly = false)
    {
        m_out << ServerView{
            name,
            QStringLiteral("CREATE OR REPLACE ALGORITHM=MERGE DEFINER=%1 SQL SECURITY DEFINER VIEW %2 AS %3")
                .arg(m_names.definer(), m_names.view(name), select),
            entity, staffOnly};
    }

    /// Nobody reads all of what is private to each person.
    bool hasPlain(const Entity &e) const { return decidingEntity(m_registry, e).scope().kind != Scope::Private; }

    /// What must hold for a field beyond the row's own visibility; empty: nothing.
    QString classGuard(FieldClass fieldClass, const QString &right = {}) const
    {
        return fieldClass == FieldClass::All ? QString() : seesClass(m_names, m_me, fieldClass, right);
    }

    /// The restricted custom fields whose right the person holds. A function, because a subquery that reads t would
    /// keep every query of the view, also one that does not ask for the column, from being answered by an index alone.
    QString restrictedExtra(const Entity &e) const
    {
        return QStringLiteral("%1(t.extra_restricted,'%2')").arg(m_names.table("restricted_extra"), e.key());
    }

    /// What the columns of a view are shown by: whether the row is seen, and with it the field's class.
    struct Guards
    {
        QString row;
        QMap<QString, QString> classes = {}; ///< by the class's own condition; a class that is not here: that condition
        QString of(const QString &ofClass) const
        {
            return ofClass.isEmpty() ? row : classes.value(ofClass, both(row, ofClass));
        }
    };

    QStringList columns(const Entity &e, const Guards &guards) const
    {
        const QString &vis = guards.row;
        QStringList out = {QStringLiteral("t.`id`")};
        for (const QString &name : serverSystemColumns().mid(1))
            out << column(vis, name);
        out << column(vis, QStringLiteral("live"));
        for (const Field &f : e.fieldList()) {
            if (!hasColumn(f))
                continue;
            const QString guard = isBare(e, f) ? QString() : guards.of(classGuard(f.fieldClass(), f.right()));
            out << column(guard, f.key());
            if (hasFoldedCopy(f))
                out << column(guard, foldedColumn(f));
        }
        out << column(vis, QStringLiteral("extra"))
            << column(guards.of(classGuard(FieldClass::Internal)), QStringLiteral("extra_internal"))
            << QStringLiteral("IF(%1,%2,NULL) AS `extra_restricted`")
                   .arg(both(vis, QStringLiteral("t.extra_restricted IS NOT NULL")), restrictedExtra(e));
        for (const FastColumn &fast : m_fast) { // of fields that everybody sees
            if (fast.entity == e.key())
                out << column(vis, fastColumn(fast.key));
        }
        return out;
    }

    /// All columns of the table (alias t), as they are.
    QStringList ownColumns(const Entity &e) const
    {
        QStringList out = serverSystemColumns() << QStringLiteral("live");
        for (const Field &f : e.fieldList()) {
            if (!hasColumn(f))
                continue;
            out << f.key();
            if (hasFoldedCopy(f))
                out << foldedColumn(f);
        }
        out << QStringLiteral("extra") << QStringLiteral("extra_internal") << QStringLiteral("extra_restricted");
        for (const FastColumn &fast : m_fast) {
            if (fast.entity == e.key())
                out << fastColumn(fast.key);
        }
        for (QString &name : out)
            name = QStringLiteral("t.") + quoted(name);
        return out;
    }

    /// The view in two: an inner one, which nobody may read, joins the row with what decides and says as columns
    /// (`g__row`, and one for each class of fields) whether the person sees it; the outer one shows each column by
    /// these. MariaDB reads the text of a view anew for each statement, and with the whole guard in each of seventy
    /// columns that took longer than all the rest (2.1 ms against 0.7). Both are merged, so the guard is asked as if it
    /// stood there.
    void addGuarded(const Entity &e, const QString &name, const Way &way)
    {
        QStringList inner = ownColumns(e);
        inner << QStringLiteral("(%1) AS g__row").arg(way.guard);
        Guards guards{QStringLiteral("t.g__row")};
        for (const Field &f : e.fieldList()) {
            const QString ofClass = hasColumn(f) && !isBare(e, f) ? classGuard(f.fieldClass(), f.right()) : QString();
            if (ofClass.isEmpty() || guards.classes.contains(ofClass))
                continue;
            const QString column = QStringLiteral("g__%1").arg(guards.classes.size() + 1);
            inner << QStringLiteral("(%1) AS %2").arg(both(way.guard, ofClass), column);
            guards.classes.insert(ofClass, QStringLiteral("t.") + column);
        }
        add(guardView(name),
            QStringLiteral("SELECT %1 FROM %2 WHERE %3")
                .arg(inner.join(u','), QString(way.from).replace(QStringLiteral("{t}"), m_names.table(e.key())),
                     way.where));
        m_out.last().isInner = true;
        add(name,
            QStringLiteral("SELECT %1 FROM %2 t").arg(columns(e, guards).join(u','), m_names.view(guardView(name))));
    }

    /// Enough to name a record and to walk its list in the order of its titles. MariaDB reads a view's text anew for
    /// each statement, and one page names records of five entities: with all their columns that took longer than the
    /// rest.
    void addTitles(const Entity &e)
    {
        const QList<const Field *> titles = titleFields(e);
        if (titles.isEmpty())
            return;
        const QString table = m_names.table(e.key());
        const auto columns = [&](const QString &vis) {
            QStringList out{QStringLiteral("t.`id`"), column(vis, QStringLiteral("live"))};
            for (const Field *f : titles) {
                const QString guard = both(vis, classGuard(f->fieldClass(), f->right()));
                out << column(guard, f->key());
                if (hasFoldedCopy(*f))
                    out << column(guard, foldedColumn(*f));
            }
            return out.join(u',');
        };
        const Way way = wayTo(m_registry, m_names, e);
        add(titleView(e.key()),
            QStringLiteral("SELECT %1 FROM %2 WHERE %3")
                .arg(columns(way.guard), QString(way.from).replace(QStringLiteral("{t}"), table), way.where));
        if (hasPlain(e))
            add(allView(titleView(e.key())),
                QStringLiteral("SELECT %1 FROM %2 t WHERE %3").arg(columns({}), table, hasSession()), e.key());
    }

    void addRecords(const Entity &e)
    {
        addGuarded(e, e.key(), wayTo(m_registry, m_names, e));
        if (hasPlain(e))
            add(allView(e.key()),
                QStringLiteral("SELECT %1 FROM %2 t WHERE %3")
                    .arg(columns(e, {}).join(u','), m_names.table(e.key()), hasSession()),
                e.key());
        if (!e.isLine() && e.scope().kind == Scope::Attached)
            addGuarded(e, nearView(e.key()), nearWay(m_names, e));
    }

    void addLinks(const Entity &e, const Field &f)
    {
        const QString name = linkTable(e, f);
        const QString classes = classGuard(f.fieldClass(), f.right());
        const auto select = [&](const QString &guard) {
            return QStringLiteral("SELECT x.owner_id,%1,%2 FROM %3 x%4")
                .arg(column(guard, QStringLiteral("target_id"), u'x'), column(guard, QStringLiteral("position"), u'x'),
                     m_names.table(name), guard.isEmpty() ? QString() : QStringLiteral(" WHERE ") + guard);
        };
        // g_owner in the condition too: it is the guard itself, evaluated once more.
        add(name, select(both(owned(e, QStringLiteral("g_owner")), classes)));
        if (hasPlain(e))
            add(allView(name), select(both(classes, hasSession())), e.key());
    }

    /// Of plain views: looked at before any row is read, since it does not depend on one. Whoever is refused a session
    /// (address, maintenance) is refused these as well.
    QString hasSession() const { return m_me + QStringLiteral(" IS NOT NULL"); }

    QString owned(const Entity &e, const QString &copy) const
    {
        // The alias t of the inner query hides the outer one, so the outer row is called x there.
        return seesRecord(m_registry, m_names, e, QStringLiteral("x.") + copy);
    }

    void addSearch(const Entity &e)
    {
        const QString name = serverSearchTable(e);
        const QString owner = owned(e, QStringLiteral("g_id"));
        add(name, QStringLiteral("SELECT x.id,%1,%2 FROM %3 x WHERE %4")
                      .arg(column(owner, QStringLiteral("text_all"), u'x'),
                           column(both(owner, classGuard(FieldClass::Internal)), QStringLiteral("text_internal"), u'x'),
                           m_names.table(name), owner));
        // Bare, because MATCH wants the columns of the index: for roles of staff only.
        if (hasPlain(e))
            add(allView(name),
                QStringLiteral("SELECT t.id,t.text_all,t.text_internal,t.words_all,t.words_internal FROM %1 t WHERE %2")
                    .arg(m_names.table(name), hasSession()),
                e.key(), true);
    }

    void addReach()
    {
        const QString mine = QStringLiteral("t.g_user=s.g_user AND ") + sessionGuard;
        add(QStringLiteral("my_reach"),
            QStringLiteral("SELECT %1,%2 FROM %3 s JOIN %4 t WHERE %5 AND t.user_id=s.user_id")
                .arg(column(mine, QStringLiteral("scope_id")), column(mine, QStringLiteral("kind")),
                     m_names.table("sessions"), m_names.table("reach"), sessionWhere));
    }

    const Registry &m_registry;
    const ServerNames &m_names;
    const FastColumns &m_fast;
    const QString m_me;
    QList<ServerView> m_out;
};
} // namespace

QList<ServerView> serverViews(const Registry &registry, const ServerNames &names, const FastColumns &fast)
{
    return Views(registry, names, fast).all();
}

} // namespace crm
