// A parsed formula: private to formula.cpp and formula_parser.cpp.
#pragma once
#include "core/model/formula.h"
#include "core/model/wide.h"
#include <QDate>

namespace crm::formula {

constexpr int digits = 12; // after the point, of every number on the way

enum class Type { Nothing, Number, Text, Day, Truth };

struct Value
{
    Type type = Type::Nothing;
    wide::Int number = 0; ///< units of 10^-digits
    QString text = {};
    QDate day = {};
    bool truth = false;
};

inline Value ofNumber(wide::Int n) { return {Type::Number, n}; }
inline Value ofText(const QString &text) { return text.isEmpty() ? Value{} : Value{Type::Text, 0, text}; }
inline Value ofDay(QDate day) { return day.isValid() ? Value{Type::Day, 0, {}, day} : Value{}; }
inline Value ofTruth(bool truth) { return {Type::Truth, 0, {}, {}, truth}; }
/// A fixed-point number as one of ours.
inline wide::Int scaled(qint64 units, int scale) { return wide::mul(units, wide::pow10(digits - scale)); }
/// What a field of the kind gives; Nothing: it cannot be computed with.
Type typeOf(Kind kind);

} // namespace crm::formula

namespace crm {

struct Formula::Node
{
    QString op; ///< "+", "if", ...; "field", "value"
    formula::Type type = formula::Type::Nothing;
    QList<std::shared_ptr<const Node>> parts = {};
    formula::Value constant = {};
    QString key = {};

    formula::Value of(const Record &record, const QString &currency) const;

private:
    formula::Value compared(const formula::Value &a, const formula::Value &b) const;
    formula::Value reckoned(const formula::Value &a, const formula::Value &b) const;
};

} // namespace crm
