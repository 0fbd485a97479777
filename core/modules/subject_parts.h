// What hangs on a record leads back to it.
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"
#include "core/store/repository.h"

namespace crm::modules {

/// An action that opens the record that a comment, a reminder ... is about.
inline Action openSubject(const Label &name)
{
    Action a;
    a.key = "open_subject";
    a.label = name;
    a.icon = "external";
    a.available = [](const Record &record) { return record.ref("parent_id") != 0; };
    a.run = [](ActionContext &c) {
        c.result = {c.record.head().text("parent_entity"), c.record.head().ref("parent_id")};
    };
    return a;
}

} // namespace crm::modules
