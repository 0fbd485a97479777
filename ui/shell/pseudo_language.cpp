#include "ui/shell/pseudo_language.h"
#include <QLatin1String>
#include <QRegularExpression>

namespace crm {
namespace {

/// What must come through as it is: %1, %L1 and %n, tags, entities, addresses of the help, words in `code`.
const QRegularExpression &kept()
{
    static const QRegularExpression pattern(
        QStringLiteral("%L?[0-9]{1,2}|%L?n|<[^>]*>|&[a-z]+;|\\]\\([^)]*\\)|`[^`]*`|\\\\n"));
    return pattern;
}

QChar spokenLetter(QChar c)
{
    static constexpr char16_t letters[] = u"\u0627\u0628\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633"
                                          u"\u0634\u0635\u0636\u0637\u0638\u0639\u063a\u0641\u0642\u0643\u0644\u0645"
                                          u"\u0646\u0647";
    const char16_t lower = c.toLower().unicode();
    return lower >= u'a' && lower <= u'z' ? QChar(letters[lower - u'a']) : c;
}

} // namespace

QString PseudoLanguage::spoken(const QString &text)
{
    QString out;
    qsizetype letters = 0, from = 0;
    const auto speak = [&](QStringView piece) {
        for (const QChar c : piece) {
            const QChar letter = spokenLetter(c);
            out += letter;
            // Every third letter twice: as long as German, which is longer than Russian.
            if (letter != c && ++letters % 3 == 0)
                out += letter;
        }
    };
    for (auto it = kept().globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        speak(QStringView(text).mid(from, match.capturedStart() - from));
        out += match.captured();
        from = match.capturedEnd();
    }
    speak(QStringView(text).mid(from));
    return out;
}

QString PseudoLanguage::translate(const char *context, const char *sourceText, const char *, int) const
{
    // Qt asks for the direction of a language by this text.
    if (qstrcmp(context, "QGuiApplication") == 0 && qstrcmp(sourceText, "QT_LAYOUT_DIRECTION") == 0)
        return QStringLiteral("RTL");
    return spoken(QString::fromUtf8(sourceText));
}

} // namespace crm
