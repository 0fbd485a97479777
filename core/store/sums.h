// Sums of a statement's rows, exact and each currency on its own.
#pragma once
#include "core/store/database.h"
#include "core/store/list_sql.h"
#include <QMap>

namespace crm {

class SumsByCurrency
{
public:
    /// Both must outlive it.
    SumsByCurrency(const ListSql::Sums &columns, const QString &baseCurrency)
        : m_columns(&columns)
        , m_base(baseCurrency)
    {}
    /// Adds the row that `rows` stands on. Throws Validation when a sum is too large.
    void add(const Rows &rows);
    qint64 count() const { return m_count; }
    QList<Sum> sums() const; ///< in order of the paths; 0 where there is nothing to add up

private:
    const ListSql::Sums *m_columns;
    QString m_base;
    qint64 m_count = 0;
    QList<QMap<QString, qint64>> m_values; ///< by path and currency; "" for what is no money
};

} // namespace crm
