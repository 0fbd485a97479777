#include "ui/style/tokens.h"
#include "ui/style/palette.h"
#include "ui/style/style.h"
#include "ui/style/tone_label.h"
#include <QApplication>
#include <QFontMetrics>
#include <QHash>
#include <algorithm>
#include <cmath>

namespace crm {
namespace {

double channel(double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); }

double luminance(const QColor &c)
{
    return 0.2126 * channel(c.redF()) + 0.7152 * channel(c.greenF()) + 0.0722 * channel(c.blueF());
}

struct NamedTone
{
    const char *name;
    QRgb color;
    const char *label;
};
constexpr NamedTone toneTable[] = {
    {"grey", 0x6b7482, QT_TRANSLATE_NOOP("crm::Tones", "Grey")},
    {"blue", 0x2f6bea, QT_TRANSLATE_NOOP("crm::Tones", "Blue")},
    {"green", 0x1e9e5a, QT_TRANSLATE_NOOP("crm::Tones", "Green")},
    {"amber", 0xc48a04, QT_TRANSLATE_NOOP("crm::Tones", "Amber")},
    {"orange", 0xe06a1b, QT_TRANSLATE_NOOP("crm::Tones", "Orange")},
    {"red", 0xd83a3f, QT_TRANSLATE_NOOP("crm::Tones", "Red")},
    {"purple", 0x7a4fdc, QT_TRANSLATE_NOOP("crm::Tones", "Purple")},
    {"teal", 0x0f9494, QT_TRANSLATE_NOOP("crm::Tones", "Teal")},
    {"pink", 0xd2478d, QT_TRANSLATE_NOOP("crm::Tones", "Pink")},
    {"yellow", 0xc9a400, QT_TRANSLATE_NOOP("crm::Tones", "Yellow")},
};

QColor toneBase(const QString &token)
{
    if (token.startsWith(u'#')) {
        const QColor own(token);
        if (own.isValid())
            return own;
    }
    for (const NamedTone &t : toneTable)
        if (token == QLatin1String(t.name))
            return QColor(t.color);
    return QColor(toneTable[0].color);
}

Tone makeTone(const QString &token)
{
    const Colors &c = colors();
    const QColor base = toneBase(token);
    Tone tone;
    tone.fill = mixed(base, c.surface, c.dark ? 0.26 : 0.13);
    tone.text = readable(base, tone.fill, 4.5);
    tone.dot = readable(base, tone.fill, 3.0);
    return tone;
}

Colors light()
{
    Colors c;
    c.window = QColor(0xf4f5f8);
    c.surface = QColor(0xffffff);
    c.raised = QColor(0xffffff);
    c.sunken = QColor(0xeef0f4);
    c.border = QColor(0xdfe3ea);
    c.fieldBorder = QColor(0x8b94a3);
    c.text = QColor(0x1a1e27);
    c.muted = QColor(0x586174);
    c.faint = QColor(0x9aa3b2);
    c.hover = QColor(30, 45, 80, 15);
    c.pressed = QColor(30, 45, 80, 32);
    c.shadow = QColor(20, 28, 48, 46);
    c.danger = QColor(0xc92a36);
    c.warning = QColor(0x8f5d00);
    c.success = QColor(0x157a45);
    return c;
}

Colors dark()
{
    Colors c;
    c.dark = true;
    c.window = QColor(0x15171c);
    c.surface = QColor(0x1c1f26);
    c.raised = QColor(0x262a33);
    c.sunken = QColor(0x22262e);
    c.border = QColor(0x30353f);
    c.fieldBorder = QColor(0x6f7887);
    c.text = QColor(0xe6e9ef);
    c.muted = QColor(0xa3abb9);
    c.faint = QColor(0x666e7c);
    c.hover = QColor(220, 230, 255, 16);
    c.pressed = QColor(220, 230, 255, 34);
    c.shadow = QColor(0, 0, 0, 140);
    c.danger = QColor(0xff7b80);
    c.warning = QColor(0xf0b849);
    c.success = QColor(0x4cc98a);
    return c;
}

Colors current;
QHash<QString, Tone> tones;

} // namespace

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto part = [share](float x, float y) { return float(x * share + y * (1 - share)); };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

QColor readable(const QColor &color, const QColor &background, double ratio)
{
    if (contrastRatio(color, background) >= ratio)
        return color;
    const QColor end = luminance(background) > 0.18 ? QColor(Qt::black) : QColor(Qt::white);
    for (double share = 0.96; share > 0; share -= 0.04) {
        const QColor nearer = mixed(color, end, share);
        if (contrastRatio(nearer, background) >= ratio)
            return nearer;
    }
    return end;
}

Colors colorsFor(bool isDark, const QColor &accent)
{
    Colors c = isDark ? dark() : light();
    const QColor own = accent.isValid() ? accent : QColor(0x2f6bea);
    c.accent = readable(own, QColor(Qt::white), 4.6);
    // A fill that is as dark as the page could not be seen on it.
    if (isDark && contrastRatio(c.accent, c.surface) < 2.2)
        c.accent = readable(c.accent, c.surface, 2.2);
    c.onAccent = contrastRatio(c.accent, Qt::white) >= 4.5 ? QColor(Qt::white) : QColor(0x10131a);
    c.accentHover = mixed(c.accent, isDark ? QColor(Qt::white) : QColor(Qt::black), 0.88);
    c.accentText = readable(own, isDark ? c.raised : c.window, 4.6);
    c.accentSoft = mixed(own, c.window, isDark ? 0.24 : 0.11);
    c.selection = mixed(own, c.surface, isDark ? 0.30 : 0.13);
    c.dangerHover = mixed(c.danger, isDark ? QColor(Qt::white) : QColor(Qt::black), 0.88);
    c.dangerSoft = mixed(c.danger, c.surface, isDark ? 0.18 : 0.09);
    c.warningSoft = mixed(QColor(0xe0a100), c.surface, isDark ? 0.20 : 0.16);
    c.successSoft = mixed(c.success, c.surface, isDark ? 0.18 : 0.10);
    return c;
}

void setColors(const Colors &c)
{
    current = c;
    tones.clear();
}

const Colors &colors()
{
    if (!current.surface.isValid())
        current = colorsFor(false, {});
    return current;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

Tone toneFor(const QString &token)
{
    const auto it = tones.constFind(token);
    return it != tones.constEnd() ? *it : *tones.insert(token, makeTone(token));
}

QStringList toneNames()
{
    QStringList names;
    for (const NamedTone &t : toneTable)
        names.append(QLatin1String(t.name));
    return names;
}

QString toneLabel(const QString &token)
{
    const auto *const tone = std::find_if(std::begin(toneTable), std::end(toneTable),
                                          [&](const NamedTone &t) { return token == QLatin1String(t.name); });
    return tone == std::end(toneTable) ? token : QCoreApplication::translate("crm::Tones", tone->label);
}

QString toneLabel(const QColor &color)
{
    for (const NamedTone &tone : toneTable) {
        if (toneFor(QLatin1String(tone.name)).dot == color)
            return toneLabel(QString::fromLatin1(tone.name));
    }
    return color.name();
}

QFont fontFor(TextRole role)
{
    QFont font = QApplication::font();
    double factor = 1.0;
    switch (role) {
    case TextRole::Caption:
        factor = 0.9;
        break;
    case TextRole::Body:
        break;
    case TextRole::Strong:
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Heading:
        factor = 1.18;
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Title:
        factor = 1.5;
        font.setWeight(QFont::DemiBold);
        break;
    case TextRole::Display:
        factor = 2.0;
        font.setWeight(QFont::DemiBold);
        break;
    }
    font.setPointSizeF(QApplication::font().pointSizeF() * factor);
    return font;
}

namespace {
int scaled(int comfortable, int compact)
{
    const int base = appearance().density == Density::Compact ? compact : comfortable;
    return qMax(base, QFontMetrics(QApplication::font()).height() + (base - 18));
}
} // namespace

int rowHeight() { return scaled(32, 26); }

int controlHeight() { return scaled(32, 28); }

} // namespace crm
