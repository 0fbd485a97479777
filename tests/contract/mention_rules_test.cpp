// People who are called by name in comments: what is stored, who finds it, who is never told.
#include "core/exchange/export.h"
#include "core/model/mentions.h"
#include "core/store/who_sees.h"
#include "tests/support/refused.h"
#include "tests/support/rule_fixture.h"
#include <QBuffer>

using namespace crm;
using namespace crm::test;

namespace {

struct Mentions : Rules
{
    Id anna = db.addUser("anna", "Manager (all records)");
    Id boris = db.addUser("boris", "Staff (own records)");
    std::unique_ptr<Repository> hers = db.as("anna", "secret-1"), his = db.as("boris", "secret-1");
    Id client = make("clients", {{"name", "Vector"}}).id();

    QString at(const char *login) { return u'@' + db.loginOf(QLatin1String(login)); }
    static QVariant list(const IdList &ids) { return QVariant::fromValue(ids); }
    Document comment(const QString &text, Repository *by = nullptr, const QVariantMap &more = {})
    {
        QVariantMap values{{"text", text}, {"parent_entity", "clients"}, {"parent_id", client}};
        values.insert(more);
        return (by ? *by : *repo).save(fresh("comments", values)).document;
    }
    static IdList mentioningMe(Repository &as)
    {
        Query query("comments");
        query.filter = Filter::parse("mentions = me", *as.catalog(), "comments");
        query.sort = Query::parseSort("-id");
        IdList out;
        for (const Row &row : as.page(query, {}).rows)
            out << row.id;
        EXPECT_EQ(as.totals(query, {}).count, out.size());
        return out;
    }
    void rename(Id user, const QString &to)
    {
        Document d = repo->load("users", user);
        d.set("name", to);
        repo->save(d);
    }
};

TEST_F(Mentions, ATypedLoginBecomesALinkThatOutlivesANewName)
{
    rename(anna, "Anna [A.] Petrova");
    const Document d = comment(at("anna") + " and " + at("nobody") + ", info" + at("anna") + ".example; " + at("anna"));
    const QString link = mentionLink("Anna [A.] Petrova", anna);
    EXPECT_EQ(d.head().text("text"), link + " and " + at("nobody") + ", info" + at("anna") + ".example; " + link);
    EXPECT_EQ(d.head().ids("mentions"), IdList{anna});
    EXPECT_TRUE(d.head().title().startsWith("@Anna [A.] Petrova and ")) << "reads well wherever titles are shown";
    EXPECT_EQ(mentioningMe(*hers), IdList{d.id()});

    rename(anna, "Anna Smirnova");
    const Document now = repo->load("comments", d.id());
    EXPECT_EQ(now.head().ids("mentions"), IdList{anna});
    EXPECT_EQ(withMentionedNames(now.head().text("text").section(u' ', 0, 2),
                                 [&](Id id) { return repo->options("users", {id}).value(id).title; }),
              mentionLink("Anna Smirnova", anna));
    Query found("comments");
    found.search = "petrova";
    EXPECT_EQ(repo->totals(found, {}).count, 1);
    found.search = "mention:";
    EXPECT_EQ(repo->totals(found, {}).count, 0) << "nobody looks for the ends of links";
    EXPECT_TRUE(repo->options("comments", {d.id()}).value(d.id()).title.startsWith("@Anna [A.] Petrova and "));
}

TEST_F(Mentions, TheListFollowsTheTextAloneAndQuotesCallNobody)
{
    Document d = comment("> " + mentionLink("Anna", anna) + " wrote\n\n`" + at("anna") + "` " + mentionLink("B", boris),
                         nullptr, {{"mentions", list({anna, boris, 17})}});
    EXPECT_EQ(d.head().ids("mentions"), IdList{boris}) << "whatever was handed in";
    EXPECT_TRUE(d.head().text("text").contains(u'`' + at("anna") + u'`'));
    d.set("mentions", list({anna}));
    d.set("pinned", true);
    EXPECT_EQ(repo->save(d).document.head().ids("mentions"), IdList{boris});
    d = repo->load("comments", d.id());
    d.set("text", "Never mind");
    EXPECT_EQ(repo->save(d).document.head().ids("mentions"), IdList());
    // Whoever did not write it changes neither the text nor who is called in it.
    d = hers->load("comments", d.id());
    d.set("text", at("boris"));
    EXPECT_FALSE(refused(d, hers.get()).isEmpty());
}

TEST_F(Mentions, WhoIsGoneIsCalledNoMoreAndHoldsUpNobody)
{
    Document d = comment(at("anna") + ' ' + at("boris"));
    Document account = repo->load("users", boris);
    account.set("active", false);
    repo->save(account);
    EXPECT_EQ(comment(at("boris")).head().ids("mentions"), IdList()) << "may no longer sign in";
    repo->remove("users", {boris});
    d.set("text", d.head().text("text") + " again");
    d = repo->save(d).document;
    EXPECT_EQ(d.head().ids("mentions"), IdList{anna});
    EXPECT_TRUE(d.head().text("text").contains(mentionLink("boris", boris)));
    repo->purge("users", {boris});
    EXPECT_EQ(repo->load("comments", d.id()).head().ids("mentions"), IdList{anna});
    EXPECT_EQ(comment(mentionLink("Nobody", 17)).head().ids("mentions"), IdList()) << "no such person";
}

TEST_F(Mentions, AThousandOfThemInOneTextFitOrStayWhatTheyWere)
{
    QString text;
    for (int i = 0; i < 1000; ++i)
        text += at("anna") + ' ' + (i % 100 == 0 ? at("boris") + ' ' : QString());
    ASSERT_LT(text.size(), 20'000);
    const Document d = comment(text);
    EXPECT_EQ(d.head().ids("mentions").size(), 2);
    EXPECT_LE(d.head().text("text").size(), 20'000);
    EXPECT_TRUE(d.head().text("text").contains(mentionLink("anna", anna)));
    QString nobodies;
    for (int i = 0; i < 1000; ++i)
        nobodies += QStringLiteral("@nobody%1 ").arg(i);
    EXPECT_EQ(comment(nobodies + at("anna")).head().text("text"), nobodies + at("anna"))
        << "the first logins of a text are looked up, not all of a thousand";
}

TEST_F(Mentions, NobodyLearnsOfWhatTheyDoNotSee)
{
    const qint64 head = his->head();
    const Document hidden = comment("Between us: " + at("boris") + ' ' + at("anna"), hers.get());
    EXPECT_EQ(hidden.head().ids("mentions"), (IdList{boris, anna}));
    EXPECT_EQ(mentioningMe(*his), IdList());
    EXPECT_EQ(mentioningMe(*hers), IdList{hidden.id()});
    const QList<Change> told = his->changesSince(head);
    EXPECT_TRUE(std::none_of(told.begin(), told.end(), [](const Change &c) { return c.entity == "comments"; }));
    EXPECT_EQ(kindOf([&] { whoReads(*his, "comments", "clients", client); }), ErrorKind::NotFound);
    // What is said of who reads is what they find, for each of them.
    const auto reads = [&](Id user) {
        const QList<Audience> all = whoReads(*hers, "comments", "clients", client);
        return std::any_of(all.begin(), all.end(), [user](const Audience &one) { return one.user == user; });
    };
    EXPECT_TRUE(reads(anna));
    EXPECT_FALSE(reads(boris));
    Document d = repo->load("clients", client);
    d.set("owner_id", boris);
    repo->save(d);
    EXPECT_TRUE(reads(boris));
    EXPECT_EQ(mentioningMe(*his), IdList{hidden.id()}) << "now it is theirs to see";
    const QList<Audience> all = whoReads(*his, "comments", "clients", client);
    const auto self = std::find_if(all.begin(), all.end(), [this](const Audience &one) { return one.user == boris; });
    ASSERT_NE(self, all.end());
    EXPECT_EQ(self->login, db.loginOf("boris"));
    repo->remove("comments", {hidden.id()});
    EXPECT_EQ(mentioningMe(*his), IdList());
}

TEST_F(Mentions, ReadWellInWhatPeopleOpenAndAreKeptInWhatComesBack)
{
    const Document d = comment("Look, " + at("anna") + '!');
    const auto exported = [&](bool forPeople) {
        ExportOptions options;
        options.forPeople = forPeople;
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        EXPECT_EQ(exportRecords(*repo, Query("comments"), out, options), 1);
        return QString::fromUtf8(out.data());
    };
    EXPECT_TRUE(exported(false).contains(mentionLink("anna", anna)));
    EXPECT_TRUE(exported(true).contains(d.head().title()));
    EXPECT_EQ(d.head().title(), "Look, @anna!");
}

} // namespace
