// Lines of an invoice. What is taken from the item is a copy.
#include "core/model/registry.h"
#include "core/modules/document_totals.h"

namespace crm::modules {

void declare_finance_invoice_lines(Registry &registry)
{
    Entity e("invoice_lines", label("Invoice line"), label("Invoice lines"));
    e.title("title").lineOf("invoices", "invoice_id");
    e.fields(documentLineFields());
    registry.add(e);
}

} // namespace crm::modules
