#include "core/store/search_text.h"
#include "core/model/entity.h"
#include "core/model/format.h"
#include "core/model/mentions.h"
#include "core/model/record.h"
#include "core/model/text.h"
#include <QSet>
#include <functional>

namespace crm {

namespace {

bool partsWords(QChar c)
{
    switch (c.category()) {
    case QChar::Punctuation_Open:
    case QChar::Punctuation_Close:
    case QChar::Punctuation_InitialQuote:
    case QChar::Punctuation_FinalQuote:
        return true;
    default:
        return c == u'"' || c == u'\'';
    }
}

/// Emoji and their like. Signs that one writes beside words and numbers (No., degrees, trademarks) stay with them.
bool isPictograph(char32_t c)
{
    constexpr char32_t firstPictograph = 0x2300, firstSkin = 0x1F3FB, lastSkin = 0x1F3FF;
    return c >= firstPictograph && (QChar::category(c) == QChar::Symbol_Other || (c >= firstSkin && c <= lastSkin));
}

bool joinsPictographs(QChar c)
{
    constexpr char16_t zeroWidthJoiner = 0x200D, asPicture = 0xFE0F;
    return c == QChar(zeroWidthJoiner) || c == QChar(asPicture);
}

bool isPhonePart(const QString &word)
{
    for (QChar c : word) {
        if (!c.isDigit() && !QStringView(u"+-./").contains(c))
            return false;
    }
    return true;
}

/// A phrase is found inside words from three letters on; a shorter one only where a word begins.
QString phrase(const QString &word) { return word.toUcs4().size() < 3 ? u' ' + word : word; }

/// Words that look like parts of one phone number, as one term: the digits, or the parts as they were typed.
SearchTerm phoneTerm(const QStringList &parts)
{
    QString digits = digitsOnly(parts.join(QString()));
    if (digits.size() == 11 && (digits.front() == u'7' || digits.front() == u'8'))
        digits.remove(0, 1);
    SearchTerm term{{phrase(digits)}};
    const QString typed = phrase(parts.join(u' '));
    if (typed != term.phrases.first())
        term.phrases << typed;
    return term;
}

void appendNumbers(QList<SearchTerm> &terms, QStringList &numbers)
{
    if (numbers.isEmpty())
        return;
    const QString joined = numbers.join(QString());
    const QString digits = digitsOnly(joined);
    // "2024 15" are two numbers; "912 345 67 89" and "+7 912" are one phone number.
    const bool phone = !digits.isEmpty() && (digits.size() >= 7 || digits.size() != joined.size());
    if (phone) {
        terms << phoneTerm(numbers);
    } else {
        for (const QString &number : std::as_const(numbers))
            terms << SearchTerm{{phrase(number)}};
    }
    numbers.clear();
}

} // namespace

QString searchFold(const QString &text)
{
    QString open;
    open.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (isPictograph(pair ? QChar::surrogateToUcs4(c, text.at(i + 1)) : c.unicode())) {
            const QString one = text.mid(i, pair ? 2 : 1);
            open += u' ' + one + one + one + u' ';
            i += pair ? 1 : 0;
        } else {
            open += partsWords(c) || joinsPictographs(c) ? QChar(u' ') : c;
        }
    }
    return fold(open);
}

namespace {
QString searchTextOf(const Record &record, const std::function<bool(const Field &)> &counts)
{
    QString out;
    const auto append = [&out](const QString &folded) {
        if (!folded.isEmpty())
            out += u' ' + folded;
    };
    for (const Field &field : record.entity().fieldList()) {
        if (!field.isSearchable() || isRefKind(field.kind()) || isListKind(field.kind()) || !counts(field))
            continue;
        const QVariant value = record.value(field.key());
        if (isEmptyValue(value))
            continue;
        append(searchFold(isTextKind(field.kind()) ? withoutMentionLinks(value.toString())
                                                   : machineText(field, value, QString())));
        if (field.kind() == Kind::Phone)
            append(digitsOnly(value.toString()));
    }
    return out;
}
} // namespace

QString searchText(const Record &record)
{
    return searchTextOf(record, [](const Field &) { return true; });
}

QString searchText(const Record &record, FieldClass fieldClass)
{
    return searchTextOf(record, [fieldClass](const Field &f) { return f.fieldClass() == fieldClass; });
}

bool SearchTerm::isIndexable() const
{
    for (const QString &p : phrases) {
        if (p.toUcs4().size() < 3)
            return false;
    }
    return true;
}

QList<SearchTerm> searchTerms(const QString &text)
{
    QList<SearchTerm> terms;
    QStringList numbers;
    const QStringList words = searchFold(text).split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (isPhonePart(word)) {
            if (!digitsOnly(word).isEmpty())
                numbers << word;
            continue;
        }
        appendNumbers(terms, numbers);
        terms << SearchTerm{{phrase(word)}};
    }
    appendNumbers(terms, numbers);
    return terms;
}

QString matchExpression(const QList<SearchTerm> &terms)
{
    QStringList all;
    for (const SearchTerm &term : terms) {
        if (!term.isIndexable())
            continue;
        QStringList any;
        for (QString p : term.phrases)
            any << u'"' + p.replace(u'"', QStringLiteral("\"\"")) + u'"';
        all << (any.size() == 1 ? any.first() : u'(' + any.join(QStringLiteral(" OR ")) + u')');
    }
    return all.join(QStringLiteral(" AND "));
}

// --- trigrams as words

namespace {
/// Letters and digits that every MariaDB knows as such (its tables are of Unicode 4 or so); others would part the word.
bool isWordLetter(char32_t c)
{
    if (c > 0xFFFF || QChar::unicodeVersion(c) > QChar::Unicode_3_2)
        return false;
    const QChar::Category category = QChar::category(c);
    return category == QChar::Letter_Lowercase || category == QChar::Letter_Other ||
           category == QChar::Number_DecimalDigit;
}

/// In the order of the text, each once.
QStringList trigrams(const QString &text)
{
    // InnoDB leaves these out when it was set up with its own list of stop words.
    static const QSet<QString> stopWords = {QStringLiteral("are"), QStringLiteral("com"), QStringLiteral("for"),
                                            QStringLiteral("how"), QStringLiteral("the"), QStringLiteral("und"),
                                            QStringLiteral("was"), QStringLiteral("who"), QStringLiteral("www")};
    QString plain;
    const QList<uint> letters = text.toUcs4();
    plain.reserve(letters.size());
    for (uint c : letters)
        plain += isWordLetter(c) ? QChar(char16_t(c)) : QChar(u'_');
    QStringList out;
    QSet<QString> known;
    for (qsizetype i = 0; i + 3 <= plain.size(); ++i) {
        QString word = plain.mid(i, 3);
        if (known.contains(word))
            continue;
        known << word;
        out << (stopWords.contains(word) ? word + u'_' : word);
    }
    return out;
}
} // namespace

QString trigramWords(const QString &text) { return trigrams(text).join(u' '); }

QString trigramExpression(const QList<SearchTerm> &terms)
{
    QStringList all;
    for (const SearchTerm &term : terms) {
        if (!term.isIndexable())
            continue;
        QStringList any;
        for (const QString &phrase : term.phrases)
            any << u'+' + trigrams(phrase).join(QStringLiteral(" +"));
        all << (any.size() == 1 ? any.first() : QStringLiteral("+((%1))").arg(any.join(QStringLiteral(") ("))));
    }
    return all.join(u' ');
}

} // namespace crm
