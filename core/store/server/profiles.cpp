#include "core/store/server/profiles.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QSettings>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Profiles)
};

/// The same file for the window and for mycrmctl, whatever they are called.
QSettings storedProfiles()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("MyCRM"), QStringLiteral("servers"));
}

Profile readProfile(QSettings &settings, const QString &name)
{
    settings.beginGroup(name);
    Profile p{name, {}, settings.value(QStringLiteral("login")).toString()};
    p.address.host = settings.value(QStringLiteral("host")).toString();
    p.address.port = settings.value(QStringLiteral("port"), p.address.port).toInt();
    p.address.socket = settings.value(QStringLiteral("socket")).toString();
    p.address.database = settings.value(QStringLiteral("database"), p.address.database).toString();
    p.address.caFile = settings.value(QStringLiteral("ca")).toString();
    // Only the very words count: a file edited to "true" allows nothing.
    p.address.allowPlain = settings.value(QStringLiteral("allow_plain")).toString() == plainWords();
    settings.endGroup();
    return p;
}

void checkName(const QString &name)
{
    static const QRegularExpression allowed(QStringLiteral("^[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}$"),
                                            QRegularExpression::UseUnicodePropertiesOption);
    if (!allowed.match(name).hasMatch())
        throw Error::validation(
            {{QStringLiteral("name"),
              Tr::tr("A connection's name is made of letters, digits, blanks, dots, hyphens and underscores."),
              {}}});
}

/// A copy beside the settings, named by its content: two offices with one authority share it.
QString keptCertificate(const QString &path, const QString &folder)
{
    if (path.isEmpty() || QFileInfo(path).absolutePath() == folder)
        return path;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(
            ErrorKind::NotFound,
            Tr::tr("The certificate “%1” cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
    const QByteArray content = file.readAll();
    const QByteArray name = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(16);
    QDir().mkpath(folder);
    QSaveFile copy(folder + QStringLiteral("/ca-%1.pem").arg(QString::fromLatin1(name)));
    if (!copy.open(QIODevice::WriteOnly) || copy.write(content) != content.size() || !copy.commit())
        throw Error(ErrorKind::Denied, Tr::tr("The certificate cannot be kept in “%1”: %2.")
                                           .arg(QDir::toNativeSeparators(folder), copy.errorString()));
    return copy.fileName();
}
} // namespace

QList<Profile> profiles()
{
    QSettings settings = storedProfiles();
    QList<Profile> all;
    const QStringList names = settings.childGroups();
    for (const QString &name : names)
        all << readProfile(settings, name);
    return all;
}

Profile profileNamed(const QString &name)
{
    QStringList names;
    const QList<Profile> all = profiles();
    for (const Profile &p : all) {
        if (p.name == name)
            return p;
        names << p.name;
    }
    throw Error(
        ErrorKind::NotFound,
        names.isEmpty()
            ? Tr::tr("There is no connection “%1”, nor any other yet.").arg(name)
            : Tr::tr("There is no connection “%1”. Those there are: %2.").arg(name, names.join(QStringLiteral(", "))));
}

void storeProfile(const Profile &profile)
{
    checkName(profile.name);
    if (const QString fault = addressFault(profile.address); !fault.isEmpty())
        throw Error::validation({{QStringLiteral("address"), fault, {}}});
    QSettings settings = storedProfiles();
    const QString ca = keptCertificate(profile.address.caFile, QFileInfo(settings.fileName()).absolutePath());
    settings.beginGroup(profile.name);
    settings.remove(QString());
    settings.setValue(QStringLiteral("host"), profile.address.host);
    settings.setValue(QStringLiteral("port"), profile.address.port);
    settings.setValue(QStringLiteral("database"), profile.address.database);
    if (!profile.address.socket.isEmpty())
        settings.setValue(QStringLiteral("socket"), profile.address.socket);
    if (!ca.isEmpty())
        settings.setValue(QStringLiteral("ca"), ca);
    if (profile.address.allowPlain)
        settings.setValue(QStringLiteral("allow_plain"), plainWords());
    if (!profile.login.isEmpty())
        settings.setValue(QStringLiteral("login"), profile.login);
    settings.endGroup();
    settings.sync();
    if (settings.status() != QSettings::NoError)
        throw Error(
            ErrorKind::Denied,
            Tr::tr("The connection cannot be written into “%1”.").arg(QDir::toNativeSeparators(settings.fileName())));
}

void rememberProfileLogin(const QString &name, const QString &login)
{
    QSettings settings = storedProfiles();
    if (settings.childGroups().contains(name))
        settings.setValue(name + QStringLiteral("/login"), login);
}

void removeProfile(const QString &name)
{
    profileNamed(name);
    storedProfiles().remove(name);
}

QString freeProfileName(const ServerAddress &address)
{
    const QStringList taken = storedProfiles().childGroups();
    QString name = address.database;
    for (int i = 2; taken.contains(name); ++i)
        name = QStringLiteral("%1 %2").arg(address.database).arg(i);
    return name;
}

std::optional<Profile> profileOf(const ServerAddress &address)
{
    const QList<Profile> all = profiles();
    for (const Profile &p : all) {
        if (p.address.host.compare(address.host, Qt::CaseInsensitive) == 0 && p.address.port == address.port &&
            p.address.database == address.database && p.address.socket == address.socket)
            return p;
    }
    return std::nullopt;
}

} // namespace crm
