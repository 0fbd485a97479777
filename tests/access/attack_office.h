// The attacked office on a real server: schema from the declarations, rows of the plan, an account for everybody.
#pragma once
#include "tests/access/attack_judge.h"
#include "tests/access/attack_reading.h"
#include <functional>

namespace crm::test {

/// Statements that make the schema, before they are run; the attack on a broken office changes them.
using Mutation = std::function<void(QStringList &statements)>;

/// It has a server to itself (where looking through the catalogue stays cheap), which goes with the object. Servers
/// begin as copies of one that has been made once.
class AttackOffice
{
public:
    /// One that is only read.
    static AttackOffice &shared();
    /// @param mutation null: as it should be
    explicit AttackOffice(const Mutation &mutation = {});
    AttackOffice(const AttackOffice &) = delete;
    AttackOffice &operator=(const AttackOffice &) = delete;

    const OfficePlan &plan() const { return m_plan; }
    const Relations &relations() const { return m_relations; }
    const MariaDbServer &server() const { return *m_server; }
    QByteArray database() const { return m_name; }
    QByteArray data() const { return m_name + "_data"; }
    Raw &root() { return *m_root; }
    /// Runs as root; an error fails loudly.
    RawAnswer asRoot(const QByteArray &sql);

    QByteArray greeting() const; ///< CALL session_start(...)
    std::unique_ptr<Raw> connect(const PlannedPerson &person, bool greet = true) const;
    static QByteArray password(const PlannedPerson &person);
    /// All rows of all tables (or those named) as text, for before and after. Bookkeeping of sessions is left out.
    QMap<QByteArray, QByteArrayList> snapshot();
    /// What differs, in words; empty: nothing.
    static QByteArrayList difference(const QMap<QByteArray, QByteArrayList> &before,
                                     const QMap<QByteArray, QByteArrayList> &after);

private:
    QStringList statements() const;
    QString schemaTemplate();
    QString wholeTemplate();
    void connectRoot(const MariaDbServer &server);
    void breakIt(const Mutation &mutation);
    void insertRows();
    void makeFastColumns(const MariaDbServer &server);
    void makeAccounts();

    const QByteArray m_name = "attack";
    OfficePlan m_plan;
    std::unique_ptr<MariaDbServer> m_server;
    std::unique_ptr<Raw> m_root;
    Relations m_relations;
};

/// Every view against its table, cell by cell; also that nothing is missing ("may not see" among the forbidden).
void compareViews(Judge &judge, AttackOffice &office);

/// feed, history, change, batch_changes, row by row against what the policy says.
void attackLog(Judge &judge, AttackOffice &office);
/// find_rows by the secret text of every row.
void attackTexts(Judge &judge, AttackOffice &office);
/// find_by, list_rows and hanging for everything that anything points to.
void attackReferences(Judge &judge, AttackOffice &office);
/// list_rows and first_rows in every order, for as many as are visible and one more, from the beginning and from a row.
void attackOrders(Judge &judge, AttackOffice &office);
/// Contents by records, by hashes, by pieces; and records that name another's content.
void attackBlobs(Judge &judge, AttackOffice &office);
/// Who has the hidden open.
void attackPresence(Judge &judge, AttackOffice &office);
/// Making, locking, ending, listing others' accounts and connections; address lists; leases; cancelling others.
void attackAccounts(Judge &judge, AttackOffice &office);
/// Sessions of others, of the locked, from forbidden addresses.
void attackSession(Judge &judge, AttackOffice &office);

/// One person's part of the attack on an office.
struct Attacker
{
    Attacker(AttackOffice &office, const PlannedPerson &person, bool session = true);
    AttackOffice &office;
    std::unique_ptr<Raw> raw;
    Judge judge;
};
/// Fails for each leak and each forbidden write, and prints how much was tried.
void expectHarmless(const Tally &tally, const char *title);

} // namespace crm::test
