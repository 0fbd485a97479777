// What page and panel read: pieces of equipment, in the session's worker.
#pragma once
#include "core/access/policy.h"
#include "core/store/session.h"

namespace equipment {

struct Piece
{
    crm::Id id = 0;
    QString number, name, holder, state; ///< holder: empty when nobody has it; state: its label
    QDate warrantyUntil;
};

QString entityKey();
bool mayRead(const crm::Actor &actor);
bool mayCreate(const crm::Actor &actor);

/// Every piece that meets the expression (see core/model/query.h), in that order.
QFuture<QList<Piece>> pieces(crm::Session &session, const QString &where, const QString &sort);

} // namespace equipment
