// The whole way of a deal through the window: a lead becomes a client, a brief a request, the request an estimate, that
// a contract and an invoice; it is paid in two parts and a credit note, until the statement says that nothing is due.
#include "core/exchange/questions.h"
#include "core/modules/statement.h"
#include "tests/stories/story.h"
#include "ui/records/action_dialog.h"
#include "ui/records/questions_dialog.h"
#include "ui/records/record_field.h"
#include <QCheckBox>

using namespace crm;
using namespace crm::test;

namespace {
class WholeStory : public Story
{
protected:
    qint64 number(const QString &entity, Id id, const char *field) { return value(entity, id, field).toLongLong(); }

    void brief()
    {
        Document d{Record(eye().catalog()->at("briefs"), newId())};
        d.set("name", "Site brief");
        const QList<QVariantMap> questions{
            {{"question", "Company"}, {"meaning", "company"}, {"required", true}},
            {{"question", "What for?"}, {"kind", "choice"}, {"options", "Shop; Blog"}, {"required", true}},
            {{"question", "How many goods?"},
             {"kind", "decimal"},
             {"only_if", "What for?"},
             {"only_if_answer", "Shop"}}};
        for (const QVariantMap &values : questions) {
            Record line(eye().catalog()->at("brief_questions"), newId());
            for (auto it = values.cbegin(); it != values.cend(); ++it)
                line.set(it.key(), it.value());
            d.lines("brief_questions").append(line);
        }
        eye().save(d);
    }
    /// What the estimate is about, as a colleague writes it.
    void addLine(const QString &entity, Id id, qint64 rate)
    {
        Document d = eye().load(entity, id);
        const QString lines = d.entity().lineTables().first().entity;
        Record line(eye().catalog()->at(lines), newId());
        line.set("title", "Work");
        line.set("rate", rate);
        d.lines(lines).append(line);
        eye().save(d);
    }
    Id onlyOne(const QString &entity) { return idOf(entity, {}); }
};

TEST_F(WholeStory, FromALeadToASettledAccount)
{
    const Id lead = made("leads", {{"name", "Vector"}, {"email", "info@vector.example"}});
    brief();
    Person &anna = comes("anna");

    anna.opensRecord("Vector");
    inDialog([&](QDialog &dialog) { anna.clicks("Convert to a client", &dialog); });
    anna.clicks("Convert to a client");
    ASSERT_SOON(count("clients") == 1);
    const Id client = onlyOne("clients");
    EXPECT_EQ(stored("leads", lead).head().ref("client_id"), client);

    anna.opensRecord("Site brief");
    anna.waits();
    inDialog([&](QDialog &dialog) {
        auto *questions = qobject_cast<QuestionsDialog *>(&dialog);
        ASSERT_TRUE(questions);
        EXPECT_FALSE(questions->field(2)->isVisible());
        anna.clicks(*questions->field(0)->editor()->control());
        anna.types("Vector");
        questions->field(1)->editor()->setValue("o1");
        Q_EMIT questions->field(1)->editor()->edited();
        EXPECT_TRUE(questions->field(2)->isVisible());
        anna.clicks(*questions->field(2)->editor()->control());
        anna.types("1500");
        anna.clicks("Save the answers", &dialog);
    });
    anna.clicks("Fill in");
    ASSERT_SOON(count("requests") == 1);
    const Id request = onlyOne("requests");
    EXPECT_EQ(text("requests", request, "company"), "Vector");
    changed("requests", request, {{"client_id", client}});

    anna.opensRecord("REQ-0001");
    anna.waits();
    anna.clicks("Make an estimate");
    ASSERT_SOON(count("estimates") == 1);
    const Id estimate = onlyOne("estimates");
    addLine("estimates", estimate, 90'000);
    anna.opensRecord("EST-0001");
    anna.waits();
    inDialog([&](QDialog &dialog) {
        RecordField *by = static_cast<ActionDialog &>(dialog).field("accepted_by");
        anna.clicks(*by->editor()->control());
        anna.types("Olga Petrova");
        anna.clicks("Mark as accepted", &dialog);
    });
    anna.clicks("Mark as accepted");
    ASSERT_SOON(text("estimates", estimate, "status") == "accepted");

    eye().runAction("estimates", estimate, "to_contract", {});
    const Id contract = onlyOne("contracts");
    EXPECT_EQ(text("contracts", contract, "title"), "Work");
    EXPECT_EQ(number("contracts", contract, "total"), 90'000);
    anna.window().openRecord("contracts", contract);
    anna.waits();
    inMenu({"Make an invoice"});
    anna.clicks("What else can be done");
    ASSERT_SOON(count("invoices") == 1);
    const Id invoice = onlyOne("invoices");
    anna.waits();
    anna.clicks("Issue");
    ASSERT_SOON(text("invoices", invoice, "number") == "INV-0001");
    EXPECT_EQ(number("clients", client, "balance"), 90'000);

    // A second one; a part of the first is paid, then both with one payment but for what is taken back.
    const auto second = eye().runAction("contracts", contract, "to_invoice", {}).second;
    eye().runAction("invoices", second, "issue", {});
    const auto pays = [&](qint64 amount, const QList<QPair<Id, qint64>> &parts) {
        Document d{Record(eye().catalog()->at("payments"), newId())};
        d.set("client_id", client);
        d.set("amount", amount);
        for (const auto &[id, part] : parts) {
            Record line(eye().catalog()->at("payment_lines"), newId());
            line.set("invoice_id", id);
            line.set("amount", part);
            d.lines("payment_lines").append(line);
        }
        eye().save(d);
    };
    pays(30'000, {{invoice, 30'000}});
    EXPECT_EQ(text("invoices", invoice, "settled"), "partly");
    pays(140'000, {{invoice, 60'000}, {second, 80'000}});
    EXPECT_EQ(text("invoices", invoice, "settled"), "paid");
    EXPECT_EQ(number("clients", client, "balance"), 10'000);
    const auto note = eye().runAction("invoices", second, "credit", {});
    Document credit = eye().load(note.first, note.second);
    credit.lines("credit_note_lines").first().set("rate", qint64(10'000));
    eye().save(credit);
    eye().runAction(note.first, note.second, "issue", {});

    EXPECT_EQ(number("clients", client, "balance"), 0);
    EXPECT_EQ(modules::statementOf(eye(), client, {}).closing, 0);
    EXPECT_EQ(eye().check().join("\n"), "");
}
} // namespace
