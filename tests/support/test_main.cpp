// Every ring runs under a real application object; any Qt warning fails the test that caused it.
#ifdef QT_WIDGETS_LIB
#include "ui/shell/stall_watch.h"
#else
#include <QCoreApplication>
#endif
#include <QLocale>
#include <gtest/gtest.h>

namespace {
void failOnWarning(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    // What a screen can do and the offscreen platform cannot is no fault of ours.
    const bool offscreen = message.startsWith(QLatin1String("This plugin does not support "));
    if (!offscreen && (type == QtWarningMsg || type == QtCriticalMsg))
        ADD_FAILURE() << "Qt said: " << message.toStdString() << " (" << (context.category ? context.category : "")
                      << ")";
    else
        fprintf(stderr, "%s\n", qPrintable(message));
}
} // namespace

// The rings below ui link no widgets, so the application class is chosen by the ring that has one.
#ifdef QT_WIDGETS_LIB
using App = crm::Application;
#else
using App = QCoreApplication;
#endif

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM",
                "offscreen"); // the build lists the tests by running them, where there may be no screen
    ::testing::InitGoogleTest(&argc, argv);
    App app(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English));
    qInstallMessageHandler(failOnWarning);
    return RUN_ALL_TESTS();
}
