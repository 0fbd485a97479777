#include "core/model/amount_words.h"
#include "core/model/error.h"
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace crm {

namespace {
/// A word that is counted: a currency, its minor unit, a thousand.
struct Noun
{
    Gender gender = Gender::Masculine;
    QStringList one;  ///< by case, or one form for all
    QString few;      ///< after 2 to 4
    QStringList many; ///< genitive, dative, instrumental, prepositional, or one form for all
};

struct Words
{
    bool russian = false;
    QString minus, joint, hyphen; ///< joint: between the amount and its minor units; hyphen: between tens and ones
    QHash<int, QList<QStringList>> numbers; ///< by case, or one for all; within it by gender, or one for all
    QList<Noun> scales;                     ///< thousand, million ...
    QHash<QString, QList<Noun>> currencies; ///< code -> the unit and its minor unit, if it has one
};

/// The form with this index of a list that has one form where it never changes.
template<class T> const T &pick(const QList<T> &forms, int index) { return forms.at(forms.size() == 1 ? 0 : index); }

Noun readNoun(const QJsonObject &o)
{
    const QString gender = o.value(QLatin1String("gender")).toString();
    Noun noun;
    noun.gender = gender == QLatin1String("f")   ? Gender::Feminine
                  : gender == QLatin1String("n") ? Gender::Neuter
                                                 : Gender::Masculine;
    noun.one = o.value(QLatin1String("one")).toString().split(u'|');
    noun.many = o.value(QLatin1String("many")).toString().split(u'|');
    noun.few = o.value(QLatin1String("few")).toString(noun.many.first());
    return noun;
}

Words readWords(const QJsonObject &o)
{
    Words words;
    words.minus = o.value(QLatin1String("minus")).toString();
    words.joint = o.value(QLatin1String("and")).toString();
    words.hyphen = o.value(QLatin1String("hyphen")).toString();
    const QJsonObject numbers = o.value(QLatin1String("numbers")).toObject();
    for (auto it = numbers.begin(); it != numbers.end(); ++it) {
        QList<QStringList> cases;
        const QStringList forms = it.value().toString().split(u'|');
        for (const QString &form : forms)
            cases << form.split(u'/');
        words.numbers.insert(it.key().toInt(), cases);
    }
    const QJsonObject nouns = o.value(QLatin1String("nouns")).toObject();
    const QJsonArray scales = o.value(QLatin1String("scales")).toArray();
    for (const QJsonValue &name : scales)
        words.scales << readNoun(nouns.value(name.toString()).toObject());
    const QJsonObject currencies = o.value(QLatin1String("currencies")).toObject();
    for (auto it = currencies.begin(); it != currencies.end(); ++it) {
        const QJsonArray names = it.value().toArray();
        for (const QJsonValue &name : names)
            words.currencies[it.key()] << readNoun(nouns.value(name.toString()).toObject());
    }
    return words;
}

struct Languages
{
    Words russian, english;
};

const Words &wordsOf(const QLocale &locale)
{
    static const Languages all = [] {
        QFile file(QStringLiteral(":/model/amount_words.json"));
        if (!file.open(QIODevice::ReadOnly))
            throw Error(ErrorKind::NotFound, QStringLiteral("The program's own file %1 is missing. Install it anew.")
                                                 .arg(QStringLiteral("amount_words.json")));
        const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        Languages read{readWords(root.value(QLatin1String("ru")).toObject()),
                       readWords(root.value(QLatin1String("en")).toObject())};
        read.russian.russian = true;
        return read;
    }();
    return locale.language() == QLocale::Russian ? all.russian : all.english;
}

/// The index in Noun::many.
int pluralIndex(GrammaticalCase grammaticalCase)
{
    switch (grammaticalCase) {
    case GrammaticalCase::Dative:
        return 1;
    case GrammaticalCase::Instrumental:
        return 2;
    case GrammaticalCase::Prepositional:
        return 3;
    case GrammaticalCase::Nominative:
    case GrammaticalCase::Genitive:
    case GrammaticalCase::Accusative:
        break;
    }
    return 0;
}

/// The noun as it stands after this number.
QString counted(const Words &words, const Noun &noun, quint64 number, GrammaticalCase grammaticalCase)
{
    if (!words.russian)
        return number == 1 ? noun.one.first() : noun.many.first();
    if (number % 1000 == 0) // zero, thousand, million ... are nouns themselves and govern the genitive
        return noun.many.first();
    const bool teen = number % 100 / 10 == 1;
    const int last = int(number % 10);
    if (last == 1 && !teen)
        return pick(noun.one, int(grammaticalCase));
    const bool direct =
        grammaticalCase == GrammaticalCase::Nominative || grammaticalCase == GrammaticalCase::Accusative;
    if (direct && last >= 2 && last <= 4 && !teen)
        return noun.few;
    return pick(noun.many, pluralIndex(grammaticalCase));
}

/// A number in one language, gender and case.
class NumberWriter
{
public:
    NumberWriter(const Words &words, Gender gender, GrammaticalCase grammaticalCase)
        : m_words(words)
        , m_gender(gender)
        , m_case(grammaticalCase)
    {}

    QString write(quint64 number) const
    {
        if (number == 0)
            return word(0, m_gender);
        QStringList out;
        quint64 unit = 1'000'000'000'000'000'000;
        for (qsizetype scale = m_words.scales.size(); scale >= 0; --scale, unit /= 1000) {
            const int group = int(number / unit % 1000);
            if (group == 0)
                continue;
            if (scale == 0) {
                out << below1000(group, m_gender);
            } else {
                const Noun &noun = m_words.scales.at(scale - 1);
                out << below1000(group, noun.gender) << counted(m_words, noun, quint64(group), m_case);
            }
        }
        return out.join(u' ');
    }

private:
    QString word(int number, Gender gender) const
    {
        return pick(pick(*m_words.numbers.constFind(number), int(m_case)), int(gender));
    }

    /// @param number from 1 to 999
    QString below1000(int number, Gender gender) const
    {
        QStringList out;
        if (number >= 100)
            out << word(number / 100 * 100, gender);
        const int rest = number % 100;
        if (rest > 20 && rest % 10 != 0)
            out << word(rest / 10 * 10, gender) + m_words.hyphen + word(rest % 10, gender);
        else if (rest != 0)
            out << word(rest, gender);
        return out.join(u' ');
    }

    const Words &m_words;
    Gender m_gender;
    GrammaticalCase m_case;
};

quint64 magnitude(qint64 number) { return number < 0 ? 0 - quint64(number) : quint64(number); }

QString withMinus(const Words &words, bool negative, const QString &text)
{
    return negative ? words.minus + u' ' + text : text;
}

QString namedAmount(const Words &words, const QList<Noun> &units, quint64 whole, quint64 part, int digits,
                    const AmountWordsOptions &options)
{
    const auto inWords = [&](quint64 number, const Noun &noun) {
        return NumberWriter(words, noun.gender, options.grammaticalCase).write(number);
    };
    const GrammaticalCase c = options.grammaticalCase;
    QString text = inWords(whole, units.first()) + u' ' + counted(words, units.first(), whole, c);
    if (digits > 0) {
        const Noun &minor = units.last();
        text += words.joint +
                (options.minorInWords ? inWords(part, minor) : QString::number(part).rightJustified(digits, u'0')) +
                u' ' + counted(words, minor, part, c);
    }
    return text;
}
} // namespace

QString amountInWords(const Money &amount, const QLocale &locale, const AmountWordsOptions &options)
{
    const Words &words = wordsOf(locale);
    const int digits = Money::minorDigits(amount.currency());
    const quint64 unit = quint64(pow10(digits));
    const quint64 whole = magnitude(amount.minor()) / unit;
    const quint64 part = magnitude(amount.minor()) % unit;

    QString text;
    if (const auto it = words.currencies.constFind(amount.currency()); it != words.currencies.cend()) {
        text = namedAmount(words, *it, whole, part, digits, options);
    } else {
        text = NumberWriter(words, Gender::Masculine, options.grammaticalCase).write(whole);
        if (!amount.currency().isEmpty())
            text += u' ' + amount.currency();
        text += words.joint + QStringLiteral("%1/%2").arg(part, digits, 10, QChar(u'0')).arg(unit);
    }
    text = withMinus(words, amount.minor() < 0, text);
    if (options.capital)
        text.front() = text.front().toUpper();
    return text;
}

QString numberInWords(qint64 number, const QLocale &locale, Gender gender, GrammaticalCase grammaticalCase)
{
    const Words &words = wordsOf(locale);
    return withMinus(words, number < 0, NumberWriter(words, gender, grammaticalCase).write(magnitude(number)));
}

} // namespace crm
