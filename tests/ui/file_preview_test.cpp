// Looking into attached files: pictures, text in any encoding, PDF, what is no such thing or damaged; pasting.
#include "tests/ui/record_fixture.h"
#include "ui/records/attach_file.h"
#include "ui/records/file_preview.h"
#include "ui/records/files_panel.h"
#include "ui/records/pdf_pages.h"
#include "ui/shell/work_strip.h"
#include <QBuffer>
#include <QClipboard>
#include <QDesktopServices>
#include <QListWidget>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPointer>

namespace crm::test {
namespace {

const QString clients = QStringLiteral("clients"), files = QStringLiteral("files");

QByteArray png(int side)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray pdf(int pages)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        painter.drawText(500, 500, QStringLiteral("Page %1").arg(i + 1));
    }
    painter.end();
    return buffer.data();
}

/// Takes what would be opened with another program.
class Opener : public QObject
{
    Q_OBJECT
public:
    Opener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take"); }
    ~Opener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QList<QUrl> taken;
public Q_SLOTS:
    void take(const QUrl &url) { taken.append(url); }
};

class Preview : public RecordTest
{
protected:
    void SetUp() override
    {
        RecordTest::SetUp();
        open();
        client = make(clients, QStringLiteral("Roses"));
    }
    void TearDown() override
    {
        delete preview;
        RecordTest::TearDown();
    }
    PreviewFile attach(const QString &name, const QByteArray &content)
    {
        const QString path = settingsFolder() + u'/' + name;
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const Document saved = answer(attachFile(
            *session, files, path,
            {{QStringLiteral("parent_entity"), clients}, {QStringLiteral("parent_id"), QVariant::fromValue(client)}}));
        return {saved.id(), name, content.size()};
    }
    FilePreview &look(const QList<PreviewFile> &at, int index = 0)
    {
        delete preview;
        preview = new FilePreview(*window, at, index, window.get());
        preview->open();
        EXPECT_TRUE(waitUntil([&] { return preview->isSettled(); }));
        return *preview;
    }
    Id client = 0;
    QPointer<FilePreview> preview;
};

TEST_F(Preview, ALargeFileSaysHowFarItIsAndIsCancelled)
{
    const QString path = settingsFolder() + QStringLiteral("/film.bin");
    QFile film(path);
    ASSERT_TRUE(film.open(QIODevice::WriteOnly) && film.resize(24 << 20));
    film.close();
    const auto attached = [&] {
        return attachFile(
            static_cast<Navigator &>(*window), files, path,
            {{QStringLiteral("parent_entity"), clients}, {QStringLiteral("parent_id"), QVariant::fromValue(client)}});
    };
    const auto strip = [&] { return window->findChild<WorkStrip *>(); };
    QFuture<Document> refused = attached();
    ASSERT_TRUE(strip());
    strip()->cancelButton()->click();
    EXPECT_THROW(answer(refused), Error);
    EXPECT_TRUE(waitUntil([&] { return !strip(); }));
    EXPECT_EQ(count(files), 0);

    QFuture<Document> whole = attached();
    const std::shared_ptr<LongWork> work = strip()->work();
    EXPECT_EQ(answer(whole).head().integer(QStringLiteral("size")), 24 << 20);
    EXPECT_TRUE(waitUntil([&] { return work->isFinished(); }));
    EXPECT_EQ(work->percent(), 100);
    EXPECT_EQ(count(files), 1);
}

TEST_F(Preview, KnowsFilesByTheirContent)
{
    EXPECT_EQ(look({attach(QStringLiteral("a.txt"), png(20))}).shownKind(), PreviewContent::Picture);
    const QString words = QString::fromUtf8("\xd0\x97\xd0\xb0\xd0\xba\xd0\xb0\xd0\xb7");
    EXPECT_EQ(look({attach(QStringLiteral("b.txt"), words.toUtf8())}).shownText(), words);
    const QByteArray cyrillic("\xc7\xe0\xea\xe0\xe7 \xee\xf2\xef\xf0\xe0\xe2\xeb\xe5\xed"); // windows-1251
    EXPECT_TRUE(look({attach(QStringLiteral("c.txt"), cyrillic)}).shownText().startsWith(words));
    EXPECT_EQ(look({attach(QStringLiteral("empty.txt"), {})}).shownKind(), PreviewContent::Text);
    EXPECT_EQ(look({attach(QStringLiteral("d.bin"), QByteArray(64, '\0') + "\x01\x02")}).shownKind(),
              PreviewContent::Unknown);
    EXPECT_TRUE(preview->shownText().contains(QLatin1String("No preview")));
    QByteArray damaged = png(200);
    damaged.truncate(60);
    EXPECT_EQ(look({attach(QStringLiteral("e.png"), damaged)}).shownKind(), PreviewContent::Damaged);
}

TEST_F(Preview, ShowsThePagesOfAPdf)
{
    if (!PdfPages::isOffered())
        GTEST_SKIP() << "built without Qt PDF";
    EXPECT_EQ(look({attach(QStringLiteral("a.pdf"), pdf(3))}).shownKind(), PreviewContent::Pdf);
    EXPECT_EQ(preview->pageCount(), 3);
    EXPECT_EQ(look({attach(QStringLiteral("b.pdf"), pdf(1).left(80))}).shownKind(), PreviewContent::Damaged);
}

TEST_F(Preview, LongTextIsCutAndLargeFilesAreNotLoaded)
{
    FilePreview &cut = look({attach(QStringLiteral("long.txt"), QByteArray(1'500'000, 'x'))});
    EXPECT_LT(cut.shownText().size(), 1'100'000);
    EXPECT_TRUE(cut.shownText().contains(QLatin1String("goes on")));
    PreviewFile large = attach(QStringLiteral("large.bin"), "x");
    large.size = FilePreview::mostBytes + 1;
    EXPECT_TRUE(look({large}).shownText().contains(QLatin1String("Too large")));
    // Also when nobody said how large it is.
    const auto refused = readFile(*session, large.id, 0);
    EXPECT_TRUE(waitUntil([&] { return refused.isFinished(); }));
    EXPECT_THROW(QFuture<QByteArray>(refused).result(), Error);
}

TEST_F(Preview, StepsFromFileToFileByKeys)
{
    const QList<PreviewFile> all{attach(QStringLiteral("a.txt"), "first"), attach(QStringLiteral("b.png"), png(10)),
                                 attach(QStringLiteral("c.txt"), "third")};
    FilePreview &page = look(all, 1);
    QTest::keyClick(&page, Qt::Key_Right);
    ASSERT_TRUE(waitUntil([&] { return page.isSettled(); }));
    EXPECT_EQ(page.shownText(), QStringLiteral("third"));
    QTest::keyClick(&page, Qt::Key_Right);
    EXPECT_EQ(page.index(), 2) << "there is no next";
    page.step(-1);
    page.step(-1); // before the picture has come
    ASSERT_TRUE(waitUntil([&] { return page.isSettled(); }));
    EXPECT_EQ(page.shownText(), QStringLiteral("first"));
}

TEST_F(Preview, OpensACopyWithAnotherProgram)
{
    Opener opener;
    FilePreview &page = look({attach(QStringLiteral("note.txt"), "for you")});
    page.openElsewhere();
    ASSERT_TRUE(waitUntil([&] { return !opener.taken.isEmpty(); }));
    QFile copy(opener.taken.first().toLocalFile());
    EXPECT_TRUE(copy.fileName().endsWith(QLatin1String("/note.txt")));
    ASSERT_TRUE(copy.open(QIODevice::ReadOnly));
    EXPECT_EQ(copy.readAll(), "for you");
    EXPECT_FALSE(copy.permissions() & QFile::WriteOwner);
}

TEST_F(Preview, IsReachedFromTheFilesOfARecordAndPicturesArePasted)
{
    attach(QStringLiteral("a.txt"), "first");
    RecordPage &page = record(clients, client);
    auto *panel = page.findChild<FilesPanel *>();
    ASSERT_TRUE(panel);
    panel->load();
    ASSERT_TRUE(waitUntil([&] { return !panel->isLoading() && panel->count() == 1; }));
    auto *mime = new QMimeData;
    QImage picture(12, 8, QImage::Format_RGB32);
    picture.fill(Qt::red);
    mime->setImageData(picture);
    QGuiApplication::clipboard()->setMimeData(mime);
    QTest::keyClick(panel->list(), Qt::Key_V, Qt::ControlModifier);
    ASSERT_TRUE(waitUntil([&] { return !panel->isLoading() && panel->count() == 2; }));

    for (int row = 0; row < 2; ++row) {
        if (panel->list()->item(row)->text().contains(QLatin1String(".png")))
            panel->list()->setCurrentRow(row);
    }
    QTest::keyClick(panel->list(), Qt::Key_Space);
    preview = window->findChild<FilePreview *>();
    ASSERT_TRUE(preview);
    ASSERT_TRUE(waitUntil([&] { return preview->isSettled(); }));
    EXPECT_EQ(preview->shownKind(), PreviewContent::Picture);
    QTest::keyClick(preview, Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([&] { return !preview; })) << "it goes when it is closed";
}

TEST_F(Preview, FilesAreAddedAndLookedIntoByKeysAlone)
{
    const QString path = settingsFolder() + QStringLiteral("/scan.txt");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("as agreed");
    file.close();
    window->openKey(QStringLiteral("list/clients"));
    EXPECT_FALSE(window->commands().find("record.attach")->enabled());
    RecordPage &page = record(clients, client);
    auto *panel = page.findChild<FilesPanel *>();
    ASSERT_TRUE(panel);
    ASSERT_TRUE(window->commands().find("record.attach")->enabled());
    Prompts::setNextFile(path);
    window->commands().run(QStringLiteral("record.attach"));
    ASSERT_TRUE(waitUntil([&] { return !panel->isLoading() && panel->count() == 1; }));
    EXPECT_TRUE(panel->isVisible()) << "its tab has come to the front";
    ASSERT_TRUE(waitUntil([&] { return panel->list()->currentRow() == 0; }));
    panel->load(); // as when somebody adds another
    ASSERT_TRUE(waitUntil([&] { return !panel->isLoading(); }));
    press(Qt::Key_Space); // where the focus is
    preview = window->findChild<FilePreview *>();
    ASSERT_TRUE(preview);
    ASSERT_TRUE(waitUntil([&] { return preview->isSettled(); }));
    EXPECT_EQ(preview->shownText(), QStringLiteral("as agreed"));
    QTest::keyClick(preview, Qt::Key_Escape);
    EXPECT_TRUE(waitUntil([&] { return !preview; }));
}

TEST_F(Preview, ANewFileIsChosenFirstAndItsRecordLooksIntoIt)
{
    const QString path = settingsFolder() + QStringLiteral("/contract.txt");
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("signed");
    file.close();
    const int before = window->tabs().count();
    Prompts::setNextFile({});
    window->newRecord(files, {});
    EXPECT_EQ(window->tabs().count(), before) << "nothing was chosen";
    Prompts::setNextFile(path);
    window->newRecord(files, {});
    ASSERT_TRUE(waitUntil([&] { return window->tabs().currentKey().startsWith(QLatin1String("record/files/")); }));
    ASSERT_TRUE(settle());
    EXPECT_EQ(current().title(), QStringLiteral("contract.txt"));
    for (QPushButton *button : current().findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String("Look into it"))
            button->click();
    }
    preview = window->findChild<FilePreview *>();
    ASSERT_TRUE(preview);
    ASSERT_TRUE(waitUntil([&] { return preview->isSettled(); }));
    EXPECT_EQ(preview->shownText(), QStringLiteral("signed"));
}

} // namespace
} // namespace crm::test

#include "file_preview_test.moc"
