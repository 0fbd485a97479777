#include "ui/style/icons.h"
#include "ui/style/tokens.h"
#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

// Resources of a library are registered by hand when nothing else in their object file is used.
static void initIcons() { Q_INIT_RESOURCE(ui); }

namespace crm {
namespace {

QByteArray svgOf(const QString &name)
{
    static QHash<QString, QByteArray> cache;
    const auto it = cache.constFind(name);
    if (it != cache.constEnd())
        return *it;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QByteArray svg;
    if (file.open(QIODevice::ReadOnly))
        svg = file.readAll();
    cache.insert(name, svg);
    return svg;
}

class LineIcon : public QIconEngine
{
public:
    LineIcon(QString name, QColor color)
        : m_name(std::move(name))
        , m_color(std::move(color))
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect.topLeft(), scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const QColor color = colorFor(mode, state);
        const QString key = QStringLiteral("crm-icon/%1/%2/%3x%4/%5")
                                .arg(m_name, color.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height())
                                .arg(scale);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QByteArray svg = svgOf(m_name);
        svg.replace("currentColor", color.name().toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(color.alphaF());
        const int side = qMin(size.width(), size.height());
        renderer.render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }
    QIconEngine *clone() const override { return new LineIcon(*this); }
    QString key() const override { return QStringLiteral("crm-line-icon"); }
    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    bool isNull() override { return false; }

private:
    QColor colorFor(QIcon::Mode mode, QIcon::State state) const
    {
        if (mode == QIcon::Disabled)
            return colors().faint;
        if (mode == QIcon::Selected)
            return colors().onAccent;
        if (m_color.isValid())
            return m_color;
        if (state == QIcon::On)
            return colors().accentText;
        return mode == QIcon::Active ? colors().text : colors().muted;
    }

    QString m_name;
    QColor m_color; ///< invalid: by mode and theme
};

} // namespace

QIcon icon(const QString &name) { return icon(name, QColor()); }

QIcon icon(const QString &name, const QColor &color)
{
    return QIcon(new LineIcon(hasIcon(name) ? name : QStringLiteral("record"), color));
}

bool hasIcon(const QString &name)
{
    initIcons();
    return !svgOf(name).isEmpty();
}

QStringList iconNames()
{
    initIcons();
    QStringList names;
    const QStringList files =
        QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        if (file != QLatin1String("app.svg"))
            names.append(file.chopped(4));
    return names;
}

} // namespace crm
