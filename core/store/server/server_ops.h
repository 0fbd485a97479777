// What crosses to a server's procedure `write`: one JSON object per document or deletion. See docs/server.md.
#pragma once
#include "core/access/policy.h"
#include "core/model/record.h"
#include <QJsonObject>

namespace crm {

/// A save: the fields that differ from what `after` was stored as (a new document: all). Fields that the actor does
/// not see are left out, whatever rules made of them: nobody writes what they may not read.
/// @param stored null for a new document
CRM_CORE QJsonObject saveOp(const Document &after, const Document *stored, const Actor &actor);
/// @param op "remove", "restore" or "purge"
/// @param seen versions in the order of ids, for "remove"; empty: any
CRM_CORE QJsonObject idsOp(const QString &op, const QString &entity, const IdList &ids, const QList<qint64> &seen = {});

/// The document as it was when it was loaded: what the store holds unless somebody else was quicker.
CRM_CORE Document asLoaded(const Document &document);

} // namespace crm
