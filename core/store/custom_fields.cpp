// Custom fields of a database, as an admin defined them, made into Fields that every engine knows.
#include "core/model/format.h"
#include "core/model/text.h"
#include "core/store/local_repository.h"
#include "core/store/schema.h"
#include <QLoggingCategory>

namespace crm {

namespace {
Q_LOGGING_CATEGORY(log, "mycrm.store")

/// "red=Red;blue=Blue" or one option a line; a plain word is key and label in one.
QList<Choice> parseChoices(const QString &text)
{
    QList<Choice> out;
    QString flat = text;
    flat.replace(u'\n', u';');
    const QStringList parts = flat.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString key = part.section(u'=', 0, 0).trimmed();
        const QString label = part.contains(u'=') ? part.section(u'=', 1).trimmed() : key;
        if (!key.isEmpty())
            out << Choice{key, Label::literal(label), {}};
    }
    return out;
}

/// @param currency of the database, for a default amount
std::optional<Field> makeField(const Rows &rows, const QString &currency)
{
    const auto kind = kindByName(rows.text(3));
    const QString key = rows.text(1);
    if (!kind || !isIdentifier(key) || isListKind(*kind))
        return std::nullopt;
    Field f = Field(*kind, key, Label::literal(rows.text(2)))
                  .custom()
                  .required(rows.integer(4) == 1)
                  .inList(rows.integer(7) == 1);
    if (isTextKind(*kind))
        f = f.atMost(*kind == Kind::Memo ? 100'000 : 1000);
    if (*kind == Kind::Decimal || *kind == Kind::Percent || *kind == Kind::Money)
        f = f.digits(2);
    if (*kind == Kind::Choice) {
        f = f.options(parseChoices(rows.text(5)));
        if (f.choices().isEmpty())
            return std::nullopt;
    }
    if (isRefKind(*kind))
        f = f.to(rows.text(8));
    if (!rows.text(9).isEmpty()) {
        QString fault;
        // One form for everybody: what it means must not depend on who reads it.
        const QVariant value = parseText(f, rows.text(9), {QLocale::c(), currency, {}}, &fault);
        if (fault.isEmpty())
            f = f.byDefault(value);
        else
            qCWarning(log, "custom field %s: its default is left out: %s", qPrintable(key), qPrintable(fault));
    }
    f = f.help(Label::literal(rows.text(10)));
    const QString fieldClass = rows.text(6);
    if (fieldClass == QLatin1String("internal"))
        f = f.internal();
    else if (fieldClass == QLatin1String("restricted"))
        f = f.restricted(rows.text(11));
    return f;
}
} // namespace

std::shared_ptr<const Catalog> loadCatalog(Database &db, const Registry &registry)
{
    QHash<QString, QList<Field>> custom;
    const QString currency = metaValue(db, QStringLiteral("base_currency"));
    if (registry.find(QStringLiteral("custom_fields"))) {
        Rows rows = db.run(QStringLiteral(
            "SELECT entity, key, label, kind, required, choices, class, in_list, target, `default`, help, "
            "`right` FROM main.custom_fields "
            "WHERE deleted_at IS NULL ORDER BY entity, position, id"));
        while (rows.next()) {
            const Entity *entity = registry.find(rows.text(0));
            const auto field = makeField(rows, currency);
            if (entity && field && !entity->field(field->key()))
                custom[rows.text(0)] << *field;
            else
                qCWarning(log, "custom field %s.%s is left out: not usable", qPrintable(rows.text(0)),
                          qPrintable(rows.text(1)));
        }
    }
    auto catalog = std::make_shared<Catalog>(registry, custom);
    if (!currency.isEmpty())
        catalog->baseCurrency = currency;
    return catalog;
}

} // namespace crm
