// What the charts of a summary share: amounts of one row, what they are called, how they are drawn.
#pragma once
#include "ui/ui_export.h"
#include <QColor>
#include <QList>
#include <QString>
#include <functional>

class QPainter;
class QPoint;
class QRectF;
class QWidget;

namespace crm {

/// What adds up and what is taken off, of one currency, and the result.
struct SummaryBar
{
    QString title;
    qint64 adds = 0, takes = 0, result = 0;
    int row = -1; ///< of the table; -1: of none
};

struct SummaryWords
{
    QString adds, takes, result;                ///< takes: empty where nothing is taken off
    std::function<QString(qint64)> amount = {}; ///< as people read it
    QString tip(const SummaryBar &bar) const;
    /// Beside the pointer of the widget; of no bar (-1) nothing.
    void showTip(QWidget &on, const QPoint &place, const QList<SummaryBar> &bars, int index) const;
    QString spoken(const QList<SummaryBar> &bars) const; ///< for a screen reader
};

namespace summary_paint {
constexpr int legendHeight = 24;
QColor adds();
void takes(QPainter &painter, const QRectF &bar); ///< told from the others without colours as well
void setResultPen(QPainter &painter);
/// At the top of a widget of that width.
void legend(QPainter &painter, int width, bool mirrored, const SummaryWords &words);
} // namespace summary_paint

} // namespace crm
