// The plugin's translation context: one for all of it, so that renaming a class orphans no text.
#pragma once
#include "core/model/label.h"
#include <QCoreApplication>

namespace equipment {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(equipment)
};

inline crm::Label label(const char *source, const char *comment = nullptr)
{
    return crm::Label(source, comment, "equipment");
}

} // namespace equipment
