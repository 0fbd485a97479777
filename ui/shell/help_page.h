// F1: a short guide (resources/help) with a search, and the shortcuts as a cheat sheet beside it.
//
// A heading of the guide may end in {#topic}: showTopic("lists") begins there. Thread: the window's.
#pragma once
#include "ui/shell/commands.h"
#include "ui/shell/page.h"
#include <QHash>

class QLabel;
class QLineEdit;
class QScrollArea;
class QTextBrowser;

namespace crm {

class CRM_UI HelpPage : public TabPage
{
    Q_OBJECT
public:
    HelpPage(Navigator &navigator, const Commands &commands, QWidget *parent = nullptr);
    QString title() const override { return tr("Help"); }
    QString iconName() const override { return QStringLiteral("help"); }
    QString key() const override { return QStringLiteral("help"); }
    void focusSearch() override;
    void activated() override; ///< shortcuts may have been changed

    /// Scrolls to the part about it; to the top if there is none.
    void showTopic(const QString &topic);
    /// Which part is about the page of that key: "list/clients" is about "lists".
    static QString topicOf(const QString &pageKey);
    QLineEdit *searchEdit() const { return m_search; }
    QTextBrowser *guide() const { return m_text; }
    int found() const { return m_found; } ///< places in the guide

private:
    void search();
    void goToNext(bool forward);
    void fillSheet();

    const Commands &m_commands;
    QLineEdit *m_search;
    QLabel *m_count;
    QTextBrowser *m_text;
    QScrollArea *m_sheet;
    QHash<QString, QString> m_topics; ///< topic, its heading
    int m_found = 0;
};

} // namespace crm
