// One format's way of writing the rows of an export. Private to exportRecords().
#pragma once
#include "core/exchange/export.h"

namespace crm {

struct ExportColumn
{
    QString path;
    const Field *field = nullptr;
    QString titlePath; ///< of a reference: the head of its title; empty: none
};

class RowWriter
{
public:
    virtual ~RowWriter() = default;
    virtual void row(const Row &row) = 0;
    virtual void finish() = 0;
};

struct RowsToWrite
{
    QIODevice &device;
    const ExportOptions &options;
    const Entity &entity;
    QList<ExportColumn> columns;
};
std::unique_ptr<RowWriter> csvRows(const RowsToWrite &what);
std::unique_ptr<RowWriter> jsonRows(const RowsToWrite &what);
std::unique_ptr<RowWriter> xlsxRows(const RowsToWrite &what);
std::unique_ptr<RowWriter> cardRows(const RowsToWrite &what);
std::unique_ptr<RowWriter> calendarRows(const RowsToWrite &what);

/// The fields that a card or a calendar is made of, as far as the person sees them; and what the format itself needs.
QStringList cardPaths(const Catalog &catalog, const Entity &entity, const Policy &policy);
QStringList calendarPaths(const Catalog &catalog, const Entity &entity, const Policy &policy);

inline bool isReference(const Field &field) { return isRefKind(field.kind()) || isListKind(field.kind()); }
inline bool isIdColumn(const ExportColumn &column) { return column.path == u"id"; }
/// Heads of the columns, with those of the titles beside them.
QStringList columnHeads(const RowsToWrite &what);
/// What a column shows of the value, as text; for machines or for people.
QString columnText(const ExportColumn &column, const QVariant &value, const QString &currency, bool forPeople);

} // namespace crm
