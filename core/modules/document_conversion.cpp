#include "core/modules/document_conversion.h"
#include "core/model/format.h"
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/modules/document_totals.h"
#include "core/store/repository.h"
#include "core/work/recurring.h"

namespace crm::modules {

namespace {
/// Numbers, states and what points elsewhere belong to one document alone.
bool goesAlong(const Field &from, const Field &to)
{
    static const QStringList own = {"status", "status_id",   "note",           "external_id",
                                    "labels", "accepted_by", "accepted_email", "decline_reason"};
    return from.kind() == to.kind() && from.target() == to.target() && from.scale() == to.scale() && !to.isReadOnly() &&
           !own.contains(to.key()) && !work::recurringKeys().contains(to.key());
}

void copyValues(const Record &source, Record &target)
{
    for (const Field &to : target.entity().fieldList()) {
        const Field *from = source.entity().field(to.key());
        if (from && goesAlong(*from, to) && !isEmptyValue(source.value(to.key())))
            target.set(to.key(), source.value(to.key()));
    }
}

/// What the client has not taken stays behind; what is taken is an item like the others. A copy stays as it is.
bool convertLine(const Record &line, Record &copy)
{
    copyValues(line, copy);
    if (!line.entity().field("kind") || !isOptionalLine(line) || line.entity().key() == copy.entity().key())
        return true;
    copy.set("kind", itemLine);
    return lineCounts(line);
}

/// Fields of the same key and kind, lines of the first line table to the first one of the target.
void copyDocument(const Catalog &catalog, const Document &source, Document &target)
{
    copyValues(source.head(), target.head());
    if (source.entity().lineTables().isEmpty() || target.entity().lineTables().isEmpty())
        return;
    const QString to = target.entity().lineTables().first().entity;
    const QList<Record> lines = source.lines(source.entity().lineTables().first().entity);
    for (const Record &line : lines) {
        Record copy(catalog.at(to), newId());
        if (convertLine(line, copy))
            target.lines(to).append(copy);
    }
}

/// A copy is of today: when it is due, for example, is said anew.
void forgetDays(Document &copy)
{
    for (const Field &field : copy.entity().fieldList()) {
        if (field.kind() == Kind::Date && !field.isReadOnly())
            copy.set(field.key(), field.defaultValue());
    }
}

/// A title that it must have and that nobody has written yet: after what it is about, until somebody finds a better
/// one.
void nameAfterLines(Document &document)
{
    const Entity &entity = document.entity();
    const Field *title = entity.field(entity.titleField());
    if (!title || !title->isRequired() || title->key() == entity.numberField() || entity.lineTables().isEmpty() ||
        !document.head().text(title->key()).isEmpty())
        return;
    const QList<Record> lines = std::as_const(document).lines(entity.lineTables().first().entity);
    for (const Record &line : lines) {
        const QString about = line.text(line.entity().titleField()).trimmed();
        if (!about.isEmpty())
            return document.set(title->key(), about.left(title->size()));
    }
}

void convert(ActionContext &context, const DocumentConversion &how)
{
    const auto catalog = context.repository.catalog();
    Document &source = context.record;
    Document target = documentFrom(*catalog, source, how.target);
    for (const QString &field : how.also)
        target.set(field, source.value(field));
    nameAfterLines(target);
    if (!how.trail.isEmpty())
        target.set(how.trail, source.id());
    if (source.entity().key() == how.target)
        forgetDays(target);
    context.repository.save(target);
    if (!how.became.isEmpty())
        source.set(how.became, target.id());
    if (how.afterwards)
        how.afterwards(source);
    if (source.isChanged())
        context.repository.save(source);
    context.result = {how.target, target.id()};
}
} // namespace

Document documentFrom(const Catalog &catalog, const Document &source, const QString &target)
{
    Document out{Record(catalog.at(target), newId())};
    copyDocument(catalog, source, out);
    return out;
}

Action copyAction(const QString &entity, const QStringList &also)
{
    Action a = documentConversion("copy", label("Make a copy"), {.target = entity, .also = also});
    a.icon = "copy";
    return a;
}

Action documentConversion(const QString &key, const Label &label, const DocumentConversion &how)
{
    Action a;
    a.key = key;
    a.label = label;
    a.icon = "convert";
    a.creates = how.target;
    a.available = [how](const Record &record) {
        return (how.became.isEmpty() || isEmptyValue(record.value(how.became))) &&
               (!how.available || how.available(record));
    };
    a.run = [how](ActionContext &context) { convert(context, how); };
    return a;
}

} // namespace crm::modules
