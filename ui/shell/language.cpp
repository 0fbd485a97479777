#include "ui/shell/language.h"
#include "core/extend/extensions.h"
#include "ui/shell/pseudo_language.h"
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QSettings>
#include <QTranslator>

namespace crm {
namespace {

constexpr char settingKey[] = "language";
QString current = QStringLiteral("en");

/// Loads into the one translator of its kind, replacing what it held. A missing file leaves the English source texts.
void install(QTranslator &translator, const QString &file, const QString &folder)
{
    QCoreApplication::removeTranslator(&translator);
    if (translator.load(file, folder))
        QCoreApplication::installTranslator(&translator);
}

} // namespace

QStringList languages() { return {QStringLiteral("en"), QStringLiteral("ru")}; }

QString languageName(const QString &code)
{
    const QLocale locale(code);
    QString name = code == QLatin1String("en") ? QStringLiteral("English") : locale.nativeLanguageName();
    if (!name.isEmpty())
        name[0] = locale.toUpper(name.left(1)).at(0);
    return name;
}

QString currentLanguage() { return current; }

QString storedLanguage()
{
    const QString chosen = QSettings().value(QLatin1String(settingKey)).toString();
    if (languages().contains(chosen))
        return chosen;
    const QString system = QLocale::system().name().left(2);
    return languages().contains(system) ? system : QStringLiteral("en");
}

void storeLanguage(const QString &code) { QSettings().setValue(QLatin1String(settingKey), code); }

void setLanguage(const QString &code)
{
    // Leaked on purpose: they must outlive every window, and the application object goes first.
    static auto *own = new QTranslator;
    static auto *qt = new QTranslator;
    static auto *pseudo = new PseudoLanguage;
    const bool made = code == PseudoLanguage::code();
    current = made || languages().contains(code) ? code : QStringLiteral("en");
    QCoreApplication::removeTranslator(pseudo);
    if (made)
        QCoreApplication::installTranslator(pseudo);
    install(*own, QStringLiteral("mycrm_") + current, QStringLiteral(":/i18n"));
    install(*qt, QStringLiteral("qtbase_") + current, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const QLocale system = QLocale::system();
    QLocale::setDefault(system.name().startsWith(current) ? system : QLocale(current));
    if (extensions().isStarted())
        extensions().setLanguage(current);
}

} // namespace crm
