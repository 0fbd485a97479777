#include "ui/exchange/import_columns_step.h"
#include "core/store/session.h"
#include "ui/exchange/mapping_delegate.h"
#include "ui/exchange/mapping_model.h"
#include "ui/exchange/remembered_mapping.h"
#include "ui/records/flow_layout.h"
#include "ui/shell/navigator.h"
#include "ui/style/form_field.h"
#include "ui/style/widgets.h"
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int fieldWidth = 210;
const QLatin1String idKey("id"), externalKey("external_id"); // what an import finds records by, unless told otherwise

QString matchKey(const ImportTarget &target) { return target.path.section(u'.', 0, 0); }

} // namespace

ImportColumnsStep::ImportColumnsStep(Navigator &navigator, ImportDraft &draft, QWidget *parent)
    : ImportStep(navigator, draft, parent)
    , m_model(new MappingModel(this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::m);
    m_recalled = new Banner(this);
    m_banner = new Banner(this);
    box->addWidget(m_recalled);
    box->addWidget(m_banner);
    box->addWidget(buildTable(), 1);
    box->addWidget(buildMatching());
    connect(m_model, &MappingModel::edited, this, &ImportColumnsStep::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ImportColumnsStep::updateButtons);
}

QWidget *ImportColumnsStep::buildTable()
{
    auto *area = new QWidget(this);
    auto *box = new QVBoxLayout(area);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::s);
    m_table = new QTableView(area);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new MappingDelegate(m_table));
    m_table->setAccessibleName(tr("Columns of the file and where they go"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::SelectedClicked | QAbstractItemView::DoubleClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(controlHeight() + 2);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(MappingModel::Values, QHeaderView::Stretch);
    // A click is enough where one can only choose.
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.flags().testFlag(Qt::ItemIsEditable))
            m_table->edit(index);
    });
    box->addWidget(m_table, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_constant = makeButton(tr("The same value for all rows"), QStringLiteral("plus"), ButtonRole::Normal, area);
    m_again = makeButton(tr("Use the column once more"), QStringLiteral("copy"), ButtonRole::Quiet, area);
    m_remove = makeButton(tr("Take the line out"), QStringLiteral("minus"), ButtonRole::Quiet, area);
    for (QPushButton *button : {m_constant, m_again, m_remove})
        row->addWidget(button);
    row->addStretch(1);
    box->addLayout(row);
    connect(m_constant, &QPushButton::clicked, this, [this] {
        m_model->addConstant();
        const QModelIndex index = m_model->index(m_model->rowCount() - 1, MappingModel::GoesTo);
        m_table->setCurrentIndex(index);
        m_table->edit(index);
    });
    connect(m_again, &QPushButton::clicked, this, [this] {
        const int row = m_table->currentIndex().row();
        m_model->useAgain(row);
        m_table->setCurrentIndex(m_model->index(row + 1, MappingModel::GoesTo));
        m_table->edit(m_table->currentIndex());
    });
    connect(m_remove, &QPushButton::clicked, this, [this] { m_model->remove(m_table->currentIndex().row()); });
    return area;
}

QWidget *ImportColumnsStep::buildMatching()
{
    auto *area = new QWidget(this);
    auto *row = new FlowLayout(area, space::l);
    const auto combo = [&](const QString &label) {
        auto *box = new QComboBox(area);
        box->setMinimumWidth(fieldWidth);
        box->setAccessibleName(label);
        return box;
    };
    m_match = combo(tr("Which record a row means"));
    m_second = combo(tr("and by"));
    m_onMatch = combo(tr("If the record exists"));
    m_onMatch->addItem(tr("change it"), int(OnMatch::Update));
    m_onMatch->addItem(tr("skip the row"), int(OnMatch::Skip));
    m_onMatch->addItem(tr("refuse the row"), int(OnMatch::Refuse));
    m_dates = combo(tr("Dates like 3/4/2026"));
    m_dates->addItem(tr("Recognised"), int(DateOrder::Unknown));
    m_dates->addItem(tr("day, month, year"), int(DateOrder::DayFirst));
    m_dates->addItem(tr("month, day, year"), int(DateOrder::MonthFirst));
    m_dates->addItem(tr("year, month, day"), int(DateOrder::YearFirst));
    m_keep = new QCheckBox(tr("An empty value leaves what is stored"), area);
    row->addWidget(new FormField(tr("Which record a row means"), m_match, area));
    m_secondField = new FormField(tr("and by"), m_second, area);
    row->addWidget(m_secondField);
    m_onMatchField = new FormField(tr("If the record exists"), m_onMatch, area);
    row->addWidget(m_onMatchField);
    row->addWidget(new FormField(tr("Dates like 3/4/2026"), m_dates, area));
    row->addWidget(m_keep);
    connect(m_match, &QComboBox::activated, this, &ImportColumnsStep::refresh);
    connect(m_second, &QComboBox::activated, this, &ImportColumnsStep::refresh);
    return area;
}

QWidget *ImportColumnsStep::firstField() const { return m_table; }

void ImportColumnsStep::enter()
{
    const auto catalog = m_navigator.session().catalog();
    m_draft.targets = importTargets(*catalog, catalog->at(m_draft.entity), m_navigator.session().actor());
    if (m_draft.map.isEmpty()) {
        const QDate last = recallMapping(m_draft);
        if (!last.isValid())
            guess();
        m_recalled->setVisible(false);
        if (last.isValid()) {
            m_recalled->show(Banner::Info, tr("A file with these columns was imported on %1; everything is as it was "
                                              "then.")
                                               .arg(QLocale().toString(last, QLocale::ShortFormat)));
            m_recalled->setAction(tr("Start again"), [this] { startAgain(); });
        }
    }
    showMap();
    m_table->resizeColumnToContents(MappingModel::Heading);
    m_table->setColumnWidth(MappingModel::Heading,
                            std::clamp(m_table->columnWidth(MappingModel::Heading) + space::l, 140, 260));
    m_table->setColumnWidth(MappingModel::GoesTo, 280);
    m_table->setColumnWidth(MappingModel::How, 200);
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, MappingModel::GoesTo));
    refresh();
}

void ImportColumnsStep::showMap()
{
    m_model->show(m_draft);
    fillMatches(m_draft.match);
    m_onMatch->setCurrentIndex(m_onMatch->findData(int(m_draft.onMatch)));
    m_dates->setCurrentIndex(m_dates->findData(int(m_draft.dateOrder)));
    m_keep->setChecked(m_draft.keepFilled);
}

/// Without what was decided the last time.
void ImportColumnsStep::startAgain()
{
    const ImportDraft plain;
    m_draft.onMatch = plain.onMatch;
    m_draft.dateOrder = plain.dateOrder;
    m_draft.createMissing = plain.createMissing;
    m_draft.answers = plain.answers;
    m_draft.keepFilled = plain.keepFilled;
    m_draft.allOrNothing = plain.allOrNothing;
    guess();
    m_recalled->hide();
    showMap();
    refresh();
    m_table->setFocus();
}

/// By the headings; and records are found by the id of this program or another's, if the file has it.
void ImportColumnsStep::guess()
{
    const auto catalog = m_navigator.session().catalog();
    m_draft.map =
        guessMapping(*catalog, catalog->at(m_draft.entity), m_navigator.session().actor(), m_draft.sample.headers);
    m_draft.map.removeIf([this](const ColumnTarget &t) { return !m_draft.target(t.path); });
    m_draft.match.clear();
    for (const QString &key : {QString(idKey), QString(externalKey)}) {
        for (const ColumnTarget &t : std::as_const(m_draft.map)) {
            if (t.path == key && m_draft.match.isEmpty())
                m_draft.match = {key};
        }
    }
    m_draft.matchNothing = m_draft.match.isEmpty();
}

/// What columns go to and records may be found by. @param wanted the keys that are chosen, as far as they are there
void ImportColumnsStep::fillMatches(const QStringList &wanted)
{
    m_match->clear();
    m_second->clear();
    m_match->addItem(tr("none: every row is a new record"), QString());
    m_second->addItem(tr("nothing else"), QString());
    QSet<QString> seen;
    for (const ColumnTarget &t : m_model->map()) {
        const ImportTarget *target = m_draft.target(t.path);
        if (!target || !target->canMatch || seen.contains(matchKey(*target)))
            continue;
        seen.insert(matchKey(*target));
        for (QComboBox *combo : {m_match, m_second})
            combo->addItem(tr("found by “%1”").arg(target->label), matchKey(*target));
    }
    m_match->setCurrentIndex(std::max(0, m_match->findData(wanted.value(0))));
    m_second->setCurrentIndex(std::max(0, m_second->findData(wanted.value(1))));
}

void ImportColumnsStep::refresh()
{
    fillMatches({m_match->currentData().toString(), m_second->currentData().toString()});
    const bool finds = m_match->currentIndex() > 0;
    m_secondField->setVisible(finds && m_match->count() > 2);
    m_onMatchField->setVisible(finds);
    m_keep->setVisible(finds);
    const QString fault = m_model->fault();
    const QStringList missing = m_model->missing();
    if (!fault.isEmpty())
        m_banner->show(Banner::Danger, fault);
    else if (!missing.isEmpty() && !finds)
        m_banner->show(
            Banner::Warning,
            tr("Nothing goes to “%1”, which every new record must have.").arg(missing.join(QStringLiteral(", "))));
    else
        m_banner->hide();
    updateButtons();
    Q_EMIT changed();
}

void ImportColumnsStep::updateButtons()
{
    const int row = m_table->currentIndex().row();
    const bool column = row >= 0 && !m_model->index(row, MappingModel::Values).flags().testFlag(Qt::ItemIsEditable);
    m_again->setEnabled(column);
    m_remove->setEnabled(m_model->mayRemove(row));
}

bool ImportColumnsStep::isReady() const { return m_model->rowCount() > 0 && m_model->fault().isEmpty(); }

void ImportColumnsStep::leave()
{
    m_draft.map = m_model->map();
    m_draft.createMissing = m_model->createMissing();
    m_draft.match.clear();
    if (const QString first = m_match->currentData().toString(); !first.isEmpty())
        m_draft.match << first;
    if (const QString second = m_second->currentData().toString(); !second.isEmpty() && !m_draft.match.contains(second))
        m_draft.match << second;
    m_draft.matchNothing = m_match->currentIndex() <= 0;
    m_draft.onMatch = OnMatch(m_onMatch->currentData().toInt());
    m_draft.dateOrder = DateOrder(m_dates->currentData().toInt());
    m_draft.keepFilled = m_keep->isChecked();
}

} // namespace crm
