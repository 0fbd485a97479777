#include "core/exchange/xlsx_writer.h"
#include "core/exchange/csv_writer.h"
#include "core/exchange/xlsx_cells.h"
#include <QCoreApplication>
#include <QDir>
#include <QHash>
#include <QTemporaryFile>
#include <algorithm>
#include <xlsxwriter.h>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::XlsxWriter)
};

constexpr qsizetype exactDigits = 15;               ///< of a double, which is what a spreadsheet keeps
constexpr int builtInDate = 14, builtInMoment = 22; ///< shown as the person's country writes them
constexpr int measuredRows = 200;                   ///< the widths of columns follow from so many
constexpr qint64 mostSeconds = 1'000'000'000;       ///< of a duration that is shown as one
constexpr qsizetype sheetNameSize = 31;

QString sheetName(const QString &wanted)
{
    QString name;
    for (QChar c : wanted) {
        if (!QStringLiteral("[]:*?/\\").contains(c) && c.unicode() >= 0x20)
            name += c;
    }
    name = name.left(sheetNameSize);
    if (!name.isEmpty() && name.back().isHighSurrogate()) // half a character
        name.chop(1);
    name = name.trimmed();
    while (name.startsWith(u'\''))
        name.remove(0, 1);
    while (name.endsWith(u'\''))
        name.chop(1);
    const bool reserved = name.compare(QLatin1String("history"), Qt::CaseInsensitive) == 0;
    return name.isEmpty() || reserved ? QStringLiteral("Sheet1") : name;
}

/// "#,##0.00"
QByteArray numberFormat(int digits)
{
    return digits > 0 ? QByteArray("#,##0.") + QByteArray(digits, '0') : QByteArray("#,##0");
}

qsizetype significant(const QString &number)
{
    QString digits = number;
    digits.remove(u'-').remove(u'.');
    while (digits.startsWith(u'0'))
        digits.remove(0, 1);
    return digits.size();
}

QString columnName(int column)
{
    QString name;
    for (int n = column + 1; n > 0; n = (n - 1) / 26)
        name.prepend(QChar(u'A' + (n - 1) % 26));
    return name;
}

/// "12.5" -> "0.125", by its digits.
QString hundredth(const QString &number)
{
    const bool negative = number.startsWith(u'-');
    QString digits = negative ? number.mid(1) : number;
    qsizetype point = digits.indexOf(u'.');
    point = point < 0 ? digits.size() : point;
    digits.remove(u'.');
    point -= 2;
    if (point < 1) {
        digits.prepend(QString(1 - point, u'0'));
        point = 1;
    }
    return (negative ? QStringLiteral("-") : QString()) + digits.left(point) + u'.' + digits.mid(point);
}
} // namespace

Error XlsxWriter::tooManyRows()
{
    return Error(
        ErrorKind::Validation,
        Tr::tr("A sheet of a workbook holds %L1 rows. Filter the list, or export to CSV or JSON.").arg(mostRows));
}

class XlsxWriter::Private
{
public:
    ~Private()
    {
        if (book)
            lxw_workbook_free(book);
    }

    lxw_format *format(const QByteArray &code)
    {
        lxw_format *&f = formats[code];
        if (!f) {
            f = workbook_add_format(book);
            format_set_num_format(f, code.constData());
        }
        return f;
    }
    lxw_format *builtIn(int index)
    {
        lxw_format *&f = formats[QByteArray::number(index)];
        if (!f) {
            f = workbook_add_format(book);
            format_set_num_format_index(f, uint8_t(index));
        }
        return f;
    }

    void check(lxw_error error) const
    {
        if (error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
            throw tooManyRows();
        if (error != LXW_NO_ERROR)
            throw Error(ErrorKind::Connection,
                        Tr::tr("The workbook cannot be written: %1.").arg(QString::fromUtf8(lxw_strerror(error))));
    }
    void measure(int column, qsizetype width)
    {
        if (row > measuredRows)
            return;
        if (widths.size() <= column)
            widths.resize(column + 1);
        widths[column] = std::max(widths[column], width);
    }

    QTemporaryFile file{QDir::tempPath() + QStringLiteral("/mycrm-XXXXXX.xlsx")};
    QByteArray folder;
    lxw_workbook *book = nullptr;
    lxw_worksheet *sheet = nullptr;
    lxw_format *head = nullptr;
    QHash<QByteArray, lxw_format *> formats;
    QList<qsizetype> widths;
    qint64 row = 0;
};

XlsxWriter::XlsxWriter(const QString &sheet)
    : d(std::make_unique<Private>())
{
    if (!d->file.open())
        throw Error(ErrorKind::Connection, Tr::tr("The workbook cannot be written: %1.").arg(d->file.errorString()));
    d->file.close();
    d->folder = QFile::encodeName(QDir::tempPath());
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = d->folder.data();
    d->book = workbook_new_opt(QFile::encodeName(d->file.fileName()).constData(), &options);
    d->sheet = d->book ? workbook_add_worksheet(d->book, sheetName(sheet).toUtf8().constData()) : nullptr;
    if (!d->sheet)
        throw Error(ErrorKind::Connection, Tr::tr("The workbook cannot be written: %1.").arg(QDir::tempPath()));
    d->head = workbook_add_format(d->book);
    format_set_bold(d->head);
    worksheet_freeze_panes(d->sheet, 1, 0);
    worksheet_ignore_errors(d->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576"); // ids are meant as text
}

XlsxWriter::~XlsxWriter() = default;

void XlsxWriter::text(int column, const QString &text, Look look)
{
    if (text.isEmpty())
        return;
    const QString safe = escapedXlsx(text);
    if (text.size() > mostText) {
        throw Error(
            ErrorKind::Validation,
            Tr::tr("The text in column %1 of row %2 has %3 characters; a cell of a workbook holds %4. Leave the "
                   "column out, or export to CSV or JSON.")
                .arg(columnName(column))
                .arg(d->row + 1)
                .arg(text.size())
                .arg(mostText));
    }
    d->measure(column, std::min<qsizetype>(safe.indexOf(u'\n') < 0 ? safe.size() : safe.indexOf(u'\n'), 60));
    d->check(worksheet_write_string(d->sheet, lxw_row_t(d->row), lxw_col_t(column), safe.toUtf8().constData(),
                                    look == Head ? d->head : nullptr));
}

void XlsxWriter::number(int column, const QString &number, int digits)
{
    if (significant(number) > exactDigits) {
        text(column, number);
        return;
    }
    d->measure(column, number.size() + number.size() / 3);
    d->check(worksheet_write_number(d->sheet, lxw_row_t(d->row), lxw_col_t(column), number.toDouble(),
                                    d->format(numberFormat(digits))));
}

void XlsxWriter::percent(int column, const QString &number, int digits)
{
    if (significant(number) > exactDigits) {
        text(column, number + u'%');
        return;
    }
    d->measure(column, number.size() + 1);
    const QByteArray code = digits > 0 ? QByteArray("0.") + QByteArray(digits, '0') + '%' : QByteArray("0%");
    d->check(worksheet_write_number(d->sheet, lxw_row_t(d->row), lxw_col_t(column), hundredth(number).toDouble(),
                                    d->format(code)));
}

void XlsxWriter::date(int column, QDate date)
{
    const double serial = serialOfDate(QDateTime(date, QTime(0, 0)));
    if (serial < 0) { // spreadsheets know no such days
        text(column, date.toString(Qt::ISODate));
        return;
    }
    d->measure(column, 10);
    d->check(worksheet_write_number(d->sheet, lxw_row_t(d->row), lxw_col_t(column), serial, d->builtIn(builtInDate)));
}

void XlsxWriter::moment(int column, const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    const double serial = serialOfDate(local);
    // In the hour that comes twice in autumn the clock on the wall does not tell which is meant.
    const bool exact = QDateTime(local.date(), local.time()).toUTC() == moment.toUTC();
    if (serial < 0 || !exact) {
        text(column, moment.toUTC().toString(moment.time().msec() ? Qt::ISODateWithMs : Qt::ISODate));
        return;
    }
    d->measure(column, 16);
    d->check(worksheet_write_number(d->sheet, lxw_row_t(d->row), lxw_col_t(column), serial, d->builtIn(builtInMoment)));
}

void XlsxWriter::duration(int column, qint64 seconds)
{
    const qint64 n = std::abs(seconds);
    if (seconds < 0 || n > mostSeconds) { // spreadsheets show no negative times
        text(column, QStringLiteral("%1%2:%3:%4")
                         .arg(seconds < 0 ? QStringLiteral("-") : QString())
                         .arg(n / 3600)
                         .arg(n / 60 % 60, 2, 10, QLatin1Char('0'))
                         .arg(n % 60, 2, 10, QLatin1Char('0')));
        return;
    }
    d->measure(column, 10);
    d->check(worksheet_write_number(d->sheet, lxw_row_t(d->row), lxw_col_t(column), double(seconds) / 86400.0,
                                    d->format("[h]:mm:ss")));
}

void XlsxWriter::yesNo(int column, bool yes)
{
    d->measure(column, 6);
    d->check(worksheet_write_boolean(d->sheet, lxw_row_t(d->row), lxw_col_t(column), yes, nullptr));
}

void XlsxWriter::nextRow() { ++d->row; }

void XlsxWriter::finish(QIODevice &out)
{
    for (int i = 0; i < d->widths.size(); ++i)
        worksheet_set_column(d->sheet, lxw_col_t(i), lxw_col_t(i), double(std::max<qsizetype>(d->widths[i], 6)) + 2,
                             nullptr);
    const lxw_error error = workbook_close(d->book);
    d->book = nullptr; // it is freed even where it could not be written
    d->check(error);
    if (!d->file.open())
        throw Error(ErrorKind::Connection, Tr::tr("The workbook cannot be written: %1.").arg(d->file.errorString()));
    constexpr qint64 piece = 1 << 20;
    while (!d->file.atEnd()) {
        const QByteArray bytes = d->file.read(piece);
        if (bytes.isEmpty())
            throw Error(ErrorKind::Connection,
                        Tr::tr("The workbook cannot be written: %1.").arg(d->file.errorString()));
        writeAll(out, bytes);
    }
}

} // namespace crm
