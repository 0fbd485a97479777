#include "ui/records/picture_cache.h"
#include "ui/records/attach_file.h"
#include "ui/records/decode_picture.h"
#include "ui/style/style_paint.h"
#include <QPainter>
#include <QPainterPath>
#include <QTimer>

namespace crm {

namespace {
constexpr int mostKept = 600, mostWanted = 80;

QImage smaller(const QByteArray &bytes) { return decodePicture(bytes, PictureCache::side).image; }
} // namespace

PictureCache::PictureCache(Session &session)
    : QObject(&session)
    , m_session(session)
    , m_pictures(mostKept)
{}

PictureCache &PictureCache::of(Session &session)
{
    auto *found = session.findChild<PictureCache *>(QString(), Qt::FindDirectChildrenOnly);
    return found ? *found : *new PictureCache(session);
}

QPixmap PictureCache::picture(Id file)
{
    if (const QPixmap *known = m_pictures.object(file))
        return *known;
    if (file == 0 || m_none.contains(file))
        return {};
    // A list asks anew for what is in sight whenever one has arrived; what went by in between waits.
    const auto known = std::find_if(m_wanted.begin(), m_wanted.end(), [&](const Wanted &w) { return w.file == file; });
    if (known != m_wanted.end())
        known->round = m_round;
    else
        m_wanted.append({file, m_round});
    if (m_wanted.size() > mostWanted)
        m_wanted.removeFirst();
    if (!m_request.isRunning())
        QTimer::singleShot(0, this, &PictureCache::loadNext);
    return {};
}

void PictureCache::loadNext()
{
    if (m_wanted.isEmpty() || m_request.isRunning())
        return;
    const auto before = [](const Wanted &a, const Wanted &b) { return a.round < b.round; };
    const Id file = std::max_element(m_wanted.cbegin(), m_wanted.cend(), before)->file; // the first of these
    ++m_round;
    m_request.ask(
        this, readFile(m_session, file, mostBytes).then(QtFuture::Launch::Async, &smaller),
        [this, file](const QImage &image) { take(file, image); },
        [this, file](const Error &error) {
            const QList<ErrorKind> passing{ErrorKind::Connection, ErrorKind::Busy, ErrorKind::Cancelled};
            if (!passing.contains(error.kind()))
                return take(file, {});
            m_wanted.clear(); // whoever paints next asks again
        });
}

void PictureCache::take(Id file, const QImage &image)
{
    m_wanted.removeIf([file](const Wanted &w) { return w.file == file; });
    if (image.isNull())
        m_none.insert(file);
    else
        m_pictures.insert(file, new QPixmap(QPixmap::fromImage(image)));
    Q_EMIT arrived(file);
    QTimer::singleShot(0, this, &PictureCache::loadNext);
}

bool PictureCache::paint(QPainter *painter, const QRect &rect, Id file)
{
    const QPixmap small = picture(file);
    if (small.isNull()) {
        if (!isNone(file))
            paint::roundRect(painter, rect, colors().sunken, {}, radius::small);
        return !isNone(file);
    }
    const QSize shown = small.size().scaled(rect.size(), Qt::KeepAspectRatio).boundedTo(rect.size());
    const QRect place(rect.center() - QPoint(shown.width() / 2, shown.height() / 2), shown);
    painter->save();
    painter->setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    QPainterPath corners;
    corners.addRoundedRect(place, radius::small, radius::small);
    painter->setClipPath(corners);
    painter->drawPixmap(place, small);
    painter->restore();
    return true;
}

} // namespace crm
