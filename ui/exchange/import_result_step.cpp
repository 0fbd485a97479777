#include "ui/exchange/import_result_step.h"
#include "ui/exchange/import_counts.h"
#include "ui/exchange/import_run.h"
#include "ui/exchange/report_models.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/shell/work_strip.h"
#include "ui/style/widgets.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>
#include <QVBoxLayout>

namespace crm {
namespace {
constexpr int refreshMs = 200, barWidth = 420;
}

ImportResultStep::ImportResultStep(Navigator &navigator, ImportDraft &draft, QWidget *parent)
    : ImportStep(navigator, draft, parent)
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::m);
    m_banner = new Banner(this);
    box->addWidget(m_banner);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildProgress());
    m_stack->addWidget(buildResult());
    box->addWidget(m_stack, 1);
    auto *timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &ImportResultStep::refreshProgress);
    timer->start(refreshMs);
}

ImportResultStep::~ImportResultStep() = default;

QWidget *ImportResultStep::buildProgress()
{
    auto *area = new QWidget(this);
    auto *box = new QVBoxLayout(area);
    box->setSpacing(space::m);
    m_stage = makeLabel({}, TextRole::Heading, area);
    m_stage->setAlignment(Qt::AlignCenter);
    m_bar = new QProgressBar(area);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(barWidth);
    m_bar->setAccessibleName(tr("Progress of the import"));
    auto *hint =
        makeLabel(tr("You can go on working; the status bar shows how far it is."), TextRole::Body, area, true);
    m_cancel = makeButton(tr("Cancel the import"), QStringLiteral("close"), ButtonRole::Normal, area);
    box->addStretch(2);
    box->addWidget(m_stage, 0, Qt::AlignHCenter);
    box->addWidget(m_bar, 0, Qt::AlignHCenter);
    box->addWidget(hint, 0, Qt::AlignHCenter);
    box->addWidget(m_cancel, 0, Qt::AlignHCenter);
    box->addStretch(3);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_work)
            m_work->cancel();
    });
    return area;
}

QWidget *ImportResultStep::buildResult()
{
    auto *area = new QWidget(this);
    auto *box = new QVBoxLayout(area);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::m);
    m_counts = new ImportCountsView(area);
    box->addWidget(m_counts);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    m_open = makeButton(tr("Show the list"), QStringLiteral("list"), ButtonRole::Primary, area);
    m_undo = makeButton(tr("Undo the import"), QStringLiteral("undo"), ButtonRole::Normal, area);
    m_again = makeButton(tr("Import another file"), QStringLiteral("import"), ButtonRole::Quiet, area);
    for (QPushButton *button : {m_open, m_undo, m_again})
        row->addWidget(button);
    row->addStretch(1);
    box->addLayout(row);
    auto *title = new QHBoxLayout;
    m_faultsTitle = makeLabel({}, TextRole::Heading, area);
    m_save = makeButton(tr("Save the refused rows"), QStringLiteral("save"), ButtonRole::Normal, area);
    m_save->setToolTip(tr("As a CSV file with the reasons: mend the rows in it and import it again."));
    title->addWidget(m_faultsTitle, 1);
    title->addWidget(m_save);
    box->addLayout(title);
    m_faultModel = new FaultModel(this);
    m_faults = makeReportTable(m_faultModel, tr("Refused rows"), area);
    box->addWidget(m_faults, 1);
    box->addStretch(0);
    connect(m_open, &QPushButton::clicked, this,
            [this] { m_navigator.openKey(QStringLiteral("list/") + m_draft.entity); });
    connect(m_undo, &QPushButton::clicked, this, &ImportResultStep::undo);
    connect(m_again, &QPushButton::clicked, this, &ImportResultStep::againRequested);
    connect(m_save, &QPushButton::clicked, this, &ImportResultStep::saveRefused);
    return area;
}

QWidget *ImportResultStep::firstField() const { return m_work ? m_cancel : m_open; }

void ImportResultStep::enter()
{
    const Entity &entity = m_navigator.session().catalog()->at(m_draft.entity);
    m_report = {};
    m_undone = false;
    m_banner->hide();
    m_stack->setCurrentIndex(0);
    m_folder = std::make_unique<QTemporaryDir>();
    const auto work = LongWork::begin(tr("Import of %1").arg(entity.many().text()));
    m_work = work;
    WorkArea::follow(m_navigator, work);
    refreshProgress();
    // A page that is closed meanwhile hears nothing of the end; the status bar does.
    auto *run = new ImportRunner(m_navigator.session(), m_draft.path, m_draft.options(), Importer::Write, work,
                                 m_folder->filePath(QStringLiteral("refused.csv")));
    connect(run, &ImportRunner::done, this, [this](const ImportReport &report) {
        m_work.reset();
        show(report);
    });
    connect(run, &ImportRunner::failed, this, [this](const Error &error) {
        m_work.reset();
        end(error.sentence(), error.kind() != ErrorKind::Cancelled);
    });
    run->start();
    Q_EMIT changed();
}

void ImportResultStep::refreshProgress()
{
    if (!m_work || !isVisible())
        return;
    const int percent = m_work->percent();
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    m_bar->setValue(std::max(percent, 0));
    m_cancel->setEnabled(!m_work->isCancelled());
    const QString left = m_work->timeLeft();
    m_stage->setText(m_work->isCancelled() ? tr("What was imported is taken back")
                     : percent < 0         ? tr("The file is read")
                     : left.isEmpty()      ? tr("Importing: %1 %").arg(percent)
                                      : tr("Importing: %1 %, %2", "how far, how long still").arg(percent).arg(left));
}

/// It ended without a report.
void ImportResultStep::end(const QString &sentence, bool failed)
{
    m_banner->show(failed ? Banner::Danger : Banner::Info, sentence);
    ImportReport none;
    none.entity = m_draft.entity;
    show(none);
}

void ImportResultStep::show(const ImportReport &report)
{
    m_report = report;
    m_counts->show(report, *m_navigator.session().catalog());
    m_faultModel->show(report.faults);
    fitColumns(m_faults);
    const bool refused = report.refused > 0;
    m_faultsTitle->setText(tr("%n row(s) refused", nullptr, int(report.refused)));
    m_faultsTitle->setVisible(refused);
    m_save->setVisible(refused);
    m_faults->setVisible(refused);
    m_undo->setVisible(report.batch != 0);
    if (report.nothingWritten)
        m_banner->show(Banner::Warning, tr("Nothing was imported, because some rows were refused."));
    m_stack->setCurrentIndex(1);
    firstField()->setFocus();
    Q_EMIT changed();
}

void ImportResultStep::saveRefused()
{
    if (!m_folder)
        return; // nothing was refused
    const QString name = QFileInfo(m_draft.path).completeBaseName() + tr("-refused", "behind the name of a file");
    const QString path =
        Prompts::saveFile(window(), tr("Save the refused rows"), name + QStringLiteral(".csv"), tr("CSV (*.csv)"));
    if (path.isEmpty())
        return;
    QFile kept(m_folder->filePath(QStringLiteral("refused.csv")));
    if (QFile::exists(path))
        QFile::remove(path); // the dialog has asked
    if (kept.copy(path))
        m_navigator.toast(tr("Saved: %1").arg(QDir::toNativeSeparators(path)));
    else
        m_navigator.showError(
            Error(ErrorKind::Denied,
                  tr("“%1” cannot be written: %2.").arg(QDir::toNativeSeparators(path), kept.errorString())));
}

void ImportResultStep::undo()
{
    const qint64 records = m_report.inserted + m_report.updated;
    if (Prompts::ask(this, {tr("Undo the import?"),
                            tr("%n record(s) become what they were; new ones go to the trash. What others have changed "
                               "since is shown first.",
                               nullptr, int(records)),
                            tr("Undo the import"),
                            {},
                            true}) != Prompts::Yes)
        return;
    const QPointer<ImportResultStep> page(this);
    undoBatch(m_navigator, m_report.batch, [page](const UndoResult &result) {
        if (page)
            page->takenBack(result);
    });
}

void ImportResultStep::takenBack(const UndoResult &result)
{
    m_undone = result.left.isEmpty();
    m_undo->setVisible(!m_undone);
    m_banner->show(Banner::Success, tr("Taken back: %n record(s).", nullptr, int(result.done)));
    Q_EMIT changed();
}

} // namespace crm
