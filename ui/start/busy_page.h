// Something is being made: what, how far, and a way to stop it.
#pragma once
#include "ui/start/card_page.h"

class QProgressBar;

namespace crm {

class CRM_UI BusyPage : public CardPage
{
    Q_OBJECT
public:
    explicit BusyPage(QWidget *parent);
    void begin(const QString &title, const QString &text, bool cancellable);
    /// total 0: nobody knows.
    void setProgress(qint64 done, qint64 total);

Q_SIGNALS:
    void cancelRequested();

private:
    QLabel *m_title, *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

} // namespace crm
