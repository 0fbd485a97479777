// Making documents of a chunk's values: records with what hangs on them, and documents with their lines.
#include "core/exchange/import_rows.h"
#include "core/exchange/import_words.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/model/text.h"
#include "core/model/validation.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

constexpr QChar between(0x1F); // parts of a key

QString currencyOf(const Record &record, const QString &otherwise)
{
    const QString field = record.entity().currencyField();
    const QString own = field.isEmpty() ? QString() : record.text(field);
    return own.isEmpty() ? otherwise : own;
}

/// What an empty cell does: a new record keeps the default of what it must have, a stored one loses its value.
void setValue(Record &record, const Field &field, const QVariant &value, bool keepFilled)
{
    if (field.isReadOnly() && !record.isNew())
        return; // a number is given once
    if (!isEmptyValue(field, value)) {
        record.set(field.key(), value);
        return;
    }
    if (keepFilled)
        return;
    const bool yesNo = field.kind() == Kind::Bool;
    if (!record.isNew())
        record.set(field.key(), yesNo && !record.value(field.key()).isNull() ? QVariant(false) : QVariant());
    else if (!field.isRequired() && !yesNo)
        record.set(field.key(), {});
}
} // namespace

void RowBuilder::fill(ImportRow &row, Record &record, const Values &values, const QString &child,
                      const QString &currency)
{
    const QList<ValueReader> &readers = m_columns.readers();
    const auto isMine = [&](const BoundTarget &t) { return t.child == child && !t.isId; };
    for (int i = 0; i < readers.size(); ++i) {
        const BoundTarget &target = readers[i].target();
        if (isMine(target) && target.field->kind() != Kind::Money &&
            target.field->key() != record.entity().lineParentField())
            setValue(record, *target.field, values.list[i], m_options.keepFilled);
    }
    // Amounts last: how many digits they have depends on the currency, which may have come with the row.
    for (int i = 0; i < readers.size(); ++i) {
        const BoundTarget &target = readers[i].target();
        if (!isMine(target) || target.field->kind() != Kind::Money)
            continue;
        QString fault;
        const QVariant amount = m_columns.value(i, row, currencyOf(record, currency), &fault);
        if (!fault.isEmpty())
            m_columns.refuse(row, i, fault);
        else
            setValue(record, *target.field, amount, m_options.keepFilled);
    }
    // Where several rows make one document, each is checked before it goes in; else the store does, and only a refusal
    // makes checkRows() look for the rows at fault.
    if (m_columns.entity().isLine() || !m_children.isEmpty())
        check(row, record, child);
}

void RowBuilder::checkRows(ImportChunk &chunk) const
{
    if (m_columns.entity().isLine() || !m_children.isEmpty())
        return;
    for (const ImportUnit &unit : std::as_const(chunk.units)) {
        if (unit.rows.size() == 1)
            check(chunk.rows[unit.rows.first()], unit.documents.first().head(), {});
    }
    dropRefused(chunk);
}

/// What is wrong with the record's imported fields; everything else is the store's to say.
void RowBuilder::check(ImportRow &row, const Record &record, const QString &child) const
{
    const QList<FieldFault> faults = validateRecord(record);
    for (const FieldFault &fault : faults) {
        const QList<ValueReader> &readers = m_columns.readers();
        for (int i = 0; i < readers.size(); ++i) {
            const BoundTarget &target = readers[i].target();
            if (target.child == child && !target.isId && target.field->key() == fault.field &&
                record.isChanged(fault.field)) {
                m_columns.refuse(row, i, fault.sentence);
                break;
            }
        }
    }
}

// --- records

void RowBuilder::buildRecords(ImportChunk &chunk, QList<Values> &values)
{
    const Entity &entity = m_columns.entity();
    const QHash<QString, IdList> matches = findMatches(values);
    const QHash<Id, Document> loaded = loadMatched(matches);
    const int idReader = m_columns.indexOf(QStringLiteral("id"));
    QHash<QString, qsizetype> pending; // match key -> unit of this chunk
    for (qsizetype i = 0; i < chunk.rows.size(); ++i) {
        ImportRow &row = chunk.rows[i];
        if (row.refused())
            continue;
        const QString key = values[i].match.join(between);
        IdList ids = key.isEmpty() ? IdList() : matches.value(key);
        ids.removeIf([&](Id id) { return !loaded.contains(id); });
        if (ids.size() > 1) {
            m_columns.refuse(row, Tr::tr("%1 records match (%2); it is not clear which one is meant.")
                                      .arg(ids.size())
                                      .arg(entity.many().text()));
            continue;
        }
        const qsizetype earlier = key.isEmpty() ? -1 : pending.value(key, -1);
        const bool exists =
            earlier >= 0 || !ids.isEmpty() || (m_dryRun && !key.isEmpty() && m_seen.contains(qHash(key)));
        row.outcome = exists ? Outcome::Update : Outcome::Insert;
        if (exists && m_options.onMatch == OnMatch::Skip) {
            row.outcome = Outcome::Skip;
            continue;
        }
        if (exists && m_options.onMatch == OnMatch::Refuse) {
            m_columns.refuse(row, Tr::tr("The record exists already."));
            continue;
        }
        Document document;
        if (earlier >= 0)
            document = chunk.units[earlier].documents.first();
        else if (!ids.isEmpty())
            document = loaded.value(ids.first());
        else
            document = Document(Record(entity, idReader >= 0 && values[i].list[idReader].isValid()
                                                   ? values[i].list[idReader].toLongLong()
                                                   : newId()));
        fill(row, document.head(), values[i], {}, m_catalog->baseCurrency);
        if (row.refused())
            continue;
        if (earlier < 0) {
            chunk.units.append({{document}, {document.head().isNew()}, {}});
            if (!key.isEmpty())
                pending.insert(key, chunk.units.size() - 1);
        }
        row.unit = earlier < 0 ? chunk.units.size() - 1 : earlier;
        ImportUnit &unit = chunk.units[row.unit];
        unit.documents.first() = document;
        unit.rows << i;
        if (m_dryRun && !key.isEmpty())
            m_seen.insert(qHash(key));
        if (row.outcome == Outcome::Update && earlier < 0 && !document.head().isNew() && !document.isChanged())
            row.outcome = Outcome::Unchanged;
    }
}

// --- records that hang on them

/// What tells one contact of a client from another: its name. Without a name, everything that the file says.
void RowBuilder::settleIdentity(const QString &child)
{
    const QString title = m_catalog->at(child).titleField();
    const QStringList naming =
        QStringList{title, QStringLiteral("external_id")} + ImportWords::instance().fullNameParts();
    QStringList all, names;
    for (const ValueReader &reader : m_columns.readers()) {
        const BoundTarget &target = reader.target();
        if (target.child != child || target.isId)
            continue;
        all << target.field->key();
        if (naming.contains(target.field->key()))
            names << target.field->key();
    }
    m_identity.insert(child, names.isEmpty() ? all : names);
}

QString RowBuilder::identity(const Record &record, const QString &child) const
{
    QStringList parts;
    const QStringList fields = m_identity.value(child);
    for (const QString &key : fields)
        parts << fold(machineText(*record.entity().field(key), record.value(key), {}));
    return parts.join(between);
}

QHash<QString, Document> RowBuilder::loadChildren(const QString &child, const ImportChunk &chunk) const
{
    QVariantList parents;
    for (const ImportUnit &unit : chunk.units) {
        if (!unit.isNew.first())
            parents << unit.documents.first().id();
    }
    QHash<QString, Document> found;
    const auto reader = std::find_if(m_columns.readers().begin(), m_columns.readers().end(),
                                     [&](const ValueReader &r) { return r.target().child == child; });
    const QString childField = reader->target().childField;
    IdList ids;
    for (qsizetype from = 0; from < parents.size(); from += 500) {
        Query query = oneOfQuery(child, childField, parents.mid(from, 500), {childField});
        query.sort = {{QStringLiteral("id"), false}};
        forEachRow(m_repository, query, [&](const Row &row) { ids << row.id; });
    }
    if (ids.isEmpty())
        return found;
    const QList<Document> loaded = m_repository.loadMany(child, ids);
    for (const Document &document : loaded)
        found.insert(QString::number(document.head().ref(childField)) + between + identity(document.head(), child),
                     document);
    return found;
}

void RowBuilder::addChildren(ImportChunk &chunk, QList<Values> &values)
{
    for (const QString &child : std::as_const(m_children)) {
        const QHash<QString, Document> existing = loadChildren(child, chunk);
        for (qsizetype i = 0; i < chunk.rows.size(); ++i) {
            ImportRow &row = chunk.rows[i];
            if (!row.refused() && row.unit >= 0)
                addChild(chunk, row, values[i], child, existing);
        }
    }
    dropRefused(chunk);
}

void RowBuilder::addChild(ImportChunk &chunk, ImportRow &row, const Values &values, const QString &child,
                          const QHash<QString, Document> &existing)
{
    const BoundTarget *link = nullptr;
    bool given = false;
    for (int i = 0; i < m_columns.readers().size(); ++i) {
        const BoundTarget &target = m_columns.readers()[i].target();
        if (target.child != child)
            continue;
        link = &target;
        given = given || (target.column >= 0 && !m_columns.text(i, row).isEmpty());
    }
    if (!given)
        return; // the row says nothing about it
    ImportUnit &unit = chunk.units[row.unit];
    const Entity &entity = m_catalog->at(child);
    const Id parent = unit.documents.first().id();
    Document document(Record(entity, newId()));
    document.set(link->childField, parent);
    if (link->childByContext)
        document.set(QStringLiteral("parent_entity"), m_columns.entity().key());
    fill(row, document.head(), values, child, m_catalog->baseCurrency);
    if (row.refused())
        return;
    const QString who = identity(document.head(), child);
    const auto stored = existing.constFind(QString::number(parent) + between + who);
    if (stored != existing.cend()) {
        document = *stored;
        fill(row, document.head(), values, child, m_catalog->baseCurrency);
    }
    if (row.refused())
        return;
    for (Document &other : unit.documents) { // two rows about one person
        if (other.entity().key() == child && identity(other.head(), child) == who) {
            other = document;
            return;
        }
    }
    if (!document.head().isNew() && !document.isChanged())
        return;
    if (row.outcome == Outcome::Unchanged)
        row.outcome = Outcome::Update;
    unit.documents << document;
    unit.isNew << document.head().isNew();
}

/// A row whose contact was refused takes its record along, unless other rows need it too.
void RowBuilder::dropRefused(ImportChunk &chunk) const
{
    for (ImportUnit &unit : chunk.units) {
        unit.rows.removeIf([&](qsizetype r) { return chunk.rows[r].refused(); });
        if (unit.rows.isEmpty()) {
            unit.documents.clear();
            unit.isNew.clear();
        }
    }
}

// --- lines of documents

void RowBuilder::buildLines(ImportChunk &chunk, QList<Values> &values)
{
    const Entity &entity = m_columns.entity();
    const int parentReader = m_columns.indexOf(entity.lineParentField());
    const int idReader = m_columns.indexOf(QStringLiteral("id"));
    IdList ids;
    for (qsizetype i = 0; i < chunk.rows.size(); ++i) {
        const Id id = chunk.rows[i].refused() ? 0 : values[i].list[parentReader].toLongLong();
        if (id && (ids.isEmpty() || ids.last() != id))
            ids << id;
    }
    QHash<Id, qsizetype> units;
    const QSet<Id> distinct(ids.begin(), ids.end());
    const QList<Document> parents =
        distinct.isEmpty() ? QList<Document>() : m_repository.loadMany(entity.lineOf(), distinct.values());
    for (const Document &parent : parents) {
        units.insert(parent.id(), chunk.units.size());
        chunk.units.append({{parent}, {false}, {}});
    }
    for (qsizetype i = 0; i < chunk.rows.size(); ++i) {
        ImportRow &row = chunk.rows[i];
        if (row.refused())
            continue;
        const qsizetype unit = units.value(values[i].list[parentReader].toLongLong(), -1);
        if (unit < 0) {
            m_columns.refuse(row, parentReader, Tr::tr("The row does not say to which document it belongs."));
            continue;
        }
        Document &parent = chunk.units[unit].documents.first();
        QList<Record> &lines = parent.lines(entity.key());
        const qsizetype at = lineFor(row, lines, values[i]);
        if (at < 0)
            continue;
        const Id newLineId =
            idReader >= 0 && values[i].list[idReader].isValid() ? values[i].list[idReader].toLongLong() : newId();
        Record line = at < lines.size() ? lines.at(at) : Record(entity, newLineId);
        fill(row, line, values[i], {}, currencyOf(parent.head(), m_catalog->baseCurrency));
        if (row.refused())
            continue;
        if (row.outcome == Outcome::Update && line.changedFields().isEmpty())
            row.outcome = Outcome::Unchanged;
        row.unit = unit;
        row.lineId = line.id();
        row.linePlace = QStringLiteral("%1/%2").arg(entity.key()).arg(at + 1);
        if (at < lines.size())
            lines[at] = line;
        else
            lines.append(line);
        chunk.units[unit].rows << i;
    }
}

/// Place of the stored line that the row means, or of the one to be added; -1 if the row is done with.
qsizetype RowBuilder::lineFor(ImportRow &row, const QList<Record> &lines, const Values &values) const
{
    const Entity &entity = m_columns.entity();
    QList<qsizetype> fitting;
    for (qsizetype n = 0; n < lines.size() && !values.match.isEmpty(); ++n) {
        bool fits = true;
        for (qsizetype m = 0; m < values.match.size() && fits; ++m) {
            const QString &key = m_columns.match()[m];
            const QString text = key == u"id" ? QString::number(lines[n].id())
                                              : fold(machineText(*entity.field(key), lines[n].value(key), {}));
            fits = text == values.match[m];
        }
        if (fits)
            fitting << n;
    }
    if (fitting.size() > 1) {
        m_columns.refuse(
            row, Tr::tr("%1 lines of the document match; it is not clear which one is meant.").arg(fitting.size()));
        return -1;
    }
    row.outcome = fitting.isEmpty() ? Outcome::Insert : Outcome::Update;
    if (fitting.isEmpty())
        return lines.size();
    if (m_options.onMatch == OnMatch::Update)
        return fitting.first();
    row.outcome = Outcome::Skip;
    if (m_options.onMatch == OnMatch::Refuse)
        m_columns.refuse(row, Tr::tr("The line exists already."));
    return -1;
}

} // namespace crm
