// Briefs: what they ask, the page for a browser, answers that come back, and what becomes of a request. On a file and
// on a server.
#include "core/exchange/answers.h"
#include "core/exchange/question_page.h"
#include "core/model/error.h"
#include "tests/support/temp_database.h"
#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {

struct Brief : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();

    struct Asked
    {
        QString question, kind = "text", meaning = {}, options = {}, onlyIf = {}, answer = {};
        bool required = false;
    };
    Document draft(const QList<Asked> &all, const QString &name = "Web site")
    {
        Document d{Record(repo->catalog()->at("briefs"), newId())};
        d.set("name", name);
        d.set("takes_files", true);
        for (const Asked &a : all) {
            Record line(repo->catalog()->at("brief_questions"), newId());
            line.set("question", a.question);
            line.set("kind", a.kind);
            line.set("required", a.required);
            const QList<QPair<const char *, QString>> texts = {
                {"meaning", a.meaning}, {"options", a.options}, {"only_if", a.onlyIf}, {"only_if_answer", a.answer}};
            for (const auto &[key, text] : texts)
                line.set(QLatin1String(key), text.isEmpty() ? QVariant() : text);
            d.lines("brief_questions").append(line);
        }
        return d;
    }
    Document brief(const QList<Asked> &all, const QString &name = "Web site")
    {
        const Id id = repo->save(draft(all, name)).document.id();
        return repo->load("briefs", id);
    }
    Document usual()
    {
        return brief({{"You", "heading"},
                      {.question = "Company", .meaning = "company"},
                      {.question = "Your name", .meaning = "person", .required = true},
                      {.question = "E-mail", .kind = "email", .meaning = "email", .required = true},
                      {"The site", "heading"},
                      {.question = "What for?", .kind = "choice", .options = "Shop; Blog; Other"},
                      {.question = "How many goods?", .kind = "decimal", .onlyIf = "What for?", .answer = "shop"},
                      {.question = "Budget", .kind = "text", .meaning = "budget"}});
    }
    QString refusal(const std::function<void()> &act)
    {
        try {
            act();
        } catch (const Error &e) {
            return e.sentence();
        }
        return {};
    }
    /// What the page would write.
    QByteArray file(const Document &of, const QList<QPair<int, QJsonValue>> &values, const QString &mark = "m1")
    {
        const Questions questions = questionsOf(of);
        QJsonArray answers;
        for (const auto &[i, value] : values) {
            const Question &q = questions[i];
            const Choice *chosen = q.field.choice(value.toString());
            answers.append(QJsonObject{{"key", q.key},
                                       {"question", q.field.label().text()},
                                       {"value", value},
                                       {"text", chosen ? chosen->label.text() : value.toString()}});
        }
        return QJsonDocument(QJsonObject{{"format", "mycrm-answers"},
                                         {"version", 1},
                                         {"asks", "briefs"},
                                         {"id", QString::number(of.id())},
                                         {"submission", mark},
                                         {"filled_at", "2026-05-04T10:00:00.000Z"},
                                         {"captcha_token", "03AGdBq"},
                                         {"answers", answers}})
            .toJson();
    }
    Document take(const QByteArray &bytes) { return takeAnswers(*repo, bytes, QLocale::c()).document; }
    QStringList answers(const Document &request)
    {
        QStringList all;
        const Document stored = repo->load("requests", request.id());
        for (const Record &line : stored.lines("request_answers"))
            all << line.text("question") + ": " + line.text("answer");
        return all;
    }
};

TEST_F(Brief, GroupsItsQuestionsAndAsksOnlyWhatIsMeant)
{
    const Questions all = questionsOf(usual());
    ASSERT_EQ(all.size(), 6);
    EXPECT_EQ(all[0].field.groupLabel().text(), "You");
    EXPECT_EQ(all[3].field.groupLabel().text(), "The site");
    EXPECT_EQ(all[4].onlyIf, 3);
    AnswerValues values(6);
    EXPECT_FALSE(isAsked(all, values, 4));
    values[3] = "o2";
    EXPECT_FALSE(isAsked(all, values, 4));
    values[3] = "o1";
    EXPECT_TRUE(isAsked(all, values, 4));
}

TEST_F(Brief, WhatIsMissingIsSaidAndWhatIsNotAskedIsNot)
{
    const Document asker = brief({{.question = "Shop?", .kind = "bool"},
                                  {.question = "Goods", .kind = "decimal", .onlyIf = "Shop?", .required = true},
                                  {.question = "I agree", .kind = "bool", .required = true}});
    const Questions all = questionsOf(asker);
    AnswerValues values{false, {}, true};
    EXPECT_TRUE(answerFaults(all, values).isEmpty());
    values[0] = true;
    ASSERT_EQ(answerFaults(all, values).size(), 1);
    EXPECT_EQ(answerFaults(all, values).first().field, all[1].field.key());
    values = {false, {}, false};
    EXPECT_EQ(answerFaults(all, values).first().field, all[2].field.key());
}

TEST_F(Brief, QuestionsThatCannotBeAskedAreRefusedAtTheirLine)
{
    const auto fault = [this](const QList<Asked> &all) {
        try {
            repo->save(draft(all));
        } catch (const Error &e) {
            return e.faults().isEmpty() ? QString() : e.faults().first().line + " " + e.faults().first().field;
        }
        return QString();
    };
    EXPECT_EQ(fault({{.question = "Colour", .kind = "choice"}}), "brief_questions/1 options");
    EXPECT_EQ(fault({{.question = "Colour", .kind = "choice", .options = "Red; red"}}), "brief_questions/1 options");
    EXPECT_EQ(fault({{.question = "A"}, {.question = "B", .onlyIf = "C"}}), "brief_questions/2 only_if");
    EXPECT_EQ(fault({{.question = "A", .onlyIf = "A"}}), "brief_questions/1 only_if") << "itself stands not above";
    EXPECT_EQ(fault({{.question = "A", .kind = "choice", .options = "x; y"},
                     {.question = "B", .onlyIf = "a", .answer = "x; z"}}),
              "brief_questions/2 only_if_answer");
    EXPECT_EQ(fault({{.question = "A", .answer = "x"}}), "brief_questions/1 only_if");
}

TEST_F(Brief, AFileOfAnswersBecomesARequestOnce)
{
    const Document asker = usual();
    const QByteArray bytes =
        file(asker, {{0, "Vector"}, {1, "Anna Petrova"}, {2, "Anna@Example.com"}, {3, "o1"}, {4, "1500.5"}});
    const Document made = take(bytes);
    EXPECT_EQ(made.head().text("company"), "Vector");
    EXPECT_EQ(made.head().text("person"), "Anna Petrova");
    EXPECT_EQ(made.head().text("email"), "anna@example.com");
    EXPECT_EQ(made.head().text("subject"), "Web site");
    EXPECT_EQ(made.head().text("captcha_token"), "03AGdBq");
    EXPECT_EQ(made.value("filled_at").toDateTime(), QDateTime(QDate(2026, 5, 4), QTime(10, 0), Qt::UTC));
    EXPECT_EQ(answers(made), (QStringList{"Company: Vector", "Your name: Anna Petrova", "E-mail: Anna@Example.com",
                                          "What for?: Shop", "How many goods?: 1500.5"}));
    EXPECT_NE(refusal([&] { take(bytes); }).indexOf(made.head().title()), -1);
    EXPECT_EQ(repo->totals(Query("requests"), {}).count, 1);
}

TEST_F(Brief, AnswersToQuestionsThatAreGoneAreKept)
{
    Document asker = usual();
    const QByteArray bytes = file(asker, {{1, "Anna"}, {3, "o3"}, {5, "5000"}});
    asker.lines("brief_questions").removeLast();
    asker.lines("brief_questions")[5].set("options", "Blog; Shop");
    asker.lines("brief_questions")[6].set("only_if", QVariant());
    asker.lines("brief_questions")[6].set("only_if_answer", QVariant());
    repo->save(asker);
    EXPECT_EQ(answers(take(bytes)), (QStringList{"Your name: Anna", "What for?: Other", "Budget: 5000"}));
}

TEST_F(Brief, WhatIsNoFileOfAnswersIsRefusedInWords)
{
    const Document asker = usual();
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("hello"), QByteArray("{}"), QByteArray("\xff\xfe\x00", 3),
          QByteArray(R"({"format":"mycrm-answers","version":99,"asks":"briefs","id":"1"})"),
          QByteArray(R"({"format":"mycrm-answers","version":1,"asks":"users","id":"1"})"),
          QByteArray(R"({"format":"mycrm-answers","version":1,"asks":"briefs","id":"12345"})"), file(asker, {})})
        EXPECT_FALSE(refusal([&] { take(bytes); }).isEmpty()) << bytes.left(80).toStdString();
    Document closed = asker;
    closed.set("active", false);
    repo->save(closed);
    EXPECT_FALSE(refusal([&] { take(file(asker, {{1, "Anna"}})); }).isEmpty());
    EXPECT_EQ(repo->totals(Query("requests"), {}).count, 0);
}

TEST_F(Brief, OddAnswersAreTakenAsTheyAre)
{
    const Document asker = usual();
    const QString odd = QString::fromUtf8("\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d <b>\"x\" </script> \xf0\x9f\x98\x80 ") +
                        QString(30'000, u'x');
    const Document made = take(file(asker, {{1, odd}, {2, "no address"}, {4, "many"}}));
    const Document stored = repo->load("requests", made.id());
    EXPECT_EQ(stored.lines("request_answers").first().text("answer"), odd.left(20'000).trimmed());
    EXPECT_EQ(stored.head().text("email"), "") << "what is no address stays among the answers";
    EXPECT_EQ(answers(made).last(), "How many goods?: many") << "what is no number is kept as text";
}

TEST_F(Brief, FilesComeAlong)
{
    const Document asker = usual();
    QJsonObject content = QJsonDocument::fromJson(file(asker, {{1, "Anna"}})).object();
    content.insert("attached", QJsonArray{QJsonObject{{"name", "../../plan.txt"}, {"content", "SGVsbG8="}}});
    const Document made = take(QJsonDocument(content).toJson());
    Query query("files");
    query.filter = Filter::where("parent_id", Op::Equal, made.id());
    query.columns = QStringList{"name"};
    const Page page = repo->page(query, {PageAt::First, {}, 0, 10});
    ASSERT_EQ(page.rows.size(), 1);
    EXPECT_EQ(page.rows.first().values.value(0), "plan.txt");
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    repo->readBlob(page.rows.first().id, out);
    EXPECT_EQ(out.data(), "Hello");
    content.insert("submission", "m2");
    content.insert("attached", QJsonArray{QJsonObject{{"name", "x"}, {"content", "*not base64*"}}});
    EXPECT_FALSE(refusal([&] { take(QJsonDocument(content).toJson()); }).isEmpty());
}

TEST_F(Brief, ThePageHoldsItsQuestionsAndNothingEndsItEarly)
{
    const Document asker =
        brief({{.question = "</script><script>alert(1)</script>", .kind = "choice", .options = "<b>; a&b"}},
              "A \"brief\" & <more>");
    const QString html = questionPage(asker, QLocale(QLocale::English));
    EXPECT_EQ(html.count("</script>"), 2) << "the data and the program";
    EXPECT_TRUE(html.contains("A &quot;brief&quot; &amp; &lt;more&gt;"));
    EXPECT_FALSE(html.contains("http://")) << "nothing from elsewhere";
    const QString json = html.section("id=\"data\">", 1, 1).section("</script>", 0, 0);
    const QJsonObject data = QJsonDocument::fromJson(json.toUtf8()).object();
    EXPECT_EQ(data["questions"][0]["label"].toString(), "</script><script>alert(1)</script>");
    EXPECT_EQ(data["questions"][0]["choices"][1]["label"].toString(), "a&b");
    EXPECT_TRUE(questionPage(asker, QLocale(QLocale::Arabic)).contains("dir=\"rtl\""));
    EXPECT_FALSE(refusal([&] { questionPage(brief({}, "Empty"), QLocale::c()); }).isEmpty());
}

TEST_F(Brief, ARequestBecomesALeadATaskAndAnEstimate)
{
    const Document made =
        take(file(usual(), {{0, "Vector"}, {1, "Anna Petrova"}, {2, "anna@example.com"}, {5, "5000"}}));
    EXPECT_FALSE(refusal([&] { repo->runAction("requests", made.id(), "to_estimate", {}); }).isEmpty());
    const auto [entity, lead] = repo->runAction("requests", made.id(), "to_lead", {});
    ASSERT_EQ(entity, "leads");
    const Record stored = repo->load("leads", lead).head();
    EXPECT_EQ(stored.text("name"), "Vector");
    EXPECT_EQ(stored.text("contact_name"), "Anna Petrova");
    EXPECT_EQ(stored.integer("budget"), 500'000);
    EXPECT_EQ(repo->load("requests", made.id()).head().ref("lead_id"), lead);
    EXPECT_FALSE(refusal([&] { repo->runAction("requests", made.id(), "to_lead", {}); }).isEmpty()) << "once";
    const auto task = repo->runAction("requests", made.id(), "to_task", {});
    EXPECT_TRUE(repo->load(task.first, task.second).head().text("description").contains("Anna Petrova"));
}

TEST_F(Brief, ARequestBecomesAClientUnlessThereIsOne)
{
    const Document asker = usual();
    const Document first = take(file(asker, {{0, "Vector"}, {1, "Anna Petrova"}, {2, "anna@example.com"}}, "m1"));
    const auto [entity, client] = repo->runAction("requests", first.id(), "to_client", {});
    ASSERT_EQ(entity, "clients");
    const Id contact = repo->load("clients", client).head().ref("primary_contact_id");
    EXPECT_EQ(repo->load("contacts", contact).head().text("name"), "Anna Petrova");
    const auto estimate = repo->runAction("requests", first.id(), "to_estimate", {});
    EXPECT_EQ(repo->load("estimates", estimate.second).head().ref("client_id"), client);
    EXPECT_EQ(repo->load("estimates", estimate.second).head().ref("request_id"), first.id());
    EXPECT_EQ(repo->load("requests", first.id()).head().text("status"), "estimated");
    const Document second = take(file(asker, {{0, "Vector Ltd"}, {1, "Anna"}, {2, "anna@example.com"}}, "m2"));
    EXPECT_TRUE(refusal([&] { repo->runAction("requests", second.id(), "to_client", {}); }).contains("Vector"));
    EXPECT_EQ(repo->runAction("requests", second.id(), "to_client", {{"in_any_case", true}}).first, "clients");
    EXPECT_EQ(repo->check().join("\n"), "");
}
} // namespace
