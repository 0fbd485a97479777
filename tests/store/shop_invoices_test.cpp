// A shop's invoices come with their lines and payments, as the help describes the files. The same with Northwind's
// files, against SQLite's own sums: tests/acceptance/shop_invoices.sh.
#include "core/modules/statement.h"
#include "tests/exchange/exchange_fixture.h"

using namespace crm;
using namespace crm::test;

using ShopInvoices = Exchange;

TEST_F(ShopInvoices, ComeWithLinesAndPayments)
{
    run(readData("shop/customers.csv"), options("clients"));
    run("Number,Customer,Date,Due\nS-1,ANNAM,2026-01-10,2026-02-10\nS-2,ANNAM,2026-02-10,2026-03-10\n"
        "S-3,BORIS,2026-02-11,2026-03-11\n",
        options("invoices", "Number=number,Customer=client_id.external_id,Date=bill_date,Due=due_date"));
    run("Invoice,What,Quantity,Price,Discount\nS-1,Roses,3,10.99,0\nS-1,Ribbon,7,0.35,0.1\nS-2,Roses,1,10.99,0\n"
        "S-3,Roses,100,9.99,0.15\n",
        options("invoice_lines",
                "Invoice=invoice_id.number,What=title,Quantity=quantity,Price=rate,Discount=discount:fraction"));
    ImportOptions issue = options("invoices", "Number=number,State=status");
    issue.match = {"number"};
    EXPECT_EQ(run("Number,State\nS-1,issued\nS-2,issued\nS-3,issued\n", issue).updated, 3);
    EXPECT_EQ(find("invoices", "number", "S-1").head().integer("total"), 3'297 + 221) << "2.205 is rounded up";
    EXPECT_EQ(sum("invoices", "balance"), 3'518 + 1'099 + 84'915);

    run("Payment,Customer,Date,Amount\nP-1,ANNAM,2026-02-15,40\nP-2,BORIS,2026-03-01,849.15\n",
        options("payments", "Payment=external_id,Customer=client_id.external_id,Date=paid_on,Amount=amount"));
    const ImportReport lines =
        run("Payment,Invoice,Amount\nP-1,S-1,35.18\nP-1,S-2,4.82\nP-2,S-3,849.15\n",
            options("payment_lines", "Payment=payment_id.external_id,Invoice=invoice_id.number,Amount=amount"));
    EXPECT_EQ(lines.refused, 0) << qPrintable(lines.remarks.join(u' '));
    EXPECT_EQ(find("invoices", "number", "S-1").head().text("settled"), "paid");
    EXPECT_EQ(find("invoices", "number", "S-2").head().integer("balance"), 617);
    EXPECT_EQ(find("invoices", "number", "S-3").head().integer("balance"), 0);
    const Document anna = find("clients", "external_id", "ANNAM");
    EXPECT_EQ(anna.head().integer("balance"), 617);
    const modules::Statement statement = modules::statementOf(*repo, anna.id(), {}, QDate(2026, 3, 31));
    EXPECT_EQ(statement.closing, 617);
    EXPECT_EQ(statement.lines.size(), 3);
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

TEST_F(ShopInvoices, RefuseWhatWouldNotAddUp)
{
    run(readData("shop/customers.csv"), options("clients"));
    run("Number,Customer,Date\nS-1,ANNAM,2026-01-10\nS-2,BORIS,2026-01-10\n",
        options("invoices", "Number=number,Customer=client_id.external_id,Date=bill_date"));
    run("Invoice,What,Price\nS-1,Roses,10\nS-2,Roses,10\n",
        options("invoice_lines", "Invoice=invoice_id.number,What=title,Price=rate"));
    ImportOptions issue = options("invoices", "Number=number,State=status");
    issue.match = {"number"};
    run("Number,State\nS-1,issued\nS-2,issued\n", issue);
    run("Payment,Customer,Date,Amount\nP-1,ANNAM,2026-02-15,15\n",
        options("payments", "Payment=external_id,Customer=client_id.external_id,Date=paid_on,Amount=amount"));
    const ImportOptions lines =
        options("payment_lines", "Payment=payment_id.external_id,Invoice=invoice_id.number,Amount=amount");
    EXPECT_EQ(run("Payment,Invoice,Amount\nP-1,S-1,10.01\n", lines).refused, 1) << "more than is due";
    EXPECT_EQ(run("Payment,Invoice,Amount\nP-1,S-2,5\n", lines).refused, 1) << "another client's";
    EXPECT_EQ(run("Payment,Invoice,Amount\nP-1,S-1,10\n", lines).inserted, 1);
    EXPECT_EQ(run("Invoice,What,Price\nS-1,More,1\n",
                  options("invoice_lines", "Invoice=invoice_id.number,What=title,Price=rate"))
                  .refused,
              1)
        << "it has been issued";
    EXPECT_EQ(sum("invoices", "balance"), 1'000);
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}
