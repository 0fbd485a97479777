#include "ui/exchange/remembered_mapping.h"
#include "ui/shell/own_settings.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace crm {
namespace {

constexpr int mostKept = 12; // of one entity; it travels with what a person has arranged

const QLatin1String atKey("at"), columnsKey("columns"), constantsKey("constants"), matchKey("match"),
    onMatchKey("on_match"), datesKey("dates"), createKey("create"), keepKey("keep"), wholeKey("whole"),
    answersKey("answers");

QString groupOf(const QString &entity) { return ownSetting(QStringLiteral("imports/") + entity); }

QString keyOf(const ImportDraft &draft)
{
    QStringList headings = draft.sample.headers;
    headings.sort();
    const QByteArray text = headings.join(u'\n').toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex().left(16));
}

QString joined(const QList<ColumnTarget> &map, bool constants)
{
    QStringList parts;
    for (const ColumnTarget &t : map) {
        if (t.isConstant() == constants && !t.path.isEmpty())
            parts << t.toString();
    }
    return parts.join(u',');
}

QStringList texts(const QJsonValue &list)
{
    QStringList out;
    for (const auto &v : list.toArray())
        out << v.toString();
    return out;
}

/// The first of them: all of it travels with what a person has arranged.
QJsonArray toJson(const QList<ValueAnswer> &answers)
{
    constexpr qsizetype most = 100;
    QJsonArray list;
    for (const ValueAnswer &answer : answers.mid(0, most))
        list << answer.toString();
    return list;
}

QList<ValueAnswer> answersFrom(const QJsonValue &list)
{
    QList<ValueAnswer> answers;
    const QStringList written = texts(list);
    for (const QString &text : written)
        answers << parseAnswer(text);
    return answers;
}

template<class Enum> Enum choice(const QJsonValue &value, Enum last)
{
    return Enum(std::clamp(value.toInt(), 0, int(last)));
}

QJsonObject read(const QSettings &settings, const QString &key)
{
    return QJsonDocument::fromJson(settings.value(key).toString().toUtf8()).object();
}

void forgetOldest(QSettings &settings)
{
    const QStringList keys = settings.childKeys();
    if (keys.size() <= mostKept)
        return;
    const auto older = [&](const QString &a, const QString &b) {
        return read(settings, a).value(atKey).toString() < read(settings, b).value(atKey).toString();
    };
    settings.remove(*std::min_element(keys.begin(), keys.end(), older));
}

} // namespace

void rememberMapping(const ImportDraft &draft)
{
    const QJsonObject o{{atKey, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                        {columnsKey, joined(draft.map, false)},
                        {constantsKey, joined(draft.map, true)},
                        {matchKey, QJsonArray::fromStringList(draft.matchNothing ? QStringList() : draft.match)},
                        {onMatchKey, int(draft.onMatch)},
                        {datesKey, int(draft.dateOrder)},
                        {createKey, QJsonArray::fromStringList(draft.createMissing)},
                        {answersKey, toJson(draft.answers)},
                        {keepKey, draft.keepFilled},
                        {wholeKey, draft.allOrNothing}};
    QSettings settings;
    settings.beginGroup(groupOf(draft.entity));
    settings.setValue(keyOf(draft), QString::fromUtf8(QJsonDocument(o).toJson(QJsonDocument::Compact)));
    forgetOldest(settings);
}

QDate recallMapping(ImportDraft &draft)
{
    const QJsonObject o = read(QSettings(), groupOf(draft.entity) + u'/' + keyOf(draft));
    const QDateTime at = QDateTime::fromString(o.value(atKey).toString(), Qt::ISODateWithMs);
    if (!at.isValid())
        return {};
    QList<ColumnTarget> map;
    QList<ValueAnswer> answers;
    try { // as an earlier version wrote it
        const QString columns = o.value(columnsKey).toString(), constants = o.value(constantsKey).toString();
        if (!columns.isEmpty())
            map = parseMap(columns);
        if (!constants.isEmpty())
            map += parseConstants(constants);
        answers = answersFrom(o.value(answersKey));
    } catch (const Error &) {
        return {};
    }
    map.removeIf([&](const ColumnTarget &t) { return !draft.target(t.path); });
    if (map.isEmpty()) // nothing of it is left
        return {};
    draft.map = map;
    draft.match = texts(o.value(matchKey));
    draft.matchNothing = draft.match.isEmpty();
    draft.onMatch = choice(o.value(onMatchKey), OnMatch::Refuse);
    draft.dateOrder = choice(o.value(datesKey), DateOrder::MonthFirst);
    draft.createMissing = texts(o.value(createKey));
    draft.answers = answers;
    draft.keepFilled = o.value(keepKey).toBool();
    draft.allOrNothing = o.value(wholeKey).toBool();
    return at.toLocalTime().date();
}

} // namespace crm
