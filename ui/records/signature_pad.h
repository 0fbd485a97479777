// A pad for a signature: drawn with mouse, finger or pen, kept as strokes (core/model/drawing.h), shown sharp at any
// scale and in both themes. A name can stand there instead, set in slanted letters and said to be typed.
//
//     pad->setDrawing(readDrawing(text).value_or(Drawing()));
//     connect(pad, &SignaturePad::drawn, this, [=] { keep(drawingText(pad->drawing())); });
//
// Backspace and Ctrl+Z take the last stroke back, Delete all of it. Thread: the window's.
#pragma once
#include "core/model/drawing.h"
#include "ui/ui_export.h"
#include <QWidget>

class QTouchEvent;

namespace crm {

class CRM_UI SignaturePad : public QWidget
{
    Q_OBJECT
public:
    explicit SignaturePad(QWidget *parent);

    const Drawing &drawing() const { return m_drawing; }
    void setDrawing(const Drawing &drawing); ///< emits nothing
    void setUnreadable(const QString &why);  ///< what stands there instead of a drawing; empty: nothing
    void setReadOnly(bool on);
    void undo();
    void clear();
    QSize sizeHint() const override;

Q_SIGNALS:
    void drawn();                    ///< by the person: a stroke is done or taken back
    void typed(const QString &text); ///< on the keyboard, while the pad has the focus

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void tabletEvent(QTabletEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool touch(QTouchEvent *event);
    void begin(const QPointF &at);
    void go(const QPointF &at);
    void end();
    QPoint unitsOf(const QPointF &at) const;
    double scale() const { return width() / double(drawingWidth); }
    void paintStrokes(QPainter &painter) const;
    void paintTyped(QPainter &painter) const;

    Drawing m_drawing;
    QString m_unreadable;
    bool m_isDrawing = false, m_readOnly = false;
};

/// Slanted letters as if written by hand, of a size in pixels.
CRM_UI QFont handwriting(int pixels);

} // namespace crm
