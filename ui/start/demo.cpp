#include "ui/start/demo.h"
#include "core/exchange/demo.h"
#include "core/store/local_store.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

namespace crm {

QString demoFile(const QString &language)
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(QStringLiteral("demo-%1.mycrm").arg(language));
}

void makeDemo(const QString &path, const Registry &registry, const QString &language, const Progress &progress)
{
    try {
        Setup setup;
        setup.adminLogin = QStringLiteral("admin");
        setup.adminName = QCoreApplication::translate("crm", "Demo");
        setup.language = language;
        setup.baseCurrency = language == QLatin1String("ru") ? QStringLiteral("RUB") : QStringLiteral("EUR");
        createLocal(path, registry, setup);
        DemoOptions options;
        options.language = language;
        generateDemo(*openLocalAsSystem(path, registry), options, progress);
    } catch (...) {
        QFile::remove(path);
        throw;
    }
}

} // namespace crm
