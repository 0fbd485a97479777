// One person at the program, as the stories tell it: a real main window on a session of the person's own account, and
// what one does with it: keys, clicks, looks. Nothing here reaches past the window; what came of it is read by Story.
#pragma once
#include "tests/ui/shell_fixture.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_page.h"
#include "ui/style/widgets.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QDialog>

class QComboBox;

namespace crm::test {

class Person
{
public:
    /// @param who as the database knows them (TempDatabase::credentials())
    Person(const TempDatabase &database, const Credentials &who);
    /// The window goes as when the program is killed: nobody is asked, nothing is saved.
    ~Person();

    void comes();                     ///< signs in and opens the window
    void comes(const Target &target); ///< by another way: through a proxy
    void restarts();                  ///< the window dies, and another is opened on the same session
    void sitsAt(MainWindow &window);  ///< that somebody else has opened, and owns
    void turnsTo();                   ///< to their window, when there are several
    MainWindow &window() { return *m_window; }
    Session &session() { return m_window->session(); }

    // Keys go where they would go: to the menu or list that is open, else to what has the focus.
    void presses(Qt::Key key, Qt::KeyboardModifiers modifiers = {}, int times = 1);
    void types(const QString &text);
    void typesOver(const QString &text); ///< all that stands there
    void pastes(const QString &text);
    void saves(); ///< Ctrl+S, and waits until the page says that it is done

    void clicks(QWidget &widget);
    /// The button of that text, name or tool tip, on the page or dialog in front. @param in narrows where it is
    void clicks(const QString &button, QWidget *in = nullptr);
    QAbstractButton *button(const QString &text, QWidget *in = nullptr);

    // Places.
    /// Ctrl+K, the words, and the entry of exactly that text.
    void asks(const QString &words, const QString &entry);
    ListPanel &opensList(const QString &title);    ///< by its name: "Clients"
    ListPanel &list();                             ///< that is in front
    RecordPage &record();                          ///< that is in front
    RecordPage &opensRecord(const QString &words); ///< found by Ctrl+K
    TabPage &page();
    void waits(); ///< until the page in front has everything

    // Lists.
    int rowOf(const QString &title); ///< waits for it; throws when it does not come
    QModelIndex cell(const QString &title, const char *path);
    void clicksCell(const QString &title, const char *path, Qt::KeyboardModifiers modifiers = {});
    void edits(const QString &title, const char *path, const QString &text); ///< click, F2, over what is there, Enter
    void opensRow(const QString &title, const char *path);                   ///< by a double click
    void opensMenuOf(const QString &title, const char *path);                ///< the right button; see Story::inMenu()
    void filters(const QString &expression);                                 ///< as an expression; empty: all again
    QStringList titles();                                                    ///< of the rows at hand, from above

    // Forms.
    QWidget &control(const char *field);
    void goesInto(const char *field); ///< clicks into it
    void fills(const char *field, const QString &text);
    /// Types and takes the proposal of that text, in a field that refers to another record.
    void picks(const QString &typed, const QString &proposal);
    void chooses(const char *field, const QString &text); ///< in a list of choices
    static void chooses(QComboBox &box, const QString &text);
    QString faultAt(const char *field);

    void clicksTab(const QString &title); ///< of the lists, comments, files beside or below the form
    void clicksEntry(QAbstractItemView &view, const QString &text); ///< the first that says so, in any column

    QWidget *front(); ///< popup, dialog or window that has the person's attention
    /// The visible widget of that class; waits for it.
    template<class W> W &sees()
    {
        W *found = nullptr;
        waitUntil([&] {
            for (QWidget *top : QApplication::topLevelWidgets()) {
                QList<W *> all = top->findChildren<W *>();
                if (auto *itself = qobject_cast<W *>(top))
                    all.append(itself);
                for (W *one : all)
                    if (one->isVisible() && (one->window() == m_window || one->window() == front()))
                        found = one;
            }
            return found != nullptr;
        });
        if (!found)
            throw std::runtime_error(std::string("it is not to be seen: ") + W::staticMetaObject.className());
        return *found;
    }

private:
    void open(const Target &target);
    void attends();
    const TempDatabase &m_database;
    Credentials m_who;
    std::shared_ptr<Session> m_session;
    std::unique_ptr<MainWindow> m_own;
    MainWindow *m_window = nullptr;
};

} // namespace crm::test
