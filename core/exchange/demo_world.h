// Who lives in the demo data: companies and people that follow from the seed and an index alone, so that a contact can
// be made without having kept its client.
#pragma once
#include "core/exchange/demo_dice.h"
#include "core/exchange/demo_words.h"

namespace crm {

/// Numbers of the sequences of chance and of ids; never renumber: the data would come out another.
enum class DemoStream {
    Users,
    Teams,
    Labels,
    Items,
    Clients,
    Contacts,
    Leads,
    Orders,
    Lines,
    Tasks,
    Checklist,
    Notes,
    Comments,
    Todo,
    Folders,
    Files,
    Names,
    Estimates,
    EstimateLines,
    Invoices,
    InvoiceLines,
    Payments,
    PaymentLines,
    Expenses,
    CreditNotes,
    CreditNoteLines,
    Contracts,
    ContractLines,
    Briefs,
    BriefQuestions,
    Requests,
    RequestAnswers,
    Pipelines,
    Stages,
    Activities,
    Proposals,
    ProposalLines,
    Subscriptions,
    SubscriptionLines,
    PriceLists,
    ItemPrices,
    Deposits,
    RefundLines,
    Projects,
    Reminders,
    Letters,
    Pictures,
    Companies,
    NumberSeries,
    Roles,
    RoleRights,
    Fields,
};

struct DemoPerson
{
    QString first, last;
    bool female = false;
    QString email, phone, job;
};

struct DemoCompany
{
    QString name;
    bool isPerson = false;
    QString country;     ///< as the demo's language calls it
    QString countryCode; ///< ISO
    QString currency;
    qint64 rate = 100; ///< hundredths of a rouble for one unit of the currency, roughly
    QString city, region, zip, address;
    QString phone, email, website, domain;
    QString taxNumber;
};

class DemoWorld
{
public:
    DemoWorld(quint32 seed, const QString &language);

    DemoCompany company(qint64 index) const;
    /// The n-th person of a company. Where the company is a person, the first is that person.
    DemoPerson person(qint64 companyIndex, int n) const;
    /// A member of one's own staff.
    DemoPerson staff(qint64 index) const;
    /// Items, tasks, notes ... in the language of the demo.
    const DemoWords &texts() const { return *m_texts; }
    /// Shapes of SVG of the things that items show, a section each.
    const DemoWords &pictures() const { return m_pictures; }
    Dice dice(DemoStream stream, qint64 index) const { return Dice(m_seed, int(stream), index); }
    QString homeCurrency() const { return m_texts->lines(QStringLiteral("currency")).first(); }
    /// As DemoCompany::rate, of the home currency.
    qint64 homeRate() const;

private:
    struct Country
    {
        QString code, name;
        QHash<QString, QStringList> words;
    };

    bool isRussian(Dice &dice) const { return dice.chance(m_russianShare); }
    DemoPerson russian(Dice &dice) const;
    DemoPerson foreign(Dice &dice, const Country &country) const;
    DemoPerson nameOf(qint64 companyIndex, int n) const;
    DemoCompany russianCompany(Dice &dice, qint64 index) const;
    DemoCompany foreignCompany(Dice &dice, qint64 index) const;
    QString russianName(qint64 index) const;

    quint32 m_seed;
    int m_russianShare; ///< percent
    DemoWords m_russian, m_english, m_pictures;
    const DemoWords *m_texts;
    QList<Country> m_countries;
};

} // namespace crm
