// Drawings kept as text: a signature drawn with mouse, finger or pen, or a name that was typed instead of it.
//
//     const std::optional<Drawing> drawing = readDrawing(record.text("signature"));
//
// Strokes stand in a box of drawingWidth x drawingHeight units as "M10 20L30 40", a part of SVG's paths; what was typed
// as "t Anna Petrova". Nothing else is a drawing, so that whatever is read as one may stand in a paper's HTML. Thread:
// any.
//
// Which text fields hold drawings is said beside the entity, in its own file, before the registry is sealed:
//
//     holdsDrawings("contracts", {"signature"});
//     signedOnPaper("contracts", {{"signature", "accepted_by", "accepted_at", label("For the client")}});
//
// Such a field is hidden(), which keeps it out of lists, filters, imports and search; forms and the parameters of
// actions of that key show the drawing.
#pragma once
#include "core/core_export.h"
#include "core/model/label.h"
#include <QPoint>
#include <QStringList>
#include <optional>

namespace crm {

class Catalog;

inline constexpr int drawingWidth = 1000, drawingHeight = 400; ///< units
inline constexpr int longestDrawing = 12'000;                  ///< characters of its text
inline constexpr int longestTypedName = 80;

struct Drawing
{
    QList<QList<QPoint>> strokes; ///< each with a point at least, inside the box
    QString typed = {};           ///< a name instead of strokes
    bool isEmpty() const { return strokes.isEmpty() && typed.isEmpty(); }
    bool operator==(const Drawing &) const = default;
};

/// Its text; empty for an empty one. Points that change nothing are left out, and as many more as make it fit.
CRM_CORE QString drawingText(const Drawing &drawing);
/// The drawing if the text is one, to the letter; nothing for anything else, the empty text too.
CRM_CORE std::optional<Drawing> readDrawing(const QString &text);
/// What may stand in a typed name: letters of any script, spaces, points, hyphens, apostrophes.
CRM_CORE bool isTypedName(const QString &name);
/// An SVG document with the strokes; empty if there are none.
CRM_CORE QByteArray drawingSvg(const Drawing &drawing);
/// The same check as a server makes it, a regular expression (PCRE).
CRM_CORE QString drawingForm();

CRM_CORE void holdsDrawings(const QString &entity, const QStringList &fields);
CRM_CORE bool holdsDrawing(const QString &entity, const QString &field);

/// Where somebody signs: what is printed below a document once the moment is filled, as long as the document is locked
/// (Entity::lockedWhile(), if it is ever).
struct SignedPlace
{
    QString drawing, name, moment; ///< fields
    Label heading;
};
CRM_CORE void signedOnPaper(const QString &entity, const QList<SignedPlace> &places);
CRM_CORE QList<SignedPlace> signedPlaces(const QString &entity);

/// The faults of what was declared: fields that do not exist or are no hidden texts that are long enough. Empty: none.
CRM_CORE QStringList drawingFaults(const Catalog &catalog);

} // namespace crm
