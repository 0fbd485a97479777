#include "core/exchange/xlsx_cells.h"
#include <cmath>
#include <optional>

namespace crm {

namespace {
constexpr qsizetype shownDigits = 15; // what spreadsheets keep of a number
constexpr int greatestExponent = 400; // beyond the range of doubles
constexpr qint64 msOfDay = 86'400'000;
constexpr int days1900To1904 = 1462;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

/// A number as its digits and where the point stands: digits "123", point 1 is 1.23.
struct Digits
{
    bool negative = false, whole = false;
    QString digits;
    int point = 0;
};

std::optional<Digits> digitsOf(const QString &number)
{
    const QString text = number.trimmed();
    Digits d;
    qsizetype at = 0;
    if (at < text.size() && (text[at] == u'-' || text[at] == u'+'))
        d.negative = text[at++] == u'-';
    bool pointSeen = false;
    for (; at < text.size() && (isDigit(text[at]) || (text[at] == u'.' && !pointSeen)); ++at) {
        if (text[at] == u'.') {
            pointSeen = true;
            continue;
        }
        d.digits += text[at];
        d.point += pointSeen ? 0 : 1;
    }
    if (d.digits.isEmpty())
        return std::nullopt;
    d.whole = !pointSeen && at == text.size();
    if (at < text.size()) {
        bool ok = false;
        const int exponent = text[at].toLower() == u'e' ? text.mid(at + 1).toInt(&ok) : 0;
        if (!ok || std::abs(exponent) > greatestExponent)
            return std::nullopt;
        d.point += exponent;
    }
    while (d.digits.size() > 1 && d.digits.startsWith(u'0')) {
        d.digits.remove(0, 1);
        --d.point;
    }
    return d;
}

/// To fifteen digits, half up: 17 digits are how a double is written down, not what somebody meant.
void round(Digits &d)
{
    if (d.whole || d.digits.size() <= shownDigits)
        return;
    bool up = d.digits[shownDigits] >= u'5';
    d.digits.truncate(shownDigits);
    for (qsizetype i = d.digits.size() - 1; i >= 0 && up; --i) {
        up = d.digits[i] == u'9';
        d.digits[i] = up ? QChar(u'0') : QChar(d.digits[i].unicode() + 1);
    }
    if (up) {
        d.digits.prepend(u'1');
        ++d.point;
    }
}

QString textOf(Digits d)
{
    if (d.point > d.digits.size())
        d.digits += QString(d.point - d.digits.size(), u'0');
    if (d.point <= 0) {
        d.digits.prepend(QString(1 - d.point, u'0'));
        d.point = 1;
    }
    QString fraction = d.digits.mid(d.point);
    while (fraction.endsWith(u'0'))
        fraction.chop(1);
    QString whole = d.digits.left(d.point);
    while (whole.size() > 1 && whole.startsWith(u'0'))
        whole.remove(0, 1);
    const bool zero = fraction.isEmpty() && whole == u"0";
    return (d.negative && !zero ? QStringLiteral("-") : QString()) + whole +
           (fraction.isEmpty() ? QString() : u'.' + fraction);
}

/// Without what a format only prints: "quoted", \x, _x, *x and [colour]; [h], [mm] and the like stay as E.
QString letters(const QString &code)
{
    QString out;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code[i];
        if (c == u'"') {
            i = code.indexOf(u'"', i + 1);
            if (i < 0)
                break;
        } else if (c == u'\\' || c == u'_' || c == u'*') {
            ++i;
        } else if (c == u'[') {
            const qsizetype end = code.indexOf(u']', i);
            const QString inside = code.mid(i + 1, end < 0 ? -1 : end - i - 1).toLower();
            const bool elapsed = !inside.isEmpty() && inside.count(inside.front()) == inside.size() &&
                                 QStringLiteral("hms").contains(inside.front());
            out += elapsed ? QStringLiteral("E") : QString();
            if (end < 0)
                break;
            i = end;
        } else if (c == u';') {
            break; // the formats of negative numbers and zero
        } else {
            out += c.toLower();
        }
    }
    return out;
}

QString clockText(qint64 ms, bool seconds)
{
    QString text = QStringLiteral("%1:%2")
                       .arg(ms / 3'600'000, 2, 10, QLatin1Char('0'))
                       .arg(ms / 60'000 % 60, 2, 10, QLatin1Char('0'));
    if (seconds || ms % 60'000)
        text += QStringLiteral(":%1").arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'));
    if (ms % 1000)
        text += QStringLiteral(".%1").arg(ms % 1000, 3, 10, QLatin1Char('0'));
    return text;
}

int hexOf(QStringView four)
{
    bool ok = false;
    const int value = four.toInt(&ok, 16);
    return ok ? value : -1;
}

bool isEscape(const QString &text, qsizetype at)
{
    return at + 6 < text.size() && text[at] == u'_' && text[at + 1] == u'x' && text[at + 6] == u'_' &&
           !text[at + 2].isSpace() && text[at + 2] != u'+' && text[at + 2] != u'-' &&
           hexOf(QStringView(text).mid(at + 2, 4)) >= 0;
}
} // namespace

XlsxShow showOfBuiltIn(int id)
{
    if (id == 9 || id == 10)
        return XlsxShow::Percent;
    if (id == 46)
        return XlsxShow::Elapsed;
    if ((id >= 18 && id <= 21) || id == 45 || id == 47)
        return XlsxShow::Time;
    const bool eastern = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return (id >= 14 && id <= 17) || id == 22 || eastern ? XlsxShow::Date : XlsxShow::Number;
}

XlsxShow showOfFormat(const QString &code)
{
    const QString shown = letters(code);
    if (shown.contains(u'E'))
        return XlsxShow::Elapsed;
    const auto has = [&](QChar c) { return shown.contains(c); };
    if (shown.startsWith(QLatin1String("general")) || has(u'0') || has(u'#') || has(u'?')) {
        // 0 stands in dates only behind seconds: "mm:ss.0"
        const bool time = has(u's') && has(u':');
        if (time && (has(u'y') || has(u'd')))
            return XlsxShow::Date;
        return time ? XlsxShow::Time : has(u'%') ? XlsxShow::Percent : XlsxShow::Number;
    }
    if (has(u'y') || has(u'd') || (has(u'm') && !has(u'h') && !has(u's')))
        return XlsxShow::Date;
    if (has(u'h') || has(u's'))
        return XlsxShow::Time;
    return has(u'%') ? XlsxShow::Percent : XlsxShow::Number;
}

QString plainDigits(const QString &number)
{
    auto d = digitsOf(number);
    if (!d)
        return {};
    round(*d);
    return textOf(*d);
}

QString percentDigits(const QString &number)
{
    auto d = digitsOf(number);
    if (!d)
        return {};
    round(*d);
    d->point += 2;
    return textOf(*d) + u'%';
}

QString dateOfSerial(const QString &number, bool since1904)
{
    bool ok = false;
    double serial = number.trimmed().toDouble(&ok);
    if (!ok || !(serial >= 0) || serial > 2'958'466)
        return {};
    if (since1904)
        serial += days1900To1904;
    if (serial < 60 && !since1904)
        serial += 1; // until then spreadsheets are a day behind: they count 29 February 1900
    const qint64 ms = std::llround(serial * double(msOfDay));
    const QDate date = QDate(1899, 12, 30).addDays(ms / msOfDay);
    const QString day = date.toString(Qt::ISODate);
    return ms % msOfDay ? day + u'T' + clockText(ms % msOfDay, true) : day;
}

QString elapsedOfSerial(const QString &number)
{
    bool ok = false;
    const double serial = number.trimmed().toDouble(&ok);
    if (!ok || std::abs(serial) > 1e8)
        return {};
    const qint64 ms = std::llround(serial * double(msOfDay));
    const QString clock = clockText(std::abs(ms), true);
    return ms < 0 ? u'-' + clock : clock;
}

double serialOfDate(const QDateTime &local)
{
    if (local.date() < QDate(1900, 3, 1))
        return -1;
    const qint64 days = QDate(1899, 12, 30).daysTo(local.date());
    return double(days) + double(local.time().msecsSinceStartOfDay()) / double(msOfDay);
}

QString unescapedXlsx(const QString &text)
{
    if (!text.contains(QLatin1String("_x")))
        return text;
    QString out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (!isEscape(text, i)) {
            out += text[i];
            continue;
        }
        out += QChar(char16_t(hexOf(QStringView(text).mid(i + 2, 4))));
        i += 6;
    }
    return out;
}

QString escapedXlsx(const QString &text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const ushort c = text[i].unicode();
        const bool forbidden = (c < 0x20 && c != u'\t' && c != u'\n') || c >= 0xFFFE;
        if (forbidden)
            out += QStringLiteral("_x%1_").arg(c, 4, 16, QLatin1Char('0')).toUpper().replace(u'X', u'x');
        else if (isEscape(text, i))
            out += QStringLiteral("_x005F_");
        else
            out += text[i];
    }
    return out;
}

int columnOfCell(QStringView reference)
{
    int column = 0;
    for (QChar c : reference) {
        const char16_t letter = c.toUpper().unicode();
        if (letter < u'A' || letter > u'Z')
            break;
        column = column * 26 + (letter - u'A' + 1);
        if (column > 20'000)
            return -1;
    }
    return column - 1;
}

} // namespace crm
