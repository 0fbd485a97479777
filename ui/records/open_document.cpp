#include "ui/records/open_document.h"
#include "core/model/starting_values.h"
#include "core/store/starting_values.h"
#include "ui/records/rules_preview.h"

namespace crm {

OpenDocument::OpenDocument(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_policy(session.actor().policy)
{
    m_previewTimer.setSingleShot(true);
    m_previewTimer.setInterval(120);
    connect(&m_previewTimer, &QTimer::timeout, this, &OpenDocument::preview);
}

void OpenDocument::load(const Document &document)
{
    m_preview.cancel();
    m_previewTimer.stop();
    m_document = document;
    m_loaded = document;
    m_edited = false;
    m_allShown = false;
    m_touched.clear();
    m_storeFaults.clear();
    m_typing.clear();
    m_shown.clear();
    m_proposed.clear();
    m_lineShown.clear();
    m_begins = isNew() && hasStartingValues(entity());
    check();
    Q_EMIT loadedAnew();
    Q_EMIT faultsChanged();
    if (isNew() && m_previews)
        m_previewTimer.start(0); // what rules fill in a new record is there before one types
}

namespace {
/// Puts what differs between `sent` and `now` over the stored record; true: something did.
bool carry(const Record &sent, const Record &now, Record &stored)
{
    bool any = false;
    for (const Field &field : now.entity().fieldList()) {
        const QString &key = field.key();
        if (field.isReadOnly() || now.value(key) == sent.value(key))
            continue;
        stored.set(key, now.value(key));
        any = true;
    }
    return any;
}

const Record *withId(const QList<Record> &records, Id id)
{
    const auto it = std::find_if(records.cbegin(), records.cend(), [id](const Record &r) { return r.id() == id; });
    return it == records.cend() ? nullptr : &*it;
}

bool carryLines(const QList<Record> &sent, const QList<Record> &now, QList<Record> &stored)
{
    const auto sameLine = [](const Record &a, const Record &b) { return a.id() == b.id(); };
    bool any = !std::equal(sent.cbegin(), sent.cend(), now.cbegin(), now.cend(), sameLine);
    QList<Record> result;
    for (const Record &line : now) {
        const Record *was = withId(sent, line.id()), *kept = withId(stored, line.id());
        if (was && !kept)
            continue; // somebody else removed it, and the save has merged that
        Record next = kept ? *kept : line;
        any = (was && carry(*was, line, next)) || any;
        result.append(next);
    }
    for (const Record &line : std::as_const(stored)) {
        if (!withId(sent, line.id()) && !withId(now, line.id()))
            result.append(line); // somebody else's
    }
    if (any)
        stored = result;
    return any;
}
} // namespace

void OpenDocument::takeSaved(const Document &stored, const Document &sent)
{
    Document next = stored;
    bool newer = carry(sent.head(), m_document.head(), next.head());
    for (const LineTable &table : entity().lineTables())
        newer = carryLines(sent.lines(table.entity), m_document.lines(table.entity), next.lines(table.entity)) || newer;
    next.titles.insert(m_document.titles);
    if (!newer && m_typing.isEmpty())
        return load(stored);
    m_preview.cancel();
    m_document = next;
    m_loaded = stored;
    m_edited = true;
    m_allShown = false;
    m_storeFaults.clear();
    m_shown.clear();
    m_lineShown.clear();
    check();
    Q_EMIT loadedAnew();
    Q_EMIT faultsChanged();
    Q_EMIT edited();
    m_previewTimer.start();
}

void OpenDocument::rebase(const Document &document, const Document &stored)
{
    m_loaded = stored;
    m_shown.clear();
    m_lineShown.clear();
    replace(document);
}

void OpenDocument::replace(const Document &document)
{
    m_document = document;
    m_edited = true;
    m_begins = false; // it is a draft, which says itself
    m_storeFaults.clear();
    m_typing.clear();
    check();
    Q_EMIT loadedAnew();
    Q_EMIT faultsChanged();
    Q_EMIT edited();
    m_previewTimer.start();
}

bool OpenDocument::isDirty() const
{
    if (m_document.head().isNull())
        return false;
    return m_inCell || (m_edited && (isNew() || !m_typing.isEmpty() || m_document.isChanged()));
}

QVariant OpenDocument::shown(const QString &field) const
{
    const auto it = m_shown.constFind(field);
    return it != m_shown.cend() ? *it : m_document.value(field);
}

QVariant OpenDocument::shownInLine(const QString &table, int row, const QString &field) const
{
    const QList<Record> lines = m_document.lines(table);
    if (row < 0 || row >= lines.size())
        return {};
    const auto line = m_lineShown.constFind(lines.at(row).id());
    if (line != m_lineShown.cend() && line->contains(field))
        return line->value(field);
    return lines.at(row).value(field);
}

QString OpenDocument::currency() const
{
    if (m_document.head().isNull())
        return {};
    const QString field = entity().currencyField();
    const QString own = field.isEmpty() ? QString() : shown(field).toString();
    return own.isEmpty() ? m_session.catalog()->baseCurrency : own;
}

// Editing -------------------------------------------------------------------------------------------------------

void OpenDocument::touch(const QStringList &fields)
{
    m_edited = true;
    m_touched.unite(QSet<QString>(fields.cbegin(), fields.cend()));
    m_storeFaults.removeIf(
        [&](const FieldFault &f) { return fields.contains(f.line.isEmpty() ? f.field : f.line + u'/' + f.field); });
    check();
    if (m_previews && !entity().rules().isEmpty())
        m_previewTimer.start();
    Q_EMIT faultsChanged();
    Q_EMIT edited();
}

void OpenDocument::setValue(const QString &field, const QVariant &value)
{
    m_typing.remove(field);
    m_document.set(field, value);
    touch({field});
    Q_EMIT valueChanged(field);
}

void OpenDocument::setTypingFault(const QString &field, const QString &sentence)
{
    if (sentence.isEmpty())
        m_typing.remove(field);
    else
        m_typing.insert(field, sentence);
    touch({field});
}

void OpenDocument::setTypingInCell(bool on)
{
    if (std::exchange(m_inCell, on) != on)
        Q_EMIT edited();
}

int OpenDocument::addLine(const QString &table)
{
    const Entity &lineEntity = m_session.catalog()->at(table);
    m_document.lines(table).append(Record(lineEntity, newId()));
    touch({table});
    Q_EMIT linesChanged(table);
    return lineCount(table) - 1;
}

void OpenDocument::removeLine(const QString &table, int row)
{
    if (row < 0 || row >= lineCount(table))
        return;
    m_document.lines(table).removeAt(row);
    m_storeFaults.removeIf([&](const FieldFault &f) { return f.line.startsWith(table + u'/'); });
    touch({table});
    Q_EMIT linesChanged(table);
}

void OpenDocument::moveLine(const QString &table, int from, int to)
{
    if (from == to || from < 0 || to < 0 || from >= lineCount(table) || to >= lineCount(table))
        return;
    m_document.lines(table).move(from, to);
    touch({table});
    Q_EMIT linesChanged(table);
}

void OpenDocument::setLineValue(const QString &table, int row, const QString &field, const QVariant &value)
{
    setLineValues(table, row, {{field, value}});
}

void OpenDocument::setLineValues(const QString &table, int row, const QVariantMap &values)
{
    if (row < 0 || row >= lineCount(table))
        return;
    QStringList fields;
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        m_document.lines(table)[row].set(it.key(), it.value());
        fields << lineKey(table, row) + u'/' + it.key();
    }
    touch(fields);
    Q_EMIT linesChanged(table);
}

void OpenDocument::addTitle(const QString &entity, Id id, const QString &title)
{
    m_document.titles.insert({entity, id}, title);
}

// Faults --------------------------------------------------------------------------------------------------------

void OpenDocument::check()
{
    m_faults = validate(m_document, isNew() ? nullptr : &m_loaded);
    // What the person may not see he cannot be asked to fill in.
    m_faults.removeIf([this](const FieldFault &fault) {
        const Field *field = fault.line.isEmpty() ? entity().field(fault.field) : nullptr;
        return field && !m_policy.sees(*field);
    });
    for (auto it = m_typing.cbegin(); it != m_typing.cend(); ++it)
        m_faults.append({it.key(), it.value(), {}});
    m_faults += m_storeFaults;
}

QString OpenDocument::faultOf(const QString &field) const
{
    if (const QString typing = m_typing.value(field); !typing.isEmpty())
        return typing;
    for (const FieldFault &fault : m_faults) {
        if (fault.field == field && fault.line.isEmpty() && (m_allShown || m_touched.contains(field)))
            return fault.sentence;
    }
    return {};
}

QString OpenDocument::faultOfLine(const QString &table, int row, const QString &field) const
{
    const QString key = lineKey(table, row);
    for (const FieldFault &fault : m_faults) {
        const bool here = fault.line == key && (fault.field == field || fault.field.isEmpty());
        if (here && (m_allShown || m_touched.contains(key + u'/' + field)))
            return fault.sentence;
    }
    return {};
}

void OpenDocument::showAllFaults()
{
    m_allShown = true;
    Q_EMIT faultsChanged();
}

void OpenDocument::setStoreFaults(const QList<FieldFault> &faults)
{
    m_storeFaults = faults;
    m_allShown = true;
    check();
    Q_EMIT faultsChanged();
}

// Rules ---------------------------------------------------------------------------------------------------------

Document OpenDocument::asked() const
{
    Document out = m_document;
    for (auto it = m_proposed.cbegin(); it != m_proposed.cend(); ++it) {
        if (isNew() && out.value(it.key()) == it.value())
            out.set(it.key(), {});
    }
    return out;
}

void OpenDocument::preview()
{
    if (entity().rules().isEmpty() && !m_begins)
        return;
    const auto job = [asked = asked(), before = m_loaded, isNew = isNew(),
                      begins = m_begins && isNew()](Repository &r) {
        Document document = asked;
        if (begins)
            startWithMarked(r, document);
        return afterRules(r, document, isNew ? nullptr : &before);
    };
    m_preview.ask(
        this, m_session.read(job),
        [this, sent = m_document](const Document &after) {
            m_begins = false;
            takePreview(sent, after);
        },
        [](const Error &) { /* only a preview: the save says what is wrong */ });
}

void OpenDocument::takePreview(const Document &sent, const Document &after)
{
    for (const Field &field : entity().fieldList()) {
        const QString &key = field.key();
        const QVariant made = after.value(key);
        if (field.isReadOnly()) {
            if (shown(key) == made)
                continue;
            m_shown.insert(key, made);
            Q_EMIT valueChanged(key);
        } else if (made != sent.value(key) && m_document.value(key) == sent.value(key) && !m_typing.contains(key)) {
            m_document.set(key, made);
            if (isNew() && isProposedAnew(field))
                m_proposed.insert(key, made);
            Q_EMIT valueChanged(key);
        }
    }
    for (const LineTable &table : entity().lineTables())
        takeLines(table.entity, sent.lines(table.entity), after.lines(table.entity));
    check();
    Q_EMIT faultsChanged();
    Q_EMIT previewed();
}

void OpenDocument::takeLines(const QString &table, const QList<Record> &sent, const QList<Record> &after)
{
    QHash<Id, const Record *> sentById, afterById;
    for (const Record &line : sent)
        sentById.insert(line.id(), &line);
    for (const Record &line : after)
        afterById.insert(line.id(), &line);
    bool changed = false;
    for (Record &line : m_document.lines(table)) {
        const Record *was = sentById.value(line.id()), *made = afterById.value(line.id());
        if (!was || !made)
            continue;
        for (const Field &field : line.entity().fieldList()) {
            const QString &key = field.key();
            const QVariant value = made->value(key);
            if (field.isReadOnly()) {
                QHash<QString, QVariant> &computed = m_lineShown[line.id()];
                changed = changed || computed.value(key, line.value(key)) != value;
                computed.insert(key, value);
            } else if (value != was->value(key) && line.value(key) == was->value(key)) {
                line.set(key, value);
                changed = true;
            }
        }
    }
    if (changed)
        Q_EMIT linesChanged(table);
}

} // namespace crm
