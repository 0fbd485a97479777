#include "ui/reports/overview_cards.h"
#include "core/model/registry.h"
#include "core/store/session.h"
#include "ui/records/cell_text.h"
#include "ui/shell/navigator.h"
#include "ui/style/number_button.h"
#include "ui/style/style_paint.h"
#include "ui/style/widgets.h"
#include <QHeaderView>
#include <QPainter>
#include <QShortcut>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int IdRole = Qt::UserRole;

void paintCard(QWidget *card)
{
    QPainter painter(card);
    paint::roundRect(&painter, card->rect(), colors().surface, colors().border, radius::large);
}

/// A person has little room: the first two currencies, all of them in the tool tip.
constexpr int mostCurrencies = 2;

QStringList amountTexts(const QList<Sum> &sums, const QLocale &locale)
{
    QStringList out;
    for (const Sum &sum : sums)
        out << Money(sum.value, sum.currency).toLocalized(locale);
    return out;
}
} // namespace

OverviewTileCard::OverviewTileCard(const OverviewTile &tile, Navigator &navigator, QWidget *parent)
    : QFrame(parent)
    , m_tile(tile)
    , m_navigator(navigator)
    , m_number(new NumberButton(tile.title.text(), NumberButton::Large, this))
{
    setObjectName(QStringLiteral("tile_") + tile.key);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(2);
    m_number->setToolTip(tr("%1: opens the list").arg(tile.title.text()));
    m_number->setBad(tile.isBad);
    column->addWidget(m_number);
    connect(m_number, &NumberButton::clicked, this,
            [this] { m_navigator.openList(m_tile.entity, listOf(m_tile, *m_navigator.session().catalog())); });
    if (!tile.sum.isEmpty() && !tile.through.isEmpty()) {
        m_amount = makeButton({}, {}, ButtonRole::Quiet, this);
        m_amount->setProperty("crmAlignLeft", true);
        column->addWidget(m_amount);
        connect(m_amount, &QPushButton::clicked, this, [this] {
            const Query records = summedBy(m_tile, *m_navigator.session().catalog());
            m_navigator.openList(records.entity, records);
        });
    } else if (!tile.sum.isEmpty()) {
        m_sum = new ElidedLabel({}, TextRole::Body, this);
        m_sum->setMinimumHeight(controlHeight());
        auto *row = new QHBoxLayout; // level with the number above
        row->setContentsMargins(space::s, 0, space::s, 0);
        row->addWidget(m_sum);
        column->addLayout(row);
    }
    column->addStretch(1);
}

void OverviewTileCard::show(const Totals &totals)
{
    const QLocale locale = m_navigator.format().locale;
    m_number->setNumber(locale.toString(totals.count));
    const QStringList amounts = amountTexts(totals.sums, locale);
    const QString shown = amounts.mid(0, mostCurrencies).join(QStringLiteral(" \u00b7 "));
    if (m_sum) {
        m_sum->setText(shown);
        m_sum->setToolTip(amounts.join(u'\n'));
    }
    if (!m_amount)
        return;
    const auto catalog = m_navigator.session().catalog();
    m_amount->setText(shown);
    m_amount->setAccessibleName(m_tile.title.text() + QStringLiteral(": ") + amounts.join(QStringLiteral(", ")));
    m_amount->setToolTip(amounts.join(u'\n') + u'\n' +
                         tr("%1: opens the list").arg(catalog->at(summedBy(m_tile, *catalog).entity).many().text()));
}

void OverviewTileCard::paintEvent(QPaintEvent *) { paintCard(this); }

OverviewTopCard::OverviewTopCard(const OverviewTop &top, Navigator &navigator, QWidget *parent)
    : QFrame(parent)
    , m_top(top)
    , m_navigator(navigator)
    , m_model(new QStandardItemModel(this))
    , m_table(new QTableView(this))
{
    setObjectName(QStringLiteral("top_") + top.key);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    column->setSpacing(space::xs);
    auto *head = makeButton(top.title.text(), {}, ButtonRole::Quiet, this);
    head->setProperty("crmAlignLeft", true);
    head->setFont(fontFor(TextRole::Strong));
    head->setToolTip(tr("Open the whole list"));
    connect(head, &QPushButton::clicked, this,
            [this] { m_navigator.openList(m_top.entity, listOf(m_top, *m_navigator.session().catalog())); });
    column->addWidget(head);
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setEditTriggers(QTableView::NoEditTriggers);
    m_table->setSelectionBehavior(QTableView::SelectRows);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight());
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(top.title.text());
    column->addWidget(m_table);
    connect(m_table, &QTableView::doubleClicked, this, &OverviewTopCard::openCurrent);
    auto *enter = new QShortcut(m_table);
    enter->setKeys({Qt::Key_Return, Qt::Key_Enter});
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, &OverviewTopCard::openCurrent);
    fitHeight();
}

void OverviewTopCard::show(const Page &page)
{
    const auto catalog = m_navigator.session().catalog();
    const QLocale locale = m_navigator.format().locale;
    const int current = m_table->currentIndex().row();
    m_model->clear();
    QList<const Field *> fields;
    for (int i = 0; i < page.columns.size(); ++i) {
        fields << catalog->resolve(m_top.entity, page.columns.at(i));
        auto *head = new QStandardItem(pathLabel(*catalog, m_top.entity, page.columns.at(i)));
        head->setTextAlignment(cellAlignment(*fields.last()) | Qt::AlignVCenter);
        m_model->setHorizontalHeaderItem(i, head);
    }
    for (const Row &row : page.rows) {
        QList<QStandardItem *> cells;
        for (int i = 0; i < fields.size(); ++i) {
            const auto text = [&](auto how) {
                return how(*fields.at(i), row.values.at(i), row.titles.value(i), row.currency, locale);
            };
            auto *cell = new QStandardItem(text(cellText));
            cell->setToolTip(text(fullText));
            cell->setTextAlignment(cellAlignment(*fields.at(i)) | Qt::AlignVCenter);
            cell->setData(row.id, IdRole);
            cells << cell;
        }
        m_model->appendRow(cells);
    }
    setVisible(!page.rows.isEmpty());
    for (int i = 0; i < fields.size(); ++i)
        m_table->horizontalHeader()->setSectionResizeMode(i, QHeaderView::Stretch);
    if (current >= 0 && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(qMin(current, m_model->rowCount() - 1), 0));
    fitHeight();
}

/// All rows are in sight: the page scrolls, not the card.
void OverviewTopCard::fitHeight()
{
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + m_model->rowCount() * rowHeight() + 2);
}

void OverviewTopCard::openCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    const QModelIndex chosen = index.isValid() ? index : m_model->index(0, 0);
    if (chosen.isValid())
        m_navigator.openRecord(m_top.entity, chosen.data(IdRole).toLongLong());
}

void OverviewTopCard::paintEvent(QPaintEvent *) { paintCard(this); }

} // namespace crm
