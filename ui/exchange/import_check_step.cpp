#include "ui/exchange/import_check_step.h"
#include "core/store/session.h"
#include "ui/exchange/import_counts.h"
#include "ui/exchange/import_run.h"
#include "ui/exchange/missing_entries.h"
#include "ui/exchange/report_models.h"
#include "ui/exchange/unknown_values_view.h"
#include "ui/shell/navigator.h"
#include "ui/shell/work_strip.h"
#include "ui/style/widgets.h"
#include <QCheckBox>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace crm {

ImportCheckStep::ImportCheckStep(Navigator &navigator, ImportDraft &draft, QWidget *parent)
    : ImportStep(navigator, draft, parent)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::m);
    m_banner = new Banner(this);
    box->addWidget(m_banner);
    m_stack = new QStackedWidget(this);
    auto *waiting = new QWidget(m_stack);
    auto *column = new QVBoxLayout(waiting);
    column->addWidget(makeLabel(tr("Every row is tried. Nothing is written."), TextRole::Body, waiting, true));
    column->addWidget(new PlaceholderRows(waiting), 1);
    m_stack->addWidget(waiting);
    auto *page = new QWidget(m_stack);
    column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    m_counts = new ImportCountsView(page);
    column->addWidget(m_counts);
    m_all = new QCheckBox(tr("All or nothing: one refused row refuses all"), page);
    column->addWidget(m_all);
    m_tabs = new QTabWidget(page);
    m_tabs->setDocumentMode(true);
    m_previewModel = new PreviewModel(this);
    m_faultModel = new FaultModel(this);
    m_preview = makeReportTable(m_previewModel, tr("First rows as they will be"), m_tabs);
    m_faults = makeReportTable(m_faultModel, tr("Refused rows"), m_tabs);
    m_unknown = new UnknownValuesView(navigator, m_tabs);
    m_tabs->addTab(m_preview, tr("First rows as they will be"));
    m_tabs->addTab(m_unknown, tr("Values that are not known"));
    m_tabs->addTab(m_faults, tr("Refused rows"));
    column->addWidget(m_tabs, 1);
    m_stack->addWidget(page);
    box->addWidget(m_stack, 1);
    connect(m_all, &QCheckBox::toggled, this, [this] { Q_EMIT changed(); });
    connect(m_unknown, &UnknownValuesView::edited, this, [this] { Q_EMIT changed(); });
}

ImportCheckStep::~ImportCheckStep() { stop(); }

void ImportCheckStep::stop()
{
    if (const auto work = std::exchange(m_work, {}))
        work->cancel();
}

qint64 ImportCheckStep::toWrite() const { return m_report.inserted + m_report.updated; }

QString ImportCheckStep::nextText() const
{
    if (m_unknown->isEdited())
        return tr("Check again");
    return m_tried && toWrite() > 0 ? tr("Import %n row(s)", nullptr, int(toWrite())) : tr("Import");
}

bool ImportCheckStep::isReady() const
{
    if (m_unknown->isEdited())
        return !isBusy();
    const bool refusedAll = m_all->isChecked() && m_report.refused > 0;
    return m_tried && !isBusy() && m_report.doubts.isEmpty() && toWrite() > 0 && !refusedAll;
}

QWidget *ImportCheckStep::firstField() const
{
    return m_tabs->currentWidget() == m_unknown ? m_unknown->table() : m_tabs->currentWidget();
}

void ImportCheckStep::enter()
{
    stop();
    m_tried = false;
    m_report = {};
    m_banner->hide();
    m_stack->setCurrentIndex(0);
    if (!m_triedAnew) // of another file, or of other columns
        m_unknown->show({}, m_draft);
    m_all->setChecked(m_draft.allOrNothing);
    const Entity &entity = m_navigator.session().catalog()->at(m_draft.entity);
    const auto work = LongWork::begin(tr("Trying the import of %1").arg(entity.many().text()));
    m_work = work;
    WorkArea::follow(m_navigator, work);
    auto *run = new ImportRunner(m_navigator.session(), m_draft.path, m_draft.options(), Importer::Try, work);
    connect(run, &ImportRunner::done, this, [this, work](const ImportReport &report) {
        if (m_work != work)
            return; // a later try has taken its place
        m_work.reset();
        show(report);
    });
    connect(run, &ImportRunner::failed, this, [this, work](const Error &error) {
        if (m_work != work)
            return;
        m_work.reset();
        m_banner->show(error.kind() == ErrorKind::Cancelled ? Banner::Info : Banner::Danger, error.sentence());
        m_banner->setAction(tr("Try again"), [this] { enter(); });
        if (!m_unknown->isEmpty()) // one of the answers may be at fault: it can be changed
            m_stack->setCurrentIndex(1);
        Q_EMIT changed();
    });
    run->start();
    Q_EMIT changed();
}

void ImportCheckStep::leave()
{
    m_draft.allOrNothing = m_all->isChecked();
    m_draft.answers = m_unknown->model()->answers(m_draft.answers);
}

bool ImportCheckStep::goesOn()
{
    if (!m_unknown->isEdited())
        return true;
    leave();
    m_triedAnew = true;
    enter();
    return false;
}

void ImportCheckStep::show(const ImportReport &report)
{
    m_report = report;
    m_tried = true;
    m_counts->show(report, *m_navigator.session().catalog());
    m_previewModel->show(report);
    m_faultModel->show(report.faults);
    fitColumns(m_preview);
    fitColumns(m_faults);
    m_unknown->show(report, m_draft);
    showTabs();
    m_all->setVisible(report.refused > 0 || m_all->isChecked());
    if (!report.doubts.isEmpty())
        m_banner->show(Banner::Warning,
                       report.doubts.join(u' ') + u' ' + tr("Go back to the columns and say how it is read."));
    else if (!offerMissing() && toWrite() == 0)
        m_banner->show(Banner::Info, report.refused > 0
                                         ? tr("There is nothing to import: every row is refused or known.")
                                         : tr("There is nothing to import: every row is known already."));
    m_stack->setCurrentIndex(1);
    if (std::exchange(m_triedAnew, false))
        firstField()->setFocus(); // the button that was pressed has gone, and the focus with it
    Q_EMIT changed();
}

void ImportCheckStep::showTabs()
{
    const int unknown = m_tabs->indexOf(m_unknown), faults = m_tabs->indexOf(m_faults);
    m_tabs->setTabVisible(unknown, !m_unknown->isEmpty());
    m_tabs->setTabText(unknown, tr("Values that are not known (%L1)").arg(m_report.unknown.size()));
    m_tabs->setTabText(faults, tr("Refused rows (%L1)").arg(m_report.refused));
    m_tabs->setTabEnabled(faults, m_report.refused > 0);
    if (m_unknown->model()->open() > 0)
        m_tabs->setCurrentWidget(m_unknown);
    else
        m_tabs->setCurrentWidget(m_report.refused > 0 && toWrite() == 0 ? m_faults : m_preview);
}

/// Rows that are refused for a category that there is not: it can be added from here, and they are tried anew.
bool ImportCheckStep::offerMissing()
{
    const MissingEntries missing = missingEntries(m_draft, m_report);
    if (missing.isEmpty())
        return false;
    m_banner->show(Banner::Warning,
                   tr("Some rows name what is not there yet: %1.").arg(missing.names.join(QStringLiteral(", "))));
    m_banner->setAction(tr("Add it with the import"), [this, fields = missing.fields] {
        leave();
        m_draft.createMissing += fields;
        m_triedAnew = true;
        enter();
    });
    return true;
}

} // namespace crm
