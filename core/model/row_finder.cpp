#include "core/model/row_finder.h"
#include <algorithm>

namespace crm {

RowFinder::~RowFinder() = default;

QList<Record> findRows(Reader &reader, const QString &entity, const QMap<QString, IdList> &among, int limit)
{
    if (among.isEmpty() || std::any_of(among.cbegin(), among.cend(), [](const IdList &ids) { return ids.isEmpty(); }))
        return {};
    if (auto *finder = dynamic_cast<RowFinder *>(&reader))
        return finder->rows(entity, among, limit);
    QList<Record> out;
    const auto first = among.cbegin();
    for (const Id target : first.value()) {
        const IdList ids = reader.where(entity, first.key(), target, limit);
        for (const Id id : ids) {
            const auto record = reader.find(entity, id);
            bool fits = record.has_value();
            for (auto it = among.cbegin(); fits && it != among.cend(); ++it)
                fits = it.value().contains(record->ref(it.key()));
            if (fits && out.size() < limit)
                out << *record;
        }
    }
    return out;
}

QVariant greatestOf(Reader &reader, const QString &entity, const QString &field, const QString &filled)
{
    auto *finder = dynamic_cast<RowFinder *>(&reader);
    return finder ? finder->greatest(entity, field, filled) : QVariant();
}

} // namespace crm
