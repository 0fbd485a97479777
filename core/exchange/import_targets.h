// Everything that a column of a file may go to, for a person to choose from: fields, references by any field of theirs,
// fields of what hangs on the record.
//
//     for (const ImportTarget &t : importTargets(catalog, clients, actor))
//         list->add(t.path, t.text());
#pragma once
#include "core/exchange/import_mapping.h"

namespace crm {

struct ImportTarget
{
    QString path;  ///< of a ColumnTarget: "client_id.external_id"
    QString group; ///< what hangs on the record: "Contact"; empty: its own fields
    QString label; ///< "Client"
    QString by;    ///< of a reference, the field it is found by: "External id"; empty: no reference
    Kind kind = Kind::Text;
    bool required = false;      ///< every new record must have it
    bool canMatch = false;      ///< records may be found by it
    bool canAddMissing = false; ///< what is not found may be added: a record by its name, a choice
    bool hasChoices = false;
    /// What stands in the file is a name of something, which may be missing.
    bool isLookedUp() const { return hasChoices || !by.isEmpty(); }

    /// "Contact: First name", "Client (by External id)".
    CRM_CORE QString text() const;
};

CRM_CORE QList<ImportTarget> importTargets(const Catalog &catalog, const Entity &entity, const Actor &actor);
/// Whether the person may add what a file names by this and nobody has made: a record by its name, a choice of a custom
/// field.
CRM_CORE bool mayAddMissing(const Catalog &catalog, const Actor &actor, const Field &field, const Field *by);
/// A sentence why the person may not import the entity; empty: they may.
CRM_CORE QString whyNotImport(const Catalog &catalog, const Entity &entity, const Policy &policy);

} // namespace crm
