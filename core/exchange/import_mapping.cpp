#include "core/exchange/import_mapping.h"
#include "core/exchange/quoted_text.h"
#include "core/model/error.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

struct ReadingRow
{
    ReadAs reading;
    const char *name;
};
constexpr ReadingRow readings[] = {
    {ReadAs::Fraction, "fraction"},
    {ReadAs::Percent, "percent"},
    {ReadAs::FirstWord, "first_word"},
    {ReadAs::OtherWords, "other_words"},
};

[[noreturn]] void refuse(const QString &sentence) { throw Error(ErrorKind::Validation, sentence); }

/// Cuts at commas that stand outside of quotes.
QStringList parts(const QString &text)
{
    QStringList list;
    QString part;
    bool quoted = false;
    for (QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (c == u',' && !quoted) {
            list << part;
            part.clear();
        } else {
            part += c;
        }
    }
    list << part;
    list.removeAll(QString());
    return list;
}

QString quoted(const QString &header)
{
    if (!header.contains(u',') && !header.contains(u'"') && !header.contains(u'='))
        return header;
    return quoted_text::inQuotes(header);
}

void readPath(ColumnTarget &target, const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    target.path = text.left(colon < 0 ? text.size() : colon).trimmed();
    if (colon < 0)
        return;
    const QString name = text.mid(colon + 1).trimmed();
    for (const ReadingRow &row : readings) {
        if (name == QLatin1String(row.name)) {
            target.reading = row.reading;
            return;
        }
    }
    QStringList known;
    for (const ReadingRow &row : readings)
        known << QLatin1String(row.name);
    refuse(
        Tr::tr("“%1”: there is no way of reading called “%2”. Possible are: %3.").arg(text, name, known.join(u", ")));
}

/// A field by its key; a reference also without "_id".
const Field *stepOf(const Entity &entity, const QString &name)
{
    if (const Field *field = entity.field(name))
        return field;
    return entity.field(name + QLatin1String("_id"));
}

class Binder
{
public:
    Binder(const Catalog &catalog, const Actor &actor, const ColumnTarget &target)
        : m_catalog(catalog)
        , m_actor(actor)
        , m_target(target)
    {}

    BoundTarget bind(const Entity &entity)
    {
        m_bound.target = m_target;
        m_bound.entity = &entity;
        QStringList steps = m_target.path.split(u'.');
        if (steps.first() == u"id" && steps.size() == 1) {
            m_bound.field = systemField(QStringLiteral("id"));
            m_bound.isId = true;
            return m_bound;
        }
        if (!stepOf(entity, steps.first()) && steps.size() > 1)
            enterChild(entity, steps.takeFirst());
        takeField(steps.takeFirst());
        if (!steps.isEmpty())
            takeLookup(steps);
        checkReading();
        return m_bound;
    }

private:
    void enterChild(const Entity &entity, const QString &key)
    {
        for (const Related &related : m_catalog.relatedTo(entity.key())) {
            if (related.entity->key() != key)
                continue;
            m_bound.child = key;
            m_bound.childField = related.field;
            m_bound.childByContext = related.byContext;
            m_bound.entity = related.entity;
            return;
        }
        unknown(key, entity);
    }

    void takeField(const QString &name)
    {
        const Entity &entity = *m_bound.entity;
        m_bound.field = stepOf(entity, name);
        if (!m_bound.field)
            unknown(name, entity);
        const Field &field = *m_bound.field;
        if (field.isReadOnly() && field.key() != entity.numberField()) { // a new record may bring its number along
            refuse(Tr::tr("“%1” of %2 is filled in by the program and cannot be imported.")
                       .arg(field.label().text(), entity.many().text()));
        }
        if (!m_actor.policy.sees(field)) {
            throw Error(
                ErrorKind::Denied,
                Tr::tr("Your role may not fill in “%1” of %2.").arg(field.label().text(), entity.many().text()));
        }
        if ((isRefKind(field.kind()) || isListKind(field.kind())) && !field.target().isEmpty())
            m_bound.referred = &m_catalog.at(field.target());
    }

    void takeLookup(const QStringList &steps)
    {
        const Entity *referred = m_bound.referred;
        if (!referred || steps.size() > 1)
            refuse(Tr::tr("“%1”: only a field of the referenced record may follow the dot.").arg(m_target.path));
        if (steps.first() == u"id")
            return;
        m_bound.by = referred->field(steps.first());
        if (!m_bound.by)
            unknown(steps.first(), *referred);
        if (isRefKind(m_bound.by->kind()) || isListKind(m_bound.by->kind()) || !m_actor.policy.sees(*m_bound.by))
            refuse(Tr::tr("%1 cannot be found by “%2”.").arg(referred->many().text(), m_bound.by->label().text()));
    }

    void checkReading() const
    {
        const ReadAs reading = m_target.reading;
        const bool ofPercent = reading == ReadAs::Fraction || reading == ReadAs::Percent;
        const bool ofWords = reading == ReadAs::FirstWord || reading == ReadAs::OtherWords;
        if ((ofPercent && m_bound.field->kind() != Kind::Percent) || (ofWords && !isTextKind(m_bound.field->kind())))
            refuse(Tr::tr("“%1”: a field of the kind “%2” is not read like this.")
                       .arg(m_target.toString(), kindLabel(m_bound.field->kind()).text()));
    }

    [[noreturn]] void unknown(const QString &name, const Entity &entity) const
    {
        QStringList keys;
        for (const Field &f : entity.fieldList()) {
            if (!f.isHidden() && m_actor.policy.edits(f))
                keys << f.key();
        }
        refuse(Tr::tr("“%1”: %2 have no field “%3”. They have: %4.")
                   .arg(m_target.path, entity.many().text(), name, keys.join(u", ")));
    }

    const Catalog &m_catalog;
    const Actor &m_actor;
    const ColumnTarget &m_target;
    BoundTarget m_bound;
};
} // namespace

QString ColumnTarget::toString() const
{
    QString text = isConstant() ? path : quoted(header) + u'=' + path;
    for (const ReadingRow &row : readings) {
        if (row.reading == reading)
            text += u':' + QLatin1String(row.name);
    }
    return isConstant() ? text + u'=' + quoted(constant) : text;
}

QList<ColumnTarget> parseMap(const QString &text)
{
    QList<ColumnTarget> map;
    const QStringList list = parts(text);
    for (const QString &part : list) {
        const qsizetype sign = quoted_text::indexOf(part, u'=');
        ColumnTarget target;
        target.header = quoted_text::read(part.left(std::max<qsizetype>(sign, 0)));
        if (target.header.isEmpty())
            refuse(Tr::tr("“%1”: write a column of the file, = and a field, for example CompanyName=name.").arg(part));
        readPath(target, part.mid(sign + 1));
        map << target;
    }
    return map;
}

QList<ColumnTarget> parseConstants(const QString &text)
{
    QList<ColumnTarget> map;
    const QStringList list = parts(text);
    for (const QString &part : list) {
        const qsizetype sign = quoted_text::indexOf(part, u'=');
        ColumnTarget target;
        readPath(target, part.left(std::max<qsizetype>(sign, 0)));
        if (target.path.isEmpty())
            refuse(
                Tr::tr("“%1”: write a field, = and the value for all rows, for example rounding=document.").arg(part));
        target.constant = quoted_text::read(part.mid(sign + 1));
        map << target;
    }
    return map;
}

BoundTarget bindTarget(const Catalog &catalog, const Entity &entity, const Actor &actor, const ColumnTarget &target)
{
    return Binder(catalog, actor, target).bind(entity);
}

} // namespace crm
