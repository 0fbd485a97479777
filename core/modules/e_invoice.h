// Documents as e-invoices: UBL 2.1 in the profile Peppol BIS Billing 3.0, which is a way of saying EN 16931
// (core/exchange/ubl.h). What each field becomes, and what has to be there.
//
//     leavesAsEInvoice("invoices", {.date = "bill_date", .due = "due_date"});
//
// It says what the document said when it was issued: payments that came later change nothing in it.
#pragma once
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/record.h"

namespace crm::modules {

struct EInvoiceFormat
{
    QString date;          ///< of the document
    QString due = {};      ///< when it is to be paid
    QString corrects = {}; ///< a credit note: the reference to its invoice, whose "reference" counts for it
};
/// Declared beside the entity. @param entity with issuedFields(), documentAmounts(), a number and a client
void leavesAsEInvoice(const QString &entity, const EInvoiceFormat &format);

/// Country code and electronic address: what a party has to have in e-invoices, under the heading.
QList<Field> eInvoicePartyFields(const Label &heading);
/// In capital letters, and well formed.
Rule checkEInvoiceParty();

/// Which VAT category a tax is of, and why it is not charged.
QList<Field> taxCategoryFields();
/// Only the standard rate is above zero.
Rule checkTaxCategory();
/// Why lines without tax bear none.
Field exemptionReasonField(const Label &heading);

/// The code of a unit.
Field unitCodeField();
Rule checkUnitCode();
/// UN/ECE recommendation 20 of the units that a new database has, by their names in English or in the language that
/// the program runs in; empty: another unit.
QString knownUnitCode(const QString &name);

} // namespace crm::modules
