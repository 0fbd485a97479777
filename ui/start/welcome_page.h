// The first thing a newcomer sees: try the demo, start one's own, open a file, connect to a server.
#pragma once
#include "ui/ui_export.h"
#include <QWidget>

class QVBoxLayout;

namespace crm {

class Banner;

class CRM_UI WelcomePage : public QWidget
{
    Q_OBJECT
public:
    explicit WelcomePage(QWidget *parent);
    /// Reads the recent files anew.
    void refresh();
    void showFault(const QString &sentence); ///< empty: none

Q_SIGNALS:
    void demoRequested();
    void newRequested();
    void openRequested();
    void fileChosen(const QString &path); ///< or an entry of a server: see recentProfile()
    void serverRequested();
    void languageChosen(const QString &code);

private:
    void build();
    QWidget *makeRecent();
    Banner *m_fault = nullptr;
    QVBoxLayout *m_recent = nullptr;
};

} // namespace crm
