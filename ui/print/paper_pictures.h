// Drawings on papers: an SVG that stands in the HTML itself (data:image/svg+xml) is drawn as lines, sharp at any size,
// in PDF too; QTextDocument by itself makes pixels of it. Thread: the window's.
#pragma once

class QTextDocument;

namespace crm {

/// Before its HTML is set; holds for copies that QTextDocument::print() makes, too.
void drawPicturesAsLines(QTextDocument &document);

} // namespace crm
