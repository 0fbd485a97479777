#include "app/cli/records.h"
#include "core/exchange/import_values.h"
#include "core/model/format.h"
#include <QJsonArray>
#include <QSaveFile>

namespace crm::cli {

namespace {
Filter condition(const Field &field, const QString &text)
{
    QString fault;
    const QVariant value = parseText(field, text, {QLocale::c(), {}, {}}, &fault);
    return fault.isEmpty() ? Filter::where(field.key(), Op::Equal, value) : Filter();
}

QList<Filter> meanings(const Entity &entity, const QString &text)
{
    const qsizetype sign = text.indexOf(u'=');
    if (sign > 0) {
        const Field *field = entity.field(text.left(sign));
        return field ? QList<Filter>{condition(*field, text.mid(sign + 1))} : QList<Filter>();
    }
    QList<Filter> filters;
    for (const QString &key : {entity.numberField(), entity.titleField()}) {
        const Field *field = entity.field(key);
        if (field && isTextKind(field->kind()))
            filters << condition(*field, text);
    }
    filters.removeIf([](const Filter &f) { return f.isNone(); });
    return filters;
}
} // namespace

Id findRecord(Call &call, const Entity &entity, const QString &text)
{
    if (ReferenceFinder::looksLikeId(text))
        return text.toLongLong();
    const QList<Filter> filters = meanings(entity, text);
    Page page;
    if (!filters.isEmpty()) {
        Query query(entity.key());
        query.filter = Filter::any(filters);
        query.columns = {QStringLiteral("id")};
        PageAt at;
        at.limit = 6;
        page = call.repository().page(query, at);
    }
    if (page.rows.isEmpty()) {
        throw Error(ErrorKind::NotFound, Tr::tr("%1: nothing matches “%2”. Name the record by id, number, title, or "
                                                "field=value.")
                                             .arg(entity.many().text(), text));
    }
    if (page.rows.size() == 1)
        return page.rows.first().id;
    QStringList ids;
    for (const Row &row : page.rows)
        ids << QString::number(row.id);
    throw Error(ErrorKind::Validation, Tr::tr("%1: “%2” matches several records. Name one by its id: %3.")
                                           .arg(entity.many().text(), text, ids.join(QStringLiteral(", "))));
}

Document loadFor(Call &call, const Entity &entity, Id id)
{
    if (!entity.isLine())
        return call.repository().load(entity.key(), id);
    Query query(entity.key());
    query.filter = Filter::where(QStringLiteral("id"), Op::Equal, id);
    query.columns = {entity.lineParentField()};
    const Page page = call.repository().page(query, {});
    if (page.rows.isEmpty())
        throw Error(ErrorKind::NotFound, Tr::tr("%1: no record has the id %2.").arg(entity.many().text()).arg(id));
    return call.repository().load(entity.lineOf(), page.rows.first().values.first().toLongLong());
}

Record &recordIn(Document &document, const Entity &entity, Id id)
{
    if (!entity.isLine())
        return document.head();
    QList<Record> &lines = document.lines(entity.key());
    for (Record &line : lines) {
        if (line.id() == id)
            return line;
    }
    throw Error(ErrorKind::NotFound, Tr::tr("%1: no record has the id %2.").arg(entity.many().text()).arg(id));
}

// --- values

QStringList assignmentsIn(const QString &text)
{
    QStringList words;
    const QList<ColumnTarget> targets = parseConstants(text);
    for (const ColumnTarget &target : targets)
        words << target.path + u'=' + target.constant;
    return words;
}

Assignments::Assignments(Call &call, const Entity &entity, const QStringList &words)
    : m_call(call)
    , m_finder(call.repository())
{
    for (const QString &word : words) {
        const qsizetype sign = word.indexOf(u'=');
        if (sign < 1)
            throw UsageError{Tr::tr("“%1”: write a field, = and its value, for example name=\"Roses Ltd\".").arg(word)};
        ColumnTarget target;
        target.path = word.left(sign);
        target.constant = word.mid(sign + 1);
        const BoundTarget bound = bindTarget(call.catalog(), entity, call.repository().actor(), target);
        if (!bound.child.isEmpty())
            throw UsageError{Tr::tr("“%1”: name a field of %2.").arg(word, entity.many().text())};
        const bool again = std::any_of(m_targets.cbegin(), m_targets.cend(), [&](const BoundTarget &other) {
            return other.isId == bound.isId && other.field == bound.field;
        });
        if (again)
            throw UsageError{Tr::tr("“%1” is given twice.").arg(word.left(sign))};
        m_targets << bound;
    }
}

Id Assignments::idOr(Id otherwise) const
{
    for (const BoundTarget &target : m_targets) {
        if (!target.isId)
            continue;
        if (!ReferenceFinder::looksLikeId(target.target.constant))
            throw UsageError{Tr::tr("“%1” is no id of a record.").arg(target.target.constant)};
        return target.target.constant.toLongLong();
    }
    return otherwise;
}

Id Assignments::reference(const QString &field)
{
    QList<FieldFault> faults;
    for (const BoundTarget &target : std::as_const(m_targets)) {
        if (target.field->key() != field)
            continue;
        const Id id = readReference(target, faults).toLongLong();
        if (!faults.isEmpty())
            throw Error::validation(faults);
        return id;
    }
    return 0;
}

QVariant Assignments::readReference(const BoundTarget &target, QList<FieldFault> &faults)
{
    const bool many = isListKind(target.field->kind());
    const QStringList names =
        many ? target.target.constant.split(u';', Qt::SkipEmptyParts) : QStringList{target.target.constant};
    IdList ids;
    for (const QString &text : names) {
        const QString name = text.trimmed();
        if (name.isEmpty())
            continue;
        m_finder.prepare(*target.referred, target.by, {name});
        const ReferenceFinder::Found found = m_finder.find(*target.referred, target.by, name);
        if (found.count == 1) {
            ids << found.id;
            continue;
        }
        const QString sentence =
            found.count == 0 ? Tr::tr("%1: nothing matches “%2”.") : Tr::tr("%1: “%2” matches several records.");
        faults << FieldFault{target.field->key(), sentence.arg(target.referred->many().text(), name), {}};
    }
    if (many)
        return QVariant::fromValue(ids);
    return ids.isEmpty() ? QVariant() : QVariant(ids.first());
}

QVariant Assignments::read(const BoundTarget &target, const QString &currency, QList<FieldFault> &faults)
{
    if (target.isReference())
        return readReference(target, faults);
    QString fault;
    const QVariant value =
        ValueReader(target, QLocale::c(), DateOrder::Unknown, true).read(target.target.constant, currency, &fault);
    if (!fault.isEmpty())
        faults << FieldFault{target.field->key(), fault, {}};
    return value;
}

void Assignments::apply(Record &record, const QString &currency)
{
    QList<FieldFault> faults;
    for (const bool money : {false, true}) { // the currency may be among the values
        const QString own =
            record.entity().currencyField().isEmpty() ? QString() : record.text(record.entity().currencyField());
        const QString its = !own.isEmpty() ? own : !currency.isEmpty() ? currency : m_call.catalog().baseCurrency;
        for (const BoundTarget &target : std::as_const(m_targets)) {
            if (!target.isId && (target.field->kind() == Kind::Money) == money)
                record.set(target.field->key(), read(target, its, faults));
        }
    }
    if (!faults.isEmpty())
        throw Error::validation(faults);
}

// --- showing

void writeText(Call &call, const QString &text)
{
    const QString path = call.value(QStringLiteral("to"));
    if (path.isEmpty()) {
        call.out.line(text);
        return;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
        throw Error(ErrorKind::Validation, Tr::tr("“%1” cannot be written: %2").arg(path, file.errorString()));
}

QString currencyOf(Call &call, const Record &record)
{
    const QString field = record.entity().currencyField();
    const QString own = field.isEmpty() ? QString() : record.text(field);
    return own.isEmpty() ? call.catalog().baseCurrency : own;
}

bool isNumber(const Field &field) { return isIntegerKind(field.kind()); }

QString changeOpName(ChangeOp op)
{
    switch (op) {
    case ChangeOp::Create:
        return QStringLiteral("create");
    case ChangeOp::Update:
        return QStringLiteral("update");
    case ChangeOp::Delete:
        return QStringLiteral("delete");
    case ChangeOp::Restore:
        return QStringLiteral("restore");
    case ChangeOp::Follow:
        return QStringLiteral("follow");
    case ChangeOp::Purge:
        return QStringLiteral("purge");
    }
    return {};
}

QJsonObject toJson(Call &call, const Record &record, const QString &currency,
                   const QHash<QPair<QString, Id>, QString> &titles)
{
    QJsonObject object{{QStringLiteral("id"), QString::number(record.id())},
                       {QStringLiteral("version"), record.version()}};
    for (const Field &field : record.entity().fieldList()) {
        if (!call.repository().actor().policy.sees(field))
            continue;
        const QVariant value = record.value(field.key());
        object.insert(field.key(), crm::toJson(field, value, currency));
        const Entity *target = isRefKind(field.kind()) ? call.catalog().find(field.target()) : nullptr;
        const QString title = target ? titles.value({field.target(), value.toLongLong()}) : QString();
        if (!title.isEmpty())
            object.insert(field.key() + u'.' + target->titleField(), title);
    }
    return object;
}

QJsonObject toJson(Call &call, const Document &document)
{
    const Record &head = document.head();
    const QString currency = currencyOf(call, head);
    QJsonObject object = toJson(call, head, currency, document.titles);
    object.insert(QStringLiteral("entity"), head.entity().key());
    const auto moment = [&](const char *key, const QDateTime &at) {
        object.insert(QLatin1String(key), at.isValid() ? QJsonValue(at.toString(Qt::ISODateWithMs)) : QJsonValue());
    };
    moment("created_at", head.createdAt());
    moment("changed_at", head.changedAt());
    moment("deleted_at", head.deletedAt());
    QJsonObject tables;
    for (const LineTable &table : head.entity().lineTables()) {
        QJsonArray lines;
        const QList<Record> records = document.lines(table.entity);
        for (const Record &line : records)
            lines << toJson(call, line, currency, document.titles);
        tables.insert(table.entity, lines);
    }
    if (!tables.isEmpty())
        object.insert(QStringLiteral("lines"), tables);
    return object;
}

void print(Call &call, const Document &document)
{
    const Record &head = document.head();
    const Policy &policy = call.repository().actor().policy;
    const FormatContext context{QLocale(), currencyOf(call, head), [&](const QString &entity, Id id) {
                                    return document.titles.value({entity, id});
                                }};
    QList<QPair<QString, QString>> pairs = {{Tr::tr("Id"), QString::number(head.id())}};
    for (const Field &field : head.entity().fieldList()) {
        const QString text =
            policy.sees(field) && !field.isHidden() ? displayText(field, head.value(field.key()), context) : QString();
        if (!text.isEmpty())
            pairs.append({field.label().text(), text});
    }
    call.out.pairs(pairs);
    for (const LineTable &table : head.entity().lineTables()) {
        const Entity &lineEntity = call.entity(table.entity);
        QStringList heads = {Tr::tr("Id")};
        QList<bool> right = {false};
        QList<QStringList> rows;
        for (const Field &field : lineEntity.fieldList()) {
            if (field.isHidden() || !policy.sees(field))
                continue;
            heads << field.label().text();
            right << isNumber(field);
        }
        const QList<Record> lines = document.lines(table.entity);
        for (const Record &line : lines) {
            QStringList row = {QString::number(line.id())};
            for (const Field &field : lineEntity.fieldList()) {
                if (!field.isHidden() && policy.sees(field))
                    row << displayText(field, line.value(field.key()), context);
            }
            rows << row;
        }
        if (!rows.isEmpty()) {
            call.out.line({});
            call.out.line(lineEntity.many().text());
            call.out.table(heads, rows, right);
        }
    }
}

} // namespace crm::cli
