#include "core/store/taken_ids.h"
#include "core/model/entity.h"

namespace crm {

Document laidOver(const Document &given, const Document &stored)
{
    Document out = stored;
    for (const Field &f : given.entity().fieldList()) {
        if (!f.isReadOnly() && !f.isComputed() && f.key() != given.entity().numberField())
            out.set(f.key(), given.value(f.key()));
    }
    for (const LineTable &table : given.entity().lineTables()) {
        const QList<Record> before = stored.lines(table.entity);
        QList<Record> lines;
        for (const Record &line : given.lines(table.entity)) {
            const auto same =
                std::find_if(before.begin(), before.end(), [&](const Record &r) { return r.id() == line.id(); });
            Record next = same == before.end() ? line : *same;
            for (const Field &f : line.entity().fieldList()) {
                if (!f.isReadOnly() && !f.isComputed() && same != before.end())
                    next.set(f.key(), line.value(f.key()));
            }
            lines << next;
        }
        out.lines(table.entity) = lines;
    }
    return out;
}

} // namespace crm
