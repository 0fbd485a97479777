// Proposals and the texts of documents: what becomes of them, what is printed, templates with variables.
#include "core/exchange/paper.h"
#include "core/exchange/text_template.h"
#include "tests/support/rule_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {
QString utf8(const char *text) { return QString::fromUtf8(text); }

struct Proposals : Rules
{
    const Id client = make("clients", {{"name", "Vector"}, {"vat_number", "7707083893"}, {"currency", "EUR"}}).id();

    Document proposal(const QVariantMap &more = {}, int lines = 1)
    {
        QVariantMap values{{"title", "A new site"}, {"client_id", client}, {"valid_until", QDate::currentDate()}};
        values.insert(more);
        Document d = fresh("proposals", values);
        for (int i = 1; i <= lines; ++i)
            addLine(d, "proposal_lines", {{"title", QStringLiteral("Part %1").arg(i)}, {"rate", 10'000 * i}});
        return repo->save(d).document;
    }
    Id act(const QString &entity, Id id, const QString &action, const QVariantMap &parameters = {})
    {
        return repo->runAction(entity, id, action, parameters).second;
    }
    Id templateOf(const QString &text, const QString &kind = {})
    {
        return make("text_templates",
                    {{"name", QStringLiteral("T %1").arg(newId())}, {"document", kind}, {"text", text}})
            .id();
    }
    /// The text that a template gives the document.
    QString taken(Id proposal, const QString &text)
    {
        act("proposals", proposal, "take_text", {{"template_id", templateOf(text)}, {"replace", true}});
        return body(proposal);
    }
    QString body(Id proposal) { return repo->load("proposals", proposal).head().text("body"); }
    /// What is said about it; the fault stands at the field.
    QString refusal(Id proposal, const QVariantMap &parameters, const QString &field)
    {
        try {
            act("proposals", proposal, "take_text", parameters);
        } catch (const Error &e) {
            EXPECT_EQ(e.kind(), ErrorKind::Validation);
            EXPECT_EQ(e.faults().value(0).field, field);
            return e.faults().value(0).sentence;
        }
        return {};
    }
};
} // namespace

TEST_F(Proposals, BecomeWhatFollowsWithATrailBothWays)
{
    const Id id = proposal({{"body", "Words"}, {"discount_percent", 1'000}}, 2).id();
    for (const auto &[action, entity, field] : {std::tuple{"to_estimate", "estimates", "estimate_id"},
                                                {"to_order", "orders", "order_id"},
                                                {"to_invoice", "invoices", "invoice_id"},
                                                {"to_contract", "contracts", "contract_id"}}) {
        const Id made = act("proposals", id, action);
        const Document target = repo->load(entity, made), now = repo->load("proposals", id);
        EXPECT_EQ(target.head().ref("proposal_id"), id) << action;
        EXPECT_EQ(now.head().ref(field), made) << action;
        EXPECT_EQ(target.head().ref("client_id"), client);
        EXPECT_EQ(target.head().text("currency"), "EUR");
        EXPECT_EQ(target.head().integer("total"), 27'000);
        EXPECT_EQ(target.lines(target.entity().lineTables().first().entity).size(), 2) << action;
        EXPECT_THROW(act("proposals", id, action), Error) << "it becomes one of each: " << action;
        EXPECT_EQ(now.head().text("status"), entity == QLatin1String("estimates") ? "draft" : "accepted") << action;
    }
    const Id contract = repo->load("proposals", id).head().ref("contract_id");
    EXPECT_EQ(repo->load("contracts", contract).head().text("body"), "Words");
    EXPECT_EQ(repo->load("contracts", contract).head().text("title"), "A new site");
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

TEST_F(Proposals, StayAsTheyWereAccepted)
{
    Document d = proposal({{"body", "Words"}});
    act("proposals", d.id(), "accept", {{"accepted_by", "Mr Smith"}});
    d = repo->load("proposals", d.id());
    EXPECT_FALSE(d.value("accepted_at").isNull());
    d.set("body", "Other words");
    EXPECT_NE(refused(d), QStringList{});
    EXPECT_THROW(taken(d.id(), "Other words"), Error);
    d = repo->load("proposals", d.id());
    d.lines("proposal_lines")[0].set("rate", 1);
    EXPECT_NE(refused(d), QStringList{});
    d = repo->load("proposals", d.id());
    d.set("note", "glad");
    EXPECT_EQ(refused(d), QStringList{});
    EXPECT_EQ(body(d.id()), "Words");
}

TEST_F(Proposals, ThatAreDeclinedBecomeNothing)
{
    const Id id = proposal().id();
    act("proposals", id, "decline", {{"decline_reason", "Too dear"}});
    for (const char *action : {"to_estimate", "to_order", "to_invoice", "to_contract"})
        EXPECT_THROW(act("proposals", id, action), Error) << action;
    const Id copy = act("proposals", id, "copy");
    EXPECT_EQ(repo->load("proposals", copy).head().text("status"), "draft");
    EXPECT_EQ(repo->load("proposals", copy).lines("proposal_lines").size(), 1);
    Document early = proposal();
    early.set("valid_until", QDate(2020, 1, 1));
    EXPECT_EQ(refused(early), QStringList{"valid_until"});
}

TEST_F(Proposals, ArePrintedWithTheirText)
{
    Document d = proposal({{"body", "# Why\n\nBecause it is **good** & <b>cheap</b>.\n\n- one\n- two"}});
    QString html = paperHtml(*repo, "proposals", d.id(), {});
    EXPECT_TRUE(html.contains("<h1>Why</h1>")) << html.toStdString();
    EXPECT_TRUE(html.contains("it is <strong>good</strong> &amp; &lt;b&gt;cheap&lt;/b&gt;."));
    EXPECT_TRUE(html.contains("<li>two</li>"));
    EXPECT_EQ(html.count("Part 1"), 1);
    EXPECT_TRUE(html.contains("100.00"));
    d.set("body", "Lines: Part 1");
    d.set("lines_in_text", true);
    repo->save(d);
    html = paperHtml(*repo, "proposals", d.id(), {});
    EXPECT_EQ(html.count("Part 1"), 1) << "they stand in the text already";
}

TEST_F(Proposals, TakeTheirTextFromATemplate)
{
    make("office_settings", {{"legal_name", "Horns and Hooves"}, {"tax_number", "7707083893"}});
    const Document d = proposal({}, 2);
    const QString text = taken(d.id(), "{{number}} for {{client.name}} (INN {{ client.inn }}), {{client}}.\n"
                                       "{{office.legal_name}}, INN {{office.inn}}. Contact: {{contact.name}}.\n"
                                       "{{lines}}\n{{totals}}\n{{total_in_words}}");
    EXPECT_TRUE(text.startsWith(d.head().text("number") + " for Vector (INN 7707083893), Vector.\n"
                                                          "Horns and Hooves, INN 7707083893. Contact: ."))
        << text.toStdString();
    EXPECT_TRUE(text.contains("\n| \\# | "));
    EXPECT_TRUE(text.contains("| 2 | Part 2 | ")) << text.toStdString();
    EXPECT_TRUE(text.contains("- Total: **")) << text.toStdString();
    EXPECT_TRUE(text.contains("hundred")) << "the total in words";
    EXPECT_TRUE(repo->load("proposals", d.id()).head().flag("lines_in_text"));
    const QString html = paperHtml(*repo, "proposals", d.id(), {});
    EXPECT_EQ(html.count("Part 2"), 1) << html.toStdString();
    EXPECT_TRUE(html.contains("<td>Part 2</td>"));
    EXPECT_EQ(taken(d.id(), "No table"), "No table");
    EXPECT_FALSE(repo->load("proposals", d.id()).head().flag("lines_in_text"));
}

TEST_F(Proposals, NameVariablesThatThereAreNot)
{
    const Id id = proposal().id();
    const QString said = refusal(
        id, {{"template_id", templateOf("{{clint.name}} {{client.nmae}} {{totl}} {{xyzzy.foo.bar}} {{> part}}")}},
        "template_id");
    EXPECT_TRUE(said.contains("{{clint.name}} (did you mean client.name")) << said.toStdString();
    EXPECT_TRUE(said.contains("{{client.nmae}} (did you mean client.name")) << said.toStdString();
    EXPECT_TRUE(said.contains("{{totl}} (did you mean total")) << said.toStdString();
    EXPECT_TRUE(said.contains("{{xyzzy.foo.bar}};")) << said.toStdString();
    EXPECT_TRUE(said.contains("{{> part}}")) << said.toStdString();
    EXPECT_TRUE(body(id).isEmpty());
    EXPECT_NE(
        refusal(id, {{"template_id", templateOf("{{#client.phone}}{{client.fone}}{{/client.phone}}")}}, "template_id"),
        QString())
        << "also in a part that is left out today";
    EXPECT_EQ(refused(fresh("text_templates", {{"name", "Bad"}, {"text", "{{#client}} never closed"}})),
              QStringList{"text"});
}

TEST_F(Proposals, KeepInternalMattersOutOfTheirText)
{
    const Id id = proposal({{"note", "they pay late"}}).id();
    for (const char *name : {"note", "client.note", "client.balance", "office.hidden_lists.x", "accepted_at.x"}) {
        const QString text = QStringLiteral("{{%1}}").arg(QLatin1String(name));
        EXPECT_NE(refusal(id, {{"template_id", templateOf(text)}}, "template_id"), QString()) << name;
    }
}

TEST_F(Proposals, LoseNoTextToATemplate)
{
    const Id id = proposal({{"body", "Written by hand"}}).id(), text = templateOf("From a template");
    EXPECT_NE(refusal(id, {{"template_id", text}}, "replace"), QString());
    EXPECT_EQ(body(id), "Written by hand");
    act("proposals", id, "take_text", {{"template_id", text}, {"replace", true}});
    EXPECT_EQ(body(id), "From a template");
    bool kept = false;
    const QList<Change> changes = repo->history("proposals", id);
    for (const Change &change : changes) {
        for (const FieldChange &field : change.fields)
            kept = kept || (field.field == QLatin1String("body") && field.before.toString() == "Written by hand");
    }
    EXPECT_TRUE(kept) << "the old text is in the history";
    EXPECT_NE(refusal(proposal().id(), {{"template_id", templateOf("x", "contracts")}}, "template_id"), QString())
        << "a template for contracts";
}

TEST_F(Proposals, FillInValuesLetterForLetter)
{
    const auto named = [&](const QString &name) {
        Document c = repo->load("clients", client);
        c.set("name", name);
        repo->save(c);
        return name;
    };
    const Id id = proposal().id();
    const QString text = "For {{client.name}}.";
    for (const char *name : {"\"Vector\" & 'Sons'", "{{total}} {{#client}}", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D Ltd",
                             "\xF0\x9F\x98\x80 Smiles", "a_b_c"}) {
        const QString plain = named(utf8(name));
        EXPECT_EQ(taken(id, text), "For " + plain + '.');
        EXPECT_TRUE(paperHtml(*repo, "proposals", id, {}).contains("For " + plain.toHtmlEscaped() + '.')) << name;
    }
    for (const char *name : {"*Star* [x](http://y) <z> `a` | ~b~ \\", "_under_", "a &amp; b"}) {
        const QString plain = named(utf8(name));
        taken(id, text);
        EXPECT_TRUE(paperHtml(*repo, "proposals", id, {}).contains("For " + plain.toHtmlEscaped() + '.'))
            << body(id).toStdString();
    }
    for (const char *name : {"- no list", "1. no list", "# no heading", "> no quote"}) {
        const QString plain = named(utf8(name));
        taken(id, "{{client.name}}");
        EXPECT_TRUE(paperHtml(*repo, "proposals", id, {}).contains("<p>" + plain.toHtmlEscaped() + "</p>"))
            << body(id).toStdString();
    }
}

TEST_F(Proposals, LeaveOutWhatIsEmpty)
{
    const Id id = proposal({}, 0).id();
    EXPECT_EQ(taken(id, "A{{lines}}B{{totals}}C"), "ABC") << "no lines, no table";
    const QString text = "{{#client.kpp}}KPP {{client.kpp}}{{/client.kpp}}{{^client.kpp}}no KPP{{/client.kpp}} "
                         "{{#client.inn}}INN {{client.inn}}{{/client.inn}}";
    EXPECT_EQ(taken(id, text), "no KPP INN 7707083893");
}

TEST_F(Proposals, ContractsTakeTextsToo)
{
    const Id id = make("contracts", {{"title", "Support"}, {"client_id", client}}).id();
    act("contracts", id, "take_text", {{"template_id", templateOf("With {{client.name}}: {{title}}", "contracts")}});
    EXPECT_EQ(repo->load("contracts", id).head().text("body"), "With Vector: Support");
}

TEST_F(Proposals, WhoMayNotSeeTheClientTakesNothingFromIt)
{
    const Id anna = db.addUser("anna", "Staff (own records)");
    Document d = proposal();
    d.set("owner_id", anna);
    repo->save(d);
    const Id text = templateOf("For {{client.name}}!");
    db.as("anna", "secret-1")->runAction("proposals", d.id(), "take_text", {{"template_id", text}});
    EXPECT_EQ(body(d.id()), "For !");
}
