// The order in which extensions start, and why some cannot. Plain data in and out.
#pragma once
#include "core/extend/metadata.h"
#include <QMap>
#include <QSet>

namespace crm {

struct StartOrder
{
    QList<int> order;           ///< indexes, required ones first; among equals as they came
    QMap<int, QString> refused; ///< index -> a sentence why
};

/// @param infos ids are unique. @param unavailable indexes that cannot run for a reason of their own.
CRM_CORE StartOrder resolveOrder(const QList<ExtensionInfo> &infos, const QSet<int> &unavailable = {});

} // namespace crm
