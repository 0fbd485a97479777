// The rows of a list put together by a column, as one statement.
#include "core/model/error.h"
#include "core/store/grouping.h"
#include "core/store/list_sql.h"
#include <QCoreApplication>
#include <QTimeZone>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Reading)
};

const QString row = QStringLiteral("m");
constexpr qint64 dayMs = 86'400'000;

/// The person's day of a moment: a number of days, which is never negative, in milliseconds. What the clocks of his
/// zone show changes a few times in a year; the latest changes come first, since most moments are near.
QString dayOfMoment(const QString &column, const QDateTime &now)
{
    const QTimeZone zone = now.timeZone();
    const QDateTime from(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    const QTimeZone::OffsetDataList changes = zone.transitions(from, now.addYears(10));
    QString offset = QString::number(zone.offsetFromUtc(from) * 1000LL);
    if (!changes.isEmpty()) {
        QString cases;
        for (auto it = changes.crbegin(); it != changes.crend(); ++it)
            cases += QStringLiteral(" WHEN %1>=%2 THEN %3")
                         .arg(column)
                         .arg(it->atUtc.toMSecsSinceEpoch())
                         .arg(it->offsetFromUtc * 1000LL);
        offset = QStringLiteral("CASE%1 ELSE %2 END").arg(cases, offset);
    }
    const QString local = QStringLiteral("(%1+%2+%3)").arg(column, offset).arg(ListSql::Grouped::epochDays * dayMs);
    return QStringLiteral("(%1-%1%%2)").arg(local).arg(dayMs);
}
} // namespace

ListSql::Grouped ListSql::groups(const GroupBy &by, const QStringList &paths, int limit)
{
    Grouped out;
    const FieldPath path = m_fields.path(m_entity, by.path);
    const Field &field = path.last();
    if (!isGroupable(field))
        throw Error(ErrorKind::Validation, Tr::tr("Rows cannot be put together by “%1”.").arg(field.label().text()));
    out.field = &field;
    const bool folded = isFolded(field);
    QString value = m_fields.value(path, row);
    if (field.kind() == Kind::Moment)
        value = dayOfMoment(value, m_context.now);
    const QString group = folded ? m_fields.sortValue(path, row) : value;

    out.sums = totals(paths);
    Sums &sums = out.sums;
    QStringList inner{group + QStringLiteral(" AS g")}, groups{QStringLiteral("1")};
    QStringList outer{folded ? QStringLiteral("x.w") : QStringLiteral("x.g")};
    for (qsizetype i = 0; i < sums.currencies.size(); ++i) {
        inner << sums.currencies.at(i) + QStringLiteral(" AS c%1").arg(i);
        outer << QStringLiteral("x.c%1").arg(i);
        groups << QString::number(i + 2);
    }
    for (int &at : sums.currency)
        at += at >= 0 ? 1 : 0; // behind the group's value
    sums.countAt = int(outer.size());
    inner << QStringLiteral("count(*) AS n");
    outer << QStringLiteral("x.n");
    for (qsizetype i = 0; i < sums.expressions.size(); ++i) {
        inner << sums.expressions.at(i) + QStringLiteral(" AS s%1").arg(i);
        outer << QStringLiteral("x.s%1").arg(i);
    }
    if (folded)
        inner << QStringLiteral("min(%1) AS w").arg(value);
    if (const Entity *target = isRefKind(field.kind()) ? m_context.catalog.find(field.target()) : nullptr) {
        out.titleAt = int(outer.size());
        outer << ofTarget(*target, [&](const QString &alias) { return m_fields.title(*target, alias); });
        if (const Field *position = target->isDictionary() ? target->field(QStringLiteral("position")) : nullptr) {
            out.positionAt = int(outer.size());
            outer << ofTarget(*target, [&](const QString &alias) { return m_fields.column(*position, alias); });
        }
    }
    sums.sql = {QStringLiteral("SELECT %1 FROM (SELECT %2 FROM %3 %4 WHERE ")
                    .arg(outer.join(u','), inner.join(u','), m_context.sources.table(m_entity), row)};
    sums.sql << m_where;
    sums.sql << Sql{QStringLiteral(" GROUP BY %1 ORDER BY n DESC LIMIT ?) x").arg(groups.join(u',')), {limit}};
    return out;
}

/// Something of the record that the group's value points to.
QString ListSql::ofTarget(const Entity &target, const std::function<QString(const QString &alias)> &expression)
{
    const QString alias = m_fields.newAlias();
    return QStringLiteral("(SELECT %1 FROM %2 %3 WHERE %3.id=x.g)")
        .arg(expression(alias), m_context.sources.table(target), alias);
}

} // namespace crm
