#include "core/model/declaration_checks.h"
#include "core/model/choice_text.h"
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/registry.h"
#include "core/model/text.h"
#include <QSet>

namespace crm {

namespace {
constexpr int longestName = 64; // of a table in MariaDB

/// Gathers the faults of one entity, each beginning with where it is.
class Faults
{
public:
    explicit Faults(QString where)
        : m_where(std::move(where))
    {}
    void add(const QString &what) { m_list << m_where + QStringLiteral(": ") + what; }
    void add(const Field &field, const QString &what)
    {
        m_list << m_where + u'.' + field.key() + QStringLiteral(": ") + what;
    }
    const QStringList &list() const { return m_list; }

private:
    QString m_where;
    QStringList m_list;
};

bool isSystemColumn(const QString &key)
{
    static const QSet<QString> names = {
        QStringLiteral("id"),         QStringLiteral("version"),    QStringLiteral("scope_id"),
        QStringLiteral("created_at"), QStringLiteral("created_by"), QStringLiteral("changed_at"),
        QStringLiteral("changed_by"), QStringLiteral("deleted_at"), QStringLiteral("batch_id")};
    return names.contains(key) || key == QLatin1String("extra") || key.startsWith(QLatin1String("extra_"));
}

bool isWordOfExpressions(const QString &key)
{
    static const QSet<QString> words = {QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("not"),
                                        QStringLiteral("in"),  QStringLiteral("is"), QStringLiteral("empty")};
    return words.contains(key);
}

void checkName(const QString &key, Faults &faults, const QString &what)
{
    if (!isIdentifier(key))
        faults.add(
            QStringLiteral("%1 \"%2\" is no name: a-z, 0-9 and _, at most 48, beginning with a letter").arg(what, key));
    else if (key.contains(QLatin1String("__")))
        faults.add(QStringLiteral("%1 \"%2\" contains __, which joins the names of link tables").arg(what, key));
}

void checkChoices(const Field &f, Faults &faults)
{
    if (!f.transitions().isEmpty() && f.kind() != Kind::Choice)
        faults.add(f, QStringLiteral("only a choice has transitions"));
    if (!isChoiceKind(f.kind())) {
        if (!f.choices().isEmpty())
            faults.add(f, QStringLiteral("only a choice has choices"));
        return;
    }
    if (f.choices().isEmpty() && !f.namesEntity())
        faults.add(f, QStringLiteral("a choice without choices"));
    QSet<QString> seen;
    for (const Choice &c : f.choices()) {
        if (f.kind() == Kind::Choices && (c.key.contains(u';') || c.key != c.key.trimmed()))
            faults.add(f, QStringLiteral("the choice key \"%1\" contains what separates several").arg(c.key));
        if (c.key.isEmpty() || c.key.size() > f.size())
            faults.add(f, QStringLiteral("the choice key \"%1\" is empty or too long").arg(c.key));
        if (seen.contains(c.key))
            faults.add(f, QStringLiteral("the choice \"%1\" stands there twice").arg(c.key));
        if (c.label.isEmpty())
            faults.add(f, QStringLiteral("the choice \"%1\" has no label").arg(c.key));
        seen.insert(c.key);
    }
    for (auto it = f.transitions().cbegin(); it != f.transitions().cend(); ++it) {
        const QStringList keys = QStringList(it.value()) << it.key();
        for (const QString &key : keys) {
            if (!seen.contains(key))
                faults.add(f, QStringLiteral("a transition names the unknown choice \"%1\"").arg(key));
        }
    }
}

void checkDefault(const Field &f, Faults &faults)
{
    bool ok = true;
    const QVariant value = canonicalValue(f, f.defaultValue(), &ok);
    if (!ok)
        faults.add(f, QStringLiteral("the default is not of the kind %1").arg(kindName(f.kind())));
    else if (f.kind() == Kind::Choice && value.isValid() && !f.choice(value.toString()))
        faults.add(f, QStringLiteral("the default \"%1\" is not among the choices").arg(value.toString()));
    else if (f.kind() == Kind::Choices && value.isValid() && !knowsChoices(f, value))
        faults.add(f, QStringLiteral("the default \"%1\" is not among the choices").arg(value.toString()));
    else if (isTextKind(f.kind()) && f.size() > 0 && value.toString().size() > f.size())
        faults.add(f, QStringLiteral("the default is longer than the field"));
    else if (isIntegerKind(f.kind()) && value.isValid() &&
             (value.toLongLong() < f.minimum().value_or(value.toLongLong()) ||
              value.toLongLong() > f.maximum().value_or(value.toLongLong())))
        faults.add(f, QStringLiteral("the default is out of the range"));
}

void checkNumbers(const Field &f, Faults &faults)
{
    if ((f.minimum() || f.maximum()) && !isIntegerKind(f.kind()))
        faults.add(f, QStringLiteral("a range fits numbers only"));
    if (f.minimum() && f.maximum() && *f.minimum() > *f.maximum())
        faults.add(f, QStringLiteral("the range is empty"));
    if (f.scale() < 0 || f.scale() > 12)
        faults.add(f, QStringLiteral("the scale must be 0 to 12"));
    if (isTextKind(f.kind()) && f.size() <= 0)
        faults.add(f, QStringLiteral("a text without a size"));
}

void checkTarget(const Entity &e, const Field &f, Faults &faults)
{
    const bool refers = isRefKind(f.kind()) || isListKind(f.kind());
    const bool isContext = e.hasContext() && f.key() == QLatin1String("parent_id");
    if (refers && f.target().isEmpty() && !isContext)
        faults.add(f, QStringLiteral("a reference without a target"));
    if (!refers && !f.target().isEmpty())
        faults.add(f, QStringLiteral("only a reference has a target"));
    if (isListKind(f.kind()) && e.key().size() + 2 + f.key().size() > longestName)
        faults.add(f, QStringLiteral("the name of its link table is longer than %1").arg(longestName));
}

void checkBehaviour(const Field &f, Faults &faults)
{
    if (f.isRequired() && f.isComputed())
        faults.add(f, QStringLiteral("required and computed: nobody can fill it in"));
    if (f.isUnique() &&
        (isListKind(f.kind()) || f.kind() == Kind::Memo || f.kind() == Kind::Bool || f.kind() == Kind::Choices))
        faults.add(f, QStringLiteral("this kind cannot be unique"));
    if (f.isSearchable() && !isTextKind(f.kind()))
        faults.add(f, QStringLiteral("only texts are searchable"));
    if (f.fieldClass() == FieldClass::Restricted && !isIdentifier(f.right()))
        faults.add(f, QStringLiteral("restricted, but by no named right"));
}

void checkKept(const Entity &e, const Field &f, Faults &faults)
{
    if (!f.isKept())
        return;
    if (e.isLine() || f.isCustom() || f.isUnique() || f.isSearchable() || f.fieldClass() == FieldClass::Restricted)
        faults.add(f,
                   QStringLiteral("the database keeps it: not in a line, not custom, unique, searched or restricted"));
    if (!f.kept().states.isEmpty() ? f.kind() != Kind::Choice : !isIntegerKind(f.kind()))
        faults.add(f, QStringLiteral("a field of this kind cannot be kept like this"));
    QStringList named = f.kept().difference.plus + f.kept().difference.minus;
    for (const KeptCase &one : f.kept().states) {
        if (!f.choice(one.key))
            faults.add(f, QStringLiteral("the state \"%1\" is not among the choices").arg(one.key));
        for (const KeptCondition &c : one.when)
            named << c.field;
    }
    for (const QString &key : std::as_const(named)) {
        const Field *other = e.field(key);
        if (!other || isListKind(other->kind()) || other->isCustom() || !other->kept().states.isEmpty() ||
            (other->kept().difference.isValid() && f.kept().states.isEmpty()))
            faults.add(f, QStringLiteral("is kept from \"%1\", which is no plain column here").arg(key));
    }
}

void checkField(const Entity &e, const Field &f, Faults &faults)
{
    checkName(f.key(), faults, QStringLiteral("the field"));
    if (isSystemColumn(f.key()))
        faults.add(f, QStringLiteral("the name belongs to the store"));
    if (isWordOfExpressions(f.key()))
        faults.add(f, QStringLiteral("the name is a word of filter expressions"));
    if (f.label().isEmpty())
        faults.add(f, QStringLiteral("has no label"));
    checkChoices(f, faults);
    checkDefault(f, faults);
    checkNumbers(f, faults);
    checkTarget(e, f, faults);
    checkBehaviour(f, faults);
    checkKept(e, f, faults);
}

/// A field that the entity names for a purpose: it must exist and be of one of the kinds.
const Field *checkRole(const Entity &e, const QString &key, const QList<Kind> &kinds, const QString &role,
                       Faults &faults)
{
    const Field *f = e.field(key);
    if (!f)
        faults.add(QStringLiteral("the %1 field \"%2\" does not exist").arg(role, key));
    else if (!kinds.isEmpty() && !kinds.contains(f->kind()))
        faults.add(*f, QStringLiteral("cannot be the %1 field: it is of the kind %2").arg(role, kindName(f->kind())));
    return f;
}

void checkRoles(const Entity &e, Faults &faults)
{
    if (!e.titleField().isEmpty()) {
        const Field *f = checkRole(e, e.titleField(), {Kind::Text, Kind::Memo, Kind::Email, Kind::Phone, Kind::Url},
                                   QStringLiteral("title"), faults);
        if (f && f->fieldClass() != FieldClass::All)
            faults.add(*f, QStringLiteral("a title is seen by everyone, it cannot be internal or restricted"));
    } else if (e.numberField().isEmpty() && !e.isLine()) {
        faults.add(QStringLiteral("has neither a title nor a number"));
    }
    if (!e.numberField().isEmpty())
        checkRole(e, e.numberField(), {Kind::Text}, QStringLiteral("number"), faults);
    if (!e.statusField().isEmpty())
        checkRole(e, e.statusField(), {Kind::Choice, Kind::Ref}, QStringLiteral("status"), faults);
    if (!e.currencyField().isEmpty())
        checkRole(e, e.currencyField(), {Kind::Text, Kind::Choice}, QStringLiteral("currency"), faults);
}

void checkScope(const Entity &e, Faults &faults)
{
    const Scope &s = e.scope();
    switch (s.kind) {
    case Scope::Everyone:
        break;
    case Scope::Attached:
        if (!e.hasContext())
            faults.add(QStringLiteral("takes its parent's scope, but has no context"));
        break;
    case Scope::Owner:
    case Scope::Parent:
    case Scope::Private:
        checkRole(e, s.field, {Kind::Ref}, QStringLiteral("scope"), faults);
        if (!s.members.isEmpty())
            checkRole(e, s.members, {Kind::RefList}, QStringLiteral("members"), faults);
        break;
    }
}

void checkParts(const Entity &e, Faults &faults)
{
    QSet<QString> seen;
    const auto once = [&](const QString &kind, const QString &key) {
        if (seen.contains(kind + key))
            faults.add(QStringLiteral("the %1 \"%2\" is declared twice").arg(kind, key));
        seen.insert(kind + key);
    };
    for (const DefaultView &v : e.views()) {
        checkName(v.key, faults, QStringLiteral("the view"));
        once(QStringLiteral("view"), v.key);
        if (v.label.isEmpty())
            faults.add(QStringLiteral("the view \"%1\" has no label").arg(v.key));
    }
    for (const Action &a : e.actions()) {
        checkName(a.key, faults, QStringLiteral("the action"));
        once(QStringLiteral("action"), a.key);
        if (a.label.isEmpty() || !a.run)
            faults.add(QStringLiteral("the action \"%1\" has no label or does nothing").arg(a.key));
        for (const Field &parameter : a.parameters)
            checkField(e, parameter, faults);
    }
    for (const DuplicateRule &r : e.duplicateRules()) {
        checkName(r.key, faults, QStringLiteral("the rule of duplicates"));
        once(QStringLiteral("rule of duplicates"), r.key);
        if (r.label.isEmpty() || !e.isMergeable())
            faults.add(QStringLiteral("the rule of duplicates \"%1\" has no label or is of no use").arg(r.key));
        bool compares = false;
        for (const QString &key : r.fields) {
            const Field *f = checkRole(e, key, {Kind::Text, Kind::Email, Kind::Phone, Kind::Ref},
                                       QStringLiteral("a field of duplicates"), faults);
            compares = compares || (f && isTextKind(f->kind()));
        }
        if (!compares)
            faults.add(QStringLiteral("the rule of duplicates \"%1\" compares no text").arg(r.key));
    }
    for (const QString &key : e.attachments())
        once(QStringLiteral("attachment"), key);
    for (const LineTable &t : e.lineTables())
        once(QStringLiteral("line table"), t.entity);
    if (e.isLine() && !e.lineTables().isEmpty())
        faults.add(QStringLiteral("a line cannot have lines itself"));
    if (e.isLine() && e.isDictionary())
        faults.add(QStringLiteral("a line cannot be a dictionary"));
}
} // namespace

QStringList entityFaults(const Entity &e)
{
    Faults faults(e.key().isEmpty() ? QStringLiteral("(entity without a key)") : e.key());
    checkName(e.key(), faults, QStringLiteral("the key"));
    if (e.key().startsWith(QLatin1String("sqlite")))
        faults.add(QStringLiteral("the name belongs to the database"));
    if (e.one().isEmpty() || e.many().isEmpty())
        faults.add(QStringLiteral("has no label"));
    if (e.fieldList().isEmpty())
        faults.add(QStringLiteral("has no fields"));
    QSet<QString> seen;
    for (const Field &f : e.fieldList()) {
        if (seen.contains(f.key()))
            faults.add(f, QStringLiteral("is declared twice"));
        seen.insert(f.key());
        checkField(e, f, faults);
    }
    checkRoles(e, faults);
    checkScope(e, faults);
    checkParts(e, faults);
    return faults.list();
}

} // namespace crm
