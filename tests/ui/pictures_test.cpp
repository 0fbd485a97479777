// Pictures of a record: added, put in order and taken out on the form, shown small in the list.
#include "tests/ui/record_fixture.h"
#include "ui/records/list_panel.h"
#include "ui/records/picture_cache.h"
#include "ui/records/pictures_editor.h"
#include "ui/records/record_table.h"
#include <QBuffer>
#include <QListWidget>

namespace crm::test {
namespace {

class Pictures : public RecordTest
{
protected:
    QString picture(const QString &name, const QColor &color)
    {
        QImage image(600, 400, QImage::Format_RGB32);
        image.fill(color);
        const QString path = folder.filePath(name);
        EXPECT_TRUE(image.save(path));
        return path;
    }
    static PicturesEditor &editor(RecordPage &page)
    {
        auto *found = qobject_cast<PicturesEditor *>(field(page, "pictures").editor());
        if (!found)
            throw std::runtime_error("pictures are edited otherwise");
        return *found;
    }
    IdList picturesOf(Id item)
    {
        return database->asSystem()->load(QStringLiteral("items"), item).head().ids(QStringLiteral("pictures"));
    }
    Id standsFor(Id item)
    {
        return database->asSystem()->load(QStringLiteral("items"), item).head().ref(QStringLiteral("image_id"));
    }
    QTemporaryDir folder;
};

TEST_F(Pictures, AreAddedPutInOrderAndTakenOut)
{
    const QString red = picture(QStringLiteral("red.png"), Qt::red);
    const QString blue = picture(QStringLiteral("blue.png"), Qt::blue);
    open();
    RecordPage &unsaved = fresh(QStringLiteral("items"));
    EXPECT_FALSE(editor(unsaved).findChild<QPushButton *>()->isEnabled()) << "they hang on the record";
    const Id item = make(QStringLiteral("items"), QStringLiteral("Chair"));
    RecordPage &page = record(QStringLiteral("items"), item);
    PicturesEditor &pictures = editor(page);
    pictures.add({red, blue});
    ASSERT_TRUE(waitUntil([&] { return !pictures.isAdding(); }));
    ASSERT_TRUE(saveAll(page));
    const IdList both = picturesOf(item);
    ASSERT_EQ(both.size(), 2);
    EXPECT_EQ(standsFor(item), both.first());

    pictures.list()->setFocus();
    pictures.list()->setCurrentRow(1);
    QTest::keyClick(pictures.list(), Qt::Key_Left, Qt::ControlModifier);
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(picturesOf(item), (IdList{both.last(), both.first()}));
    EXPECT_EQ(standsFor(item), both.last());

    QTest::keyClick(pictures.list(), Qt::Key_Delete);
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(picturesOf(item), IdList{both.first()});

    // They hang on the item: who may read its files sees them.
    database->addUser(QStringLiteral("max"), QStringLiteral("Manager (all records)"));
    const auto person = database->as(QStringLiteral("max"), QStringLiteral("secret-1"));
    QBuffer content;
    content.open(QIODevice::WriteOnly);
    person->readBlob(both.first(), content);
    EXPECT_GT(content.size(), 0);
}

TEST_F(Pictures, StandSmallInTheList)
{
    const QString green = picture(QStringLiteral("green.png"), QColor(0, 200, 0));
    open();
    const Id item = make(QStringLiteral("items"), QStringLiteral("Chair"));
    RecordPage &page = record(QStringLiteral("items"), item);
    editor(page).add({green});
    ASSERT_TRUE(waitUntil([&] { return !editor(page).isAdding(); }));
    ASSERT_TRUE(saveAll(page));
    window->openList(QStringLiteral("items"));
    ASSERT_TRUE(settle());
    auto *list = window->tabs().currentPage()->findChild<ListPanel *>();
    ASSERT_TRUE(waitUntil([&] { return list->isSettled(); }));
    const auto greens = [&] {
        const QImage shown = list->table()->viewport()->grab().toImage();
        int count = 0;
        for (int y = 0; y < shown.height(); ++y) {
            for (int x = 0; x < shown.width(); ++x)
                count += shown.pixelColor(x, y) == QColor(0, 200, 0);
        }
        return count;
    };
    EXPECT_TRUE(waitUntil([&] { return greens() > 200; }));
    // What is no picture is not shown as one, and asked for once.
    PictureCache &cache = PictureCache::of(*session);
    const Id none = make(QStringLiteral("files"), QStringLiteral("nothing.png"));
    EXPECT_TRUE(cache.picture(none).isNull());
    EXPECT_TRUE(waitUntil([&] { return cache.isNone(none); }));
    EXPECT_TRUE(cache.picture(none).isNull());
    EXPECT_TRUE(cache.isSettled()) << "it is not asked for again";
}

} // namespace
} // namespace crm::test
