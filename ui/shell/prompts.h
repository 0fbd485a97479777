// Questions and file dialogs go through here, so that tests drive the real windows: an answer laid down beforehand is
// taken instead of showing the dialog.
//
//     if (Prompts::ask(this, {tr("Delete 42 clients?"), tr("They go to the trash."), tr("Delete")}) != Prompts::Yes)
//         return;
//     Prompts::setNextAnswer(Prompts::Yes);            // in a test
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QString>
#include <QStringList>
#include <optional>

class QDialog;
class QWidget;

namespace crm {

class CRM_UI Prompts
{
public:
    enum Answer { Cancel, Yes, No };

    struct Question
    {
        QString title;            ///< the question itself: "Save the changes?"
        QString text;             ///< what will happen, with numbers
        QString yes;              ///< what the main button does: "Delete", "Save"
        QString no = {};          ///< a second way: "Discard"; empty: none
        bool destructive = false; ///< the main button is red and not the default
        QString leave = {};       ///< what the button says that does nothing; empty: "Cancel"
    };
    /// Cancel when the dialog is closed or Esc pressed.
    static Answer ask(QWidget *parent, const Question &question);
    /// Says something and waits for OK.
    static void tell(QWidget *parent, const QString &title, const QString &text);
    /// A line of text; nothing when cancelled.
    static std::optional<QString> text(QWidget *parent, const QString &title, const QString &label,
                                       const QString &value = {});
    /// Empty when cancelled. filter as in QFileDialog: "CSV (*.csv)".
    static QString openFile(QWidget *parent, const QString &title, const QString &filter);
    static QStringList openFiles(QWidget *parent, const QString &title, const QString &filter);
    static QString saveFile(QWidget *parent, const QString &title, const QString &suggestion, const QString &filter);
    static QString folder(QWidget *parent, const QString &title);
    /// Runs any other dialog; in tests the laid-down answer decides (Yes accepts) and the dialog is not shown.
    static int run(QDialog &dialog);

    // For tests. Each is taken by one question, in order.
    static void setNextAnswer(Answer answer);
    static void setNextText(const QString &text);
    static void setNextFile(const QString &path);
    /// Titles of the questions asked since the last call: tests look at what a person would have read.
    static QStringList takeAsked();
    /// True when no laid-down answer is left; a test that ends with answers untaken has tested nothing.
    static bool allTaken();
};

} // namespace crm
