// Workbooks: what is written is read back cell by cell; whatever archive comes, reading ends in rows or in a sentence.
#include "core/exchange/import_source.h"
#include "core/exchange/xlsx_reader.h"
#include "core/exchange/xlsx_writer.h"
#include "core/model/error.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/zip_writer.h"
#include <QBuffer>

using namespace crm;

namespace {

QList<XlsxRow> readAll(const QByteArray &bytes, QString *told)
{
    QList<XlsxRow> rows;
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    try {
        XlsxReader reader(buffer);
        const QStringList sheets = reader.sheets();
        fuzz::require(!sheets.isEmpty(), QStringLiteral("a workbook without sheets"), bytes);
        for (const QString &sheet : sheets) {
            reader.openSheet(sheet);
            XlsxRow row;
            qint64 last = 0;
            while (reader.next(row)) {
                fuzz::require(row.number > last, QStringLiteral("rows are in order"), bytes);
                fuzz::require(row.exact.size() == row.cells.size(), QStringLiteral("a cell without its kind"), bytes);
                fuzz::require(!row.cells.isEmpty() || !row.fault.isEmpty(), QStringLiteral("a row of nothing"), bytes);
                last = row.number;
                rows << row;
            }
        }
    } catch (const Error &e) {
        fuzz::require(!e.sentence().isEmpty(), QStringLiteral("an error without a sentence"), bytes);
        fuzz::require(e.kind() == ErrorKind::Validation || e.kind() == ErrorKind::Unsupported,
                      QStringLiteral("an error of the wrong kind: ") + e.sentence(), bytes);
        *told = e.sentence();
    }
    return rows;
}

void roundTrip(fuzz::Chance &chance)
{
    QList<QStringList> table;
    const int columns = 1 + chance.below(5);
    for (int row = 1 + chance.below(6); row > 0; --row) {
        QStringList cells;
        for (int i = 0; i < columns; ++i)
            cells.append(chance.text(12));
        cells.append(QStringLiteral("end"));
        table.append(cells);
    }
    XlsxWriter writer(chance.text(40));
    for (const QStringList &cells : table) {
        for (int i = 0; i < cells.size(); ++i)
            writer.text(i, cells[i]);
        writer.nextRow();
    }
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    writer.finish(out);
    QString told;
    QList<QStringList> read;
    for (const XlsxRow &row : readAll(out.data(), &told))
        read << row.cells;
    fuzz::require(read == table, QStringLiteral("what was written is not what is read: ") + told, out.data());
}

QByteArray anySheet(fuzz::Chance &chance)
{
    static const QStringList pieces = {QStringLiteral("<row>"),
                                       QStringLiteral("</row>"),
                                       QStringLiteral("<row r=\"7\">"),
                                       QStringLiteral("<row r=\"-3\">"),
                                       QStringLiteral("<c>"),
                                       QStringLiteral("</c>"),
                                       QStringLiteral("<c t=\"s\">"),
                                       QStringLiteral("<c r=\"XFD1\">"),
                                       QStringLiteral("<c r=\"A1\" s=\"1\">"),
                                       QStringLiteral("<c t=\"inlineStr\">"),
                                       QStringLiteral("<c t=\"b\"/>"),
                                       QStringLiteral("<v>"),
                                       QStringLiteral("</v>"),
                                       QStringLiteral("<v>0</v>"),
                                       QStringLiteral("<v>45000.5</v>"),
                                       QStringLiteral("<v>-1e400</v>"),
                                       QStringLiteral("<f>A1</f>"),
                                       QStringLiteral("<is><t>"),
                                       QStringLiteral("</t></is>"),
                                       QStringLiteral("_x000D_"),
                                       QStringLiteral("&amp;"),
                                       QStringLiteral("&#1;"),
                                       QStringLiteral("1.5"),
                                       QStringLiteral("<x:c xmlns:x=\"y\">"),
                                       QStringLiteral("text"),
                                       QStringLiteral(" "),
                                       QStringLiteral("<!-- -->")};
    return chance.pieces(pieces, 30).toUtf8();
}

void anyWorkbook(fuzz::Chance &chance)
{
    test::Workbook book;
    const QByteArray good = "<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>45000</v></c></row>";
    book.strings = "<si><t>a</t></si>";
    book.cellFormats = "<xf/><xf numFmtId=\"14\"/>";
    book.formats = "<numFmt numFmtId=\"200\" formatCode=\"" + chance.text(8).toHtmlEscaped().toUtf8() + "\"/>";
    for (int i = 1 + chance.below(2); i > 0; --i)
        book.sheets.append({QStringLiteral("S%1").arg(i), chance.once(3) ? good : anySheet(chance)});
    test::ZipFiles parts = book.parts();
    if (chance.once(2)) {
        auto &[name, content] = parts[chance.below(int(parts.size()))];
        content = chance.spoiled(content);
    }
    if (chance.once(6))
        parts.removeAt(chance.below(int(parts.size())));
    QByteArray bytes = test::zipOf(parts, chance.once(2));
    if (chance.once(3))
        bytes = chance.spoiled(bytes);
    QString told;
    readAll(bytes, &told);
    readAll(QByteArray("PK\x03\x04") + chance.bytes(200), &told);
}

void anyNumber(fuzz::Chance &chance)
{
    static const QStringList pieces = {QStringLiteral("1"),
                                       QStringLiteral("0"),
                                       QStringLiteral("9"),
                                       QStringLiteral("."),
                                       QStringLiteral("-"),
                                       QStringLiteral("E"),
                                       QStringLiteral("99999999999999999"),
                                       QStringLiteral("e-5"),
                                       QStringLiteral(" "),
                                       QStringLiteral("x")};
    const QString text = chance.pieces(pieces, 8);
    const QString digits = plainDigits(text);
    fuzz::require(digits.isEmpty() || plainDigits(digits) == digits, QStringLiteral("not the same twice: ") + digits,
                  text);
    percentDigits(text);
    dateOfSerial(text, chance.once(2));
    elapsedOfSerial(text);
    showOfFormat(chance.text(10));
    const QString any = chance.text(20);
    fuzz::require(unescapedXlsx(escapedXlsx(any)) == any, QStringLiteral("an escape is lost"), any);
}

} // namespace

int main(int argc, char **argv)
{
    return fuzz::run(argc, argv, [](fuzz::Chance &chance) {
        roundTrip(chance);
        anyWorkbook(chance);
        anyNumber(chance);
    });
}
