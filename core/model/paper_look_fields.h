// Which fields of a sender say what its papers look like. Declared beside the entity (introducesItself() of
// core/model/record_formats.h), in its own file:
//
//     looksOnPaper("office_settings", {.layout = "paper_layout", .accent = "paper_accent", .logo = "logo_id"});
//
// The first sender decides for all; another one has at most a logo of its own. Before the registry is sealed; read from
// any thread.
#pragma once
#include "core/core_export.h"
#include <QString>
#include <QStringList>

namespace crm {

class Catalog;

/// Fields that are not named are as if they were empty.
struct PaperLookFields
{
    QString layout = {};    ///< a choice: classic, modern, formal, compact
    QString accent = {};    ///< a colour: titles and the head
    QString rows = {};      ///< a choice, the background of the lines: head, stripes, none
    QString rowsColor = {}; ///< a colour: of that background
    QString footer = {};    ///< a text below everything
    QString logo = {};      ///< a file
};
CRM_CORE void looksOnPaper(const QString &entity, const PaperLookFields &fields);
CRM_CORE PaperLookFields paperLookFields(const QString &entity);
/// Fields that do not exist. Empty: none.
CRM_CORE QStringList paperLookFaults(const Catalog &catalog);

} // namespace crm
