// What the keys do on the page of a record: print it, add files to it, as its buttons do; go to its lines.
// Thread: the window's.
#pragma once
#include <functional>

namespace crm {

class Commands;
class TabPage;

/// @param page the one that is looked at; may answer null
void addRecordPageCommands(Commands &commands, const std::function<TabPage *()> &page);

} // namespace crm
