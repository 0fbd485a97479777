// What a kind of record is, declared once: from this follow table, indexes, list, form, filters, search, rights,
// audit, import, export, command line and help.
//
//     Entity("leads", label("Lead"), label("Leads"))
//         .area("sales").icon("lead").title("name")
//         .fields({text("name", label("Name"), 160).required().inList().searchable(), ...})
//         .ownedBy("owner_id", "managers")
//         .attachments({"comments", "files", "tasks"})
//         .beforeSave([](RuleContext &c) { ... });
//
// Engines read this; they never name an entity. Immutable after Registry::seal(); then safe from every thread.
#pragma once
#include "core/core_export.h"
#include "core/model/field.h"
#include "core/model/query.h"
#include <QDateTime>
#include <QMap>
#include <QPair>

namespace crm {

class Document;
class Reader;
struct Actor;
struct FieldFault;

/// What a rule sees before a document is written, inside the saving transaction.
struct CRM_CORE RuleContext
{
    const Actor &actor;
    const Document *before; ///< as stored; null for a new record
    Document &after;        ///< may be changed by the rule
    QDateTime now;          ///< UTC
    Reader &read;           ///< other records, without the person's rights: never copy what they may not see
    QList<FieldFault> &faults;

    bool isNew() const { return before == nullptr; }
    bool changed(const QString &field) const;
    void refuse(const QString &field, const QString &sentence);
};
using Rule = std::function<void(RuleContext &)>;

/// Records that a rule may look up.
class CRM_CORE Reader
{
public:
    virtual ~Reader() = default;
    /// The stored record without lines; nothing if there is none.
    virtual std::optional<Record> find(const QString &entity, Id id) = 0;
    /// Ids of living records whose field equals the value; at most limit.
    virtual IdList where(const QString &entity, const QString &field, const QVariant &value, int limit = 1000) = 0;
    /// The first row of a dictionary by its position, e.g. the status a new record gets.
    virtual Id firstOf(const QString &entity) = 0;
    /// Living records, without their lines, whose references are among these ids, each of them; at most `limit`. One
    /// question, so that a document with a hundred lines does not become a hundred of them.
    ///     rows("item_prices", {{"price_list_id", {list}}, {"item_id", items}})
    virtual QList<Record> rows(const QString &entity, const QMap<QString, IdList> &among, int limit = 20'000) = 0;
    /// The greatest value of the field among living records whose field `filled` is not empty; null: there is none.
    /// @param within of a date: only those from the first to the second, both included; invalid: all
    virtual QVariant greatest(const QString &entity, const QString &field, const QString &filled,
                              const QPair<QDate, QDate> &within = {}) = 0;
};

/// Which person, team, project or client decides who sees a row. See core/access/policy.h.
struct Scope
{
    enum Kind {
        Everyone, ///< a dictionary: whoever may read the entity sees every row
        Owner,    ///< the person in `field`; and those in the list `members`, if it is not empty
        Parent,   ///< the scope of the record that `field` points to
        Attached, ///< the scope of the record that parent_entity and parent_id name
        Private,  ///< the person in `field` alone, whatever the role says
    };
    Kind kind = Everyone;
    QString field;
    QString members;
};

/// How related records are shown on the form of the record they hang on.
enum class Presentation {
    List,   ///< a tab with the generic list
    Thread, ///< a conversation in the right column (comments)
    Files,  ///< attachments in the right column
};

/// Saved view that the declaration brings along ("Overdue").
struct DefaultView
{
    QString key;
    Label label;
    QString where; ///< an expression, see core/model/query.h
    QString sort;  ///< "-due, name"
};

/// Something a person can do with a record beyond saving it ("Convert to client"). Runs in one transaction.
struct ActionContext;
struct Action
{
    QString key;
    Label label;
    QString icon;
    std::function<bool(const Record &)> available;
    std::function<void(ActionContext &)> run;
    QList<Field> parameters = {}; ///< asked for before it runs
    QString creates = {};         ///< the kind of record that it makes: offered to those who may make one
};

/// How two records of an entity are taken for the same: they agree in all of these fields, compared as duplicateKey()
/// of core/model/duplicate_key.h does (a phone by its digits, a name by its letters). Empty values are alike in
/// nothing.
struct DuplicateRule
{
    QString key;        ///< "phone"
    Label label;        ///< "Same phone"
    QStringList fields; ///< texts, phones, e-mails, and references beside them
};

/// The lines of a document: an entity of its own, loaded and saved with the document.
struct LineTable
{
    QString entity;      ///< "order_lines"
    QString parentField; ///< "order_id"
};

class CRM_CORE Entity
{
public:
    Entity() = default;
    /// @param key table, command-line and API name. @param one "Lead" @param many "Leads"
    Entity(const QString &key, const Label &one, const Label &many)
        : m_key(key)
        , m_one(one)
        , m_many(many)
    {}

    const QString &key() const { return m_key; }
    const Label &one() const { return m_one; }
    const Label &many() const { return m_many; }
    const Label &emptyHint() const { return m_hint; } ///< what belongs here, for an empty list
    const QString &areaKey() const
    {
        return m_area;
    }                                           ///< group of the sidebar: "sales", "projects", "people", "settings"...
    int placeInArea() const { return m_place; } ///< the lower, the further up in its area
    const QString &iconName() const { return m_icon; }
    const QString &titleField() const { return m_title; }
    const QString &currencyField() const
    {
        return m_currency;
    } ///< Text or Choice with an ISO code; empty: base currency
    const QList<Field> &fieldList() const { return m_fields; }
    const Field *field(const QString &key) const;
    int indexOf(const QString &key) const; ///< -1: none
    const Scope &scope() const { return m_scope; }
    const QStringList &attachments() const
    {
        return m_attach;
    }                                             ///< entities with a context whose records hang on this one
    bool hasContext() const { return m_context; } ///< its records point to any record by parent_entity, parent_id
    Presentation presentation() const { return m_presentation; }
    const QList<LineTable> &lineTables() const { return m_lines; }
    bool isLine() const { return !m_lineOf.isEmpty(); }
    const QString &lineOf() const { return m_lineOf; } ///< entity whose documents these lines belong to
    const QString &lineParentField() const { return m_lineParent; }
    bool isDictionary() const { return m_dictionary; } ///< few rows, ordered by "position", shown as choices
    bool isInMenu() const { return m_inMenu; }
    bool isAdminOnly() const { return m_adminOnly; } ///< only admins write, whatever the role says
    const QList<Rule> &rules() const { return m_rules; }
    const QList<Rule> &deleteRules() const { return m_deleteRules; }
    const std::function<QString(const Record &)> &lockReason() const { return m_lock; }
    const QString &lockField() const { return m_lockField; }            ///< see lockedWhile(); empty: no such lock
    const QStringList &openWhileLocked() const { return m_lockExcept; } ///< fields that the lock leaves alone
    const QString &changedOnlyByField() const { return m_onlyBy; }
    const QStringList &changedOnlyByFields() const { return m_onlyByFields; } ///< empty: all
    const QList<DefaultView> &views() const { return m_views; }
    const QList<Action> &actions() const { return m_actions; }
    const QString &defaultSort() const { return m_sort; }
    const QString &numberField() const { return m_number; }
    const QString &numberPrefix() const { return m_numberPrefix; }
    const QString &numberedOnceField() const { return m_numberOnce; } ///< empty: numbered when it is made
    const QString &statusField() const { return m_status; } ///< shown as a pill; Choice or Ref to a dictionary
    const QList<DuplicateRule> &duplicateRules() const { return m_duplicates; }
    bool isMergeable() const { return m_mergeable && !isLine(); } ///< several records may become one

    Entity &area(const QString &key)
    {
        m_area = key;
        return *this;
    }
    /// Where it stands among the entities of its area; those of one place stand as they were declared.
    Entity &place(int number)
    {
        m_place = number;
        return *this;
    }
    Entity &icon(const QString &name)
    {
        m_icon = name;
        return *this;
    }
    Entity &title(const QString &field)
    {
        m_title = field;
        return *this;
    }
    Entity &hint(const Label &text)
    {
        m_hint = text;
        return *this;
    }
    Entity &currency(const QString &field)
    {
        m_currency = field;
        return *this;
    }
    /// Appends choices to those that the field was declared with.
    void addChoices(const QString &field, const QList<Choice> &choices);
    Entity &fields(const QList<Field> &list); ///< of a dictionary before its "position"
    Entity &attachments(const QStringList &entities)
    {
        m_attach += entities;
        return *this;
    }
    Entity &ownedBy(const QString &field, const QString &members = {})
    {
        m_scope = {Scope::Owner, field, members};
        return *this;
    }
    Entity &scopedBy(const QString &refField)
    {
        m_scope = {Scope::Parent, refField, {}};
        return *this;
    }
    Entity &privateTo(const QString &field)
    {
        m_scope = {Scope::Private, field, {}};
        return *this;
    }
    /// May hang on a record of any entity: adds the hidden fields parent_entity and parent_id.
    Entity &context();
    /// context(), and the parent's scope decides who sees it (the creator's, if there is no parent).
    Entity &attached();
    Entity &presentedAs(Presentation p)
    {
        m_presentation = p;
        return *this;
    }
    Entity &lines(const QString &entity, const QString &parentField)
    {
        m_lines.append({entity, parentField});
        return *this;
    }
    /// These records are lines: adds the hidden parent field and "position"; scope, rights and lock are the parent's.
    Entity &lineOf(const QString &entity, const QString &parentField);
    Entity &dictionary(); ///< adds "position"; everyone reads, admins write
    Entity &inMenu(bool on)
    {
        m_inMenu = on;
        return *this;
    }
    Entity &adminOnly()
    {
        m_adminOnly = true;
        return *this;
    }
    Entity &beforeSave(Rule rule)
    {
        m_rules.append(std::move(rule));
        return *this;
    }
    Entity &beforeDelete(Rule rule)
    {
        m_deleteRules.append(std::move(rule));
        return *this;
    }
    /// A sentence why the record can no longer be changed; empty: it can. Looks at the record as it was stored.
    Entity &lockedWhen(std::function<QString(const Record &)> fn)
    {
        m_lock = std::move(fn);
        return *this;
    }
    /// The same as a declaration, which a server keeps as well: locked while the field is not empty. It can still go to
    /// the trash, unless it has a number given at issue. @param except fields of the record itself that stay open
    Entity &lockedWhile(const QString &field, const Label &reason, const QStringList &except = {});
    /// Only the person in the field, or an administrator, may delete the record and change `fields` (none named: any
    /// field). A new record names the person who makes it, unless an administrator says otherwise; later
    /// administrators alone put another person there. A server keeps this by itself; rules say it in words, see
    /// core/modules/parts.h.
    Entity &changedOnlyBy(const QString &personField, const QStringList &fields = {})
    {
        m_onlyBy = personField;
        m_onlyByFields = fields;
        return *this;
    }
    Entity &view(const QString &key, const Label &l, const QString &where, const QString &sort = {})
    {
        m_views.append({key, l, where, sort});
        return *this;
    }
    Entity &action(const Action &a)
    {
        m_actions.append(a);
        return *this;
    }
    Entity &sortedBy(const QString &expression)
    {
        m_sort = expression;
        return *this;
    }
    /// The field gets prefix + the next number of the entity's series, gap-free, in the saving transaction.
    /// @param onceFilled the number is taken when this field is filled ("issued_at"); empty: when the record is made
    Entity &numbered(const QString &field, const QString &prefix, const QString &onceFilled = {})
    {
        m_number = field;
        m_numberPrefix = prefix;
        m_numberOnce = onceFilled;
        return *this;
    }
    /// Records that agree in these fields are looked for, and warned of while one is typed in.
    Entity &duplicates(const QString &key, const Label &label, const QStringList &fields)
    {
        m_duplicates.append({key, label, fields});
        return *this;
    }
    /// Each record stands for itself, such as a person who signs in: no two of them become one.
    Entity &notMerged()
    {
        m_mergeable = false;
        return *this;
    }
    Entity &status(const QString &field)
    {
        m_status = field;
        return *this;
    }

private:
    QString m_key;
    Label m_one, m_many, m_hint;
    QString m_area, m_icon, m_title, m_currency, m_sort, m_number, m_numberPrefix, m_numberOnce, m_status;
    int m_place = 100;
    QList<Field> m_fields;
    Scope m_scope;
    QStringList m_attach;
    bool m_context = false;
    Presentation m_presentation = Presentation::List;
    QList<LineTable> m_lines;
    QString m_lineOf, m_lineParent, m_lockField, m_onlyBy;
    QStringList m_onlyByFields, m_lockExcept;
    bool m_dictionary = false, m_inMenu = true, m_adminOnly = false;
    QList<Rule> m_rules, m_deleteRules;
    std::function<QString(const Record &)> m_lock;
    QList<DefaultView> m_views;
    QList<Action> m_actions;
    QList<DuplicateRule> m_duplicates;
    bool m_mergeable = true;
};

} // namespace crm
