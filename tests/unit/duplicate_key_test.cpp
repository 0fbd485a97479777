#include "core/model/duplicate_key.h"
#include "core/store/duplicates.h"
#include <QSet>
#include <gtest/gtest.h>

using namespace crm;

TEST(DuplicateKey, APhoneIsItsLastTenDigits)
{
    EXPECT_EQ(duplicateKey(Kind::Phone, "+7 (912) 345-67-89"), "9123456789");
    EXPECT_EQ(duplicateKey(Kind::Phone, "8 912 345 67 89"), "9123456789");
    EXPECT_EQ(duplicateKey(Kind::Phone, "345-67-89"), "3456789");
    EXPECT_EQ(duplicateKey(Kind::Phone, "12-34"), "") << "an extension is no number";
}

TEST(DuplicateKey, AnEmailHasNoCase)
{
    EXPECT_EQ(duplicateKey(Kind::Email, " Info@Acme.Example "), "info@acme.example");
}

TEST(DuplicateKey, ATextIsItsLettersAndDigits)
{
    EXPECT_EQ(duplicateKey(Kind::Text, "Acme, \"Ltd.\""), duplicateKey(Kind::Text, "ACME Ltd"));
    EXPECT_NE(duplicateKey(Kind::Text, "Acme 1"), duplicateKey(Kind::Text, "Acme 2"));
    EXPECT_EQ(duplicateKey(Kind::Text, "\u0401\u043b\u043a\u0430"),
              duplicateKey(Kind::Text, "\u0435\u043b\u043a\u0430"));
    EXPECT_EQ(duplicateKey(Kind::Text, " - "), "");
    EXPECT_EQ(duplicateKey(Kind::Text, "A"), "");
}

TEST(DuplicateKey, WhoIsToldApartFromAllOthersIsOut)
{
    const QSet<QPair<Id, Id>> apart = {pairOf(2, 1), pairOf(1, 3)};
    EXPECT_EQ(stillAlike({1, 2, 3}, apart), (IdList{2, 3}));
    EXPECT_EQ(stillAlike({1, 2}, apart), IdList());
    EXPECT_EQ(stillAlike({1, 2, 3}, {}), (IdList{1, 2, 3}));
}
