#include "app/cli/server_options.h"
#include <QFileInfo>

namespace crm::cli {

QList<OptionSpec> addressOptions()
{
    return {{"host", Tr::tr("HOST"), Tr::tr("name or address of the server, as in its certificate")},
            {"port", Tr::tr("N"), Tr::tr("its port (3306)")},
            {"database", Tr::tr("NAME"), Tr::tr("the office's database (office)")},
            {"ca", Tr::tr("FILE"), Tr::tr("the certificate authority that signed the server's certificate")},
            {"socket", Tr::tr("PATH"), Tr::tr("of a server on this computer, instead of host and port")},
            {"allow-plain", Tr::tr("WORDS"),
             Tr::tr("goes on where the server cannot be verified; the words: \"%1\"").arg(plainWords())}};
}

ServerAddress addressFrom(const Call &call)
{
    ServerAddress address;
    address.host = call.value("host");
    address.port = int(call.number("port", address.port, 1));
    address.database = call.value("database", address.database);
    address.socket = call.value("socket");
    if (call.has("ca"))
        address.caFile = QFileInfo(call.value("ca")).absoluteFilePath();
    if (call.has("allow-plain")) {
        if (call.value("allow-plain") != plainWords())
            throw UsageError{Tr::tr("Unverified connections are allowed by these words only: --allow-plain \"%1\"")
                                 .arg(plainWords())};
        address.allowPlain = true;
    }
    return address;
}

} // namespace crm::cli
