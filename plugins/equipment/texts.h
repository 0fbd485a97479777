// The plugin's translation context: one for all of it, so that renaming a class orphans no text. New texts are
// collected with: lupdate -tr-function-alias QT_TR_NOOP+=label plugins/equipment -ts plugins/equipment/equipment_ru.ts
#pragma once
#include "core/model/label.h"
#include <QCoreApplication>

namespace equipment {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(equipment)
public:
    /// A text of a declaration: translated when it is shown.
    static crm::Label label(const char *source, const char *comment = nullptr)
    {
        return crm::Label(source, comment, "equipment");
    }
};

} // namespace equipment
