// The pad for signatures in the dialog of an action, by mouse, finger, pen and keys; the drawing on the form and in a
// PDF.
#include "core/exchange/paper.h"
#include "tests/ui/record_fixture.h"
#include "ui/print/paper_dialog.h"
#include "ui/records/action_dialog.h"
#include "ui/records/drawing_editor.h"
#include "ui/records/signature_pad.h"
#include <QDir>
#include <QFile>
#include <QPointingDevice>
#include <QTabletEvent>

using namespace crm;
using namespace crm::test;

namespace {
class Signing : public RecordTest
{
protected:
    Id contract()
    {
        auto repository = database->asSystem();
        Document client{Record(repository->catalog()->at("clients"), newId())};
        client.set("name", "Vector");
        Document contract{Record(repository->catalog()->at("contracts"), newId())};
        contract.set("title", "Care");
        contract.set("client_id", repository->save(client).document.id());
        return repository->save(contract).document.id();
    }
    const Action &action(const char *key)
    {
        for (const Action &a : session->catalog()->at("contracts").actions()) {
            if (a.key == QLatin1String(key))
                return a;
        }
        throw std::runtime_error(key);
    }
    static void draw(SignaturePad &pad, const QList<QPoint> &points)
    {
        QTest::mousePress(&pad, Qt::LeftButton, {}, points.first());
        for (const QPoint p : points)
            QTest::mouseMove(&pad, p);
        QTest::mouseRelease(&pad, Qt::LeftButton, {}, points.last());
    }
    static int inked(const QImage &image, const QColor &ink)
    {
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == ink;
        }
        return count;
    }
};

TEST_F(Signing, ThePadTakesMouseFingerPenAndKeys)
{
    open();
    ActionDialog dialog(*window, "contracts", action("accept"), "RUB", window.get());
    dialog.show();
    auto *editor = qobject_cast<DrawingEditor *>(dialog.field("signature")->editor());
    ASSERT_TRUE(editor);
    SignaturePad &pad = *editor->pad();
    EXPECT_FALSE(pad.accessibleName().isEmpty());
    draw(pad, {{39, 39}, {78, 78}, {390 - 1, 78}});
    EXPECT_EQ(editor->value().toString().left(16), "M100 100L200 200");
    auto *finger = QTest::createTouchDevice();
    QTest::touchEvent(&pad, finger).press(0, {10, 10});
    QTest::touchEvent(&pad, finger).move(0, {40, 40});
    QTest::touchEvent(&pad, finger).release(0, {40, 40});
    EXPECT_EQ(pad.drawing().strokes.size(), 2);
    for (const QEvent::Type type : {QEvent::TabletPress, QEvent::TabletMove, QEvent::TabletRelease}) {
        const QPointF at(type == QEvent::TabletPress ? 50 : 90, 90);
        QTabletEvent pen(type, QPointingDevice::primaryPointingDevice(), at, at, 1, 0, 0, 0, 0, 0, {}, Qt::LeftButton,
                         Qt::LeftButton);
        QApplication::sendEvent(&pad, &pen);
    }
    EXPECT_EQ(pad.drawing().strokes.size(), 3);
    pad.setFocus();
    QTest::keyClick(&pad, Qt::Key_Backspace);
    QTest::keyClick(&pad, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(readDrawing(editor->value().toString())->strokes.size(), 1);
    QTest::keyClick(&pad, Qt::Key_Delete);
    EXPECT_TRUE(editor->value().isNull());
    QTest::keyClick(&pad, Qt::Key_A); // goes on in the line below
    ASSERT_EQ(QApplication::focusWidget(), editor->name());
    QTest::keyClicks(editor->name(), "nna Petrova ");
    EXPECT_EQ(dialog.values().value("signature"), "t anna Petrova");
    QTest::keyClicks(editor->name(), "<b>");
    dialog.field("accepted_by")->editor()->setValue("Anna");
    dialog.accept();
    EXPECT_NE(dialog.result(), QDialog::Accepted) << "no name has such signs";
    EXPECT_FALSE(dialog.field("signature")->fault().isEmpty());
    draw(pad, {{10, 20}, {30, 40}});
    EXPECT_TRUE(editor->name()->text().isEmpty()) << "drawn or typed, not both";
    dialog.accept();
    EXPECT_EQ(dialog.result(), QDialog::Accepted);
    EXPECT_EQ(dialog.values().value("signature"), "M26 51L77 103");
}

TEST_F(Signing, AFormAndAPdfShowTheDrawing)
{
    const Id id = contract();
    database->asSystem()->runAction("contracts", id, "accept",
                                    {{"accepted_by", "Anna"}, {"signature", "M10 200L900 200"}});
    open();
    for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark}) {
        Appearance look;
        look.theme = mode;
        applyAppearance(look);
        RecordPage &page = record("contracts", id);
        auto *editor = qobject_cast<DrawingEditor *>(field(page, "signature").editor());
        ASSERT_TRUE(editor && editor->isVisible() && editor->isReadOnly());
        EXPECT_FALSE(editor->name()->isVisible());
        EXPECT_FALSE(field(page, "countersignature").isVisible()) << "there is none yet";
        EXPECT_GT(inked(editor->pad()->grab().toImage(), colors().text), 300) << colors().dark;
        draw(*editor->pad(), {{5, 5}, {50, 50}});
        EXPECT_FALSE(page.hasUnsavedChanges());
    }
    auto repository = database->asSystem();
    const auto pdfOf = [&](const QString &html) {
        const QString path = QDir(settingsFolder()).filePath("out.pdf");
        writePdf(html, "Contract", path);
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QString html = paperHtml(*repository, "contracts", id, {});
    ASSERT_TRUE(html.contains("data:image/svg+xml"));
    const QByteArray line = pdfOf(html);
    EXPECT_FALSE(line.contains("/Subtype /Image")) << "lines, not pixels";
    Drawing scribble{{{}}};
    for (int i = 0; i < 300; ++i)
        scribble.strokes[0] << QPoint(i * 3, (i * i * 37) % drawingHeight);
    const QString svgs[] = {QString::fromLatin1(drawingSvg(*readDrawing("M10 200L900 200")).toBase64()),
                            QString::fromLatin1(drawingSvg(scribble).toBase64())};
    EXPECT_GT(pdfOf(QString(html).replace(svgs[0], svgs[1])).size(), line.size() + 500) << "every stroke is in it";
}
} // namespace
