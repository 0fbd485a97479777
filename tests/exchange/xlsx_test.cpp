// Workbooks: what other programs write is read as they mean it, what is wrong is refused in words, what is exported
// comes back unchanged.
#include "core/exchange/import_sample.h"
#include "core/exchange/xlsx_reader.h"
#include "core/exchange/xlsx_writer.h"
#include "tests/exchange/exchange_fixture.h"
#include "tests/support/zip_writer.h"

using namespace crm;
using namespace crm::test;

namespace {

QList<XlsxRow> rowsOf(const QByteArray &bytes, const QString &sheet = {})
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    XlsxReader reader(buffer);
    reader.openSheet(sheet.isEmpty() ? reader.sheets().first() : sheet);
    QList<XlsxRow> rows;
    XlsxRow row;
    while (reader.next(row))
        rows << row;
    return rows;
}

QStringList cellsOf(const QByteArray &row, Workbook book = {})
{
    book.sheets = {{QStringLiteral("S"), row}};
    const QList<XlsxRow> rows = rowsOf(book.bytes());
    EXPECT_EQ(rows.size(), 1);
    EXPECT_TRUE(rows.isEmpty() || rows.first().fault.isEmpty()) << qPrintable(rows.first().fault);
    return rows.isEmpty() ? QStringList() : rows.first().cells;
}

QString refusalOf(const QByteArray &bytes, ErrorKind kind = ErrorKind::Unsupported)
{
    try {
        rowsOf(bytes);
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), kind) << e.what();
        return e.sentence();
    }
    return {};
}

/// Only what the writer makes of it.
QByteArray written(const std::function<void(XlsxWriter &)> &fill)
{
    XlsxWriter writer(QStringLiteral("S"));
    fill(writer);
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    writer.finish(out);
    return out.data();
}

} // namespace

TEST(XlsxReader, readsWhatCellsSay)
{
    Workbook book;
    book.strings = "<si><t>plain</t></si><si><r><t>rich</t></r><r><t xml:space=\"preserve\"> text</t></r>"
                   "<rPh sb=\"0\" eb=\"1\"><t>hint</t></rPh></si>";
    book.cellFormats =
        "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"10\"/><xf numFmtId=\"46\"/>";
    const QStringList cells =
        cellsOf("<row r=\"3\"><c r=\"A3\" t=\"s\"><v>0</v></c><c r=\"B3\" t=\"s\"><v>1</v></c>"
                "<c r=\"D3\" t=\"inlineStr\"><is><t>in line</t></is></c><c r=\"E3\" t=\"b\"><v>1</v></c>"
                "<c r=\"F3\" s=\"1\"><v>45000</v></c><c r=\"G3\" s=\"2\"><v>45000.5</v></c>"
                "<c r=\"H3\" s=\"3\"><v>0.205</v></c><c r=\"I3\" s=\"4\"><v>1.5</v></c>"
                "<c r=\"J3\"><f>A1*2</f><v>84</v></c><c r=\"K3\" t=\"str\"><f>x</f><v>done</v></c>"
                "<c t=\"e\"><v>#N/A</v></c></row>",
                book);
    EXPECT_EQ(cells, QStringList({"plain", "rich text", "", "in line", "yes", "2023-03-15", "2023-03-15T12:00:00",
                                  "20.5%", "36:00:00", "84", "done", "#N/A"}));
}

TEST(XlsxReader, keepsTheDigitsOfNumbers)
{
    const auto cell = [](const char *number) {
        return cellsOf("<row><c><v>" + QByteArray(number) + "</v></c></row>").value(0);
    };
    EXPECT_EQ(cell("1234.5"), QString("1234.5"));
    EXPECT_EQ(cell("0.30000000000000004"), QString("0.3")); // 0.1 + 0.2, as spreadsheets show it
    EXPECT_EQ(cell("1234567.8899999999"), QString("1234567.89"));
    EXPECT_EQ(cell("1.2E+3"), QString("1200"));
    EXPECT_EQ(cell("-1.5E-3"), QString("-0.0015"));
    EXPECT_EQ(cell("7.9123456789E10"), QString("79123456789"));
    EXPECT_EQ(cell("123456789012345678"), QString("123456789012345678")); // an id that somebody wrote as a number
    EXPECT_EQ(cell("9.9999999999999995E-1"), QString("1"));
    EXPECT_EQ(cell("007"), QString("7"));
    EXPECT_EQ(cell("-0"), QString("0"));
}

TEST(XlsxReader, knowsDatesByTheirFormat)
{
    EXPECT_EQ(showOfFormat("yyyy\\-mm\\-dd"), XlsxShow::Date);
    EXPECT_EQ(showOfFormat("dd.mm.yyyy hh:mm:ss.000"), XlsxShow::Date);
    EXPECT_EQ(showOfFormat("[$-419]d mmmm yyyy;@"), XlsxShow::Date);
    EXPECT_EQ(showOfFormat("mmm\"-\"yy"), XlsxShow::Date);
    EXPECT_EQ(showOfFormat("h:mm AM/PM"), XlsxShow::Time);
    EXPECT_EQ(showOfFormat("mm:ss.0"), XlsxShow::Time);
    EXPECT_EQ(showOfFormat("[h]:mm:ss"), XlsxShow::Elapsed);
    EXPECT_EQ(showOfFormat("#,##0.00\" days\""), XlsxShow::Number); // the letters are only printed
    EXPECT_EQ(showOfFormat("[Red]0.00;[Blue]-0.00"), XlsxShow::Number);
    EXPECT_EQ(showOfFormat("0.00%"), XlsxShow::Percent);
    EXPECT_EQ(showOfFormat("General"), XlsxShow::Number);
    EXPECT_EQ(showOfFormat("\"open"), XlsxShow::Number);
    EXPECT_EQ(dateOfSerial("1", false), QString("1900-01-01"));
    EXPECT_EQ(dateOfSerial("59", false), QString("1900-02-28"));
    EXPECT_EQ(dateOfSerial("61", false), QString("1900-03-01"));
    EXPECT_EQ(dateOfSerial("0", true), QString("1904-01-01"));
    EXPECT_EQ(dateOfSerial("45000.999999999", false), QString("2023-03-16")); // rounded to milliseconds
    EXPECT_EQ(dateOfSerial("-1", false), QString());
}

TEST(XlsxReader, readsDatesSince1904)
{
    Workbook book;
    book.properties = "<workbookPr date1904=\"1\"/>";
    book.cellFormats = "<xf numFmtId=\"14\"/>";
    EXPECT_EQ(cellsOf("<row><c s=\"0\"><v>43538</v></c></row>", book), QStringList{"2023-03-15"});
}

TEST(XlsxReader, offersItsSheets)
{
    Workbook book;
    book.sheets = {{QStringLiteral("Hidden"), {}},
                   {QStringLiteral("First"), "<row><c t=\"inlineStr\"><is><t>a</t></is></c></row>"},
                   {QStringLiteral("Second"), "<row><c t=\"inlineStr\"><is><t>b</t></is></c></row>"}};
    book.sheetState = "state=\"hidden\"";
    QBuffer buffer;
    buffer.setData(book.bytes());
    buffer.open(QIODevice::ReadOnly);
    ImportSample sample = sampleOf(buffer, {});
    EXPECT_EQ(sample.sheets, QStringList({"First", "Second"}));
    EXPECT_EQ(sample.headers, QStringList{"a"});
    EXPECT_EQ(sample.format, SourceOptions::Xlsx);
    SourceOptions other;
    other.sheet = "Second";
    EXPECT_EQ(sampleOf(buffer, other).headers, QStringList{"b"});
    other.sheet = "Third";
    EXPECT_THROW(sampleOf(buffer, other), Error);
    EXPECT_EQ(rowsOf(book.bytes(), QStringLiteral("Second")).size(), 1);
}

TEST(XlsxReader, saysWhatItDoesNotRead)
{
    EXPECT_TRUE(refusalOf("PK\x03\x04 and nothing behind it").contains("damaged"));
    EXPECT_TRUE(refusalOf(zipOf({{QStringLiteral("readme.txt"), "x"}})).contains("no workbook"));
    EXPECT_TRUE(refusalOf(zipOf({{QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.spreadsheet"}}))
                    .contains("OpenDocument"));
    Workbook book;
    book.sheets = {{QStringLiteral("S"), "<row><c><v>1</v></c></row>"}};
    EXPECT_TRUE(refusalOf(zipOf(book.parts(), false, 1)).contains("password"));
    ZipFiles parts = book.parts();
    for (auto &[name, content] : parts) {
        if (name.endsWith("sheet1.xml"))
            content.truncate(content.size() - 30);
    }
    EXPECT_TRUE(refusalOf(zipOf(parts, true)).contains("damaged"));
    QByteArray cut = book.bytes();
    EXPECT_FALSE(refusalOf(cut.left(cut.size() / 2)).isEmpty());
    // An XML that declares what it is made of could grow without end.
    parts = book.parts();
    for (auto &[name, content] : parts) {
        if (name.endsWith("sheet1.xml"))
            content.replace("<worksheet", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet");
    }
    EXPECT_TRUE(refusalOf(zipOf(parts)).contains("damaged"));
    QBuffer old;
    old.setData(QByteArray("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + QByteArray(600, '\0'));
    old.open(QIODevice::ReadOnly);
    try {
        sampleOf(old, {});
        ADD_FAILURE() << "an old workbook was read";
    } catch (const Error &e) {
        EXPECT_TRUE(e.sentence().contains("password")) << e.what();
    }
}

TEST(XlsxReader, doesNotUnpackWhatHasNoEnd)
{
    Workbook book;
    book.sheets = {
        {QStringLiteral("S"), "<row><c t=\"inlineStr\"><is><t>" + QByteArray(34 << 20, 'a') + "</t></is></c></row>"}};
    const QByteArray bomb = book.bytes();
    ASSERT_LT(bomb.size(), 1 << 20);
    EXPECT_FALSE(refusalOf(bomb).isEmpty());
    // As many short cells: the sheet is read row by row, and ends where it unpacks to too much.
    QByteArray rows;
    for (int i = 0; i < 10; ++i)
        rows += "<row><c t=\"inlineStr\"><is><t>" + QByteArray(100'000, ' ') + "</t></is></c></row>";
    book.sheets = {{QStringLiteral("S"), rows.repeated(68)}};
    EXPECT_TRUE(refusalOf(book.bytes()).contains("far more"));
}

TEST(XlsxReader, refusesRowsThatCannotBeUsed)
{
    Workbook book;
    book.sheets = {{QStringLiteral("S"),
                    "<row r=\"5\"><c r=\"A5\"><f>NOW()</f></c></row><row><c t=\"s\"><v>7</v></c></row>"
                    "<row><c><v>x1</v></c></row>"}};
    const QList<XlsxRow> rows = rowsOf(book.bytes());
    ASSERT_EQ(rows.size(), 3);
    EXPECT_TRUE(rows[0].fault.contains("A5") && rows[0].fault.contains("formula")) << qPrintable(rows[0].fault);
    EXPECT_EQ(rows[1].number, 6);
    EXPECT_FALSE(rows[1].fault.isEmpty());
    EXPECT_FALSE(rows[2].fault.isEmpty());
}

TEST(XlsxWriter, writesTextsThatAreNeverFormulas)
{
    const QStringList texts = {"=1+1",
                               "+7",
                               "-x",
                               "@SUM(A1)",
                               "'=a",
                               "tab\there",
                               "line\nbreak\r\nand more",
                               "_x000D_",
                               "\x01",
                               " spaces around ",
                               "<&>\"'",
                               QString::fromUtf8("\xF0\x9F\x98\x80")};
    const QByteArray bytes = written([&](XlsxWriter &book) {
        for (int i = 0; i < texts.size(); ++i)
            book.text(i, texts[i]);
    });
    const QList<XlsxRow> rows = rowsOf(bytes);
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows.first().cells, texts);
    EXPECT_FALSE(rows.first().exact.contains(true));
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    ZipReader zip(buffer);
    EXPECT_FALSE(zip.read(QStringLiteral("xl/worksheets/sheet1.xml"), 1 << 20).contains("<f>"));
}

TEST(XlsxWriter, writesAmountsExactly)
{
    const QStringList numbers = {"1234567890123.45",
                                 "0.1",
                                 "-0.07",
                                 "92233720368547758.07",
                                 "-92233720368547758.08",
                                 "123456789012345",
                                 "1234567890123456",
                                 "0.000000000001",
                                 "0",
                                 "9007199254740.99"};
    const QList<XlsxRow> rows = rowsOf(written([&](XlsxWriter &book) {
        for (int i = 0; i < numbers.size(); ++i)
            book.number(i, numbers[i], 2);
        book.percent(int(numbers.size()), "20.5", 2);
        book.percent(int(numbers.size()) + 1, "0.01", 2);
        book.duration(int(numbers.size()) + 2, 93'784);
    }));
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows.first().cells, numbers + QStringList({"20.5%", "0.01%", "26:03:04"}));
}

TEST(XlsxWriter, refusesWhatACellCannotHold)
{
    XlsxWriter book(QStringLiteral("S"));
    book.text(0, QString(XlsxWriter::mostText, u'a'));
    book.nextRow();
    try {
        book.text(27, QString(XlsxWriter::mostText + 1, u'a'));
        ADD_FAILURE() << "it was cut";
    } catch (const Error &e) {
        EXPECT_TRUE(e.sentence().contains("AB") && e.sentence().contains('2')) << e.what();
    }
}

using Import = Exchange; // the ring runs these on both engines

TEST_F(Import, takesAWorkbookOfAnotherProgram)
{
    Workbook book;
    book.strings = "<si><t>Name</t></si><si><t>Phone</t></si><si><t>Roses</t></si><si><t>'=1+1</t></si>";
    book.sheets = {{QStringLiteral("S"), "<row r=\"2\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
                                         "<row r=\"4\"><c t=\"s\"><v>2</v></c><c><v>7.9123456789E10</v></c></row>"
                                         "<row r=\"5\"><c t=\"s\"><v>3</v></c></row>"}};
    const ImportReport report = run(book.bytes(), options("clients"));
    EXPECT_EQ(report.inserted, 2);
    EXPECT_EQ(find("clients", "name", "Roses").head().text("phone"), QString("79123456789"));
    EXPECT_EQ(find("clients", "name", "'=1+1").head().text("name"),
              QString("'=1+1")); // a workbook needs no apostrophes
    EXPECT_TRUE(report.source.contains("XLSX")) << qPrintable(report.source);
}

TEST_F(Import, readsNumbersOfAWorkbookInOneWayOnly)
{
    // In German 1.234 typed as text would be a thousand; as a number it is what it is.
    Workbook book;
    book.strings =
        "<si><t>name</t></si><si><t>budget</t></si><si><t>A</t></si><si><t>B</t></si><si><t>1.234,50</t></si>";
    book.sheets = {{QStringLiteral("S"), "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
                                         "<row><c t=\"s\"><v>2</v></c><c><v>1234.25</v></c></row>"
                                         "<row><c t=\"s\"><v>3</v></c><c t=\"s\"><v>4</v></c></row>"}};
    ImportOptions o = options("leads");
    o.locale = QLocale(QLocale::German, QLocale::Germany);
    EXPECT_EQ(run(book.bytes(), o).inserted, 2);
    EXPECT_EQ(find("leads", "name", "A").value("budget"), QVariant(qint64(123425)));
    EXPECT_EQ(find("leads", "name", "B").value("budget"), QVariant(qint64(123450)));
}
