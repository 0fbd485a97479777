#include "core/modules/payment_receipt.h"
#include "core/exchange/paper_look.h"
#include "core/model/amount_words.h"
#include "core/model/format.h"
#include "core/model/money.h"
#include "core/model/registry.h"
#include "core/modules/payment_parts.h"
#include <QCoreApplication>

namespace crm::modules {

namespace {
using data = PaperData;

/// Texts inside the class; label() is for free functions.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::modules)
};

std::string text(const QString &s) { return s.toStdString(); }

/// The receipt of one payment, or of one refund, while it is written.
class Receipt
{
public:
    Receipt(Repository &repository, const Document &payment, const PaperOptions &options)
        : m_repository(repository)
        , m_payment(payment)
        , m_options(options)
        , m_currency(payment.head().text("currency").isEmpty() ? repository.catalog()->baseCurrency
                                                               : payment.head().text("currency"))
        , m_isRefund(payment.head().text("kind") == refundKind)
    {}

    data all() const
    {
        const auto sender = receiver();
        const QList<Document> client = m_repository.loadMany("clients", {m_payment.head().ref("client_id")});
        const QString title = m_isRefund ? Tr::tr("Refund No. %1") : Tr::tr("Receipt No. %1");
        data out{data::type::object};
        out.set("title", text(title.arg(m_payment.head().text("number"))));
        setPaperSender(out, m_repository, sender, m_options.locale);
        out.set("party", paperIntroduction(m_repository, client.isEmpty() ? std::nullopt : std::optional(client[0]),
                                           m_options.locale));
        out.set("party_label", text(m_isRefund ? Tr::tr("Paid back to") : Tr::tr("Received from")));
        out.set("facts", facts());
        setLines(out);
        out.set("sums", sums());
        out.set("words", text(amountInWords(Money(m_payment.head().integer("amount"), m_currency), m_options.locale)));
        out.set("by_label", text(m_isRefund ? Tr::tr("Paid back by") : Tr::tr("Received by")));
        out.set("signatory", text(sender ? sender->head().text("signatory") : QString()));
        return out;
    }

private:
    IdList settled(const QList<Document> &payments, const char *lines, const char *reference) const
    {
        IdList out;
        for (const Document &payment : payments) {
            for (const Record &line : payment.lines(lines))
                out << line.ref(reference);
        }
        return out;
    }

    /// The company that wrote the invoices, where it is the same for all; else the office's.
    std::optional<Document> receiver() const
    {
        const QList<Document> from =
            m_isRefund ? m_repository.loadMany("payments", settled({m_payment}, "refund_lines", "source_id"))
                       : QList<Document>{m_payment};
        const QList<Document> invoices =
            m_repository.loadMany("invoices", settled(from, "payment_lines", "invoice_id"));
        const auto company = [](const Document &invoice) { return invoice.head().ref("our_company_id"); };
        const bool isSame = !invoices.isEmpty() &&
                            std::all_of(invoices.cbegin(), invoices.cend(),
                                        [&](const Document &d) { return company(d) == company(invoices.first()); });
        return paperSenderRecord(m_repository, isSame ? &invoices.first() : nullptr);
    }

    QString shown(const char *key) const
    {
        const Field &field = *m_payment.entity().field(QLatin1String(key));
        if (!m_repository.actor().policy.sees(field))
            return {};
        const auto title = [&](const QString &target, Id id) { return m_payment.titles.value({target, id}); };
        return displayText(field, m_payment.value(field.key()), {m_options.locale, m_currency, title});
    }

    QString money(qint64 amount) const { return Money(amount, m_currency).toLocalized(m_options.locale); }

    data facts() const
    {
        const std::pair<QString, const char *> rows[] = {
            {m_isRefund ? Tr::tr("Paid back on") : Tr::tr("Paid on"), "paid_on"},
            {Tr::tr("Payment method"), "method_id"},
            {Tr::tr("Transaction"), "reference"}};
        data out{data::type::list};
        for (const auto &[name, key] : rows) {
            if (const QString value = shown(key); !value.isEmpty())
                out.push_back(paperPair(name, value));
        }
        return out;
    }

    void setLines(data &out) const
    {
        const QList<Record> lines = m_payment.lines(m_isRefund ? "refund_lines" : "payment_lines");
        const QString what = m_isRefund ? Tr::tr("Payment") : Tr::tr("Invoice");
        data rows{data::type::list};
        int number = 0;
        for (const Record &line : lines) {
            data row{data::type::object};
            row.set("n", std::to_string(++number));
            row.set("what", text(what + u' ' + line.text("title")));
            row.set("amount", text(money(line.integer("amount"))));
            rows.push_back(row);
        }
        out.set("has_lines", number > 0);
        out.set("lines", rows);
        out.set("what_label", text(m_isRefund ? Tr::tr("Out of the payment") : Tr::tr("For the invoice")));
        out.set("amount_label", text(Tr::tr("Amount", "of money")));
        out.set("no_lines", text(Tr::tr("A deposit: it is for no invoice yet.")));
    }

    data sums() const
    {
        const Record &head = m_payment.head();
        data out{data::type::list};
        out.push_back(paperPair(m_isRefund ? Tr::tr("Paid back") : Tr::tr("Received"), shown("amount")));
        const qint64 ahead = head.integer("amount") - head.integer("allocated");
        if (!m_isRefund && ahead > 0 && head.integer("allocated") > 0)
            out.push_back(paperPair(Tr::tr("Of it for later invoices"), money(ahead)));
        return out;
    }

    Repository &m_repository;
    const Document &m_payment;
    const PaperOptions &m_options;
    const QString m_currency;
    const bool m_isRefund;
};
} // namespace

QString receiptHtml(Repository &repository, Id id, const PaperOptions &options)
{
    const Document payment = repository.load("payments", id);
    if (payment.head().text("kind") == creditKind)
        throw Error(ErrorKind::Validation, label("A credit is no money that came: there is no receipt of it.").text());
    data all = Receipt(repository, payment, options).all();
    return renderPaper(options, QStringLiteral("receipt"), all);
}

} // namespace crm::modules
