#include "ui/shop/shop_page.h"
#include "core/extend/extensions.h"
#include "core/model/registry.h"
#include "core/store/session.h"
#include "ui/extend/ui_registry.h"
#include "ui/records/list_model.h"
#include "ui/records/picture_cache.h"
#include "ui/records/record_field.h"
#include "ui/shell/command_words.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/shop/cart.h"
#include "ui/shop/goods_grid.h"
#include "ui/style/begins_at.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include "ui/style/wrapped_text.h"
#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int searchAfterMs = 180;

/// What it is, and below what one of it costs.
class CartTitles : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static int height()
    {
        return 2 * QFontMetrics(fontFor(TextRole::Body)).height() + QFontMetrics(fontFor(TextRole::Caption)).height() +
               3 * space::xs;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        const QRect inside = option.rect.adjusted(space::s, space::xs, -space::xs, -space::xs);
        painter->save();
        painter->setFont(fontFor(TextRole::Body));
        painter->setPen(colors().text);
        const int used = paintWrapped(*painter, inside, index.data().toString(), 2);
        painter->setFont(fontFor(TextRole::Caption));
        painter->setPen(colors().muted);
        paintWrapped(*painter, inside.adjusted(0, used + space::xs, 0, 0), index.data(Cart::PriceRole).toString(), 1);
        painter->restore();
    }
};
} // namespace

ShopPage::ShopPage(const QString &entity, Navigator &navigator, QWidget *parent)
    : TabPage(navigator, parent)
    , m_entity(entity)
    , m_window(shopWindowOf(entity))
    , m_cart(new Cart(entity, navigator.session(), navigator.format().locale, this))
    , m_goods(new ListModel(navigator.session(), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banner = new Banner(this);
    column->addWidget(m_banner);
    m_parts = new QSplitter(Qt::Horizontal, this);
    m_parts->setChildrenCollapsible(false);
    m_parts->setHandleWidth(1);
    m_groups = new QListWidget(m_parts);
    m_groups->setFrameShape(QFrame::NoFrame);
    m_groups->setMinimumWidth(90);
    m_groups->setAccessibleName(
        goodsOf(m_window, *navigator.session().catalog()).field(m_window.group)->label().text());
    m_parts->addWidget(m_groups);
    m_parts->addWidget(buildGoods());
    m_parts->addWidget(buildCart());
    m_parts->setStretchFactor(1, 1);
    m_parts->setSizes({170, 600, 340});
    column->addWidget(m_parts, 1);

    m_searchTimer.setSingleShot(true);
    m_searchTimer.setInterval(searchAfterMs);
    connect(&m_searchTimer, &QTimer::timeout, this, &ShopPage::ask);
    connect(m_search, &QLineEdit::textChanged, &m_searchTimer, qOverload<>(&QTimer::start));
    connect(m_groups, &QListWidget::currentRowChanged, this, &ShopPage::ask);
    connect(m_grid, &GoodsGrid::wanted, m_cart, &Cart::add);
    connect(m_goods, &ListModel::loadingChanged, this, &ShopPage::showState);
    connect(m_goods, &ListModel::rowsChanged, this, &ShopPage::showState);
    connect(m_goods, &ListModel::failed, this, [this](const QString &sentence) {
        m_banner->show(Banner::Danger, sentence);
        m_banner->setAction(tr("Try again"), [this] { m_goods->reload(); });
    });
    connect(m_goods, &ListModel::loaded, m_banner, &QWidget::hide);
    connect(m_cart, &Cart::changed, this, &ShopPage::showCart);
    connect(&PictureCache::of(navigator.session()), &PictureCache::arrived, this, &ShopPage::showState);
    connect(&navigator.session(), &Session::dictionaryChanged, this, [this](const QString &changed) {
        const Field *group = goodsOf(m_window, *this->navigator().session().catalog()).field(m_window.group);
        if (group->target() == changed)
            fillGroups();
    });
    fillGroups();
    showCart();
}

ShopPage::~ShopPage() = default;

QWidget *ShopPage::buildGoods()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(space::m, space::s, space::m, 0);
    column->setSpacing(space::s);
    m_search = new QLineEdit(part);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search in the shop window"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    column->addWidget(m_search);
    m_grid = new GoodsGrid(navigator(), *m_goods, goodsOf(m_window, *navigator().session().catalog()).iconName(), part);
    m_grid->setAccessibleName(title());
    column->addWidget(m_grid, 1);
    m_empty = new EmptyState(m_window.icon, tr("Nothing here"), m_window.hint.text(), part);
    m_empty->hide();
    column->addWidget(m_empty, 1);
    new BeginsAt(this, [this] { return m_grid; });
    return part;
}

QWidget *ShopPage::buildCart()
{
    const auto catalog = navigator().session().catalog();
    auto *part = new QWidget(this);
    part->setMinimumWidth(270);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(space::m, space::s, space::m, space::m);
    column->setSpacing(space::s);
    column->addWidget(makeLabel(tr("Cart"), TextRole::Heading, part));
    m_party = new RecordField(*catalog->at(m_entity).field(m_window.party), {navigator(), m_entity}, part);
    connect(m_party->editor(), &FieldEditor::edited, this,
            [this] { m_cart->document().setValue(m_window.party, m_party->editor()->value()); });
    column->addWidget(m_party);
    m_lines = new QTableView(part);
    m_lines->setModel(m_cart);
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setShowGrid(false);
    m_lines->setTabKeyNavigation(false);
    m_lines->setSelectionBehavior(QTableView::SelectRows);
    m_lines->setSelectionMode(QTableView::SingleSelection);
    m_lines->verticalHeader()->hide();
    m_lines->verticalHeader()->setDefaultSectionSize(CartTitles::height());
    m_lines->setItemDelegateForColumn(Cart::Title, new CartTitles(m_lines));
    m_lines->horizontalHeader()->setHighlightSections(false);
    m_lines->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_lines->horizontalHeader()->setSectionResizeMode(Cart::Title, QHeaderView::Stretch);
    m_lines->setAccessibleName(tr("Cart"));
    m_lines->setToolTip(tr("+ and − change the quantity, Del or the menu takes the line out."));
    m_lines->installEventFilter(this);
    auto *out = new QAction(icon(QStringLiteral("trash")), tr("Take it out"), m_lines);
    connect(out, &QAction::triggered, this, [this] { m_cart->remove(m_lines->currentIndex().row()); });
    m_lines->addAction(out);
    m_lines->setContextMenuPolicy(Qt::ActionsContextMenu);
    column->addWidget(m_lines, 1);
    m_emptyCart = new EmptyState(catalog->at(m_entity).iconName(), tr("The cart is empty"),
                                 tr("Add goods with the plus on their card, by Enter or by a double click."), part);
    column->addWidget(m_emptyCart, 1);
    m_total = makeLabel({}, TextRole::Display, part);
    m_total->setAlignment(Qt::AlignRight);
    column->addWidget(m_total);
    m_fault = makeLabel({}, TextRole::Caption, part);
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_clear = makeButton(tr("Empty it"), QStringLiteral("close"), ButtonRole::Quiet, part);
    m_make = makeButton(m_window.make.text(), QStringLiteral("check"), ButtonRole::Primary, part);
    m_make->setToolTip(tr("Makes it of what is in the cart, and opens it (Ctrl+S)"));
    row->addWidget(m_clear);
    row->addStretch(1);
    row->addWidget(m_make);
    column->addLayout(row);
    connect(m_clear, &QPushButton::clicked, m_cart, &Cart::begin);
    connect(m_make, &QPushButton::clicked, this, &ShopPage::save);
    return part;
}

void ShopPage::fillGroups()
{
    const QSignalBlocker quiet(m_groups);
    const qint64 before = m_groups->currentItem() ? m_groups->currentItem()->data(Qt::UserRole).toLongLong() : 0;
    m_groups->clear();
    auto *all = new QListWidgetItem(tr("Everything"), m_groups);
    all->setData(Qt::UserRole, 0);
    m_groups->setCurrentItem(all);
    const Field *group = goodsOf(m_window, *navigator().session().catalog()).field(m_window.group);
    for (const Option &option : navigator().session().dictionary(group->target())) {
        auto *item = new QListWidgetItem(option.title, m_groups);
        item->setData(Qt::UserRole, option.id);
        item->setToolTip(option.title);
        if (option.id == before)
            m_groups->setCurrentItem(item);
    }
}

void ShopPage::ask()
{
    const qint64 group = m_groups->currentItem() ? m_groups->currentItem()->data(Qt::UserRole).toLongLong() : 0;
    m_goods->setQuery(goodsShown(m_window, *navigator().session().catalog(), group, m_search->text().trimmed()));
}

void ShopPage::activated()
{
    if (m_goods->wanted().entity.isEmpty())
        ask();
}

bool ShopPage::isSettled() const
{
    return !m_goods->wanted().entity.isEmpty() && !m_goods->isLoading() && !m_saving.isRunning() &&
           !m_cart->document().isPreviewing() && PictureCache::of(navigator().session()).isSettled();
}

void ShopPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void ShopPage::showState()
{
    const bool none = !m_goods->isLoading() && m_goods->rowCount() == 0;
    m_grid->setVisible(!none);
    if (none && (!m_search->text().trimmed().isEmpty() || m_groups->currentRow() > 0))
        m_empty->setTexts(QStringLiteral("search"), tr("Nothing found"), tr("Try other words or another category."));
    else if (none)
        m_empty->setTexts(m_window.icon, tr("Nothing here"), m_window.hint.text());
    m_empty->setVisible(none);
    if (!none && !m_grid->currentIndex().isValid())
        m_grid->setCurrentIndex(m_goods->index(0, 0));
    if (isSettled() && !std::exchange(m_wasSettled, true))
        Q_EMIT settled();
}

void ShopPage::showCart()
{
    m_lines->setHidden(m_cart->isEmpty());
    m_emptyCart->setVisible(m_cart->isEmpty());
    m_total->setText(m_cart->isEmpty() ? QString() : m_cart->totalText());
    m_clear->setEnabled(!m_cart->isEmpty());
    m_make->setEnabled(canSave());
    m_fault->hide();
    if (!m_cart->isEmpty() && !m_lines->currentIndex().isValid())
        m_lines->setCurrentIndex(m_cart->index(0, Cart::Quantity));
    Q_EMIT titleChanged();
}

bool ShopPage::hasUnsavedChanges() const { return !m_cart->isEmpty(); }

bool ShopPage::mayClose()
{
    return m_cart->isEmpty() ||
           Prompts::ask(this, {tr("Leave the cart?"), tr("What is in it is lost."), tr("Leave it"), {}, true}) ==
               Prompts::Yes;
}

bool ShopPage::canSave() const { return !m_cart->isEmpty() && !m_saving.isRunning(); }

void ShopPage::save()
{
    if (m_saving.isRunning())
        return;
    if (const QString fault = m_cart->fault(); !fault.isEmpty()) {
        m_fault->setText(fault);
        QPalette palette = m_fault->palette();
        palette.setColor(QPalette::WindowText, colors().danger);
        m_fault->setPalette(palette);
        m_fault->show();
        if (isEmptyValue(m_cart->document().document().value(m_window.party)))
            m_party->editor()->setFocus();
        return;
    }
    if (m_key.isEmpty())
        m_key = SaveKey::fresh().bytes;
    m_parts->setEnabled(false); // what came after would be lost
    m_saving.ask(
        this, navigator().session().save(m_cart->document().document(), {m_key}),
        [this](const Saved &saved) { take(saved); },
        [this](const Error &error) {
            // It may have been saved although the answer was lost: asked again, it is not saved twice.
            if (error.kind() != ErrorKind::Connection && error.kind() != ErrorKind::Busy)
                m_key.clear();
            m_parts->setEnabled(true);
            m_make->setEnabled(true);
            navigator().showError(error);
        });
}

void ShopPage::take(const Saved &saved)
{
    m_key.clear();
    m_parts->setEnabled(true);
    m_cart->begin();
    navigator().openRecord(m_entity, saved.document.id());
}

bool ShopPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_lines || event->type() != QEvent::KeyPress)
        return TabPage::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_lines->currentIndex().row();
    if (key->key() == Qt::Key_Plus)
        m_cart->addTo(row, 1);
    else if (key->key() == Qt::Key_Minus)
        m_cart->addTo(row, -1);
    else if (key->matches(QKeySequence::Delete))
        m_cart->remove(row);
    else
        return false;
    return true;
}

void addShopPages(UiRegistry &pages)
{
    constexpr int behindLists = 10;
    for (const QString &entity : entitiesWithShopWindow(registry())) {
        const ShopWindow window = shopWindowOf(entity);
        pages.addPage({.key = QStringLiteral("shop.") + entity,
                       .label = window.title,
                       .icon = window.icon,
                       .area = window.area,
                       .order = behindLists,
                       .offered =
                           [entity, window](const Actor &actor) {
                               const Catalog catalog(registry());
                               return actor.policy.may(catalog.at(entity), Verb::Create) &&
                                      actor.policy.may(goodsOf(window, catalog), Verb::Read);
                           },
                       .create = [entity](Navigator &navigator, QWidget *parent) -> TabPage * {
                           return new ShopPage(entity, navigator, parent);
                       },
                       .words = entryWords(EntryWords::Shop)});
    }
}

} // namespace crm
