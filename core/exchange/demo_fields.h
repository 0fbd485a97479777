// Fields of the demo company's own: what its clients deal in and how many people they are; in a file both are fast to
// filter and sort by. An administrator's business, so other people's demo has none.
#pragma once
#include "core/exchange/demo_documents.h"

namespace crm {

class DemoFields
{
public:
    DemoFields(const DemoDocuments &documents, const DemoWorld &world);

    /// The definitions, to be saved before anything that has the fields.
    QList<Document> definitions(const Catalog &catalog, bool fast) const;
    /// Values of one client; nothing where the office has no such fields.
    void fill(Document &client, qint64 index) const;

private:
    const DemoDocuments &m_documents;
    const DemoWorld &m_world;
};

} // namespace crm
