// Markdown on paper.
#include "core/exchange/markdown_html.h"
#include <QElapsedTimer>
#include <gtest/gtest.h>

using crm::markdownHtml;

TEST(Markdown, MakesParagraphsAndWords)
{
    EXPECT_EQ(markdownHtml("a\nb\n\nc"), "<p>a\nb</p>\n<p>c</p>\n");
    EXPECT_EQ(markdownHtml("a  \nb\\\nc"), "<p>a<br>\nb<br>\nc</p>\n");
    EXPECT_EQ(markdownHtml("**a** *b* ~~c~~ `d*e*`"), "<p><b>a</b> <i>b</i> <s>c</s> <code>d*e*</code></p>\n");
    EXPECT_EQ(markdownHtml("**a *b* c**"), "<p><b>a <i>b</i> c</b></p>\n");
    EXPECT_EQ(markdownHtml("2 * 3 * 4, snake_case_name, **open"), "<p>2 * 3 * 4, snake_case_name, **open</p>\n");
    EXPECT_EQ(markdownHtml("\\*a\\* \\_ \\x"), "<p>*a* _ \\x</p>\n");
    EXPECT_EQ(markdownHtml("Signed: ________ __ Smith ~~~~"), "<p>Signed: ________ __ Smith ~~~~</p>\n");
    EXPECT_EQ(markdownHtml("### Title ##\n---"), "<h3>Title</h3>\n<hr>\n");
    EXPECT_EQ(markdownHtml(""), "");
}

TEST(Markdown, ObeysNoHtmlAndFewLinks)
{
    EXPECT_EQ(markdownHtml("<script>x</script> & \"y\""),
              "<p>&lt;script&gt;x&lt;/script&gt; &amp; &quot;y&quot;</p>\n");
    EXPECT_EQ(markdownHtml("[a](https://b.example/?c=1&d)"), "<p><a href=\"https://b.example/?c=1&amp;d\">a</a></p>\n");
    EXPECT_EQ(markdownHtml("[a](javascript:x)"), "<p>[a](javascript:x)</p>\n");
    EXPECT_EQ(markdownHtml("![a](file:///etc/passwd)"), "<p>![a](file:///etc/passwd)</p>\n");
}

TEST(Markdown, MakesListsInListsAndQuotes)
{
    EXPECT_EQ(markdownHtml("- a\n- b"), "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
    EXPECT_EQ(markdownHtml("3. a\n4. b\n\nc"), "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n<p>c</p>\n");
    EXPECT_EQ(markdownHtml("- a\n  - b\n- c"), "<ul>\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n");
    EXPECT_EQ(markdownHtml("> a\n> b"), "<blockquote><p>a\nb</p>\n</blockquote>\n");
    EXPECT_EQ(markdownHtml("```\n**a** <b>\n```"), "<pre>**a** &lt;b&gt;</pre>\n");
}

TEST(Markdown, MakesTables)
{
    const QString html = markdownHtml("Prices:\n| A | B \\| C |\n|---|---:|\n| 1 | **2** |\n| 3 |\n\nEnd");
    EXPECT_TRUE(html.startsWith("<p>Prices:</p>\n<table ")) << html.toStdString();
    EXPECT_TRUE(html.contains("<tr><th>A</th><th align=\"right\">B | C</th></tr>")) << html.toStdString();
    EXPECT_TRUE(html.contains("<tr><td>1</td><td align=\"right\"><b>2</b></td></tr>"));
    EXPECT_TRUE(html.contains("<tr><td>3</td><td align=\"right\"></td></tr>"));
    EXPECT_TRUE(html.endsWith("</table>\n<p>End</p>\n"));
    EXPECT_EQ(markdownHtml("a | b"), "<p>a | b</p>\n");
}

/// Texts that would take a careless reader hours, or all of the stack.
TEST(Markdown, EndsWithWhateverIsWritten)
{
    const QString many[] = {QString("*a").repeated(50'000), QString("**a ").repeated(50'000),
                            QString(">").repeated(100'000), QString("[").repeated(100'000),
                            QString("- ").repeated(50'000), QString("|").repeated(100'000) + "\n|--|\n",
                            QString("_*").repeated(50'000), QString("a  \n").repeated(20'000)};
    for (const QString &text : many)
        EXPECT_FALSE(markdownHtml(text).isEmpty());
}
