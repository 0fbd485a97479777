// The steps of starting extensions; for extensions.cpp and its parts only.
#pragma once
#include "core/extend/extensions.h"
#include "core/extend/start_guard.h"
#include <QPluginLoader>
#include <QTranslator>

namespace crm {

struct ExtensionEntry
{
    ExtensionStatus status;
    QObject *object = nullptr;
    std::unique_ptr<QObject> owned;        ///< of built-in ones
    std::unique_ptr<QPluginLoader> loader; ///< of plugins; never unloaded, objects of its types may live until the end
    std::unique_ptr<QTranslator> translator;
    bool ready = false;       ///< nothing speaks against it so far
    bool initialized = false; ///< is to be told when the program ends

    bool isBuiltIn() const { return status.file.isEmpty(); }
    QString stamp() const; ///< changes when the file does
};

class Extensions::Private
{
public:
    void find();       ///< reads the metadata of every plugin
    void order();      ///< sorts the entries by what they require
    void load();       ///< runs the first code
    void initialize(); ///< lets each prepare itself
    void declareAll(); ///< fills and seals the registry
    void announce();   ///< tells each that everything is ready

    /// Runs a plugin's code with its marker set. False: it threw, and is booked as failed. Built-in ones may throw.
    bool attempt(ExtensionEntry &entry, const std::function<void()> &function);
    void refuse(ExtensionEntry &entry, ExtensionState state, const QString &reason);
    /// Takes out those that require one that has been taken out.
    void failDependents();

    ExtensionOptions options;
    std::unique_ptr<StartGuard> guard;
    std::vector<std::unique_ptr<ExtensionEntry>> entries;
    std::unique_ptr<Registry> registry;
    bool started = false;

private:
    void addFile(const QString &path);
    void checkInterface(ExtensionEntry &entry, const QString &interfaceId);
};

} // namespace crm
