#include "ui/shell/settings_aside.h"
#include <QDataStream>

namespace crm {

namespace {
bool readMap(QIODevice &device, QSettings::SettingsMap &map)
{
    QDataStream stream(&device);
    stream >> map;
    return stream.status() == QDataStream::Ok;
}

bool writeMap(QIODevice &device, const QSettings::SettingsMap &map)
{
    QDataStream stream(&device);
    stream << map;
    return stream.status() == QDataStream::Ok;
}

/// A format of its own: where the others keep their files stays as it is.
QSettings::Format asideFormat()
{
    static const QSettings::Format format =
        QSettings::registerFormat(QStringLiteral("aside"), readMap, writeMap, Qt::CaseSensitive);
    return format;
}
} // namespace

SettingsAside::SettingsAside(const QStringList &without)
    : m_before(QSettings::defaultFormat())
{
    QSettings::SettingsMap kept;
    {
        const QSettings own;
        const QStringList keys = own.allKeys();
        for (const QString &key : keys) {
            const auto isOut = [&key](const QString &group) { return key.startsWith(group); };
            if (std::none_of(without.begin(), without.end(), isOut))
                kept.insert(key, own.value(key));
        }
    }
    for (const QSettings::Scope scope : {QSettings::UserScope, QSettings::SystemScope})
        QSettings::setPath(asideFormat(), scope, m_folder.path());
    QSettings::setDefaultFormat(asideFormat());
    QSettings aside;
    for (auto it = kept.cbegin(); it != kept.cend(); ++it)
        aside.setValue(it.key(), it.value());
}

SettingsAside::~SettingsAside()
{
    QSettings().sync();
    QSettings::setDefaultFormat(m_before);
}

} // namespace crm
