// What is demanded beside entities: that it can be asked, and what is refused as a declaration.
#include "core/model/demands.h"
#include "core/model/record.h"
#include "core/model/registry.h"
#include "core/modules/modules.h"
#include <gtest/gtest.h>

using namespace crm;

TEST(Demands, DeclarationsMakeSense)
{
    Registry registry;
    modules::declareAll(registry);
    registry.seal();
    const Catalog catalog(registry);
    EXPECT_EQ(demandFaults(catalog).join(u'\n'), QString());
    const Demands payments = demandsOf("payments");
    ASSERT_EQ(payments.inFull.size(), 1);
    EXPECT_FALSE(demandWords("payment_lines", "amount").isEmpty());
    EXPECT_TRUE(demandWords("payment_lines", "invoice_id").isEmpty());
    const Label words = Label::literal("Amount");
    const auto faults = [&](const Demands &d, const char *entity = "payments") {
        demands("payments", {});
        demands(QLatin1String(entity), d);
        const QStringList out = demandFaults(catalog);
        demands(QLatin1String(entity), {});
        return out.size();
    };
    const AtLeast least = payments.atLeast.first();
    EXPECT_EQ(faults({.atLeast = {least}}), 0);
    EXPECT_EQ(faults({.atLeast = {{"amount", "method_id", "minimum", {}, {}}}}), 1) << "without a word";
    EXPECT_EQ(faults({.atLeast = {{"amount", "client_id", "minimum", {}, words}}}), 1) << "clients have none";
    EXPECT_EQ(faults({.atLeast = {least, least}}), 1) << "twice";
    EXPECT_EQ(faults({.atLeast = {{"reference", "method_id", "minimum", {{"amount", "1"}}, words}}}), 2);
    EXPECT_EQ(faults({.sameAs = {{"amount", "client_id", "currency", {}, words}}}), 1) << "a number and a text";
    InFull full = payments.inFull.first();
    full.open = "total";
    EXPECT_EQ(faults({.inFull = {full}}), 1) << "nothing that the lines count in";
    full = payments.inFull.first();
    full.lines = "invoice_lines";
    EXPECT_EQ(faults({.inFull = {full}}), 1) << "lines of another document";
    full = payments.inFull.first();
    full.flag = "name";
    EXPECT_EQ(faults({.inFull = {full}}), 1);
    EXPECT_EQ(faults({.writersName = {"amount"}, .byStaff = {"nothing"}}), 2);
    EXPECT_EQ(faults({.byAdmins = {{"amount", {}}}}), 1) << "without a word";
    EXPECT_EQ(faults({.byStaff = {"amount"}}, "payment_lines"), 1) << "lines are asked with their document";
    Registry wrong;
    modules::declareAll(wrong);
    demands("payments", {.byStaff = {"nothing"}});
    EXPECT_ANY_THROW(wrong.seal()) << "said at the start of the program";
    Registry again;
    modules::declareAll(again); // declaring anew replaces what was said before
    EXPECT_EQ(demandsOf("payments").atLeast.size(), 1);
}

TEST(Demands, HoldWhereAllCasesDo)
{
    Registry registry;
    modules::declareAll(registry);
    registry.seal();
    Record payment(registry.at("payments"), newId());
    payment.set("kind", "payment");
    EXPECT_TRUE(allHold({}, payment));
    EXPECT_TRUE(allHold({{"kind", "payment"}, {"currency", {}}}, payment));
    payment.set("currency", "USD");
    EXPECT_FALSE(allHold({{"kind", "payment"}, {"currency", {}}}, payment));
    EXPECT_TRUE(allHold({{"kind", "payment"}, {"currency", "USD"}}, payment));
}
