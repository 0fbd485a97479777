#include "ui/exchange/import_result_step.h"
#include "ui/exchange/import_counts.h"
#include "ui/exchange/import_run.h"
#include "ui/exchange/missing_entries.h"
#include "ui/exchange/report_models.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/shell/work_strip.h"
#include "ui/style/scale.h"
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
const QLatin1String refusedFile("refused.csv");
} // namespace

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
    m_bar->setFixedWidth(scaled(barWidth));
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
    m_report = {};
    m_report.entity = m_draft.entity;
    m_batches.clear();
    m_folder.reset();
    m_undone = false;
    begin(m_draft.options(), [this](const ImportReport &report) {
        m_report = report;
        if (report.batch != 0)
            m_batches << report.batch;
    });
}

/// @param done takes the report; what has been imported before stays when there is none
void ImportResultStep::begin(const ImportOptions &options, const std::function<void(const ImportReport &)> &done)
{
    const Entity &entity = m_navigator.session().catalog()->at(m_draft.entity);
    m_banner->hide();
    m_stack->setCurrentIndex(0);
    auto folder = std::make_shared<QTemporaryDir>();
    const auto work = LongWork::begin(tr("Import of %1").arg(entity.many().text()));
    m_work = work;
    WorkArea::follow(m_navigator, work);
    refreshProgress();
    // A page that is closed meanwhile hears nothing of the end; the status bar does.
    auto *run = new ImportRunner(m_navigator.session(), m_draft.path, options, Importer::Write, work,
                                 folder->filePath(refusedFile));
    connect(run, &ImportRunner::done, this, [this, done, folder](const ImportReport &report) {
        m_work.reset();
        m_folder = folder;
        done(report);
        show();
    });
    connect(run, &ImportRunner::failed, this, [this](const Error &error) {
        m_work.reset();
        show();
        m_banner->show(error.kind() == ErrorKind::Cancelled ? Banner::Info : Banner::Danger, error.sentence());
    });
    run->start();
    Q_EMIT changed();
}

/// Rows that were refused for a category that there is not: it can be added now, and they are imported.
void ImportResultStep::offerMissing()
{
    const MissingEntries missing = missingEntries(m_draft, m_report);
    if (missing.isEmpty())
        return;
    m_banner->show(
        Banner::Warning,
        tr("Some of the refused rows name what is not there yet: %1.").arg(missing.names.join(QStringLiteral(", "))));
    m_banner->setAction(tr("Add it and import these rows"), [this, fields = missing.fields] { importRefused(fields); });
}

void ImportResultStep::importRefused(const QStringList &createMissing)
{
    m_draft.createMissing += createMissing;
    if (m_report.nothingWritten) // of all or nothing
        return enter();
    ImportOptions options = m_draft.options();
    options.lines = m_report.refusedLines;
    begin(options, [this](const ImportReport &report) {
        ImportReport all = report;
        all.rows = m_report.rows;
        all.inserted += m_report.inserted;
        all.updated += m_report.updated;
        all.unchanged += m_report.unchanged;
        all.skipped += m_report.skipped;
        for (auto it = m_report.others.cbegin(); it != m_report.others.cend(); ++it) {
            all.others[it.key()].inserted += it->inserted;
            all.others[it.key()].updated += it->updated;
        }
        m_report = all;
        if (report.batch != 0)
            m_batches << report.batch;
    });
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

void ImportResultStep::show()
{
    m_counts->show(m_report, *m_navigator.session().catalog());
    m_faultModel->show(m_report.faults);
    fitColumns(m_faults);
    const bool refused = m_report.refused > 0;
    m_faultsTitle->setText(tr("%n row(s) refused", nullptr, int(m_report.refused)));
    m_faultsTitle->setVisible(refused);
    m_save->setVisible(refused);
    m_faults->setVisible(refused);
    m_undo->setVisible(hasImported());
    if (m_report.nothingWritten)
        m_banner->show(Banner::Warning, tr("Nothing was imported, because some rows were refused."));
    offerMissing();
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
    QFile kept(m_folder->filePath(refusedFile));
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
    m_takenBack = 0;
    takeBack(m_batches);
}

/// The latest run first: what it changed may be what an earlier one made.
void ImportResultStep::takeBack(QList<Id> batches)
{
    const QPointer<ImportResultStep> page(this);
    const Id latest = batches.takeLast();
    undoBatch(m_navigator, latest, [page, batches](const UndoResult &result) {
        if (!page)
            return;
        page->takenBack(result, batches);
        if (result.left.isEmpty() && !batches.isEmpty())
            page->takeBack(batches);
    });
}

void ImportResultStep::takenBack(const UndoResult &result, const QList<Id> &others)
{
    m_takenBack += result.done;
    if (result.left.isEmpty())
        m_batches = others;
    m_undone = m_batches.isEmpty();
    m_undo->setVisible(!m_undone);
    m_banner->show(Banner::Success, tr("Taken back: %n record(s).", nullptr, int(m_takenBack)));
    Q_EMIT changed();
}

} // namespace crm
