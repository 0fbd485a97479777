// Ids are made by the client, so that databases merge and copy without renumbering.
//
// 63 bits: milliseconds since 2020-01-01 UTC (41 bits), then 22 bits that start at random in each millisecond and
// count up. Never backwards within a process, even when the clock is. They leave in CSV and JSON as text, because
// spreadsheets and JavaScript round them.
#pragma once
#include "core/core_export.h"
#include <QtGlobal>

namespace crm {

using Id = qint64; ///< 0: no record

/// A new id. Thread-safe.
CRM_CORE Id newId();
/// Ids from a fixed sequence, for data that must come out the same each time (demo data). @see IdSequence::next
class CRM_CORE IdSequence
{
public:
    explicit IdSequence(qint64 startMsSince2020, quint32 seed = 0)
        : m_next((startMsSince2020 << 22) + seed)
    {}
    Id next() { return m_next++; }

private:
    Id m_next;
};

} // namespace crm
