// Goods as cards: picture, title, price, and a button that puts one into the cart. Arrow keys move, Enter or + puts in,
// the mouse does both. Thread: the window's.
#pragma once
#include "core/model/id.h"
#include "ui/ui_export.h"
#include <QListView>

namespace crm {

class ListModel;
class Navigator;

class CRM_UI GoodsGrid : public QListView
{
    Q_OBJECT
public:
    /// @param goods its columns: title, price, picture
    /// @param noPicture an icon for goods without a picture
    GoodsGrid(Navigator &navigator, ListModel &goods, const QString &noPicture, QWidget *parent);

    QRect buttonOf(const QModelIndex &index) const; ///< where the mouse puts it in
    void putIn(const QModelIndex &index);

Q_SIGNALS:
    void wanted(crm::Id item, const QString &title);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void tellVisible();
    ListModel &m_goods;
};

} // namespace crm
