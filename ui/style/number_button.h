// A number with what it counts, to be pressed: large with its label below, or in a line with the label on the left.
//
//     auto *button = new NumberButton(tr("Overdue"), NumberButton::Large, this);
//     button->setNumber(locale.toString(count));          // until then a placeholder stands there
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QAbstractButton>

namespace crm {

class CRM_UI NumberButton : public QAbstractButton
{
    Q_OBJECT
public:
    enum Size { Large, Line };
    NumberButton(const QString &label, Size size, QWidget *parent);

    void setNumber(const QString &number); ///< empty: it is not known yet
    QString number() const { return m_number; }
    void setBad(bool bad); ///< it asks for attention: coloured, unless it is 0
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor numberColor() const;
    void paintLarge(QPainter &painter, const QRect &r);
    void paintLine(QPainter &painter, const QRect &r);

    QString m_number;
    const Size m_size;
    bool m_bad = false;
};

} // namespace crm
