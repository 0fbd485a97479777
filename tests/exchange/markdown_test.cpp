// Markdown on paper.
#include "core/exchange/markdown_html.h"
#include <gtest/gtest.h>

using crm::markdownHtml;

TEST(Markdown, MakesParagraphsAndWords)
{
    EXPECT_EQ(markdownHtml("a\nb\n\nc"), "<p>a\nb</p>\n<p>c</p>");
    EXPECT_EQ(markdownHtml("**a** *b* ~~c~~"), "<p><strong>a</strong> <em>b</em> <del>c</del></p>");
    EXPECT_EQ(markdownHtml("2 * 3 * 4, snake_case_name, **open"), "<p>2 * 3 * 4, snake_case_name, **open</p>");
    EXPECT_EQ(markdownHtml("Signed: ________ __ Smith"), "<p>Signed: ________ __ Smith</p>");
    EXPECT_EQ(markdownHtml("### Title"), "<h3>Title</h3>");
    EXPECT_EQ(markdownHtml(""), "");
}

TEST(Markdown, ObeysNoHtmlAndFewLinks)
{
    EXPECT_EQ(markdownHtml("<script>x</script> & \"y\""), "<p>&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;</p>");
    EXPECT_TRUE(markdownHtml("[a](https://b.example/?c=1&d)").contains("href=\"https://b.example/?c=1&amp;d\""));
    EXPECT_TRUE(markdownHtml("[a](mailto:b@c.example)").contains("href=\"mailto:b@c.example\""));
    for (const char *trap :
         {"[a](javascript:x)", "[a](JavaScript:x)", "[a](file:///etc/passwd)", "[a](data:text/html,x)"})
        EXPECT_FALSE(markdownHtml(trap).contains("href=")) << trap;
    EXPECT_EQ(markdownHtml("![a plan](https://b.example/c.png)"), "<p>a plan</p>");
}

TEST(Markdown, MakesListsQuotesAndTables)
{
    EXPECT_EQ(markdownHtml("3. a\n4. b"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>");
    EXPECT_EQ(markdownHtml("> a"), "<blockquote>\n<p>a</p>\n</blockquote>");
    const QString html = markdownHtml("| A | B \\| C |\n|---|---:|\n| 1 | **2** |\n");
    EXPECT_TRUE(html.startsWith("<table width")) << html.toStdString();
    EXPECT_TRUE(html.contains("<th align=\"right\">B | C</th>")) << html.toStdString();
    EXPECT_TRUE(html.contains("<strong>2</strong>"));
    EXPECT_EQ(markdownHtml("a | b"), "<p>a | b</p>");
}

/// Texts that would take a careless reader hours, or all of the stack.
TEST(Markdown, EndsWithWhateverIsWritten)
{
    const QString many[] = {QString("*a").repeated(20'000), QString("**a ").repeated(20'000),
                            QString(">").repeated(20'000),  QString("[").repeated(20'000),
                            QString("_*").repeated(20'000), QString("a  \n").repeated(20'000)};
    for (const QString &text : many)
        EXPECT_FALSE(markdownHtml(text).isEmpty());
}
