#include "app/cli/command.h"
#include "app/cli/call.h"
#include "core/extend/extensions.h"
#include "core/store/page.h"
#include <QJsonArray>
#include <QLocale>
#include <QTextStream>
#include <QTranslator>

namespace crm::cli {

Command initCommand();
Command listCommand();
Command showCommand();
Command createCommand();
Command setCommand();
Command deleteCommand();
Command restoreCommand();
Command historyCommand();
Command searchCommand();
Command importCommand();
Command exportCommand();
Command describeCommand();
Command userCommand();
Command roleCommand();
Command checkCommand();
Command undoCommand();
Command mergeCommand();
Command duplicatesCommand();
Command demoCommand();
Command profileCommand();
Command jobsCommand();
Command serverCommand();
Command printCommand();
Command formCommand();
Command answersCommand();
Command reportCommand();
Command actCommand();
Command overviewCommand();

QList<Command> commands()
{
    QList<Command> all = {
        initCommand(),     demoCommand(),    listCommand(),       showCommand(),     createCommand(), setCommand(),
        deleteCommand(),   restoreCommand(), historyCommand(),    searchCommand(),   importCommand(), exportCommand(),
        describeCommand(), userCommand(),    roleCommand(),       checkCommand(),    undoCommand(),   profileCommand(),
        serverCommand(),   jobsCommand(),    duplicatesCommand(), mergeCommand(),    printCommand(),  formCommand(),
        answersCommand(),  reportCommand(),  actCommand(),        overviewCommand(),
    };
    for (const VerbSpec &verb : extensions().verbs()) {
        Command command{.name = verb.name, .summary = verb.summary.text(), .arguments = verb.usage.section(u' ', 1)};
        command.most = -1;
        command.run = [verb](Call &call) {
            QString text;
            QTextStream stream(&text);
            VerbCall passed{call.repository(), call.arguments, call.json(), stream};
            const int code = verb.run(passed);
            stream.flush();
            call.out.bytes(text.toUtf8());
            return code;
        };
        all << command;
    }
    return all;
}

ExitCode exitCodeOf(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Validation:
        return Invalid;
    case ErrorKind::Denied:
        return Refused;
    case ErrorKind::Conflict:
        return Conflicting;
    case ErrorKind::NotFound:
        return Missing;
    case ErrorKind::Connection:
    case ErrorKind::Busy:
        return Unreachable;
    case ErrorKind::Corrupt:
        return Damaged;
    case ErrorKind::Unsupported:
        return Unsupported;
    case ErrorKind::Cancelled:
        return Cancelled;
    }
    return Usage;
}

namespace {
QString aligned(const QList<QPair<QString, QString>> &rows)
{
    qsizetype width = 0;
    for (const auto &row : rows)
        width = std::max(width, displayWidth(row.first));
    QString text;
    for (const auto &row : rows)
        text +=
            QStringLiteral("  ") + row.first + QString(width - displayWidth(row.first) + 2, u' ') + row.second + u'\n';
    return text;
}

/// Takes the global options out of the words, wherever they stand; the rest is the verb and what follows it.
Globals takeGlobals(QStringList &words)
{
    Globals g;
    g.user = qEnvironmentVariable("MYCRM_USER");
    const QHash<QString, QString *> texts = {{QStringLiteral("--db"), &g.database},
                                             {QStringLiteral("--profile"), &g.profile},
                                             {QStringLiteral("--user"), &g.user},
                                             {QStringLiteral("--lang"), &g.language}};
    const QHash<QString, bool *> flags = {{QStringLiteral("--password-stdin"), &g.passwordOnStdin},
                                          {QStringLiteral("--remember"), &g.remember},
                                          {QStringLiteral("--json"), &g.json},
                                          {QStringLiteral("--help"), &g.help},
                                          {QStringLiteral("-h"), &g.help},
                                          {QStringLiteral("--version"), &g.version}};
    QStringList rest;
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (words[i] == u"--") {
            rest += words.mid(i);
            break;
        }
        const QString name = words[i].section(u'=', 0, 0);
        if (bool *flag = flags.value(words[i])) {
            *flag = true;
        } else if (QString *text = texts.value(name)) {
            if (words[i].contains(u'='))
                *text = words[i].section(u'=', 1);
            else if (++i < words.size())
                *text = words[i];
            else
                throw UsageError{Tr::tr("The option %1 needs a value.").arg(name)};
        } else {
            rest << words[i];
        }
    }
    words = rest;
    return g;
}

void speak(const QString &language)
{
    if (!language.isEmpty() && language != u"ru" && language != u"en")
        throw UsageError{Tr::tr("The program speaks en and ru, not “%1”.").arg(language)};
    if (!language.isEmpty())
        QLocale::setDefault(language == u"ru" ? QLocale(QLocale::Russian, QLocale::Russia)
                                              : QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QString spoken = QLocale().language() == QLocale::Russian ? QStringLiteral("ru") : QStringLiteral("en");
    auto *translator = new QTranslator(qApp);
    if (translator->load(QStringLiteral(":/i18n/mycrm_%1.qm").arg(spoken)))
        QCoreApplication::installTranslator(translator);
}

QJsonObject errorJson(const QString &kind, const QString &sentence, int code)
{
    return {
        {QStringLiteral("kind"), kind}, {QStringLiteral("sentence"), sentence}, {QStringLiteral("exit_code"), code}};
}

void report(Output &out, bool json, const QJsonObject &error)
{
    if (json)
        out.json({{QStringLiteral("error"), error}});
    else
        out.note(Tr::tr("Error: %1").arg(error[QLatin1String("sentence")].toString()));
}

QJsonObject describeError(const Error &error)
{
    QJsonObject object = errorJson(errorKindName(error.kind()), error.sentence(), exitCodeOf(error.kind()));
    QJsonArray fields;
    for (const FieldFault &fault : error.faults()) {
        QJsonObject f{{QStringLiteral("field"), fault.field}, {QStringLiteral("sentence"), fault.sentence}};
        if (!fault.line.isEmpty())
            f.insert(QStringLiteral("line"), fault.line);
        fields << f;
    }
    if (const auto *conflict = dynamic_cast<const ConflictError *>(&error)) {
        for (const FieldConflict &c : conflict->conflicts()) {
            fields << QJsonObject{{QStringLiteral("field"), c.line.isEmpty() ? c.field : c.line + u'/' + c.field},
                                  {QStringLiteral("yours"), c.yours.toString()},
                                  {QStringLiteral("theirs"), c.theirs.toString()},
                                  {QStringLiteral("was"), c.was.toString()}};
        }
    }
    if (!fields.isEmpty())
        object.insert(QStringLiteral("fields"), fields);
    if (const auto *changed = dynamic_cast<const ChangedError *>(&error)) {
        QJsonArray records;
        for (const ChangedRecord &record : changed->records())
            records << QJsonObject{{QStringLiteral("id"), QString::number(record.now.id())},
                                   {QStringLiteral("version"), record.now.head().version()}};
        object.insert(QStringLiteral("changed"), records);
    }
    return object;
}

int runVerb(QStringList words, const Globals &globals, Output &out)
{
    if (words.isEmpty() && !globals.help)
        throw UsageError{Tr::tr("Say what to do, for example: mycrmctl --db FILE list clients.")};
    const QString verb = words.isEmpty() ? QStringLiteral("help") : words.takeFirst();
    const bool generally = verb == u"help" && words.isEmpty();
    if (generally) {
        out.line(generalHelp());
        return Ok;
    }
    const QString wanted = verb == u"help" ? words.first() : verb;
    const QList<Command> all = commands();
    for (const Command &command : all) {
        if (command.name != wanted)
            continue;
        if (globals.help || verb == u"help") {
            out.line(helpOf(command));
            return Ok;
        }
        Call call(command, globals, out);
        call.read(words);
        return command.run(call);
    }
    throw UsageError{Tr::tr("There is no command “%1”.").arg(wanted)};
}

int guarded(const QStringList &arguments, Output &out)
{
    QStringList words = arguments.mid(1);
    const bool json = words.contains(QStringLiteral("--json")); // also when the rest cannot be understood
    try {
        const Globals globals = takeGlobals(words);
        speak(globals.language);
        if (globals.version) {
            out.line(QStringLiteral("mycrmctl ") + QCoreApplication::applicationVersion());
            return Ok;
        }
        ExtensionOptions options = ExtensionOptions::standard();
        extensions().start(options);
        int code = runVerb(words, globals, out);
        if (const QString why = out.lost(); code == Ok && !why.isEmpty()) {
            out.note(Tr::tr("Nothing can be written to stdout: %1.").arg(why));
            code = exitCodeOf(ErrorKind::Connection);
        }
        extensions().shutdown();
        return code;
    } catch (const UsageError &error) {
        report(out, json, errorJson(QStringLiteral("usage"), error.sentence, Usage));
        if (!json)
            out.note(Tr::tr("See mycrmctl --help."));
        return Usage;
    } catch (const Error &error) {
        report(out, json, describeError(error));
        return exitCodeOf(error.kind());
    } catch (const std::exception &error) {
        report(out, json, errorJson(QStringLiteral("internal"), QString::fromLocal8Bit(error.what()), Damaged));
        return Damaged;
    }
}
} // namespace

QString generalHelp()
{
    QString text = Tr::tr("mycrmctl works with a MyCRM database without a window.") + QStringLiteral("\n\n") +
                   Tr::tr("Usage: mycrmctl --db FILE|--profile NAME [--user NAME] COMMAND ...") +
                   QStringLiteral("\n\n") + Tr::tr("Commands:") + u'\n';
    QList<QPair<QString, QString>> rows;
    const QList<Command> all = commands();
    for (const Command &command : all)
        rows.append({command.name, command.summary});
    text += aligned(rows) + u'\n' + Tr::tr("Options of every command:") + u'\n';
    text += aligned(
        {{QStringLiteral("--db ") + Tr::tr("FILE"), Tr::tr("the database, a file on this computer")},
         {QStringLiteral("--profile ") + Tr::tr("NAME"), Tr::tr("the database, on a server; see profile --help")},
         {QStringLiteral("--user ") + Tr::tr("NAME"),
          Tr::tr("who acts (or the variable MYCRM_USER); not needed where nobody has a password")},
         {QStringLiteral("--password-stdin"), Tr::tr("the password is the first line of stdin (else: the file that "
                                                     "MYCRM_PASSWORD_FILE names, or the keychain)")},
         {QStringLiteral("--remember"), Tr::tr("keeps the password in the system's keychain")},
         {QStringLiteral("--json"), Tr::tr("answers, errors too, as one line of JSON")},
         {QStringLiteral("--lang en|ru"), Tr::tr("the language of texts")},
         {QStringLiteral("--version"), Tr::tr("the program's version")},
         {QStringLiteral("--help"), Tr::tr("this help; behind a command, its own")}});
    text += u'\n' + Tr::tr("Exit codes:") + u'\n';
    text += aligned({{QStringLiteral("0"), Tr::tr("done")},
                     {QStringLiteral("1"), Tr::tr("the command line is wrong")},
                     {QStringLiteral("2"), Tr::tr("a value cannot be taken")},
                     {QStringLiteral("3"), Tr::tr("no right, or a wrong password")},
                     {QStringLiteral("4"), Tr::tr("not found")},
                     {QStringLiteral("5"), Tr::tr("somebody else has changed the same")},
                     {QStringLiteral("6"), Tr::tr("locked by another program, no connection, or a full disk")},
                     {QStringLiteral("7"), Tr::tr("damaged; check has found faults")},
                     {QStringLiteral("8"), Tr::tr("not supported, such as the file of a newer program")},
                     {QStringLiteral("9"), Tr::tr("cancelled")},
                     {QStringLiteral("10"), Tr::tr("imported, but some rows were refused")}});
    return text + u'\n' + Tr::tr("Example:") +
           QStringLiteral("\n  mycrmctl --db my.db list clients --where \"country = Germany\"");
}

QString helpOf(const Command &command)
{
    const QString before = command.target == Command::None   ? QString()
                           : command.target == Command::File ? QStringLiteral("--db FILE ")
                                                             : QStringLiteral("--db FILE|--profile NAME ");
    QString text = command.summary + QStringLiteral(".\n\n") +
                   Tr::tr("Usage: mycrmctl %1").arg((before + command.name + u' ' + command.arguments).trimmed());
    if (!command.options.isEmpty()) {
        QList<QPair<QString, QString>> rows;
        for (const OptionSpec &option : command.options)
            rows.append(
                {QStringLiteral("--") + option.name + (option.value.isEmpty() ? QString() : u' ' + option.value),
                 option.help});
        text += u' ' + Tr::tr("[options]") + QStringLiteral("\n\n") + Tr::tr("Options:") + u'\n' + aligned(rows);
    } else {
        text += u'\n';
    }
    if (!command.examples.isEmpty())
        text += u'\n' + (command.examples.size() > 1 ? Tr::tr("Examples:") : Tr::tr("Example:"));
    for (const QString &example : command.examples)
        text += QStringLiteral("\n  mycrmctl ") +
                (command.target == Command::None ? QString() : QStringLiteral("--db my.db ")) + example;
    return text;
}

int run(const QStringList &arguments)
{
    Output out;
    return guarded(arguments, out);
}

} // namespace crm::cli
