// A summary over time as bars: what adds up and what is taken off, beside each other, and the result as a mark on them.
// Amounts of one currency. Says the same in words to a screen reader. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QWidget>
#include <functional>

namespace crm {

class CRM_UI SummaryChart : public QWidget
{
    Q_OBJECT
public:
    struct Bar
    {
        QString title;
        qint64 adds = 0, takes = 0, result = 0;
    };
    explicit SummaryChart(QWidget *parent);

    /// @param words an amount as people read it
    void show(const QList<Bar> &bars, const QString &adds, const QString &takes, const QString &result,
              std::function<QString(qint64)> words);
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
    void paintLegend(QPainter &painter) const;
    void paintBar(QPainter &painter, int index) const;

    QList<Bar> m_bars;
    QString m_adds, m_takes, m_result;
    std::function<QString(qint64)> m_words;
    qint64 m_top = 1, m_bottom = 0;
};

} // namespace crm
