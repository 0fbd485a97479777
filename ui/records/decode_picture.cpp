#include "ui/records/decode_picture.h"
#include <QBuffer>
#include <QImageReader>

namespace crm {

std::optional<QImage> decodePicture(const QByteArray &bytes, int longestSide)
{
    constexpr int decodeMegabytes = 512; // of the whole program: Qt knows one limit
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(decodeMegabytes);
    QImageReader reader(&buffer);
    if (!reader.canRead())
        return {};
    reader.setAutoTransform(true);
    const QSize size = reader.size(), room(longestSide, longestSide);
    if (size.width() > longestSide || size.height() > longestSide)
        reader.setScaledSize(size.scaled(room, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    return image.width() > longestSide || image.height() > longestSide // of a kind that does not say its size
               ? image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation)
               : image;
}

} // namespace crm
