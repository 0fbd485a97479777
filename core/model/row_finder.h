// What rules may ask a Reader beyond Reader itself: many records in one question, so that a document with a hundred
// lines does not become a hundred of them.
//
//     for (const Record &price : findRows(c.read, "item_prices", {{"price_list_id", {list}}, {"item_id", items}}))
//
// Readers of the stores are RowFinders. Thread: the reader's.
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm {

class CRM_CORE RowFinder
{
public:
    virtual ~RowFinder();
    /// Living records, without their lines, whose references are among these ids, each of them; at most `limit`.
    virtual QList<Record> rows(const QString &entity, const QMap<QString, IdList> &among, int limit) = 0;
    /// The greatest value of the field among living records whose field `filled` is not empty; null: there is none.
    virtual QVariant greatest(const QString &entity, const QString &field, const QString &filled) = 0;
};

/// RowFinder::rows() of the reader; of one that is no RowFinder the same with a question for each id.
CRM_CORE QList<Record> findRows(Reader &reader, const QString &entity, const QMap<QString, IdList> &among,
                                int limit = 20'000);
/// RowFinder::greatest() of the reader; null of one that is no RowFinder.
CRM_CORE QVariant greatestOf(Reader &reader, const QString &entity, const QString &field, const QString &filled);

} // namespace crm
