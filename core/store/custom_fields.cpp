// Custom fields of a database, as an admin defined them, made into Fields that every engine knows.
#include "core/store/custom_fields.h"
#include "core/access/policy.h"
#include "core/model/choice_text.h"
#include "core/model/error.h"
#include "core/model/fast_field.h"
#include "core/model/format.h"
#include "core/model/latin_key.h"
#include "core/model/record.h"
#include "core/model/text.h"
#include "core/store/local_repository.h"
#include "core/store/schema.h"
#include <QCoreApplication>
#include <QLoggingCategory>
#include <algorithm>

namespace crm {

namespace {
Q_LOGGING_CATEGORY(log, "mycrm.store")

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::CustomFields)
};

const QString definitions = QStringLiteral("custom_fields");

Field ofClass(const Field &field, const FieldDefinition &d)
{
    const QString fieldClass = d.value(QStringLiteral("class")).toString();
    if (fieldClass == QLatin1String("internal"))
        return field.internal();
    return fieldClass == QLatin1String("restricted") ? field.restricted(d.value(QStringLiteral("right")).toString())
                                                     : field;
}

bool isMarkedFast(const FieldDefinition &d, Kind kind)
{
    return d.value(QStringLiteral("fast")).toInt() == 1 && canBeFast(kind) &&
           d.value(QStringLiteral("class")).toString() == QLatin1String("all");
}

/// In a file the index follows the mark at once; a server says whether the column is there.
bool isIndexedNow(const FieldDefinition &d)
{
    const auto made = d.constFind(fastColumnMade);
    return made == d.cend() || made->toInt() == 1;
}

/// @param currency of the database, for a default amount
std::optional<Field> makeField(const FieldDefinition &d, const QString &currency)
{
    const auto text = [&](const char *column) { return d.value(QLatin1String(column)).toString(); };
    const auto flag = [&](const char *column) { return d.value(QLatin1String(column)).toInt() == 1; };
    const auto kind = kindByName(text("kind"));
    const QString key = text("key");
    if (!kind || !isIdentifier(key) || isListKind(*kind))
        return std::nullopt;
    Field f =
        Field(*kind, key, Label::literal(text("label"))).custom().required(flag("required")).inList(flag("in_list"));
    if (isTextKind(*kind))
        f = f.atMost(*kind == Kind::Memo ? 100'000 : 1000);
    if (isMarkedFast(d, *kind))
        f = isTextKind(*kind) ? f.indexed(isIndexedNow(d)).atMost(fastTextSize) : f.indexed(isIndexedNow(d));
    if (*kind == Kind::Decimal || *kind == Kind::Percent || *kind == Kind::Money)
        f = f.digits(2);
    if (*kind == Kind::Time)
        f = f.atMost(5);
    if (isChoiceKind(*kind)) {
        f = f.options(parseChoices(text("choices")));
        if (f.choices().isEmpty())
            return std::nullopt;
    }
    if (*kind == Kind::File)
        f = f.to(QStringLiteral("files"));
    else if (isRefKind(*kind))
        f = f.to(text("target"));
    if (!text("formula").trimmed().isEmpty())
        return ofClass(f.calculated(text("formula")).help(Label::literal(text("help"))).required(false), d);
    if (!text("default").isEmpty()) {
        QString fault;
        // One form for everybody: what it means must not depend on who reads it.
        const QVariant value = parseText(f, text("default"), {QLocale::c(), currency, {}}, &fault);
        if (fault.isEmpty())
            f = f.byDefault(value);
        else
            qCWarning(log, "custom field %s: its default is left out: %s", qPrintable(key), qPrintable(fault));
    }
    f = f.help(Label::literal(text("help"))).placeholder(Label::literal(text("placeholder")));
    return ofClass(f, d);
}
} // namespace

std::optional<Field> customField(const Record &definition, const QString &currency)
{
    FieldDefinition d;
    for (const Field &f : definition.entity().fieldList())
        d.insert(f.key(), definition.value(f.key()));
    return makeField(d, currency);
}

std::shared_ptr<const Catalog> makeCatalog(const Registry &registry, const QString &currency,
                                           const QList<FieldDefinition> &all)
{
    QHash<QString, QList<Field>> custom;
    for (const FieldDefinition &d : all) {
        const QString key = d.value(QStringLiteral("entity")).toString();
        const Entity *entity = registry.find(key);
        const auto field = makeField(d, currency);
        if (entity && field && !entity->field(field->key()))
            custom[key] << *field;
        else
            qCWarning(log, "custom field %s.%s is left out: not usable", qPrintable(key),
                      qPrintable(d.value(QStringLiteral("key")).toString()));
    }
    auto catalog = std::make_shared<Catalog>(registry, custom);
    if (!currency.isEmpty())
        catalog->baseCurrency = currency;
    return catalog;
}

std::shared_ptr<const Catalog> loadCatalog(Database &db, const Registry &registry)
{
    static const QStringList columns = {
        QStringLiteral("entity"),      QStringLiteral("key"),     QStringLiteral("label"), QStringLiteral("kind"),
        QStringLiteral("required"),    QStringLiteral("choices"), QStringLiteral("class"), QStringLiteral("in_list"),
        QStringLiteral("target"),      QStringLiteral("default"), QStringLiteral("help"),  QStringLiteral("right"),
        QStringLiteral("placeholder"), QStringLiteral("formula"), QStringLiteral("fast")};
    QList<FieldDefinition> found;
    if (registry.find(definitions)) {
        Rows rows = db.run(QStringLiteral("SELECT `%1` FROM main.custom_fields WHERE deleted_at IS NULL "
                                          "ORDER BY entity, position, id")
                               .arg(columns.join(QStringLiteral("`,`"))));
        while (rows.next()) {
            FieldDefinition d;
            for (int i = 0; i < columns.size(); ++i)
                d.insert(columns[i], rows.value(i));
            found << d;
        }
    }
    return makeCatalog(registry, metaValue(db, QStringLiteral("base_currency")), found);
}

bool mayAddChoices(const Catalog &catalog, const Policy &policy)
{
    const Entity *entity = catalog.find(definitions);
    return entity && policy.may(*entity, Verb::Update) && (!entity->isAdminOnly() || policy.isAdmin());
}

bool canBeChoice(const QString &label)
{
    constexpr qsizetype most = 100;
    // A server takes the lines apart in their JSON form, where a backslash means more.
    if (label.isEmpty() || label.size() > most || label != label.trimmed() || label.contains(u'\r') ||
        label.contains(u'\\'))
        return false;
    const QList<Choice> read = parseChoices(choicesText({{QStringLiteral("k"), Label::literal(label)}}));
    return read.size() == 1 && read.first().label.text() == label && read.first().color.isEmpty();
}

Choice choiceCalled(const QString &label, const QList<Choice> &others)
{
    constexpr qsizetype most = 40;
    const QString latin = latinKey(label).left(most);
    const QString base = latin.isEmpty() ? QStringLiteral("choice") : latin;
    const auto isTaken = [&others](const QString &key) {
        return std::any_of(others.begin(), others.end(), [&](const Choice &c) { return fold(c.key) == key; });
    };
    QString key = base;
    for (int i = 2; isTaken(key); ++i)
        key = base + u'_' + QString::number(i);
    return {key, Label::literal(label)};
}

std::shared_ptr<const Catalog> withChoices(const Catalog &catalog, const QList<MoreChoices> &more)
{
    QHash<QString, QList<Field>> custom;
    for (const Entity *entity : catalog.entities()) {
        for (const Field &field : entity->fieldList()) {
            if (!field.isCustom())
                continue;
            QList<Choice> choices = field.choices();
            for (const MoreChoices &one : more) {
                if (one.entity == entity->key() && one.field == field.key())
                    choices += one.choices;
            }
            custom[entity->key()] << field.options(choices);
        }
    }
    auto all = std::make_shared<Catalog>(catalog.registry(), custom);
    all->baseCurrency = catalog.baseCurrency;
    return all;
}

QList<Document> definitionsWithChoices(Repository &repository, const QList<MoreChoices> &more)
{
    QList<Document> changed;
    for (const MoreChoices &one : more) {
        Query query(definitions);
        query.filter = Filter::all({Filter::where(QStringLiteral("entity"), Op::Equal, one.entity),
                                    Filter::where(QStringLiteral("key"), Op::Equal, one.field)});
        const Page page = repository.page(query, {});
        if (page.rows.isEmpty())
            throw Error(ErrorKind::NotFound, Tr::tr("The field “%1” has been deleted meanwhile.").arg(one.field));
        Document definition = repository.load(definitions, page.rows.first().id);
        const QString before = definition.head().text(QStringLiteral("choices")).trimmed();
        definition.set(QStringLiteral("choices"), before + u'\n' + choicesText(one.choices));
        changed << definition;
    }
    return changed;
}

} // namespace crm
