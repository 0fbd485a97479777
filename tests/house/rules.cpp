#include "tests/house/rules.h"
#include "tests/house/source_text.h"
#include <QDirIterator>
#include <QFileInfo>
#include <QRegularExpression>

namespace crm::test {
namespace {
QString at(const QString &file, int line, const QString &what)
{
    return QStringLiteral("%1:%2: %3").arg(file).arg(line).arg(what);
}

/// How high a folder of the tree stands; includes go to the same folder or to a lower number. -1: not part of it.
int levelOf(const QString &path)
{
    static const QList<QPair<QString, int>> levels{{QStringLiteral("core/core_export.h"), 0},
                                                   {QStringLiteral("core/model/"), 1},
                                                   {QStringLiteral("core/access/"), 2},
                                                   {QStringLiteral("core/store/"), 3},
                                                   {QStringLiteral("core/exchange/"), 4},
                                                   {QStringLiteral("core/work/"), 4},
                                                   {QStringLiteral("core/modules/"), 5},
                                                   {QStringLiteral("core/extend/"), 6},
                                                   {QStringLiteral("ui/"), 7},
                                                   {QStringLiteral("app/"), 8}};
    for (const auto &[folder, level] : levels) {
        if (path.startsWith(folder))
            return level;
    }
    return -1;
}

/// The few places where an engine may say the key of an entity, each with its reason.
bool mayName(const QString &file, const QString &key)
{
    struct Exception
    {
        QString start;
        QStringList keys; ///< empty: any
    };
    const QString users = QStringLiteral("users");
    const QString files = QStringLiteral("files");
    static const QList<Exception> exceptions{
        {QStringLiteral("core/modules/"), {}},             // the declarations themselves
        {QStringLiteral("core/exchange/demo"), {}},        // data to play with, of exactly these entities
        {QStringLiteral("core/store/migrations/"), {}},    // a step moves what stood there when it was written
        {QStringLiteral("core/store/people."), {}},        // rights hang on users, teams and roles
        {QStringLiteral("core/store/custom_fields."), {}}, // definitions of fields are records too
        {QStringLiteral("core/store/fast_fields."), {QStringLiteral("custom_fields")}},        // those with an index
        {QStringLiteral("core/store/server/server_fast."), {QStringLiteral("custom_fields")}}, // and with a column
        {QStringLiteral("core/store/server/server_people."), {}}, // the same on a shared server
        {QStringLiteral("core/store/server/server_writ"),
         {QStringLiteral("roles"), QStringLiteral("teams")}},                           // followed
        {QStringLiteral("core/store/server/server_setup."), {QStringLiteral("roles")}}, // the first administrator's
        {QStringLiteral("core/store/server/server_session."), {QStringLiteral("custom_fields")}},    // told at sign-in
        {QStringLiteral("core/store/server/server_write_save."), {QStringLiteral("custom_fields")}}, // their values
        {QStringLiteral("core/store/server/server_write_point."),
         {QStringLiteral("custom_fields")}}, // where they point
        {QStringLiteral("ui/admin/"), {}},   // pages of exactly these: people, roles ...
        {QStringLiteral("core/model/field."), {files, QStringLiteral("labels")}}, // what two kinds of field point to
        {QStringLiteral("core/model/"), {users}},                                 // who made a record; who owns it
        {QStringLiteral("core/store/"), {users, files}},  // who signs in; whose content a blob is
        {QStringLiteral("ui/records/people.h"), {users}}, // who wrote a comment, who is "me"
        {QStringLiteral("ui/records/saved_views."), {QStringLiteral("saved_views")}}, // saved views are records too
        {QStringLiteral("ui/shell/own_settings."),
         {QStringLiteral("own_settings")}},                             // and so is what a person arranges
        {QStringLiteral("ui/style/"), {files}},                         // names of icons
        {QStringLiteral("ui/shell/main_window_commands.cpp"), {users}}, // an icon again
    };
    return std::any_of(exceptions.begin(), exceptions.end(), [&](const Exception &one) {
        return file.startsWith(one.start) && (one.keys.isEmpty() || one.keys.contains(key));
    });
}
} // namespace

QStringList HouseRules::sources(const QString &folder) const
{
    QStringList found;
    QDirIterator it(full(folder), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files,
                    QDirIterator::Subdirectories);
    while (it.hasNext())
        found << QDir(m_root).relativeFilePath(it.next());
    found.sort();
    return found;
}

QStringList HouseRules::allSources() const
{
    QStringList all;
    for (const char *folder : {"app", "core", "ui", "plugins", "tests"})
        all += sources(QLatin1String(folder));
    return all;
}

QStringList HouseRules::includesGoDownwards() const
{
    QStringList faults;
    for (const QString &file :
         sources(QStringLiteral("core")) + sources(QStringLiteral("ui")) + sources(QStringLiteral("app"))) {
        for (const Literal &include : SourceText::read(full(file)).includes) {
            const bool ours = !include.text.startsWith(u'<');
            const bool sameFolder = QFileInfo(file).path() == QFileInfo(include.text).path();
            // exchange and work stand side by side
            const bool beside = !sameFolder && levelOf(file) == 4 && levelOf(include.text) == 4 &&
                                file.section(u'/', 1, 1) != include.text.section(u'/', 1, 1);
            if (ours && (levelOf(include.text) > levelOf(file) || beside))
                faults << at(file, include.line, QStringLiteral("includes upwards: ") + include.text);
            const bool made = include.text.endsWith(u".moc");
            if (ours && !made && levelOf(include.text) < 0 && !QFileInfo::exists(full(include.text)))
                faults << at(file, include.line,
                             QStringLiteral("is not written from the root of the tree: ") + include.text);
        }
    }
    return faults;
}

QStringList HouseRules::coreHasNoWindow() const
{
    QStringList faults;
    for (const QString &file : sources(QStringLiteral("core")) + sources(QStringLiteral("app/cli"))) {
        for (const Literal &include : SourceText::read(full(file)).includes) {
            const QString name = include.text.mid(1);
            const bool window = include.text.startsWith(u'<') &&
                                (name.startsWith(u"QtGui") || name.startsWith(u"QtWidgets") ||
                                 QFileInfo::exists(m_qtHeaders + QStringLiteral("/QtGui/") + name) ||
                                 QFileInfo::exists(m_qtHeaders + QStringLiteral("/QtWidgets/") + name));
            if (window || (file.startsWith(u"app/cli") && include.text.startsWith(u"ui/")))
                faults << at(file, include.line, QStringLiteral("needs a window: ") + name);
        }
    }
    return faults;
}

void HouseRules::addClosure(const QString &header, QSet<QString> &closure) const
{
    if (closure.contains(header) || !QFileInfo::exists(full(header)))
        return;
    closure.insert(header);
    for (const Literal &include : SourceText::read(full(header)).includes) {
        if (!include.text.startsWith(u'<'))
            addClosure(include.text, closure);
    }
}

QStringList HouseRules::pluginsSeeOnlyTheInterfaces() const
{
    QSet<QString> open;
    for (const QString &header : sources(QStringLiteral("core/extend")) + sources(QStringLiteral("ui/extend"))) {
        if (header.endsWith(u".h") && !header.endsWith(u"_p.h"))
            addClosure(header, open);
    }
    QStringList faults;
    for (const QString &file : sources(QStringLiteral("plugins"))) {
        for (const Literal &include : SourceText::read(full(file)).includes) {
            const bool own = QFileInfo::exists(QFileInfo(full(file)).path() + u'/' + include.text);
            if (!include.text.startsWith(u'<') && !own && !open.contains(include.text))
                faults << at(file, include.line, QStringLiteral("is no interface for plugins: ") + include.text);
        }
    }
    return faults;
}

QStringList HouseRules::sqlStaysInTheStore() const
{
    static const QRegularExpression statement(
        QStringLiteral("\\b(SELECT\\s.+\\sFROM|INSERT\\s+(OR\\s+\\w+\\s+)?INTO|UPDATE\\s.+\\sSET|DELETE\\s+FROM|"
                       "(CREATE|DROP|ALTER)\\s+(TEMP\\s+)?(TABLE|VIEW|INDEX|TRIGGER)|PRAGMA)\\b"));
    static const QStringList headers{QStringLiteral("<QSqlQuery"), QStringLiteral("<QSqlDatabase"),
                                     QStringLiteral("<QtSql"), QStringLiteral("<sqlite3.h"),
                                     QStringLiteral("core/store/database.h")};
    QStringList faults;
    for (const QString &file : sources(QStringLiteral("core")) + sources(QStringLiteral("ui")) +
                                   sources(QStringLiteral("app")) + sources(QStringLiteral("plugins"))) {
        if (file.startsWith(u"core/store/"))
            continue;
        const SourceText text = SourceText::read(full(file));
        for (const Literal &include : text.includes) {
            const bool asks = headers.mid(0, 4).contains(include.text) || include.text.startsWith(u"<QSql");
            if (asks)
                faults << at(file, include.line,
                             QStringLiteral("talks to a database outside core/store: ") + include.text.mid(1));
        }
        for (const Literal &literal : text.literals) {
            if (statement.match(literal.text).hasMatch())
                faults << at(file, literal.line, QStringLiteral("SQL outside core/store: ") + literal.text.left(60));
        }
    }
    return faults;
}

QStringList HouseRules::enginesNameNoEntity(const QSet<QString> &keys) const
{
    QStringList faults;
    for (const QString &file : sources(QStringLiteral("core")) + sources(QStringLiteral("ui"))) {
        for (const Literal &literal : SourceText::read(full(file)).literals) {
            if (keys.contains(literal.text) && !mayName(file, literal.text))
                faults << at(file, literal.line, QStringLiteral("names the entity ") + literal.text);
        }
    }
    return faults;
}

QStringList HouseRules::sourcesAreLatin() const
{
    QStringList faults;
    for (const QString &file : allSources()) {
        if (file.startsWith(u"tests/"))
            continue; // what a test feeds in has to be readable
        const QStringList lines = SourceText::read(full(file)).lines;
        for (int i = 0; i < lines.size(); ++i) {
            if (std::any_of(lines[i].begin(), lines[i].end(),
                            [](QChar c) { return c.script() == QChar::Script_Cyrillic; }))
                faults << at(file, i + 1,
                             QStringLiteral("has Cyrillic letters; they belong in translations or resources"));
        }
    }
    return faults;
}

QStringList HouseRules::nothingIsPutOff() const
{
    static const QRegularExpression later(QStringLiteral("\\b(TO"
                                                         "DO|FIX"
                                                         "ME|XX"
                                                         "X|HA"
                                                         "CK)\\b"));
    QStringList faults;
    for (const QString &file : allSources()) {
        const QStringList lines = SourceText::read(full(file)).lines;
        for (int i = 0; i < lines.size(); ++i) {
            if (later.match(lines[i]).hasMatch())
                faults << at(file, i + 1, QStringLiteral("puts something off: do it, or open an issue"));
        }
    }
    return faults;
}

QStringList HouseRules::filesStaySmall() const
{
    constexpr int most = 600;
    QStringList faults;
    for (const QString &file : allSources()) {
        const qsizetype lines = SourceText::read(full(file)).lines.size();
        if (lines > most)
            faults << at(file, most, QStringLiteral("%1 lines are too many for one file").arg(lines));
    }
    return faults;
}

QStringList HouseRules::classesAreNamedForWhatTheyAre() const
{
    static const QRegularExpression vague(
        QStringLiteral("\\b(class|struct)\\s+(\\w+_\\w+\\s+)?\\w*(Manager|Helper|Utils?|Misc)\\b"));
    QStringList faults;
    for (const QString &file :
         sources(QStringLiteral("core")) + sources(QStringLiteral("ui")) + sources(QStringLiteral("app"))) {
        const QStringList lines = SourceText::read(full(file)).code.split(u'\n');
        for (int i = 0; i < lines.size(); ++i) {
            if (vague.match(lines[i]).hasMatch())
                faults << at(file, i + 1, QStringLiteral("says nothing by its name: ") + lines[i].trimmed());
        }
    }
    return faults;
}

QStringList HouseRules::translationsAreFinished() const
{
    QStringList faults;
    QDirIterator it(m_root, {QStringLiteral("*.ts")}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = QDir(m_root).relativeFilePath(it.next());
        if (file.startsWith(u"build/"))
            continue;
        const QStringList lines = SourceText::read(full(file)).lines;
        const bool source = lines.join(u' ').contains(QStringLiteral("language=\"en"));
        for (int i = 0; i < lines.size(); ++i) {
            // English texts are their own translation; only their plural forms are written down.
            const bool open = lines[i].contains(QStringLiteral("type=\"unfinished\"")) ||
                              lines[i].contains(QStringLiteral("<translation></translation>")) ||
                              lines[i].contains(QStringLiteral("<numerusform></numerusform>"));
            if (open && !(source && lines[i].contains(QStringLiteral("<translation"))))
                faults << at(file, i + 1, QStringLiteral("is not translated"));
        }
    }
    return faults;
}

} // namespace crm::test
