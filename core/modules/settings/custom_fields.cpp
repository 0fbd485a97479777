// Custom fields: fields that an administrator adds to any kind of record. Definitions here; values live in the
// records' `extra` columns.
#include "core/model/choice_text.h"
#include "core/model/error.h"
#include "core/model/fast_field.h"
#include "core/model/format.h"
#include "core/model/formula.h"
#include "core/model/latin_key.h"
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/model/text.h"
#include <QSet>

namespace crm::modules {

namespace {
/// Kinds that need nothing but a column; link tables cannot be made by data.
const QList<Kind> &offeredKinds()
{
    static const QList<Kind> kinds{Kind::Text,    Kind::Memo, Kind::Integer, Kind::Decimal,  Kind::Money,
                                   Kind::Percent, Kind::Date, Kind::Moment,  Kind::Duration, Kind::Bool,
                                   Kind::Choice,  Kind::Ref,  Kind::Email,   Kind::Phone,    Kind::Url,
                                   Kind::Color,   Kind::File, Kind::Time,    Kind::Choices};
    return kinds;
}

Field kindField()
{
    QList<Choice> kinds;
    for (const Kind kind : offeredKinds())
        kinds.append({kindName(kind), kindLabel(kind)});
    return choice("kind", label("Kind", "of a field"), kinds).required().inList().byDefault(kindName(Kind::Text));
}

/// Empty keys are made from the label; where nothing of it can be written in Latin it becomes field_1, field_2 ...
QString keyFromLabel(const QString &text)
{
    constexpr qsizetype most = 40;
    QString key = latinKey(text);
    while (key.startsWith(u'_') || (!key.isEmpty() && key.front().isDigit()))
        key.remove(0, 1);
    key = key.left(most);
    while (key.endsWith(u'_'))
        key.chop(1);
    return key;
}

bool isTaken(RuleContext &c, const Entity *entity, const QString &key)
{
    if (entity && entity->field(key))
        return true;
    const IdList same = c.read.where("custom_fields", "key", key);
    for (const Id id : same) {
        const auto found = id == c.after.id() ? std::nullopt : c.read.find("custom_fields", id);
        if (found && found->text("entity") == c.after.head().text("entity"))
            return true;
    }
    return false;
}

void checkPlace(RuleContext &c, const Registry &registry)
{
    const Entity *entity = registry.find(c.after.head().text("entity"));
    if (!entity || entity->isLine())
        c.refuse("entity", label("There are no records of this kind.").text());
    if (c.after.head().text("key").isEmpty()) {
        const QString base = keyFromLabel(c.after.head().text("label"));
        QString key = base.isEmpty() ? QStringLiteral("field_1") : base;
        for (int i = 2; isTaken(c, entity, key); ++i)
            key = QStringLiteral("%1_%2").arg(base.isEmpty() ? QStringLiteral("field") : base).arg(i);
        c.after.set("key", key);
    }
    const QString key = c.after.head().text("key");
    if (!isIdentifier(key))
        c.refuse(
            "key",
            label("A key is made of small Latin letters, digits and underscores and starts with a letter.").text());
    else if ((c.isNew() || c.changed("key") || c.changed("entity")) && isTaken(c, entity, key))
        c.refuse("key", label("These records have a field of this key already.").text());
}

/// A record to begin with: by its id, or by its title, which becomes the id.
void checkDefaultReference(RuleContext &c, const Entity *target)
{
    if (!target) // is refused already
        return;
    const QString text = c.after.head().text("default").trimmed();
    bool isNumber = false;
    const Id id = text.toLongLong(&isNumber);
    if (isNumber && c.read.find(target->key(), id))
        return;
    const IdList named = target->titleField().isEmpty() || !target->field(target->titleField())
                             ? IdList()
                             : c.read.where(target->key(), target->titleField(), text, 2);
    if (named.size() == 1)
        c.after.set("default", QString::number(named.first()));
    else if (named.isEmpty())
        c.refuse("default", label("There is no such record. Write its name or its id.").text());
    else
        c.refuse("default", label("Several records are called so. Write the id of one.").text());
}

/// The default is kept as files have it (1.5, 2026-11-22), the same for every reader.
void checkDefault(RuleContext &c, const Registry &registry)
{
    const Record &field = c.after.head();
    const auto kind = kindByName(field.text("kind"));
    if (!kind || field.text("default").isEmpty())
        return;
    if (*kind == Kind::File)
        return c.refuse("default", label("A file belongs to one record; new records begin without one.").text());
    if (isRefKind(*kind))
        return checkDefaultReference(c, registry.find(field.text("target")));
    const QList<Choice> choices = parseChoices(field.text("choices"));
    if (isChoiceKind(*kind) && choices.isEmpty())
        return;
    QString fault;
    parseText(Field(*kind, "default", Label()).digits(2).atMost(1000).options(choices), field.text("default"),
              {QLocale::c(), {}, {}}, &fault);
    if (!fault.isEmpty())
        c.refuse("default", fault);
}

/// Another custom field of the same records, as far as a formula needs to know it.
std::optional<Field> customField(RuleContext &c, const QString &entity, const QString &key)
{
    const IdList same = c.read.where("custom_fields", "key", key);
    for (const Id id : same) {
        const auto found = c.read.find("custom_fields", id);
        const auto kind = found ? kindByName(found->text("kind")) : std::nullopt;
        if (!kind || found->text("entity") != entity || id == c.after.id())
            continue;
        const Field field = Field(*kind, key, Label()).digits(2).calculated(found->text("formula"));
        return found->text("class") == QLatin1String("all") ? field : field.internal();
    }
    return std::nullopt;
}

void checkFormula(RuleContext &c, const Registry &registry)
{
    const Record &field = c.after.head();
    const QString formula = field.text("formula").trimmed();
    const auto kind = kindByName(field.text("kind"));
    const Entity *entity = registry.find(field.text("entity"));
    if (formula.isEmpty() || !kind || !entity)
        return;
    if (!Formula::canCalculate(*kind))
        return c.refuse("formula", label("A field of this kind cannot be computed.").text());
    if (field.text("class") != QLatin1String("all"))
        c.refuse("formula", label("What is computed is seen by everybody who sees the record.").text());
    if (field.flag("required") || !field.text("default").isEmpty())
        c.refuse(
            "formula",
            label("What is computed cannot be required, and new records begin with what the formula gives.").text());
    const auto find = [&](const QString &key) {
        const Field *declared = entity->field(key);
        return declared ? std::optional(*declared) : customField(c, entity->key(), key);
    };
    try {
        Formula::parse(formula, find, *kind);
    } catch (const Error &error) {
        c.refuse("formula", error.sentence());
    }
}

/// Nothing that everybody sees may be computed from what somebody may not see.
void checkUses(RuleContext &c)
{
    const Record &field = c.after.head();
    if (c.isNew() || field.text("class") == QLatin1String("all"))
        return;
    const IdList others = c.read.where("custom_fields", "entity", field.text("entity"));
    for (const Id id : others) {
        const auto other = id == c.after.id() ? std::nullopt : c.read.find("custom_fields", id);
        if (other && Formula::namesIn(other->text("formula")).contains(field.text("key"))) {
            c.refuse("class", label("“%1” is computed from it, and everybody sees that.").text().arg(other->title()));
            return;
        }
    }
}

/// How many other fields of these records are fast.
int othersThatAreFast(RuleContext &c)
{
    int fast = 0;
    const IdList others = c.read.where("custom_fields", "entity", c.after.head().text("entity"));
    for (const Id id : others) {
        const auto other = id == c.after.id() ? std::nullopt : c.read.find("custom_fields", id);
        fast += other && other->flag("fast");
    }
    return fast;
}

void checkFast(RuleContext &c)
{
    const Record &field = c.after.head();
    const auto kind = kindByName(field.text("kind"));
    if (!field.flag("fast") || !kind)
        return;
    if (!canBeFast(*kind))
        c.refuse("fast", label("A field of this kind cannot be made fast: an index holds one short value.").text());
    else if (field.text("class") != QLatin1String("all"))
        c.refuse("fast", label("Only a field that everybody sees can be made fast. What is hidden from some is asked "
                               "for with each record, and no index helps there.")
                             .text());
    else if ((c.isNew() || c.changed("fast")) && othersThatAreFast(c) >= mostFastFields)
        c.refuse("fast", label("%1 fields of these records are fast already, which is the limit: each of them makes "
                               "saving slower. Take the mark off another one first.")
                             .text()
                             .arg(mostFastFields));
}

void checkKind(RuleContext &c, const Registry &registry)
{
    const Record &field = c.after.head();
    for (const char *fixed : {"entity", "key", "kind"}) {
        if (!c.isNew() && c.changed(fixed))
            c.refuse(
                fixed,
                label("This cannot be changed later: records hold values already. Add another field instead.").text());
    }
    const auto kind = kindByName(field.text("kind"));
    if (kind && isChoiceKind(*kind) && field.text("choices").trimmed().isEmpty())
        c.refuse("choices", label("Write down the choices, one on a line.").text());
    if (field.text("kind") == QLatin1String("ref") && !registry.find(field.text("target")))
        c.refuse("target", label("Say which kind of record the field links to.").text());
    checkDefault(c, registry);
    checkFormula(c, registry);
    checkUses(c);
    checkFast(c);
    if (field.text("class") == QLatin1String("restricted") && field.text("right").trimmed().isEmpty())
        c.refuse("right", label("Name the right that one needs to see the field.").text());
}
} // namespace

void declare_settings_custom_fields(Registry &registry)
{
    Entity e("custom_fields", label("Custom field"), label("Custom fields"));
    e.area("settings").place(10).icon("custom_fields").title("label").adminOnly().notMerged();
    e.hint(label("Add the fields that your work needs to clients, tasks, orders and all other records."));
    e.fields({
        text("label", label("Label", "the name of a field"), 100).required().inList().searchable(),
        entityChoice("entity", label("Belongs to", "which records have the field")).required().inList(),
        text("key", label("Key", "of a field"), 48)
            .inList()
            .help(label("The name in files and commands. Empty: made from the label.")),
        kindField(),
        memo("choices", label("Choices"))
            .atMost(10'000)
            .help(label("One on a line; a key may stand before it, a colour behind it: new = New | green.")),
        entityChoice("target", label("Links to", "which kind of record")),
        text("default", label("Value for new records"), 500).help(label("Written as in files: 1.5, 2026-11-22, yes.")),
        text("help", label("Help text"), 250),
        text("placeholder", label("Placeholder"), 100).help(label("Shown grey while the field is empty.")),
        text("formula", label("Formula"), 500)
            .help(label("Computed from the record's other fields each time it is saved: price * 1.2.")),
        yesNo("required", label("Required", "a field")).inList(),
        choice("class", label("Who sees it"),
               {{"all", label("Everybody")}, {"internal", label("Staff")}, {"restricted", label("Holders of a right")}})
            .required()
            .byDefault(QString("all")),
        text("right", label("Right", "a named right"), 48),
        yesNo("in_list", label("A column of the list")),
        yesNo("fast", label("Fast to filter and sort"))
            .help(label("Its values get an index, so that lists of very many records are filtered and sorted by it at "
                        "once. Each save takes a little longer; texts hold 250 characters at most; 20 fields of a "
                        "kind of record. On a server the index comes with the next upgrade of the office.")),
        integer("position", label("Position")).indexed().byDefault(QVariant(0)),
    });
    const Registry *known = &registry;
    e.beforeSave([known](RuleContext &c) { checkPlace(c, *known); });
    e.beforeSave([known](RuleContext &c) { checkKind(c, *known); });
    e.sortedBy("entity, position, label");
    alsoCalled("custom_fields", label("own fields, additional fields, user-defined fields, columns", "search words"));
    registry.add(e);
}

} // namespace crm::modules
