#include "ui/style/keyboard.h"
#include "ui/style/office_accent.h"
#include "ui/style/palette.h"
#include "ui/style/scale.h"
#include "ui/style/style.h"
#include <QApplication>
#include <QScreen>
#include <QSettings>
#include <QStyleHints>

namespace crm {
namespace {

Appearance current;
QColor officeAccent;

/// What the system had before we set a palette of our own.
bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark;
#endif
#ifdef Q_OS_WIN
    const QSettings registry(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    return registry.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#else
    static const bool dark = [] {
        const QPalette system = QApplication::palette();
        return system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    }();
    return dark;
#endif
}

void setFont(int percent)
{
    static const QFont system = QApplication::font();
    QFont font = system;
    const double points = system.pointSizeF() > 0 ? system.pointSizeF() : 10;
    font.setPointSizeF(points * percent / 100);
    if (QApplication::font() != font)
        QApplication::setFont(font);
}

template<class E> E fromSetting(const QSettings &settings, const QString &key, int last)
{
    return E(qBound(0, settings.value(key, 0).toInt(), last));
}

} // namespace

Appearance Appearance::stored()
{
    const QSettings settings;
    Appearance a;
    a.theme = fromSetting<ThemeMode>(settings, QStringLiteral("appearance/theme"), 2);
    a.density = fromSetting<Density>(settings, QStringLiteral("appearance/density"), 1);
    a.accent = QColor(settings.value(QStringLiteral("appearance/accent")).toString());
    a.textPercent = qBound(80, settings.value(QStringLiteral("appearance/text_percent"), 100).toInt(), 200);
    return a;
}

void Appearance::store() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("appearance/theme"), int(theme));
    settings.setValue(QStringLiteral("appearance/density"), int(density));
    settings.setValue(QStringLiteral("appearance/accent"), accent.isValid() ? accent.name() : QString());
    settings.setValue(QStringLiteral("appearance/text_percent"), textPercent);
}

QList<QColor> Appearance::accents()
{
    return {QColor(0x2f6bea), QColor(0x6d4fd8), QColor(0xb8408f), QColor(0xc8453b),
            QColor(0xb4690e), QColor(0x2e8b57), QColor(0x0e8a8a), QColor(0x55606e)};
}

void applyAppearance(const Appearance &wanted)
{
    const bool dark = wanted.theme == ThemeMode::Dark || (wanted.theme == ThemeMode::System && systemIsDark());
    current = wanted;
    setColors(colorsFor(dark, wanted.accent.isValid() ? wanted.accent : officeAccent));
    setFont(wanted.textPercent);
    if (!qobject_cast<Style *>(QApplication::style()))
        QApplication::setStyle(new Style);
    QApplication::setPalette(QApplication::style()->standardPalette());
    useKeyboard();
}

const Appearance &appearance() { return current; }

int scaledOnScreen(int pixels)
{
    const QScreen *screen = QGuiApplication::primaryScreen();
    return screen ? qMin(scaled(pixels), screen->availableSize().width() - 2 * space::xl) : scaled(pixels);
}

int scaled(int pixels) { return qMax(pixels, pixels * current.textPercent / 100); }

void setOfficeAccent(const QColor &color)
{
    if (color == officeAccent)
        return;
    officeAccent = color;
    if (!current.accent.isValid())
        applyAppearance(current);
}

} // namespace crm
