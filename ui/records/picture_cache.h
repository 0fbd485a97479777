// Small pictures of the files of a session, for lists and forms: read and made smaller in the background, those that
// are in sight first, and kept as long as there is room.
//
//     PictureCache &pictures = PictureCache::of(session);
//     connect(&pictures, &PictureCache::arrived, viewport, qOverload<>(&QWidget::update));
//     const QPixmap small = pictures.picture(file);      // null: not here yet, or isNone(file)
//
// What a file holds never changes. Thread: the window's.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QCache>
#include <QImage>
#include <QPixmap>
#include <QSet>

namespace crm {

class CRM_UI PictureCache : public QObject
{
    Q_OBJECT
public:
    static constexpr int side = 192;                      ///< pixels of the longer side
    static constexpr qint64 mostBytes = 32 * 1024 * 1024; ///< a larger file is not loaded for this

    static PictureCache &of(Session &session); ///< goes with the session

    QPixmap picture(Id file);
    bool isNone(Id file) const { return m_none.contains(file); } ///< it is no picture, or cannot be read
    bool isSettled() const { return m_wanted.isEmpty() && !m_request.isRunning(); }
    /// The picture as large as fits into the rectangle, with rounded corners; its place while it is loading.
    /// @returns false: the file is no picture, nothing was drawn
    bool paint(QPainter *painter, const QRect &rect, Id file);

Q_SIGNALS:
    void arrived(crm::Id file); ///< picture() or isNone() has something to say now

private:
    explicit PictureCache(Session &session);
    void loadNext();
    void take(Id file, const QImage &image);

    Session &m_session;
    QCache<Id, QPixmap> m_pictures;
    QSet<Id> m_none;
    struct Wanted
    {
        Id file = 0;
        int round = 0; ///< when it was asked for last
    };
    QList<Wanted> m_wanted;
    int m_round = 0; ///< grows with each that is loaded
    Request m_request;
};

} // namespace crm
