// Values as text: for people (the locale's way) and for machines (files, command line), and back.
#pragma once
#include "core/core_export.h"
#include "core/model/field.h"
#include <QJsonValue>
#include <QLocale>
#include <functional>

namespace crm {

/// How text is read and written for one person.
struct FormatContext
{
    QLocale locale;
    QString currency;                                          ///< of Money values
    std::function<QString(const QString &entity, Id)> titleOf; ///< of references; may be empty
};

/// For people: "1 234,50 ₽", "22.11.2026", "yes", a referenced record's title. Empty values give an empty text.
CRM_CORE QString displayText(const Field &field, const QVariant &value, const FormatContext &context);
/// For machines: locale-independent, exact, read back by parseText() to the same value ("1234.50", "2026-11-22").
CRM_CORE QString machineText(const Field &field, const QVariant &value, const QString &currency);
/// Ids as text, money and decimals as text, lists as arrays, empty as null.
CRM_CORE QJsonValue toJson(const Field &field, const QVariant &value, const QString &currency);
CRM_CORE QVariant fromJson(const Field &field, const QJsonValue &value, const QString &currency, QString *fault);
/// Reads what a person typed or a file holds. On failure returns an invalid QVariant and sets fault to a sentence.
/// Empty text gives a null value of no fault. References accept ids only; titles are resolved by the caller.
CRM_CORE QVariant parseText(const Field &field, const QString &text, const FormatContext &context, QString *fault);
/// True for null, empty text, empty list, invalid date. A Record never holds a reference 0, it is null there.
CRM_CORE bool isEmptyValue(const QVariant &value);
/// The same, and true for a reference 0.
CRM_CORE bool isEmptyValue(const Field &field, const QVariant &value);

} // namespace crm
