#include "app/cli/sign_in.h"
#include "core/access/keychain.h"
#include "core/extend/extensions.h"
#include "core/store/local_store.h"
#include "core/store/server/server_store.h"
#include <QFile>
#include <cstdio>
#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#define isatty _isatty
#define fileno _fileno
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace crm::cli {

namespace {
/// Turns off the echo of a terminal while a password is typed.
class NoEcho
{
public:
#ifdef Q_OS_WIN
    NoEcho()
        : m_input(GetStdHandle(STD_INPUT_HANDLE))
    {
        GetConsoleMode(m_input, &m_mode);
        SetConsoleMode(m_input, m_mode & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~NoEcho() { SetConsoleMode(m_input, m_mode); }

private:
    HANDLE m_input;
    DWORD m_mode = 0;
#else
    NoEcho()
    {
        tcgetattr(STDIN_FILENO, &m_mode);
        termios silent = m_mode;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSANOW, &silent);
    }
    ~NoEcho() { tcsetattr(STDIN_FILENO, TCSANOW, &m_mode); }

private:
    termios m_mode{};
#endif
};

QString passwordFromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        throw Error(
            ErrorKind::Denied,
            Tr::tr("The file “%1” that MYCRM_PASSWORD_FILE names cannot be read: %2.").arg(path, file.errorString()));
    }
    return QString::fromUtf8(file.readLine(4096)).remove(u'\r').remove(u'\n');
}
} // namespace

QString secretFromStdin(const QString &prompt)
{
    std::unique_ptr<NoEcho> silence;
    const bool terminal = isatty(fileno(stdin));
    if (terminal) {
        fprintf(stderr, "%s", qPrintable(prompt));
        fflush(stderr);
        silence = std::make_unique<NoEcho>();
    }
    QByteArray line;
    for (int c = getchar(); c != EOF && c != '\n'; c = getchar())
        line += char(c);
    if (terminal)
        fputc('\n', stderr);
    if (line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

namespace {
QString keychainKey(const Target &target, const QString &login)
{
    const ServerAddress &a = target.server;
    return target.kind == Target::LocalFile
               ? keychain::fileKey(target.path, login)
               : keychain::serverKey(a.socket.isEmpty() ? a.host : a.socket, a.port, a.database, login);
}

QString passwordFor(const Target &target, const Globals &globals)
{
    const QString file = qEnvironmentVariable("MYCRM_PASSWORD_FILE");
    if (globals.passwordOnStdin)
        return secretFromStdin(Tr::tr("Password: "));
    if (globals.user.isEmpty())
        return {};
    if (!file.isEmpty())
        return passwordFromFile(file);
    const QString kept = keychain::readNow(keychainKey(target, globals.user));
    // A file may have no password at all; on a server everybody has one.
    if (!kept.isEmpty() || target.kind == Target::LocalFile)
        return kept;
    if (!isatty(fileno(stdin)))
        throw Error(
            ErrorKind::Denied,
            Tr::tr("The password of %1 is missing: --password-stdin, or the file that MYCRM_PASSWORD_FILE names.")
                .arg(globals.user));
    return secretFromStdin(Tr::tr("Password of %1: ").arg(globals.user));
}
} // namespace

namespace {
std::unique_ptr<Repository> openTarget(const Target &target, const Credentials &who)
{
    if (target.kind == Target::LocalFile)
        return openLocal(target.path, registry(), who.login, who.password);
    return openServer(target.server, who.login, who.password, registry());
}
} // namespace

std::unique_ptr<Repository> signIn(const Target &target, const Globals &globals)
{
    if (target.kind == Target::Server && globals.user.isEmpty())
        throw UsageError{Tr::tr("Say who you are: --user NAME.")};
    const QString password = passwordFor(target, globals);
    auto repository = openTarget(target, {globals.user, password});
    if (globals.remember) {
        if (const QString fault = keychain::writeNow(keychainKey(target, globals.user), password); !fault.isEmpty())
            throw Error(ErrorKind::Unsupported, fault);
    }
    return repository;
}

} // namespace crm::cli
