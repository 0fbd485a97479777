// What core/model/demands.h demands is kept by a server against whoever calls its procedures without our program, is
// said in the same words, and comes to old offices with their upgrade.
#include "core/model/demands.h"
#include "core/store/server/server_refusal.h"
#include "core/store/server/server_upgrade.h"
#include "tests/store/server_write_fixture.h"
#include "tests/support/temp_office.h"

using namespace crm;
using namespace crm::test;
using namespace crm::test::server_write;

namespace {
QString given(const char *field, Id id) { return QStringLiteral(",\"%1\":\"%2\"").arg(QLatin1String(field)).arg(id); }
QString given(const char *field, const char *value)
{
    return QStringLiteral(",\"%1\":\"%2\"").arg(QLatin1String(field), QLatin1String(value));
}

class ServerDemands : public ServerWrite
{
protected:
    Id m_client = client(*hers);

    QString paid(qint64 amount, const QString &more = {}) const
    {
        return QStringLiteral("\"client_id\":\"%1\",\"paid_on\":\"2026-03-02\",\"amount\":%2%3")
            .arg(m_client)
            .arg(amount)
            .arg(more);
    }
    Written pay(Id payment, qint64 seen, const QString &values, const QString &more = {})
    {
        return write(*hers, save("payments", payment, seen, values, more));
    }
    QString fault(qint64 amount, const QString &more) { return pay(id(), 0, paid(amount, more)).fault; }
    Id method(qint64 minimum)
    {
        const Id made = id();
        EXPECT_EQ(write(*admin, save("payment_methods", made, 0,
                                     QStringLiteral("\"name\":\"M%1\",\"minimum\":%2").arg(made).arg(minimum)))
                      .fault,
                  "");
        return made;
    }
    /// Issued, as far as payments are concerned.
    Id invoice(qint64 due)
    {
        const Id made = id();
        const QString values = QStringLiteral("\"client_id\":\"%1\",\"bill_date\":\"2026-03-01\",\"status\":\"issued\","
                                              "\"total\":%2,\"counted\":%2")
                                   .arg(m_client)
                                   .arg(due);
        EXPECT_EQ(write(*hers, save("invoices", made, 0, values)).fault, "");
        return made;
    }
    static QString line(Id line, qint64 seen, Id invoice, qint64 amount)
    {
        return QStringLiteral("{\"id\":\"%1\",\"seen\":%2,\"v\":{\"invoice_id\":\"%3\",\"amount\":%4}}")
            .arg(line)
            .arg(seen)
            .arg(invoice)
            .arg(amount);
    }
    static QString lines(const QStringList &all) { return ",\"lines\":{\"payment_lines\":[" + all.join(u',') + "]}"; }
    static QString part(Id line) { return QStringLiteral("invalid:payment_lines:amount:unmet/%1").arg(line); }
    QString balance(Id invoice) { return stored("invoices", "balance", invoice); }
};

/// While it lives, the office takes invoices in full only.
struct InFullOnly
{
    explicit InFullOnly(Database &admin)
        : m_admin(admin)
    {
        set(0, true);
    }
    ~InFullOnly() { set(1, false); }

private:
    void set(qint64 seen, bool on)
    {
        EXPECT_EQ(
            write(m_admin,
                  save("office_settings", m_id, seen,
                       QStringLiteral("\"full_payments_only\":%1%2").arg(on ? 1 : 0).arg(seen ? QString() : anew())))
                .fault,
            "");
    }
    /// Before those that tests of the same process have left: the first settings count.
    static QString anew()
    {
        static int made = 0;
        return QStringLiteral(",\"name\":\"Ours\",\"position\":-%1").arg(++made);
    }
    Database &m_admin;
    const Id m_id = newId();
};
} // namespace

TEST_F(ServerDemands, APaymentReachesWhatItsMethodTakes)
{
    const Id terminal = method(1'000), other = method(0), payment = id();
    const QString unmet = QStringLiteral("invalid:payments:amount:unmet"), by = given("method_id", terminal);
    EXPECT_EQ(fault(999, by), unmet);
    EXPECT_EQ(pay(payment, 0, paid(1'000, by)).fault, "");
    EXPECT_EQ(pay(payment, 1, "\"amount\":999").fault, unmet);
    EXPECT_EQ(fault(999, by + given("kind", "refund")), "") << "refunds are not measured";
    const Id small = id();
    EXPECT_EQ(pay(small, 0, paid(5, given("method_id", other))).fault, "");
    EXPECT_EQ(pay(small, 1, "\"note\":\"n\"" + by).fault, unmet) << "nor may it come to the method later";
    // Nor by what the rules of the program fill in.
    EXPECT_EQ(fault(5, by + given("currency", "USD")), "invalid:payments:currency:unmet");
    EXPECT_EQ(fault(5, by + given("kind", "credit")), "invalid:payments:client_id:unmet") << "out of no credit note";
    const Id abroad = id();
    ASSERT_EQ(
        write(*hers, save("clients", abroad, 0, R"("type":"organisation","name":"Abroad","currency":"USD")")).fault,
        "");
    const Id far = id();
    const QString values = QStringLiteral("\"paid_on\":\"2026-03-02\",\"amount\":5") + given("client_id", abroad) + by;
    EXPECT_EQ(pay(far, 0, values).fault, "invalid:payments:currency:unmet");
    EXPECT_EQ(pay(far, 0, values + given("currency", "USD")).fault, "") << "another currency is not measured";
    EXPECT_EQ(pay(far, 1, QStringLiteral("\"currency\":null") + given("client_id", m_client)).fault, unmet);
    // What was taken stays.
    ASSERT_EQ(write(*admin, save("payment_methods", terminal, 1, "\"minimum\":5000")).fault, "");
    EXPECT_EQ(pay(payment, 1, "\"note\":\"n\"").fault, "");
    EXPECT_EQ(stored("payments", "CONCAT_WS('|',amount,note)", payment), "1000|n");
}

TEST_F(ServerDemands, InvoicesArePaidInFullWhereTheOfficeSaysSo)
{
    const Id begun = invoice(10'000), early = id(), earlyLine = id(), late = id(), lateLine = id();
    EXPECT_EQ(pay(early, 0, paid(4'000), lines({line(earlyLine, 0, begun, 4'000)})).fault, "") << "nobody forbids it";
    const InFullOnly only(*admin);
    EXPECT_EQ(pay(late, 0, paid(5'000), lines({line(lateLine, 0, begun, 5'000)})).fault, part(lateLine));
    const Id whole = invoice(300), twice = invoice(20), split = id();
    const IdList ids{id(), id(), id()};
    const QString three = lines({line(ids[0], 0, whole, 300), line(ids[1], 0, twice, 5), line(ids[2], 0, twice, 15)});
    const QString less = lines({line(ids[0], 0, whole, 300), line(ids[1], 0, twice, 5), line(ids[2], 0, twice, 14)});
    EXPECT_EQ(pay(split, 0, paid(320), less).fault, part(ids[1])) << "of several, which are written together";
    EXPECT_EQ(pay(split, 0, paid(320), three).fault, "") << "together all of it";
    EXPECT_EQ(balance(whole) + balance(twice), "00");
    EXPECT_EQ(pay(split, 1, {}, lines({line(ids[0], 1, whole, 299)})).fault, part(ids[0])) << "nor less of it later";
    EXPECT_EQ(pay(split, 1, "\"note\":\"n\"", lines({line(ids[0], 1, whole, 300)})).fault, "");
    EXPECT_EQ(pay(split, 2, {}, QStringLiteral(",\"gone\":{\"payment_lines\":[\"%1\"]}").arg(ids[2])).fault,
              part(ids[1]));
    EXPECT_EQ(pay(split, 2, {}, QStringLiteral(",\"gone\":{\"payment_lines\":[\"%1\"]}").arg(ids[0])).fault, "");
    EXPECT_EQ(pay(early, 1, "\"note\":\"n\"", lines({line(earlyLine, 1, begun, 4'000)})).fault, "") << "as it was";
    // In a transaction of the caller's own, too.
    hers->run("START TRANSACTION");
    EXPECT_EQ(pay(late, 0, paid(5'999), lines({line(lateLine, 0, begun, 5'999)})).fault, part(lateLine));
    EXPECT_EQ(pay(late, 0, paid(6'000), lines({line(lateLine, 0, begun, 6'000)})).fault, "");
    hers->run("COMMIT");
    EXPECT_EQ(balance(begun), "0");
}

TEST_F(ServerDemands, WhoCountersignsSignsForThemselves)
{
    const QString mine = QStringLiteral("\"title\":\"T\",\"contract_date\":\"2026-05-04\",\"status\":\"accepted\""),
                  title = mine + given("client_id", m_client);
    const auto signedAs = [&](Database &db, const char *name, const QString &values) {
        return write(db, save("contracts", id(), 0, values + given("countersigned_by", name))).fault;
    };
    const QString denied = QStringLiteral("denied:contracts:countersigned_by:");
    EXPECT_EQ(signedAs(*hers, "boris", title), denied);
    EXPECT_EQ(signedAs(*hers, "ANNA", title), denied);
    EXPECT_EQ(signedAs(*hers, "anna", title), "");
    EXPECT_EQ(signedAs(*admin, "boris", title), "") << "administrators put right what is wrong";
    const auto theirs = office.session(contact);
    EXPECT_EQ(signedAs(*theirs, "contact", mine), denied) << "only staff signs for us";
    const Id k = id();
    ASSERT_EQ(write(*hers, save("contracts", k, 0, title)).fault, "");
    EXPECT_EQ(write(*hers, save("contracts", k, 1, "\"countersigned_by\":\"12\"")).fault, denied);
    EXPECT_EQ(write(*hers, save("contracts", k, 1, "\"countersigned_by\":\"anna\"")).fault, "");
    EXPECT_EQ(write(*hers, save("contracts", k, 2, "\"countersigned_by\":null")).fault, "");
}

TEST_F(ServerDemands, AdministratorsAloneSayWhichViewARoleSeesFirst)
{
    const QString refused = QStringLiteral("invalid:saved_views:role_id:unmet"), role = given("role_id", 3);
    const QString values = QStringLiteral("\"name\":\"V\",\"entity\":\"clients\",\"query\":\"{}\"");
    const Id hersAlone = id(), theirs = id();
    EXPECT_EQ(write(*hers, save("saved_views", id(), 0, values + role)).fault, refused);
    EXPECT_EQ(write(*hers, save("saved_views", hersAlone, 0, values)).fault, "");
    EXPECT_EQ(write(*hers, save("saved_views", hersAlone, 1, "\"role_id\":\"3\"")).fault, refused);
    EXPECT_EQ(write(*admin, save("saved_views", theirs, 0, values + role)).fault, "");
    EXPECT_EQ(write(*admin, save("saved_views", theirs, 1, "\"role_id\":null")).fault, "");
}

// The program has asked before; what is refused all the same, because somebody was quicker, is said in the same words.
TEST_F(ServerDemands, AreSaidInTheWordsOfTheProgram)
{
    const Catalog catalog(registry());
    const InFullOnly only(*admin);
    const Id begun = invoice(100), terminal = method(1'000);
    const auto faultOf = [&](const Document &document, const QString &ops) {
        try {
            hers->run(QStringLiteral("CALL `write`(NULL,NULL,?)"), {ops});
        } catch (const Error &e) {
            return inWords(e, catalog, {Attempt::Save, &document, {}}).faults().value(0);
        }
        return FieldFault{};
    };
    Document d{Record(catalog.at("payments"), newId())};
    FieldFault fault = faultOf(d, save("payments", d.id(), 0, paid(5, given("method_id", terminal))));
    EXPECT_EQ(fault.field, "amount");
    EXPECT_TRUE(fault.sentence.startsWith("This payment method takes no payments")) << fault.sentence.toStdString();
    Record other(catalog.at("payment_lines"), newId()), partly(catalog.at("payment_lines"), newId());
    d.lines("payment_lines") = {other, partly};
    fault = faultOf(d, save("payments", d.id(), 0, paid(50), lines({line(partly.id(), 0, begun, 50)})));
    EXPECT_EQ(fault.line, "payment_lines/2");
    EXPECT_EQ(fault.field, "amount");
    EXPECT_EQ(fault.sentence, demandWords("payment_lines", "amount").text());
    EXPECT_TRUE(fault.sentence.startsWith("Invoices are not paid in part here"));
}

TEST(ServerDemandsUpgrade, OldOfficesAskWhatIsDemandedNow)
{
    ASSERT_FALSE(registry().entities().empty());
    demands("payments", {});
    const TempOffice old(registry());
    modules::declareAll(*std::make_unique<Registry>()); // says anew what is demanded
    ASSERT_EQ(demandsOf("payments").atLeast.size(), 1);
    MariaDbAdministrator owner{old.address(), ServerNames(old.database()).owner(), TempOffice::usualPassword};
    owner.address.database.clear();
    const auto routine = [&] {
        return old.server()
            .sql(QStringLiteral("SELECT ROUTINE_DEFINITION LIKE '%unmet%' FROM information_schema.ROUTINES WHERE "
                                "ROUTINE_SCHEMA='%1_data' AND ROUTINE_NAME='save__payments'")
                     .arg(old.database()))
            .value(0)
            .value(0);
    };
    EXPECT_EQ(routine(), "0");
    EXPECT_TRUE(upgradeAsOwner(owner, registry(), old.database(), {}, {.program = "2.0"}));
    EXPECT_EQ(routine(), "1");
    EXPECT_FALSE(upgradeAsOwner(owner, registry(), old.database(), {}, {.program = "2.0"})) << "nothing more to do";
}
