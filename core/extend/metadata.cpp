#include "core/extend/metadata.h"
#include "core/model/error.h"
#include "core/model/text.h"
#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace crm {
namespace {
QString say(const char *text) { return QCoreApplication::translate("crm::Extensions", text); }

[[noreturn]] void refuse(const QString &sentence) { throw Error(ErrorKind::Validation, sentence); }

QVersionNumber readVersion(const QJsonObject &object, const QString &key)
{
    const QString written = object.value(key).toString();
    qsizetype end = 0;
    const QVersionNumber version = QVersionNumber::fromString(written, &end);
    if (version.isNull() || end != written.size())
        refuse(say(QT_TRANSLATE_NOOP("crm::Extensions",
                                     "The plugin's metadata give no proper version under \"%1\" (\"%2\"); "
                                     "it has to look like 1.2.0."))
                   .arg(key, written));
    return version;
}

/// "warehouse", "warehouse.ui": identifiers with dots between them.
bool isExtensionId(const QString &id)
{
    const QStringList parts = id.split(u'.');
    return std::all_of(parts.begin(), parts.end(), [](const QString &part) { return isIdentifier(part); });
}
} // namespace

LocalText LocalText::read(const QJsonObject &object, const QString &key)
{
    LocalText text;
    text.m_source = object.value(key).toString();
    const QString prefix = key + u'[';
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key().startsWith(prefix) && it.key().endsWith(u']'))
            text.m_byLanguage.insert(it.key().mid(prefix.size()).chopped(1), it.value().toString());
    }
    return text;
}

QString LocalText::text() const { return text(QLocale().bcp47Name().section(u'-', 0, 0)); }

QString LocalText::text(const QString &language) const { return m_byLanguage.value(language, m_source); }

ExtensionInfo ExtensionInfo::read(const QJsonObject &metadata)
{
    ExtensionInfo info;
    info.id = metadata.value(u"id").toString();
    if (!isExtensionId(info.id))
        refuse(
            say(QT_TRANSLATE_NOOP("crm::Extensions", "The plugin's metadata give no proper id (\"%1\"); it has to look "
                                                     "like warehouse or warehouse.ui."))
                .arg(info.id));
    info.name = LocalText::read(metadata, QStringLiteral("name"));
    if (info.name.isEmpty())
        refuse(say(QT_TRANSLATE_NOOP("crm::Extensions", "The plugin's metadata give no name.")));
    info.version = readVersion(metadata, QStringLiteral("version"));
    info.compatVersion =
        metadata.contains(u"compatVersion") ? readVersion(metadata, QStringLiteral("compatVersion")) : info.version;
    info.description = LocalText::read(metadata, QStringLiteral("description"));
    info.vendor = metadata.value(u"vendor").toString();
    info.translations = metadata.value(u"translations").toString();
    for (const QJsonValue &value : metadata.value(u"requires").toArray()) {
        const QJsonObject one = value.toObject();
        info.requirements.append({one.value(u"id").toString(), readVersion(one, QStringLiteral("version"))});
    }
    for (const QJsonValue &value : metadata.value(u"rights").toArray()) {
        const QJsonObject one = value.toObject();
        info.rights.append({one.value(u"key").toString(), LocalText::read(one, QStringLiteral("label"))});
        if (!isIdentifier(info.rights.last().key) || info.rights.last().label.isEmpty())
            refuse(
                say(QT_TRANSLATE_NOOP("crm::Extensions", "The plugin's metadata name a right without a proper key and "
                                                         "label.")));
    }
    return info;
}

bool ExtensionInfo::provides(const QVersionNumber &wanted) const
{
    // Trailing zeroes mean nothing to people: 1.0 is 1.0.0.
    const QVersionNumber one = wanted.normalized();
    return compatVersion.normalized() <= one && one <= version.normalized();
}

} // namespace crm
