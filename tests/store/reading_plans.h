// What plans of lists are asked for, whichever database makes them.
#pragma once
#include "tests/store/reading_world.h"

namespace crm::test {

/// Every page of the things in the order of each column that lists show: none may gather and sort its rows.
/// @param sorts the steps of the page's plan that do
inline void everyDefaultColumnIsWalked(World &world,
                                       const std::function<QStringList(const Query &, const PageAt &)> &sorts)
{
    int checked = 0;
    for (const Field &f : world.catalog().at(QStringLiteral("things")).fieldList()) {
        if (!f.isInList() || isListKind(f.kind()) || isRefKind(f.kind()))
            continue;
        for (bool descending : {false, true}) {
            Query q(QStringLiteral("things"));
            q.sort = {{f.key(), descending}};
            PageAt at;
            EXPECT_EQ(sorts(q, at), QStringList()) << f.key().toStdString() << " first page";
            const Page first = world.reading().page(q, at);
            ASSERT_EQ(first.rows.size(), at.limit);
            for (PageAt::Type type : {PageAt::After, PageAt::From, PageAt::Before, PageAt::Last}) {
                at.type = type;
                at.key = first.rows.last().key;
                EXPECT_EQ(sorts(q, at), QStringList()) << f.key().toStdString() << " type " << type;
            }
            ++checked;
        }
    }
    EXPECT_GE(checked, 20);
}

} // namespace crm::test
