#include "core/store/document_batch.h"
#include "core/store/stored_documents.h"

namespace crm {

DocumentBatch::DocumentBatch(const Catalog &catalog, const Sources &sources, const Entity &entity, IdList ids)
    : m_catalog(catalog)
    , m_sources(sources)
    , m_entity(entity)
    , m_ids(std::move(ids))
{
    QStringList numbers;
    for (Id id : m_ids)
        numbers << QString::number(id);
    m_list = numbers.isEmpty() ? QStringLiteral("NULL") : numbers.join(u',');
    addHeads();
    addLinks(entity, m_list);
    for (const LineTable &table : entity.lineTables())
        addLines(table);
    addVersions();
}

void DocumentBatch::addHeads()
{
    m_selects << QStringLiteral("SELECT %1 FROM %2 WHERE id IN (%3)")
                     .arg(recordColumns(m_entity), m_sources.table(m_entity), m_list);
    m_takers << [this](Rows &rows) {
        while (rows.next())
            m_heads.insert(rows.integer(0), recordOf(m_entity, rows));
    };
}

void DocumentBatch::addLinks(const Entity &entity, const QString &owners)
{
    for (const Field &f : entity.fieldList()) {
        if (!isListKind(f.kind()) || f.isCustom())
            continue;
        m_selects << QStringLiteral(
                         "SELECT owner_id,target_id FROM %1 WHERE owner_id IN (%2) ORDER BY owner_id,position")
                         .arg(m_sources.links(entity, f), owners);
        m_takers << [this, field = &f](Rows &rows) {
            Links &links = m_links[field];
            while (rows.next())
                links[rows.integer(0)] << rows.integer(1);
        };
    }
}

void DocumentBatch::addLines(const LineTable &table)
{
    const Entity &line = m_catalog.at(table.entity);
    const QString parent = quoted(table.parentField);
    m_selects << QStringLiteral("SELECT %1 FROM %2 WHERE %3 IN (%4) ORDER BY %3,position,id")
                     .arg(recordColumns(line), m_sources.table(line), parent, m_list);
    m_takers << [this, &line, table](Rows &rows) {
        auto &lines = m_lines[table.entity];
        while (rows.next()) {
            Record record = recordOf(line, rows);
            lines[record.ref(table.parentField)] << std::move(record);
        }
    };
    addLinks(line,
             QStringLiteral("SELECT l.id FROM %1 l WHERE l.%2 IN (%3)").arg(m_sources.table(line), parent, m_list));
}

/// Each statement sees the database as it is at its own time, and a save raises the version of the head.
void DocumentBatch::addVersions()
{
    m_selects << QStringLiteral("SELECT id,version FROM %1 WHERE id IN (%2)").arg(m_sources.table(m_entity), m_list);
    m_takers << [this](Rows &rows) {
        qsizetype same = 0;
        while (rows.next()) {
            const auto head = m_heads.constFind(rows.integer(0));
            same += head != m_heads.cend() && head->version() == rows.integer(1);
        }
        m_whole = same == m_heads.size();
    };
}

void DocumentBatch::giveLinks(Record &record) const
{
    for (const Field &f : record.entity().fieldList()) {
        const auto links = m_links.constFind(&f);
        if (links != m_links.cend() && links->contains(record.id()))
            record.set(f.key(), QVariant::fromValue(links->value(record.id())));
    }
    record.markLoaded(record.version());
}

void DocumentBatch::giveLines(Document &document) const
{
    for (const LineTable &table : m_entity.lineTables()) {
        QList<Record> &lines = document.lines(table.entity);
        lines.clear();
        for (Record line : m_lines.value(table.entity).value(document.id())) {
            // Lines live and go to the trash together with their document.
            if (line.deletedAt() != document.head().deletedAt())
                continue;
            giveLinks(line);
            lines << std::move(line);
        }
    }
    document.markLoaded();
}

QList<Document> DocumentBatch::documents()
{
    QList<Document> out;
    for (Id id : m_ids) {
        const auto head = m_heads.find(id);
        if (head == m_heads.end())
            continue;
        giveLinks(*head);
        Document document(*head);
        giveLines(document);
        out << std::move(document);
    }
    return out;
}

} // namespace crm
