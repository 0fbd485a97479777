// The header of a list: a click sorts, Shift adds a key, columns are dragged; arrows show all keys with their rank.
#pragma once
#include "core/model/query.h"
#include "ui/ui_export.h"
#include <QHeaderView>
#include <QPointer>

namespace crm {

class CRM_UI ListHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit ListHeader(QWidget *parent = nullptr);

    /// What the keys are after a click on the path: ascending, descending, then gone (or the default again).
    /// So many sections stay when the others scroll; see RecordTable::setFrozenColumns().
    void setFrozen(int count);
    int frozenWidth() const;    ///< of those sections
    int frozenAt(int x) const;  ///< the section there, of those
    int sectionAt(int x) const; ///< the section that is seen there; -1: none
    int frozen() const { return m_frozen; }
    int fromStart(int x) const;       ///< how far it is from where one begins to read, and back again
    QRect shownAt(int section) const; ///< where its heading is seen
    /// A widget of a row's height below the headings, as wide as they are; null: none. It places itself by shownAt().
    void setRow(QWidget *row);
    QSize sizeHint() const override;
    static QList<SortKey> afterClick(const QList<SortKey> &keys, const QString &path, bool add);

Q_SIGNALS:
    void sortRequested(int section, bool add);
    void arranged(); ///< the row below has been placed

protected:
    void updateGeometries() override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    bool standsOver() const; ///< the sections that stay cover others
    bool isOverFrozen(int x) const;

    int m_frozen = 0;
    QPointer<QWidget> m_row;
    QPoint m_pressed;
    int m_pressedSection = -1;
    bool m_resizing = false;
};

} // namespace crm
