// Reading the values of a chunk: cells, references, which records are meant. Documents are made in import_build.cpp.
#include "core/exchange/import_rows.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/model/text.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

/// The names in a cell for several records.
QStringList namesIn(const QString &text)
{
    QStringList names;
    const QStringList parts = text.split(text.contains(u';') ? u';' : u',');
    for (const QString &part : parts) {
        if (!part.trimmed().isEmpty())
            names << part.trimmed();
    }
    return names;
}

QString whyNotFound(const BoundTarget &target, const QString &text, int found)
{
    const QString by = target.by ? target.by->label().text() : Tr::tr("name or id");
    if (found == 0)
        return Tr::tr("%1: no record has “%2” as %3.").arg(target.referred->many().text(), text, by);
    return Tr::tr("%1: %2 records have “%3” as %4; it is not clear which one is meant.")
        .arg(target.referred->many().text())
        .arg(found)
        .arg(text, by);
}

/// Ids leave for spreadsheets with an apostrophe, which keeps their last digits.
QString plainReference(const QString &text)
{
    return text.startsWith(u'\'') && ReferenceFinder::looksLikeId(text.mid(1)) ? text.mid(1) : text;
}
} // namespace

RowBuilder::RowBuilder(Repository &repository, const ImportOptions &options, const ImportColumns &columns, bool dryRun)
    : m_repository(repository)
    , m_catalog(columns.catalog())
    , m_options(options)
    , m_columns(columns)
    , m_dryRun(dryRun)
    , m_finder(repository)
{
    for (const ValueReader &reader : columns.readers()) {
        const QString child = reader.target().child;
        if (!child.isEmpty() && !m_children.contains(child)) {
            m_children << child;
            settleIdentity(child);
        }
    }
    for (int i = 0; i < columns.readers().size(); ++i) {
        const BoundTarget &target = columns.readers()[i].target();
        if (!target.child.isEmpty() || target.referred != &columns.entity() || isListKind(target.field->kind()))
            continue;
        const QString title = columns.entity().titleField();
        const bool byId = !target.by && columns.indexOf(QStringLiteral("id")) >= 0;
        const int name = columns.indexOf(target.by ? target.by->key() : byId ? QStringLiteral("id") : title);
        if (name >= 0)
            m_selfReferences.insert(i, name);
    }
}

qsizetype RowBuilder::rowsToTake(const ImportChunk &chunk) const
{
    qsizetype independent = chunk.rows.size();
    if (m_columns.entity().isLine() && independent == m_options.rowsAtOnce) {
        const int parent = m_columns.indexOf(m_columns.entity().lineParentField());
        const auto sameAsLast = [&](const ImportRow &row) {
            return !row.source.fault.isEmpty() ||
                   m_columns.text(parent, row) == m_columns.text(parent, chunk.rows.last());
        };
        while (independent > 0 && chunk.rows.last().source.fault.isEmpty() && sameAsLast(chunk.rows[independent - 1]))
            --independent;
        return independent > 0 ? independent : chunk.rows.size(); // a document of thousands of lines comes in parts
    }
    for (auto it = m_selfReferences.begin(); it != m_selfReferences.end(); ++it) {
        QSet<QString> names;
        for (qsizetype i = 0; i < independent; ++i) {
            const ImportRow &row = chunk.rows[i];
            if (!row.source.fault.isEmpty())
                continue;
            if (names.contains(fold(plainReference(m_columns.text(it.key(), row)))))
                independent = i;
            names.insert(fold(plainReference(m_columns.text(it.value(), row))));
            names.remove(QString());
        }
    }
    return independent;
}

void RowBuilder::build(ImportChunk &chunk)
{
    chunk.units.clear();
    prepareReferences(chunk);
    QList<Values> values(chunk.rows.size());
    for (qsizetype i = 0; i < chunk.rows.size(); ++i) {
        ImportRow &row = chunk.rows[i];
        if (!row.source.fault.isEmpty())
            m_columns.refuse(row, row.source.fault);
        else
            readRow(row, values[i]);
    }
    if (m_columns.entity().isLine()) {
        buildLines(chunk, values);
    } else {
        buildRecords(chunk, values);
        addChildren(chunk, values);
    }
    for (auto it = m_selfReferences.begin(); m_dryRun && it != m_selfReferences.end(); ++it) {
        for (const ImportRow &row : std::as_const(chunk.rows)) {
            if (!row.refused())
                m_wouldExist[it.key()].insert(fold(plainReference(m_columns.text(it.value(), row))));
        }
    }
}

QList<Document> RowBuilder::takeMissing() { return std::exchange(m_missing, {}); }

// --- values

void RowBuilder::readRow(ImportRow &row, Values &values)
{
    const QList<ValueReader> &readers = m_columns.readers();
    values.list.resize(readers.size());
    for (int i = 0; i < readers.size(); ++i) {
        const BoundTarget &target = readers[i].target();
        if (target.field->kind() == Kind::Money)
            continue;
        const QString text = m_columns.text(i, row);
        if (text.isEmpty())
            continue;
        if (target.isId) {
            const QString id = plainReference(text);
            if (ReferenceFinder::looksLikeId(id))
                values.list[i] = id.toLongLong();
            else
                m_columns.refuse(row, i,
                                 Tr::tr("“%1” is no id of a record. Spreadsheets round long numbers: keep the column "
                                        "as text.")
                                     .arg(text));
        } else if (target.isReference()) {
            values.list[i] = isListKind(target.field->kind()) ? readReferences(row, i) : readReference(row, i);
        } else {
            QString fault;
            values.list[i] = m_columns.value(i, row, {}, &fault);
            if (isChoiceKind(target.field->kind()) && (!fault.isEmpty() || readers[i].isAnswered()))
                noteUnknownChoices(row, i, text);
            if (!fault.isEmpty())
                m_columns.refuse(row, i, fault);
        }
    }
    for (const QString &key : m_columns.match()) {
        const int i = m_columns.indexOf(key);
        values.match << fold(machineText(*readers[i].target().field, values.list[i], {}));
    }
    if (values.match.join(QString()).isEmpty())
        values.match.clear(); // nothing to find it by: a new record
}

// --- what is known nowhere

void UnknownValues::note(int reader, const QString &name, qint64 line, ValueAnswer::What what, int found)
{
    constexpr qsizetype most = 500;
    const QPair<int, QString> key{reader, fold(name)};
    const qsizetype place = m_places.value(key, -1);
    if (place < 0 && m_entries.size() == most) {
        m_isCut = true;
        return;
    }
    if (place < 0) {
        m_places.insert(key, m_entries.size());
        m_entries.append({reader, name, 1, line, what, found});
        return;
    }
    Entry &entry = m_entries[place];
    entry.rows += entry.lastLine == line ? 0 : 1; // a row may say it twice
    entry.lastLine = line;
}

void RowBuilder::noteUnknownChoices(const ImportRow &row, int reader, const QString &text)
{
    const ValueReader &r = m_columns.readers()[reader];
    const QStringList names = r.names(text);
    for (const QString &name : names) {
        const ValueAnswer *said = r.answer(name);
        const bool known = r.keyOf(name).has_value();
        if (!known)
            m_unknown.note(reader, name, row.source.line, ValueAnswer::Refuse);
        else if (said && said->what == ValueAnswer::Use)
            m_unknown.note(reader, name, row.source.line, ValueAnswer::Use);
        else if (r.isNew(name))
            m_unknown.note(reader, name, row.source.line, ValueAnswer::Add);
    }
}

/// What a reference is looked for by: the text, or what a person says that it means.
QString RowBuilder::named(int reader, const QString &text) const
{
    const ValueAnswer *said = m_columns.readers()[reader].answer(text);
    return said && said->what == ValueAnswer::Use ? said->use : text;
}

// --- references

void RowBuilder::prepareReferences(const ImportChunk &chunk)
{
    const QList<ValueReader> &readers = m_columns.readers();
    for (int i = 0; i < readers.size(); ++i) {
        const BoundTarget &target = readers[i].target();
        if (!target.isReference())
            continue;
        QSet<QString> texts;
        for (const ImportRow &row : chunk.rows) {
            if (!row.source.fault.isEmpty())
                continue;
            const QString text = plainReference(m_columns.text(i, row));
            if (!isListKind(target.field->kind()))
                texts << text;
            else
                for (const QString &name : namesIn(text))
                    texts << name;
        }
        texts.remove(QString());
        QSet<QString> wanted = texts, ids;
        for (const QString &text : std::as_const(texts)) {
            const QString name = named(i, text);
            (name != text && ReferenceFinder::looksLikeId(name) ? ids : wanted) << name;
        }
        m_finder.prepare(*target.referred, target.by, wanted);
        if (!ids.isEmpty())
            m_finder.prepare(*target.referred, nullptr, ids);
        createMissing(i, texts);
    }
}

void RowBuilder::createMissing(int reader, const QSet<QString> &texts)
{
    const BoundTarget &target = m_columns.readers()[reader].target();
    const Entity &entity = *target.referred;
    const QString by = target.by ? target.by->key() : entity.titleField();
    const bool all = m_options.createMissing.contains(target.field->key());
    QStringList missing;
    for (const QString &text : texts) {
        const ValueAnswer *said = m_columns.readers()[reader].answer(text);
        const bool adds = said ? said->what == ValueAnswer::Add : all;
        if (adds && m_finder.find(entity, target.by, text).count == 0)
            missing << text;
    }
    missing.sort();
    for (const QString &text : std::as_const(missing)) {
        if (m_finder.find(entity, target.by, text).count > 0)
            continue; // the same word in other letters
        if (!m_repository.actor().policy.may(entity, Verb::Create))
            throw Error(
                ErrorKind::Denied,
                Tr::tr("“%1” is missing among %2, and your role may not add it.").arg(text, entity.many().text()));
        Document document(Record(entity, newId()));
        QString fault;
        document.set(by, parseText(*entity.field(by), text, {QLocale::c(), {}, {}}, &fault));
        m_finder.add(entity, target.by, text, document.id());
        m_made[reader].insert(fold(text));
        m_missing << document;
    }
}

Id RowBuilder::resolve(ImportRow &row, int reader, const QString &text)
{
    const BoundTarget &target = m_columns.readers()[reader].target();
    const ValueAnswer *said = m_columns.readers()[reader].answer(text);
    const QString name = named(reader, text);
    const Field *const by = name != text && ReferenceFinder::looksLikeId(name) ? nullptr : target.by;
    const ReferenceFinder::Found found = m_finder.find(*target.referred, by, name);
    const bool isRefused = said && said->what == ValueAnswer::Refuse;
    if (found.count == 1 && !isRefused) {
        if (said && said->what == ValueAnswer::Use)
            m_unknown.note(reader, text, row.source.line, ValueAnswer::Use,
                           m_finder.find(*target.referred, target.by, text).count);
        else if (!m_made.isEmpty() && m_made.value(reader).contains(fold(text)))
            m_unknown.note(reader, text, row.source.line, ValueAnswer::Add);
        return found.id;
    }
    if (found.count == 0 && !said && m_wouldExist.value(reader).contains(fold(text)))
        return 0; // a row before this one makes it, when it is for good
    m_unknown.note(reader, text, row.source.line, ValueAnswer::Refuse, found.count);
    m_columns.refuse(row, reader,
                     isRefused ? Tr::tr("“%1” is refused, as was decided.").arg(text)
                               : whyNotFound(target, name, found.count));
    return 0;
}

QVariant RowBuilder::readReference(ImportRow &row, int reader)
{
    const Id id = resolve(row, reader, plainReference(m_columns.text(reader, row)));
    return id ? QVariant(id) : QVariant();
}

QVariant RowBuilder::readReferences(ImportRow &row, int reader)
{
    IdList ids;
    const QStringList names = namesIn(plainReference(m_columns.text(reader, row)));
    for (const QString &name : names) {
        const Id id = resolve(row, reader, name);
        if (id && !ids.contains(id))
            ids << id;
    }
    return QVariant::fromValue(ids);
}

// --- which records are meant

QHash<QString, IdList> RowBuilder::findMatches(const QList<Values> &values) const
{
    QHash<QString, IdList> found;
    const QStringList &match = m_columns.match();
    if (match.isEmpty())
        return found;
    const int first = m_columns.indexOf(match.first());
    QVariantList wanted;
    IdList ids;
    QSet<QString> seen;
    for (const Values &v : values) {
        if (v.match.isEmpty() || seen.contains(v.match.first()))
            continue;
        seen.insert(v.match.first());
        if (match.first() == u"id")
            ids << v.list[first].toLongLong();
        else
            wanted << v.list[first];
    }
    if (match.first() == u"id") {
        for (Id id : std::as_const(ids))
            found[QString::number(id)] << id;
        return found;
    }
    constexpr qsizetype valuesAtOnce = 500;
    for (qsizetype from = 0; from < wanted.size(); from += valuesAtOnce) {
        const Query query = oneOfQuery(m_columns.entity().key(), match.first(), wanted.mid(from, valuesAtOnce), match);
        forEachRow(m_repository, query, [&](const Row &row) {
            QStringList texts;
            for (qsizetype i = 0; i < match.size(); ++i)
                texts << fold(machineText(*m_columns.entity().field(match[i]), row.values[i], row.currency));
            found[texts.join(QChar(0x1F))] << row.id;
        });
    }
    return found;
}

QHash<Id, Document> RowBuilder::loadMatched(const QHash<QString, IdList> &matches) const
{
    IdList ids;
    for (const IdList &list : matches)
        ids += list;
    QHash<Id, Document> documents;
    if (ids.isEmpty())
        return documents;
    const QList<Document> loaded = m_repository.loadMany(m_columns.entity().key(), ids);
    for (const Document &document : loaded) {
        if (!document.head().deletedAt().isValid())
            documents.insert(document.id(), document);
    }
    return documents;
}

} // namespace crm
