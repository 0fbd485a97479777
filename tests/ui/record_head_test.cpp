// The head of a record in little room: a title that can be read, and every button within reach.
#include "tests/ui/record_fixture.h"
#include "ui/records/record_head.h"
#include "ui/style/button_row.h"
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace crm::test {
namespace {

QStringList entriesOf(const ButtonRow &row)
{
    QStringList names;
    const QList<QAction *> actions = row.menu()->actions();
    for (const QAction *action : actions)
        names << action->text();
    return names;
}

TEST_F(SettingsTest, ButtonsWithoutRoomStandInTheMenu)
{
    QWidget head;
    ButtonRow row(QStringLiteral("More"), &head);
    int pressed = 0;
    for (const char *word : {"Issue this", "Take a payment", "Make a copy"}) {
        auto *button = makeButton(QLatin1String(word), QString(), ButtonRole::Normal, &row);
        QObject::connect(button, &QPushButton::clicked, &row, [&pressed] { ++pressed; });
        setOtherWords(button, {QStringLiteral("not ") + QLatin1String(word)});
        row.box()->addWidget(button);
    }
    row.box()->addWidget(makeIconButton(QStringLiteral("print"), QStringLiteral("Print it"), &row));
    row.resize(row.sizeHint());
    head.show();
    EXPECT_TRUE(entriesOf(row).isEmpty());
    EXPECT_FALSE(row.moreButton()->isVisible());

    row.resize(row.sizeHint().width() - 1, row.height());
    EXPECT_EQ(entriesOf(row), QStringList{QStringLiteral("Make a copy")});
    EXPECT_TRUE(row.moreButton()->isVisible());
    EXPECT_EQ(otherWords(row.menu()->actions().constFirst()), QStringList{QStringLiteral("not Make a copy")});
    row.menu()->actions().constFirst()->trigger();
    EXPECT_EQ(pressed, 1);

    row.resize(row.minimumSizeHint());
    EXPECT_EQ(entriesOf(row).size(), 4);
    row.menu()->addAction(QStringLiteral("Cancel it"));
    row.arrange();
    EXPECT_EQ(entriesOf(row).constLast(), QStringLiteral("Cancel it"));
    row.resize(row.sizeHint());
    EXPECT_EQ(entriesOf(row), QStringList{QStringLiteral("Cancel it")});
    EXPECT_TRUE(row.moreButton()->isVisible()) << "it has an entry of its own";
}

class RecordHeads : public RecordTest
{
protected:
    /// An invoice that is not issued: it can be issued, mailed, printed, copied.
    Id makeOrder()
    {
        auto repository = database->asSystem();
        Document order{Record(repository->catalog()->at(QStringLiteral("orders")))};
        order.set(QStringLiteral("client_id"),
                  make(QStringLiteral("clients"), QStringLiteral("Blue Whale of the Northern Seas")));
        return repository->save(order).document.id();
    }
};

TEST_F(RecordHeads, LeaveTheTitleItsRoom)
{
    open();
    const Id id = makeOrder();
    RecordPage &page = record(QStringLiteral("orders"), id);
    auto *row = page.findChild<ButtonRow *>();
    auto *title = page.findChild<RecordHead *>()->title();
    const QString longTitle = QStringLiteral("A title that is much longer than any head of a record could ever be");
    for (const int width : {1600, 1280, 1000, 900}) {
        window->resize(width, 700);
        for (const QString &text : {page.title(), longTitle}) {
            title->setText(text);
            const int half = (title->parentWidget()->width() - 2 * space::l) / 2;
            const int wanted = qMin(title->sizeHint().width(), half);
            EXPECT_TRUE(waitUntil([&] { return title->width() >= wanted; }, 2000))
                << width << ": " << title->width() << " of " << wanted << " for " << qPrintable(text);
            EXPECT_TRUE(waitUntil([&] { return row->width() >= row->minimumSizeHint().width(); }));
        }
        if (width <= 1000) {
            EXPECT_TRUE(row->moreButton()->isVisible()) << width;
        }
        EXPECT_LE(window->width(), width) << "the head must not keep the window wide";
    }
    title->grab();
    EXPECT_EQ(title->toolTip(), longTitle);
}

TEST_F(RecordHeads, PrintByTheKeyAlsoWithoutRoomForTheButton)
{
    open();
    RecordPage &page = record(QStringLiteral("orders"), makeOrder());
    auto *button = page.findChild<QAbstractButton *>(QStringLiteral("printRecord"));
    ASSERT_TRUE(button);
    button->disconnect(&page); // it would open the paper
    QSignalSpy pressed(button, &QAbstractButton::clicked);
    for (const int width : {1600, 760}) {
        window->resize(width, 700);
        pressed.clear();
        press(Qt::Key_P, Qt::ControlModifier);
        EXPECT_EQ(pressed.count(), 1) << width;
    }
    window->openKey(QStringLiteral("list/orders"));
    EXPECT_FALSE(window->commands().find("record.print")->enabled());
}

} // namespace
} // namespace crm::test
