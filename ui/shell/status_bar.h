// The line at the bottom: what the page says about itself at the left, where the data is at the right.
//
// Thread: the window's.
#pragma once
#include "ui/style/widgets.h"
#include <QWidget>

namespace crm {

class WorkArea;

class CRM_UI StatusBar : public QWidget
{
    Q_OBJECT
public:
    explicit StatusBar(QWidget *parent);

    void setPageText(const QString &text);
    QString pageText() const { return m_page->text(); }
    /// "Local file: office"; tip: the whole path.
    void setPlace(const QString &text, const QString &tip);
    /// What is under way in the window.
    WorkArea *works() const { return m_works; }
    void setConnected(bool on);
    /// The place is shown in the colour of a warning.
    void setWarning(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ElidedLabel *m_page;
    WorkArea *m_works;
    QLabel *m_place;
    QWidget *m_light;
    bool m_connected = true;
};

} // namespace crm
