// A summary by what it belongs to as bars from the side, a name each: the largest ones, and what the others come to.
// Amounts of one currency. Says the same in words to a screen reader; the table below does the same by keyboard.
// Thread: the window's.
#pragma once
#include "ui/reports/summary_bars.h"
#include <QWidget>

namespace crm {

class CRM_UI NamedBars : public QWidget
{
    Q_OBJECT
public:
    explicit NamedBars(QWidget *parent);

    /// Of fewer than two rows nothing is shown.
    void show(const QList<SummaryBar> &rows, const SummaryWords &words);
    const QList<SummaryBar> &bars() const { return m_bars; } ///< as they are drawn
    QRect placeOf(int bar) const;                            ///< where its row stands
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {240, sizeHint().height()}; }

Q_SIGNALS:
    void chosen(int row); ///< of the table; never that of the others

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    int barAt(const QPoint &place) const; ///< -1: none
    double x(qint64 amount) const;
    void paintBar(QPainter &painter, int index) const;
    QRectF mirrored(const QRectF &place) const;

    QList<SummaryBar> m_bars;
    SummaryWords m_words;
    qint64 m_most = 1, m_least = 0;
};

} // namespace crm
