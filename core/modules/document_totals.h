// What the lines and totals of every document follow from: items, taxes and the calculator (core/model/calculator.h).
//
//     e.fields(documentAmounts());
//     e.beforeSave(fillLinesFromItems("invoice_lines")).beforeSave(computeTotals("invoice_lines"));
#pragma once
#include "core/model/calculator.h"
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/record.h"
#include "core/model/record_formats.h"

namespace crm::modules {

/// Which company writes it; currency, discount, taxes, rounding and the totals, under the heading "Amounts".
QList<Field> documentAmounts();

/// What a line is: goods and services, a heading between them, or what the client may take or leave.
inline const QString itemLine = QStringLiteral("item"), headingLine = QStringLiteral("heading"),
                     optionalLine = QStringLiteral("optional");
enum class OptionalLines { No, Yes };
/// Item, title, quantity, unit, price, discount, total, kind: what a line of a document consists of.
/// @param optional offers have lines that count once the client takes them
QList<Field> documentLineFields(OptionalLines optional = OptionalLines::No);
/// Whether the line is part of the totals: no heading, no optional line that is not taken.
bool lineCounts(const Record &line);
bool isOptionalLine(const Record &line);
/// What the totals of the document were computed from, with the rates that are stored in it; lines that count alone.
CalculatorInput calculatorInput(const Document &document, const QString &lines);
/// How such lines are printed.
PaperLines documentPaperLines();

/// Title, unit, price and taxability of a line that names an item and leaves them empty; a heading has a title alone. A
/// copy: later changes of the item leave the line alone. @param lines the line table
Rule fillLinesFromItems(const QString &lines);
/// Line totals, subtotal, discount, taxes, total. The tax rates are copied into the document when its taxes are chosen.
Rule computeTotals(const QString &lines);
/// The rate that a chosen tax has now, below zero for one withheld; what a record was made with stays, whatever becomes
/// of the tax. @param reference, percent the fields that hold the tax and its rate
void copyTaxRate(RuleContext &c, const char *reference, const char *percent);
/// The currency is the client's, always: sums of a client never mix currencies.
void takeCurrencyOfClient(RuleContext &c);

} // namespace crm::modules
