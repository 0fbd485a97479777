#include "core/exchange/import_references.h"
#include "core/store/local_repository.h"
#include "tests/exchange/exchange_fixture.h"

using namespace crm;
using namespace crm::test;

using Import = Exchange;

TEST_F(Import, makesClientsWithContacts)
{
    const ImportReport planned = plan(readData("shop/customers.csv"), options("clients"));
    EXPECT_EQ(planned.inserted, 4);
    EXPECT_EQ(planned.others.value("contacts").inserted, 4);
    EXPECT_EQ(planned.unused, QStringList({"Fax"}));
    EXPECT_EQ(planned.match, QStringList({"external_id"}));
    EXPECT_TRUE(planned.remarks.join(u' ').contains("4 rows, 3 distinct")) << qPrintable(planned.remarks.join(u' '));
    EXPECT_EQ(count("clients"), 0) << "a dry run writes nothing";
    EXPECT_EQ(count("contacts"), 0);

    const ImportReport done = run(readData("shop/customers.csv"), options("clients"));
    EXPECT_EQ(done.inserted, 4);
    EXPECT_NE(done.batch, 0);
    EXPECT_EQ(count("clients"), 4);
    const Document client = find("clients", "external_id", "BORIS");
    EXPECT_EQ(client.value("name").toString(), "Roses, \"Best\" Ltd");
    EXPECT_EQ(client.value("zip").toString(), "W1J 5LT");
    const Document contact = find("contacts", "client_id", client.id());
    EXPECT_EQ(contact.value("first_name").toString(), "Boris");
    EXPECT_EQ(contact.value("last_name").toString(), "van der Berg");
    EXPECT_EQ(contact.value("job_title").toString(), "Sales Manager");
}

TEST_F(Import, showsTheFirstRowsAsTheyWillBe)
{
    run(readData("shop/customers.csv"), options("clients"));
    ImportOptions o = options("orders");
    o.preview = 2;
    const ImportReport planned = plan(readData("shop/orders.csv"), o);
    ASSERT_EQ(planned.preview.size(), 2);
    const PreviewRow &row = planned.preview.first();
    EXPECT_EQ(row.line, 2);
    EXPECT_EQ(row.outcome, Outcome::Insert);
    const auto value = [&](const QString &path) { return row.values.value(planned.previewPaths.indexOf(path)); };
    EXPECT_EQ(value("client_id"), QString::fromUtf8("Blumen M\xC3\xBCller")) << "references as people know them";
    EXPECT_EQ(value("order_date"), "29/02/2024");
    EXPECT_TRUE(value("number").startsWith("ORD-")) << "what the program fills in is there too";
    EXPECT_EQ(count("orders"), 0);
    run(readData("shop/orders.csv"), options("orders"));
    EXPECT_EQ(find("orders", "external_id", "501").value("number").toString(), value("number"))
        << "the dry run took no number away";
}

TEST_F(Import, readsRussianFilesInTheirEncodings)
{
    for (const auto &[name, encoding] : {std::pair("import/clients_ru_1251.csv", "windows-1251"),
                                         std::pair("import/clients_ru_utf16.csv", "UTF-16LE")}) {
        const ImportReport planned = plan(readData(name), options("clients"));
        EXPECT_EQ(planned.encoding, encoding);
        EXPECT_EQ(planned.separator, ";");
        EXPECT_EQ(planned.inserted, 2) << (planned.faults.isEmpty() ? "" : qPrintable(planned.faults.first().reason));
        EXPECT_EQ(planned.others.value("contacts").inserted, 1) << "the second row names nobody";
        EXPECT_TRUE(planned.unused.isEmpty()) << qPrintable(planned.unused.join(u','));
    }
    run(readData("import/clients_ru_1251.csv"), options("clients"));
    Query query("clients");
    query.search = QString::fromUtf8("\xD0\xB5\xD0\xBB\xD0\xBA\xD0\xB0"); // found without its two dots
    EXPECT_EQ(repo->totals(query, {}).count, 1);
    query.filter = Filter::where("owner_id", Op::Equal, repo->actor().userId);
    EXPECT_EQ(repo->totals(query, {}).count, 1) << "the owner was found by name";
}

TEST_F(Import, resolvesReferencesAndMakesMissingDictionaryRows)
{
    run(readData("shop/customers.csv"), options("clients"));
    const ImportReport refused = plan(readData("shop/products.csv"), options("items"));
    EXPECT_EQ(refused.refused, 3) << "categories that do not exist are not made unasked";
    ASSERT_FALSE(refused.faults.isEmpty());
    EXPECT_EQ(refused.faults.first().column, "CategoryName");
    EXPECT_EQ(refused.faults.first().value, "Flowers");

    const qint64 categories = count("item_categories");
    ImportOptions items = options("items");
    items.createMissing = {"category_id"};
    const ImportReport planned = plan(readData("shop/products.csv"), items);
    EXPECT_EQ(planned.inserted, 3);
    EXPECT_EQ(planned.others.value("item_categories").inserted, 2);
    EXPECT_EQ(count("item_categories"), categories);
    const ImportReport done = run(readData("shop/products.csv"), items);
    EXPECT_EQ(done.inserted, 3);
    EXPECT_EQ(count("item_categories"), categories + 2);
    const Document card = find("items", "external_id", "3");
    EXPECT_EQ(card.value("title").toString(), "Card \"With love\"");
    EXPECT_EQ(card.value("rate").toLongLong(), 30);
    EXPECT_TRUE(card.value("discontinued").toBool());

    EXPECT_EQ(run(readData("shop/orders.csv"), options("orders")).inserted, 3);
    const Document order = find("orders", "external_id", "502");
    EXPECT_EQ(order.value("client_id").toLongLong(), find("clients", "external_id", "BORIS").id());
    EXPECT_EQ(order.value("freight").toLongLong(), 980);
    EXPECT_TRUE(order.value("shipped_date").isNull());
}

TEST_F(Import, addsLinesAndTheTotalsFollow)
{
    importShop();
    EXPECT_EQ(sum("orders", "total"), 110948) << "each line rounded half up";
    const Document order = find("orders", "external_id", "501");
    ASSERT_EQ(order.lines("order_lines").size(), 3);
    EXPECT_EQ(order.lines("order_lines")[1].value("discount").toLongLong(), 500);
    EXPECT_EQ(order.lines("order_lines")[1].value("total").toLongLong(), 29);

    ImportOptions rounding = options("orders");
    rounding.map = parseConstants("rounding=document");
    EXPECT_EQ(run(readData("shop/orders.csv"), rounding).updated, 3);
    EXPECT_EQ(sum("orders", "total"), 110947) << "each document rounded";
    EXPECT_EQ(run(readData("shop/orders.csv"), rounding).unchanged, 3);
    EXPECT_EQ(find("orders", "external_id", "501").lines("order_lines").size(), 3) << "the lines stayed";
}

TEST_F(Import, findsLinesByWhatTheyHold)
{
    importShop();
    ImportOptions lines = options("order_lines", "Discount=discount:fraction");
    lines.match = {"item_id"};
    EXPECT_EQ(run(readData("shop/order_details.csv"), lines).unchanged, 5);
    lines = options("order_lines");
    lines.match = {"item_id"};
    const ImportReport changed = run("OrderID,ProductID,UnitPrice,Quantity\n503,2,5,10\n503,1,1,1\n", lines);
    EXPECT_EQ(changed.updated, 1);
    EXPECT_EQ(changed.inserted, 1);
    EXPECT_EQ(changed.others.value("orders").updated, 1);
    EXPECT_EQ(find("orders", "external_id", "503").value("total").toLongLong(), 5100);
}

TEST_F(Import, asksWhatFractionsMeanBeforeAnythingIsWritten)
{
    run(readData("shop/customers.csv"), options("clients"));
    ImportOptions items = options("items");
    items.createMissing = {"category_id"};
    run(readData("shop/products.csv"), items);
    run(readData("shop/orders.csv"), options("orders"));
    const ImportReport planned = plan(readData("shop/order_details.csv"), options("order_lines"));
    ASSERT_EQ(planned.doubts.size(), 1);
    EXPECT_TRUE(planned.doubts.first().contains("Discount=discount:fraction"));
    EXPECT_TRUE(refusal(readData("shop/order_details.csv"), options("order_lines")).contains("fraction"));
    EXPECT_EQ(count("order_lines"), 0);
}

TEST_F(Import, insertsUpdatesAndSkipsByKey)
{
    const ImportOptions o = options("clients");
    run("external_id,name,city\nA,First,Paris\nB,Second,Rome\n", o);
    const ImportReport again = run("external_id,name,city\nA,First,Lyon\nB,Second,Rome\nC,Third,Oslo\n", o);
    EXPECT_EQ(again.inserted, 1);
    EXPECT_EQ(again.updated, 1);
    EXPECT_EQ(again.unchanged, 1);
    EXPECT_EQ(find("clients", "external_id", "A").value("city").toString(), "Lyon");
    EXPECT_EQ(find("clients", "external_id", "A").head().version(), 2);
    EXPECT_EQ(find("clients", "external_id", "B").head().version(), 1) << "what is the same is not written";

    ImportOptions skip = o;
    skip.onMatch = OnMatch::Skip;
    const ImportReport skipped = run("external_id,name\nA,Other\nD,Fourth\n", skip);
    EXPECT_EQ(skipped.skipped, 1);
    EXPECT_EQ(skipped.inserted, 1);
    EXPECT_EQ(find("clients", "external_id", "A").value("name").toString(), "First");

    ImportOptions refuse = o;
    refuse.onMatch = OnMatch::Refuse;
    EXPECT_EQ(run("external_id,name\nA,Other\n", refuse).refused, 1);

    ImportOptions byName = options("clients");
    byName.match = {"name", "city"};
    const ImportReport two = run("name,city,phone\nSecond,Rome,+39 06 12345\nSecond,Milan,+39 02 12345\n", byName);
    EXPECT_EQ(two.updated, 1) << "both fields must fit";
    EXPECT_EQ(two.inserted, 1);

    ImportOptions always = o;
    always.matchNothing = true;
    EXPECT_EQ(run("external_id,name\nA,Again\n", always).inserted, 1);
    const ImportReport ambiguous = run("external_id,name\nA,Which\n", o);
    EXPECT_EQ(ambiguous.refused, 1) << "two records have the key";
}

TEST_F(Import, rowsOfOneFileMayMeanTheSameRecord)
{
    const ImportReport planned =
        plan("external_id,name,contacts.first_name\nA,One,Anna\nA,One,Boris\nA,Two,Anna\n", options("clients"));
    EXPECT_EQ(planned.inserted, 1);
    EXPECT_EQ(planned.updated, 2);
    const ImportReport done =
        run("external_id,name,contacts.first_name\nA,One,Anna\nA,One,Boris\nA,Two,Anna\n", options("clients"));
    EXPECT_EQ(done.inserted, 1);
    EXPECT_EQ(done.updated, 2);
    EXPECT_EQ(count("clients"), 1);
    EXPECT_EQ(count("contacts"), 2);
    EXPECT_EQ(find("clients", "external_id", "A").value("name").toString(), "Two");
    const ImportReport again = run("external_id,name,contacts.first_name\nA,Two,Anna\n", options("clients"));
    EXPECT_EQ(again.unchanged, 1) << "the contact is known";
    EXPECT_EQ(count("contacts"), 2);
}

TEST_F(Import, referencesMayPointToEarlierRowsOfTheFile)
{
    const QByteArray file = "id,title,parent_task_id\n5000000000001,Build,\n5000000000002,Walls,"
                            "5000000000001\n5000000000003,Paint,5000000000002\n";
    const QString parent = [&] {
        for (const Field &f : repo->catalog()->at("tasks").fieldList()) {
            if (f.kind() == Kind::Ref && f.target() == u"tasks")
                return f.key();
        }
        return QString();
    }();
    ASSERT_FALSE(parent.isEmpty());
    const QByteArray named = QByteArray(file).replace("parent_task_id", parent.toUtf8());
    const ImportReport planned = plan(named, options("tasks"));
    EXPECT_EQ(planned.refused, 0) << (planned.faults.isEmpty() ? "" : qPrintable(planned.faults.first().reason));
    const ImportReport done = run(named, options("tasks"));
    EXPECT_EQ(done.inserted, 3) << (done.faults.isEmpty() ? "" : qPrintable(done.faults.first().reason));
    EXPECT_EQ(repo->load("tasks", 5000000000003).value(parent).toLongLong(), 5000000000002);
}

TEST_F(Import, tellsEveryRefusedRowAndKeepsThemInAFile)
{
    const QByteArray file = "external_id,name,email,website,Price\n"
                            "A,Good,a@example.com,,1\n"
                            "B,,b@example.com,,2\n"
                            "C,Bad mail,nonsense,no site either,3\n"
                            "D,\"=cmd()\",d@example,,4\n"
                            "E,Short\n"
                            "F,Fine,,,6\n";
    QBuffer refused;
    refused.open(QIODevice::WriteOnly);
    const ImportReport done = run(file, options("clients"), &refused);
    EXPECT_EQ(done.inserted, 2);
    EXPECT_EQ(done.refused, 4);
    EXPECT_EQ(done.unused, QStringList({"Price"}));
    const auto faultOf = [&](qint64 line, const QString &column) {
        for (const RowFault &fault : done.faults) {
            if (fault.line == line && fault.column == column)
                return fault;
        }
        return RowFault{};
    };
    EXPECT_FALSE(faultOf(3, "name").reason.isEmpty());
    EXPECT_EQ(faultOf(4, "email").value, "nonsense");
    EXPECT_FALSE(faultOf(4, "website").reason.isEmpty()) << "all faults of a row, not the first alone";
    EXPECT_FALSE(faultOf(6, "").reason.isEmpty()) << "ragged";

    // Mended, the file of the refused rows goes in; the notes of the import itself are no columns.
    QByteArray mended = refused.data();
    EXPECT_TRUE(mended.contains("'=cmd()")) << "no formula leaves, not even a refused one";
    mended.replace("B,,", "B,Mended,")
        .replace("nonsense,no site either", ",")
        .replace("d@example,", "d@example.com,")
        .replace("Short,,,", "Short,,,");
    const ImportReport second = run(mended, options("clients"));
    EXPECT_EQ(second.inserted, 4) << (second.faults.isEmpty() ? "" : qPrintable(second.faults.first().reason));
    EXPECT_EQ(second.refused, 0);
    EXPECT_EQ(find("clients", "external_id", "D").value("name").toString(), "=cmd()");
}

TEST_F(Import, oneBadRowAmongManyRefusesOnlyItself)
{
    QByteArray file = "external_id,name,phone\n";
    for (int i = 0; i < 300; ++i)
        file += "K" + QByteArray::number(i) + ",Name " + QByteArray::number(i) + "," +
                (i % 100 == 7 ? "no phone" : "+7 912 345-67-89") + "\n";
    ImportOptions o = options("clients");
    o.rowsAtOnce = 128;
    const ImportReport done = run(file, o);
    EXPECT_EQ(done.inserted, 297);
    EXPECT_EQ(done.refused, 3);
    EXPECT_EQ(count("clients"), 297);
}

TEST_F(Import, whatTheStoreRefusesIsFoundRowByRow)
{
    // Uniqueness is known to the store alone.
    const QByteArray file = "name,color\nRed,#ff0000\nGreen,#00ff00\nred,#ee0000\nBlue,#0000ff\n";
    ImportOptions o = options("item_categories");
    const ImportReport planned = plan(file, o);
    const ImportReport done = run(file, o);
    EXPECT_EQ(done.refused, 1);
    EXPECT_EQ(done.inserted, 3);
    ASSERT_FALSE(done.faults.isEmpty());
    EXPECT_EQ(done.faults.first().line, 4);
    EXPECT_EQ(done.faults.first().column, "name");
    EXPECT_EQ(planned.refused, done.refused) << "the dry run had said so";
}

TEST_F(Import, allOrNothing)
{
    ImportOptions o = options("clients");
    o.allOrNothing = true;
    const ImportReport refused = run("external_id,name\nA,One\nB,\n", o);
    EXPECT_TRUE(refused.nothingWritten);
    EXPECT_EQ(refused.refused, 1);
    EXPECT_EQ(refused.faults.first().line, 3);
    EXPECT_EQ(count("clients"), 0);
    QBuffer refusedRows;
    refusedRows.open(QIODevice::WriteOnly);
    const ImportReport done = run("external_id,name\nA,One\nB,Two\n", o, &refusedRows);
    EXPECT_EQ(done.inserted, 2);
    EXPECT_EQ(refusedRows.data().count('\n'), 1) << "the heads alone, once";
    EXPECT_FALSE(done.nothingWritten);
    EXPECT_EQ(count("clients"), 2);
}

TEST_F(Import, isTakenBackAsAWhole)
{
    run("external_id,name,city\nA,First,Paris\n", options("clients"));
    ImportOptions o = options("clients");
    o.rowsAtOnce = 2;
    const ImportReport done =
        run("external_id,name,city,contacts.first_name\nA,First,Lyon,Anna\nB,Second,Rome,\nC,Third,Oslo,Carl\n", o);
    EXPECT_EQ(count("clients"), 3);
    EXPECT_EQ(count("contacts"), 2);
    repo->undoBatch(done.batch);
    EXPECT_EQ(count("clients"), 1);
    EXPECT_EQ(count("contacts"), 0);
    EXPECT_EQ(find("clients", "external_id", "A").value("city").toString(), "Paris");
    EXPECT_TRUE(repo->check().isEmpty());
}

TEST_F(Import, cancelLeavesNothing)
{
    QByteArray file = "external_id,name\n";
    for (int i = 0; i < 50; ++i)
        file += "K" + QByteArray::number(i) + ",Name\n";
    for (bool whole : {false, true}) {
        ImportOptions o = options("clients");
        o.rowsAtOnce = 10;
        o.allOrNothing = whole;
        int calls = 0;
        try {
            run(file, o, nullptr, [&](qint64 done, qint64 total) {
                EXPECT_TRUE(total == 50 || total == 0);
                return done < 30 || ++calls < (whole ? 4 : 1);
            });
            ADD_FAILURE() << "it was not cancelled";
        } catch (const Error &e) {
            EXPECT_EQ(e.kind(), ErrorKind::Cancelled);
        }
        EXPECT_EQ(count("clients"), 0);
    }
    EXPECT_TRUE(repo->check().isEmpty());
}

TEST_F(Import, aFaultAtTheEndOfTheFileLeavesTheDataAsItWas)
{
    QByteArray file = "external_id,name\n";
    for (int i = 0; i < 50; ++i)
        file += "K" + QByteArray::number(i) + ",Name\n";
    ImportOptions o = options("clients");
    o.rowsAtOnce = 10;
    EXPECT_TRUE(refusal(file + "X,\"open\n", o).startsWith("Line 52: "));
    EXPECT_EQ(count("clients"), 0);
    EXPECT_EQ(repo->head(), database.asSystem()->head());
    EXPECT_FALSE(refusal("", o).isEmpty());
    EXPECT_FALSE(refusal("PK\x03\x04", o, ErrorKind::Unsupported).isEmpty());
    EXPECT_FALSE(refusal("nothing,known\n1,2\n", o).isEmpty());
    EXPECT_FALSE(refusal("name\nx\n", options("nonsense"), ErrorKind::NotFound).isEmpty());
    EXPECT_FALSE(refusal("Quantity\n1\n", options("order_lines")).isEmpty()) << "lines of which document?";
}

TEST_F(Import, emptyCells)
{
    run("external_id,name,city,phone\nA,First,Paris,+33 1 2345\n", options("clients"));
    ImportOptions keep = options("clients");
    keep.keepFilled = true;
    EXPECT_EQ(run("external_id,name,city\nA,First,\n", keep).unchanged, 1);
    EXPECT_EQ(run("external_id,name,city\nA,First,\n", options("clients")).updated, 1);
    const Document client = find("clients", "external_id", "A");
    EXPECT_TRUE(client.value("city").isNull());
    EXPECT_EQ(client.value("phone").toString(), "+33 1 2345") << "a column that the file does not have says nothing";
    EXPECT_EQ(run("external_id,name,type\nB,Second,\n", options("clients")).inserted, 1);
    EXPECT_EQ(find("clients", "external_id", "B").value("type").toString(), "organisation")
        << "what must be there keeps its default";
}

TEST_F(Import, refusesRoundedAndForeignIds)
{
    const ImportReport report = run("id,name\n9.12513E+17,Rounded\n12,Foreign\n", options("clients"));
    EXPECT_EQ(report.refused, 2);
    EXPECT_EQ(count("clients"), 0);
}

TEST_F(Import, saysIfARoleMayNot)
{
    database.addUser("reader", "Read only");
    repo = database.as("reader", "secret-1");
    EXPECT_FALSE(refusal("name\nx\n", options("clients"), ErrorKind::Denied).isEmpty());
}

TEST_F(Import, neverAsksForEachRow)
{
    run(readData("shop/customers.csv"), options("clients"));
    QByteArray file = "OrderID,CustomerID,OrderDate\n";
    for (int i = 0; i < 400; ++i)
        file += QByteArray::number(i) + (i % 2 ? ",ANNAM" : ",CARLA") + ",2024-03-08\n";
    ReferenceFinder finder(*repo);
    const Entity &clients = repo->catalog()->at("clients");
    const Field *by = clients.field("external_id");
    QSet<QString> names;
    for (int i = 0; i < 400; ++i)
        names << (i % 2 ? "ANNAM" : "CARLA") << QString::number(i);
    const qint64 before = dynamic_cast<LocalRepository &>(*repo).database().statementsRun();
    finder.prepare(clients, by, names);
    EXPECT_LE(dynamic_cast<LocalRepository &>(*repo).database().statementsRun() - before, 3);
    EXPECT_EQ(finder.find(clients, by, "annam").count, 1);
    EXPECT_EQ(finder.find(clients, by, "7").count, 0);
    EXPECT_EQ(run(file, options("orders")).inserted, 400);
}
