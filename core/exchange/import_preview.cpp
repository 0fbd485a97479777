// The first rows of an import as they will be: after rules, defaults and totals, as the store would keep them.
#include "core/exchange/import_run.h"
#include "core/model/format.h"

namespace crm {

void ImportRun::addPreviewPaths()
{
    const Entity &entity = m_columns.entity();
    const auto add = [&](const QString &path, const QString &label) {
        if (m_report.previewPaths.contains(path))
            return;
        m_report.previewPaths << path;
        m_report.previewLabels << label;
    };
    for (const ValueReader &reader : m_columns.readers()) {
        const BoundTarget &target = reader.target();
        if (target.isId)
            continue;
        const QString label = target.field->label().text();
        if (target.child.isEmpty())
            add(target.field->key(), label);
        else
            add(target.child + u'.' + target.field->key(), target.entity->one().text() + QStringLiteral(": ") + label);
    }
    for (const Field &field : entity.fieldList()) {
        if (field.isInList() && m_repository.actor().policy.sees(field))
            add(field.key(), field.label().text());
    }
}

/// Inside the transaction that is about to be rolled back: what the store has made of the rows.
void ImportRun::preview(const ImportChunk &chunk)
{
    for (qsizetype r = 0; r < chunk.rows.size() && m_report.rows + r < m_options.preview; ++r) {
        const ImportRow &row = chunk.rows[r];
        const bool saved = row.unit >= 0 && !row.refused() && !chunk.units[row.unit].documents.isEmpty();
        m_report.preview.append(
            {row.source.line, row.outcome, saved ? previewValues(row, chunk.units[row.unit]) : QStringList()});
    }
}

const Record *ImportRun::previewRecord(const ImportRow &row, const ImportUnit &unit, const QString &child,
                                       QList<Document> &kept)
{
    for (const Document &document : unit.documents) {
        const bool wanted = child.isEmpty() ? &document == &unit.documents.first() : document.entity().key() == child;
        if (!wanted)
            continue;
        const QList<Document> loaded = m_repository.loadMany(document.entity().key(), {document.id()});
        if (loaded.isEmpty())
            return nullptr;
        kept << loaded.first();
        if (!row.lineId)
            return &kept.last().head();
        QList<Record> &lines = kept.last().lines(m_columns.entity().key());
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&](const Record &l) { return l.id() == row.lineId; });
        return line == lines.end() ? nullptr : &*line;
    }
    return nullptr;
}

QStringList ImportRun::previewValues(const ImportRow &row, const ImportUnit &unit)
{
    QList<Document> kept;
    kept.reserve(8); // pointers into it are handed out
    QHash<QString, const Record *> records;
    QStringList values;
    for (const QString &path : std::as_const(m_report.previewPaths)) {
        const QString child = path.contains(u'.') ? path.section(u'.', 0, 0) : QString();
        if (!records.contains(child) && kept.size() < 8)
            records.insert(child, previewRecord(row, unit, child, kept));
        const Record *record = records.value(child);
        const Field *field = record ? record->entity().field(path.section(u'.', -1)) : nullptr;
        if (!field) {
            values << QString();
            continue;
        }
        const Record &priced = row.lineId ? kept.first().head() : *record;
        FormatContext context{m_options.locale, m_repository.catalog()->baseCurrency,
                              [this](const QString &entity, Id id) { return titleOf(entity, id); }};
        const QString currency = priced.entity().currencyField();
        if (!currency.isEmpty() && !priced.text(currency).isEmpty())
            context.currency = priced.text(currency);
        values << displayText(*field, record->value(field->key()), context);
    }
    return values;
}

QString ImportRun::titleOf(const QString &entity, Id id)
{
    QString &title = m_shownTitles[{entity, id}];
    if (title.isEmpty() && !entity.isEmpty())
        title = m_repository.options(entity, {id}).value(id).title;
    return title;
}

} // namespace crm
