#include "core/exchange/import_references.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/model/text.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

constexpr qsizetype valuesAtOnce = 500;
constexpr qsizetype mostKnown = 300'000; // a table is forgotten before it eats the memory
constexpr qint64 leastId = qint64(1) << 40;

QString exactKey(const QString &text) { return u'=' + text; }
} // namespace

Query oneOfQuery(const QString &entity, const QString &path, const QVariantList &values, const QStringList &columns)
{
    Query query(entity);
    query.filter.type = Filter::Condition;
    query.filter.path = path;
    query.filter.op = Op::In;
    query.filter.values = values;
    query.columns = columns;
    query.sort = {{path, false}};
    return query;
}

bool ReferenceFinder::looksLikeId(const QString &text)
{
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok && number >= leastId;
}

const Field *ReferenceFinder::titleOf(const Entity &target) const
{
    const Field *title = target.field(target.titleField());
    if (!title || !isTextKind(title->kind()) || !m_repository.actor().policy.sees(*title)) {
        throw Error(ErrorKind::Validation, Tr::tr("%1 have no title that they could be found by. Name a field behind a "
                                                  "point, for example id.")
                                               .arg(target.many().text()));
    }
    return title;
}

void ReferenceFinder::prepare(const Entity &target, const Field *by, const QSet<QString> &texts)
{
    Table &table = m_tables[target.key() + u'.' + (by ? by->key() : QString())];
    if (table.size() > mostKnown)
        table.clear();
    QStringList ids, names;
    for (const QString &text : texts) {
        if (text.isEmpty() || table.contains(fold(text)))
            continue;
        (!by && looksLikeId(text) ? ids : names) << text;
    }
    if (!ids.isEmpty())
        lookUpIds(target, ids, table);
    if (!names.isEmpty())
        lookUp(target, by ? *by : *titleOf(target), names, table);
}

void ReferenceFinder::lookUpIds(const Entity &target, const QStringList &texts, Table &table)
{
    IdList ids;
    for (const QString &text : texts)
        ids << text.toLongLong();
    const QHash<Id, Option> found = m_repository.options(target.key(), ids);
    for (auto it = found.begin(); it != found.end(); ++it)
        table.insert(QString::number(it.key()), {it.key(), 1});
}

void ReferenceFinder::lookUp(const Entity &target, const Field &by, const QStringList &texts, Table &table)
{
    const FormatContext machine{QLocale::c(), m_repository.catalog()->baseCurrency, {}};
    for (qsizetype from = 0; from < texts.size(); from += valuesAtOnce) {
        QVariantList values;
        for (const QString &text : texts.mid(from, valuesAtOnce)) {
            QString fault;
            const QVariant value = parseText(by, text, machine, &fault);
            if (fault.isEmpty() && !value.isNull())
                values << value;
        }
        if (values.isEmpty())
            continue;
        forEachRow(m_repository, oneOfQuery(target.key(), by.key(), values, {by.key()}), [&](const Row &row) {
            const QString text = machineText(by, row.values.first(), row.currency);
            for (const QString &key : {fold(text), exactKey(text)}) {
                Found &found = table[key];
                found.id = row.id;
                ++found.count;
            }
        });
    }
}

ReferenceFinder::Found ReferenceFinder::find(const Entity &target, const Field *by, const QString &text) const
{
    const auto table = m_tables.constFind(target.key() + u'.' + (by ? by->key() : QString()));
    if (table == m_tables.cend())
        return {};
    const Found found = table->value(fold(text));
    if (found.count < 2)
        return found;
    const Found exact = table->value(exactKey(text)); // "IT" and "It" are two companies
    return exact.count == 1 ? exact : found;
}

void ReferenceFinder::add(const Entity &target, const Field *by, const QString &text, Id id)
{
    Table &table = m_tables[target.key() + u'.' + (by ? by->key() : QString())];
    table.insert(fold(text), {id, 1});
    table.insert(exactKey(text), {id, 1});
}

} // namespace crm
