#include "app/cli/call.h"
#include "app/cli/sign_in.h"
#include "core/extend/extensions.h"
#include "core/store/server/profiles.h"
#include "core/store/store_repository.h"
#include <QElapsedTimer>
#include <csignal>

namespace crm::cli {

namespace {
std::atomic<bool> interrupted = false;

void onInterrupt(int) { interrupted = true; }
} // namespace

const OptionSpec *Call::optionNamed(const QString &name) const
{
    for (const OptionSpec &option : m_command.options) {
        if (option.name == name)
            return &option;
    }
    return nullptr;
}

void Call::read(const QStringList &words)
{
    bool onlyArguments = false;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QString &word = words[i];
        if (onlyArguments || !word.startsWith(u"--")) {
            arguments << word;
            continue;
        }
        if (word == u"--") {
            onlyArguments = true;
            continue;
        }
        const qsizetype sign = word.indexOf(u'=');
        const QString name = word.mid(2, sign < 0 ? -1 : sign - 2);
        const OptionSpec *option = optionNamed(name);
        if (!option)
            throw UsageError{Tr::tr("There is no option --%1.").arg(name)};
        QString value = sign < 0 ? QString() : word.mid(sign + 1);
        if (option->value.isEmpty() && sign >= 0)
            throw UsageError{Tr::tr("The option --%1 takes no value.").arg(name)};
        if (!option->value.isEmpty() && sign < 0) {
            if (++i == words.size())
                throw UsageError{Tr::tr("The option --%1 needs a value: --%1 %2.").arg(name, option->value)};
            value = words[i];
        }
        m_options.insert(name, value);
        m_order << name << value;
    }
    if (arguments.size() < m_command.least)
        throw UsageError{Tr::tr("Arguments are missing: %1 %2.").arg(m_command.name, m_command.arguments)};
    if (m_command.most >= 0 && arguments.size() > m_command.most)
        throw UsageError{Tr::tr("Unexpected argument: “%1”.").arg(arguments[m_command.most])};
}

QStringList Call::values(const QString &option) const
{
    QStringList all;
    for (qsizetype i = 0; i + 1 < m_order.size(); i += 2) {
        if (m_order[i] == option)
            all << m_order[i + 1];
    }
    return all;
}

QStringList Call::list(const QString &option) const
{
    QStringList all;
    const QStringList given = values(option);
    for (const QString &value : given) {
        const QStringList parts = value.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts)
            all << part.trimmed();
    }
    return all;
}

qint64 Call::number(const QString &option, qint64 otherwise, qint64 least) const
{
    if (!has(option))
        return otherwise;
    bool ok = false;
    const qint64 n = value(option).toLongLong(&ok);
    if (!ok || n < least)
        throw UsageError{
            Tr::tr("--%1 needs a whole number of at least %2, not “%3”.").arg(option).arg(least).arg(value(option))};
    return n;
}

QString Call::databasePath() const
{
    if (m_globals.database.isEmpty())
        throw UsageError{m_globals.profile.isEmpty() ? Tr::tr("Say which database: --db FILE.")
                                                     : Tr::tr("This works with a file, not with a server: --db FILE.")};
    return m_globals.database;
}

Target Call::target() const
{
    if (!m_globals.database.isEmpty() && !m_globals.profile.isEmpty())
        throw UsageError{Tr::tr("Name one database: either --db FILE or --profile NAME.")};
    if (!m_globals.profile.isEmpty())
        return Target::onServer(profileNamed(m_globals.profile).address);
    if (m_globals.database.isEmpty())
        throw UsageError{Tr::tr("Say which database: --db FILE or --profile NAME.")};
    return {Target::LocalFile, m_globals.database};
}

Repository &Call::repository()
{
    if (!m_repository) {
        const Target where = target();
        Globals globals = m_globals;
        if (where.kind == Target::Server && globals.user.isEmpty())
            globals.user = profileNamed(globals.profile).login;
        m_repository = signIn(where, globals);
        if (const auto *store = dynamic_cast<const StoreRepository *>(m_repository.get());
            store && !store->warning().isEmpty())
            out.note(store->warning());
        if (where.kind == Target::Server)
            rememberProfileLogin(globals.profile, globals.user);
    }
    return *m_repository;
}

Progress Call::progress(const QString &text)
{
    std::signal(SIGINT, onInterrupt);
    auto clock = std::make_shared<QElapsedTimer>();
    clock->start();
    return [this, text, clock, shown = qint64(0)](qint64 done, qint64 total) mutable {
        const bool finished = done == total && total > 0;
        if (clock->elapsed() - shown > 200 || (finished && shown > 0)) {
            shown = clock->elapsed();
            out.progress(total > 0 ? text.arg(done).arg(total) : Tr::tr("Reading the file ..."), finished);
        }
        return !interrupted;
    };
}

} // namespace crm::cli
