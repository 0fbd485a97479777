#include "ui/style/fonts.h"
#include <QApplication>
#include <QDirIterator>
#include <QFileInfo>
#include <QFontDatabase>
#include <QLoggingCategory>
#include <QRawFont>
#include <QStandardPaths>
#include <algorithm>

namespace crm {
namespace {

Q_LOGGING_CATEGORY(log, "mycrm.ui.fonts")

/// 0: the best; the last: any other.
int rankOf(const QString &path)
{
    static const QStringList known{
        QStringLiteral("NotoSans-Regular"),       QStringLiteral("DejaVuSans"),    QStringLiteral("DejaVuSans-Bold"),
        QStringLiteral("LiberationSans-Regular"), QStringLiteral("segoeui"),       QStringLiteral("arial"),
        QStringLiteral("LiberationSans-Bold"),    QStringLiteral("NotoSans-Bold"), QStringLiteral("Ubuntu-R"),
        QStringLiteral("Roboto-Regular"),         QStringLiteral("FreeSans")};
    const qsizetype at = known.indexOf(QFileInfo(path).completeBaseName());
    return int(at < 0 ? known.size() : at);
}

/// Without any font Qt draws boxes for whatever there is; families of fontconfig are named all the same.
bool isOfBoxes(const QFont &font)
{
    constexpr char32_t nobodys = 0x10fffd; // the last one of private use
    const QRawFont raw = QRawFont::fromFont(font);
    return !raw.isValid() || (raw.supportsCharacter(nobodys) && raw.fontTable("cmap").isEmpty());
}

} // namespace

QStringList fontFiles(const QStringList &folders)
{
    constexpr qsizetype most = 40;
    QStringList found;
    for (const QString &folder : folders) {
        QDirIterator all(folder, {QStringLiteral("*.ttf"), QStringLiteral("*.otf"), QStringLiteral("*.ttc")},
                         QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext())
            found << all.next();
    }
    std::sort(found.begin(), found.end());
    std::stable_sort(found.begin(), found.end(),
                     [](const QString &a, const QString &b) { return rankOf(a) < rankOf(b); });
    return found.mid(0, most);
}

QStringList fontFolders()
{
    QStringList folders = QStandardPaths::standardLocations(QStandardPaths::FontsLocation);
#ifdef Q_OS_UNIX
    folders << QStringLiteral("/usr/share/fonts") << QStringLiteral("/usr/local/share/fonts")
            << QStringLiteral("/usr/share/texmf/fonts");
#endif
    folders.removeDuplicates();
    return folders;
}

bool ensureFonts()
{
    if (!isOfBoxes(QApplication::font()))
        return true;
    QString family;
    const QStringList files = fontFiles(fontFolders());
    for (const QString &file : files) {
        const int id = QFontDatabase::addApplicationFont(file);
        if (id >= 0 && family.isEmpty())
            family = QFontDatabase::applicationFontFamilies(id).value(0);
    }
    if (family.isEmpty())
        return false;
    qCWarning(log) << "the system knows no font; taken from its folders:" << family;
    QFont font = QApplication::font();
    font.setFamily(family);
    QApplication::setFont(font);
    return true;
}

} // namespace crm
