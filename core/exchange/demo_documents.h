// The documents of the demo data, one by one, each from the seed and its index alone.
#pragma once
#include "core/exchange/demo.h"
#include "core/exchange/demo_world.h"
#include "core/exchange/questions.h"

namespace crm {

/// What the database has already: statuses, taxes, people ...
struct DemoGround
{
    QHash<QString, IdList> rows;                  ///< of dictionaries, by position
    QHash<QString, QHash<QString, IdList>> kinds; ///< statuses by what they mean: lead_statuses -> open -> ids
    QHash<Id, QHash<QString, IdList>> stages;     ///< of leads: pipeline -> open -> ids; the first pipeline stands as 0
    IdList owners;                                ///< who looks after records: people who were there and the demo's own
    QHash<Id, QString> names;                     ///< of these people, for who is called in a comment
    Id homeTax = 0;
    bool hasPriceList = false; ///< the demo's own
    Id company = 0;            ///< a second one of our own, which writes some invoices
    QHash<Id, Id> projects;    ///< of the demo, by their client
    bool mayConvert = true;    ///< the program itself writes, so leads may have become clients
};

/// How much of everything there is.
struct DemoAmounts
{
    explicit DemoAmounts(qint64 size);
    qint64 clients, leads, items, orders, requests, contracts, offers, projects, expenses, tasks, notes, comments,
        staff, labels, activities;
    static int contactsOf(const DemoWorld &world, qint64 client);
};

class DemoDocuments
{
public:
    DemoDocuments(const Catalog &catalog, const DemoWorld &world, const DemoOptions &options,
                  const DemoAmounts &amounts);

    /// The same for the same options, far enough apart for every size.
    Id id(DemoStream stream, qint64 index) const;
    void standOn(const DemoGround &ground) { m_ground = ground; }
    /// Before the first owned record: the people that there are from now on.
    void setOwners(const IdList &owners) { m_ground.owners = owners; }
    void setNames(const QHash<Id, QString> &names) { m_ground.names = names; }

    Document user(qint64 index, Id role, bool active) const;
    Document limitedRole(const Document &like, Id group) const; ///< with its rights, for clients of the group alone
    Document team(qint64 index) const;
    Document label(qint64 index) const;
    Document item(qint64 index) const;
    Document client(qint64 index) const;
    Document contact(qint64 client, int n) const;
    Document pipeline(int position) const; ///< a second one
    Document stage(qint64 index, int position) const;
    Document lead(qint64 index) const;
    std::optional<Document> leadEstimate(qint64 lead) const; ///< what it was offered, if it was
    Document activity(qint64 index) const;
    Document order(qint64 index) const;
    QStringList briefNames() const;
    Document brief(qint64 index) const;
    Document request(qint64 index) const;
    std::optional<Document> estimate(qint64 order) const; ///< that the order began with, if it did
    std::optional<Document> invoice(qint64 order) const;  ///< that the order ended with, if it did
    std::optional<Document> payment(qint64 order, const Record &invoice) const;
    std::optional<Document> creditNote(qint64 order, const Record &invoice) const;
    /// That reminds of it, if something is due.
    std::optional<Document> letter(qint64 order, const Record &invoice) const;
    Document contract(qint64 index) const;
    Document proposal(qint64 index) const;
    Document subscription(qint64 index) const;
    /// Of every fifth client; each seventh is one of our own.
    Document project(qint64 index) const;
    Document expense(qint64 index) const;
    Document deposit(qint64 index) const; ///< a payment of a contract's client, for no invoice yet
    Document refund(qint64 index) const;  ///< of a half of that
    Document priceList() const;
    Document company() const;               ///< a further one of our own
    Document companyNumbers() const;        ///< of its invoices
    Document itemPrice(qint64 index) const; ///< of items, two each: the list's price and that from ten on
    Document task(qint64 index) const;
    Document note(qint64 index) const;
    Document comment(qint64 index) const;
    Document todo(qint64 index, Id owner) const;
    Document reminder(qint64 index, Id owner) const; ///< the first two are due, the last is done
    Document folder(qint64 index) const;
    Document file(qint64 index, const QString &parentEntity, Id parent) const; ///< without its content's hash
    QByteArray fileContent(qint64 index) const;
    int picturesOf(qint64 item) const; ///< the first items have some
    QByteArray pictureContent(qint64 item, int n) const;
    Document picture(qint64 item, int n) const; ///< without its content's hash
    /// The client that a lead has become; -1: it has not.
    qint64 convertedTo(qint64 lead) const;

private:
    Document make(const char *entity, DemoStream stream, qint64 index) const;
    Id ownerOf(qint64 client) const;
    Id pick(Dice &dice, const char *dictionary) const;
    Id pickKind(Dice &dice, const char *dictionary, const char *kind) const;
    IdList labelsFor(Dice &dice, const char *entity, int percent) const;
    qint64 clientFor(Dice &dice) const;
    void place(Document &document, Dice &dice) const;
    void setCompany(Document &document, const DemoCompany &company) const;
    void hangOn(Document &document, const char *entity, DemoStream stream, qint64 index) const;
    QDateTime at(int days, int hour) const;
    void addLine(Document &to, Dice &dice, DemoStream stream, qint64 number, const DemoCompany &company) const;
    void setDeal(Document &lead, Dice &dice, const QString &kind) const;
    IdList stagesOf(Id pipeline, const QString &kind) const;
    QString orderStatus(Dice &dice, int age) const;
    void setProject(Document &document) const;
    void sign(Document &contract, Dice &dice, qint64 client, qint64 index) const;
    void copyLines(const Document &order, Document &to, DemoStream stream, qint64 index) const;
    QVariant answer(Dice &dice, const Question &question, qint64 client) const;
    void addChecklist(Document &task, Dice &dice, qint64 index, bool done) const;

    const Catalog &m_catalog;
    const DemoWorld &m_world;
    const DemoOptions &m_options;
    DemoAmounts m_amounts;
    DemoGround m_ground;
    qint64 m_firstMs; ///< of the ids
};

} // namespace crm
