// From an estimate to a settled account, through the window: by the buttons above the documents, as an office does it.
#include "tests/stories/story.h"
#include "ui/records/action_dialog.h"
#include "ui/records/record_field.h"
#include <QLineEdit>

using namespace crm;
using namespace crm::test;

namespace {
class FinanceStories : public Story
{
protected:
    Id client() { return made("clients", {{"name", "Roses"}}); }
    qint64 number(const QString &entity, Id id, const char *field) { return value(entity, id, field).toLongLong(); }

    /// A draft with one line.
    Id draft(Id of, qint64 amount)
    {
        Document d{Record(eye().catalog()->at("invoices"), newId())};
        d.set("client_id", of);
        Record line(eye().catalog()->at("invoice_lines"), newId());
        line.set("title", "Work");
        line.set("rate", amount);
        d.lines("invoice_lines").append(line);
        return eye().save(d).document.id();
    }
};

TEST_F(FinanceStories, AnEstimateEndsAsAPaidInvoice)
{
    const Id roses = client();
    Document d{Record(eye().catalog()->at("estimates"), newId())};
    d.set("client_id", roses);
    Record line(eye().catalog()->at("estimate_lines"), newId());
    line.set("title", "Garden");
    line.set("rate", qint64(100'000));
    d.lines("estimate_lines").append(line);
    const Id estimate = eye().save(d).document.id();

    Person &anna = comes("anna");
    anna.opensRecord("EST-0001");
    inDialog([&](QDialog &dialog) {
        RecordField *by = static_cast<ActionDialog &>(dialog).field("accepted_by");
        anna.clicks(*by->editor()->control());
        anna.types("Olga Petrova");
        anna.clicks("Mark as accepted", &dialog);
    });
    anna.clicks("Mark as accepted");
    ASSERT_SOON(text("estimates", estimate, "status") == "accepted");
    anna.waits();
    anna.clicks("Make an invoice");
    ASSERT_SOON(count("invoices") == 1);
    const Id invoice = stored("estimates", estimate).head().ref("invoice_id");
    ASSERT_GT(invoice, 0);
    anna.waits();
    anna.clicks("Issue");
    ASSERT_SOON(text("invoices", invoice, "number") == "INV-0001");
    EXPECT_EQ(number("clients", roses, "balance"), 100'000);
    anna.waits();
    // What is issued can no longer be typed into; a note can.
    EXPECT_SOON(!anna.button("Issue")) << "once";
    anna.fills("note", "They called");
    anna.saves();
    EXPECT_EQ(text("invoices", invoice, "note"), "They called");

    QString due;
    inDialog([&](QDialog &dialog) {
        const auto &asked = dynamic_cast<ActionDialog &>(dialog);
        due = qobject_cast<QLineEdit *>(asked.field("amount")->editor()->control())->placeholderText();
        anna.clicks("Add a payment", &dialog);
    });
    anna.clicks("Add a payment");
    ASSERT_SOON(count("payments") == 1);
    EXPECT_EQ(due, "1,000.00") << "what is paid where no amount is given";
    EXPECT_EQ(text("invoices", invoice, "settled"), "paid");
    EXPECT_EQ(number("clients", roses, "balance"), 0);
}

TEST_F(FinanceStories, WhatIsUnsavedIsSavedBeforeAnActionWhenOneSaysSo)
{
    const Id invoice = draft(client(), 5'000);
    Person &anna = comes("anna");
    anna.opensRecord("#0001");
    anna.fills("note", "A-7");
    anna.clicks("Issue");
    EXPECT_EQ(text("invoices", invoice, "status"), "draft") << "not without a question";
    anna.clicks("Save and go on");
    ASSERT_SOON(text("invoices", invoice, "number") == "INV-0001");
    EXPECT_EQ(text("invoices", invoice, "note"), "A-7");
    anna.waits();
    EXPECT_SOON(!anna.button("Issue"));

    // What cannot be saved is not gone on with, later saves included.
    const Id second = draft(client(), 5'000);
    anna.opensRecord("#0002");
    anna.fills("bill_date", "");
    anna.clicks("Issue");
    anna.clicks("Save and go on");
    EXPECT_EQ(text("invoices", second, "status"), "draft");
    anna.fills("bill_date", "5.5.2026");
    anna.saves();
    EXPECT_EQ(text("invoices", second, "status"), "draft");
}

/// What two people are changing while a third issues it: what is still open is kept, what is issued stays, and nothing
/// that was typed is lost.
TEST_F(FinanceStories, TwoChangeAnInvoiceWhileAThirdIssuesIt)
{
    const Id invoice = draft(client(), 5'000);
    Person &anna = comes("anna"), &boris = comes("boris"), &clara = comes("clara");
    anna.turnsTo();
    anna.opensRecord("#0001");
    anna.fills("bill_date", "5.5.2026");
    boris.turnsTo();
    boris.opensRecord("#0001");
    boris.fills("note", "They called");
    clara.turnsTo();
    clara.opensRecord("#0001");
    clara.clicks("Issue");
    ASSERT_SOON(text("invoices", invoice, "number") == "INV-0001");

    boris.turnsTo();
    boris.saves();
    EXPECT_EQ(text("invoices", invoice, "note"), "They called");
    anna.turnsTo();
    anna.presses(Qt::Key_S, Qt::ControlModifier);
    Banner *said = anna.record().findChild<Banner *>(QString(), Qt::FindDirectChildrenOnly);
    ASSERT_TRUE(said);
    EXPECT_SOON(said->isVisible() && said->text().contains("issued")) << said->text().toStdString();
    EXPECT_SOON(anna.record().isIdle());
    EXPECT_TRUE(anna.record().hasUnsavedChanges()) << "what was typed is there";
    EXPECT_NE(value("invoices", invoice, "bill_date").toDate(), QDate(2026, 5, 5));
    EXPECT_EQ(text("invoices", invoice, "status"), "issued");
    EXPECT_EQ(number("invoices", invoice, "total"), 5'000);
    EXPECT_EQ(text("invoices", invoice, "note"), "They called");
    EXPECT_EQ(count("invoices", "number = 'INV-0001'"), 1);
}

/// A list that is open follows what the database adds up, though nobody has changed these records.
TEST_F(FinanceStories, TheListOfInvoicesFollowsAPayment)
{
    const Id roses = client(), one = draft(roses, 5'000);
    eye().runAction("invoices", one, "issue", {});
    Person &anna = comes("anna");
    anna.opensList("Invoices");
    ASSERT_SOON(anna.cell("INV-0001", "settled").data().toString() == "Not paid");
    eye().runAction("invoices", one, "pay", {});
    EXPECT_SOON(anna.cell("INV-0001", "settled").data().toString() == "Paid");
}
} // namespace
