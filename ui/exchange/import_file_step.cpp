#include "ui/exchange/import_file_step.h"
#include "ui/exchange/sample_model.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/form_field.h"
#include "ui/style/widgets.h"
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QMimeData>
#include <QStackedWidget>
#include <QTableView>
#include <QUrl>
#include <QVBoxLayout>
#include <QtConcurrent/QtConcurrentRun>

namespace crm {
namespace {

constexpr int mostWidth = 320, narrowWidth = 150;

/// On a thread of its own: a file may lie on a slow network.
ImportSample readSample(const QString &path, const SourceOptions &options)
{
    QFile file(path);
    if (!file.exists())
        throw Error(ErrorKind::NotFound,
                    ImportFileStep::tr("There is no file “%1” any more.").arg(QDir::toNativeSeparators(path)));
    if (!file.open(QIODevice::ReadOnly))
        throw Error(
            ErrorKind::Denied,
            ImportFileStep::tr("“%1” cannot be read: %2.").arg(QDir::toNativeSeparators(path), file.errorString()));
    return sampleOf(file, options);
}

QString localFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

ImportFileStep::ImportFileStep(Navigator &navigator, ImportDraft &draft, QWidget *parent)
    : ImportStep(navigator, draft, parent)
{
    setAcceptDrops(true);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::m);
    m_banner = new Banner(this);
    box->addWidget(m_banner);
    m_stack = new QStackedWidget(this);
    m_empty = new EmptyState(QStringLiteral("import"), tr("Which file?"),
                             tr("A table as CSV, XLSX or JSON, from a spreadsheet or another program. Drop it here, or "
                                "choose it."),
                             m_stack);
    m_empty->setAction(tr("Choose a file"), [this] { chooseFile(); });
    m_stack->addWidget(m_empty);
    auto *page = new QWidget(m_stack);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::m);
    m_file = new ElidedLabel({}, TextRole::Strong, page);
    m_what = makeLabel({}, TextRole::Body, page, true);
    m_other = makeButton(tr("Another file"), QStringLiteral("folder-open"), ButtonRole::Normal, page);
    line->addWidget(m_file);
    line->addWidget(m_what, 1);
    line->addWidget(m_other);
    column->addLayout(line);
    column->addWidget(buildOptions());
    m_table = new QTableView(page);
    m_model = new SampleModel(m_table);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("First rows of the file"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight());
    m_table->horizontalHeader()->setHighlightSections(false);
    column->addWidget(m_table, 1);
    m_stack->addWidget(page);
    box->addWidget(m_stack, 1);
    connect(m_other, &QPushButton::clicked, this, &ImportFileStep::chooseFile);
}

QWidget *ImportFileStep::buildOptions()
{
    auto *area = new QWidget(this);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::l);
    const auto combo = [&](const QString &label) {
        auto *box = new QComboBox(area);
        box->setMinimumWidth(narrowWidth);
        box->setAccessibleName(label);
        connect(box, &QComboBox::activated, this, &ImportFileStep::readAgain);
        return box;
    };
    m_encoding = combo(tr("Encoding"));
    m_encoding->addItem(tr("Recognised"), QString());
    for (const QString &name : encodingNames())
        m_encoding->addItem(name, name);
    m_separator = combo(tr("Separator"));
    m_separator->addItem(tr("Recognised"), QString());
    m_separator->addItem(tr("Comma  ,"), QStringLiteral(","));
    m_separator->addItem(tr("Semicolon  ;"), QStringLiteral(";"));
    m_separator->addItem(tr("Tab"), QStringLiteral("\t"));
    m_separator->addItem(tr("Bar  |"), QStringLiteral("|"));
    m_sheet = combo(tr("Sheet"));
    m_encodingField = new FormField(tr("Encoding"), m_encoding, area);
    m_separatorField = new FormField(tr("Separator"), m_separator, area);
    m_sheetField = new FormField(tr("Sheet"), m_sheet, area);
    auto *checks = new QVBoxLayout;
    checks->setSpacing(space::xs);
    m_headers = new QCheckBox(tr("The first row names the columns"), area);
    m_headers->setChecked(true);
    m_short = new QCheckBox(tr("Rows may end early"), area);
    m_short->setToolTip(tr("Some programs leave out empty values at the end of a row. Else such rows are refused."));
    for (QCheckBox *check : {m_headers, m_short}) {
        checks->addWidget(check);
        connect(check, &QCheckBox::toggled, this, [this] {
            if (!m_showing)
                readAgain();
        });
    }
    for (QWidget *field : {static_cast<QWidget *>(m_sheetField), static_cast<QWidget *>(m_encodingField),
                           static_cast<QWidget *>(m_separatorField)})
        row->addWidget(field, 0, Qt::AlignTop);
    row->addLayout(checks);
    row->addStretch(1);
    return area;
}

QString ImportFileStep::fileFilter() { return tr("Tables (*.csv *.xlsx *.json *.txt *.tsv);;All files (*)"); }

QWidget *ImportFileStep::firstField() const
{
    return m_draft.path.isEmpty() ? static_cast<QWidget *>(m_empty->actionButton()) : m_other;
}

void ImportFileStep::chooseFile()
{
    const QString path = Prompts::openFile(window(), tr("Import a file"), fileFilter());
    if (!path.isEmpty())
        open(path);
}

/// With everything recognised anew.
void ImportFileStep::open(const QString &path)
{
    m_draft.path = path;
    m_draft.source = {};
    m_draft.map.clear();
    m_draft.answers.clear();
    m_showing = true;
    m_encoding->setCurrentIndex(0);
    m_separator->setCurrentIndex(0);
    m_sheet->clear();
    m_headers->setChecked(true);
    m_short->setChecked(false);
    m_showing = false;
    readAgain();
}

void ImportFileStep::readOptions()
{
    SourceOptions source;
    const QString encoding = m_encoding->currentData().toString(), separator = m_separator->currentData().toString();
    if (!encoding.isEmpty())
        source.csv.encoding = encodingByName(encoding);
    if (!separator.isEmpty())
        source.csv.separator = separator.front();
    source.sheet = m_sheet->currentText();
    source.headers = m_headers->isChecked();
    source.shortRows = m_short->isChecked();
    m_draft.source = source;
}

void ImportFileStep::readAgain()
{
    readOptions();
    m_ready = false;
    m_request.ask(
        this, QtConcurrent::run(readSample, m_draft.path, m_draft.source),
        [this](const ImportSample &sample) { show(sample); }, [this](const Error &error) { refuse(error); });
    Q_EMIT changed();
}

void ImportFileStep::show(const ImportSample &sample)
{
    const bool sameColumns = sample.headers == m_draft.sample.headers;
    m_draft.sample = sample;
    if (!sameColumns)
        m_draft.map.clear();
    m_ready = true;
    m_banner->hide();
    m_showing = true;
    const QFileInfo info(m_draft.path);
    m_file->setText(info.fileName());
    m_what->setText(sample.description);
    const bool csv = sample.format == SourceOptions::Csv;
    m_encodingField->setVisible(csv);
    m_separatorField->setVisible(csv);
    m_short->setVisible(csv);
    m_headers->setVisible(sample.format != SourceOptions::Json);
    m_encoding->setItemText(0, csv ? tr("Recognised: %1").arg(sample.encoding) : tr("Recognised"));
    m_separator->setItemText(0, csv && sample.separator != u"\t" ? tr("Recognised: %1").arg(sample.separator)
                                : csv                            ? tr("Recognised: tab")
                                                                 : tr("Recognised"));
    m_sheetField->setVisible(sample.sheets.size() > 1);
    if (m_sheet->count() == 0) {
        m_sheet->addItems(sample.sheets);
        m_sheet->setCurrentText(sample.sheet);
    }
    m_model->show(sample);
    m_table->resizeColumnsToContents();
    for (int i = 0; i < m_model->columnCount(); ++i)
        m_table->setColumnWidth(i, std::min(m_table->columnWidth(i) + space::l, mostWidth));
    m_stack->setCurrentIndex(1);
    m_showing = false;
    Q_EMIT changed();
}

void ImportFileStep::refuse(const Error &error)
{
    m_banner->show(Banner::Danger, error.sentence());
    m_file->setText(QFileInfo(m_draft.path).fileName());
    m_what->clear();
    m_model->show({});
    // Of a text another encoding or separator may be tried; anything else needs another file.
    m_stack->setCurrentIndex(error.kind() == ErrorKind::Validation ? 1 : 0);
    Q_EMIT changed();
}

void ImportFileStep::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportFileStep::dropEvent(QDropEvent *event)
{
    const QString path = localFile(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    open(path);
}

} // namespace crm
