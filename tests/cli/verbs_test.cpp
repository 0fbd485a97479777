#include "tests/cli/cli_fixture.h"

using namespace crm::test;

using Verbs = Cli;

TEST_F(Verbs, helpNamesEveryCommandAndEachHasAnExample)
{
    const Ran help = raw({"--help", "--lang", "en"});
    EXPECT_EQ(help.code, 0);
    const QStringList verbs = {"init",     "demo",    "list",    "show",   "create", "set",
                               "delete",   "restore", "history", "search", "import", "export",
                               "describe", "user",    "role",    "check",  "undo"};
    for (const QString &verb : verbs) {
        EXPECT_TRUE(help.text().contains("\n  " + verb + " ")) << qPrintable(verb);
        const Ran own = raw({verb, "--help", "--lang", "en"});
        EXPECT_EQ(own.code, 0);
        EXPECT_TRUE(own.text().contains("Usage: mycrmctl")) << qPrintable(verb);
        EXPECT_TRUE(own.text().contains("Example")) << qPrintable(verb);
        EXPECT_EQ(raw({"help", verb, "--lang", "en"}).text(), own.text());
    }
    EXPECT_TRUE(help.text().contains("Exit codes:"));
    EXPECT_TRUE(raw({"--version"}).text().startsWith("mycrmctl "));
}

TEST_F(Verbs, aWrongCommandLineIsTold)
{
    for (const QStringList &arguments : {QStringList{},
                                         {"nonsense"},
                                         {"list"},
                                         {"list", "clients", "--nonsense"},
                                         {"list", "clients", "--limit"},
                                         {"list", "clients", "more"},
                                         {"--db"},
                                         {"--lang", "xx", "list", "clients"}}) {
        QStringList all = arguments;
        all << "--json";
        const Ran ran = raw(all);
        EXPECT_EQ(ran.code, 1) << qPrintable(arguments.join(u' '));
        EXPECT_EQ(ran.error()["kind"].toString(), "usage");
        EXPECT_FALSE(ran.error()["sentence"].toString().isEmpty());
    }
    init();
    EXPECT_EQ(run({"list", "clients", "--limit", "-3"}).code, 1);
    EXPECT_EQ(run({"create", "clients", "no-sign"}).code, 1);
    EXPECT_EQ(run({"create", "clients", "name=One", "name=Two"}).code, 1);
    EXPECT_EQ(run({"undo"}).code, 1);
    EXPECT_EQ(run({"role", "set", "Read only", "clients", "read=sometimes"}).code, 1);
    const Ran human = run({"list", "clients", "--nonsense"});
    EXPECT_TRUE(human.out.isEmpty());
    EXPECT_TRUE(human.err.contains("--nonsense"));
}

TEST_F(Verbs, initMakesAFileOnce)
{
    const Ran made =
        run({"init", "--admin", "boss", "--currency", "EUR", "--language", "en", "--json", "--password-stdin"});
    EXPECT_EQ(made.code, 0);
    EXPECT_EQ(made.json()["admin"].toString(), "boss");
    EXPECT_FALSE(made.json()["password"].toBool()) << "an empty stdin is no password";
    EXPECT_EQ(run({"describe", "--json"}).json()["base_currency"].toString(), "EUR");
    const Ran again = run({"init", "--json"});
    EXPECT_EQ(again.code, 2);
    EXPECT_EQ(again.error()["kind"].toString(), "validation");
    EXPECT_EQ(raw({"--db", folder.filePath("a.db"), "init", "--currency", "ZZZ"}).code, 1);
    EXPECT_EQ(raw({"--db", folder.filePath("no/such/folder/a.db"), "init"}).code, 4);
    EXPECT_FALSE(QFile::exists(folder.filePath("a.db")));
}

TEST_F(Verbs, createShowSetDeleteRestoreHistoryUndo)
{
    init();
    const Ran made = run({"create", "clients", "name=Roses, \"Best\" Ltd", "country=Germany", "labels=", "--json"});
    ASSERT_EQ(made.code, 0) << made.out.constData();
    const QString id = made.json()["id"].toString();
    EXPECT_FALSE(id.isEmpty());
    EXPECT_EQ(run({"create", "clients", "name=Second"}).text().toLongLong() > 0, true) << "the id alone for scripts";

    EXPECT_EQ(run({"show", "clients", id, "--json"}).json()["country"].toString(), "Germany");
    EXPECT_EQ(run({"show", "clients", "Second", "--json"}).json()["name"].toString(), "Second") << "by title";
    EXPECT_EQ(run({"show", "clients", "country=Germany", "--json"}).json()["id"].toString(), id) << "by a field";
    EXPECT_TRUE(run({"show", "clients", id}).text().contains("Germany"));
    EXPECT_EQ(run({"show", "clients", "Nobody", "--json"}).code, 4);

    EXPECT_EQ(run({"set", "clients", id, "phone=+49 30 123456", "owner_id.login=" + login("admin"), "country="}).code,
              0);
    const QJsonObject changed = run({"show", "clients", id, "--json"}).json();
    EXPECT_EQ(changed["phone"].toString(), "+49 30 123456");
    EXPECT_TRUE(changed["country"].isNull());
    EXPECT_EQ(changed["version"].toInt(), 2);
    EXPECT_EQ(run({"set", "clients", id, "phone=1234", "--at-version", "1", "--json"}).error()["kind"].toString(),
              "conflict");
    EXPECT_EQ(run({"set", "clients", id, "phone=1234", "--at-version", "1"}).code, 5);
    const Ran invalid = run({"set", "clients", id, "email=nonsense", "--json"});
    EXPECT_EQ(invalid.code, 2);
    EXPECT_EQ(invalid.error()["fields"].toArray().first().toObject()["field"].toString(), "email");
    EXPECT_EQ(run({"set", "clients", id, "nonsense=1"}).code, 2);
    EXPECT_EQ(run({"set", "clients", id, "owner_id=nobody"}).code, 2);

    const QJsonArray changes = run({"history", "clients", id, "--json"}).json()["changes"].toArray();
    ASSERT_EQ(changes.size(), 2);
    EXPECT_EQ(changes[0].toObject()["op"].toString(), "update");
    EXPECT_EQ(changes[0].toObject()["user"].toString(), "admin");
    bool seen = false;
    for (const QJsonValue &field : changes[0].toObject()["fields"].toArray())
        seen = seen || (field.toObject()["field"] == QJsonValue("country") &&
                        field.toObject()["before"] == QJsonValue("Germany"));
    EXPECT_TRUE(seen);
    EXPECT_TRUE(run({"history", "clients", id}).text().contains("Germany"));
    EXPECT_EQ(run({"undo", QString::number(changes[0].toObject()["number"].toInteger())}).code, 0);
    EXPECT_EQ(run({"show", "clients", id, "--json"}).json()["country"].toString(), "Germany");

    const int version = run({"show", "clients", id, "--json"}).json()["version"].toInt();
    EXPECT_EQ(run({"delete", "clients", id, "--at-version", QString::number(version - 1)}).code, 5) << "changed since";
    EXPECT_EQ(run({"delete", "clients", id, "Second", "--at-version", QString::number(version)}).code, 1);
    const Ran deleted = run({"delete", "clients", id, "--at-version", QString::number(version), "--json"});
    EXPECT_EQ(deleted.json()["deleted"].toInt(), 1);
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "1");
    EXPECT_EQ(run({"list", "clients", "--trash", "--count"}).text(), "1");
    EXPECT_EQ(run({"restore", "clients", "Roses, \"Best\" Ltd"}).code, 0);
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "2");
    const QString batch = run({"delete", "clients", id, "Second", "--json"}).json()["batch"].toString();
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "0");
    EXPECT_EQ(run({"undo", "--batch", batch, "--json"}).code, 0);
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "2");
    const Ran twice = run({"undo", "--batch", batch, "--json"});
    EXPECT_EQ(twice.code, 2) << "taken back already";
    EXPECT_TRUE(twice.error()["sentence"].toString().contains("already")) << twice.out.constData();
    EXPECT_EQ(run({"delete", "clients", id}).code, 0);
    EXPECT_EQ(run({"delete", "clients", id, "--purge"}).code, 0);
    EXPECT_EQ(run({"show", "clients", id}).code, 4);
    EXPECT_EQ(run({"check"}).code, 0);
}

TEST_F(Verbs, documentsHaveLines)
{
    init();
    ASSERT_EQ(run({"create", "clients", "name=Roses"}).code, 0);
    ASSERT_EQ(run({"create", "items", "title=Chai", "rate=18.50"}).code, 0);
    const Ran made = run({"create", "orders", "client_id=Roses", "--line", "item_id=Chai,quantity=2", "--line",
                          "title=\"Work, by hand\",rate=10", "--json"});
    ASSERT_EQ(made.code, 0) << made.out.constData();
    EXPECT_EQ(made.json()["total"].toString(), "47.00");
    EXPECT_EQ(made.json()["number"].toString(), "ORD-0001");
    const QJsonArray lines = made.json()["lines"].toObject()["order_lines"].toArray();
    ASSERT_EQ(lines.size(), 2);
    const QString line = lines[0].toObject()["id"].toString();
    EXPECT_EQ(run({"set", "order_lines", line, "quantity=3"}).code, 0);
    EXPECT_EQ(run({"show", "orders", "ORD-0001", "--json"}).json()["total"].toString(), "65.50");
    EXPECT_EQ(run({"create", "order_lines", "order_id=ORD-0001", "title=More", "rate=1"}).code, 0);
    EXPECT_EQ(run({"list", "orders", "--sum", "total"}).text(), "66.50");
    EXPECT_EQ(run({"delete", "order_lines", line}).code, 0);
    EXPECT_EQ(run({"list", "orders", "--sum", "total"}).text(), "11.00");
    EXPECT_TRUE(run({"show", "orders", "ORD-0001"}).text().contains("Work, by hand"));
}

TEST_F(Verbs, listsHaveAnOverview)
{
    init();
    ASSERT_EQ(run({"create", "clients", "name=Beta"}).code, 0);
    ASSERT_EQ(run({"create", "leads", "name=Somebody", "budget=900", "owner_id="}).code, 0);
    const QJsonObject clients = run({"overview", "clients", "--json"}).json();
    const QJsonObject all = clients["tiles"].toArray()[0].toObject();
    EXPECT_EQ(all["key"].toString(), "all");
    EXPECT_EQ(all["count"].toInt(), 1);
    for (const QJsonValue &tile : run({"overview", "leads", "--json"}).json()["tiles"].toArray()) {
        if (tile["key"].toString() != "open")
            continue;
        EXPECT_EQ(tile["amounts"][0]["amount"].toString(), "900.00");
        EXPECT_EQ(run({"list", "leads", "--where", tile["where"].toString(), "--count"}).text(), "1");
    }
    const QString table = run({"overview", "leads"}).text();
    EXPECT_TRUE(table.contains("Under way")) << table.toStdString();
    EXPECT_TRUE(table.contains("Largest open leads")) << table.toStdString();
    EXPECT_EQ(run({"overview", "nonsense"}).code, 1);
    EXPECT_EQ(run({"list", "clients", "--where", "not has invoices", "--count"}).text(), "1");
}

TEST_F(Verbs, listFiltersSortsCountsAndAddsUp)
{
    init();
    for (const QStringList &values : {QStringList{"name=Beta", "country=Germany"},
                                      {"name=Alpha", "country=France"},
                                      {"name=Gamma", "country=Germany"}})
        ASSERT_EQ(run(QStringList{"create", "clients"} + values).code, 0);
    const QJsonObject listed = run({"list", "clients", "--where", "country = Germany", "--sort", "-name", "--columns",
                                    "name,owner_id", "--json"})
                                   .json();
    const QJsonArray rows = listed["rows"].toArray();
    ASSERT_EQ(rows.size(), 2);
    EXPECT_EQ(rows[0].toObject()["name"].toString(), "Gamma");
    EXPECT_TRUE(rows[0].toObject()["id"].isString());
    EXPECT_EQ(rows[0].toObject()["owner_id.name"].toString(), "admin");
    EXPECT_EQ(listed["columns"].toArray().size(), 2);
    EXPECT_FALSE(listed["more"].toBool());
    const QJsonObject first =
        run({"list", "clients", "--sort", "name", "--limit", "1", "--offset", "1", "--json"}).json();
    ASSERT_EQ(first["rows"].toArray().size(), 1);
    EXPECT_EQ(first["rows"].toArray()[0].toObject()["name"].toString(), "Beta");
    EXPECT_TRUE(first["more"].toBool());
    EXPECT_EQ(run({"list", "clients", "--count", "--json"}).json()["count"].toInt(), 3);
    EXPECT_EQ(run({"list", "clients", "--search", "alp", "--count"}).text(), "1");
    const QStringList table = run({"list", "clients", "--columns", "name", "--sort", "name"}).text().split(u'\n');
    ASSERT_EQ(table.size(), 5) << "a head, a rule, three rows";
    EXPECT_EQ(table[2].indexOf("Alpha"), table[3].indexOf("Beta")) << "columns stand below one another";
    EXPECT_EQ(run({"list", "nonsense", "--json"}).code, 4);
    EXPECT_EQ(run({"list", "clients", "--where", "nonsense = 1", "--json"}).code, 2);
    EXPECT_EQ(run({"list", "clients", "--sum", "name"}).code, 2);
    EXPECT_TRUE(run({"search", "gamm", "--json"}).json()["hits"].toArray().size() == 1);
    EXPECT_TRUE(run({"search", "gamm"}).text().contains("Gamma"));
}

TEST_F(Verbs, describeWorksWithoutADatabase)
{
    const Ran all = raw({"describe", "--json"});
    ASSERT_EQ(all.code, 0);
    EXPECT_GT(all.json()["entities"].toArray().size(), 15);
    const QJsonObject clients = raw({"describe", "clients", "--json"}).json()["entities"].toArray()[0].toObject();
    EXPECT_EQ(clients["title"].toString(), "name");
    EXPECT_EQ(clients["fields"].toArray()[0].toObject()["kind"].toString(), "choice");
    EXPECT_TRUE(raw({"describe", "orders", "--lang", "en"}).text().contains("client_id"));
    EXPECT_EQ(raw({"describe", "nonsense"}).code, 4);
}

TEST_F(Verbs, describeTellsWhichFieldsAreFast)
{
    init();
    for (const char *fast : {"yes", "no"}) {
        ASSERT_EQ(run({"create", "custom_fields", QStringLiteral("label=Fast %1").arg(fast), "entity=clients",
                       QStringLiteral("key=fast_%1").arg(fast), "kind=text", QStringLiteral("fast=%1").arg(fast)})
                      .code,
                  0);
    }
    QStringList quick;
    const QJsonObject clients = run({"describe", "clients", "--json"}).json()["entities"].toArray()[0].toObject();
    for (const QJsonValue &field : clients["fields"].toArray()) {
        if (field["fast"].toBool())
            quick << field["key"].toString();
    }
    EXPECT_EQ(quick, QStringList{"fast_yes"});
    const QStringList lines = run({"describe", "clients"}).text().split(u'\n');
    EXPECT_EQ(lines.filter(QStringLiteral("fast to filter and sort")).size(), 1);
}

TEST_F(Verbs, exportWritesIntoAPipeInsteadOfReplacingIt)
{
    init();
    ASSERT_EQ(run({"create", "clients", "name=Roses"}).code, 0);
    const QString pipe = folder.filePath("pipe");
    if (QProcess::execute("mkfifo", {pipe}) != 0)
        GTEST_SKIP() << "no named pipes here";
    QProcess reader;
    reader.start("cat", {pipe});
    EXPECT_EQ(run({"export", "clients", pipe}).code, 0);
    ASSERT_TRUE(reader.waitForFinished(10'000));
    EXPECT_TRUE(reader.readAllStandardOutput().contains("Roses"));
    EXPECT_FALSE(QFileInfo(pipe).isFile()) << "a file has taken the place of the pipe";
}

TEST_F(Verbs, importAndExportThroughFilesAndPipes)
{
    init();
    const Ran planned = run({"import", "clients", shop("customers.csv"), "--dry-run", "--json"});
    EXPECT_EQ(planned.code, 0);
    EXPECT_EQ(planned.json()["inserted"].toInt(), 4);
    EXPECT_EQ(planned.json()["others"].toObject()["contacts"].toObject()["inserted"].toInt(), 4);
    EXPECT_EQ(planned.json()["preview"].toArray().size(), 4);
    EXPECT_EQ(planned.json()["unused_columns"].toArray()[0].toString(), "Fax");
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "0");
    EXPECT_TRUE(run({"import", "clients", shop("customers.csv"), "--dry-run"}).text().contains("Blumen M\xC3\xBCller"));

    const Ran done = run({"import", "clients", "-", "--json"}, read(shop("customers.csv")));
    EXPECT_EQ(done.json()["inserted"].toInt(), 4);
    const QString batch = done.json()["batch"].toString();
    const Ran missing = run({"import", "items", shop("products.csv"), "--dry-run"});
    EXPECT_TRUE(missing.text().contains("category_id.name:Flowers=+")) << qPrintable(missing.text());
    const Ran meant = run({"import", "items", shop("products.csv"), "--dry-run", "--json", "--create-missing",
                           "category", "--value", "category:Flowers=-"});
    const QJsonArray unknown = meant.json()["unknown_values"].toArray();
    EXPECT_EQ(unknown.size(), 2);
    EXPECT_EQ(unknown[0].toObject()["answer"].toString(), "refuse");
    EXPECT_EQ(unknown[1].toObject()["answer"].toString(), "add");
    EXPECT_EQ(run({"import", "items", shop("products.csv"), "--value", "Flowers"}).code, 2);
    EXPECT_EQ(run({"import", "items", shop("products.csv"), "--create-missing", "category"}).code, 0);
    EXPECT_EQ(run({"import", "orders", shop("orders.csv"), "--set", "rounding=lines"}).code, 0);
    const Ran doubtful = run({"import", "order_lines", shop("order_details.csv"), "--json"});
    EXPECT_EQ(doubtful.code, 2);
    EXPECT_TRUE(doubtful.error()["sentence"].toString().contains("fraction"));
    EXPECT_EQ(run({"import", "order_lines", shop("order_details.csv"), "--map", "Discount=discount:fraction"}).code, 0);
    EXPECT_EQ(run({"list", "orders", "--sum", "total"}).text(), "1109.48");
    EXPECT_EQ(run({"list", "orders", "--where", "client.country = Germany and total > 1000", "--count", "--json"})
                  .json()["count"]
                  .toInt(),
              1);

    const QString out = folder.filePath("clients.csv");
    EXPECT_EQ(run({"export", "clients", out, "--json"}).json()["rows"].toInt(), 4);
    EXPECT_EQ(run({"export", "clients"}).out, read(out)) << "stdout gets the same";
    EXPECT_EQ(run({"import", "clients", out, "--json"}).json()["unchanged"].toInt(), 4);
    const QString json = folder.filePath("orders.json");
    EXPECT_EQ(run({"export", "orders", json, "--where", "freight < 50"}).code, 0);
    EXPECT_EQ(QJsonDocument::fromJson(read(json)).array().size(), 2);
    EXPECT_EQ(run({"import", "orders", json, "--json"}).json()["unchanged"].toInt(), 2);
    EXPECT_TRUE(run({"export", "clients", "-", "--excel"}).out.startsWith("\xEF\xBB\xBF"));
    EXPECT_TRUE(
        run({"export", "clients", "-", "--labels", "--columns", "name,owner"}).out.startsWith("Name,Owner\r\n"));
    EXPECT_EQ(run({"export", "clients", folder.filePath("no/such/folder.csv")}).code, 3);

    EXPECT_EQ(run({"delete", "orders", "external_id=501", "external_id=502", "external_id=503"}).code, 0);
    EXPECT_EQ(run({"undo", "--batch", batch}).code, 0) << "the whole import of clients";
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "0");
    EXPECT_EQ(run({"list", "contacts", "--count"}).text(), "0");
    EXPECT_EQ(run({"check", "--json"}).json()["ok"].toBool(), true);
}

TEST_F(Verbs, importTellsWhatItRefuses)
{
    init();
    const QString bad = file("bad.csv", "external_id,name,email\nA,Good,a@example.com\nB,Bad,nonsense\n");
    const QString refused = folder.filePath("refused.csv");
    const Ran partly = run({"import", "clients", bad, "--refused", refused, "--json"});
    EXPECT_EQ(partly.code, 10);
    EXPECT_EQ(partly.json()["refused"].toInt(), 1);
    const QJsonObject fault = partly.json()["faults"].toArray()[0].toObject();
    EXPECT_EQ(fault["line"].toInt(), 3);
    EXPECT_EQ(fault["column"].toString(), "email");
    EXPECT_EQ(fault["value"].toString(), "nonsense");
    EXPECT_TRUE(read(refused).contains("B,Bad,nonsense,3,"));
    EXPECT_TRUE(run({"import", "clients", bad}).text().contains("nonsense")) << "the table of faults";
    const Ran whole =
        run({"import", "clients", file("more.csv", "external_id,name\nC,Third\nD,\n"), "--all-or-nothing", "--json"});
    EXPECT_EQ(whole.code, 2);
    EXPECT_TRUE(whole.json()["nothing_written"].toBool());
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "1");

    EXPECT_EQ(run({"import", "clients", folder.filePath("missing.csv")}).code, 4);
    EXPECT_EQ(run({"import", "clients", file("open.csv", "name\n\"never closed\n")}).code, 2);
    EXPECT_EQ(run({"import", "clients", file("book.xlsx", "PK\x03\x04...")}).code, 8);
    EXPECT_EQ(run({"import", "clients", bad, "--map", "nonsense"}).code, 2);
    EXPECT_EQ(run({"import", "clients", bad, "--map", "Nope=name"}).code, 2);
    EXPECT_EQ(run({"import", "clients", bad, "--encoding", "klingon"}).code, 1);
    EXPECT_EQ(run({"import", "clients", bad, "--date-format", "whenever"}).code, 1);
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "1");
}

TEST_F(Verbs, answersInRussianToo)
{
    init();
    const QByteArray english = run({"--help"}).out;
    const QByteArray russian = raw({"--lang", "ru", "--help"}).out;
    EXPECT_TRUE(russian.contains("mycrmctl"));
    EXPECT_FALSE(english.isEmpty());
}

TEST_F(Verbs, demoMakesTheSameDataForTheSameSeed)
{
    const Ran made = run({"demo", "--size", "6", "--seed", "3", "--language", "en", "--json"});
    ASSERT_EQ(made.code, 0) << made.out.constData() << made.err.constData();
    EXPECT_GT(made.json()["records"].toInt(), 6);
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "6");
    const QByteArray names = run({"export", "clients", "-", "--columns", "id,name,city"}).out;
    const QString first = std::exchange(database, folder.filePath("second.db"));
    ASSERT_EQ(run({"demo", "--size", "6", "--seed", "3", "--language", "en"}).code, 0);
    EXPECT_EQ(run({"export", "clients", "-", "--columns", "id,name,city"}).out, names);
    database = first;
    EXPECT_EQ(run({"undo", "--batch", made.json()["batch"].toString()}).code, 0);
    EXPECT_EQ(run({"list", "clients", "--count"}).text(), "0");
    EXPECT_EQ(run({"check"}).code, 0);
}
