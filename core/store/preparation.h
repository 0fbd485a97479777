// What the program decides before a document is written, whatever store it goes to: the merge with what others saved,
// who may set which field, what is filled in, validation and the declared rules. No SQL; what rules look up comes
// through a Reader.
#pragma once
#include "core/access/policy.h"
#include "core/model/entity.h"
#include "core/store/page.h"

namespace crm {

class Catalog;

class CRM_CORE Preparation
{
public:
    /// All three must outlive it.
    Preparation(const Catalog &catalog, const Actor &actor, Reader &reader)
        : m_catalog(catalog)
        , m_actor(actor)
        , m_reader(reader)
    {}

    struct Prepared
    {
        Document document;   ///< what to write; remembers what it was stored as
        QStringList merged;  ///< fields that another person changed meanwhile and that are kept
        bool differs = true; ///< false: nothing is to be written
    };
    /// @param stored as the record is now; null for a new one. @param now UTC. Throws what the person can do about it:
    /// Validation, Denied, ConflictError, TrashedError, Unsupported.
    Prepared prepare(const Document &document, const Document *stored, const QDateTime &now) const;
    /// Rules of a declaration; throws Validation if one refuses.
    void runRules(const QList<Rule> &rules, Document &after, const Document *stored, const QDateTime &now) const;

    /// The declared action if it can be done with the record now; throws NotFound, Validation.
    const Action &action(const Document &record, const QString &key) const;

    /// While one lives, rules of the program may set what people may not (inside an action).
    class Trusted
    {
    public:
        explicit Trusted(Preparation &p)
            : m_preparation(p)
        {
            ++p.m_trusted;
        }
        ~Trusted() { --m_preparation.m_trusted; }
        Trusted(const Trusted &) = delete;
        Trusted &operator=(const Trusted &) = delete;

    private:
        Preparation &m_preparation;
    };
    /// While one lives, what the program had set may be set back, though no person may set it, and no rule fills in
    /// what people may leave empty.
    class Undoing
    {
    public:
        explicit Undoing(Preparation &p)
            : m_preparation(p)
        {
            ++p.m_undoing;
        }
        ~Undoing() { --m_preparation.m_undoing; }
        Undoing(const Undoing &) = delete;
        Undoing &operator=(const Undoing &) = delete;

    private:
        Preparation &m_preparation;
    };
    bool isTrusted() const { return m_trusted > 0; }
    bool isUndoing() const { return m_undoing > 0; }

private:
    Document begin(const Document &document, const Document *stored, QStringList &merged) const;
    void checkWriter(const Document &document, const Document *stored) const;
    void fillIn(Document &after, const Document *stored) const;
    void leaveEmpty(Record &head, const Record &asItWas) const;

    const Catalog &m_catalog;
    const Actor &m_actor;
    Reader &m_reader;
    int m_trusted = 0, m_undoing = 0;
};

} // namespace crm
