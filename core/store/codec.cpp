#include "core/store/codec.h"
#include "core/model/format.h"
#include <QDateTime>
#include <QJsonArray>

namespace crm {

namespace {
/// As QDate::fromString() for "2026-11-30", without looking for a format in each of very many rows.
QDate dateIn(const QString &text)
{
    const auto number = [&](int from, int count) {
        int out = 0;
        for (int i = from; i < from + count; ++i) {
            const int digit = text[i].unicode() - u'0';
            if (digit < 0 || digit > 9)
                return -1;
            out = out * 10 + digit;
        }
        return out;
    };
    constexpr int length = 10; // yyyy-MM-dd
    if (text.size() != length || text[4] != u'-' || text[7] != u'-')
        return QDate::fromString(text, Qt::ISODate);
    return QDate(number(0, 4), number(5, 2), number(8, 2));
}
} // namespace

QString columnType(const Field &field)
{
    return isTextKind(field.kind()) || field.kind() == Kind::Date ? QStringLiteral("TEXT") : QStringLiteral("INTEGER");
}

QVariant toColumn(const Field &field, const QVariant &value)
{
    if (isEmptyValue(value) || isListKind(field.kind()))
        return {};
    switch (field.kind()) {
    case Kind::Date:
        return value.toDate().toString(Qt::ISODate);
    case Kind::Moment:
        return value.toDateTime().toMSecsSinceEpoch();
    case Kind::Bool:
        return qint64(value.toBool());
    default:
        if (isTextKind(field.kind()))
            return value.toString();
        if (isRefKind(field.kind()) && value.toLongLong() == 0)
            return {};
        return value.toLongLong();
    }
}

QVariant fromColumn(const Field &field, const QVariant &column)
{
    if (column.isNull())
        return {};
    switch (field.kind()) {
    case Kind::Date:
        return column.typeId() == QMetaType::QDate ? column : QVariant(dateIn(column.toString()));
    case Kind::Moment:
        return QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
    case Kind::Bool:
        return column.toLongLong() != 0;
    default:
        if (isTextKind(field.kind()))
            return column.toString();
        return column.toLongLong();
    }
}

QJsonValue toExtra(const Field &field, const QVariant &value)
{
    if (isListKind(field.kind())) {
        QJsonArray ids;
        for (Id id : value.value<IdList>())
            ids.append(QJsonValue(id));
        return ids.isEmpty() ? QJsonValue() : QJsonValue(ids);
    }
    const QVariant column = toColumn(field, value);
    return column.isNull() ? QJsonValue() : QJsonValue::fromVariant(column);
}

QVariant fromExtra(const Field &field, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (isListKind(field.kind())) {
        IdList ids;
        for (const QJsonValue id : value.toArray())
            ids.append(id.toVariant().toLongLong()); // a number, or a number as text
        return ids.isEmpty() ? QVariant() : QVariant::fromValue(ids);
    }
    return fromColumn(field, value.toVariant());
}

} // namespace crm
