// What papers look like: every layout says what the default one says, colours can be read, the logo is the sender's.
#include "core/exchange/paper.h"
#include "core/exchange/paper_colors.h"
#include "core/model/paper_look_fields.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "tests/store/finance_fixture.h"
#include <QBuffer>
#include <QRegularExpression>
#include <QtEndian>

using namespace crm;
using namespace crm::test;

namespace {
struct PaperLooks : FinanceFixture
{
    Document office = make("office_settings", {{"name", "Office"},
                                               {"legal_name", "Roses & Sons"},
                                               {"legal_address", "Main street 1"},
                                               {"phone", "+7 912 345-67-89"},
                                               {"signatory", "A. Rose"}});

    void look(const QVariantMap &values)
    {
        for (auto it = values.begin(); it != values.end(); ++it)
            office.set(it.key(), it.value());
        office = repo->save(office).document;
    }
    /// A picture as far as its size is concerned. @param mark tells it from others
    static QByteArray png(qint32 width, qint32 height, const QByteArray &mark)
    {
        QByteArray out("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
        for (const qint32 side : {width, height}) {
            char bytes[4];
            qToBigEndian(side, bytes);
            out.append(bytes, 4);
        }
        return out + mark;
    }
    Id file(QByteArray content, const QString &entity, Id record)
    {
        QBuffer buffer(&content);
        buffer.open(QIODevice::ReadOnly);
        const QByteArray hash = repo->addBlob(buffer);
        return make("files", {{"name", "logo.png"},
                              {"hash", QString::fromLatin1(hash.toHex())},
                              {"size", qint64(content.size())},
                              {"parent_entity", entity},
                              {"parent_id", record}})
            .id();
    }
    /// An invoice in euros, an estimate with everything that lines can be, a receipt, a statement, an act.
    QList<std::tuple<QString, Id, QString>> papers()
    {
        Document estimate = fresh("estimates", {{"client_id", client.id()}, {"note", "Valid <today>"}});
        add(estimate, {{"title", "Analysis"}, {"kind", "heading"}});
        add(estimate, {{"title", "Survey"}, {"quantity", qint64(2500)}, {"unit", "day"}, {"rate", qint64(145'000)}});
        add(estimate, {{"title", "Report"}, {"rate", qint64(99'999)}});
        add(estimate, {{"title", "Second team"}, {"rate", qint64(5'000)}, {"kind", "optional"}});
        add(estimate, {{"title", "Support"}, {"rate", qint64(7'777)}, {"discount", qint64(1'000)}});
        const Id offered = repo->save(estimate).document.id();
        Document invoice = fresh("invoices", {{"client_id", client.id()}});
        for (int i = 1; i <= 12; ++i)
            add(invoice, {{"title", QStringLiteral("Work %1").arg(i)}, {"rate", qint64(1'234'567 * i)}});
        const Id issued = repo->save(invoice).document.id();
        repo->runAction("invoices", issued, "issue", {});
        Document payment = fresh("payments", {{"client_id", client.id()}, {"amount", qint64(500'000)}});
        add(payment, {{"invoice_id", issued}, {"amount", qint64(400'000)}});
        const Id paid = repo->save(payment).document.id();
        return {{"estimates", offered, {}},
                {"invoices", issued, {}},
                {"invoices", issued, "act"},
                {"payments", paid, {}},
                {"clients", client.id(), {}}};
    }
    QString html(const std::tuple<QString, Id, QString> &paper)
    {
        const auto &[entity, id, kind] = paper;
        return paperHtml(*repo, entity, id, {QLocale::c(), {}, kind});
    }
    /// The words that are shown, in no order: layouts differ in where they stand.
    static std::string words(QString html)
    {
        static const QRegularExpression style(QStringLiteral("<style>.*</style>"),
                                              QRegularExpression::DotMatchesEverythingOption),
            tag(QStringLiteral("<[^>]*>"));
        QStringList out = html.remove(style)
                              .replace(tag, QStringLiteral(" "))
                              .remove(QStringLiteral("&nbsp;"))
                              .split(QRegularExpression(QStringLiteral("[\\s\u00b7]+|:(?=\\s)")), Qt::SkipEmptyParts);
        out.sort();
        return out.join(u' ').toStdString();
    }
};
} // namespace

TEST_F(PaperLooks, EveryLayoutSaysTheSame)
{
    const auto all = papers();
    QList<std::string> usual;
    QStringList before;
    for (const auto &paper : all) {
        before << html(paper);
        usual << words(before.last());
    }
    EXPECT_TRUE(usual[0].find("(optional)") != std::string::npos && usual[0].find("Analysis") != std::string::npos);
    EXPECT_NE(usual[1].find("12345.67"), std::string::npos) << usual[1];
    const Field *layouts = office.entity().field("paper_layout"), *rows = office.entity().field("paper_rows");
    ASSERT_GE(layouts->choices().size(), 3);
    QSet<QString> seen;
    for (const Choice &layout : layouts->choices()) {
        for (const Choice &background : rows->choices()) {
            look({{"paper_layout", layout.key}, {"paper_rows", background.key}});
            for (int i = 0; i < all.size(); ++i) {
                const QString now = html(all[i]);
                EXPECT_EQ(words(now), usual[i]) << layout.key.toStdString() << ' ' << i;
                if (i == 3)
                    continue; // one line: nothing to stripe
                EXPECT_FALSE(seen.contains(now)) << layout.key.toStdString() << ' ' << background.key.toStdString();
                seen << now;
                EXPECT_EQ(now.contains("<tr bgcolor="), background.key == u"stripes") << now.toStdString();
            }
        }
    }
    look({{"paper_layout", QVariant()}, {"paper_rows", QVariant()}});
    for (int i = 0; i < all.size(); ++i)
        EXPECT_EQ(html(all[i]), before[i]);
}

TEST_F(PaperLooks, ColoursCanBeRead)
{
    const QString white = "#ffffff";
    EXPECT_NEAR(contrastOf("#000000", white), 21, 0.01);
    EXPECT_NEAR(contrastOf("#767676", white), 4.54, 0.01);
    for (const char *color : {"#ffff00", "#ffffff", "#000000", "#f97316", "#22d3ee", "#1d4ed8", "#808080", "#ff0000"}) {
        EXPECT_GE(contrastOf(readableOnWhite(color), white), readableContrast) << color;
        EXPECT_GE(contrastOf(textColorOn(color), color), readableContrast) << color;
        EXPECT_GE(contrastOf("#111827", tintOf(color)), readableContrast * 2) << color;
    }
    EXPECT_EQ(readableOnWhite("#1d4ed8"), QString("#1d4ed8")) << "what can be read stays";
    const auto paper = papers()[1];
    for (const Choice &layout : office.entity().field("paper_layout")->choices()) {
        look({{"paper_layout", layout.key}, {"paper_accent", "#ffff00"}, {"paper_rows_color", "#1a0033"}});
        const QString yellow = html(paper);
        EXPECT_FALSE(yellow.contains(" color: #ffff00")) << layout.key.toStdString();
        EXPECT_EQ(yellow.contains("bgcolor=\"#ffff00\""), layout.key == u"modern");
        EXPECT_TRUE(yellow.contains("th { text-align: left; color: #ffffff; background-color: #1a0033;"))
            << layout.key.toStdString();
    }
}

TEST_F(PaperLooks, TheLogoIsTheSendersAndElseTheOffices)
{
    const Document second = make("companies", {{"name", "Tulips"}});
    const QByteArray first = png(440, 60, "first"), other = png(30, 120, "other");
    const QString ofOffice = QString::fromLatin1(first.toBase64()), ofSecond = QString::fromLatin1(other.toBase64());
    look({{"logo_id", file(first, "office_settings", office.id())}, {"paper_footer", "Thank <you>\nBye"}});
    Document estimate = fresh("estimates", {{"client_id", client.id()}, {"our_company_id", second.id()}});
    add(estimate, {{"title", "Work"}, {"rate", qint64(10'000)}});
    const Id id = repo->save(estimate).document.id();
    const auto shown = [&](Repository &who) { return paperHtml(who, "estimates", id, {}); };
    EXPECT_TRUE(shown(*repo).contains("<img width=\"220\" height=\"30\""));
    EXPECT_TRUE(shown(*repo).contains(ofOffice));
    EXPECT_TRUE(shown(*repo).contains("Thank &lt;you&gt;<br>Bye"));

    Document company = repo->load("companies", second.id());
    company.set("logo_id", file(other, "companies", second.id()));
    company = repo->save(company).document;
    db.addUser("max", "Manager (all records)");
    const auto max = db.as("max", "secret-1");
    for (const Choice &layout : office.entity().field("paper_layout")->choices()) {
        look({{"paper_layout", layout.key}});
        const QString html = shown(*max);
        EXPECT_TRUE(html.contains(ofSecond) && html.contains("<img width=\"15\" height=\"60\"")) << html.toStdString();
        EXPECT_FALSE(html.contains(ofOffice));
    }
    // Who may read nobody else's files prints without the logo, and is not refused.
    const Id ann = db.addUser("ann", "Staff (own records)");
    Document hers =
        fresh("estimates", {{"client_id", client.id()}, {"our_company_id", second.id()}, {"owner_id", ann}});
    add(hers, {{"title", "Her work"}, {"rate", qint64(10'000)}});
    const QString plain = paperHtml(*db.as("ann", "secret-1"), "estimates", repo->save(hers).document.id(), {});
    EXPECT_TRUE(plain.contains("Her work") && plain.contains("Tulips")) << plain.toStdString();
    EXPECT_FALSE(plain.contains("<img"));
    const QByteArray jpeg = QByteArrayLiteral("\xff\xd8\xff\xe0\0\4ab\xff\xc0\0\x11\x8\0\x1e\0\x3c\3xxxxxxxxx");
    company.set("logo_id", file(jpeg, "companies", second.id()));
    company = repo->save(company).document;
    EXPECT_TRUE(shown(*max).contains("<img width=\"120\" height=\"60\" alt=\"\" src=\"data:image/jpeg;base64,"));
    for (const QByteArray &bad :
         {QByteArray("<svg onload=\"x\"/>"), png(0, 0, "none"), png(9, 9, QByteArray(1 << 20, 'x'))}) {
        company.set("logo_id", file(bad, "companies", second.id()));
        company = repo->save(company).document;
        EXPECT_TRUE(shown(*max).contains(ofOffice)) << "without a logo of its own";
        EXPECT_FALSE(shown(*max).contains("svg"));
    }
    isRight();
}
