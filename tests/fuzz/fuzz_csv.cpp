// CSV: what is written is read back cell by cell; whatever bytes come, reading ends in rows or in a sentence, however
// the device cuts the bytes into pieces.
#include "core/exchange/csv_reader.h"
#include "core/exchange/csv_writer.h"
#include "core/model/error.h"
#include "tests/fuzz/fuzz.h"
#include <QBuffer>
#include <QRegularExpression>

using namespace crm;

namespace {

/// Gives a few bytes at a time, as pipes and networks do.
class Dripping : public QIODevice
{
public:
    Dripping(const QByteArray &bytes, fuzz::Chance chance)
        : m_bytes(bytes)
        , m_chance(chance)
    {
        open(ReadOnly | Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at >= m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 most) override
    {
        if (atEnd())
            return -1;
        const qint64 n = qMin(qMin(most, qint64(m_bytes.size() - m_at)), qint64(1 + m_chance.below(5)));
        std::copy_n(m_bytes.constData() + m_at, n, data);
        m_at += n;
        return n;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    fuzz::Chance m_chance;
    qint64 m_at = 0;
};

/// Everything a reader made of a device, in one text.
struct Read
{
    QList<QStringList> rows;
    QString told; ///< lines, faults and the error, for comparing
};

Read readAll(QIODevice &device, const CsvOptions &options, const QByteArray &bytes)
{
    Read result;
    const qint64 lines = 1 + bytes.count('\n') + bytes.count('\r');
    try {
        CsvReader reader(device, options);
        CsvRow row;
        qint64 last = 0;
        while (reader.next(row)) {
            fuzz::require(row.line > last && row.line <= lines, QStringLiteral("rows are in order and within the file"),
                          bytes);
            fuzz::require(!row.cells.isEmpty() || !row.fault.isEmpty(), QStringLiteral("a row without cells"), bytes);
            last = row.line;
            result.rows.append(row.cells);
            result.told += QStringLiteral("%1 %2\n").arg(row.line).arg(row.fault);
        }
        fuzz::require(reader.bytesRead() <= bytes.size(), QStringLiteral("more read than there is"), bytes);
    } catch (const Error &e) {
        fuzz::require(!e.sentence().isEmpty(), QStringLiteral("an error without a sentence"), bytes);
        fuzz::require(e.kind() == ErrorKind::Validation || e.kind() == ErrorKind::Unsupported,
                      QStringLiteral("an error of the wrong kind: ") + e.sentence(), bytes);
        static const QRegularExpression place(QStringLiteral("[Ll]ine \\d"));
        fuzz::require(e.kind() == ErrorKind::Unsupported || place.match(e.sentence()).hasMatch(),
                      QStringLiteral("an error that does not name the line: ") + e.sentence(), bytes);
        result.told += e.sentence();
    }
    return result;
}

void roundTrip(fuzz::Chance &chance)
{
    const QList<QChar> separators = {u',', u';', u'\t', u'|'};
    CsvWriterOptions options;
    options.separator = chance.pick(separators);
    options.bom = chance.once(2);
    QList<QStringList> table;
    const int columns = 1 + chance.below(5);
    for (int row = 1 + chance.below(6); row > 0; --row) {
        QStringList cells;
        for (int i = 0; i < columns; ++i)
            cells.append(chance.text(12));
        table.append(cells);
    }
    QBuffer buffer;
    buffer.open(QIODevice::ReadWrite);
    CsvWriter writer(buffer, options);
    for (const QStringList &cells : table) {
        QStringList safe;
        for (const QString &cell : cells)
            safe.append(spreadsheetSafe(cell));
        writer.row(safe);
    }
    writer.finish();
    CsvOptions back;
    back.encoding = TextEncoding::Utf8;
    back.separator = options.separator;
    buffer.seek(0);
    Read read = readAll(buffer, back, buffer.data());
    for (QStringList &cells : read.rows) {
        for (QString &cell : cells)
            cell = withoutApostrophe(cell);
    }
    fuzz::require(read.rows == table, QStringLiteral("what was written is not what is read: ") + read.told,
                  buffer.data());
}

QByteArray anyFile(fuzz::Chance &chance)
{
    static const QStringList pieces = {
        QStringLiteral("a"),           QStringLiteral("\""),      QStringLiteral("\"\""),
        QStringLiteral(","),           QStringLiteral(";"),       QStringLiteral("\t"),
        QStringLiteral("\r\n"),        QStringLiteral("\n"),      QStringLiteral("\r"),
        QStringLiteral(" "),           QStringLiteral("\",\""),   QStringLiteral("sep=;\n"),
        QStringLiteral("\uFEFF"),      QStringLiteral("ёж"),      QStringLiteral("ÿ\u00A0"),
        QStringLiteral("name,note\n"), QStringLiteral("1;2;3\n"), QStringLiteral("\U0001F600")};
    const QString text = chance.pieces(pieces, 40);
    switch (chance.below(5)) {
    case 0:
        return chance.bytes(120);
    case 1:
        return QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
    case 2:
        return chance.spoiled(text.toUtf8());
    case 3:
        return chance.spoiled(text.toLatin1());
    default:
        return text.toUtf8();
    }
}

void anyBytes(fuzz::Chance &chance)
{
    const QByteArray bytes = anyFile(chance);
    CsvOptions options;
    if (chance.once(4))
        options.mostCharacters = 1 + chance.below(30);
    if (chance.once(4))
        options.mostCells = 1 + chance.below(4);
    QByteArray copy = bytes;
    QBuffer whole(&copy);
    whole.open(QIODevice::ReadOnly);
    const Read atOnce = readAll(whole, options, bytes);
    Dripping drops(bytes, chance);
    const Read inDrops = readAll(drops, options, bytes);
    fuzz::require(atOnce.rows == inDrops.rows && atOnce.told == inDrops.told,
                  QStringLiteral("the pieces in which bytes arrive make a difference:\n%1\n---\n%2")
                      .arg(atOnce.told, inDrops.told),
                  bytes);
    for (const QString &name : encodingNames()) {
        options.encoding = encodingByName(name);
        whole.seek(0);
        readAll(whole, options, bytes);
    }
}

} // namespace

int main(int argc, char **argv)
{
    return fuzz::run(argc, argv, [](fuzz::Chance &chance) {
        roundTrip(chance);
        anyBytes(chance);
    });
}
