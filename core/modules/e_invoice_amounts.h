// The amounts of a document as an e-invoice wants them: without tax, by line, the taxed lines and the others apart.
// They follow from what is stored and add up to it to the last coin; where the document rounds otherwise than the
// format does, the difference stands on a line as what is taken off or added.
//
//     stored                              e-invoice
//     taxes in the prices                 lines, prices and discount without tax: x 100 / (100 + rates)
//     discount before tax                 an allowance of the taxed lines and one of the others, by their sums
//     discount after tax                  an allowance that leaves the tax as it is
//     tax withheld at source              prepaid: the client pays it, but not to us
//     the whole document rounded          lines rounded so that their sum is the stored one
#pragma once
#include "core/core_export.h"
#include "core/model/record.h"

namespace crm::modules {

/// Minor units, but for prices and differences.
struct EInvoiceAmounts
{
    static constexpr int priceScale = 8, adjustScale = 2;
    struct Line
    {
        qsizetype index = 0; ///< among the document's
        bool taxed = false;
        qint64 net = 0;
        qint64 quantity = 0; ///< thousandths, with the sign of the price
        qint64 price = 0;    ///< not below zero; units of 10^-priceScale of the currency
        qint64 off = 0;      ///< quantity x price - net, units of 10^-adjustScale; 0 where it is no more than rounding
    };
    QList<Line> lines; ///< those that count
    qint64 taxedDiscount = 0, otherDiscount = 0;
    qint64 discountAfterTax = 0;
    qint64 vat = 0, withheld = 0;
    qint64 taxPercent = 0; ///< thousandths of a percent
};

/// Which of the document's taxes are none that is withheld: "tax_id", "tax2_id". A format with one kind of tax has room
/// for one.
QStringList chargedTaxes(const Document &document);
/// Of a document with documentAmounts() and at most one tax that is charged. Throws Error where a number does not fit.
CRM_CORE EInvoiceAmounts eInvoiceAmounts(const Document &document, const QString &lines, const QString &currency);

} // namespace crm::modules
