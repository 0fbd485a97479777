#include "core/model/period_reader.h"

namespace crm {

PeriodReader::~PeriodReader() = default;

QVariant greatestIn(Reader &reader, const QString &entity, const QString &dateField, const QString &filled,
                    const QDate &from, const QDate &to)
{
    auto *asked = dynamic_cast<PeriodReader *>(&reader);
    return asked ? asked->greatestIn(entity, dateField, filled, from, to) : QVariant();
}

} // namespace crm
