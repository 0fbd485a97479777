// File contents inside the database: stored once per SHA-256, in chunks of 1 MiB.
#pragma once
#include "core/store/database.h"

class QIODevice;

namespace crm {

/// Stores the content unless it is there already; returns its SHA-256 (32 bytes). In the caller's transaction or its
/// own.
CRM_CORE QByteArray storeBlob(Database &db, QIODevice &content);
/// Writes the content out. Throws NotFound, or Corrupt if a chunk is missing or the hash differs.
CRM_CORE void loadBlob(Database &db, const QByteArray &hash, QIODevice &out);

} // namespace crm
