#include "tests/bench/window/window_groups.h"
namespace crm::bench {
void measureWindowLists(Table &, const WindowBench &) {}
} // namespace crm::bench
