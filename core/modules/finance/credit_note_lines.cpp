// Lines of a credit note. What is taken from the item is a copy.
#include "core/model/registry.h"
#include "core/modules/document_totals.h"

namespace crm::modules {

void declare_finance_credit_note_lines(Registry &registry)
{
    Entity e("credit_note_lines", label("Credit note line"), label("Credit note lines"));
    e.title("title").lineOf("credit_notes", "credit_note_id");
    e.fields(documentLineFields());
    registry.add(e);
}

} // namespace crm::modules
