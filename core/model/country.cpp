#include "core/model/country.h"
#include <QHash>
#include <QLocale>
#include <QSet>

namespace crm {

namespace {
struct Countries
{
    QSet<QString> codes;
    QHash<QString, QString> byName;

    Countries()
    {
        for (int n = QLocale::AnyTerritory + 1; n <= QLocale::LastTerritory; ++n) {
            const auto territory = QLocale::Territory(n);
            const QString code = QLocale::territoryToCode(territory);
            if (code.size() != 2 || !code.at(0).isUpper() || !code.at(1).isUpper())
                continue; // 419, Latin America, is none
            codes.insert(code);
            add(QLocale::territoryToString(territory), code);
            const QList<QLocale> locales =
                QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, territory);
            for (const QLocale &locale : locales)
                add(locale.nativeTerritoryName(), code);
        }
    }
    void add(const QString &name, const QString &code)
    {
        if (!name.isEmpty() && !byName.contains(name.toCaseFolded()))
            byName.insert(name.toCaseFolded(), code);
    }
};

const Countries &countries()
{
    static const Countries all;
    return all;
}
} // namespace

bool isCountryCode(const QString &code) { return countries().codes.contains(code); }

QString countryCode(const QString &text)
{
    const QString plain = text.simplified();
    if (isCountryCode(plain.toUpper()))
        return plain.toUpper();
    return countries().byName.value(plain.toCaseFolded());
}

} // namespace crm
