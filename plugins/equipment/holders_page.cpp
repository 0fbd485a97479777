#include "holders_page.h"
#include "texts.h"
#include "ui/shell/navigator.h"
#include <QHeaderView>
#include <QLabel>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTreeView>

namespace equipment {
namespace {
constexpr int idRole = Qt::UserRole + 1;

QList<QStandardItem *> rowOf(const QStringList &texts)
{
    QList<QStandardItem *> row;
    for (const QString &text : texts) {
        row.append(new QStandardItem(text));
        row.last()->setEditable(false);
    }
    return row;
}
} // namespace

HoldersPage::HoldersPage(crm::Navigator &window, QWidget *parent)
    : TabPage(window, parent)
    , m_tree(new QTreeView)
    , m_model(new QStandardItemModel(this))
    , m_empty(new QLabel)
{
    auto *layout = new QStackedLayout(this);
    layout->addWidget(m_tree);
    layout->addWidget(m_empty);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(title());
    m_tree->setAlternatingRowColors(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setText(Tr::tr("No equipment yet. Ctrl+N adds the first piece."));
    connect(m_tree, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (const crm::Id id = index.siblingAtColumn(0).data(idRole).toLongLong())
            Q_EMIT openRequested(entityKey(), id);
    });
    connect(&window.session(), &crm::Session::changed, this, [this](const QList<crm::Change> &changes) {
        const bool ours = std::any_of(changes.begin(), changes.end(),
                                      [this](const crm::Change &change) { return change.entity == entityKey(); });
        if (m_wanted && ours)
            load();
    });
}

QString HoldersPage::title() const { return Tr::tr("Who holds what"); }

QString HoldersPage::entityKey() const { return equipment::entityKey(); }

void HoldersPage::activated()
{
    if (!std::exchange(m_wanted, true))
        load();
}

void HoldersPage::load()
{
    m_loading.ask(
        this,
        pieces(navigator().session(), QStringLiteral("state != written_off"), QStringLiteral("holder_id.name, name")),
        [this](const QList<Piece> &all) { show(all); },
        [this](const crm::Error &error) {
            navigator().showError(error);
            settle();
        });
}

void HoldersPage::show(const QList<Piece> &pieces)
{
    m_model->clear();
    m_model->setHorizontalHeaderLabels({Tr::tr("Name"), Tr::tr("Number"), Tr::tr("State")});
    QStandardItem *holder = nullptr;
    QString name;
    for (const Piece &piece : pieces) {
        if (!holder || piece.holder != name) {
            name = piece.holder;
            const QList<QStandardItem *> row = rowOf({name.isEmpty() ? Tr::tr("With nobody") : name, {}, {}});
            holder = row.first();
            m_model->appendRow(row);
        }
        const QList<QStandardItem *> row = rowOf({piece.name, piece.number, piece.state});
        row.first()->setData(piece.id, idRole);
        holder->appendRow(row);
    }
    m_tree->expandAll();
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    static_cast<QStackedLayout *>(layout())->setCurrentIndex(pieces.isEmpty() ? 1 : 0);
    setStatusText(Tr::tr("%n piece(s)", nullptr, int(pieces.size())));
    settle();
}

void HoldersPage::settle()
{
    m_settled = true;
    Q_EMIT settled();
}

} // namespace equipment
