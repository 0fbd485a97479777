// What the cards of several declarations share.
#pragma once
#include "core/model/record_formats.h"

namespace crm::modules {

/// The fields of addressFields() (parts.h) as the address of a vCard.
inline PropertyMaps addressProperties()
{
    return {{"ADR.street", "address"},
            {"ADR.city", "city"},
            {"ADR.region", "state"},
            {"ADR.zip", "zip"},
            {"ADR.country", "country"}};
}

} // namespace crm::modules
