#include "core/model/choice_text.h"

namespace crm {

QList<Choice> parseChoices(const QString &text)
{
    QList<Choice> out;
    QString flat = text;
    flat.replace(u'\n', u';');
    const QStringList parts = flat.split(u';', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString key = part.section(u'=', 0, 0).trimmed();
        const QString label = part.contains(u'=') ? part.section(u'=', 1).trimmed() : key;
        if (!key.isEmpty())
            out << Choice{key, Label::literal(label), {}};
    }
    return out;
}

} // namespace crm
