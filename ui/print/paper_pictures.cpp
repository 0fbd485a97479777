#include "ui/print/paper_pictures.h"
#include <QAbstractTextDocumentLayout>
#include <QPaintDevice>
#include <QPainter>
#include <QSvgRenderer>
#include <QTextDocument>

namespace crm {

namespace {
constexpr double pixelsPerInch = 96; // of HTML
const QLatin1String svgUrl("data:image/svg+xml;base64,");

/// Draws SVGs; everything else as the document would have done.
class Pictures : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    Pictures(QTextObjectInterface *others, QObject *parent)
        : QObject(parent)
        , m_others(others)
    {}

    QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override
    {
        const QTextImageFormat image = format.toImageFormat();
        if (!image.name().startsWith(svgUrl))
            return m_others ? m_others->intrinsicSize(document, position, format) : QSizeF();
        const QPaintDevice *paper = document->documentLayout()->paintDevice();
        return QSizeF(image.width(), image.height()) * (paper ? paper->logicalDpiY() / pixelsPerInch : 1.0);
    }

    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override
    {
        const QString name = format.toImageFormat().name();
        if (!name.startsWith(svgUrl)) {
            if (m_others)
                m_others->drawObject(painter, rect, document, position, format);
            return;
        }
        QSvgRenderer svg(QByteArray::fromBase64(name.mid(svgUrl.size()).toLatin1()));
        svg.setAspectRatioMode(Qt::KeepAspectRatio);
        svg.render(painter, rect);
    }

private:
    QTextObjectInterface *m_others;
};
} // namespace

void drawPicturesAsLines(QTextDocument &document)
{
    QAbstractTextDocumentLayout *layout = document.documentLayout();
    if (layout->findChild<QObject *>(QStringLiteral("pictures")))
        return; // one is enough
    auto *pictures = new Pictures(layout->handlerForObject(QTextFormat::ImageObject), layout);
    pictures->setObjectName(QStringLiteral("pictures"));
    layout->registerHandler(QTextFormat::ImageObject, pictures);
}

} // namespace crm

#include "paper_pictures.moc"
