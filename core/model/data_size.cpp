#include "core/model/data_size.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::DataSize)
};
constexpr qint64 kilobyte = 1024;
} // namespace

QString dataSize(qint64 bytes, const QLocale &locale, int decimals)
{
    if (bytes < kilobyte) // Qt's Russian knows one form of the word only
        return Tr::tr("%n bytes", nullptr, int(bytes));
    // IEC's units have no names but English ones in Qt.
    return locale.formattedDataSize(bytes, decimals, QLocale::DataSizeTraditionalFormat);
}

} // namespace crm
