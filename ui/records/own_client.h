// A guest works for one client mostly (core/model/division.h): the form of a new record begins with it.
#pragma once

namespace crm {

class Navigator;
class OpenDocument;

/// Asks for the clients of a guest, and fills an empty field that leads to one when there is only one. Nothing for
/// staff.
/// @param document must outlive it. Thread: the window's
void beginWithOwnClient(Navigator &navigator, OpenDocument &document);

} // namespace crm
