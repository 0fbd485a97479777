// The rows of a list put together by a column: the database adds up, spans of days and the order are made here.
#include "core/model/error.h"
#include "core/model/text.h"
#include "core/store/codec.h"
#include "core/store/reading.h"
#include "core/store/sums.h"
#include <QCoreApplication>
#include <QDate>
#include <map>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Reading)
};

constexpr int mostRows = 50'000;  ///< of the statement: values, each once for each currency
constexpr int mostGroups = 2'000; ///< nobody looks through more

/// A group that is being added up, and where it stands among the others.
struct Entry
{
    Group group;
    SumsByCurrency sums;
    qint64 place = 0;
    QString text = {};
};

/// Choices as they are declared, dictionaries by their position; then numbers and days by value, texts folded.
void placeOf(Entry &entry, const ListSql::Grouped &columns, const Rows &rows)
{
    const Field &field = *columns.field;
    const QVariant &value = entry.group.value;
    if (field.kind() == Kind::Choice) {
        entry.place = field.choices().size();
        for (qsizetype i = 0; i < field.choices().size(); ++i) {
            if (field.choices().at(i).key == value.toString())
                entry.place = i;
        }
        entry.text = value.toString();
    } else if (isRefKind(field.kind())) {
        entry.place = columns.positionAt >= 0 ? rows.integer(columns.positionAt) : 0;
        entry.text = fold(entry.group.title);
    } else if (value.typeId() == QMetaType::QDate) {
        entry.place = value.toDate().toJulianDay();
    } else if (isFreeTextKind(field.kind())) {
        entry.text = fold(value.toString());
    } else if (isTextKind(field.kind())) {
        entry.text = value.toString();
    } else {
        entry.place = value.toLongLong();
    }
}

QVariant valueOf(const Field &field, const GroupBy &by, const QVariant &column)
{
    if (column.isNull())
        return {};
    if (!hasSpans(field.kind()))
        return fromColumn(field, column);
    const QDate day = field.kind() == Kind::Date
                          ? fromColumn(field, column).toDate()
                          : QDate(1970, 1, 1).addDays(column.toLongLong() / 86'400'000 - ListSql::Grouped::epochDays);
    return firstOfSpan(day, by.span);
}

/// A text in two currencies may come in two spellings.
QString keyOf(const Field &field, const QVariant &value)
{
    return isFolded(field) ? fold(value.toString()) : value.toString();
}

bool before(const Entry &a, const Entry &b)
{
    if (a.group.value.isNull() != b.group.value.isNull())
        return b.group.value.isNull();
    if (a.place != b.place)
        return a.place < b.place;
    if (const int c = QString::localeAwareCompare(a.text, b.text))
        return c < 0;
    return a.group.value.toLongLong() < b.group.value.toLongLong();
}
} // namespace

Groups Reading::groups(const Query &query, const GroupBy &by, const QStringList &sumPaths)
{
    readable(query.entity);
    ListSql::Grouped columns;
    const auto make = [&](const ReadContext &way) {
        columns = ListSql(way, query, ListSql::Whole).groups(by, sumPaths, mostRows + 1);
        return columns.sums.sql;
    };
    Groups out;
    std::vector<Entry> entries;
    const auto take = [&](Rows &rows) {
        std::map<QString, size_t> known; // by value; "" for none
        int count = 0;
        while (rows.next()) {
            if (++count > mostRows)
                throw Error(ErrorKind::Validation,
                            Tr::tr("“%1” has too many different values to put rows together by it. Narrow the list, or "
                                   "choose another column.")
                                .arg(columns.field->label().text()));
            const QVariant value = valueOf(*columns.field, by, rows.value(0));
            const auto [it, isNew] = known.try_emplace(keyOf(*columns.field, value), entries.size());
            if (isNew) {
                entries.push_back({{value, {}, 0, {}}, {columns.sums, m_catalog->baseCurrency}});
                Entry &entry = entries.back();
                entry.group.title = columns.titleAt >= 0 ? rows.text(columns.titleAt) : QString();
                placeOf(entry, columns, rows);
            }
            entries[it->second].sums.add(rows);
        }
    };
    runFinding(make, take, query.trashed);
    for (Entry &entry : entries) {
        entry.group.count = entry.sums.count();
        entry.group.sums = entry.sums.sums();
    }
    if (entries.size() > mostGroups) {
        out.more = true;
        std::nth_element(entries.begin(), entries.begin() + mostGroups, entries.end(),
                         [](const Entry &a, const Entry &b) { return a.group.count > b.group.count; });
        entries.erase(entries.begin() + mostGroups, entries.end());
    }
    std::sort(entries.begin(), entries.end(), before);
    for (const Entry &entry : entries)
        out.list << entry.group;
    return out;
}

// --- what may be changed

namespace {
/// Records that only an administrator, or the person in one of their fields, may change or delete.
QString ownersOnly(const Entity &entity, const Actor &actor, bool deleting)
{
    if (actor.policy.isAdmin())
        return QStringLiteral("1");
    if (entity.isAdminOnly())
        return QStringLiteral("0");
    const Field *person = entity.field(entity.changedOnlyByField());
    const bool any = deleting || entity.changedOnlyByFields().isEmpty();
    return person && any ? QStringLiteral("m.%1=%2").arg(quoted(person->key())).arg(actor.userId) : QStringLiteral("1");
}
} // namespace

IdList Reading::allowed(const QString &key, const IdList &ids, Verb verb)
{
    const Entity &entity = readable(key);
    const Sql among = m_dialect.isOneOf(QStringLiteral("m.id"), ids);
    const QString sql = QStringLiteral("SELECT m.id FROM %1 m WHERE %2 AND %3 AND %4 AND %5 ORDER BY m.id")
                            .arg(m_sources.table(entity), m_sources.living(QStringLiteral("m")), among.text,
                                 m_guard.predicate(entity, verb, QStringLiteral("m")),
                                 ownersOnly(entity, m_actor, verb == Verb::Delete));
    IdList out;
    Rows rows = m_db.run(sql, among.values);
    while (rows.next())
        out << rows.integer(0);
    return out;
}

} // namespace crm
