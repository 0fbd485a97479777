// A box whose choice takes effect at once and costs much (the language, the size of text: the window is made anew).
// Arrows, letters and the wheel only go through the open list; what is chosen there counts: by Enter or a click. Esc
// leaves everything as it was.
//
//     auto *box = new ChoiceBox(this);
//     connect(box, &QComboBox::activated, this, [=] { apply(box->currentData()); });
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QComboBox>

namespace crm {

class CRM_UI ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace crm
