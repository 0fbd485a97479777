#include "core/store/server/server_address.h"
#include "core/store/server/server_names.h"
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSslCertificate>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerAddress)
};
constexpr int usualPort = 3306;
constexpr qint64 longestCaFile = 1 << 20; // an authority takes a few kilobytes; somebody has picked another file

QString certificateFault(const QString &path)
{
    const QString shown = QDir::toNativeSeparators(path);
    QFile file(path);
    if (!file.exists())
        return Tr::tr("There is no file “%1”. The certificate comes from the server's administrator.").arg(shown);
    if (!file.open(QIODevice::ReadOnly))
        return Tr::tr("The certificate “%1” cannot be read: %2.").arg(shown, file.errorString());
    if (file.size() > longestCaFile || QSslCertificate::fromData(file.readAll(), QSsl::Pem).isEmpty())
        return Tr::tr("“%1” is no certificate. The right file is called ca.pem or similar and begins with "
                      "“BEGIN CERTIFICATE”.")
            .arg(shown);
    return {};
}
} // namespace

QString ServerAddress::displayName() const
{
    if (!socket.isEmpty())
        return Tr::tr("%1 on this computer").arg(database);
    return Tr::tr("%1 on %2").arg(database, port == usualPort ? host : QStringLiteral("%1:%2").arg(host).arg(port));
}

QString plainWords() { return QStringLiteral("I know that passwords and data can be read on the way"); }

QString addressFault(const ServerAddress &address)
{
    static const QRegularExpression hostName(QStringLiteral("^[A-Za-z0-9_]([A-Za-z0-9_.:-]*[A-Za-z0-9])?$"));
    if (address.socket.isEmpty() && address.host.isEmpty())
        return Tr::tr("Say where the server is: its name or address, such as crm.example.com or 192.168.1.10.");
    if (address.socket.isEmpty() && !hostName.match(address.host).hasMatch())
        return Tr::tr("“%1” is no name of a server. Write it without http:// and slashes, such as crm.example.com.")
            .arg(address.host);
    if (address.port < 1 || address.port > 65535)
        return Tr::tr("The port is a number from 1 to 65535, usually %1.").arg(usualPort);
    if (const QString fault = databaseNameFault(address.database); !fault.isEmpty())
        return fault;
    if (address.socket.isEmpty() && !address.caFile.isEmpty())
        return certificateFault(address.caFile);
    return {};
}

} // namespace crm
