#include "ui/shop/goods_grid.h"
#include "ui/records/list_model.h"
#include "ui/records/picture_cache.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include "ui/style/wrapped_text.h"
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace crm {

namespace {
constexpr int leastWidth = 168, pictureHeight = 120, buttonSide = 30;
enum { TitleColumn, PriceColumn, PictureColumn };

int cardHeight() { return pictureHeight + 3 * QFontMetrics(fontFor(TextRole::Body)).height() + 6 * space::s; }

QRect cardOf(const QRect &cell) { return cell.adjusted(space::xs, space::xs, -space::xs, -space::xs); }

QRect buttonIn(const QRect &cell)
{
    const QRect card = cardOf(cell);
    return {card.right() - buttonSide - space::s, card.bottom() - buttonSide - space::s, buttonSide, buttonSide};
}

class CardDelegate : public QStyledItemDelegate
{
public:
    CardDelegate(PictureCache &pictures, const QString &noPicture, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_pictures(pictures)
        , m_noPicture(noPicture)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {leastWidth, cardHeight()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QRect card = cardOf(option.rect);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const bool focused = current && option.state.testFlag(QStyle::State_HasFocus);
        paint::roundRect(painter, card, colors().surface, current ? colors().accentText : colors().border,
                         radius::large, focused ? 2.5 : 1);
        const QRect inside = card.adjusted(space::s, space::s, -space::s, -space::s);
        const QRect picture(inside.left(), inside.top(), inside.width(), pictureHeight);
        const Id file = index.siblingAtColumn(PictureColumn).data(ListModel::ValueRole).toLongLong();
        if (file == 0 || !m_pictures.paint(painter, picture, file)) {
            paint::roundRect(painter, picture, colors().sunken, {}, radius::medium);
            icon(m_noPicture, colors().faint).paint(painter, QRect(picture.center() - QPoint(20, 20), QSize(40, 40)));
        }
        if (index.data(ListModel::LoadingRole).toBool())
            return;
        const QRect texts(inside.left(), picture.bottom() + space::s, inside.width(),
                          inside.bottom() - picture.bottom() - space::s);
        paintTexts(*painter, texts, index);
        const QRect button = buttonIn(option.rect);
        paint::roundRect(painter, button, colors().accent, {}, button.height() / 2.0);
        icon(QStringLiteral("plus"), colors().onAccent).paint(painter, button.adjusted(6, 6, -6, -6));
    }

private:
    static void paintTexts(QPainter &painter, const QRect &rect, const QModelIndex &index)
    {
        painter.setFont(fontFor(TextRole::Body));
        painter.setPen(colors().text);
        const QFontMetrics metrics = painter.fontMetrics();
        const QRect title(rect.left(), rect.top(), rect.width(), 2 * metrics.height());
        paintWrapped(painter, title, index.data().toString(), 2);
        painter.setFont(fontFor(TextRole::Strong));
        const QRect price(rect.left(), title.bottom() + space::s, rect.width() - buttonSide - space::s,
                          painter.fontMetrics().height());
        drawText(painter, mirrored(painter, rect, price), Qt::AlignLeft | Qt::AlignVCenter,
                 index.siblingAtColumn(PriceColumn).data().toString());
    }

    PictureCache &m_pictures;
    const QString m_noPicture; ///< an icon
};
} // namespace

GoodsGrid::GoodsGrid(Navigator &navigator, ListModel &goods, const QString &noPicture, QWidget *parent)
    : QListView(parent)
    , m_goods(goods)
{
    PictureCache &pictures = PictureCache::of(navigator.session());
    setModel(&goods);
    setItemDelegate(new CardDelegate(pictures, noPicture, this));
    setFlow(LeftToRight);
    setWrapping(true);
    setResizeMode(Adjust);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else room is kept for it twice
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setMinimumWidth(leastWidth + 2 * space::xl);
    viewport()->setAutoFillBackground(false);
    connect(&pictures, &PictureCache::arrived, viewport(), [this] { viewport()->update(); });
    connect(&goods, &ListModel::rowsChanged, this, &GoodsGrid::tellVisible);
    connect(this, &QListView::doubleClicked, this, [this](const QModelIndex &index) {
        if (!buttonOf(index).contains(viewport()->mapFromGlobal(QCursor::pos()))) // that counts its clicks itself
            putIn(index);
    });
}

QRect GoodsGrid::buttonOf(const QModelIndex &index) const { return buttonIn(visualRect(index)); }

void GoodsGrid::putIn(const QModelIndex &index)
{
    if (index.isValid() && !index.data(ListModel::LoadingRole).toBool())
        Q_EMIT wanted(m_goods.idAt(index.row()), index.siblingAtColumn(TitleColumn).data().toString());
}

void GoodsGrid::keyPressEvent(QKeyEvent *event)
{
    const QList<int> keys{Qt::Key_Return, Qt::Key_Enter, Qt::Key_Plus, Qt::Key_Space};
    if (keys.contains(event->key()) && !event->modifiers().testFlag(Qt::ControlModifier))
        putIn(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void GoodsGrid::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() == Qt::LeftButton && index.isValid() && buttonOf(index).contains(event->pos()))
        putIn(index);
}

void GoodsGrid::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->pos());
    viewport()->setCursor(index.isValid() && buttonOf(index).contains(event->pos()) ? Qt::PointingHandCursor
                                                                                    : Qt::ArrowCursor);
}

/// The model loads what is in sight, and the pages beside it.
void GoodsGrid::tellVisible()
{
    const int across = qMax(1, viewport()->width() / leastWidth), height = cardHeight();
    const int top = verticalScrollBar() ? verticalOffset() / height : 0;
    const int first = qMin(top * across, qMax(0, m_goods.rowCount() - 1));
    const int last = qMin((top + viewport()->height() / height + 2) * across, m_goods.rowCount()) - 1;
    if (last >= first)
        m_goods.setVisibleRows(first, last);
}

void GoodsGrid::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    tellVisible();
}

void GoodsGrid::resizeEvent(QResizeEvent *event)
{
    // As many as fit, over the whole width.
    const int across = qMax(1, viewport()->width() / leastWidth);
    setGridSize({(viewport()->width() - 2) / across, cardHeight()});
    QListView::resizeEvent(event);
    tellVisible();
}

} // namespace crm
