#include "app/cli/sign_in.h"
#include "core/extend/extensions.h"
#include "core/store/local_store.h"
#include <QFile>
#include <QFileInfo>
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
#ifdef CRM_KEYCHAIN
#include <QEventLoop>
#include <QTimer>
#include <qt6keychain/keychain.h>
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

#ifdef CRM_KEYCHAIN
const QString service = QStringLiteral("mycrm");
constexpr int keychainPatienceMs = 5000;

/// One entry for a person on a database: the same file by another path is the same.
QString keychainKey(const QString &path, const QString &user)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return user + u'@' + (real.isEmpty() ? path : real);
}

bool finish(QKeychain::Job &job)
{
    job.setAutoDelete(false);
    QEventLoop loop;
    QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit);
    QTimer::singleShot(keychainPatienceMs, &loop, &QEventLoop::quit);
    job.start();
    loop.exec();
    return job.error() == QKeychain::NoError;
}

QString passwordFromKeychain(const QString &path, const QString &user)
{
    QKeychain::ReadPasswordJob job(service);
    job.setKey(keychainKey(path, user));
    return finish(job) ? job.textData() : QString();
}

void rememberPassword(const QString &path, const QString &user, const QString &password)
{
    QKeychain::WritePasswordJob job(service);
    job.setKey(keychainKey(path, user));
    job.setTextData(password);
    if (!finish(job))
        throw Error(ErrorKind::Unsupported,
                    Tr::tr("The password could not be kept in the keychain: %1.").arg(job.errorString()));
}
#else
QString passwordFromKeychain(const QString &, const QString &) { return {}; }

void rememberPassword(const QString &, const QString &, const QString &)
{
    throw Error(ErrorKind::Unsupported, Tr::tr("This build of the program cannot use the system's keychain."));
}
#endif
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

std::unique_ptr<Repository> signIn(const QString &path, const Globals &globals)
{
    QString password;
    const QString file = qEnvironmentVariable("MYCRM_PASSWORD_FILE");
    if (globals.passwordOnStdin)
        password = secretFromStdin(Tr::tr("Password: "));
    else if (!globals.user.isEmpty() && !file.isEmpty())
        password = passwordFromFile(file);
    else if (!globals.user.isEmpty())
        password = passwordFromKeychain(path, globals.user);
    auto repository = openLocal(path, registry(), globals.user, password);
    if (globals.remember)
        rememberPassword(path, globals.user, password);
    return repository;
}

} // namespace crm::cli
