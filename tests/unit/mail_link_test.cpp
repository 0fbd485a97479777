// Letters as links and as plain text.
#include "core/exchange/mail_link.h"
#include <gtest/gtest.h>

using namespace crm;

TEST(MailLink, HoldsAddressSubjectAndTextAndNothingElse)
{
    const QUrl link = mailLink(QStringLiteral("anna@example.com"), QStringLiteral("Invoice & more?"),
                               QStringLiteral("Line one\nline two = 100 %"));
    EXPECT_EQ(
        link.toEncoded(),
        "mailto:anna@example.com?subject=Invoice%20%26%20more%3F&body=Line%20one%0D%0Aline%20two%20%3D%20100%20%25");
    EXPECT_EQ(mailLink({}, QStringLiteral("S"), {}).toEncoded(), "mailto:?subject=S");
    const QByteArray odd = mailLink(QStringLiteral("a@example.com?bcc=b@example.com"),
                                    QStringLiteral("S\r\nBcc: c@example.com&bcc=d@example.com"), {})
                               .toEncoded();
    EXPECT_EQ(odd.count('?'), 1) << odd.constData();
    EXPECT_EQ(odd.count('&'), 0) << odd.constData();
    EXPECT_FALSE(odd.contains("%0D")) << odd.constData();
}

TEST(MailLink, TextLosesWhatMarksItUp)
{
    EXPECT_EQ(mailText(QStringLiteral("## Dear Anna\n\nPay **100 \\* 2** of A\\_B, \\#7, not 2 ** 3.\n\n- one\n")),
              "Dear Anna\n\nPay 100 * 2 of A_B, #7, not 2 ** 3.\n\n- one");
    EXPECT_EQ(mailText(QStringLiteral("C:\\dir \\\\ a")), "C:\\dir \\ a");
}
