#include "ui/records/decode_picture.h"
#include <QBuffer>
#include <QImageReader>

namespace crm {

namespace {
constexpr int decodeMegabytes = 512; // of the whole program: Qt knows one limit
// What readers that make a picture smaller on the way need beside it is limited by nobody: three bytes for each pixel
// of a progressive JPEG. The largest cameras have 200 million.
constexpr qint64 mostPixels = 220'000'000, mostWhole = qint64(decodeMegabytes) * 1024 * 1024 / 4;

qint64 pixels(const QSize &size) { return size.isEmpty() ? 0 : qint64(size.width()) * size.height(); }
} // namespace

DecodedPicture decodePicture(const QByteArray &bytes, int longestSide)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(decodeMegabytes);
    QImageReader reader(&buffer);
    if (!reader.canRead())
        return {};
    DecodedPicture out;
    out.claimed = reader.size();
    const bool drawn = reader.format().startsWith("svg"); // in whatever size it is asked for
    if (!drawn && pixels(out.claimed) > mostPixels) {
        out.state = DecodedPicture::TooLarge;
        return out;
    }
    reader.setAutoTransform(true);
    const QSize room(longestSide, longestSide);
    if (out.claimed.width() > longestSide || out.claimed.height() > longestSide)
        reader.setScaledSize(out.claimed.scaled(room, Qt::KeepAspectRatio).expandedTo({1, 1}));
    out.image = reader.read();
    if (out.image.width() > longestSide || out.image.height() > longestSide) // of a kind that does not say its size
        out.image = out.image.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    out.state = !out.image.isNull()                         ? DecodedPicture::Whole
                : !drawn && pixels(out.claimed) > mostWhole ? DecodedPicture::TooLarge
                                                            : DecodedPicture::Damaged;
    return out;
}

} // namespace crm
