// What a person waits for in a list of very many clients and in their forms, beside an empty window of Qt's own parts
// and the bare SQL.
#include "core/extend/extensions.h"
#include "tests/bench/floor.h"
#include "tests/bench/subject.h"
#include "tests/bench/window/desk.h"
#include "tests/bench/window/window_groups.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/record_table.h"
#include "ui/shell/stall_watch.h"
#include "ui/shell/start_time.h"
#include <QApplication>
#include <QLineEdit>
#include <QLocale>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

namespace crm::bench {

namespace {
const QString entity = QStringLiteral("clients");
constexpr int drags = 60, letters = 60, forms = 30;

/// The value that 95 of 100 do not exceed.
double p95Of(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(qMin(values.size() - 1, values.size() * 95 / 100));
}

struct Times
{
    QList<double> wall, window;
    void add(const Spent &spent)
    {
        wall << spent.wall;
        window << spent.window;
    }
};

/// One window with a table of that many rows and a line to type in, which know no database.
class EmptyWindow
{
public:
    EmptyWindow(int rows, int columns)
        : m_model(rows, columns)
    {
        for (int column = 0; column < columns; ++column) {
            for (int row = 0; row < rows; ++row)
                m_model.setItem(row, column, new QStandardItem(QStringLiteral("Some text of a cell")));
        }
        m_table.setModel(&m_model);
        m_table.resize(1000, 700);
        m_line.resize(300, 30);
    }
    double paint()
    {
        m_table.show();
        m_table.repaint();
        return best(9, [this] { m_table.repaint(); });
    }
    double drag()
    {
        QScrollBar *bar = m_table.verticalScrollBar();
        QList<double> times;
        for (int i = 1; i <= drags; ++i)
            times << msOf([&] {
                bar->setValue(int(qint64(bar->maximum()) * (i * 37 % drags) / drags));
                m_table.repaint();
            });
        return p95Of(times);
    }
    double type()
    {
        m_line.show();
        QList<double> times;
        for (int i = 0; i < letters; ++i)
            times << msOf([&] {
                QTest::sendKeyEvent(QTest::Click, &m_line, Qt::Key_unknown, QStringLiteral("a"), Qt::NoModifier);
                m_line.repaint();
            });
        return p95Of(times);
    }

private:
    QStandardItemModel m_model;
    QTableView m_table;
    QLineEdit m_line;
};

class WindowLists
{
public:
    WindowLists(Table &table, const WindowBench &bench)
        : m_table(table)
        , m_bench(bench)
        , m_empty(10'000, 8)
        , m_desk({crm::Target::LocalFile, bench.path}, {}, registry())
    {}

    void measure()
    {
        StallWatch *watch = StallWatch::ofApplication();
        watch->clear();
        firstPaint();
        drag();
        openForms();
        type();
        m_table.add(
            {QStringLiteral("Memory after all of it (RSS)"), residentMegabytes(), {}, Target{0, 200, {}, {}}, "MB"});
        m_table.add({QStringLiteral("Longest stall of the window"), watch->longestMs(), {}, Target{0, 50, {}, {}}});
        const QList<Stall> worst = watch->worst(5);
        for (const Stall &stall : worst)
            m_table.note(QStringLiteral("%1: %2 times, the longest %3 ms")
                             .arg(stall.place)
                             .arg(stall.times)
                             .arg(stall.longestMs, 0, 'f', 0));
    }

private:
    /// Two lines: what the clock on the wall says, and what of it the window's own thread has worked.
    void add(const QString &name, double wall, double window, std::optional<double> floor, double mostMs)
    {
        m_table.add({name, wall, floor, Target{0, mostMs, {}, {}}});
        m_table.add({QStringLiteral("    worked by the window's thread"), window, {}, Target{0, mostMs, {}, {}}});
    }

    double bareFirstPage(const Query &query)
    {
        const Person admin = openAdmin(m_bench.path);
        PageAt at;
        at.limit = 100;
        const Floor floor(m_bench.path, &admin);
        FloorStatements same(floor, statementsOf(admin, [&] { admin.repository->page(query, at); }));
        return best(9, [&] { same.run(); });
    }

    void firstPaint()
    {
        Times times;
        for (int i = -1; i < m_bench.runs; ++i) {
            m_desk.closeAll();
            const Spent spent = m_desk.untilRowsShown([this] { m_desk.window().openList(entity); });
            runUntil([this] { return m_desk.list().isSettled(); }); // a count given up in the middle is another matter
            if (i >= 0)
                times.add(spent);
        }
        const ListModel &model = *m_desk.list().model();
        m_table.heading(
            QStringLiteral("A list of %1 clients in the window; the floor is an empty one with the bare SQL")
                .arg(QLocale::c().toString(model.recordCount())));
        add(QStringLiteral("List: until its rows are painted"), middleOf(times.wall), middleOf(times.window),
            m_empty.paint() + bareFirstPage(model.query()), 100);
    }

    void drag()
    {
        ListPanel &list = m_desk.list();
        QScrollBar *bar = list.table()->verticalScrollBar();
        const auto isShown = [&] {
            const int first = list.table()->rowAt(0);
            const int last = list.table()->rowAt(list.table()->viewport()->height() - 1);
            return list.model()->rowAt(first) && list.model()->rowAt(last < 0 ? list.model()->rowCount() - 1 : last);
        };
        Times painted, filled;
        bar->setSliderDown(true);
        for (int i = 1; i <= drags; ++i) {
            const Stopwatch watch;
            bar->setSliderPosition(int(qint64(bar->maximum()) * (i * 37 % drags) / drags));
            list.table()->viewport()->repaint();
            painted.add(watch.spent());
            runUntil(isShown);
            list.table()->viewport()->repaint();
            filled.add(watch.spent());
        }
        bar->setSliderDown(false);
        const double floor = m_empty.drag();
        add(QStringLiteral("Scroll bar dragged: painted, p95"), p95Of(painted.wall), p95Of(painted.window), floor, 30);
        add(QStringLiteral("    until the page is filled, p95"), p95Of(filled.wall), p95Of(filled.window), floor, 30);
    }

    void openForms()
    {
        ListPanel &list = m_desk.list();
        list.table()->scrollToTop();
        runUntil([&] { return list.model()->rowAt(forms) != nullptr; });
        IdList ids;
        for (int row = 0; row < forms; ++row)
            ids << list.model()->idAt(row);
        Times times;
        for (const Id id : std::as_const(ids)) {
            times.add(m_desk.untilShown([&] { m_desk.window().openRecord(entity, id); }));
            runUntil([this] { return m_desk.record().isIdle(); });
            runFor(20); // what hangs on it
            TabArea &tabs = m_desk.window().tabs();
            tabs.close(tabs.currentIndex());
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        m_desk.window().openRecord(entity, ids.first());
        runUntil([this] { return m_desk.record().isIdle(); });
        add(QStringLiteral("Form: until its fields are painted"), middleOf(times.wall), middleOf(times.window), {}, 60);
    }

    /// Into the name of the client that is open.
    void type()
    {
        auto *line = m_desk.record().findChild<QLineEdit *>();
        line->setFocus();
        Times times;
        for (int i = 0; i < letters; ++i) {
            const Stopwatch watch;
            QTest::sendKeyEvent(QTest::Click, line, Qt::Key_unknown, QStringLiteral("a"), Qt::NoModifier);
            line->repaint();
            times.add(watch.spent());
            runFor(10); // as fast as nobody types
        }
        add(QStringLiteral("Key to painted letter, p95"), p95Of(times.wall), p95Of(times.window), m_empty.type(), 16);
    }

    Table &m_table;
    const WindowBench &m_bench;
    EmptyWindow m_empty;
    Desk m_desk;
};
} // namespace

void measureWindowLists(Table &table, const WindowBench &bench) { WindowLists(table, bench).measure(); }

} // namespace crm::bench
