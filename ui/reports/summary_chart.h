// A summary over time as bars: what adds up and what is taken off, beside each other, and the result as a mark on them.
// Amounts of one currency. Says the same in words to a screen reader. Thread: the window's.
#pragma once
#include "ui/reports/summary_bars.h"
#include <QWidget>

namespace crm {

class CRM_UI SummaryChart : public QWidget
{
    Q_OBJECT
public:
    explicit SummaryChart(QWidget *parent);

    void show(const QList<SummaryBar> &bars, const SummaryWords &words);
    QSize sizeHint() const override { return {600, 200}; }
    QSize minimumSizeHint() const override { return {240, 160}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF plot() const;
    double y(qint64 amount) const;
    int barAt(const QPoint &place) const;
    void paintScale(QPainter &painter) const;
    void paintBar(QPainter &painter, int index) const;

    QList<SummaryBar> m_bars;
    SummaryWords m_words;
    qint64 m_top = 1, m_bottom = 0;
};

} // namespace crm
