// The base of the contract tests: one run of each test for every entity that is declared.
#pragma once
#include "core/model/validation.h"
#include "tests/support/temp_database.h"
#include <QSet>
#include <gtest/gtest.h>

namespace crm::test {

/// @param lines with those that are only parts of documents
inline std::vector<std::string> everyKey(bool lines = true)
{
    std::vector<std::string> keys;
    for (const auto &entity : builtinRegistry().entities()) {
        if (lines || !entity->isLine())
            keys.push_back(entity->key().toStdString());
    }
    return keys;
}

class EveryEntity : public ::testing::TestWithParam<std::string>
{
protected:
    const Entity &entity() const { return catalog().at(QString::fromStdString(GetParam())); }
    static const Catalog &catalog()
    {
        static const Catalog all(builtinRegistry());
        return all;
    }
};

} // namespace crm::test

#define CRM_FOR_EVERY_ENTITY(Suite)                                                                                    \
    INSTANTIATE_TEST_SUITE_P(All, Suite, ::testing::ValuesIn(crm::test::everyKey()),                                   \
                             [](const auto &info) { return info.param; })
