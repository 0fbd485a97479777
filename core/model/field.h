// What one value of a record is: its kind, label, limits, and who may see it.
//
//     text("name", label("Name"), 160).required().inList().searchable()
//     ref("client_id", label("Client"), "clients").inList()
//     money("budget", label("Budget"))
//
// A value in a Record is a QVariant of the kind's canonical type (see valueType below). Everything else (column
// type, editor, CSV text, JSON) follows from the kind; a new kind is added in kind.cpp and the codec, nowhere else.
#pragma once
#include "core/core_export.h"
#include "core/model/id.h"
#include "core/model/kept.h"
#include "core/model/label.h"
#include <QList>
#include <QStringList>
#include <QVariant>
#include <functional>
#include <optional>

namespace crm {

class Record;

/// Kind         canonical QVariant in a Record
enum class Kind {
    Text,     ///< QString, one line, at most size() characters
    Memo,     ///< QString, Markdown
    Integer,  ///< qint64
    Decimal,  ///< qint64, units of 10^-scale
    Money,    ///< qint64, minor units of the record's currency
    Percent,  ///< qint64, units of 10^-scale percent (scale 2: 2050 = 20.50 %)
    Date,     ///< QDate
    Moment,   ///< QDateTime in UTC, whole milliseconds
    Time,     ///< QString "09:30", a time of day from 00:00 to 23:59; sorts as text
    Duration, ///< qint64 seconds
    Bool,     ///< bool
    Choice,   ///< QString, the key of a Choice
    Choices,  ///< QString, keys of several Choices, sorted, each once, joined by ";" (choiceKeys(), choicesValue())
    Ref,      ///< qint64 id of a record of target(); null: none
    RefList,  ///< IdList of records of target(), in order
    Labels,   ///< IdList of labels
    Email,    ///< QString
    Phone,    ///< QString as typed; searched by its digits too
    Url,      ///< QString
    Color,    ///< QString "#rrggbb"
    File,     ///< qint64 id of a record of "files"
};
using IdList = QList<Id>;

CRM_CORE QString kindName(Kind kind); ///< "text", "ref_list": in describe, custom fields and files
CRM_CORE std::optional<Kind> kindByName(const QString &name);
CRM_CORE Label kindLabel(Kind kind); ///< "Phone", for people
constexpr bool isTextKind(Kind k)
{
    return k == Kind::Text || k == Kind::Memo || k == Kind::Choice || k == Kind::Email || k == Kind::Phone ||
           k == Kind::Url || k == Kind::Color || k == Kind::Time || k == Kind::Choices;
}
/// Texts that people write as they like: compared and searched without case. The others hold keys and set forms.
constexpr bool isFreeTextKind(Kind k)
{
    return isTextKind(k) && k != Kind::Choice && k != Kind::Color && k != Kind::Time && k != Kind::Choices;
}
constexpr bool isChoiceKind(Kind k) { return k == Kind::Choice || k == Kind::Choices; }
constexpr bool isIntegerKind(Kind k) ///< stored as a 64-bit integer, sums are exact
{
    return k == Kind::Integer || k == Kind::Decimal || k == Kind::Money || k == Kind::Percent || k == Kind::Duration;
}
constexpr bool isRefKind(Kind k) { return k == Kind::Ref || k == Kind::File; }
constexpr bool isListKind(Kind k) { return k == Kind::RefList || k == Kind::Labels; } ///< kept in a link table

class Field;
/// The value in the canonical type of the field's kind: int -> qint64, local time -> UTC, every empty value (empty
/// text, reference 0, empty list) -> null. A value of another type comes back as it is, with ok = false.
CRM_CORE QVariant canonicalValue(const Field &field, const QVariant &value, bool *ok = nullptr);

/// The keys that a value of the kind Choices holds, and the value of these keys (null of none).
CRM_CORE QStringList choiceKeys(const QVariant &value);
CRM_CORE QVariant choicesValue(const QStringList &keys);

/// One option of a Choice field. Keys are stored; labels are shown.
struct Choice
{
    QString key;
    Label label;
    QString color = {}; ///< a token of ui/style ("green") or empty
};

/// Who may see and change a field's value, beyond the record's own rights.
enum class FieldClass {
    All,
    Internal,   ///< staff only, never a client's contact
    Restricted, ///< only roles that hold the named right
};

enum class OnDelete { Restrict, Clear }; ///< of a referenced record that is purged from the trash

class CRM_CORE Field
{
public:
    Field() = default;
    Field(Kind kind, QString key, Label label)
        : m_kind(kind)
        , m_key(std::move(key))
        , m_label(std::move(label))
    {}

    // What it is.
    Kind kind() const { return m_kind; }
    const QString &key() const { return m_key; }
    const Label &label() const { return m_label; }
    const Label &helpText() const { return m_help; }
    const Label &placeholderText() const { return m_placeholder; } ///< shown grey while the editor is empty
    const Label &groupLabel() const { return m_group; }            ///< heading on the form; empty: the first group
    int size() const { return m_size; }                            ///< greatest length of a text
    int scale() const { return m_scale; }                          ///< digits after the point of Decimal and Percent
    const QString &target() const { return m_target; }             ///< entity that a Ref, RefList points to
    const QList<Choice> &choices() const { return m_choices; }
    bool namesEntity() const { return m_namesEntity; } ///< a Choice among all kinds of record, known once sealed
    const Choice *choice(const QString &key) const;
    std::optional<qint64> minimum() const { return m_min; }
    std::optional<qint64> maximum() const { return m_max; }

    // How it behaves.
    bool isRequired() const { return m_required; }
    bool isInList() const { return m_inList; } ///< a default column; indexed for sorting
    bool isIndexed() const { return m_indexed || m_inList; }
    bool isSearchable() const { return m_searchable; }   ///< part of full-text search
    bool isUnique() const { return m_unique; }           ///< among living records, folded
    bool isReadOnly() const { return m_readOnly; }       ///< set by rules and the store, never by a person
    bool isComputed() const { return m_computed; }       ///< set by a rule before each save; stored
    const QString &formula() const { return m_formula; } ///< of a calculated() field: see core/model/formula.h
    bool isKept() const { return m_kept.isSet(); }       ///< by the database itself; nobody writes it
    const Kept &kept() const { return m_kept; }
    bool isHidden() const { return m_hidden; }               ///< on no form and in no list
    bool isCustom() const { return m_custom; }               ///< defined by an admin; lives in `extra`
    bool isDictionaryLike() const { return m_pickFromList; } ///< few targets: shown as a pick list, filter chips
    FieldClass fieldClass() const { return m_class; }
    const QString &right() const { return m_right; } ///< of a Restricted field
    OnDelete onDelete() const { return m_onDelete; }
    bool hasFixedDefault() const { return !m_defaultFn; } ///< the same whenever it is asked
    QVariant defaultValue() const { return m_defaultFn ? m_defaultFn() : m_default; }
    /// For a Choice: where it may go from `from`. Empty list: anywhere.
    const QHash<QString, QStringList> &transitions() const { return m_transitions; }

    // How to declare it.
    Field required(bool on = true) const { return with(&Field::m_required, on); }
    Field inList(bool on = true) const { return with(&Field::m_inList, on); }
    Field indexed(bool on = true) const { return with(&Field::m_indexed, on); }
    Field searchable(bool on = true) const { return with(&Field::m_searchable, on); }
    Field unique(bool on = true) const { return with(&Field::m_unique, on); }
    Field readOnly(bool on = true) const { return with(&Field::m_readOnly, on); }
    Field computed() const { return with(&Field::m_computed, true).with(&Field::m_readOnly, true); }
    /// Computed from the record's own fields before each save, by a formula that has been checked.
    Field calculated(const QString &formula) const { return computed().with(&Field::m_formula, formula); }
    /// Kept by the database itself, see core/model/kept.h.
    Field sumOf(const KeptSum &sum) const { return keptAs({sum, {}, {}}).byDefault(QVariant(qint64(0))); }
    Field difference(const KeptDifference &d) const { return keptAs({{}, d, {}}); }
    Field stateOf(const QList<KeptCase> &cases) const { return keptAs({{}, {}, cases}); }
    Field hidden(bool on = true) const { return with(&Field::m_hidden, on); }
    Field pickFromList(bool on = true) const { return with(&Field::m_pickFromList, on); }
    Field custom() const { return with(&Field::m_custom, true); }
    Field internal() const { return with(&Field::m_class, FieldClass::Internal); }
    Field restricted(const QString &right) const
    {
        return with(&Field::m_class, FieldClass::Restricted).with(&Field::m_right, right);
    }
    Field help(const Label &text) const { return with(&Field::m_help, text); }
    Field placeholder(const Label &text) const { return with(&Field::m_placeholder, text); }
    Field group(const Label &heading) const { return with(&Field::m_group, heading); }
    Field byDefault(const QVariant &value) const { return with(&Field::m_default, value); }
    Field byDefault(std::function<QVariant()> fn) const { return with(&Field::m_defaultFn, std::move(fn)); }
    Field between(std::optional<qint64> min, std::optional<qint64> max) const
    {
        return with(&Field::m_min, min).with(&Field::m_max, max);
    }
    Field atMost(int characters) const { return with(&Field::m_size, characters); }
    Field digits(int scale) const { return with(&Field::m_scale, scale); }
    Field to(const QString &entity) const { return with(&Field::m_target, entity); }
    Field options(const QList<Choice> &choices) const { return with(&Field::m_choices, choices); }
    Field amongEntities() const { return with(&Field::m_namesEntity, true); }
    Field transition(const QString &from, const QStringList &to) const;
    Field whenTargetPurged(OnDelete rule) const { return with(&Field::m_onDelete, rule); }

private:
    Field keptAs(const Kept &kept) const { return computed().with(&Field::m_kept, kept); }
    template<class T, class V> Field with(T Field::*member, V &&value) const
    {
        Field copy = *this;
        copy.*member = std::forward<V>(value);
        return copy;
    }

    Kind m_kind = Kind::Text;
    QString m_key;
    Label m_label, m_help, m_group, m_placeholder;
    int m_size = 0;
    int m_scale = 0;
    QString m_target, m_right, m_formula;
    QList<Choice> m_choices;
    Kept m_kept;
    std::optional<qint64> m_min, m_max;
    bool m_required = false, m_inList = false, m_indexed = false, m_searchable = false, m_unique = false;
    bool m_readOnly = false, m_computed = false, m_hidden = false, m_custom = false, m_pickFromList = false;
    bool m_namesEntity = false;
    FieldClass m_class = FieldClass::All;
    OnDelete m_onDelete = OnDelete::Clear;
    QVariant m_default;
    std::function<QVariant()> m_defaultFn;
    QHash<QString, QStringList> m_transitions;
};

// Short makers, so that a declaration reads as a table.
inline Field text(const QString &key, const Label &l, int size) { return Field(Kind::Text, key, l).atMost(size); }
inline Field memo(const QString &key, const Label &l) { return Field(Kind::Memo, key, l).atMost(1'000'000); }
inline Field integer(const QString &key, const Label &l) { return Field(Kind::Integer, key, l); }
inline Field decimal(const QString &key, const Label &l, int scale)
{
    return Field(Kind::Decimal, key, l).digits(scale);
}
inline Field money(const QString &key, const Label &l) { return Field(Kind::Money, key, l).digits(2); }
inline Field percent(const QString &key, const Label &l, int scale = 2)
{
    return Field(Kind::Percent, key, l).digits(scale);
}
inline Field date(const QString &key, const Label &l) { return Field(Kind::Date, key, l); }
inline Field moment(const QString &key, const Label &l) { return Field(Kind::Moment, key, l); }
inline Field duration(const QString &key, const Label &l) { return Field(Kind::Duration, key, l); }
inline Field yesNo(const QString &key, const Label &l) { return Field(Kind::Bool, key, l).byDefault(QVariant(false)); }
inline Field choice(const QString &key, const Label &l, const QList<Choice> &c)
{
    return Field(Kind::Choice, key, l).atMost(48).options(c);
}
inline Field choices(const QString &key, const Label &l, const QList<Choice> &c)
{
    return Field(Kind::Choices, key, l).atMost(1000).options(c);
}
inline Field timeOfDay(const QString &key, const Label &l) { return Field(Kind::Time, key, l).atMost(5); }
/// A kind of record, such as clients. @param others choices that stand before the kinds
inline Field entityChoice(const QString &key, const Label &l, const QList<Choice> &others = {})
{
    return choice(key, l, others).amongEntities();
}
inline Field ref(const QString &key, const Label &l, const QString &target)
{
    return Field(Kind::Ref, key, l).to(target);
}
inline Field refList(const QString &key, const Label &l, const QString &target)
{
    return Field(Kind::RefList, key, l).to(target);
}
inline Field labels(const QString &key, const Label &l)
{
    return Field(Kind::Labels, key, l).to(QStringLiteral("labels"));
}
inline Field email(const QString &key, const Label &l) { return Field(Kind::Email, key, l).atMost(254); }
inline Field phone(const QString &key, const Label &l) { return Field(Kind::Phone, key, l).atMost(64); }
inline Field url(const QString &key, const Label &l) { return Field(Kind::Url, key, l).atMost(2000); }
inline Field color(const QString &key, const Label &l) { return Field(Kind::Color, key, l).atMost(16); }
inline Field file(const QString &key, const Label &l) { return Field(Kind::File, key, l).to(QStringLiteral("files")); }

} // namespace crm
Q_DECLARE_METATYPE(crm::IdList)
