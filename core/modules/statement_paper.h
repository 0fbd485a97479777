// The statement of a client on paper, and by how many days what is due is late.
#pragma once
#include "core/exchange/paper.h"

namespace crm::modules {

/// Of everything up to today. See core/modules/statement.h.
QString statementHtml(Repository &repository, Id client, const PaperOptions &options);

} // namespace crm::modules
