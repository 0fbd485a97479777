// The least that a Qt program with a window and a table costs to start: what `bench` compares the start of mycrm with.
#include "ui/shell/start_time.h"
#include <QApplication>
#include <QMainWindow>
#include <QStandardItemModel>
#include <QTableView>
#include <QTimer>
#include <cstdio>

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QMainWindow window;
    QStandardItemModel model(0, 8);
    QTableView table;
    table.setModel(&model);
    window.setCentralWidget(&table);
    window.resize(1280, 800);
    window.show();
    QTimer::singleShot(0, &window, [&window] {
        window.repaint();
        printf("{\"start_ms\": %lld, \"rss_mb\": %.1f}\n", static_cast<long long>(crm::msSinceProcessStart()),
               crm::residentMegabytes());
        fflush(stdout);
        QCoreApplication::exit(0);
    });
    const int result = QApplication::exec();
    window.takeCentralWidget();
    return result;
}
