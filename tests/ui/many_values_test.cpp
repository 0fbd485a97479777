// Far more than usual: labels of a record, entries of a dictionary, pixels of a picture. What is shown is bounded and
// says so, what is kept is not.
#include "tests/ui/record_fixture.h"
#include "ui/records/cell_delegate.h"
#include "ui/records/condition_editor.h"
#include "ui/records/decode_picture.h"
#include "ui/records/file_preview.h"
#include "ui/records/lookup.h"
#include "ui/records/pick_condition.h"
#include "ui/records/record_preview.h"
#include "ui/records/ref_condition.h"
#include "ui/records/ref_editor.h"
#include "ui/records/ref_list_editor.h"
#include <QAbstractItemView>
#include <QBuffer>
#include <QCompleter>
#include <QtEndian>

namespace crm::test {
namespace {

const QString clients = QStringLiteral("clients"), labels = QStringLiteral("labels");

class ManyValues : public RecordTest
{
protected:
    IdList makeMany(const QString &entity, int count)
    {
        auto repository = database->asSystem();
        QList<Document> many;
        IdList ids;
        for (int i = 0; i < count; ++i) {
            Document d{Record(repository->catalog()->at(entity), newId())};
            d.set(QStringLiteral("name"), QStringLiteral("Entry %1").arg(i, 4, 10, QLatin1Char('0')));
            ids << d.id();
            many << d;
        }
        repository->saveMany(many);
        return ids;
    }
};

TEST_F(ManyValues, OfThousandsOfLabelsTheLastAreShownAndTheRestIsCounted)
{
    const IdList all = makeMany(labels, 700);
    const Id id = make(clients, QStringLiteral("Roses"));
    storeElsewhere(clients, id, "labels", QVariant::fromValue(all.first(650)));
    open();
    RecordPage &page = record(clients, id);
    auto *editor = qobject_cast<RefListEditor *>(field(page, "labels").editor());
    ASSERT_TRUE(editor);
    ASSERT_EQ(editor->ids().size(), 650);
    const auto chips = [&] {
        QList<Chip *> shown;
        for (Chip *chip : editor->findChildren<Chip *>())
            shown << chip;
        return shown;
    };
    const auto more = [&]() -> Chip * {
        for (Chip *chip : chips())
            if (chip->text().contains(QLatin1String("more")))
                return chip;
        return nullptr;
    };
    ASSERT_TRUE(more());
    EXPECT_EQ(chips().size(), 61);
    EXPECT_TRUE(more()->text().contains(QLatin1String("590"))) << qPrintable(more()->text());
    window->activateWindow();
    more()->setFocus();
    QTest::keyClick(more(), Qt::Key_Space);
    ASSERT_TRUE(waitUntil([&] { return chips().size() == 261; }));
    EXPECT_TRUE(more()->hasFocus()) << "to be pressed again";

    // Those that are chosen are not proposed; what comes after hundreds of them is.
    auto *line = qobject_cast<QLineEdit *>(editor->control());
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("Entry"));
    QAbstractItemView *popup = line->findChild<QCompleter *>()->popup();
    ASSERT_TRUE(waitUntil([&] { return popup->isVisible(); }));
    EXPECT_LE(popup->model()->rowCount(), 21);
    popup->hide();
    line->clear();
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Backspace); // the last one
    EXPECT_EQ(editor->ids(), all.first(649));
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(stored(clients, id).head().ids(labels), all.first(649));

    qsizetype left = 0;
    const Field *declared = session->catalog()->at(clients).field(labels);
    ASSERT_TRUE(declared);
    const QList<Badge> badges = badgesOf(*declared, QVariant::fromValue(all), {}, *session, &left);
    EXPECT_EQ(badges.size() + left, 700);
    EXPECT_LE(badges.size(), 40);
    RecordPreview beside(*window, clients, nullptr);
    QSignalSpy loaded(&beside, &RecordPreview::loaded);
    beside.show(id);
    ASSERT_TRUE(waitUntil([&] { return !loaded.isEmpty(); }));
    EXPECT_LE(beside.findChildren<StatusPill *>().size(), 50);
}

TEST_F(ManyValues, ADictionaryOfThousandsIsSearchedInsteadOfListed)
{
    const QString items = QStringLiteral("items"), categories = QStringLiteral("item_categories");
    const Id few = make(items, QStringLiteral("Chair"));
    open();
    const Field *category = session->catalog()->at(items).field(QStringLiteral("category_id"));
    ASSERT_TRUE(category);
    const auto condition = [&] {
        return std::unique_ptr<ConditionEditor>(
            makeConditionEditor(QStringLiteral("category_id"), *category, *window, nullptr));
    };
    EXPECT_TRUE(qobject_cast<PickCondition *>(condition().get()));
    const IdList all = makeMany(categories, 1200);
    ASSERT_TRUE(waitUntil([&] { return session->dictionary(categories).size() > 300; }));
    EXPECT_TRUE(qobject_cast<RefCondition *>(condition().get()));
    RecordPage &page = record(items, few);
    auto *editor = qobject_cast<RefEditor *>(field(page, "category_id").editor());
    ASSERT_TRUE(editor);
    auto *line = qobject_cast<QLineEdit *>(editor->control());
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("Entry 1187"));
    const QAbstractItemView *popup = line->findChild<QCompleter *>()->popup();
    ASSERT_TRUE(waitUntil([&] { return popup->isVisible(); }));
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Tab);
    ASSERT_TRUE(saveAll(page));
    EXPECT_EQ(stored(items, few).head().ref(QStringLiteral("category_id")), all.at(1187));
}

/// A PNG whose header claims so many pixels, and which ends after it.
QByteArray claims(quint32 side)
{
    QImage small(2, 2, QImage::Format_Grayscale8);
    small.fill(Qt::gray);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    small.save(&buffer, "PNG");
    QByteArray bytes = buffer.data();
    constexpr qsizetype header = 12, width = 16, checksum = 29;
    qToBigEndian(side, bytes.data() + width);
    qToBigEndian(side, bytes.data() + width + 4);
    quint32 crc = 0xffffffff;
    for (qsizetype i = header; i < checksum; ++i) {
        crc ^= quint8(bytes.at(i));
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    qToBigEndian(~crc, bytes.data() + checksum);
    return bytes;
}

TEST_F(ManyValues, APictureThatClaimsBillionsOfPixelsIsNotDecoded)
{
    const DecodedPicture large = decodePicture(claims(30'000), 200);
    EXPECT_EQ(large.state, DecodedPicture::TooLarge);
    EXPECT_EQ(large.claimed, QSize(30'000, 30'000));
    EXPECT_EQ(decodePicture(claims(2), 200).state, DecodedPicture::Whole);
    EXPECT_EQ(decodePicture(claims(2).left(40), 200).state, DecodedPicture::Damaged);
    EXPECT_EQ(decodePicture("text", 200).state, DecodedPicture::None);
    EXPECT_EQ(PreviewContent::of(claims(30'000)).kind, PreviewContent::TooLarge);
    const QByteArray drawn = R"(<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="30000"></svg>)";
    EXPECT_EQ(decodePicture(drawn, 200).image.size(), QSize(200, 200)) << "a drawing has no pixels";
}

} // namespace
} // namespace crm::test
