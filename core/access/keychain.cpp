#include "core/access/keychain.h"
#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>
#ifdef CRM_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

namespace crm::keychain {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Keychain)
};
constexpr int patienceMs = 5000;

/// Runs what answers later, and waits for it.
QString waitFor(const std::function<void(QObject *, std::function<void(const QString &)>)> &start,
                const QString &otherwise)
{
    QString answer = otherwise;
    QEventLoop loop;
    QObject context; // what comes after the patience has ended reaches nobody
    QTimer::singleShot(patienceMs, &context, [&loop] { loop.quit(); });
    bool done = false;
    start(&context, [&](const QString &text) {
        answer = text;
        done = true;
        loop.quit();
    });
    if (!done)
        loop.exec();
    return answer;
}
} // namespace

#ifdef CRM_KEYCHAIN
namespace {
const QString service = QStringLiteral("mycrm");
}

bool isBuiltIn() { return true; }

void read(QObject *context, const QString &key, std::function<void(const QString &)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(service); // deletes itself
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        done(job->error() == QKeychain::NoError ? job->textData() : QString());
    });
    job->start();
}

void write(QObject *context, const QString &key, const QString &password, std::function<void(const QString &)> done)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    job->setTextData(password);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        done(job->error() == QKeychain::NoError
                 ? QString()
                 : Tr::tr("The password could not be kept in the keychain: %1.").arg(job->errorString()));
    });
    job->start();
}

void forget(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    job->start();
}
#else
bool isBuiltIn() { return false; }

void read(QObject *, const QString &, std::function<void(const QString &)> done) { done({}); }

void write(QObject *, const QString &, const QString &, std::function<void(const QString &)> done)
{
    done(Tr::tr("This build of the program cannot use the system's keychain."));
}

void forget(const QString &) {}
#endif

QString readNow(const QString &key)
{
    return waitFor([&](QObject *context, auto done) { read(context, key, done); }, {});
}

QString writeNow(const QString &key, const QString &password)
{
    return waitFor([&](QObject *context, auto done) { write(context, key, password, done); },
                   Tr::tr("The keychain does not answer."));
}

QString serverKey(const QString &host, int port, const QString &database, const QString &login)
{
    return QStringLiteral("%1@%2:%3/%4").arg(login, host.toLower()).arg(port).arg(database);
}

QString fileKey(const QString &path, const QString &login)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return login + u'@' + (real.isEmpty() ? path : real);
}

} // namespace crm::keychain
