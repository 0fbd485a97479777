#include "core/exchange/text_encoding.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <QIODevice>
#include <cstring>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::TextInput)
};

constexpr qsizetype pieceSize = 64 * 1024;

// Bytes 128-255 as Unicode; 0: the encoding has no such character.
constexpr char16_t windows1251[128] = {
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
    0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0,      0x2122,
    0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6,
    0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456,
    0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457, 0x0410,
    0x0411, 0x0412, 0x0413, 0x0414, 0x0415, 0x0416, 0x0417, 0x0418, 0x0419, 0x041A, 0x041B, 0x041C, 0x041D,
    0x041E, 0x041F, 0x0420, 0x0421, 0x0422, 0x0423, 0x0424, 0x0425, 0x0426, 0x0427, 0x0428, 0x0429, 0x042A,
    0x042B, 0x042C, 0x042D, 0x042E, 0x042F, 0x0430, 0x0431, 0x0432, 0x0433, 0x0434, 0x0435, 0x0436, 0x0437,
    0x0438, 0x0439, 0x043A, 0x043B, 0x043C, 0x043D, 0x043E, 0x043F, 0x0440, 0x0441, 0x0442, 0x0443, 0x0444,
    0x0445, 0x0446, 0x0447, 0x0448, 0x0449, 0x044A, 0x044B, 0x044C, 0x044D, 0x044E, 0x044F,
};
constexpr char16_t windows1252[128] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178, 0x00A0, 0x00A1, 0x00A2, 0x00A3, 0x00A4, 0x00A5, 0x00A6,
    0x00A7, 0x00A8, 0x00A9, 0x00AA, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x00AF, 0x00B0, 0x00B1, 0x00B2, 0x00B3,
    0x00B4, 0x00B5, 0x00B6, 0x00B7, 0x00B8, 0x00B9, 0x00BA, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00BF, 0x00C0,
    0x00C1, 0x00C2, 0x00C3, 0x00C4, 0x00C5, 0x00C6, 0x00C7, 0x00C8, 0x00C9, 0x00CA, 0x00CB, 0x00CC, 0x00CD,
    0x00CE, 0x00CF, 0x00D0, 0x00D1, 0x00D2, 0x00D3, 0x00D4, 0x00D5, 0x00D6, 0x00D7, 0x00D8, 0x00D9, 0x00DA,
    0x00DB, 0x00DC, 0x00DD, 0x00DE, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x00E3, 0x00E4, 0x00E5, 0x00E6, 0x00E7,
    0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x00F0, 0x00F1, 0x00F2, 0x00F3, 0x00F4,
    0x00F5, 0x00F6, 0x00F7, 0x00F8, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x00FD, 0x00FE, 0x00FF,
};
constexpr char16_t ibm866[128] = {
    0x0410, 0x0411, 0x0412, 0x0413, 0x0414, 0x0415, 0x0416, 0x0417, 0x0418, 0x0419, 0x041A, 0x041B, 0x041C,
    0x041D, 0x041E, 0x041F, 0x0420, 0x0421, 0x0422, 0x0423, 0x0424, 0x0425, 0x0426, 0x0427, 0x0428, 0x0429,
    0x042A, 0x042B, 0x042C, 0x042D, 0x042E, 0x042F, 0x0430, 0x0431, 0x0432, 0x0433, 0x0434, 0x0435, 0x0436,
    0x0437, 0x0438, 0x0439, 0x043A, 0x043B, 0x043C, 0x043D, 0x043E, 0x043F, 0x2591, 0x2592, 0x2593, 0x2502,
    0x2524, 0x2561, 0x2562, 0x2556, 0x2555, 0x2563, 0x2551, 0x2557, 0x255D, 0x255C, 0x255B, 0x2510, 0x2514,
    0x2534, 0x252C, 0x251C, 0x2500, 0x253C, 0x255E, 0x255F, 0x255A, 0x2554, 0x2569, 0x2566, 0x2560, 0x2550,
    0x256C, 0x2567, 0x2568, 0x2564, 0x2565, 0x2559, 0x2558, 0x2552, 0x2553, 0x256B, 0x256A, 0x2518, 0x250C,
    0x2588, 0x2584, 0x258C, 0x2590, 0x2580, 0x0440, 0x0441, 0x0442, 0x0443, 0x0444, 0x0445, 0x0446, 0x0447,
    0x0448, 0x0449, 0x044A, 0x044B, 0x044C, 0x044D, 0x044E, 0x044F, 0x0401, 0x0451, 0x0404, 0x0454, 0x0407,
    0x0457, 0x040E, 0x045E, 0x00B0, 0x2219, 0x00B7, 0x221A, 0x2116, 0x00A4, 0x25A0, 0x00A0,
};

struct EncodingRow
{
    TextEncoding encoding;
    const char *name;
};
constexpr EncodingRow encodings[] = {
    {TextEncoding::Utf8, "UTF-8"},
    {TextEncoding::Utf16LE, "UTF-16LE"},
    {TextEncoding::Utf16BE, "UTF-16BE"},
    {TextEncoding::Windows1251, "windows-1251"},
    {TextEncoding::Windows1252, "windows-1252"},
    {TextEncoding::Ibm866, "IBM866"},
};

bool isHigh(char c) { return uchar(c) >= 0x80; }
bool isAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

qsizetype firstHigh(QByteArrayView bytes)
{
    qsizetype i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        quint64 word;
        std::memcpy(&word, bytes.data() + i, 8);
        if (word & 0x8080808080808080ull)
            break;
    }
    while (i < bytes.size() && !isHigh(bytes[i]))
        ++i;
    return i;
}

/// Length of the sequence that starts here; 0: none may start so, -1: it is cut off by the end.
int utf8Sequence(QByteArrayView bytes, qsizetype at)
{
    const uchar lead = uchar(bytes[at]);
    const int length = lead < 0x80                    ? 1
                       : lead >= 0xC2 && lead <= 0xDF ? 2
                       : (lead & 0xF0) == 0xE0        ? 3
                       : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                      : 0;
    for (int i = 1; i < length; ++i) {
        if (at + i >= bytes.size())
            return -1;
        const uchar c = uchar(bytes[at + i]);
        uchar least = 0x80, most = 0xBF; // overlong forms and surrogates are no characters
        if (i == 1 && lead == 0xE0)
            least = 0xA0;
        else if (i == 1 && lead == 0xED)
            most = 0x9F;
        else if (i == 1 && lead == 0xF0)
            least = 0x90;
        else if (i == 1 && lead == 0xF4)
            most = 0x8F;
        if (c < least || c > most)
            return 0;
    }
    return length;
}

/// A few broken bytes in a text that is UTF-8 otherwise must not turn all of it into another alphabet.
bool looksLikeUtf8(QByteArrayView bytes)
{
    qint64 good = 0, bad = 0;
    for (qsizetype i = firstHigh(bytes); i < bytes.size();) {
        const int length = utf8Sequence(bytes, i);
        if (length < 0)
            break;
        good += length > 1;
        bad += length == 0;
        i += std::max(length, 1);
    }
    return bad == 0 || good > 10 * bad;
}
} // namespace

QString encodingName(TextEncoding encoding) { return QLatin1String(encodings[int(encoding)].name); }

std::optional<TextEncoding> encodingByName(const QString &name)
{
    const auto plain = [](QString s) { return s.toLower().remove(u'-').remove(u'_').remove(u' '); };
    const QString wanted = plain(name);
    for (const EncodingRow &row : encodings) {
        if (plain(QLatin1String(row.name)) == wanted)
            return row.encoding;
    }
    if (wanted == u"cp1251" || wanted == u"win1251")
        return TextEncoding::Windows1251;
    if (wanted == u"cp1252" || wanted == u"win1252" || wanted == u"latin1" || wanted == u"iso88591")
        return TextEncoding::Windows1252;
    if (wanted == u"cp866" || wanted == u"dos866")
        return TextEncoding::Ibm866;
    if (wanted == u"utf16")
        return TextEncoding::Utf16LE;
    return std::nullopt;
}

QStringList encodingNames()
{
    QStringList names;
    for (const EncodingRow &row : encodings)
        names << QLatin1String(row.name);
    return names;
}

TextEncoding guessEightBit(QByteArrayView bytes)
{
    // Western text has its accents one by one inside ASCII words; Cyrillic words consist of high bytes. Which Cyrillic
    // is told by where most letters lie: IBM866 keeps them in 80-AF, where windows-1251 has hardly any.
    qint64 alone = 0, together = 0, low = 0, high = 0;
    for (qsizetype i = firstHigh(bytes); i < bytes.size(); ++i) {
        const uchar c = uchar(bytes[i]);
        if (c < 0x80)
            continue;
        const char before = i > 0 ? bytes[i - 1] : ' ';
        const char after = i + 1 < bytes.size() ? bytes[i + 1] : ' ';
        if (isHigh(before) || isHigh(after))
            ++together;
        else if (isAsciiLetter(before) || isAsciiLetter(after))
            ++alone;
        const bool punctuation = c == 0x96 || c == 0x97 || c == 0xA0 || c == 0xA8 || c == 0xAB;
        low += c < 0xB0 && !punctuation;
        high += (c >= 0xC0 && c < 0xE0) || c >= 0xF0;
    }
    if (alone > together)
        return TextEncoding::Windows1252;
    return low > high ? TextEncoding::Ibm866 : TextEncoding::Windows1251;
}

qsizetype validUtf8(QByteArrayView bytes, bool *cut)
{
    *cut = false;
    qsizetype i = firstHigh(bytes);
    while (i < bytes.size()) {
        const int length = utf8Sequence(bytes, i);
        if (length <= 0) {
            *cut = length < 0;
            return i;
        }
        i += length;
        if (length == 1)
            i += firstHigh(bytes.sliced(i));
    }
    return i;
}

TextInput::TextInput(QIODevice &device, std::optional<TextEncoding> encoding)
    : m_device(device)
    , m_encoding(encoding)
{
    start();
}

void TextInput::start()
{
    fill();
    refuseBinary();
    if (takeBom() || m_encoding)
        return;
    guessUtf16();
    if (!m_encoding && m_raw.contains('\0')) {
        throw Error(ErrorKind::Unsupported,
                    Tr::tr("This is not a text file. Export it as CSV or JSON from the program that made it."));
    }
}

void TextInput::refuseBinary() const
{
    struct Magic
    {
        QByteArrayView bytes;
        const char *what;
    };
    static const Magic known[] = {
        {"PK\x03\x04", QT_TRANSLATE_NOOP("crm::TextInput", "a workbook or an archive (xlsx, ods, zip)")},
        {"\xD0\xCF\x11\xE0", QT_TRANSLATE_NOOP("crm::TextInput", "an old Excel workbook (xls)")},
        {"%PDF", QT_TRANSLATE_NOOP("crm::TextInput", "a PDF document")},
        {"SQLite format 3", QT_TRANSLATE_NOOP("crm::TextInput", "a database")},
        {"\x1F\x8B", QT_TRANSLATE_NOOP("crm::TextInput", "a compressed file (gz)")},
    };
    for (const Magic &magic : known) {
        if (m_raw.startsWith(magic.bytes)) {
            throw Error(ErrorKind::Unsupported,
                        Tr::tr("This is %1, not a text file. Save it as CSV and import that.").arg(Tr::tr(magic.what)));
        }
    }
}

bool TextInput::takeBom()
{
    const auto take = [this](QByteArrayView mark, TextEncoding encoding) {
        if (!m_raw.startsWith(mark) || (m_encoding && *m_encoding != encoding))
            return false;
        m_raw.remove(0, mark.size());
        m_encoding = encoding;
        m_bom = true;
        return true;
    };
    if (m_raw.startsWith(QByteArrayView("\xFF\xFE\0\0", 4)) || m_raw.startsWith(QByteArrayView("\0\0\xFE\xFF", 4)))
        throw Error(ErrorKind::Unsupported, Tr::tr("The file is UTF-32. Save it as UTF-8 and import that."));
    return take("\xEF\xBB\xBF", TextEncoding::Utf8) || take("\xFF\xFE", TextEncoding::Utf16LE) ||
           take("\xFE\xFF", TextEncoding::Utf16BE);
}

void TextInput::guessUtf16()
{
    // Separators and line ends are ASCII, so UTF-16 has zero bytes: behind them in LE, before them in BE.
    qint64 even = 0, odd = 0;
    for (qsizetype i = 0; i < m_raw.size(); ++i) {
        if (m_raw[i] == '\0')
            ++((i & 1) ? odd : even);
    }
    if (odd > 0 && odd > 20 * even)
        m_encoding = TextEncoding::Utf16LE;
    else if (even > 0 && even > 20 * odd)
        m_encoding = TextEncoding::Utf16BE;
}

bool TextInput::fill()
{
    // A pipe answers with what it has; a first guess deserves more than that.
    while (!m_ended && m_raw.size() < pieceSize) {
        const qsizetype had = m_raw.size();
        m_raw.resize(pieceSize);
        const qint64 got = m_device.read(m_raw.data() + had, pieceSize - had);
        m_raw.resize(had + std::max<qint64>(got, 0));
        m_bytes += std::max<qint64>(got, 0);
        if (got < 0 && !m_device.atEnd())
            throw Error(ErrorKind::Connection, Tr::tr("The file cannot be read on: %1.").arg(m_device.errorString()));
        if (got <= 0 && (m_device.atEnd() || !m_device.waitForReadyRead(-1)))
            m_ended = true;
    }
    return !m_raw.isEmpty();
}

bool TextInput::read(QString &text)
{
    text.clear();
    if (!m_fault.isEmpty() || !fill())
        return false;
    if (!m_encoding && firstHigh(m_raw) < m_raw.size())
        m_encoding = looksLikeUtf8(m_raw) ? TextEncoding::Utf8 : guessEightBit(m_raw);
    decode(text);
    return !text.isEmpty();
}

void TextInput::decode(QString &text)
{
    switch (encoding()) {
    case TextEncoding::Utf8:
        return decodeUtf8(text);
    case TextEncoding::Utf16LE:
        return decodeUtf16(text, false);
    case TextEncoding::Utf16BE:
        return decodeUtf16(text, true);
    case TextEncoding::Windows1251:
        return decodeEightBit(text, windows1251);
    case TextEncoding::Windows1252:
        return decodeEightBit(text, windows1252);
    case TextEncoding::Ibm866:
        return decodeEightBit(text, ibm866);
    }
}

void TextInput::decodeUtf8(QString &text)
{
    bool cut = false;
    const qsizetype good = validUtf8(m_raw, &cut);
    text = QString::fromUtf8(m_raw.constData(), good);
    if (good < m_raw.size() && (!cut || m_ended)) {
        m_fault = Tr::tr("here are bytes that are not UTF-8. Save the file as UTF-8, or name its encoding (%1).")
                      .arg(QStringLiteral("windows-1251, windows-1252, IBM866"));
    }
    m_raw.remove(0, good);
}

void TextInput::decodeUtf16(QString &text, bool bigEndian)
{
    const qsizetype units = m_raw.size() / 2;
    text.resize(units);
    const auto *bytes = reinterpret_cast<const uchar *>(m_raw.constData());
    for (qsizetype i = 0; i < units; ++i, bytes += 2)
        text[i] = QChar(bigEndian ? ushort(bytes[0] << 8 | bytes[1]) : ushort(bytes[1] << 8 | bytes[0]));
    if (m_ended && m_raw.size() % 2)
        m_fault = Tr::tr("the file ends in the middle of a character: it was cut off.");
    m_raw.remove(0, units * 2);
}

void TextInput::decodeEightBit(QString &text, const char16_t *upper)
{
    qsizetype size = m_raw.size();
    text.resize(size);
    QChar *out = text.data();
    for (qsizetype i = 0; i < size; ++i) {
        const uchar c = uchar(m_raw[i]);
        const char16_t decoded = c < 0x80 ? char16_t(c) : upper[c - 0x80];
        if (decoded == 0 && c != 0) {
            m_fault = Tr::tr("here is a byte (%1) that %2 does not have. Name the file's encoding (%3).")
                          .arg(QString::number(c, 16).toUpper(), encodingName(encoding()), encodingNames().join(u", "));
            size = i;
        }
        out[i] = decoded;
    }
    text.truncate(size);
    m_raw.clear();
}

} // namespace crm
