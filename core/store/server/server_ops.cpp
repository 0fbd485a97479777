#include "core/store/server/server_ops.h"
#include "core/model/entity.h"
#include "core/model/text.h"
#include "core/store/codec.h"
#include "core/store/search_text.h"
#include "core/store/server/server_names.h"
#include "core/store/stored_documents.h"
#include <QJsonArray>

namespace crm {

namespace {
/// Ids beyond 2^53 stay exact as text, whoever reads the JSON.
QJsonArray idTexts(const IdList &ids)
{
    QJsonArray out;
    for (const Id id : ids)
        out.append(QString::number(id));
    return out;
}

QJsonValue columnJson(const Field &field, const QVariant &value)
{
    const QVariant column = toColumn(field, value);
    if (column.isNull())
        return QJsonValue::Null;
    if (isRefKind(field.kind()))
        return QString::number(column.toLongLong());
    return column.typeId() == QMetaType::QString ? QJsonValue(column.toString()) : QJsonValue(column.toLongLong());
}

/// The folded copy, cut to the length of its column (folding may lengthen a text a little).
QJsonValue foldedJson(const Field &field, const QVariant &value)
{
    const QString text = value.toString();
    if (text.isEmpty())
        return QJsonValue::Null;
    const QList<uint> characters = fold(text).toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(characters.constData()),
                             std::min<qsizetype>(characters.size(), field.size()));
}

void addRecord(QJsonObject &op, const Record &record, const Actor &actor)
{
    QJsonObject values, folded, extra, links;
    for (const Field &f : record.entity().fieldList()) {
        if (!actor.policy.sees(f) || f.isKept() || !(record.isNew() || record.isChanged(f.key())))
            continue;
        const QVariant value = record.value(f.key());
        if (f.isCustom()) {
            const QJsonValue json = toExtra(f, value);
            if (!record.isNew() || !json.isNull())
                extra.insert(f.key(), json);
        } else if (isListKind(f.kind())) {
            if (!record.isNew() || !record.ids(f.key()).isEmpty())
                links.insert(f.key(), idTexts(record.ids(f.key())));
        } else {
            values.insert(f.key(), columnJson(f, value));
            if (hasFoldedCopy(f))
                folded.insert(f.key(), foldedJson(f, value));
        }
    }
    op.insert(QStringLiteral("id"), QString::number(record.id()));
    op.insert(QStringLiteral("seen"), record.version());
    const std::pair<const char *, QJsonObject> parts[] = {{"v", values}, {"f", folded}, {"x", extra}, {"l", links}};
    for (const auto &[key, part] : parts) {
        if (!part.isEmpty())
            op.insert(QLatin1String(key), part);
    }
}

void addLines(QJsonObject &op, const Document &after, const Document *stored, const Actor &actor)
{
    QJsonObject lines, gone;
    for (const LineTable &table : after.entity().lineTables()) {
        QJsonArray written;
        QSet<Id> present;
        const QList<Record> now = after.lines(table.entity);
        for (const Record &line : now) {
            present << line.id();
            if (!line.isNew() && line.changedFields().isEmpty())
                continue;
            QJsonObject item;
            addRecord(item, line, actor);
            written.append(item);
        }
        if (!written.isEmpty())
            lines.insert(table.entity, written);
        IdList missing;
        const QList<Record> before = stored ? stored->lines(table.entity) : QList<Record>();
        for (const Record &line : before) {
            if (!present.contains(line.id()))
                missing << line.id();
        }
        if (!missing.isEmpty())
            gone.insert(table.entity, idTexts(missing));
    }
    if (!lines.isEmpty())
        op.insert(QStringLiteral("lines"), lines);
    if (!gone.isEmpty())
        op.insert(QStringLiteral("gone"), gone);
}

/// The texts that search looks through, of the classes that changed and that the actor sees.
void addSearch(QJsonObject &op, const Record &record, const Actor &actor)
{
    bool all = false, internal = false;
    for (const Field &f : record.entity().fieldList()) {
        if (!f.isSearchable() || !(record.isNew() || record.isChanged(f.key())))
            continue;
        all = all || f.fieldClass() == FieldClass::All;
        internal = internal || f.fieldClass() == FieldClass::Internal;
    }
    QJsonObject search;
    const auto add = [&](const QString &key, FieldClass fieldClass) {
        const QString text = searchText(record, fieldClass);
        search.insert(key, text);
        search.insert(key + QStringLiteral("_w"), trigramWords(text));
    };
    if (all)
        add(QStringLiteral("all"), FieldClass::All);
    if (internal && (actor.policy.isStaff() || actor.policy.isAdmin()))
        add(QStringLiteral("internal"), FieldClass::Internal);
    if (!search.isEmpty())
        op.insert(QStringLiteral("s"), search);
}
} // namespace

QJsonObject saveOp(const Document &after, const Document *stored, const Actor &actor)
{
    QJsonObject op{{QStringLiteral("op"), QStringLiteral("save")}, {QStringLiteral("e"), after.entity().key()}};
    addRecord(op, after.head(), actor);
    addLines(op, after, stored, actor);
    addSearch(op, after.head(), actor);
    return op;
}

QJsonObject idsOp(const QString &op, const QString &entity, const IdList &ids, const QList<qint64> &seen)
{
    QJsonObject out{{QStringLiteral("op"), op}, {QStringLiteral("e"), entity}, {QStringLiteral("ids"), idTexts(ids)}};
    if (!seen.isEmpty()) {
        QJsonArray versions;
        for (qsizetype i = 0; i < ids.size(); ++i)
            versions << seen.value(i);
        out.insert(QStringLiteral("seen"), versions);
    }
    return out;
}

Document asLoaded(const Document &document)
{
    Record head = document.head();
    for (const Field &f : head.entity().fieldList())
        head.set(f.key(), document.head().original(f.key()));
    Document out(head);
    for (const LineTable &table : document.entity().lineTables())
        out.lines(table.entity) = document.loadedLines(table.entity);
    out.markLoaded();
    return out;
}

} // namespace crm
