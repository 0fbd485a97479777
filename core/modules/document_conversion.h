// One document becomes another: an estimate an order, an order an invoice, an invoice a credit note. What both kinds
// hold under the same name goes along, lines too, and both keep the trail.
//
//     e.action(documentConversion("to_invoice", label("Make an invoice"), {.target = "invoices", .trail = "order_id",
//                                                                           .became = "invoice_id"}));
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm {
class Catalog;
}

namespace crm::modules {

struct DocumentConversion
{
    QString target;     ///< "invoices"
    QString trail = {}; ///< the field of the new document that points back; empty: none
    /// The field of this document that points to what it has become; it becomes it once. Empty: as often as one likes.
    QString became = {};
    std::function<bool(const Record &)> available = {};    ///< beside "not yet"; none: always
    std::function<void(Document &source)> afterwards = {}; ///< what happens to this document, e.g. its status
    QStringList also = {}; ///< fields that go along though they usually stay behind: how often it repeats
};

/// A new document of the target with what both kinds hold under the same name; not stored yet.
Document documentFrom(const Catalog &catalog, const Document &source, const QString &target);
/// "Make a copy": the same client, lines and amounts, of today. @param also see DocumentConversion
Action copyAction(const QString &entity, const QStringList &also = {});
Action documentConversion(const QString &key, const Label &label, const DocumentConversion &how);

} // namespace crm::modules
