#include "core/exchange/import_words.h"
#include "core/model/text.h"
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace crm {

namespace {
QStringList strings(const QJsonValue &value)
{
    QStringList list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &v : array)
        list << v.toString();
    return list;
}

QSet<QString> foldedSet(const QJsonValue &value)
{
    QSet<QString> set;
    const QStringList list = strings(value);
    for (const QString &s : list)
        set << fold(s);
    return set;
}

QSet<QString> plainSet(const QJsonValue &value)
{
    QSet<QString> set;
    const QStringList list = strings(value);
    for (const QString &s : list)
        set << ImportWords::plain(s);
    return set;
}

/// "client_id" points to what a head calls "client".
QString withoutId(const QString &key) { return key.endsWith(QLatin1String("_id")) ? key.chopped(3) : key; }
} // namespace

const ImportWords &ImportWords::instance()
{
    static const ImportWords words;
    return words;
}

ImportWords::ImportWords()
{
    QFile file(QStringLiteral(":/exchange/words.json"));
    const bool opened = file.open(QIODevice::ReadOnly);
    const QJsonObject words = QJsonDocument::fromJson(opened ? file.readAll() : QByteArray()).object();
    Q_ASSERT_X(!words.isEmpty(), "ImportWords", "resources/exchange/words.json is no JSON");
    const QJsonArray groups = words[QLatin1String("fields")].toArray();
    for (int g = 0; g < groups.size(); ++g) {
        const QStringList list = strings(groups[g]);
        for (const QString &word : list)
            m_groups[plain(word)].insert(g);
    }
    const QJsonObject entities = words[QLatin1String("entities")].toObject();
    for (auto it = entities.begin(); it != entities.end(); ++it) {
        const QStringList list = strings(it.value());
        for (const QString &word : list)
            m_entities[it.key()] << plain(word);
    }
    m_id = plainSet(words[QLatin1String("id")]);
    m_title = plainSet(words[QLatin1String("title")]);
    m_ignored = plainSet(words[QLatin1String("ignored")]);
    m_yes = foldedSet(words[QLatin1String("yes")]);
    m_no = foldedSet(words[QLatin1String("no")]);
    m_fullName = strings(words[QLatin1String("full_name")]);
    // Missing in a build without translations: then English alone is understood.
    [[maybe_unused]] const bool loaded = m_russian.load(QStringLiteral(":/i18n/mycrm_ru.qm"));
}

QString ImportWords::plain(const QString &header)
{
    const QString folded = fold(header);
    QString out;
    out.reserve(folded.size());
    for (QChar c : folded) {
        if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

QStringList ImportWords::labelTexts(const Label &label) const
{
    QStringList texts = {label.source(), label.text(), label.text(m_russian)};
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

bool ImportWords::isLabel(const QString &plainHeader, const Field &field) const
{
    if (plainHeader == plain(field.key()) || plainHeader == plain(withoutId(field.key())))
        return true;
    const QStringList texts = labelTexts(field.label());
    for (const QString &text : texts) {
        if (plainHeader == plain(text))
            return true;
    }
    return false;
}

bool ImportWords::mean(const QString &plainHeader, const Field &field) const
{
    if (isLabel(plainHeader, field))
        return true;
    const QSet<int> groups = m_groups.value(plainHeader);
    return groups.intersects(m_groups.value(plain(field.key()))) ||
           groups.intersects(m_groups.value(plain(withoutId(field.key()))));
}

QStringList ImportWords::entityWords(const Entity &entity) const
{
    QStringList words = m_entities.value(entity.key());
    for (const QString &text : labelTexts(entity.one()) + labelTexts(entity.many()))
        words << plain(text);
    words << plain(entity.key());
    words.removeDuplicates();
    return words;
}

std::optional<bool> ImportWords::yesNo(const QString &text) const
{
    const QString folded = fold(text);
    if (m_yes.contains(folded))
        return true;
    if (m_no.contains(folded))
        return false;
    return std::nullopt;
}

} // namespace crm
