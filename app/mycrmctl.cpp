// The same core as the program with the window, without one.
#include "app/cli/command.h"
#include <QCoreApplication>

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("mycrmctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CRM_VERSION));
    return crm::cli::run(QCoreApplication::arguments());
}
