// The shop window (core/model/shop_window.h) as a page: groups on the left, goods as cards, the cart on the right.
// Saving it makes the document and opens it. Thread: the window's.
#pragma once
#include "core/model/shop_window.h"
#include "core/store/await.h"
#include "ui/shell/page.h"
#include <QTimer>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSplitter;
class QTableView;

namespace crm {

class Banner;
class Cart;
class EmptyState;
class GoodsGrid;
class ListModel;
class RecordField;
class UiRegistry;
struct Saved;

class CRM_UI ShopPage : public TabPage
{
    Q_OBJECT
public:
    /// @param entity of the documents that are made here
    ShopPage(const QString &entity, Navigator &navigator, QWidget *parent = nullptr);
    ~ShopPage() override;

    QString title() const override { return m_window.title.text(); }
    QString iconName() const override { return m_window.icon; }
    QString key() const override { return QStringLiteral("shop.") + m_entity; }
    bool hasUnsavedChanges() const override;
    bool mayClose() override;
    bool canSave() const override;
    void save() override; ///< makes the document
    void focusSearch() override;
    void activated() override;
    bool isSettled() const override;

    Cart &cart() const { return *m_cart; }
    GoodsGrid *grid() const { return m_grid; }
    QListWidget *groups() const { return m_groups; }
    QTableView *lines() const { return m_lines; }
    RecordField *party() const { return m_party; }
    QLineEdit *searchEdit() const { return m_search; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildGoods();
    QWidget *buildCart();
    void fillGroups();
    void ask();
    void showCart();
    void showState();
    void take(const Saved &saved);

    const QString m_entity;
    const ShopWindow m_window;
    Cart *m_cart;
    ListModel *m_goods;
    GoodsGrid *m_grid = nullptr;
    QListWidget *m_groups = nullptr;
    QLineEdit *m_search = nullptr;
    QTableView *m_lines = nullptr;
    RecordField *m_party = nullptr;
    QLabel *m_total = nullptr, *m_fault = nullptr;
    QPushButton *m_make = nullptr, *m_clear = nullptr;
    QSplitter *m_parts = nullptr;
    EmptyState *m_empty = nullptr, *m_emptyCart = nullptr;
    Banner *m_banner = nullptr;
    QTimer m_searchTimer;
    QByteArray m_key; ///< of the save that is on its way
    bool m_wasSettled = false;
    Request m_saving;
};

/// Pages for all that is declared.
CRM_UI void addShopPages(UiRegistry &pages);

} // namespace crm
