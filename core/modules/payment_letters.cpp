#include "core/modules/payment_letters.h"
#include "core/exchange/mail_link.h"
#include "core/exchange/text_template.h"
#include "core/model/label.h"
#include <QLocale>
#include <algorithm>

namespace crm::modules {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::modules)
};

constexpr int batch = 200, mostLettersOfBatch = 5000;

const QString actionKey = QStringLiteral("remind_of_payment");

struct ReminderRule
{
    Id id = 0;
    qint64 days = 0;
};

/// A letter that was written for an invoice once, whatever became of it.
struct Written
{
    Id id = 0, rule = 0;
    bool waits = false;
};

Filter among(const QString &field, const IdList &ids)
{
    Filter filter = Filter::where(field, Op::In);
    filter.values.clear();
    for (const Id id : ids)
        filter.values << id;
    return filter;
}

/// The letter of a rule about an invoice that has been loaded with what its references are called.
class PaymentLetter
{
public:
    PaymentLetter(ActionContext &context, const Record &rule)
        : m_repository(context.repository)
        , m_invoice(m_repository.load("invoices", context.record.id()))
        , m_rule(rule)
    {}

    Document made() const
    {
        Document letter{Record(m_repository.catalog()->at("letters"), newId())};
        const int most = letter.entity().field("subject")->size();
        letter.set("subject", mailText(filled("subject")).simplified().left(most));
        letter.set("body", filled("text"));
        letter.set("client_id", m_invoice.value("client_id"));
        letter.set("contact_id", contact());
        letter.set("invoice_id", m_invoice.id());
        letter.set("planned_for", QDate::currentDate());
        letter.set("rule_id", m_rule.id());
        return letter;
    }

private:
    QString filled(const char *field) const
    {
        const TextTemplateOptions options{.locale = QLocale(), .alsoCalled = {{"inn", {"vat_number", "tax_number"}}}};
        return fillTextTemplate(m_repository, m_invoice, m_rule.text(field), options).text;
    }

    /// Of the invoice, else the client's first; where the person may see them.
    QVariant contact() const
    {
        const QList<Document> clients = m_repository.loadMany("clients", {m_invoice.head().ref("client_id")});
        for (const Id id : {m_invoice.head().ref("contact_id"),
                            clients.isEmpty() ? Id(0) : clients.first().head().ref("primary_contact_id")}) {
            if (id && !m_repository.loadMany("contacts", {id}).isEmpty())
                return id;
        }
        return {};
    }

    Repository &m_repository;
    const Document m_invoice;
    const Record &m_rule;
};

void remindOfPayment(ActionContext &c)
{
    const auto rule = c.read.find("payment_reminders", c.parameters.value("rule_id").toLongLong());
    if (!rule)
        throw Error::validation({{"rule_id", label("Choose a payment reminder.").text(), {}}});
    const QList<Record> before =
        c.read.rows("letters", {{"invoice_id", {c.record.id()}}, {"rule_id", {rule->id()}}}, 1);
    if (!before.isEmpty()) {
        c.result = {"letters", before.first().id()};
        return;
    }
    const auto client = c.read.find("clients", c.record.head().ref("client_id"));
    if (client && client->flag("no_reminders"))
        throw Error(ErrorKind::Validation, label("This client gets no payment reminders.").text());
    const SaveKey key = SaveKey::named(QStringLiteral("payment letter %1 %2").arg(rule->id()).arg(c.record.id()));
    c.result = {"letters", c.repository.save(PaymentLetter(c, *rule).made(), key).document.id()};
}

class PaymentLetters
{
public:
    explicit PaymentLetters(work::JobContext &context)
        : m_context(context)
        , m_repository(context.repository)
    {}

    QString run()
    {
        withdrawUnneeded();
        readRules();
        if (!m_rules.isEmpty())
            writeAll();
        QString outcome = Tr::tr("Letters written: %1, withdrawn: %2.").arg(m_written).arg(m_withdrawn);
        constexpr qsizetype most = 5;
        if (!m_faults.isEmpty())
            outcome += u' ' + Tr::tr("Not written: %1").arg(m_faults.mid(0, most).join(QStringLiteral("; ")));
        return outcome;
    }

private:
    void goOn() const
    {
        if (m_context.progress && !m_context.progress(m_written, 0))
            throw Error(ErrorKind::Cancelled, Tr::tr("Cancelled."));
    }

    /// Calls fn with each page of a list, as it was before fn changed anything of it.
    template<class Fn> void eachPage(Query query, Fn fn)
    {
        query.sort = {{"id", false}};
        for (PageAt at{PageAt::First, {}, 0, batch};;) {
            const Page page = m_repository.page(query, at);
            if (page.rows.isEmpty())
                return;
            fn(page.rows);
            goOn();
            if (page.atEnd)
                return;
            at = {PageAt::After, page.rows.last().key, 0, batch};
        }
    }

    void withdraw(Id letter)
    {
        try {
            m_repository.runAction("letters", letter, "withdraw", {});
            ++m_withdrawn;
        } catch (const Error &e) {
            if (e.kind() == ErrorKind::Connection)
                throw;
            // Somebody has sent it just now, or it is not this person's: nothing to withdraw.
        }
    }

    void withdrawUnneeded()
    {
        Query query("letters");
        query.columns = QStringList{"id"};
        query.filter = Filter::all({Filter::where("status", Op::Equal, QStringLiteral("queued")),
                                    Filter::where("rule_id", Op::IsNotEmpty),
                                    Filter::any({Filter::where("invoice_id.balance", Op::LessOrEqual, qint64(0)),
                                                 Filter::where("client_id.no_reminders", Op::Equal, true)})});
        eachPage(query, [&](const QList<Row> &rows) {
            for (const Row &row : rows)
                withdraw(row.id);
        });
    }

    void readRules()
    {
        Query query("payment_reminders");
        query.columns = QStringList{"days"};
        query.filter = Filter::where("active", Op::Equal, true);
        const Page page = m_repository.page(query, {PageAt::First, {}, 0, batch});
        for (const Row &row : page.rows)
            m_rules << ReminderRule{row.id, row.values[0].toLongLong()};
        std::sort(m_rules.begin(), m_rules.end(), [](const auto &a, const auto &b) { return a.days > b.days; });
    }

    /// The latest rule whose day has come, if that is not too long ago.
    const ReminderRule *ruleFor(const QDate &due) const
    {
        for (const ReminderRule &rule : m_rules) {
            const QDate day = due.addDays(rule.days);
            if (day <= m_context.today)
                return day >= m_context.today.addDays(-paymentLetterDays) ? &rule : nullptr;
        }
        return nullptr;
    }

    void writeAll()
    {
        Query query("invoices");
        query.columns = QStringList{"due_date", "number", "client_id.no_reminders"};
        query.filter =
            Filter::all({Filter::where("balance", Op::Greater, qint64(0)),
                         Filter::where("due_date", Op::LessOrEqual, m_context.today.addDays(-m_rules.last().days)),
                         Filter::where("due_date", Op::GreaterOrEqual,
                                       m_context.today.addDays(-paymentLetterDays - m_rules.first().days))});
        eachPage(query, [&](const QList<Row> &rows) {
            IdList ids;
            for (const Row &row : rows)
                ids << row.id;
            const QHash<Id, QList<Written>> before = writtenFor(ids);
            for (const Row &row : rows) {
                const ReminderRule *rule = ruleFor(row.values[0].toDate());
                if (rule && !row.values[2].toBool() && !isReminded(before.value(row.id), *rule))
                    tryToWrite(row, *rule, before.value(row.id));
                goOn();
            }
        });
    }

    QHash<Id, QList<Written>> writtenFor(const IdList &invoices)
    {
        QHash<Id, QList<Written>> found;
        for (const bool trashed : {false, true}) {
            Query query("letters");
            query.columns = QStringList{"invoice_id", "rule_id", "status"};
            query.filter = Filter::all({among("invoice_id", invoices), Filter::where("rule_id", Op::IsNotEmpty)});
            query.trashed = trashed;
            const Page page = m_repository.page(query, {PageAt::First, {}, 0, mostLettersOfBatch});
            for (const Row &row : page.rows)
                found[row.values[0].toLongLong()]
                    << Written{row.id, row.values[1].toLongLong(),
                               !trashed && row.values[2].toString() == QLatin1String("queued")};
        }
        return found;
    }

    /// By this rule, or by a later one: an earlier step does not follow a later one.
    bool isReminded(const QList<Written> &letters, const ReminderRule &rule) const
    {
        return std::any_of(letters.begin(), letters.end(), [&](const Written &letter) {
            const auto by = std::find_if(m_rules.begin(), m_rules.end(),
                                         [&](const ReminderRule &r) { return r.id == letter.rule; });
            return letter.rule == rule.id || (by != m_rules.end() && by->days >= rule.days);
        });
    }

    void tryToWrite(const Row &row, const ReminderRule &rule, const QList<Written> &before)
    {
        try {
            m_repository.runAction("invoices", row.id, actionKey, {{"rule_id", rule.id}});
            ++m_written;
        } catch (const Error &e) {
            if (e.kind() == ErrorKind::Connection || e.kind() == ErrorKind::Cancelled)
                throw;
            m_faults << QStringLiteral("“%1”: %2").arg(row.values[1].toString(), e.sentence());
            return;
        }
        for (const Written &letter : before) { // the one before it was never sent
            if (letter.waits)
                withdraw(letter.id);
        }
    }

    work::JobContext &m_context;
    Repository &m_repository;
    QList<ReminderRule> m_rules; ///< the latest first
    QStringList m_faults;
    int m_written = 0, m_withdrawn = 0;
};
} // namespace

Action remindOfPaymentAction()
{
    Action a;
    a.key = actionKey;
    a.label = label("Remind of the payment");
    a.icon = "mail";
    a.available = [](const Record &invoice) { return invoice.integer("balance") > 0; };
    a.parameters = {ref("rule_id", label("Payment reminder"), "payment_reminders")
                        .required()
                        .pickFromList()
                        .help(label("What the letter says. It waits among the letters until somebody sends it."))};
    a.run = remindOfPayment;
    return a;
}

QString writePaymentLetters(work::JobContext &context) { return PaymentLetters(context).run(); }

void declarePaymentLetters()
{
    constexpr int everyMinutes = 60;
    work::declareJob({QStringLiteral("payment_letters"), label("Write reminders of unpaid invoices"), everyMinutes,
                      writePaymentLetters});
}

} // namespace crm::modules
