#include "core/store/kept_sql.h"
#include "core/store/stored_documents.h"

namespace crm {

namespace {
QString number(const QString &field) { return QStringLiteral("IFNULL(%1,0)").arg(quoted(field)); }

QString conditionSql(const KeptCondition &c)
{
    switch (c.test) {
    case KeptTest::Positive:
        return number(c.field) + QStringLiteral(">0");
    case KeptTest::Zero:
        return number(c.field) + QStringLiteral("=0");
    case KeptTest::Negative:
        return number(c.field) + QStringLiteral("<0");
    case KeptTest::Empty:
        return quoted(c.field) + QStringLiteral(" IS NULL");
    case KeptTest::Filled:
        return quoted(c.field) + QStringLiteral(" IS NOT NULL");
    }
    return {};
}

QString stateSql(const QList<KeptCase> &cases)
{
    QString out = QStringLiteral("CASE");
    for (const KeptCase &one : cases) {
        QStringList when;
        for (const KeptCondition &c : one.when)
            when << conditionSql(c);
        out += QStringLiteral(" WHEN %1 THEN '%2'")
                   .arg(when.isEmpty() ? QStringLiteral("1=1") : when.join(QStringLiteral(" AND ")), one.key);
    }
    return out + QStringLiteral(" END");
}

/// The true sum of one row of the target, which stands in the statement as t.
QString trueSum(const KeptTarget &target, const QString &source)
{
    const KeptSum &sum = target.sum();
    return QStringLiteral("(SELECT IFNULL(SUM(s.%1),0) FROM %2 s WHERE s.%3=t.id AND s.deleted_at IS NULL)")
        .arg(quoted(sum.field), source, quoted(sum.reference));
}

QString localTrigger(const KeptTarget &target, const QString &name, const QString &event, const QString &when,
                     const QStringList &rows)
{
    const KeptSum &sum = target.sum();
    QString body;
    for (const QString &row : rows) {
        const QString sign = row == QLatin1String("OLD") ? QStringLiteral("-") : QStringLiteral("+");
        const QString counts =
            QStringLiteral("%1.deleted_at IS NULL AND IFNULL(%1.%2,0)<>0").arg(row, quoted(sum.field));
        body += QStringLiteral("UPDATE %1 SET %2=IFNULL(%2,0)%3%4.%5 WHERE id=%4.%6 AND %7; ")
                    .arg(quoted(target.entity->key()), quoted(target.field->key()), sign, row, quoted(sum.field),
                         quoted(sum.reference), counts);
        body += QStringLiteral("INSERT OR IGNORE INTO followed (entity,record_id) SELECT '%1',%2.%3 WHERE %2.%3 IS NOT "
                               "NULL AND %4; ")
                    .arg(target.entity->key(), row, quoted(sum.reference), counts);
    }
    return QStringLiteral("CREATE TRIGGER %1 AFTER %2 ON %3 WHEN %4 BEGIN %5END")
        .arg(quoted(name), event, quoted(sum.entity), when, body);
}
} // namespace

QString keptExpression(const Field &field)
{
    const Kept &kept = field.kept();
    if (!kept.states.isEmpty())
        return stateSql(kept.states);
    QString out;
    for (const QString &f : kept.difference.plus)
        out += (out.isEmpty() ? QString() : QStringLiteral("+")) + number(f);
    for (const QString &f : kept.difference.minus)
        out += u'-' + number(f);
    return out;
}

QList<KeptTarget> sumsOver(const Registry &registry, const Entity &source)
{
    QList<KeptTarget> out = allSums(registry);
    out.removeIf([&](const KeptTarget &t) { return t.sum().entity != source.key(); });
    return out;
}

QList<KeptTarget> allSums(const Registry &registry)
{
    QList<KeptTarget> out;
    for (const auto &entity : registry.entities()) {
        for (const Field &f : entity->fieldList()) {
            if (f.kept().sum.isValid())
                out << KeptTarget{entity.get(), &f};
        }
    }
    return out;
}

QList<QPair<QString, QString>> localSumTriggers(const Registry &registry, const Entity &source)
{
    QList<QPair<QString, QString>> out;
    const QList<KeptTarget> targets = sumsOver(registry, source);
    for (const KeptTarget &t : targets) {
        const KeptSum &sum = t.sum();
        const QString name = source.key() + QStringLiteral("__sum_") + t.entity->key() + u'_' + t.field->key();
        const QString columns =
            QStringLiteral("UPDATE OF %1,%2,deleted_at").arg(quoted(sum.field), quoted(sum.reference));
        const QString moved = QStringLiteral("OLD.%1 IS NOT NEW.%1 OR OLD.%2 IS NOT NEW.%2 OR "
                                             "(OLD.deleted_at IS NULL)<>(NEW.deleted_at IS NULL)")
                                  .arg(quoted(sum.field), quoted(sum.reference));
        const auto add = [&](const char *suffix, const QString &event, const QString &when, const QStringList &rows) {
            const QString full = name + QLatin1String(suffix);
            out << qMakePair(full, localTrigger(t, full, event, when, rows));
        };
        add("_i", QStringLiteral("INSERT"), QStringLiteral("NEW.%1 IS NOT NULL").arg(quoted(sum.reference)), {"NEW"});
        add("_u", columns, moved, {"OLD", "NEW"});
        add("_d", QStringLiteral("DELETE"), QStringLiteral("OLD.%1 IS NOT NULL").arg(quoted(sum.reference)), {"OLD"});
    }
    return out;
}

QString recountSql(const KeptTarget &target, const QString &table, const QString &source)
{
    return QStringLiteral("UPDATE %1 AS t SET %2=%3").arg(table, quoted(target.field->key()), trueSum(target, source));
}

QString wrongSumsSql(const KeptTarget &target, const QString &table, const QString &source)
{
    // Each side once, and no subselect for each row.
    const KeptSum &sum = target.sum();
    return QStringLiteral("SELECT COUNT(*) FROM %1 t LEFT JOIN (SELECT s.%4 k, SUM(s.%5) v FROM %3 s WHERE "
                          "s.deleted_at IS NULL GROUP BY s.%4) x ON x.k=t.id WHERE IFNULL(t.%2,0)<>IFNULL(x.v,0)")
        .arg(table, quoted(target.field->key()), source, quoted(sum.reference), quoted(sum.field));
}

} // namespace crm
