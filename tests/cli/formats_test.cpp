// mycrmctl with workbooks, cards and calendars.
#include "tests/cli/cli_fixture.h"
#include "tests/support/zip_writer.h"

using namespace crm::test;

using Verbs = Cli; // the ring runs these on both engines

TEST_F(Verbs, exportWritesWorkbooksCardsAndCalendars)
{
    init();
    ASSERT_EQ(run({"create", "clients", "name==1+1", "city=Omsk"}).code, 0);
    ASSERT_EQ(run({"create", "tasks", "title=Call"}).code, 0);
    const QString book = folder.filePath("clients.xlsx");
    EXPECT_EQ(run({"export", "clients", book, "--json"}).json()["rows"].toInt(), 1);
    EXPECT_TRUE(read(book).startsWith("PK\x03\x04"));
    EXPECT_EQ(run({"import", "clients", book, "--json"}).json()["unchanged"].toInt(), 1);
    EXPECT_EQ(run({"export", "clients", "-", "--format", "xlsx"}).out.left(4), QByteArray("PK\x03\x04"));
    const QString cards = folder.filePath("clients.vcf");
    EXPECT_EQ(run({"export", "clients", cards}).code, 0);
    EXPECT_TRUE(read(cards).contains("FN:=1+1\r\n"));
    EXPECT_TRUE(run({"export", "tasks", "-", "--format", "ics"}).out.startsWith("BEGIN:VCALENDAR\r\n"));
    EXPECT_EQ(run({"export", "tasks", "-", "--format", "vcf", "--json"}).code, 2) << "a task is no address";
    EXPECT_EQ(run({"export", "tasks", "-", "--format", "pdf", "--json"}).code, 1);
    // What fails half-way leaves what was there.
    file("tasks.vcf", "old");
    EXPECT_NE(run({"export", "tasks", folder.filePath("tasks.vcf")}).code, 0);
    EXPECT_EQ(read(folder.filePath("tasks.vcf")), "old");
}

TEST_F(Verbs, importReadsASheetOfAWorkbook)
{
    init();
    Workbook book;
    book.strings = "<si><t>Name</t></si><si><t>Roses</t></si>";
    book.sheets = {{"Notes", "<row><c><v>1</v></c></row>"},
                   {"Data", "<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row>"}};
    const QString path = file("book.xlsx", book.bytes());
    EXPECT_EQ(run({"import", "clients", path, "--sheet", "Data", "--json"}).json()["inserted"].toInt(), 1);
    const Ran missing = run({"import", "clients", path, "--sheet", "Nowhere", "--json"});
    EXPECT_EQ(missing.code, 4);
    EXPECT_TRUE(missing.error()["sentence"].toString().contains("Data"));
    EXPECT_EQ(run({"import", "clients", file("broken.xlsx", "PK\x03\x04"), "--json"}).code,
              run({"import", "clients", file("other.pdf", "%PDF-1.7"), "--json"}).code);
}

TEST_F(Verbs, printWritesAnEInvoiceOrSaysWhatItLacks)
{
    init();
    ASSERT_EQ(run({"create", "clients", "name=Roses", "country=Deutschland"}).code, 0);
    ASSERT_EQ(run({"create", "invoices", "client_id=Roses", "reference=PO 7", "status=issued", "--line",
                   "title=Work,rate=100"})
                  .code,
              0);
    const QString path = folder.filePath("invoice.xml");
    const QStringList print{"print", "invoices", "INV-0001", "--as", "e-invoice", "--to", path};
    const Ran lacks = run(print + QStringList{"--json"});
    EXPECT_NE(lacks.code, 0);
    EXPECT_TRUE(lacks.error()["sentence"].toString().contains("the client's electronic address (on the client)"));
    EXPECT_FALSE(QFile::exists(path)) << "no file at all rather than half of one";
    ASSERT_EQ(run({"set", "clients", "Roses", "e_address=0088:4012345000009"}).code, 0);
    ASSERT_EQ(run({"create", "office_settings", "name=Office", "tax_number=DE123456789", "country_code=de",
                   "e_address=9930:DE123456789", "exemption_reason=Section 19"})
                  .code,
              0);
    EXPECT_EQ(run(print).code, 0);
    EXPECT_TRUE(read(path).contains("<cbc:PayableAmount currencyID="));
}
