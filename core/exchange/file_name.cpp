#include "core/exchange/file_name.h"
#include <QRegularExpression>

namespace crm {

QString fittingName(const QString &title)
{
    static const QRegularExpression odd(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    return QString(title).replace(odd, QStringLiteral("_")).simplified().left(120);
}

} // namespace crm
