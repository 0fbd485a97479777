#include "core/store/server/server_kept.h"
#include "core/store/page.h"
#include "core/store/server/routine_text.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
class SumTriggers
{
public:
    SumTriggers(const RoutineText &text, const Entity &source)
        : m_text(text)
        , m_source(source)
        , m_targets(sumsOver(text.registry, source))
    {}

    QStringList statements() const
    {
        if (m_targets.isEmpty())
            return {};
        // Before an insert and an update: the row that is added to is locked first. Behind it InnoDB would have taken
        // the shared lock of the foreign key, and two people who write for one client at once would deadlock.
        return {trigger("BEFORE", "INSERT", [this](const KeptTarget &t) { return moved(t, "NEW", '+'); }),
                trigger("BEFORE", "UPDATE", [this](const KeptTarget &t) { return changed(t); }),
                trigger("AFTER", "DELETE", [this](const KeptTarget &t) { return moved(t, "OLD", '-'); })};
    }

private:
    QString trigger(const char *when, const char *event, const std::function<QString(const KeptTarget &)> &part) const
    {
        QString body;
        for (const KeptTarget &t : m_targets)
            body += part(t);
        const QString name =
            shortName(m_source.key() + QStringLiteral("__sums_") + QString(QLatin1String(event)).toLower());
        return m_text.expand(QStringLiteral("CREATE OR REPLACE DEFINER=%1 TRIGGER {data}.%2 %3 %4 ON {data}.%5 "
                                            "FOR EACH ROW BEGIN\n%6END")
                                 .arg(quoted(m_text.names.owner()) + QStringLiteral("@`%`"), quoted(name),
                                      QLatin1String(when), QLatin1String(event), quoted(m_source.key()), body));
    }

    QString value(const KeptTarget &t, const QString &row) const
    {
        return QStringLiteral("IF(%1.deleted_at IS NULL,IFNULL(%1.%2,0),0)").arg(row, quoted(t.sum().field));
    }
    QString reference(const KeptTarget &t, const QString &row) const { return row + u'.' + quoted(t.sum().reference); }

    QString add(const KeptTarget &t, const QString &id, const QString &amount) const
    {
        const QString table = QStringLiteral("{data}.") + quoted(t.entity->key());
        return QStringLiteral("UPDATE %1 SET %2=%2+(%3) WHERE id=%4;\n"
                              "INSERT INTO {data}.changes (tx,at,user_id,user_name,entity,decider,parent,record_id,op,"
                              "version,scope_before,scope_after) SELECT CONNECTION_ID(),"
                              "CAST(UNIX_TIMESTAMP(SYSDATE(3))*1000 AS SIGNED),0,'','%5','%5',%6,t.id,%7,t.version,"
                              "t.scope_id,t.scope_id FROM %1 t WHERE t.id=%4;\n")
            .arg(table, quoted(t.field->key()), amount, id, t.entity->key(), m_text.parentOf(*t.entity, "t"))
            .arg(int(ChangeOp::Follow));
    }

    QString moved(const KeptTarget &t, const QString &row, char sign) const
    {
        return QStringLiteral("IF %1 IS NOT NULL AND %2<>0 THEN\n%3END IF;\n")
            .arg(reference(t, row), value(t, row), add(t, reference(t, row), QChar::fromLatin1(sign) + value(t, row)));
    }

    QString changed(const KeptTarget &t) const
    {
        return QStringLiteral("IF OLD.%1<=>NEW.%1 THEN\nIF NEW.%1 IS NOT NULL AND %2<>%3 THEN\n%4END IF;\nELSE\n%5%6"
                              "END IF;\n")
            .arg(quoted(t.sum().reference), value(t, "NEW"), value(t, "OLD"),
                 add(t, reference(t, "NEW"), value(t, "NEW") + u'-' + value(t, "OLD")), moved(t, "OLD", '-'),
                 moved(t, "NEW", '+'));
    }

    const RoutineText &m_text;
    const Entity &m_source;
    const QList<KeptTarget> m_targets;
};
} // namespace

QStringList serverSumTriggers(const Registry &registry, const ServerNames &names)
{
    const RoutineText text(registry, names);
    QStringList out;
    for (const auto &entity : registry.entities())
        out += SumTriggers(text, *entity).statements();
    return out;
}

QStringList recountStatements(const Registry &registry, const ServerNames &names,
                              const std::function<bool(const QString &, const QString &)> &isThere)
{
    QStringList out;
    const QList<KeptTarget> sums = allSums(registry);
    for (const KeptTarget &t : sums) {
        if (!isThere(t.entity->key(), t.field->key()))
            out << recountSql(t, names.table(t.entity->key()), names.table(t.sum().entity));
    }
    return out;
}

} // namespace crm
