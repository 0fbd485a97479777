// Values of a file that the office does not know: what the check says of them, and what becomes of them.
#include "tests/exchange/exchange_fixture.h"
#include "tests/support/make_record.h"

using namespace crm;
using namespace crm::test;

using Import = Exchange;

namespace {
const ValueAnswer::What refuse = ValueAnswer::Refuse, use = ValueAnswer::Use, add = ValueAnswer::Add;

/// "Bakery 2, cannot be added, refused": what a report says of a value.
QString said(const UnknownValue &value)
{
    const char *whats[] = {"refused", "used", "added"};
    return QStringLiteral("%1 %2%3 %4 %5")
        .arg(value.path, value.text, value.canAdd ? QStringLiteral("+") : QString())
        .arg(value.rows)
        .arg(QLatin1String(whats[value.what]));
}

QStringList said(const ImportReport &report)
{
    QStringList all;
    for (const UnknownValue &value : report.unknown)
        all << said(value);
    return all;
}

/// Clients with a branch and with perks, which an administrator has made.
class Branches
{
public:
    explicit Branches(Repository &repository)
    {
        const auto field = [&](const char *key, const char *kind, const char *choices) {
            return makeRecord(
                repository, "custom_fields",
                {{"entity", "clients"}, {"key", key}, {"label", key}, {"kind", kind}, {"choices", choices}});
        };
        branch = field("branch", "choice", "steel = Steel | blue\nmilk = Milk");
        field("perks", "choices", "a = Gift, small\nb = Credit");
    }
    Id branch;
};
} // namespace

TEST_F(Import, countsWhatNobodyKnowsAndTakesAnswers)
{
    const Id known = makeRecord(*repo, "lead_sources", {{"name", "Fair"}});
    makeRecord(*repo, "labels", {{"name", "Twin"}, {"entity", "clients"}});
    const Id second = makeRecord(*repo, "labels", {{"name", "Twin"}, {"entity", "leads"}});
    makeRecord(*repo, "labels", {{"name", "Hot"}});
    const QByteArray file = "Name,Source,Type,Labels\n"
                            "One,Expo,firm,Hot; Big\n"
                            "Two,expo,Person,Hot; Big; Big\n"
                            "Three,,organisation,Twin\n"
                            "Four,Fair,firm,\n";
    ImportOptions o = options("leads");
    const ImportReport plain = plan(file, o);
    EXPECT_EQ(said(plain), (QStringList{"source_id.name Expo+ 2 refused", "type firm 2 refused",
                                        "labels.name Big+ 2 refused", "labels.name Twin 1 refused"}));
    EXPECT_EQ(plain.refused, 4);
    EXPECT_EQ(plain.unknown.last().found, 2) << "of two it is not clear which is meant";

    o.answers = {{"source", "EXPO", use, "Fair"},
                 {"labels.name", "Twin", use, QString::number(second)},
                 {"type", "Firm", use, "Organisation"},
                 {"labels", "big", add, {}},
                 {"labels.name", "Nowhere in the file", add, {}}};
    const qint64 labels = count("labels");
    for (const bool dry : {true, false}) {
        const ImportReport report = dry ? plan(file, o) : run(file, o);
        EXPECT_EQ(report.inserted, 4) << qPrintable(report.faults.value(0).reason);
        EXPECT_EQ(report.others.value("labels").inserted, 1);
        EXPECT_EQ(said(report), (QStringList{"source_id.name Expo+ 2 used", "type firm 2 used",
                                             "labels.name Big+ 2 added", "labels.name Twin 1 used"}));
        EXPECT_EQ(count("labels"), labels + (dry ? 0 : 1));
        if (dry)
            continue;
        const Document one = find("leads", "name", "One");
        EXPECT_EQ(one.head().ref("source_id"), known);
        EXPECT_EQ(one.head().text("type"), "organisation");
        EXPECT_EQ(one.head().ids("labels").size(), 2);
        EXPECT_EQ(find("leads", "name", "Three").head().ids("labels"), IdList{second});
        repo->undoBatch(report.batch);
        EXPECT_EQ(count("leads"), 0);
        EXPECT_EQ(count("labels"), labels) << "what was added goes with those for whom it was added";
    }
    o.answers = {{"source_id", "Fair", refuse, {}}, {"type", "Person", refuse, {}}, {"type", "firm", use, "gone"}};
    EXPECT_EQ(plan(file, o).refused, 4) << "what is known may be refused, and an answer may lead nowhere";
    o.answers = {{"website", "x", add, {}}};
    EXPECT_TRUE(refusal(file, o).contains("website")) << "no column goes there";
    o.answers = {{"type", "firm", add, {}}};
    EXPECT_TRUE(refusal(file, o).contains("firm")) << "the program's own choices are what they are";
}

TEST_F(Import, addsChoicesToCustomFieldsAndTakesThemBack)
{
    const Branches fields(*repo);
    repo = database.as("admin", {});
    const auto choices = [&] { return repo->load("custom_fields", fields.branch).head().text("choices"); };
    const QString before = choices();
    const Id old = makeRecord(*repo, "clients", {{"name", "Old"}, {"branch", "milk"}});
    const QByteArray file = "Name,branch,perks\n"
                            "One,Bread & butter,\"Gift, small; Visit\"\n"
                            "Two,steel,\"Credit, Visit\"\n"
                            "Three,\"Steel;2\",\n"
                            "Old,bread & BUTTER,Gift\n";
    ImportOptions o = options("clients");
    o.match = {"name"};
    const ImportReport plain = plan(file, o);
    EXPECT_EQ(said(plain), (QStringList{"branch Bread & butter+ 2 refused", "perks Visit+ 2 refused",
                                        "branch Steel;2 1 refused", "perks Gift+ 1 refused"}))
        << "a label that a list of choices cannot hold is not offered";

    o.createMissing = {"branch"};
    o.answers = {{"perks", "Visit", add, {}}, {"perks", "gift", use, "a"}};
    for (const bool whole : {false, true}) {
        o.allOrNothing = whole;
        if (whole)
            o.answers << ValueAnswer{"branch", "Steel;2", use, "Steel"};
        const ImportReport planned = plan(file, o);
        EXPECT_EQ(planned.inserted, whole ? 3 : 2) << qPrintable(planned.faults.value(0).reason);
        EXPECT_EQ(planned.updated, 1);
        EXPECT_EQ(planned.others.value("custom_fields").updated, 2);
        EXPECT_EQ(planned.preview.first().values[planned.previewPaths.indexOf("branch")], "Bread & butter");
        EXPECT_EQ(choices(), before) << "the check has written";
        EXPECT_FALSE(repo->catalog()->at("clients").field("branch")->choice("bread_butter"))
            << "or the program thinks so";

        const ImportReport done = run(file, o);
        EXPECT_EQ(done.inserted, planned.inserted) << qPrintable(done.faults.value(0).reason);
        EXPECT_EQ(said(done), said(planned));
        EXPECT_EQ(choices(), before + "\nbread_butter = Bread & butter");
        EXPECT_EQ(repo->load("clients", old).value("branch"), "bread_butter");
        EXPECT_EQ(find("clients", "name", "One").value("perks"), "a;visit");
        auto later = database.as("admin", {});
        EXPECT_TRUE(later->catalog()->at("clients").field("branch")->choice("bread_butter"));
        EXPECT_EQ(repo->undoBatch(done.batch).left.size(), 0);
        EXPECT_EQ(choices(), before);
        EXPECT_EQ(repo->load("clients", old).value("branch"), "milk");
        EXPECT_EQ(count("clients"), 1);
        repo = database.as("admin", {});
    }
    o.allOrNothing = false;
    o.rowsAtOnce = 1;
    const auto cancel = [](qint64 done, qint64) { return done < 3; };
    EXPECT_THROW(run(file, o, nullptr, cancel), Error);
    EXPECT_EQ(choices(), before) << "a cancelled import leaves nothing behind";
    EXPECT_EQ(count("clients"), 1);
    repo = database.as("admin", {});

    database.addUser("anna", "Manager (all records)");
    repo = database.as("anna", "secret-1");
    o.match.clear();
    o.matchNothing = true;
    EXPECT_FALSE(plan(file, options("clients")).unknown.first().canAdd) << "fields are the administrators' business";
    EXPECT_TRUE(refusal(file, o, ErrorKind::Denied).contains("Bread"));
}

TEST_F(Import, aColumnOfTextsIsNoListOfChoices)
{
    const Branches fields(*repo);
    repo = database.as("admin", {});
    ImportOptions o = options("clients");
    o.createMissing = {"branch"};
    QByteArray file = "Name,branch\n";
    for (int i = 0; i < 101; ++i)
        file += QStringLiteral("C%1,word %1\n").arg(i).toUtf8();
    EXPECT_TRUE(refusal(file, o).contains("100"));
    EXPECT_EQ(count("clients"), 0);
}

TEST(ImportAnswers, areReadAsTheyAreWritten)
{
    const QList<ValueAnswer> answers{{"status_id", "At work", use, "Open"},
                                     {"branch", "a = \"b\"", add, {}},
                                     {"contacts.role", " x", refuse, {}},
                                     {"branch", "+", use, "-"}};
    for (const ValueAnswer &answer : answers) {
        const ValueAnswer read = parseAnswer(answer.toString());
        EXPECT_EQ(read.path, answer.path);
        EXPECT_EQ(read.text, answer.text);
        EXPECT_EQ(read.what, answer.what) << qPrintable(answer.toString());
        EXPECT_EQ(read.use, answer.use);
    }
    EXPECT_EQ(parseAnswer(" branch : Bakery = + ").what, add);
    EXPECT_EQ(parseAnswer("time:10:30=morning").text, "10:30");
    for (const char *wrong : {"", "branch", "branch:x", "branch:=y", ":x=y", "branch:x="})
        EXPECT_THROW(parseAnswer(wrong), Error) << wrong;
}
