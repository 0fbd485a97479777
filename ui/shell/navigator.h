// What a page may ask of the window around it. The main window implements it; tests bring their own.
//
//     navigator.openRecord("clients", id);
//     navigator.toast(tr("Client deleted"), [this] { undo(); });
//     QString shown = displayText(field, value, navigator.format());
//
// Thread: the window's. Outlives every page it was given to.
#pragma once
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/model/query.h"
#include "ui/ui_export.h"
#include <QVariantMap>
#include <functional>

class QWidget;

namespace crm {

class Catalog;
class Session;

class CRM_UI Navigator
{
public:
    virtual ~Navigator();

    /// The list of an entity; a tab that shows it already comes to the front and shows the query.
    virtual void openList(const QString &entity, const Query &query) = 0;
    void openList(const QString &entity) { openList(entity, Query(entity)); }
    virtual void openRecord(const QString &entity, Id id) = 0;
    /// An empty form; preset: values by field key ("client_id" -> id).
    virtual void newRecord(const QString &entity, const QVariantMap &preset = {}) = 0;
    /// Any page by its key ("trash", "help/fields", "dashboard", "list/clients", "record/clients/5").
    virtual void openKey(const QString &key) = 0;

    /// A short message that goes by itself; undo adds a button that calls it once.
    virtual void toast(const QString &text, std::function<void()> undo = {}) = 0;
    /// Something went wrong and no field stands for it: shown until closed.
    virtual void showError(const Error &error) = 0;

    virtual Session &session() = 0;
    /// Locale and currency of this person; titleOf is left empty (pages have their own titles).
    virtual FormatContext format() const = 0;
    /// What dialogs are centred on.
    virtual QWidget *window() = 0;
};

} // namespace crm
