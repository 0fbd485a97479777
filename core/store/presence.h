// Who has which record open: a hint beside the form, never a lock. Known on a server only; it ends with the connection.
#pragma once
#include "core/model/id.h"
#include <QDateTime>
#include <QString>

namespace crm {

/// A record that somebody has before him.
struct OpenRecord
{
    QString entity = {};
    Id id = 0;
    bool editing = false; ///< with changes that are not saved yet
    friend bool operator==(const OpenRecord &, const OpenRecord &) = default;
};

/// Somebody else who has a record open.
struct Presence
{
    OpenRecord record = {};
    Id userId = 0;
    QString name = {};
    QDateTime since = {}; ///< UTC, by the server's clock
    friend bool operator==(const Presence &, const Presence &) = default;
};

} // namespace crm
