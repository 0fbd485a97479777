// The shop window of the real program: goods by group and search, a cart priced for its client, the order it becomes.
#include "tests/support/make_record.h"
#include "tests/ui/record_fixture.h"
#include "ui/records/list_model.h"
#include "ui/shell/sidebar.h"
#include "ui/shop/cart.h"
#include "ui/shop/goods_grid.h"
#include "ui/shop/shop_page.h"
#include <QListWidget>
#include <QTableView>

namespace crm::test {
namespace {

QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

class ShopPages : public RecordTest
{
protected:
    Id add(const char *entity, const QVariantMap &values)
    {
        return makeRecord(*database->asSystem(), QString::fromLatin1(entity), values);
    }
    Id item(const char *title, qint64 rate, const QVariantMap &more = {})
    {
        QVariantMap values{{"title"_s, QString::fromUtf8(title)}, {"rate"_s, rate}, {"show_to_clients"_s, true}};
        values.insert(more);
        return add("items", values);
    }
    ShopPage &shop()
    {
        window->openKey("shop.orders"_s);
        EXPECT_TRUE(settle());
        return *qobject_cast<ShopPage *>(window->tabs().currentPage());
    }
    static QStringList shown(const ShopPage &page)
    {
        QStringList titles;
        for (int row = 0; row < page.grid()->model()->rowCount(); ++row)
            titles << page.grid()->model()->index(row, 0).data().toString();
        return titles;
    }
    static bool says(const Cart &cart, int row, Cart::Column column, const char *text)
    {
        const int role = column == Cart::Title ? int(Cart::PriceRole) : int(Qt::DisplayRole);
        return waitUntil(
            [&] { return cart.index(row, column).data(role).toString().contains(QString::fromUtf8(text)); });
    }
};

TEST_F(ShopPages, ACartIsPricedForItsClientAndBecomesAnOrder)
{
    const Id furniture = add("item_categories", {{"name"_s, "Furniture"_s}});
    const Id chair = item("Chair", 100'00, {{"category_id"_s, furniture}});
    item("Lamp", 50'00);
    item("Old chair", 10'00, {{"discontinued"_s, true}});
    item("Spare part", 5'00, {{"show_to_clients"_s, false}});
    const Id list = add("price_lists", {{"name"_s, "Wholesale"_s}});
    add("item_prices", {{"price_list_id"_s, list}, {"item_id"_s, chair}, {"price"_s, 90'00}});
    add("item_prices",
        {{"price_list_id"_s, list}, {"item_id"_s, chair}, {"from_quantity"_s, 3'000}, {"price"_s, 80'00}});
    const Id client = add("clients", {{"name"_s, "Vector"_s}, {"price_list_id"_s, list}});

    open();
    ShopPage &page = shop();
    EXPECT_EQ(shown(page), (QStringList{"Chair"_s, "Lamp"_s})) << "what is sold and shown to clients";
    page.searchEdit()->setText("lamp"_s);
    EXPECT_TRUE(waitUntil([&] { return shown(page) == QStringList{"Lamp"_s}; }));
    page.searchEdit()->clear();
    EXPECT_TRUE(waitUntil([&] { return shown(page).size() == 2; }));
    for (int row = 0; row < page.groups()->count(); ++row) {
        if (page.groups()->item(row)->text() == "Furniture"_s)
            page.groups()->setCurrentRow(row);
    }
    EXPECT_TRUE(waitUntil([&] { return shown(page) == QStringList{"Chair"_s}; }));

    // By keyboard and by mouse.
    Cart &cart = page.cart();
    page.grid()->setFocus();
    page.grid()->setCurrentIndex(page.grid()->model()->index(0, 0));
    QTest::keyClick(page.grid(), Qt::Key_Return);
    ASSERT_EQ(cart.rowCount(), 1);
    EXPECT_TRUE(says(cart, 0, Cart::Title, "100")) << "nobody's price yet";
    page.save();
    EXPECT_EQ(count("orders"_s), 0) << "somebody has to buy it";
    page.party()->editor()->setValue(QVariant::fromValue<Id>(client));
    Q_EMIT page.party()->editor()->edited();
    EXPECT_TRUE(says(cart, 0, Cart::Title, "90"));
    const QRect plus = page.grid()->buttonOf(page.grid()->model()->index(0, 0));
    QTest::mouseClick(page.grid()->viewport(), Qt::LeftButton, {}, plus.center());
    EXPECT_EQ(cart.rowCount(), 1) << "one more of the same";
    EXPECT_TRUE(says(cart, 0, Cart::Amount, "180"));
    page.lines()->setFocus();
    QTest::keyClick(page.lines(), Qt::Key_Plus);
    EXPECT_TRUE(says(cart, 0, Cart::Title, "80")) << "three of them cost less each";
    EXPECT_TRUE(waitUntil([&] { return cart.totalText().contains("240"_s); })) << qPrintable(cart.totalText());
    EXPECT_TRUE(page.hasUnsavedChanges());

    pressSave();
    ASSERT_TRUE(waitUntil([&] { return count("orders"_s) == 1; }));
    ASSERT_TRUE(waitUntil([&] { return qobject_cast<RecordPage *>(window->tabs().currentPage()) && settle(); }));
    EXPECT_TRUE(cart.isEmpty()) << "the next one begins";
    auto repository = database->asSystem();
    const Page orders = repository->page(Query("orders"_s), {});
    const Document order = repository->load("orders"_s, orders.rows.first().id);
    EXPECT_EQ(order.head().ref("client_id"_s), client);
    EXPECT_EQ(order.head().integer("total"_s), 240'00);
    ASSERT_EQ(order.lines("order_lines"_s).size(), 1);
    EXPECT_EQ(order.lines("order_lines"_s).first().integer("quantity"_s), 3'000);
}

TEST_F(ShopPages, AFullCartIsNotLostByAccidentAndOnlyWhoMayOrderHasOne)
{
    item("Lamp", 50'00);
    open();
    ShopPage &page = shop();
    page.grid()->putIn(page.grid()->model()->index(0, 0));
    QTest::keyClick(page.lines(), Qt::Key_Minus);
    EXPECT_TRUE(page.cart().isEmpty()) << "none is left";
    EXPECT_TRUE(page.mayClose());
    page.grid()->putIn(page.grid()->model()->index(0, 0));
    Prompts::setNextAnswer(Prompts::Cancel);
    EXPECT_FALSE(page.mayClose());
    EXPECT_TRUE(page.cart().setData(page.cart().index(0, Cart::Quantity), "2"_s, Qt::EditRole));
    EXPECT_TRUE(says(page.cart(), 0, Cart::Amount, "100"));
    EXPECT_FALSE(page.cart().setData(page.cart().index(0, Cart::Quantity), "-1"_s, Qt::EditRole));
    EXPECT_TRUE(page.cart().setData(page.cart().index(0, Cart::Quantity), "0"_s, Qt::EditRole));
    EXPECT_TRUE(page.cart().isEmpty()) << "none of it";

    database->addUser("vera"_s, "Read only"_s);
    open({"vera"_s, "secret-1"_s});
    EXPECT_FALSE(window->findChild<Sidebar *>()->keys().contains("shop.orders"_s));
}

} // namespace
} // namespace crm::test
