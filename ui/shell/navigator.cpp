#include "ui/shell/navigator.h"

namespace crm {

Navigator::~Navigator() = default;

} // namespace crm
