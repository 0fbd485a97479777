// What an extension says about itself, readable without running any of its code.
//
//     {
//         "id": "warehouse", "version": "1.2.0", "compatVersion": "1.0.0",
//         "name": "Warehouse", "name[ru]": "...", "description": "...", "description[ru]": "...",
//         "vendor": "MyCRM",
//         "requires": [{"id": "mycrm", "version": "0.1.0"}],
//         "rights": [{"key": "warehouse_prices", "label": "...", "label[ru]": "..."}],
//         "translations": ":/warehouse/i18n/warehouse"
//     }
#pragma once
#include "core/core_export.h"
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QVersionNumber>
#include <optional>

namespace crm {

/// A text with its translations, as "name" and "name[ru]" of the metadata.
class CRM_CORE LocalText
{
public:
    static LocalText read(const QJsonObject &object, const QString &key);
    /// In the default locale's language, else in English.
    QString text() const;
    QString text(const QString &language) const;
    bool isEmpty() const { return m_source.isEmpty(); }

private:
    QString m_source;
    QHash<QString, QString> m_byLanguage;
};

struct Requirement
{
    QString id;
    QVersionNumber version; ///< satisfied when compatVersion <= this <= version of the one required
};

/// A named right that the extension brings along, for Field::restricted() and Policy::holds().
struct NamedRight
{
    QString key;
    LocalText label;
};

struct CRM_CORE ExtensionInfo
{
    QString id;
    QVersionNumber version;
    QVersionNumber compatVersion; ///< the oldest version whose users this one still serves
    LocalText name, description;
    QString vendor;
    QList<Requirement> requirements;
    QList<NamedRight> rights;
    QString translations; ///< resource path without "_ru.qm"; empty: none

    /// Throws Error(Validation) that names what is missing or wrong.
    static ExtensionInfo read(const QJsonObject &metadata);
    bool provides(const QVersionNumber &wanted) const;
};

} // namespace crm
