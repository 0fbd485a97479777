// Invoices and credit notes as UBL 2.1 (ISO/IEC 19845) in the profile Peppol BIS Billing 3.0, a CIUS of EN 16931-1.
//
//     UblDocument d;  d.number = "INV-0001"; ...
//     const QByteArray xml = ublXml(d);
//
// Who fills it has decided what stands where; this writes it in the order that the schema wants and adds up the totals
// from the lines, so that they agree with each other (BR-CO-10 to BR-CO-16). Empty texts leave their element out: the
// profile forbids empty ones. Amounts are in minor units of the document's currency. Pure; any thread.
#pragma once
#include "core/core_export.h"
#include "core/model/decimal.h"
#include <QDate>
#include <QList>
#include <QString>

namespace crm {

struct UblParty
{
    QString endpoint; ///< "9930:DE123456789": the scheme (EAS code list), then the address
    QString id;       ///< by which the party is known otherwise
    QString tradeName, legalName, legalId;
    QString vatId; ///< begins with the letters of its country; it is known to the tax office by this ...
    QString taxId; ///< ... or by this
    QString street, city, region, zip;
    QString country; ///< ISO 3166-1 alpha-2
    QString contact, phone, email;
};

/// A line of the VAT breakdown. Each category with its rate stands there once.
struct UblTax
{
    QString category;                     ///< UNCL 5305: S, Z, E, AE, O, G
    Decimal percent;                      ///< left out for O
    QString reason = {}, reasonCode = {}; ///< why no tax is charged
    qint64 base = 0, amount = 0;
};

/// Taken off; an amount below zero is added. Of a line in hundredths of the currency, of a document in minor units.
struct UblAllowance
{
    qint64 amount = 0;
    QString reason;
    bool discount = true; ///< UNCL 5189 has a code for it
    int tax = 0;          ///< of a document: which of its taxes
};

struct UblLine
{
    QString name, description;
    Decimal quantity;
    QString unit;  ///< UN/ECE recommendation 20
    Decimal price; ///< without tax, for one; not below zero
    qint64 net = 0;
    int tax = 0; ///< which of the document's
    UblAllowance allowance = {};
};

struct UblDocument
{
    bool credit = false; ///< a credit note
    QString number, currency, note;
    QDate issued, due;
    QString buyerReference;
    QString corrects; ///< the number of the invoice that is credited, and its day
    QDate correctsOf;
    UblParty seller, buyer;
    QString account, bic; ///< of the seller
    QString terms;        ///< of payment, in words
    QList<UblLine> lines;
    QList<UblAllowance> allowances;
    QList<UblTax> taxes;
    qint64 prepaid = 0; ///< of the total with tax, what is not paid to the seller
};

/// What is left to pay by it: lines, less allowances, with taxes, less what is prepaid.
CRM_CORE qint64 ublPayable(const UblDocument &document);
/// Well-formed UTF-8 with a declaration.
CRM_CORE QByteArray ublXml(const UblDocument &document);

} // namespace crm
