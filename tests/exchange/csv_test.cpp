#include "core/exchange/csv_reader.h"
#include "core/exchange/csv_writer.h"
#include "core/model/error.h"
#include <QBuffer>
#include <QFile>
#include <gtest/gtest.h>

using namespace crm;

namespace {
struct Parsed
{
    QList<CsvRow> rows;
    TextEncoding encoding;
    QChar separator;
    bool bom;
};

Parsed parse(const QByteArray &bytes, const CsvOptions &options = {})
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(buffer, options);
    Parsed parsed;
    CsvRow row;
    while (reader.next(row))
        parsed.rows << row;
    parsed.encoding = reader.encoding();
    parsed.separator = reader.separator();
    parsed.bom = reader.hasBom();
    return parsed;
}

QString sentenceOf(const QByteArray &bytes, const CsvOptions &options = {})
{
    try {
        parse(bytes, options);
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Validation);
        return e.sentence();
    }
    ADD_FAILURE() << "nothing was refused";
    return {};
}

const QString russian =
    QString::fromUtf8("\xD0\x96\xD1\x91\xD0\xBB\xD1\x82\xD1\x8B\xD0\xB9 \xD0\xB4\xD0\xBE\xD0\xBC"); // two words

QByteArray eightBit(const QString &text, const char *upperLower)
{
    // Only what the tests need: A..ya and yo in windows-1251 or IBM866.
    const bool dos = qstrcmp(upperLower, "866") == 0;
    QByteArray out;
    for (QChar c : text) {
        const int u = c.unicode();
        if (u < 0x80)
            out += char(u);
        else if (u == 0x451)
            out += char(dos ? 0xF1 : 0xB8);
        else if (dos)
            out += char(u < 0x440 ? u - 0x410 + 0x80 : u - 0x440 + 0xE0);
        else
            out += char(u - 0x410 + 0xC0);
    }
    return out;
}

/// A device that makes its bytes as they are read, to be larger than memory.
class Endless : public QIODevice
{
public:
    Endless(QByteArray head, QByteArray body, qint64 size)
        : m_head(std::move(head))
        , m_body(std::move(body))
        , m_size(size)
    {
        open(ReadOnly | Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_done >= m_size; }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        const qint64 n = std::min(most, m_size - m_done);
        for (qint64 i = 0; i < n;) {
            const QByteArray &from = m_done + i < m_head.size() ? m_head : m_body;
            const qint64 start = m_done + i < m_head.size() ? m_done + i : (m_done + i - m_head.size()) % m_body.size();
            const qint64 part = std::min<qint64>(n - i, from.size() - start);
            memcpy(data + i, from.constData() + start, size_t(part));
            i += part;
        }
        m_done += n;
        return n;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_head, m_body;
    qint64 m_size, m_done = 0;
};

qint64 peakMemoryKb()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}
} // namespace

TEST(Csv, readsPlainRows)
{
    const Parsed p = parse("a,b,c\n1,2,3\r\n4,,6\r7,8,9");
    ASSERT_EQ(p.rows.size(), 4);
    EXPECT_EQ(p.rows[0].cells, QStringList({"a", "b", "c"}));
    EXPECT_EQ(p.rows[2].cells, QStringList({"4", "", "6"}));
    EXPECT_EQ(p.rows[3].cells, QStringList({"7", "8", "9"}));
    EXPECT_EQ(p.rows[3].line, 4);
    EXPECT_EQ(p.separator, u',');
    EXPECT_EQ(p.encoding, TextEncoding::Utf8);
}

TEST(Csv, readsQuotesAndLineBreaksInThem)
{
    const Parsed p =
        parse("name,note\r\n\"O\"\"Hara, Ltd\",\"first\r\nsecond\"\r\nx, \"y\" \r\n5\" pipe,z\r\n\"\",\r\n");
    ASSERT_EQ(p.rows.size(), 5);
    EXPECT_EQ(p.rows[1].cells, QStringList({"O\"Hara, Ltd", "first\r\nsecond"}));
    EXPECT_EQ(p.rows[2].line, 4) << "a line break inside a value counts";
    EXPECT_EQ(p.rows[2].cells, QStringList({"x", "y"}));
    EXPECT_EQ(p.rows[3].cells, QStringList({"5\" pipe", "z"})) << "a quote inside an unquoted value is a character";
    EXPECT_EQ(p.rows[4].cells, QStringList({"", ""}));
}

TEST(Csv, trimsUnquotedValuesOnly)
{
    const Parsed p = parse("a,b\n  x  ,\"  y  \"\n");
    EXPECT_EQ(p.rows[1].cells, QStringList({"x", "  y  "}));
}

TEST(Csv, skipsBlankLinesButNotQuotedEmptyValues)
{
    const Parsed p = parse("a\n\n   \n\"\"\n\nb");
    ASSERT_EQ(p.rows.size(), 3);
    EXPECT_EQ(p.rows[1].line, 4);
    EXPECT_EQ(p.rows[2].line, 6);
}

TEST(Csv, refusesOneRowForAQuoteInsideQuotes)
{
    const Parsed p = parse("a,b\n\"He said \"hi\" to me\",2\n3,4\n");
    ASSERT_EQ(p.rows.size(), 3);
    EXPECT_TRUE(p.rows[1].fault.contains("line 2")) << qPrintable(p.rows[1].fault);
    EXPECT_TRUE(p.rows[2].fault.isEmpty());
    EXPECT_EQ(p.rows[2].cells, QStringList({"3", "4"}));
}

TEST(Csv, findsTheSeparator)
{
    EXPECT_EQ(parse("a;b;c\n1,5;2,5;x\n").separator, u';');
    EXPECT_EQ(parse("a\tb\n1,2\t3\n").separator, u'\t');
    EXPECT_EQ(parse("a|b|c\n1|2|3\n").separator, u'|');
    EXPECT_EQ(parse("name\nx; y\nz\n").separator, u',');
    EXPECT_EQ(parse("\"a;b\",c\n\"1;2;3\",4\n").separator, u',') << "what is quoted does not count";
    const Parsed announced = parse("sep=|\r\na|b\r\n1|2\r\n");
    EXPECT_EQ(announced.separator, u'|');
    EXPECT_EQ(announced.rows[0].cells, QStringList({"a", "b"}));
    EXPECT_EQ(announced.rows[0].line, 2);
    EXPECT_EQ(parse("a;b\n", {.separator = u','}).rows[0].cells, QStringList({"a;b"}));
}

TEST(Csv, findsTheEncoding)
{
    const QString text = QStringLiteral("name,city\n%1,%1\n").arg(russian);
    const auto check = [&](const QByteArray &bytes, TextEncoding expected, bool bom) {
        SCOPED_TRACE(qPrintable(encodingName(expected)));
        const Parsed p = parse(bytes);
        EXPECT_EQ(p.encoding, expected);
        EXPECT_EQ(p.bom, bom);
        ASSERT_EQ(p.rows.size(), 2);
        EXPECT_EQ(p.rows[0].cells, QStringList({"name", "city"}));
        EXPECT_EQ(p.rows[1].cells, QStringList({russian, russian}));
    };
    QByteArray little, big;
    for (QChar c : text) {
        little += char(c.cell());
        little += char(c.row());
        big += char(c.row());
        big += char(c.cell());
    }
    check(text.toUtf8(), TextEncoding::Utf8, false);
    check("\xEF\xBB\xBF" + text.toUtf8(), TextEncoding::Utf8, true);
    check(little, TextEncoding::Utf16LE, false);
    check("\xFF\xFE" + little, TextEncoding::Utf16LE, true);
    check(big, TextEncoding::Utf16BE, false);
    check("\xFE\xFF" + big, TextEncoding::Utf16BE, true);
    check(eightBit(text, "1251"), TextEncoding::Windows1251, false);
    check(eightBit(text, "866"), TextEncoding::Ibm866, false);
}

TEST(Csv, tellsWesternFromCyrillic)
{
    const Parsed p = parse("name\nLule\xE5\nConstituci\xF3n\nCaf\xE9\n");
    EXPECT_EQ(p.encoding, TextEncoding::Windows1252);
    EXPECT_EQ(p.rows[1].cells.first(), QString::fromUtf8("Lule\xC3\xA5"));
}

TEST(Csv, decidesTheEncodingWhereTheFirstLetterStands)
{
    QByteArray ascii = "name\n";
    while (ascii.size() < 300'000)
        ascii += "plain text\n";
    EXPECT_EQ(parse(ascii + eightBit(russian, "1251") + "\n").rows.last().cells.first(), russian);
    EXPECT_EQ(parse(ascii + russian.toUtf8() + "\n").rows.last().cells.first(), russian);
}

TEST(Csv, keepsCharactersWholeAtTheEndsOfPieces)
{
    for (int shift = 0; shift < 4; ++shift) {
        QByteArray bytes(shift, 'x');
        const QByteArray emoji = "\xF0\x9F\x98\x80";
        while (bytes.size() < 200'000)
            bytes += emoji;
        EXPECT_EQ(parse(bytes).rows.first().cells.first(), QString::fromUtf8(bytes)) << shift;
    }
}

TEST(Csv, namesTheLineOfWrongBytes)
{
    QByteArray bytes = russian.toUtf8() + "\n" + russian.toUtf8() +
                       "\nab\xFF"
                       "c\n";
    EXPECT_TRUE(sentenceOf(bytes).startsWith("Line 3: ")) << qPrintable(sentenceOf(bytes));
    EXPECT_TRUE(sentenceOf("a\nb\n\xD0\xD0\xD0\xD0\n", {.encoding = TextEncoding::Utf8}).startsWith("Line 3: "));
    EXPECT_TRUE(sentenceOf("\xCF\xF0\n\xE8\x98\n", {.encoding = TextEncoding::Windows1251}).startsWith("Line 2: "));
}

TEST(Csv, refusesWhatIsNoText)
{
    for (const QByteArray &bytes : {QByteArray("PK\x03\x04rest"), QByteArray("SQLite format 3\0xx", 18),
                                    QByteArray("\x89PNG\0\0\0\0", 8), QByteArray("\xFF\xFE\0\0a\0\0\0", 8)}) {
        try {
            parse(bytes);
            ADD_FAILURE() << bytes.constData();
        } catch (const Error &e) {
            EXPECT_EQ(e.kind(), ErrorKind::Unsupported);
            EXPECT_FALSE(e.sentence().isEmpty());
        }
    }
}

TEST(Csv, namesTheLineWhereAnUnclosedQuoteBegan)
{
    const QString sentence = sentenceOf("a,b\n1,2\n3,\"open\nmore\nmore\n");
    EXPECT_TRUE(sentence.startsWith("Line 3: ")) << qPrintable(sentence);
}

TEST(Csv, emptyAndOneLineFiles)
{
    EXPECT_TRUE(parse("").rows.isEmpty());
    EXPECT_TRUE(parse("\xEF\xBB\xBF").rows.isEmpty());
    EXPECT_TRUE(parse("\r\n\r\n").rows.isEmpty());
    EXPECT_EQ(parse("a,b").rows.size(), 1);
    EXPECT_EQ(parse("a,\"b\"").rows.first().cells, QStringList({"a", "b"}));
    EXPECT_EQ(parse("a,").rows.first().cells, QStringList({"a", ""}));
}

TEST(Csv, refusesAGigabyteLineInConstantMemory)
{
    const qint64 before = peakMemoryKb();
    for (const QByteArray &head : {QByteArray("a,b\n"), QByteArray("a,b\n1,\"")}) {
        Endless device(head, QByteArray(1 << 20, 'x'), qint64(1) << 30);
        CsvReader reader(device);
        CsvRow row;
        ASSERT_TRUE(reader.next(row));
        try {
            reader.next(row);
            ADD_FAILURE();
        } catch (const Error &e) {
            EXPECT_TRUE(e.sentence().startsWith("Line 2: ")) << e.what();
        }
        EXPECT_LT(reader.bytesRead(), 20'000'000) << "it must not read to the end first";
    }
    Endless commas("a,b\n", QByteArray(1 << 20, ','), qint64(1) << 30);
    CsvReader reader(commas);
    CsvRow row;
    ASSERT_TRUE(reader.next(row));
    EXPECT_THROW(reader.next(row), Error);
    EXPECT_LT(peakMemoryKb() - before, 100'000);
}

TEST(Csv, readsTenMillionRowsInConstantMemory)
{
    const qint64 before = peakMemoryKb();
    const QByteArray line = "12,ab,\"c,\",\n";
    Endless device("a,b,c,d\n", line, 8 + line.size() * qint64(10'000'000));
    CsvReader reader(device);
    CsvRow row;
    qint64 rows = 0;
    while (reader.next(row))
        rows += row.cells.size() == 4;
    EXPECT_EQ(rows, 10'000'001);
    EXPECT_EQ(row.line, 10'000'001);
#ifdef __SANITIZE_ADDRESS__
    const qint64 quarantine = 400'000; // the sanitizer keeps freed memory for a while, 256 MB and what goes with it
#else
    const qint64 quarantine = 0;
#endif
    EXPECT_LT(peakMemoryKb() - before, 50'000 + quarantine);
}

TEST(Csv, writesWhatItReads)
{
    const QStringList values = {"plain",
                                "",
                                " spaces ",
                                "comma, quote \" both",
                                "line\nbreak",
                                "cr\r\nlf",
                                "\ttab",
                                "=cmd()",
                                "'=cmd()",
                                "''+7",
                                "-5",
                                "@x",
                                "'quoted'",
                                russian,
                                QString::fromUtf8("\xF0\x9F\x98\x80 \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D"),
                                "\"",
                                "a|b;c"};
    QStringList safe;
    for (const QString &v : values)
        safe << spreadsheetSafe(v);
    for (QChar separator : {u',', u';', u'\t'}) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        CsvWriter writer(buffer, {.separator = separator, .bom = separator == u';'});
        writer.row(safe);
        writer.row({QString()});
        writer.finish();
        const Parsed p = parse(buffer.data(), {.separator = separator});
        ASSERT_EQ(p.rows.size(), 2);
        QStringList back;
        for (const QString &v : p.rows.first().cells)
            back << withoutApostrophe(v);
        EXPECT_EQ(back, values);
        EXPECT_EQ(p.rows.last().cells, QStringList({QString()}));
        EXPECT_FALSE(buffer.data().contains("\n=")) << "no cell may start with a formula";
    }
}

TEST(Csv, aTextThatStartsLikeAFormulaGetsAnApostrophe)
{
    for (const char *formula : {"=1+1", "+1", "-1", "@sum", "\t=1", "\r=1"})
        EXPECT_EQ(spreadsheetSafe(formula), QStringLiteral("'") + formula);
    EXPECT_EQ(spreadsheetSafe("O'Hara"), "O'Hara");
    EXPECT_EQ(withoutApostrophe("'tis"), "'tis");
}

TEST(Csv, tellsAFullDisk)
{
    QFile full(QStringLiteral("/dev/full"));
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        GTEST_SKIP() << "no /dev/full here";
    CsvWriter writer(full);
    writer.row({"a", "b"});
    EXPECT_THROW(writer.finish(), Error);
}
