#include "core/exchange/paper_colors.h"
#include <array>
#include <cmath>

namespace crm {

namespace {
using Rgb = std::array<double, 3>; // 0 to 1

Rgb rgbOf(const QString &color)
{
    const uint bits = QStringView(color).mid(1).toUInt(nullptr, 16);
    return {(bits >> 16 & 0xff) / 255.0, (bits >> 8 & 0xff) / 255.0, (bits & 0xff) / 255.0};
}

QString textOf(const Rgb &rgb)
{
    QString out = QStringLiteral("#");
    for (const double part : rgb)
        out += QStringLiteral("%1").arg(int(std::lround(part * 255)), 2, 16, QLatin1Char('0'));
    return out;
}

double luminance(const QString &color)
{
    const Rgb rgb = rgbOf(color);
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

/// @param share of the other: 0 to 1
QString mixed(const QString &color, const QString &other, double share)
{
    Rgb rgb = rgbOf(color);
    const Rgb to = rgbOf(other);
    for (int i = 0; i < 3; ++i)
        rgb[i] += (to[i] - rgb[i]) * share;
    return textOf(rgb);
}

constexpr int steps = 50; // from a colour to black or white
const QString white = QStringLiteral("#ffffff"), ink = QStringLiteral("#111827"), black = QStringLiteral("#000000");
} // namespace

double contrastOf(const QString &a, const QString &b)
{
    const double one = luminance(a), two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

QString readableOnWhite(const QString &color)
{
    QString out = color;
    for (int i = 1; i <= steps && contrastOf(out, white) < readableContrast; ++i)
        out = mixed(color, black, double(i) / steps);
    return out;
}

QString textColorOn(const QString &color)
{
    for (const QString &text : {white, ink}) {
        if (contrastOf(text, color) >= readableContrast)
            return text;
    }
    return black; // white or black can always be read
}

QString tintOf(const QString &color)
{
    constexpr double light = 0.85; // the greys of heads are read on it too
    QString out = color;
    for (int i = 1; i <= steps && luminance(out) < light; ++i)
        out = mixed(color, white, double(i) / steps);
    return out;
}

} // namespace crm
