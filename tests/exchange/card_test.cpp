// vCards and calendars: what their declaration says, escaped and folded as the standards want it; and who may have
// them.
#include "core/exchange/content_lines.h"
#include "tests/exchange/exchange_fixture.h"

using namespace crm;
using namespace crm::test;

namespace {

/// The lines again as they were before folding; every physical line is looked at.
QStringList unfolded(const QByteArray &bytes)
{
    EXPECT_TRUE(bytes.endsWith("\r\n"));
    QList<QByteArray> lines = bytes.split('\n');
    lines.removeLast();
    QList<QByteArray> whole;
    for (QByteArray line : lines) {
        EXPECT_TRUE(line.endsWith('\r')) << line.constData();
        line.chop(1);
        EXPECT_LE(line.size(), 75) << line.constData();
        EXPECT_FALSE(line.contains('\r'));
        EXPECT_EQ(QString::fromUtf8(line).toUtf8(), line) << "a character was cut: " << line.constData();
        if (line.startsWith(' ') && !whole.isEmpty())
            whole.last() += line.mid(1);
        else
            whole << line;
    }
    QStringList texts;
    for (const QByteArray &line : whole)
        texts << QString::fromUtf8(line);
    return texts;
}

ExportOptions as(ExportOptions::Format format)
{
    ExportOptions o;
    o.format = format;
    return o;
}

const QString yo = QString::fromUtf8("\xD0\x81\xD0\xB6"); // two letters of two bytes
} // namespace

TEST(ContentLines, foldsBetweenCharacters)
{
    for (int ascii = 0; ascii < 8; ++ascii) {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        const QString value =
            QString(ascii, u'a') + yo.repeated(60) + QString::fromUtf8("\xF0\x9F\x98\x80").repeated(40);
        ContentLines lines(out);
        lines.add("NOTE", value);
        lines.finish();
        EXPECT_EQ(unfolded(out.data()), QStringList{QStringLiteral("NOTE:") + value});
    }
}

TEST(ContentLines, escapesTexts)
{
    EXPECT_EQ(ContentLines::escaped("a,b;c\\d\ne\r\nf\rg\x01h"), QString("a\\,b\\;c\\\\d\\ne\\nf\\ngh"));
    EXPECT_EQ(ContentLines::uri(" https://x/?a=1;b,c\r\nBEGIN:VCARD "), QString("https://x/?a=1;b,cBEGIN:VCARD"));
}

using Export = Exchange; // the ring runs these on both engines

TEST_F(Export, contactsLeaveAsCards)
{
    Document client(Record(repo->catalog()->at("clients"), newId()));
    client.set("name", QStringLiteral("Roses; Tulips, Ltd"));
    client.set("address", QStringLiteral("1, Main St"));
    client.set("city", yo);
    client.set("website", QStringLiteral("https://roses.example"));
    repo->save(client);
    Document contact(Record(repo->catalog()->at("contacts"), newId()));
    contact.set("first_name", QStringLiteral("Anna"));
    contact.set("last_name", yo + QStringLiteral("kova"));
    contact.set("client_id", client.id());
    contact.set("phone", QStringLiteral("+7 912 345-67-89"));
    contact.set("phone2", QStringLiteral("555"));
    contact.set("email", QStringLiteral("anna@example.com"));
    contact.set("gender", QStringLiteral("female"));
    contact.set("birth_date", QDate(1985, 4, 12));
    contact.set("note", QStringLiteral("one\ntwo ") + yo.repeated(80));
    repo->save(contact);

    const QStringList person = unfolded(exported(Query("contacts"), as(ExportOptions::VCard)));
    for (const QString &line :
         {QStringLiteral("BEGIN:VCARD"), QStringLiteral("VERSION:4.0"),
          QStringLiteral("UID;VALUE=text:contacts-%1@mycrm").arg(contact.id()),
          QStringLiteral("FN:Anna ") + yo + QStringLiteral("kova"),
          QStringLiteral("N:") + yo + QStringLiteral("kova;Anna;;;"), QStringLiteral("ORG:Roses\\; Tulips\\, Ltd"),
          QStringLiteral("TEL:+7 912 345-67-89"), QStringLiteral("TEL:555"), QStringLiteral("EMAIL:anna@example.com"),
          QStringLiteral("GENDER:F"), QStringLiteral("BDAY:19850412"),
          QStringLiteral("NOTE:one\\ntwo ") + yo.repeated(80), QStringLiteral("END:VCARD")})
        EXPECT_TRUE(person.contains(line)) << qPrintable(line) << "\n" << qPrintable(person.join('\n'));
    EXPECT_TRUE(person.filter("REV:").value(0).endsWith('Z'));

    const QStringList company = unfolded(exported(Query("clients"), as(ExportOptions::VCard)));
    EXPECT_TRUE(company.contains("KIND:org"));
    EXPECT_TRUE(company.contains("FN:Roses\\; Tulips\\, Ltd"));
    EXPECT_TRUE(company.contains(QStringLiteral("ADR:;;1\\, Main St;%1;;;").arg(yo))) << qPrintable(company.join('\n'));
    EXPECT_TRUE(company.contains("URL:https://roses.example"));
    EXPECT_TRUE(company.filter("NOTE").isEmpty());
}

TEST_F(Export, tasksLeaveAsACalendar)
{
    Document first(Record(repo->catalog()->at("tasks"), newId()));
    first.set("title", QStringLiteral("Call, then write"));
    first.set("start_at", QDateTime(QDate(2026, 11, 22), QTime(10, 30), Qt::UTC));
    first.set("deadline", QDateTime(QDate(2026, 11, 23), QTime(18, 0), Qt::UTC));
    repo->save(first);
    Document part(Record(repo->catalog()->at("tasks"), newId()));
    part.set("title", QStringLiteral("A part"));
    part.set("parent_task_id", first.id());
    part.set("start_at", QDateTime(QDate(2026, 11, 22), QTime(10, 30), Qt::UTC));
    part.set("deadline", QDateTime(QDate(2026, 11, 22), QTime(10, 30), Qt::UTC));
    repo->save(part);
    const QStringList lines = unfolded(exported(Query("tasks"), as(ExportOptions::ICalendar)));
    EXPECT_EQ(lines.first(), "BEGIN:VCALENDAR");
    EXPECT_EQ(lines.last(), "END:VCALENDAR");
    EXPECT_EQ(lines.filter("BEGIN:VTODO").size(), 2);
    EXPECT_EQ(lines.filter("DTSTAMP:").size(), 2);
    for (const QString &line :
         {QStringLiteral("VERSION:2.0"), QStringLiteral("SUMMARY:Call\\, then write"),
          QStringLiteral("DTSTART:20261122T103000Z"), QStringLiteral("DUE:20261123T180000Z"),
          QStringLiteral("STATUS:NEEDS-ACTION"), QStringLiteral("RELATED-TO:tasks-%1@mycrm").arg(first.id())})
        EXPECT_TRUE(lines.contains(line)) << qPrintable(line) << "\n" << qPrintable(lines.join('\n'));
    EXPECT_EQ(lines.filter("DTSTART").size(), 1) << "what is due must be so after its start";

    Document own(Record(repo->catalog()->at("todo"), newId()));
    own.set("title", QStringLiteral("Buy tea"));
    own.set("start_date", QDate(2026, 12, 1));
    own.set("done", true);
    repo->save(own);
    const QStringList todo = unfolded(exported(Query("todo"), as(ExportOptions::ICalendar)));
    EXPECT_TRUE(todo.contains("DTSTART;VALUE=DATE:20261201"));
    EXPECT_TRUE(todo.contains("STATUS:COMPLETED"));
}

TEST_F(Export, knowsWhichFormatsFit)
{
    EXPECT_FALSE(exportFormats(repo->catalog()->at("orders")).contains(ExportOptions::VCard));
    EXPECT_THROW(exported(Query("orders"), as(ExportOptions::ICalendar)), Error);
    for (const auto format :
         {ExportOptions::Csv, ExportOptions::Json, ExportOptions::Xlsx, ExportOptions::VCard, ExportOptions::ICalendar})
        EXPECT_EQ(exportFormatBySuffix(exportSuffix(format).toUpper()), format);
    EXPECT_FALSE(exportFormatBySuffix("pdf"));
}

TEST_F(Export, takesOutTheRecordsThatWereChosen)
{
    IdList ids;
    for (int i = 0; i < 700; ++i) {
        Document client(Record(repo->catalog()->at("clients"), newId()));
        client.set("name", QStringLiteral("Client %1").arg(i, 4, 10, QLatin1Char('0')));
        ids.prepend(repo->save(client).document.id());
    }
    ExportOptions o;
    o.only = ids.mid(50, 600);
    Query query("clients");
    query.columns = {"name"};
    const QList<QByteArray> lines = exported(query, o).trimmed().split('\n');
    ASSERT_EQ(lines.size(), 601);
    EXPECT_EQ(lines[1].trimmed(), "Client 0649");
    EXPECT_EQ(lines[600].trimmed(), "Client 0050");
}

/// On every way out, whatever the format: who may not export gets nothing.
TEST_F(Export, isRefusedInEveryFormatWithoutTheRight)
{
    database.addUser("rita", "Staff (own records)");
    const auto rita = database.as("rita", "secret-1");
    for (const auto format : {ExportOptions::Csv, ExportOptions::Json, ExportOptions::Xlsx, ExportOptions::VCard}) {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        try {
            exportRecords(*rita, Query("clients"), out, as(format));
            ADD_FAILURE() << qPrintable(exportSuffix(format));
        } catch (const Error &e) {
            EXPECT_EQ(e.kind(), ErrorKind::Denied) << e.what();
        }
        EXPECT_EQ(out.size(), 0);
    }
}
