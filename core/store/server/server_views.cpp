#include "core/store/server/server_views.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
const QString t = QStringLiteral("t");

QString column(const QString &guard, const QString &name)
{
    const QString plain = QStringLiteral("t.") + quoted(name);
    return guard.isEmpty() ? plain : QStringLiteral("IF(%1,%2,NULL) AS %3").arg(guard, plain, quoted(name));
}

QString both(const QString &a, const QString &b)
{
    if (a.isEmpty())
        return b;
    return b.isEmpty() ? a : a + QStringLiteral(" AND ") + b;
}

class Views
{
public:
    Views(const Registry &registry, const ServerNames &names)
        : m_registry(registry)
        , m_names(names)
        , m_me(me(names))
    {}

    QList<ServerView> all()
    {
        for (const auto &e : m_registry.entities()) {
            addRecords(*e);
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

    /// The restricted custom fields whose right the person holds. Definitions are data, so it is done at reading.
    QString restrictedExtra(const Entity &e) const
    {
        return QStringLiteral("(SELECT JSON_OBJECTAGG(k.`key`,JSON_EXTRACT(t.extra_restricted,CONCAT('$.',k.`key`))) "
                              "FROM %1 k WHERE k.entity='%2' AND k.class='restricted' AND k.deleted_at IS NULL "
                              "AND JSON_EXISTS(t.extra_restricted,CONCAT('$.',k.`key`)) "
                              "AND ((SELECT p.is_admin FROM %3 p WHERE p.user_id=%4)=1 OR EXISTS (SELECT 1 FROM %5 h "
                              "WHERE h.user_id=%4 AND h.right_name=TRIM(k.`right`))))")
            .arg(m_names.table("custom_fields"), e.key(), m_names.table("people"), m_me, m_names.table("held_rights"));
    }

    QStringList columns(const Entity &e, const QString &vis) const
    {
        QStringList out = {QStringLiteral("t.`id`")};
        for (const QString &name : serverSystemColumns().mid(1))
            out << column(vis, name);
        out << column(vis, QStringLiteral("live"));
        for (const Field &f : e.fieldList()) {
            if (!hasColumn(f))
                continue;
            const QString guard = both(vis, classGuard(f.fieldClass(), f.right()));
            out << column(guard, f.key());
            if (hasFoldedCopy(f))
                out << column(guard, foldedColumn(f));
        }
        out << column(vis, QStringLiteral("extra"))
            << column(both(vis, classGuard(FieldClass::Internal)), QStringLiteral("extra_internal"))
            << QStringLiteral("IF(%1,%2,NULL) AS `extra_restricted`")
                   .arg(both(vis, QStringLiteral("t.extra_restricted IS NOT NULL")),
                        m_registry.find(QStringLiteral("custom_fields")) ? restrictedExtra(e) : QStringLiteral("NULL"));
        return out;
    }

    void addRecords(const Entity &e)
    {
        const QString from = QStringLiteral(" FROM %1 t").arg(m_names.table(e.key()));
        const QString vis = visible(m_registry, m_names, e, t, m_me);
        add(e.key(), QStringLiteral("SELECT ") + columns(e, vis).join(u',') + from + QStringLiteral(" WHERE ") + vis);
        if (hasPlain(e))
            add(allView(e.key()), QStringLiteral("SELECT ") + columns(e, {}).join(u',') + from, e.key());
    }

    void addLinks(const Entity &e, const Field &f)
    {
        const QString name = linkTable(e, f);
        const QString classes = classGuard(f.fieldClass(), f.right());
        const QString owner =
            QStringLiteral("EXISTS (SELECT 1 FROM %1 o WHERE o.id=t.owner_id AND %2)")
                .arg(m_names.table(e.key()), visible(m_registry, m_names, e, QStringLiteral("o"), m_me));
        const auto select = [&](const QString &guard) {
            return QStringLiteral("SELECT t.owner_id,%1,%2 FROM %3 t%4")
                .arg(column(guard, QStringLiteral("target_id")), column(guard, QStringLiteral("position")),
                     m_names.table(name), guard.isEmpty() ? QString() : QStringLiteral(" WHERE ") + guard);
        };
        add(name, select(both(owner, classes)));
        if (hasPlain(e))
            add(allView(name), select(classes), e.key());
    }

    void addSearch(const Entity &e)
    {
        const QString name = serverSearchTable(e);
        const QString owner =
            QStringLiteral("EXISTS (SELECT 1 FROM %1 o WHERE o.id=t.id AND %2)")
                .arg(m_names.table(e.key()), visible(m_registry, m_names, e, QStringLiteral("o"), m_me));
        add(name, QStringLiteral("SELECT t.id,%1,%2 FROM %3 t WHERE %4")
                      .arg(column(owner, QStringLiteral("text_all")),
                           column(both(owner, classGuard(FieldClass::Internal)), QStringLiteral("text_internal")),
                           m_names.table(name), owner));
        // Bare, because MATCH wants the columns of the index: for roles of staff only.
        if (hasPlain(e))
            add(allView(name),
                QStringLiteral("SELECT t.id,t.text_all,t.text_internal,t.words_all,t.words_internal FROM %1 t")
                    .arg(m_names.table(name)),
                e.key(), true);
    }

    void addReach()
    {
        const QString mine = QStringLiteral("t.user_id=") + m_me;
        add(QStringLiteral("my_reach"), QStringLiteral("SELECT %1,%2 FROM %3 t WHERE %4")
                                            .arg(column(mine, QStringLiteral("scope_id")),
                                                 column(mine, QStringLiteral("kind")), m_names.table("reach"), mine));
    }

    const Registry &m_registry;
    const ServerNames &m_names;
    const QString m_me;
    QList<ServerView> m_out;
};
} // namespace

QList<ServerView> serverViews(const Registry &registry, const ServerNames &names)
{
    return Views(registry, names).all();
}

} // namespace crm
