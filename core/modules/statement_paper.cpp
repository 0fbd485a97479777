#include "core/modules/statement_paper.h"
#include "core/exchange/paper_look.h"
#include "core/exchange/paper_rows.h"
#include "core/model/amount_writer.h"
#include "core/model/money.h"
#include "core/model/registry.h"
#include "core/modules/statement.h"

namespace crm::modules {

namespace {
using data = PaperData;

std::string text(const QString &s) { return s.toStdString(); }

/// @param stripe the background of every second row; empty: none
std::string rowsOf(const Statement &statement, const QLocale &locale, const QString &stripe)
{
    const AmountWriter amounts(statement.currency, locale);
    const std::string back = text(stripe);
    PaperRows rows(stripe.isEmpty() ? QStringLiteral("statement_row") : QStringLiteral("statement_row_striped"),
                   {"day", "what", "charge", "credit", "balance", "back"});
    rows.reserve(statement.lines.size());
    bool odd = false;
    const bool saysWhose = statement.writer() == 0; // several wrote it
    QDate day;
    std::string dayText, what, charge, credit, balance; // one memory for all rows
    const auto write = [&](std::string &to, qint64 minor, bool zeroToo) {
        to.clear();
        if (minor != 0 || zeroToo)
            amounts.append(to, minor);
    };
    for (const StatementLine &line : statement.lines) {
        if (line.day != day) { // many lines of one day stand behind each other
            day = line.day;
            dayText = text(locale.toString(day, QLocale::ShortFormat));
        }
        const QByteArray kind = line.what.toUtf8(), number = line.number.toUtf8();
        what.assign(kind.constData(), size_t(kind.size()))
            .append(1, ' ')
            .append(number.constData(), size_t(number.size()));
        if (saysWhose && line.company != 0)
            what.append(text(QStringLiteral(" \u00b7 ") + statement.companies.at(line.company - 1).second));
        write(charge, line.charge, false);
        write(credit, line.credit, false);
        write(balance, line.balance, true);
        odd = !odd;
        rows.add({dayText, what, charge, credit, balance, odd ? std::string_view("#ffffff") : back});
    }
    return rows.takeHtml();
}

QString nameOf(const AgeingBucket &bucket)
{
    if (!bucket.from)
        return label("Not due yet").text();
    if (!bucket.to)
        return label("More than %1 days late").text().arg(*bucket.from - 1);
    return label("%1 to %2 days late").text().arg(*bucket.from).arg(*bucket.to);
}

data ageingOf(const Statement &statement, const QLocale &locale)
{
    data out{data::type::list};
    for (const AgeingBucket &bucket : statement.ageing) {
        if (bucket.sum == 0)
            continue;
        out.push_back(paperPair(nameOf(bucket), Money(bucket.sum, statement.currency).toLocalized(locale)));
    }
    return out;
}

/// The company that wrote all of it; else the office's, and its lines say what others wrote.
std::optional<Document> senderOf(Repository &repository, const Statement &statement)
{
    const Id writer = statement.writer();
    return writer == 0 ? paperSenderRecord(repository) : std::optional(repository.load("companies", writer));
}
} // namespace

QString statementHtml(Repository &repository, Id client, const PaperOptions &options)
{
    const Statement statement = statementOf(repository, client, {});
    const Document who = repository.load("clients", client);
    data all{data::type::object};
    all.set("title", text(label("Statement of account").text()));
    setPaperSender(all, repository, senderOf(repository, statement), options.locale);
    all.set("party", paperIntroduction(repository, who, options.locale));
    const std::pair<const char *, Label> heads[] = {
        {"day_label", label("Date", "of a document")}, {"what_label", label("Document")},
        {"charge_label", label("Invoiced")},           {"credit_label", label("Paid or credited")},
        {"balance_label", label("Balance")},           {"closing_label", label("Still due")}};
    for (const auto &[key, name] : heads)
        all.set(key, text(name.text()));
    all.set("closing", text(Money(statement.closing, statement.currency).toLocalized(options.locale)));
    all.set("ageing", ageingOf(statement, options.locale));
    return renderPaper(options, QStringLiteral("statement"), all, rowsOf(statement, options.locale, paperStripe(all)));
}

} // namespace crm::modules
