// The measures of the look: one 4 px grid, a few radii, a few sizes of type, the colours of light and dark.
//
//     layout->setSpacing(space::m);
//     painter.fillRect(rect, colors().surface);          // always asked for when painting, so a theme switch shows
//     painter.setFont(fontFor(TextRole::Heading));
//
// Colours are chosen for contrast: text on surface at least 7:1, muted text and icons at least 4.5:1 (a test measures).
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QColor>
#include <QFont>
#include <QString>

namespace crm {

namespace space { // device-independent pixels
constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 24, xxl = 32;
}
namespace radius {
constexpr int small = 4, medium = 6, large = 10;
}

enum class Density { Comfortable, Compact };
enum class ThemeMode { System, Light, Dark };

/// The colours of the present theme.
struct Colors
{
    bool dark = false;
    QColor window;      ///< behind everything: sidebar, top bar, margins
    QColor surface;     ///< pages, lists, fields
    QColor raised;      ///< menus, pop-ups, toasts, cards
    QColor sunken;      ///< headers of lists, wells, the box of Ctrl+K
    QColor border;      ///< hairlines between areas
    QColor fieldBorder; ///< around what one types into: 3:1 against its surroundings
    QColor text;
    QColor muted; ///< second-rank text, icons
    QColor faint; ///< disabled, placeholders of loading rows
    QColor hover; ///< below the pointer
    QColor pressed;
    QColor selection; ///< behind selected rows
    QColor accent;    ///< the main button, the current tab, focus
    QColor accentHover;
    QColor onAccent;   ///< text on accent
    QColor accentText; ///< links: accent that can be read on surface
    QColor accentSoft; ///< a breath of it, behind the current place in the sidebar
    QColor danger, dangerHover, dangerSoft;
    QColor warning, warningSoft;
    QColor success, successSoft;
    QColor shadow;
};
CRM_UI const Colors &colors();

/// A colour with meaning: of a status, a label, a choice.
struct Tone
{
    QColor text, fill, dot;
};
/// @param token "blue", "green", "amber", "orange", "red", "purple", "teal", "pink", "grey" or "#rrggbb"; anything
/// else is grey. Text on fill is readable in both themes, whatever colour a person chose.
CRM_UI Tone toneFor(const QString &token);
CRM_UI QStringList toneNames();
/// WCAG: 1 ... 21.
CRM_UI double contrastRatio(const QColor &a, const QColor &b);

enum class TextRole {
    Caption, ///< beside things: counts, times, hints
    Body,
    Strong,  ///< Body, semi-bold
    Heading, ///< of a part of a page
    Title,   ///< of a page
    Display, ///< a number one looks at
};
CRM_UI QFont fontFor(TextRole role);

CRM_UI int rowHeight();     ///< of lists: 32, compact 26; more with larger type
CRM_UI int controlHeight(); ///< of buttons and fields: 32, compact 28

} // namespace crm
