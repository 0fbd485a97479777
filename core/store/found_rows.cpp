#include "core/store/found_rows.h"
#include "core/model/error.h"
#include "core/store/server/server_names.h"
#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>

namespace crm {

bool FoundRows::ask(const Entity &e, const QList<SearchTerm> &wanted)
{
    const auto same = [](const SearchTerm &a, const SearchTerm &b) { return a.phrases == b.phrases; };
    if (!entity) {
        entity = &e;
        terms = wanted;
        return true;
    }
    return entity == &e && field.isEmpty() && first.count == 0 &&
           std::equal(terms.cbegin(), terms.cend(), wanted.cbegin(), wanted.cend(), same);
}

bool FoundRows::askBy(const Entity &e, const Field &reference, Id target)
{
    if (!living)
        return false;
    if (!entity) {
        entity = &e;
        field = reference.key();
        id = target;
        return true;
    }
    return entity == &e && field == reference.key() && id == target && first.count == 0;
}

bool FoundRows::askFirst(const Entity &e, const FirstRowsOf &wanted)
{
    if (!living || entity || wanted.count > found_rows::mostFirst)
        return false;
    entity = &e;
    first = wanted;
    return true;
}

namespace found_rows {

namespace {
/// A text that takes the collation of what it is compared with, whatever stands in it.
QString literal(const QString &text)
{
    const QString plain = sqlLiteral(text);
    return plain.startsWith(u'\'') ? plain
                                   : QStringLiteral("_utf8mb4 X'%1'").arg(QString::fromLatin1(text.toUtf8().toHex()));
}

QString literalOf(const QVariant &value)
{
    if (value.isNull())
        return QStringLiteral("NULL");
    switch (value.typeId()) {
    case QMetaType::QString:
        return literal(value.toString());
    case QMetaType::QDate: // a place in a list sorted by one comes back from a server as such
        return u'\'' + value.toDate().toString(Qt::ISODate) + u'\'';
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return QString::number(value.toLongLong());
    default:
        throw Error(ErrorKind::Corrupt,
                    QCoreApplication::translate("crm::Session", "The program made a mistake; nothing was saved."),
                    QString::fromLatin1(value.typeName()));
    }
}
} // namespace

bool areExact(const QList<SearchTerm> &wanted)
{
    return wanted.size() <= terms &&
           std::all_of(wanted.cbegin(), wanted.cend(), [](const SearchTerm &t) { return t.phrases.size() <= phrases; });
}

QString termsJson(const QList<SearchTerm> &wanted)
{
    QJsonArray out;
    for (const SearchTerm &t : wanted.mid(0, terms)) {
        // A term of more phrases is left out: what does not hold it is found as well, and looked at afterwards.
        if (t.phrases.size() <= phrases)
            out.append(QJsonArray::fromStringList(t.phrases));
    }
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

QString inlined(const Sql &sql)
{
    QString out;
    qsizetype next = 0;
    for (QChar c : sql.text) {
        if (c != u'?') {
            out += c;
            continue;
        }
        out += literalOf(sql.values.value(next++));
    }
    return out;
}

namespace {
Sql callBy(const Entity &entity, const QString &field, Id id, int limit)
{
    return {QStringLiteral("CALL find_by('%1','%2',?,?,%3)").arg(entity.key(), field, variable), {id, limit}};
}

/// As text, whatever its kind: the procedure knows which it is.
QVariant textOf(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return QVariant(QMetaType::fromType<QString>());
    switch (value.typeId()) {
    case QMetaType::QDate:
        return value.toDate().toString(Qt::ISODate);
    case QMetaType::Bool:
        return QString::number(int(value.toBool()));
    default:
        return value.toString();
    }
}

Sql callFirst(const Entity &entity, const FirstRowsOf &first)
{
    return {QStringLiteral("CALL list_rows('%1','%2',%3,'%4',?,?,?,?,%5)")
                .arg(entity.key(), first.order)
                .arg(int(first.down))
                .arg(first.where, variable),
            {textOf(first.value), textOf(first.fromId ? first.from : QVariant()), first.fromId, first.count}};
}

Sql call(const FoundRows &asked, int limit)
{
    if (asked.first.count > 0)
        return callFirst(*asked.entity, asked.first);
    if (!asked.field.isEmpty())
        return callBy(*asked.entity, asked.field, asked.id, mostBy);
    return {QStringLiteral("CALL find_rows('%1',?,?,?,%2)").arg(asked.entity->key(), variable),
            {trigramExpression(asked.terms), termsJson(asked.terms), limit}};
}

} // namespace

QString countBy(const Entity &entity, const QString &field, Id id, int limit)
{
    return QStringLiteral("BEGIN\nDECLARE %1 LONGTEXT;\n%2;\nSELECT IFNULL(JSON_LENGTH(%1),%3);\nEND")
        .arg(variable, inlined(callBy(entity, field, id, limit)))
        .arg(limit + 1);
}

Sql statements(const FoundRows &asked, int limit, const Sql &few, const Sql &many)
{
    const Sql found = call(asked, limit);
    return {QStringLiteral("DECLARE %1 LONGTEXT %2;\n%3;\nIF %1 IS NULL THEN\n%4;\nELSE\n%5;\nEND IF;\n")
                .arg(variable, binaryText, found.text, many.text, few.text),
            found.values + many.values + few.values};
}

} // namespace found_rows

} // namespace crm
