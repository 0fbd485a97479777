// What is refused, and how.
#pragma once
#include "core/model/error.h"
#include <gtest/gtest.h>

namespace crm::test {

/// The kind of the error that the call throws; a fault of the test if it throws none.
template<typename Call> ErrorKind kindOf(Call call)
{
    try {
        call();
    } catch (const Error &e) {
        return e.kind();
    }
    ADD_FAILURE() << "nothing was refused";
    return ErrorKind::Cancelled;
}

} // namespace crm::test
