// The verbs of mycrmctl: one file each, one row each in the table of command.cpp.
//
//     Command checkCommand()
//     {
//         return {.name = "check", .summary = Tr::tr("Looks for what must not be"), .examples = {"check --json"},
//                 .run = [](Call &call) { ... return ExitCode::Ok; }};
//     }
#pragma once
#include "core/model/error.h"
#include <QCoreApplication>
#include <QStringList>
#include <functional>

namespace crm::cli {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Cli)
};

class Call;

/// What the shell sees. Documented in `mycrmctl --help`; scripts rely on the numbers.
enum ExitCode {
    Ok = 0,
    Usage = 1,       ///< the command line itself is wrong
    Invalid = 2,     ///< values that cannot be taken; nothing was changed
    Refused = 3,     ///< no right, wrong password
    Missing = 4,     ///< no such file, record or entity
    Conflicting = 5, ///< somebody else has changed the same
    Unreachable = 6, ///< locked by another program, no connection, disk full
    Damaged = 7,     ///< not a database, or check has found faults
    Unsupported = 8, ///< a newer file, a workbook instead of CSV
    Cancelled = 9,
    Partly = 10, ///< an import that refused some of the rows, an undo that left what others have changed since
};
ExitCode exitCodeOf(ErrorKind kind);

/// The command line is wrong: what is missing, and how it is written.
struct UsageError
{
    QString sentence;
};

struct OptionSpec
{
    QString name;  ///< without the hyphens
    QString value; ///< placeholder of its value; empty: it has none
    QString help;
};

struct Command
{
    QString name;
    QString summary;
    QString arguments = {}; ///< "ENTITY ID..."
    QList<OptionSpec> options = {};
    QStringList examples = {}; ///< without the program's name
    int least = 0;
    int most = 0; ///< arguments; -1: any number
    enum Target { Database, File, None };
    Target target = Database; ///< what the help puts before it: --db FILE or --profile NAME, --db FILE, nothing
    std::function<int(Call &)> run = {};
};

/// In the order of the help.
QList<Command> commands();
QString generalHelp();
QString helpOf(const Command &command);

/// The whole program behind main().
int run(const QStringList &arguments);

} // namespace crm::cli
