// The program put together: built-in areas and plugins, one registry. Once per process.
//
//     crm::extensions().start(crm::ExtensionOptions::standard());    // in main(), after the application object
//     const crm::Registry &registry = crm::registry();
//     ...
//     crm::extensions().shutdown();
//
// Never throws because of a plugin: what went wrong stands in list(). Thread: main, except registry() and list(), which
// may be read from everywhere once start() has returned.
#pragma once
#include "core/extend/extension.h"
#include "core/extend/metadata.h"
#include <QSet>
#include <QStringList>
#include <chrono>

namespace crm {

struct CRM_CORE ExtensionOptions
{
    QStringList folders; ///< looked through in this order; the first plugin with an id wins
    QString stateFolder; ///< keeps the marker of a start and what is turned off; empty: nothing is kept
    QString dataFolder;  ///< each extension gets a folder below it
    QStringList interfaces = {QStringLiteral(CrmExtension_iid)}; ///< what this program can use; the window adds its own

    /// Plugins beside the program, in the person's data folder and in $MYCRM_PLUGINS.
    static ExtensionOptions standard();
};

enum class ExtensionState {
    Running,
    Stopped,   ///< was running; the program is ending
    TurnedOff, ///< by a person
    Unused,    ///< only for a kind of program that this one is not (a window half in mycrmctl)
    Refused,   ///< cannot work here: wrong version, missing requirement, bad metadata, died at an earlier start
    Failed,    ///< its own code threw
};
CRM_CORE QString extensionStateName(ExtensionState state); ///< "running" ...: for --json

struct ExtensionStatus
{
    ExtensionInfo info;
    QString file; ///< empty: built in
    ExtensionState state = ExtensionState::Refused;
    QString reason; ///< a sentence for a person; empty while it runs
};

class CRM_CORE Extensions
{
public:
    Extensions();
    ~Extensions();
    Extensions(const Extensions &) = delete;
    Extensions &operator=(const Extensions &) = delete;

    /// An extension that is part of the program; before start(). The object implements Extension or another of the
    /// options' interfaces. What a built-in one throws is an error of the program and leaves start().
    void addBuiltIn(const ExtensionInfo &info, std::unique_ptr<QObject> object);
    /// Finds, checks, loads and starts everything, and seals the registry. Once.
    void start(const ExtensionOptions &options);
    bool isStarted() const;
    /// Throws Error(Unsupported) before start().
    const Registry &registry() const;

    QList<ExtensionStatus> list() const; ///< in the order of starting, then those that do not run
    QList<VerbSpec> verbs() const;
    /// Objects of running extensions that implement an interface, dependencies first.
    template<class Interface> QList<QPair<QString, Interface *>> implementing() const
    {
        QList<QPair<QString, Interface *>> found;
        for (const auto &[id, object] : running()) {
            if (auto *one = qobject_cast<Interface *>(object))
                found.append({id, one});
        }
        return found;
    }
    /// Calls into a running extension. If it throws, it is listed as failed with the reason; if the process dies, it is
    /// skipped at the next start. True: all went well.
    bool call(const QString &id, const std::function<void()> &function);

    /// Takes effect at the next start. Turning on also forgives a death at an earlier start. Throws Error(Denied) if it
    /// cannot be kept.
    void setTurnedOn(const QString &id, bool on);
    /// Loads the plugins' texts in this language, and drops those of the last one.
    void setLanguage(const QString &language);
    /// Tells every extension, dependents first, and waits at most so long. Returns the ids that did not finish.
    QStringList shutdown(std::chrono::milliseconds wait = std::chrono::seconds(5));

private:
    QList<QPair<QString, QObject *>> running() const;
    class Private;
    std::unique_ptr<Private> d;
};

/// The process's own.
CRM_CORE Extensions &extensions();
/// The process's registry, sealed. Starts the built-in areas alone if nobody has called start() yet.
CRM_CORE const Registry &registry();

} // namespace crm
