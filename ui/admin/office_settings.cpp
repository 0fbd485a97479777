#include "ui/admin/office_settings.h"
#include "core/store/session.h"
#include "ui/style/office_accent.h"
#include <QCryptographicHash>
#include <QSet>
#include <QSettings>

namespace crm {
namespace {

QSet<QString> hiddenLists;

} // namespace

QString officeSettingsEntity() { return QStringLiteral("office_settings"); }

OfficeSettings::OfficeSettings(Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_cacheKey(
          QStringLiteral("office/") +
          QString::fromLatin1(
              QCryptographicHash::hash(session.target().key().toUtf8(), QCryptographicHash::Sha1).toHex().left(16)))
{
    const QStringList known = QSettings().value(m_cacheKey).toStringList();
    take(known.value(0), known.value(1), known.value(2));
    connect(&session, &Session::changed, this, [this](const QList<Change> &changes) {
        if (std::any_of(changes.begin(), changes.end(),
                        [](const Change &c) { return c.entity == officeSettingsEntity(); }))
            load();
    });
    load();
}

bool OfficeSettings::isHidden(const Entity &entity) { return mayHide(entity) && hiddenLists.contains(entity.key()); }

bool OfficeSettings::mayHide(const Entity &entity)
{
    return entity.isInMenu() && !entity.isLine() && !entity.isAdminOnly() && !entity.areaKey().isEmpty();
}

void OfficeSettings::load()
{
    const Entity *entity = m_session.catalog()->find(officeSettingsEntity());
    if (!entity || !m_session.actor().policy.may(*entity, Verb::Read))
        return;
    Query query(entity->key());
    query.columns = {QStringLiteral("name"), QStringLiteral("accent"), QStringLiteral("hidden_lists")};
    query.sort = {{QStringLiteral("id"), false}};
    PageAt at;
    at.limit = 1;
    m_request.ask(
        this, m_session.page(query, at),
        [this](const Page &page) {
            const QVariantList values = page.rows.value(0).values;
            QStringList texts;
            for (int i = 0; i < 3; ++i)
                texts.append(values.value(i).toString());
            QSettings().setValue(m_cacheKey, texts);
            take(texts.at(0), texts.at(1), texts.at(2));
            Q_EMIT changed();
        },
        [](const Error &error) { qInfo("settings of the office: %s", qPrintable(error.sentence())); });
}

void OfficeSettings::take(const QString &name, const QString &accent, const QString &hidden)
{
    m_name = name;
    hiddenLists.clear();
    for (const QString &key : hidden.split(u',', Qt::SkipEmptyParts))
        hiddenLists.insert(key.trimmed());
    setOfficeAccent(QColor(accent));
}

} // namespace crm
