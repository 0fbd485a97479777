// What clients accept: by whom, signed how, what stays of it and what is printed. On a file and on a server.
#include "core/exchange/export.h"
#include "core/exchange/paper.h"
#include "core/model/drawing.h"
#include "core/store/database.h"
#include "tests/support/rule_fixture.h"
#include <QBuffer>

using namespace crm;
using namespace crm::test;

namespace {
const QString drawn = QStringLiteral("M10 20L30 40M50 60L70 80"), typed = QStringLiteral("t Boris Orlov");

struct Signatures : Rules
{
    const Id client = make("clients", {{"name", "Vector"}}).id();

    Id offer(const QString &entity = "contracts")
    {
        QVariantMap values{{"client_id", client}};
        if (entity != QLatin1String("estimates"))
            values.insert("title", "A year of care");
        Document d = fresh(entity, values);
        addLine(d, d.entity().lineTables().first().entity, {{"title", "Care"}, {"rate", 10'000}});
        return repo->save(d).document.id();
    }
    Id act(const QString &entity, Id id, const QString &action, const QVariantMap &parameters = {})
    {
        return repo->runAction(entity, id, action, parameters).second;
    }
    void move(Id id, const QString &status)
    {
        Document d = repo->load("contracts", id);
        d.set("status", status);
        repo->save(d);
    }
    QVariant value(Id id, const char *field) { return repo->load("contracts", id).value(field); }
    QString paper(Id id) { return paperHtml(*repo, "contracts", id, {}); }
    static QString picture(const QString &drawing)
    {
        return QString::fromLatin1(drawingSvg(*readDrawing(drawing)).toBase64());
    }
    /// Past every rule, as somebody with the file or the server's keys could.
    void storeRaw(Id id, const QString &column, const QString &text)
    {
        if (db.isServer())
            db.office().server().sql(QStringLiteral("UPDATE `%1_data`.contracts SET %2=%3 WHERE id=%4")
                                         .arg(db.office().database(), column, u'\'' + text + u'\'')
                                         .arg(id));
        else
            Database::openFile(db.path())->run(QStringLiteral("UPDATE contracts SET %1=? WHERE id=?").arg(column),
                                               {text, id});
    }
};
} // namespace

TEST_F(Signatures, AreTakenOnceAndPrinted)
{
    const Id id = offer();
    EXPECT_FALSE(paper(id).contains("<img"));
    act("contracts", id, "accept",
        {{"accepted_by", "Anna <Petrova>"}, {"accepted_email", "anna@example.com"}, {"signature", drawn}});
    EXPECT_EQ(value(id, "signature"), drawn);
    EXPECT_EQ(value(id, "accepted_email"), "anna@example.com");
    EXPECT_TRUE(paper(id).contains(picture(drawn)) && paper(id).contains("Anna &lt;Petrova&gt;"));
    EXPECT_FALSE(paper(id).contains("<Petrova>"));
    act("contracts", id, "countersign", {{"countersignature", typed}});
    EXPECT_EQ(value(id, "countersigned_by").toString(), repo->actor().name);
    EXPECT_FALSE(value(id, "countersigned_at").isNull());
    const QString both = paper(id);
    EXPECT_TRUE(both.contains(picture(drawn)) && both.contains("Boris Orlov</span>") && both.contains("(typed)"));
    EXPECT_LT(both.indexOf("Total"), both.indexOf(picture(drawn))) << "below the totals";
    EXPECT_THROW(act("contracts", id, "countersign", {{"countersignature", drawn}}), Error) << "once";
    EXPECT_THROW(act("contracts", id, "accept", {{"accepted_by", "X"}, {"signature", typed}}), Error);
    for (const auto &[field, other] : {std::pair<const char *, QString>{"signature", typed},
                                       {"countersignature", drawn},
                                       {"accepted_by", "X"},
                                       {"accepted_email", "x@example.com"}}) {
        Document d = repo->load("contracts", id);
        d.set(field, other);
        EXPECT_NE(refused(d), QStringList{}) << field;
        d.set(field, QVariant());
        EXPECT_NE(refused(d), QStringList{}) << field;
    }
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    Query query("contracts");
    query.columns = QStringList{"number", "signature"};
    Exporter writer(query, out, {.format = ExportOptions::Json});
    while (writer.step(*repo)) {
    }
    EXPECT_TRUE(out.data().contains(drawn.toLatin1())) << out.data().constData();
    EXPECT_EQ(repo->check().join(u'\n'), QString());
}

TEST_F(Signatures, OfWhatWasTakenBackAreForgotten)
{
    const Id id = offer();
    move(id, "sent");
    EXPECT_FALSE(value(id, "sent_at").isNull());
    const QDateTime seen = QDateTime::currentDateTimeUtc().addSecs(-60);
    act("contracts", id, "seen", {{"seen_by", "Anna"}, {"seen_at", seen}});
    EXPECT_EQ(value(id, "seen_by"), "Anna");
    EXPECT_THROW(act("contracts", id, "seen", {{"seen_by", "Anna"}, {"seen_at", seen.addDays(2)}}), Error);
    EXPECT_THROW(act("contracts", id, "countersign"), Error) << "the client comes first";
    act("contracts", id, "accept", {{"accepted_by", "Anna"}, {"signature", drawn}});
    act("contracts", id, "countersign", {{"countersignature", drawn}});
    act("contracts", id, "copy");
    const Id copy = row("contracts", "status", "draft");
    for (const char *field : {"signature", "accepted_by", "countersigned_by", "sent_at", "seen_by"})
        EXPECT_TRUE(value(copy, field).isNull()) << field;
    move(id, "declined");
    EXPECT_FALSE(paper(id).contains("<img")) << "what is no longer accepted is not printed as if it were";
    Document d = repo->load("contracts", id);
    d.set("decline_reason", "Too dear after all");
    repo->save(d);
    EXPECT_EQ(value(id, "signature"), drawn) << "who had signed can still be seen";
    move(id, "sent");
    for (const char *field :
         {"signature", "accepted_by", "countersignature", "countersigned_by", "countersigned_at", "seen_at", "seen_by"})
        EXPECT_TRUE(value(id, field).isNull()) << field;
    EXPECT_EQ(value(id, "decline_reason"), "Too dear after all");
    act("contracts", id, "accept", {{"accepted_by", "Boris"}});
    EXPECT_EQ(value(id, "accepted_by"), "Boris");
    EXPECT_TRUE(paper(id).contains("Boris")) << "without a drawing the name and the moment are printed";
}

TEST_F(Signatures, NobodyCountersignsForAnotherByUndoing)
{
    for (const char *name : {"anna", "boris"})
        db.addUser(QLatin1String(name), "Manager (all records)");
    const auto anna = db.as("anna", "secret-1"), boris = db.as("boris", "secret-1");
    const Id id = offer();
    act("contracts", id, "accept", {{"accepted_by", "Client"}});
    anna->runAction("contracts", id, "countersign", {{"countersignature", drawn}});
    EXPECT_EQ(value(id, "countersigned_by").toString(), anna->actor().name);
    move(id, "declined");
    Document again = boris->load("contracts", id);
    again.set("status", "sent");
    const qint64 change = boris->save(again).change;
    EXPECT_TRUE(value(id, "countersigned_by").isNull());
    try {
        boris->undo(change);
        ADD_FAILURE() << "Boris has put Anna's name below it";
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Denied) << e.what();
    }
    EXPECT_TRUE(value(id, "countersigned_by").isNull());
    anna->undo(change);
    EXPECT_EQ(value(id, "countersigned_by").toString(), anna->actor().name) << "it is her own name";
}

TEST_F(Signatures, WhoAcceptedIsFilledInOnce)
{
    const Id id = offer("estimates");
    act("estimates", id, "to_order");
    Document d = repo->load("estimates", id);
    EXPECT_EQ(d.head().text("status"), "accepted");
    EXPECT_TRUE(repo->open("estimates", id).openWhileLocked.contains("accepted_by"));
    d.set("accepted_by", "Anna");
    EXPECT_EQ(refused(d), QStringList{});
    EXPECT_FALSE(repo->open("estimates", id).openWhileLocked.contains("accepted_by"));
    d = repo->load("estimates", id);
    d.set("accepted_by", "Boris");
    EXPECT_EQ(refused(d), QStringList{"denied"});
    d = repo->load("estimates", id);
    d.set("note", "glad");
    EXPECT_EQ(refused(d), QStringList{});
}

TEST_F(Signatures, HostileOnesReachNeitherTheStoreNorAPaper)
{
    const Id id = offer();
    for (const char *text :
         {"M1 1\"/><script>alert(1)</script>", "<svg onload=alert(1)>", "t <b>Anna</b>", "M1001 1"}) {
        try {
            act("contracts", id, "accept", {{"accepted_by", "Anna"}, {"signature", text}});
            ADD_FAILURE() << text;
        } catch (const Error &e) {
            EXPECT_EQ(e.faults().value(0).field, "signature") << text;
        }
    }
    EXPECT_TRUE(value(id, "accepted_at").isNull()) << "nothing of it was done";
    act("contracts", id, "accept", {{"accepted_by", "Anna"}, {"signature", drawn}});
    for (const char *text : {"M1 1\"/><script>alert(1)</script>", "t <script>alert(1)</script>"}) {
        storeRaw(id, "signature", text);
        repo = db.asSystem();
        const QString html = paper(id);
        EXPECT_TRUE(html.contains("Anna") && !html.contains("alert") && !html.contains("<img")) << text;
    }
    auto clerk = db.as("anna", db.addUser("anna", "Manager (all records)") ? "secret-1" : "");
    EXPECT_NE(refused(
                  [&] {
                      Document d = repo->load("contracts", id);
                      d.set("signature", drawn);
                      return d;
                  }(),
                  clerk.get()),
              QStringList{});
}
