// Finding, ordering, loading and starting extensions: the steps of Extensions::start().
#include "core/extend/extensions_p.h"
#include "core/extend/resolve.h"
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLibrary>

namespace crm {
namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Extensions)
};

/// "org.mycrm.Extension/1.0" -> "org.mycrm.Extension"
QString familyOf(const QString &interfaceId) { return interfaceId.section(u'/', 0, 0); }

/// What an exception says, for a person.
QString sentenceOfCurrentException()
{
    try {
        throw;
    } catch (const Error &error) {
        return error.sentence();
    } catch (const std::exception &error) {
        return QString::fromUtf8(error.what());
    } catch (...) {
        return Tr::tr("It stopped with an error of an unknown kind.");
    }
}

/// Fields that are kept from people by a right which the extension's metadata do not name: nobody could be given it.
QString unnamedRight(const Registry &registry, size_t firstNew, const QSet<QString> &rights)
{
    for (size_t i = firstNew; i < registry.entities().size(); ++i) {
        const Entity &entity = *registry.entities()[i];
        for (const Field &field : entity.fieldList()) {
            if (field.fieldClass() == FieldClass::Restricted && !rights.contains(field.right()))
                return Tr::tr("Its field %1.%2 is restricted by the right \"%3\", which its metadata do not name.")
                    .arg(entity.key(), field.key(), field.right());
        }
    }
    return {};
}
} // namespace

QString ExtensionEntry::stamp() const
{
    const QFileInfo file(status.file);
    return QStringLiteral("%1-%2").arg(file.lastModified().toMSecsSinceEpoch()).arg(file.size());
}

void Extensions::Private::refuse(ExtensionEntry &entry, ExtensionState state, const QString &reason)
{
    entry.ready = false;
    entry.status.state = state;
    entry.status.reason = reason;
}

bool Extensions::Private::attempt(ExtensionEntry &entry, const std::function<void()> &function)
{
    if (entry.isBuiltIn()) {
        function();
        return true;
    }
    guard->mark(entry.status.info.id, entry.stamp());
    bool ok = true;
    try {
        function();
    } catch (...) {
        refuse(entry, ExtensionState::Failed, sentenceOfCurrentException());
        ok = false;
    }
    guard->unmark();
    return ok;
}

void Extensions::Private::failDependents()
{
    QSet<QString> running;
    for (const auto &entry : entries) { // required ones stand first, so one pass is enough
        if (!entry->ready)
            continue;
        for (const Requirement &requirement : entry->status.info.requirements) {
            if (entry->ready && !running.contains(requirement.id))
                refuse(*entry, ExtensionState::Refused,
                       Tr::tr("It requires \"%1\", which does not run.").arg(requirement.id));
        }
        if (entry->ready)
            running.insert(entry->status.info.id);
    }
}

void Extensions::Private::find()
{
    for (const QString &folder : std::as_const(options.folders)) {
        const QFileInfoList files = QDir(folder).entryInfoList(QDir::Files, QDir::Name);
        for (const QFileInfo &file : files) {
            if (QLibrary::isLibrary(file.fileName()))
                addFile(file.canonicalFilePath());
        }
    }
}

void Extensions::Private::addFile(const QString &path)
{
    auto entry = std::make_unique<ExtensionEntry>();
    entry->status.file = path;
    entry->ready = true;
    entry->loader = std::make_unique<QPluginLoader>(path);
    const QJsonObject all = entry->loader->metaData(); // reads the file's section; runs nothing of it
    QJsonObject own = all.value(u"MetaData").toObject();
    try {
        entry->status.info = ExtensionInfo::read(own);
    } catch (const Error &error) {
        entry->status.info.name =
            LocalText::read({{QStringLiteral("name"), QFileInfo(path).fileName()}}, QStringLiteral("name"));
        refuse(*entry, ExtensionState::Refused,
               all.isEmpty() ? Tr::tr("The file is no plugin of this program, or made for another version of Qt.")
                             : error.sentence());
        entries.push_back(std::move(entry));
        return;
    }
    const QString id = entry->status.info.id;
    const auto same =
        std::find_if(entries.begin(), entries.end(), [&id](const auto &e) { return e->status.info.id == id; });
    if (same != entries.end()) {
        if ((*same)->status.file == path)
            return; // the same folder, listed twice
        refuse(*entry, ExtensionState::Refused,
               Tr::tr("A plugin with the id \"%1\" has been found already: %2").arg(id, (*same)->status.file));
        entry->status.info.id += QStringLiteral("@") + path; // ids stay unique within the list
    }
    if (entry->ready)
        checkInterface(*entry, all.value(u"IID").toString());
    if (entry->ready && guard->isTurnedOff(id))
        refuse(*entry, ExtensionState::TurnedOff, Tr::tr("It is turned off."));
    if (entry->ready && guard->diedWith(id) == entry->stamp())
        refuse(
            *entry, ExtensionState::Refused,
            Tr::tr("The program crashed while it was starting this plugin. Turn the plugin on to try again, or install "
                   "another "
                   "version of it."));
    entries.push_back(std::move(entry));
}

void Extensions::Private::checkInterface(ExtensionEntry &entry, const QString &interfaceId)
{
    if (options.interfaces.contains(interfaceId))
        return;
    for (const QString &known : std::as_const(options.interfaces)) {
        if (familyOf(known) == familyOf(interfaceId)) {
            refuse(entry, ExtensionState::Refused,
                   Tr::tr("It was made for version %1 of the plugin interface; this program has version %2.")
                       .arg(interfaceId.section(u'/', 1), known.section(u'/', 1)));
            return;
        }
    }
    refuse(entry, ExtensionState::Unused, Tr::tr("This program has no use for the interface %1.").arg(interfaceId));
}

void Extensions::Private::order()
{
    QList<ExtensionInfo> infos;
    QSet<int> out;
    for (const auto &entry : entries) {
        if (!entry->ready)
            out.insert(int(infos.size()));
        infos.append(entry->status.info);
    }
    const StartOrder found = resolveOrder(infos, out);
    std::vector<std::unique_ptr<ExtensionEntry>> sorted;
    for (const int index : found.order)
        sorted.push_back(std::move(entries[size_t(index)]));
    for (auto &entry : entries) {
        if (!entry)
            continue;
        const int index = int(&entry - entries.data());
        if (found.refused.contains(index))
            refuse(*entry, ExtensionState::Refused, found.refused.value(index));
        sorted.push_back(std::move(entry));
    }
    entries = std::move(sorted);
}

void Extensions::Private::load()
{
    for (const auto &entry : entries) {
        if (!entry->ready || entry->isBuiltIn())
            continue;
        attempt(*entry, [&entry] {
            // A missing symbol shows here, not at work; declarations hold functions of the plugin until the very end.
            entry->loader->setLoadHints(QLibrary::ResolveAllSymbolsHint | QLibrary::PreventUnloadHint);
            entry->object = entry->loader->instance();
            if (!entry->object)
                throw Error(ErrorKind::Unsupported, entry->loader->errorString());
        });
        failDependents();
    }
}

void Extensions::Private::initialize()
{
    for (const auto &entry : entries) {
        auto *extension = qobject_cast<Extension *>(entry->object);
        if (!entry->ready || !extension)
            continue;
        const ExtensionContext context{options.dataFolder + u'/' + entry->status.info.id};
        entry->initialized = attempt(*entry, [&] { extension->initialize(context); });
        failDependents();
    }
}

namespace {
/// Declares the accepted ones into a fresh registry and seals it. What goes wrong leaves as an exception, together with
/// the rest of a half-filled registry.
std::unique_ptr<Registry> declared(const std::vector<ExtensionEntry *> &accepted)
{
    // On the heap: rules of what is declared may keep a pointer to it.
    auto registry = std::make_unique<Registry>();
    QSet<QString> rights;
    for (ExtensionEntry *entry : accepted) {
        const size_t before = registry->entities().size();
        if (auto *extension = qobject_cast<Extension *>(entry->object))
            extension->declare(*registry);
        for (const NamedRight &right : entry->status.info.rights)
            rights.insert(right.key);
        const QString fault = entry->isBuiltIn() ? QString() : unnamedRight(*registry, before, rights);
        if (!fault.isEmpty())
            throw Error(ErrorKind::Validation, fault);
    }
    registry->seal();
    return registry;
}
} // namespace

void Extensions::Private::declareAll()
{
    std::vector<ExtensionEntry *> accepted;
    for (const auto &entry : entries) {
        if (entry->ready && entry->isBuiltIn())
            accepted.push_back(entry.get());
    }
    registry = declared(accepted); // the program's own declarations: a fault there is a fault of the program
    // One plugin after the other joins those that fit together; a faulty one takes nothing but itself out.
    for (const auto &entry : entries) {
        if (!entry->ready || entry->isBuiltIn() || !qobject_cast<Extension *>(entry->object))
            continue;
        accepted.push_back(entry.get());
        if (!attempt(*entry, [&] { registry = declared(accepted); })) {
            accepted.pop_back();
            failDependents();
        }
    }
}

void Extensions::Private::announce()
{
    for (auto it = entries.rbegin(); it != entries.rend(); ++it) {
        ExtensionEntry &entry = **it;
        if (!entry.ready)
            continue;
        auto *extension = qobject_cast<Extension *>(entry.object);
        if (!extension || attempt(entry, [&] { extension->extensionsInitialized(*registry); }))
            entry.status.state = ExtensionState::Running;
    }
    failDependents();
}

} // namespace crm
