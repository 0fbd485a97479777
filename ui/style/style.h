// The look of every standard control: Fusion, redrawn on our tokens. No application-wide style sheet: it would cost
// hundreds of milliseconds on every change, a palette costs two.
//
//     applyAppearance(Appearance::stored());             // at start and after a change in the settings
#pragma once
#include "ui/style/tokens.h"
#include <QProxyStyle>

namespace crm {

/// What a person chose about the look; kept in QSettings.
struct CRM_UI Appearance
{
    ThemeMode theme = ThemeMode::System;
    QColor accent; ///< invalid: the program's own
    Density density = Density::Comfortable;
    int textPercent = 100; ///< 80 ... 200

    static Appearance stored();
    void store() const;
    static QList<QColor> accents(); ///< those that the settings offer
    friend bool operator==(const Appearance &, const Appearance &) = default;
};
/// Sets style, palette and font of the application. Cheap when only colours differ.
CRM_UI void applyAppearance(const Appearance &appearance);
CRM_UI const Appearance &appearance();

class CRM_UI Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();

    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    void polish(QPalette &palette) override;
    QPalette standardPalette() const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                         const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    void drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette, bool enabled,
                      const QString &text, QPalette::ColorRole textRole) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
};

} // namespace crm
