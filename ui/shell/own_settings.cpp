#include "ui/shell/own_settings.h"
#include "core/store/session.h"
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QSettings>
#include <algorithm>

namespace crm {
namespace {

constexpr int everyMs = 20'000;
const QString listsOf = QStringLiteral("window/lists_of"); ///< the database that what all shared comes from
QString &place()
{
    static QString group; // one window is open at a time
    return group;
}

/// Arranged by hand for the records of one database. The others are habits, the same wherever the person works.
QStringList groupsOfDatabase()
{
    return {QStringLiteral("lists/"), QStringLiteral("dashboard/"), QStringLiteral("sidebar/"),
            QStringLiteral("imports/")};
}

/// What was looked for in one database is nothing to find in another.
bool isFilter(const QString &key)
{
    const QString last = key.section(u'/', -1);
    return key.startsWith(QLatin1String("lists/")) &&
           (last == QLatin1String("where") || last == QLatin1String("look") || last == QLatin1String("view"));
}

/// Once; they stay where they were, for the next database.
void takeOverShared(const QString &database)
{
    QSettings settings;
    const QString begun = ownSetting(QStringLiteral("begun"));
    if (settings.contains(begun))
        return;
    settings.setValue(begun, true);
    const QString from = settings.value(listsOf).toString();
    const bool withFilters = from.isEmpty() || from == database;
    const QStringList keys = settings.allKeys(), groups = groupsOfDatabase();
    for (const QString &key : keys) {
        const auto holds = [&key](const QString &group) { return key.startsWith(group); };
        if (std::any_of(groups.begin(), groups.end(), holds) && (withFilters || !isFilter(key)))
            settings.setValue(ownSetting(key), settings.value(key));
    }
}

const QString recordName = QStringLiteral("window"), nameField = QStringLiteral("name"),
              valueField = QStringLiteral("value");

QJsonObject read(const QString &text) { return QJsonDocument::fromJson(text.toUtf8()).object(); }

/// As an INI file gives it back: everything is text, a list of one is its element, an empty one is nothing.
QJsonValue plain(const QVariant &value)
{
    if (value.typeId() != QMetaType::QStringList && value.typeId() != QMetaType::QVariantList)
        return value.isValid() && !value.isNull() ? QJsonValue(value.toString()) : QJsonValue();
    const QVariantList list = value.toList();
    if (list.isEmpty())
        return {};
    const bool isText = list.first().typeId() == QMetaType::QString;
    return list.size() == 1 && isText ? QJsonValue(list.first().toString()) : QJsonValue::fromVariant(list);
}

Query newest()
{
    Query query(ownSettingsEntity());
    query.columns = {valueField};
    query.filter = Filter::where(nameField, Op::Equal, recordName);
    query.sort = {{QStringLiteral("changed_at"), true}};
    return query;
}

/// Into the record of this person, which is made at the first time.
void write(Repository &repository, const QJsonObject &values)
{
    PageAt first;
    first.limit = 1;
    const Page page = repository.page(newest(), first);
    Document document = page.rows.isEmpty() ? Document(Record(repository.catalog()->at(ownSettingsEntity()), newId()))
                                            : repository.load(ownSettingsEntity(), page.rows.first().id);
    document.set(nameField, recordName);
    document.set(valueField, QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact)));
    repository.save(document);
}

} // namespace

QString ownSettingsEntity() { return QStringLiteral("own_settings"); }

void beginOwnSettings(const Session &session)
{
    const QByteArray target =
        QCryptographicHash::hash(session.target().key().toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
    place() = QStringLiteral("window/%1-%2/").arg(QString::fromLatin1(target)).arg(session.actor().userId);
    takeOverShared(session.target().key());
}

QString ownSetting(const QString &key) { return place() + key; }

QStringList OwnSettings::groups()
{
    return groupsOfDatabase() << QStringLiteral("shortcuts/") << QStringLiteral("welcome/");
}

QList<OwnSettings::Part> OwnSettings::parts()
{
    QList<Part> parts;
    const QStringList all = groups(), here = groupsOfDatabase();
    for (const QString &group : all)
        parts << Part{group, here.contains(group) ? ownSetting(group) : group};
    return parts;
}

OwnSettings::OwnSettings(Session &session, QList<Part> parts, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_parts(std::move(parts))
{
    const Entity *entity = session.catalog()->find(ownSettingsEntity());
    const Policy policy = session.actor().policy;
    m_mayKeep = entity && policy.may(*entity, Verb::Read) && policy.may(*entity, Verb::Create) &&
                policy.may(*entity, Verb::Update);
    m_hasRead = !m_mayKeep;
    if (!m_mayKeep)
        return;
    m_timer.setInterval(everyMs);
    connect(&m_timer, &QTimer::timeout, this, &OwnSettings::store);
    load();
}

void OwnSettings::load()
{
    PageAt first;
    first.limit = 1;
    m_request.ask(
        this, m_session.page(newest(), first),
        [this](const Page &page) {
            m_hasRead = true;
            m_timer.start();
            if (!page.rows.isEmpty())
                take(read(page.rows.first().values.value(0).toString()));
        },
        [](const Error &error) { qInfo("own settings: %s", qPrintable(error.sentence())); });
}

void OwnSettings::take(const QJsonObject &there)
{
    m_known = there;
    const QJsonObject mine = here();
    if (mine == there)
        return;
    QSettings settings;
    for (const Part &part : m_parts) {
        // What has been undone elsewhere goes; of habits, those of somebody else who sat at this computer.
        for (auto it = mine.begin(); it != mine.end(); ++it) {
            if (it.key().startsWith(part.name) && !there.contains(it.key()))
                settings.remove(part.local + it.key().mid(part.name.size()));
        }
        for (auto it = there.begin(); it != there.end(); ++it) {
            if (it.key().startsWith(part.name))
                settings.setValue(part.local + it.key().mid(part.name.size()),
                                  it.value().isNull() ? QVariant() : it.value().toVariant());
        }
    }
    Q_EMIT arrived();
}

QJsonObject OwnSettings::here() const
{
    const QSettings settings;
    const QStringList keys = settings.allKeys();
    QJsonObject values;
    for (const Part &part : m_parts) {
        for (const QString &key : keys) {
            if (key.startsWith(part.local))
                values.insert(part.name + key.mid(part.local.size()), plain(settings.value(key)));
        }
    }
    return values;
}

void OwnSettings::store()
{
    const QJsonObject values = here();
    if (!m_mayKeep || !m_hasRead || m_session.isSeeingAs() || m_isWriting || values == m_known ||
        m_session.isOffline() || m_session.isInMaintenance())
        return; // they wait on this computer
    m_isWriting = true;
    await(
        this, m_session.write([values](Repository &repository) { write(repository, values); }),
        [this, values] {
            m_isWriting = false;
            m_known = values;
        },
        [this](const Error &error) {
            m_isWriting = false;
            if (error.kind() == ErrorKind::Conflict)
                load(); // another window of this person was faster
            qInfo("own settings: %s", qPrintable(error.sentence()));
        });
}

} // namespace crm
