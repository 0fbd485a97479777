#include "core/model/choice_text.h"
#include <QRegularExpression>
#include <algorithm>

namespace crm {

namespace {
/// A word of small letters or #rrggbb; which words are colours is the window's business.
bool isColor(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^([a-z]{3,10}|#[0-9a-fA-F]{6})$"));
    return form.match(text).hasMatch();
}
} // namespace

QList<Choice> parseChoices(const QString &text)
{
    QList<Choice> out;
    QString flat = text;
    flat.replace(u'\n', u';');
    const QStringList parts = flat.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString key = part.section(u'=', 0, 0).trimmed();
        QString label = part.contains(u'=') ? part.section(u'=', 1).trimmed() : key;
        QString color;
        const QString last = label.section(u'|', -1).trimmed();
        if (part.contains(u'=') && label.contains(u'|') && isColor(last)) {
            color = last;
            label = label.section(u'|', 0, -2).trimmed();
        }
        if (!key.isEmpty())
            out << Choice{key, Label::literal(label), color};
    }
    return out;
}

QString choicesText(const QList<Choice> &choices)
{
    QStringList lines;
    for (const Choice &choice : choices) {
        QString line = QStringLiteral("%1 = %2").arg(choice.key, choice.label.text());
        if (!choice.color.isEmpty())
            line += QStringLiteral(" | ") + choice.color;
        lines << line;
    }
    return lines.join(u'\n');
}

QStringList choicesInOrder(const Field &field, const QVariant &value)
{
    QStringList keys = choiceKeys(value), ordered;
    for (const Choice &choice : field.choices()) {
        if (keys.removeAll(choice.key) > 0)
            ordered << choice.key;
    }
    return ordered + keys;
}

bool knowsChoices(const Field &field, const QVariant &value)
{
    const QStringList keys = choiceKeys(value);
    return std::all_of(keys.begin(), keys.end(), [&field](const QString &key) { return field.choice(key); });
}

} // namespace crm
