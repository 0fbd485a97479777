#include "ui/records/rules_preview.h"

namespace crm {
namespace {

class PersonsReader : public Reader
{
public:
    explicit PersonsReader(Repository &repository)
        : m_repository(repository)
    {}

    std::optional<Record> find(const QString &entity, Id id) override
    {
        if (id == 0)
            return {};
        const QList<Document> found = m_repository.loadMany(entity, {id});
        return found.isEmpty() ? std::nullopt : std::optional(found.constFirst().head());
    }
    IdList where(const QString &entity, const QString &field, const QVariant &value, int limit) override
    {
        Query query(entity);
        query.filter = Filter::where(field, Op::Equal, value);
        return ids(query, limit);
    }
    Id firstOf(const QString &entity) override { return ids(Query(entity), 1).value(0); }
    QList<Record> rows(const QString &entity, const QMap<QString, IdList> &among, int limit) override
    {
        if (among.isEmpty())
            return {};
        Query query(entity);
        QList<Filter> parts;
        for (auto it = among.cbegin(); it != among.cend(); ++it)
            parts << Filter::where(it.key(), Op::In, QVariantList(it.value().cbegin(), it.value().cend()));
        query.filter = Filter::all(parts);
        QList<Record> result;
        for (const Document &document : m_repository.loadMany(entity, ids(query, limit)))
            result << document.head();
        return result;
    }
    QVariant greatest(const QString &entity, const QString &field, const QString &filled,
                      const QPair<QDate, QDate> &within) override
    {
        QList<Filter> parts{Filter::where(filled, Op::IsNotEmpty)};
        if (within.first.isValid())
            parts << Filter::where(field, Op::GreaterOrEqual, within.first)
                  << Filter::where(field, Op::LessOrEqual, within.second);
        Query query(entity);
        query.filter = Filter::all(parts);
        query.sort = {{field, true}};
        const QList<Document> first = m_repository.loadMany(entity, ids(query, 1));
        return first.isEmpty() ? QVariant() : first.constFirst().value(field);
    }

private:
    IdList ids(const Query &query, int limit)
    {
        PageAt at;
        at.limit = limit;
        IdList result;
        for (const Row &row : m_repository.page(query, at).rows)
            result.append(row.id);
        return result;
    }
    Repository &m_repository;
};

} // namespace

Document afterRules(Repository &repository, const Document &document, const Document *before)
{
    Document after = document;
    PersonsReader reader(repository);
    QList<FieldFault> faults;
    RuleContext context{repository.actor(), before, after, QDateTime::currentDateTimeUtc(), reader, faults};
    try {
        for (const Rule &rule : document.entity().rules())
            rule(context);
    } catch (const Error &) {
        // Half a document gives half a result; the save will say what is missing.
    }
    return after;
}

} // namespace crm
