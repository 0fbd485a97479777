#include "core/store/repository.h"
#include <QCryptographicHash>

namespace crm {

SaveKey SaveKey::named(const QString &text)
{
    constexpr int length = 16;
    return {QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).left(length)};
}

} // namespace crm
