// Drawings as text: what is one to the letter and what is not, and that long ones are thinned until they fit.
#include "core/model/drawing.h"
#include "core/model/filled_once.h"
#include "core/model/registry.h"
#include "core/modules/modules.h"
#include <cmath>
#include <gtest/gtest.h>

using namespace crm;

namespace {
QString utf8(const char *text) { return QString::fromUtf8(text); }
} // namespace

TEST(Drawings, AreReadAndWrittenToTheLetter)
{
    const Drawing drawn{{{{0, 0}, {500, 100}, {1000, 400}}, {{7, 9}}}};
    EXPECT_EQ(drawingText(drawn), "M0 0L500 100L1000 400M7 9");
    EXPECT_EQ(readDrawing(drawingText(drawn)), drawn);
    const Drawing typed{{}, utf8("\xD0\x90\xD0\xBD\xD0\xBD\xD0\xB0 O\xE2\x80\x99Neil-Smith Jr.")};
    EXPECT_EQ(readDrawing(drawingText(typed)), typed);
    EXPECT_TRUE(drawingText({}).isEmpty());
    EXPECT_EQ(drawingText({{{{-5, -5}, {2000, 900}}}}), "M0 0L1000 400") << "the box holds it";
    const QByteArray svg = drawingSvg(drawn);
    EXPECT_TRUE(svg.contains("d=\"M0 0L500 100L1000 400M7 9L7 9\"")) << svg.constData();
    EXPECT_TRUE(drawingSvg(typed).isEmpty());
}

TEST(Drawings, NothingElseIsOne)
{
    for (const char *text : {"",
                             " ",
                             "M",
                             "M1",
                             "M1 ",
                             "M1 1 ",
                             " M1 1",
                             "L1 1",
                             "m1 1",
                             "M1 1l2 2",
                             "M1,1",
                             "M1 1Z",
                             "M-1 1",
                             "M+1 1",
                             "M1.5 1",
                             "M1e2 1",
                             "M01 1",
                             "M1 00",
                             "M1001 1",
                             "M1 401",
                             "M99999999999 1",
                             "M1  1",
                             "M1 1\nL2 2",
                             "MM1 1",
                             "M\xD9\xA1 1",
                             "M1 1\"/><script>alert(1)</script>",
                             "<svg onload=x>",
                             "t",
                             "t ",
                             "t  Anna",
                             "t Anna ",
                             "t <b>Anna</b>",
                             "t Anna\" onclick=\"x",
                             "t A&amp;B",
                             "t {{{x}}}",
                             "t ...",
                             "t Anna\tB",
                             "t Anna 2",
                             "T Anna",
                             "Anna",
                             "javascript:alert(1)"})
        EXPECT_FALSE(readDrawing(utf8(text))) << text;
    EXPECT_FALSE(readDrawing("t " + QString(longestTypedName + 1, u'a')));
    EXPECT_TRUE(readDrawing("t " + QString(longestTypedName, u'a')));
    EXPECT_FALSE(readDrawing(utf8("M1 1").repeated(longestDrawing / 4 + 1)));
}

TEST(Drawings, LongOnesAreThinnedAndKeepTheirShape)
{
    QList<QPoint> line, circle;
    for (int i = 0; i <= 1000; ++i)
        line << QPoint(i, i * 2 / 5);
    EXPECT_EQ(drawingText({{line}}), "M0 0L1000 400") << "the points between say nothing";
    for (int i = 0; i < 6000; ++i)
        circle << QPoint(500 + int(std::lround(190 * std::cos(i * 0.01))),
                         200 + int(std::lround(190 * std::sin(i * 0.01))));
    Drawing scribble{{}};
    for (int i = 0; i < 12; ++i)
        scribble.strokes << circle;
    const QString text = drawingText(scribble);
    EXPECT_LE(text.size(), longestDrawing);
    const auto again = readDrawing(text);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->strokes.size(), 12);
    for (const QPoint p : again->strokes[0])
        EXPECT_NEAR(std::hypot(p.x() - 500, p.y() - 200), 190, 2);
    Drawing dots{{}};
    for (int i = 0; i < 5000; ++i)
        dots.strokes << QList<QPoint>{{i % 1000, i % 400}};
    EXPECT_TRUE(readDrawing(drawingText(dots))) << "cut between strokes";
}

TEST(Drawings, DeclarationsMakeSense)
{
    Registry registry;
    modules::declareAll(registry);
    registry.seal();
    const Catalog catalog(registry);
    EXPECT_EQ(drawingFaults(catalog).join(u'\n') + filledOnceFaults(catalog).join(u'\n'), QString());
    EXPECT_TRUE(holdsDrawing("contracts", "countersignature") && holdsDrawing("estimates", "signature"));
    EXPECT_FALSE(holdsDrawing("estimates", "countersignature") || holdsDrawing("contracts", "title"));
    const auto was = signedPlaces("contracts");
    holdsDrawings("contracts", {"title"});
    signedOnPaper("contracts", {{"signature", "nobody", "accepted_at", {}}});
    filledOnce("contracts", {"total"});
    EXPECT_EQ(drawingFaults(catalog).size() + filledOnceFaults(catalog).size(), 3);
    Registry again;
    modules::declareAll(again); // declaring anew replaces what was said before
    EXPECT_EQ(signedPlaces("contracts").size(), was.size());
}
