#include "ui/exchange/unknown_values_view.h"
#include "core/store/session.h"
#include "ui/exchange/report_models.h"
#include "ui/records/editor_delegate.h"
#include "ui/records/field_editor.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace crm {
namespace {

constexpr int chevron = 14, happensWidth = 240;

/// A sign in the cells that one can choose in.
class UnknownValuesDelegate : public EditorDelegate
{
public:
    using EditorDelegate::EditorDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        EditorDelegate::paint(painter, option, index);
        if (index.flags().testFlag(Qt::ItemIsEditable)) {
            const bool rtl = option.direction == Qt::RightToLeft;
            const int left = rtl ? option.rect.left() + space::xs : option.rect.right() - chevron - space::xs;
            icon(QStringLiteral("chevron-down"))
                .paint(painter, QRect(left, option.rect.center().y() - chevron / 2, chevron, chevron));
        }
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return makeCellEditor(static_cast<const UnknownValuesModel *>(index.model())->fieldAt(index), {}, parent);
    }
};

} // namespace

UnknownValuesView::UnknownValuesView(Navigator &navigator, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_model(new UnknownValuesModel(this))
    , m_table(makeReportTable(m_model, tr("Values that are not known"), this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, space::s, 0, 0);
    box->setSpacing(space::s);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::m);
    m_note = makeLabel({}, TextRole::Body, this, true);
    m_note->setWordWrap(true);
    m_add = makeButton(tr("Add all of them"), QStringLiteral("plus"), ButtonRole::Normal, this);
    m_add->setToolTip(tr("Whatever may be added: entries of short lists, and choices of fields that you look after."));
    row->addWidget(m_note, 1);
    row->addWidget(m_add, 0, Qt::AlignTop);
    box->addLayout(row);
    box->addWidget(m_table, 1);
    auto *delegate = new UnknownValuesDelegate(navigator, m_table);
    m_table->setItemDelegate(delegate);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setEditTriggers(QAbstractItemView::SelectedClicked | QAbstractItemView::DoubleClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.flags().testFlag(Qt::ItemIsEditable))
            m_table->edit(index);
    });
    connect(delegate, &EditorDelegate::moveRequested, this, &UnknownValuesView::move, Qt::QueuedConnection);
    connect(delegate, &EditorDelegate::refused, this, [this](const QString &why) { m_navigator.toast(why); });
    connect(m_model, &UnknownValuesModel::edited, this, &UnknownValuesView::noteEdit);
    connect(m_model, &UnknownValuesModel::meaningWanted, this, [this](int row) { m_wanted = row; });
    connect(m_add, &QPushButton::clicked, m_model, &UnknownValuesModel::addAll);
}

void UnknownValuesView::show(const ImportReport &report, const ImportDraft &draft)
{
    const Session &session = m_navigator.session();
    const QModelIndex before = m_table->currentIndex();
    m_model->show(report, draft, *session.catalog(), session.actor());
    m_edited = false;
    m_wanted = -1;
    m_note->setText(report.moreUnknown
                        ? tr("The file has values that are not known here; the first %L1 of them are shown. Say what "
                             "they mean, then check again.")
                              .arg(m_model->rowCount())
                        : tr("The file has values that are not known here. Say what they mean, then check again."));
    fitColumns(m_table);
    m_table->setColumnWidth(UnknownValuesModel::Happens, happensWidth);
    const int row = std::clamp(before.row(), 0, std::max(0, m_model->rowCount() - 1));
    m_table->setCurrentIndex(m_model->index(row, before.isValid() ? before.column() : UnknownValuesModel::Happens));
    m_add->setEnabled(m_model->canAddMore());
    askTitles();
}

void UnknownValuesView::noteEdit()
{
    m_edited = true;
    m_add->setEnabled(m_model->canAddMore());
    askTitles();
    Q_EMIT edited();
}

/// Records that were picked by hand, or that an earlier import has meant.
void UnknownValuesView::askTitles()
{
    const QHash<QString, IdList> wanted = m_model->untitled();
    if (wanted.isEmpty())
        return;
    m_titles.ask(
        this, m_navigator.session().read([wanted](Repository &r) {
            QHash<QString, QHash<Id, Option>> found;
            for (auto it = wanted.cbegin(); it != wanted.cend(); ++it)
                found.insert(it.key(), r.options(it.key(), it.value()));
            return found;
        }),
        [this](const QHash<QString, QHash<Id, Option>> &found) {
            for (auto it = found.cbegin(); it != found.cend(); ++it)
                for (const Option &option : it.value())
                    m_model->setTitle(it.key(), option.id, option.title);
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

/// Tab goes along the cells that one can choose in, Enter down; who has said that a value means something says what.
void UnknownValuesView::move(int step)
{
    QModelIndex next = m_table->currentIndex();
    if (const int row = std::exchange(m_wanted, -1); row >= 0) {
        next = m_model->index(row, UnknownValuesModel::Means);
        m_table->setCurrentIndex(next);
        m_table->setFocus();
        m_table->edit(next);
        return;
    }
    if (step == 2)
        next = next.siblingAtRow(std::min(next.row() + 1, m_model->rowCount() - 1));
    else if (step == 1)
        next = next.column() < UnknownValuesModel::Means ? next.siblingAtColumn(UnknownValuesModel::Means)
                                                         : m_model->index(next.row() + 1, UnknownValuesModel::Happens);
    else
        next = next.column() > UnknownValuesModel::Happens ? next.siblingAtColumn(UnknownValuesModel::Happens)
                                                           : m_model->index(next.row() - 1, UnknownValuesModel::Means);
    if (next.isValid())
        m_table->setCurrentIndex(next);
    m_table->setFocus();
}

} // namespace crm
