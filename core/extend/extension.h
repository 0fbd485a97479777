// The interface of extensions that need no window: entities, hooks, commands for mycrmctl. Built-in areas use it too.
//
//     class Warehouse : public QObject, public crm::Extension
//     {
//         Q_OBJECT
//         Q_PLUGIN_METADATA(IID CrmExtension_iid FILE "warehouse.json")
//         Q_INTERFACES(crm::Extension)
//     public:
//         void declare(crm::Registry &registry) override;
//     };
//
// Life: metadata is read -> load -> initialize -> declare (each: required ones first) -> the registry is sealed ->
// extensionsInitialized (required ones last) -> ... -> aboutToShutdown (required ones last). Whatever an extension
// throws there is caught: it is listed with the reason, those that require it do not run, the program goes on.
// Thread: all of these run on the main thread.
#pragma once
#include "core/core_export.h"
#include "core/model/registry.h"
#include "core/store/repository.h"
#include <QObject>
#include <QtPlugin>
#include <functional>

class QTextStream;

namespace crm {

/// What a command-line verb of an extension is called with.
struct VerbCall
{
    Repository &repository; ///< of the person who called: their rights hold
    QStringList arguments;  ///< what followed the verb
    bool json = false;      ///< answer as JSON
    QTextStream &out;
};

/// A verb of mycrmctl: `mycrmctl --db FILE stock-low --json`.
struct VerbSpec
{
    QString name; ///< [a-z][a-z0-9-]*
    Label summary;
    QString usage;                      ///< "stock-low [--limit N]"
    std::function<int(VerbCall &)> run; ///< returns the exit code; throws crm::Error
};

/// What an extension is given to live with.
struct ExtensionContext
{
    QString dataFolder; ///< of this extension alone, for its caches and settings; it makes the folder when it needs one
};

class CRM_CORE Extension
{
public:
    virtual ~Extension();

    /// Prepares what is its own; everything it requires is initialized already.
    virtual void initialize(const ExtensionContext &context);
    /// Declares entities, extends those of others with fields, views, actions and hooks (Registry::extend()). May be
    /// called more than once, each time with another registry: it only declares.
    virtual void declare(Registry &registry);
    /// The registry is complete and sealed, and whatever requires this extension is ready.
    virtual void extensionsInitialized(const Registry &registry);
    /// The extension's verbs for mycrmctl.
    virtual QList<VerbSpec> verbs() const;
    /// The program is about to end: stop what runs, then call finished(), at once or later on the main thread. The
    /// program waits some seconds for it, then ends anyway.
    virtual void aboutToShutdown(const std::function<void()> &finished);
};

} // namespace crm

#define CrmExtension_iid "org.mycrm.Extension/1.0"
Q_DECLARE_INTERFACE(crm::Extension, CrmExtension_iid)
