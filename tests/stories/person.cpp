#include "tests/stories/person.h"
#include "ui/records/field_editor.h"
#include "ui/records/filter_bar.h"
#include "ui/records/record_field.h"
#include "ui/records/record_form.h"
#include "ui/records/record_table.h"
#include "ui/shell/page_windows.h"
#include "ui/shell/palette.h"
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QTabWidget>

namespace crm::test {

namespace {
[[noreturn]] void missing(const QString &what) { throw std::runtime_error(what.toStdString()); }

QString plain(QString text) { return text.remove(u'&'); }
} // namespace

Person::Person(const TempDatabase &database, const Credentials &who)
    : m_database(database)
    , m_who(who)
{}

Person::~Person()
{
    m_own.reset();
    m_session.reset();
}

void Person::comes() { open(m_database.target()); }
void Person::comes(const Target &target) { open(target); }

void Person::open(const Target &target)
{
    m_own.reset();
    m_session = answer(Session::open(target, m_who, m_database.registry()));
    restarts();
}

void Person::restarts()
{
    m_own.reset();
    m_own = std::make_unique<MainWindow>(m_session);
    m_own->restoreState();
    m_own->resize(1600, 900);
    m_own->show();
    sitsAt(*m_own);
}

void Person::sitsAt(MainWindow &window)
{
    m_window = &window;
    turnsTo();
    waits();
}

void Person::turnsTo()
{
    m_window->raise();
    m_window->activateWindow();
    if (!waitUntil([this] { return m_window->isActiveWindow(); }))
        missing(QStringLiteral("the window does not become the active one"));
    m_window->pageWindows().setInHost();
}

/// After a dialog the window is the active one again; the offscreen platform leaves that to us.
void Person::attends()
{
    // A menu that has opened without holding us up: its step comes first.
    waitUntil([] { return !qobject_cast<QMenu *>(QApplication::activePopupWidget()); });
    if (!QApplication::activePopupWidget() && !QApplication::activeModalWidget() && !QApplication::activeWindow())
        turnsTo();
}

QWidget *Person::front()
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    QWidget *active = QApplication::activeWindow();
    return active ? active : m_window;
}

void Person::presses(Qt::Key key, Qt::KeyboardModifiers modifiers, int times)
{
    for (int i = 0; i < times; ++i) {
        attends();
        QWidget *in = front();
        QWidget *target = in->focusWidget() ? in->focusWidget() : in;
        QTest::keyClick(target, key, modifiers);
    }
}

void Person::types(const QString &text)
{
    attends();
    for (const QChar c : text) {
        // An open completer takes the keys and hands them on; the field is what a person types into.
        QWidget *in = front();
        QWidget *target = in->focusWidget() ? in->focusWidget() : in;
        QTest::sendKeyEvent(QTest::Click, target, Qt::Key_unknown, QString(c), Qt::NoModifier); // any letter
    }
}

void Person::typesOver(const QString &text)
{
    presses(Qt::Key_A, Qt::ControlModifier);
    if (text.isEmpty())
        presses(Qt::Key_Delete);
    else
        types(text);
}

void Person::pastes(const QString &text)
{
    QApplication::clipboard()->setText(text);
    presses(Qt::Key_V, Qt::ControlModifier);
}

void Person::saves()
{
    presses(Qt::Key_S, Qt::ControlModifier);
    RecordPage &page = record();
    if (waitUntil([&] { return page.isIdle() && !page.hasUnsavedChanges(); }))
        return;
    ADD_FAILURE() << "what was typed was not saved: "
                  << qPrintable(page.findChild<Banner *>(QString(), Qt::FindDirectChildrenOnly)->text());
    for (const RecordField *field : page.form()->findChildren<RecordField *>()) {
        if (!field->fault().isEmpty())
            ADD_FAILURE() << qPrintable(field->field().key()) << ": " << qPrintable(field->fault());
    }
}

// Mouse ---------------------------------------------------------------------------------------------------------

void Person::clicks(QWidget &widget)
{
    attends();
    QTest::mouseClick(&widget, Qt::LeftButton, {}, widget.rect().center());
}

QAbstractButton *Person::button(const QString &text, QWidget *in)
{
    const QList<QAbstractButton *> all = (in ? in : front())->findChildren<QAbstractButton *>();
    for (QAbstractButton *one : all) {
        if (one->isVisible() && (plain(one->text()) == text || one->accessibleName() == text || one->toolTip() == text))
            return one;
    }
    return nullptr;
}

void Person::clicks(const QString &text, QWidget *in)
{
    QAbstractButton *found = nullptr;
    waitUntil([&] { return (found = button(text, in)) && found->isEnabled(); }, 5000);
    if (!found || !found->isEnabled())
        missing((found ? QStringLiteral("the button is not enabled: ") : QStringLiteral("no such button: ")) + text);
    clicks(*found);
}

// Places --------------------------------------------------------------------------------------------------------

TabPage &Person::page()
{
    const PageWindow *own = m_window->pageWindows().active();
    TabPage *found = own ? own->page() : m_window->tabs().currentPage();
    return found ? *found : (missing(QStringLiteral("no page is open")), *found);
}

void Person::waits()
{
    const bool settled = waitUntil([this] {
        const TabPage *now = m_window->tabs().currentPage();
        if (!now || !now->isSettled())
            return false;
        const auto *panel = now->findChild<ListPanel *>();
        return !panel || panel->options().embedded || panel->isSettled(); // lists on a record wait for their tab
    });
    if (!settled)
        ADD_FAILURE() << "the page does not settle: " << qPrintable(m_window->tabs().currentKey());
}

void Person::asks(const QString &words, const QString &entry)
{
    presses(Qt::Key_K, Qt::ControlModifier);
    CommandPalette &palette = m_window->palettePopup();
    types(words);
    PaletteModel &model = *palette.model();
    const auto *list = palette.findChild<QListView *>();
    int row = -1;
    waitUntil([&] {
        for (row = model.rowCount() - 1; row >= 0; --row) {
            if (model.index(row).data().toString() == entry)
                return true;
        }
        return palette.isSettled();
    });
    if (row < 0)
        missing(QStringLiteral("Ctrl+K does not offer: ") + entry);
    for (int steps = 0; model.index(list->currentIndex().row()).data().toString() != entry; ++steps) {
        if (steps > model.rowCount())
            missing(QStringLiteral("Down does not come to: ") + entry);
        presses(Qt::Key_Down);
    }
    presses(Qt::Key_Return);
    waits();
}

ListPanel &Person::opensList(const QString &title)
{
    asks(title, title);
    return list();
}

ListPanel &Person::list()
{
    waits();
    auto *panel = page().findChild<ListPanel *>();
    return panel ? *panel : (missing(QStringLiteral("no list is open")), *panel);
}

RecordPage &Person::record()
{
    auto *found = qobject_cast<RecordPage *>(&page());
    return found ? *found : (missing(QStringLiteral("no record is open")), *found);
}

RecordPage &Person::opensRecord(const QString &words)
{
    asks(words, words);
    return record();
}

// Lists ---------------------------------------------------------------------------------------------------------

QStringList Person::titles()
{
    const ListModel &model = *list().model();
    const int column = int(model.query().columns.indexOf(model.entity().titleField()));
    QStringList found;
    for (int row = 0; row < model.rowCount(); ++row)
        found << model.index(row, qMax(0, column)).data(ListModel::ValueRole).toString();
    return found;
}

int Person::rowOf(const QString &title)
{
    ListPanel &panel = list();
    qsizetype row = -1;
    if (!waitUntil([&] { return panel.isSettled() && (row = titles().indexOf(title)) >= 0; }))
        missing(QStringLiteral("the list does not show: ") + title);
    return int(row);
}

QModelIndex Person::cell(const QString &title, const char *path)
{
    const int row = rowOf(title);
    const ListModel &model = *list().model();
    const auto column = model.query().columns.indexOf(QString::fromLatin1(path));
    if (column < 0)
        missing(QStringLiteral("no such column: ") + QString::fromLatin1(path));
    return model.index(row, int(column));
}

void Person::clicksCell(const QString &title, const char *path, Qt::KeyboardModifiers modifiers)
{
    attends();
    const QModelIndex at = cell(title, path);
    RecordTable &table = *list().table();
    table.scrollTo(at);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, modifiers, table.visualRect(at).center());
}

void Person::edits(const QString &title, const char *path, const QString &text)
{
    clicksCell(title, path);
    presses(Qt::Key_F2);
    const QWidget *now = QApplication::focusWidget();
    if (!now || now == list().table() || !list().table()->isAncestorOf(now))
        missing(QStringLiteral("F2 edits no cell; the focus is at %1 in %2 %3")
                    .arg(QString::fromLatin1(now ? now->metaObject()->className() : "nothing"),
                         QString::fromLatin1(front()->metaObject()->className()),
                         front()->actions().isEmpty() ? QString() : front()->actions().first()->text()));
    typesOver(text);
    presses(Qt::Key_Return);
}

void Person::opensRow(const QString &title, const char *path)
{
    clicksCell(title, path);
    RecordTable &table = *list().table();
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(cell(title, path)).center());
    waits();
}

void Person::opensMenuOf(const QString &title, const char *path)
{
    const QModelIndex at = cell(title, path);
    RecordTable &table = *list().table();
    const QPoint where = table.visualRect(at).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, where, table.viewport()->mapToGlobal(where));
    QApplication::sendEvent(table.viewport(), &event);
}

void Person::filters(const QString &expression)
{
    FilterBar &bar = *list().filterBar();
    if (!bar.expressionEdit()->isVisible())
        clicks(QStringLiteral("Filter as an expression"), &bar);
    clicks(*bar.expressionEdit());
    typesOver(expression);
    presses(Qt::Key_Return);
    waits();
}

// Forms ---------------------------------------------------------------------------------------------------------

QWidget &Person::control(const char *key)
{
    const RecordField *found = record().form()->fieldFor(QString::fromLatin1(key));
    return found ? *found->editor()->control()
                 : (missing(QStringLiteral("no such field: ") + QString::fromLatin1(key)), *m_window);
}

QString Person::faultAt(const char *key)
{
    const RecordField *found = record().form()->fieldFor(QString::fromLatin1(key));
    return found ? found->fault() : QString();
}

void Person::goesInto(const char *key)
{
    attends();
    QWidget &into = control(key);
    QTest::mouseClick(&into, Qt::LeftButton, {}, QPoint(into.width() / 3, into.height() / 2));
    if (!waitUntil([&] {
            const QWidget *now = QApplication::focusWidget();
            return now == &into || into.isAncestorOf(now);
        }))
        missing(QStringLiteral("a click does not go into the field: ") + QString::fromLatin1(key));
}

void Person::fills(const char *key, const QString &text)
{
    goesInto(key);
    typesOver(text);
}

void Person::picks(const QString &typed, const QString &proposal)
{
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    if (!edit)
        missing(QStringLiteral("there is nothing to pick in"));
    types(typed);
    QAbstractItemView *popup = nullptr;
    int row = -1;
    const bool offered = waitUntil([&] {
        popup = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
        for (row = popup && popup->isVisible() ? popup->model()->rowCount() - 1 : -1; row >= 0; --row) {
            if (popup->model()->index(row, 0).data().toString().startsWith(proposal))
                return true;
        }
        return false;
    });
    if (!offered)
        missing(QStringLiteral("it is not proposed: ") + proposal);
    QTest::mouseClick(popup->viewport(), Qt::LeftButton, {}, popup->visualRect(popup->model()->index(row, 0)).center());
}

void Person::chooses(const char *key, const QString &text)
{
    auto *box = qobject_cast<QComboBox *>(&control(key));
    if (!box)
        missing(QStringLiteral("it is no list of choices: ") + QString::fromLatin1(key));
    chooses(*box, text);
}

void Person::chooses(QComboBox &box, const QString &text)
{
    const int want = box.findText(text);
    if (want < 0)
        missing(QStringLiteral("it cannot be chosen: ") + text);
    box.setFocus();
    for (int step = 0; box.currentIndex() != want && step < box.count(); ++step)
        QTest::keyClick(&box, box.currentIndex() < want ? Qt::Key_Down : Qt::Key_Up);
}

void Person::clicksTab(const QString &title)
{
    for (const QTabWidget *tabs : page().findChildren<QTabWidget *>()) {
        for (int i = 0; i < tabs->count(); ++i) {
            if (!tabs->tabText(i).startsWith(title))
                continue;
            QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(i).center());
            return;
        }
    }
    missing(QStringLiteral("no such tab: ") + title);
}

void Person::clicksEntry(QAbstractItemView &view, const QString &text)
{
    QModelIndex found;
    const bool there = waitUntil([&] {
        const QAbstractItemModel &model = *view.model();
        for (int row = 0; row < model.rowCount(view.rootIndex()); ++row) {
            for (int column = 0; column < model.columnCount(view.rootIndex()); ++column) {
                found = model.index(row, column, view.rootIndex());
                if (found.data().toString().startsWith(text))
                    return true;
            }
        }
        return false;
    });
    if (!there)
        missing(QStringLiteral("it does not stand there: ") + text);
    view.scrollTo(found);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(found).center());
}

} // namespace crm::test
