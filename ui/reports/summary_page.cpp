#include "ui/reports/summary_page.h"
#include "core/exchange/csv_writer.h"
#include "core/exchange/xlsx_writer.h"
#include "core/model/registry.h"
#include "core/model/relative_date.h"
#include "core/store/session.h"
#include "ui/records/flow_layout.h"
#include "ui/reports/named_bars.h"
#include "ui/reports/summary_chart.h"
#include "ui/reports/summary_model.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSaveFile>
#include <QShortcut>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int refreshAfterMs = 600, mostBars = 24;
const QString wholeTime = QStringLiteral("all"), twelveMonths = QStringLiteral("12m"),
              thisYear = QStringLiteral("this_year");

Summary ofCurrency(const Summary &all, const QString &currency)
{
    const auto others = [&](const SummaryRow &row) { return row.currency != currency; };
    Summary one = all;
    one.rows.removeIf(others);
    one.totals.removeIf(others);
    return one;
}

void writeCsv(QIODevice &file, const SummaryModel &model)
{
    CsvWriter out(file, {.bom = true});
    for (int row = -1; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString text = (row < 0 ? model.headerData(column, Qt::Horizontal, Qt::DisplayRole)
                                          : model.data(model.index(row, column), SummaryModel::MachineRole))
                                     .toString();
            cells << (row < 0 || column == 0 ? spreadsheetSafe(text) : text);
        }
        out.row(cells);
    }
    out.finish();
}

void writeXlsx(QIODevice &file, const SummaryModel &model, const QString &title)
{
    XlsxWriter book(title);
    for (int row = -1; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString text = (row < 0 ? model.headerData(column, Qt::Horizontal, Qt::DisplayRole)
                                          : model.data(model.index(row, column), SummaryModel::MachineRole))
                                     .toString();
            if (row < 0 || column == 0)
                book.text(column, text, row < 0 ? XlsxWriter::Head : XlsxWriter::Plain);
            else if (!text.isEmpty())
                book.number(column, text, int(text.section(u'.', 1).size()));
        }
        book.nextRow();
    }
    book.finish(file);
}
} // namespace

SummaryPage::SummaryPage(const SummaryReport &report, Navigator &navigator, QWidget *parent)
    : TabPage(navigator, parent)
    , m_report(report)
    , m_model(new SummaryModel(report, this))
    , m_chart(new SummaryChart(this))
    , m_bars(new NamedBars(this))
    , m_refresh(new QTimer(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    build();
    m_refresh->setSingleShot(true);
    m_refresh->setInterval(refreshAfterMs);
    connect(m_refresh, &QTimer::timeout, this, &SummaryPage::load);
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        const auto concerns = [this](const Change &change) {
            return std::any_of(m_report.sources.begin(), m_report.sources.end(),
                               [&](const SummarySource &source) { return source.entity == change.entity; });
        };
        if (isVisible() && std::any_of(changes.begin(), changes.end(), concerns))
            m_refresh->start();
    });
}

void SummaryPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, space::l);
    column->setSpacing(space::m);
    column->addWidget(buildHead());
    m_banner = new Banner(this);
    column->addWidget(m_banner);
    column->addWidget(m_chart);
    column->addWidget(m_bars);
    connect(m_bars, &NamedBars::chosen, this, &SummaryPage::openBehindBar);
    m_table = new QTableView(this);
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QTableView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight());
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(title());
    column->addWidget(m_table, 1);
    m_empty = new EmptyState(m_report.icon, tr("Nothing in this period"), m_report.hint.text(), this);
    m_empty->setAction(tr("Show the whole time"), [this] { m_period->setCurrentIndex(m_period->findData(wholeTime)); });
    m_empty->hide();
    column->addWidget(m_empty, 1);
    connect(m_table, &QTableView::doubleClicked, this, &SummaryPage::openBehind);
    auto *enter = new QShortcut(m_table);
    enter->setKeys({Qt::Key_Return, Qt::Key_Enter});
    enter->setContext(Qt::WidgetShortcut);
    connect(enter, &QShortcut::activated, this, [this] { openBehind(m_table->currentIndex()); });
}

QWidget *SummaryPage::buildHead()
{
    auto *head = new QWidget(this);
    auto *rows = new QVBoxLayout(head);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::s);
    rows->addWidget(makeLabel(title(), TextRole::Title, head));
    auto *bar = new QWidget(head);
    auto *flow = new FlowLayout(bar, space::s);
    flow->setContentsMargins(0, 0, 0, 0);
    m_way = new QComboBox(bar);
    m_way->setAccessibleName(tr("How it is put together"));
    for (const SummaryWay &way : m_report.ways)
        m_way->addItem(way.title.text(), way.key);
    m_period = new QComboBox(bar);
    m_period->setAccessibleName(tr("Period"));
    m_back = makeIconButton(QStringLiteral("chevron-left"), tr("The period before"), bar);
    m_next = makeIconButton(QStringLiteral("chevron-right"), tr("The period after"), bar);
    m_days = makeLabel({}, TextRole::Body, bar, true);
    m_currency = new QComboBox(bar);
    m_currency->setAccessibleName(tr("Currency"));
    m_currency->hide();
    auto *save = makeButton(tr("Save as..."), QStringLiteral("export"), ButtonRole::Normal, bar);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_way), static_cast<QWidget *>(m_period), static_cast<QWidget *>(m_back),
          static_cast<QWidget *>(m_next), static_cast<QWidget *>(m_currency), static_cast<QWidget *>(save),
          static_cast<QWidget *>(m_days)})
        flow->addWidget(widget);
    rows->addWidget(bar);
    fillPeriods();
    showPeriod();
    connect(m_way, &QComboBox::currentIndexChanged, this, &SummaryPage::load);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        m_first = m_last = {};
        showPeriod();
        load();
    });
    connect(m_currency, &QComboBox::currentIndexChanged, this, &SummaryPage::showCurrency);
    connect(m_back, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(save, &QPushButton::clicked, this, &SummaryPage::save);
    return head;
}

void SummaryPage::fillPeriods()
{
    m_period->addItem(tr("A year"), thisYear);
    m_period->addItem(tr("Twelve months"), twelveMonths);
    m_period->addItem(tr("A quarter"), QStringLiteral("this_quarter"));
    m_period->addItem(tr("A month"), QStringLiteral("this_month"));
    m_period->addItem(tr("The whole time"), wholeTime);
}

/// The next or the last one of the same length: both ends move by as many months.
void SummaryPage::step(int by)
{
    const QDate behind = m_last.addDays(1);
    const int months = (behind.year() - m_first.year()) * 12 + behind.month() - m_first.month();
    m_first = m_first.addMonths(by * months);
    m_last = behind.addMonths(by * months).addDays(-1);
    showPeriod();
    load();
}

void SummaryPage::showPeriod()
{
    const QString chosen = m_period->currentData().toString();
    const QDate today = QDate::currentDate();
    if (!m_first.isValid() && chosen == twelveMonths) {
        m_last = lastOfSpan(firstOfSpan(today, GroupBy::Month), GroupBy::Month);
        m_first = m_last.addDays(1).addYears(-1);
    } else if (!m_first.isValid() && chosen != wholeTime) {
        if (const auto days = daysOf(chosen, today)) {
            m_first = days->first;
            m_last = days->last;
        }
    }
    m_back->setVisible(m_first.isValid());
    m_next->setVisible(m_first.isValid());
    const QLocale locale = navigator().format().locale;
    m_days->setText(m_first.isValid() ? tr("%1 to %2", "the first and the last day of a period")
                                            .arg(locale.toString(m_first, QLocale::ShortFormat),
                                                 locale.toString(m_last, QLocale::ShortFormat))
                                      : QString());
}

SummaryQuestion SummaryPage::question() const { return {m_way->currentData().toString(), m_first, m_last}; }

void SummaryPage::activated()
{
    if (!m_settled)
        load();
}

void SummaryPage::load()
{
    m_request.ask(
        this, navigator().session().read([report = m_report, asked = question()](Repository &repository) {
            return summaryOf(repository, report, asked);
        }),
        [this](const Summary &summary) { fill(summary); },
        [this](const Error &error) { m_banner->show(Banner::Danger, error.sentence()); });
}

void SummaryPage::fill(const Summary &summary)
{
    m_shown = question();
    m_all = summary;
    const QString base = navigator().session().catalog()->baseCurrency;
    const QString before = m_currency->currentData().toString();
    const QSignalBlocker quiet(m_currency);
    m_currency->clear();
    for (const SummaryRow &total : summary.totals)
        m_currency->addItem(total.currency.isEmpty() ? base : total.currency, total.currency);
    m_currency->setCurrentIndex(std::max(0, m_currency->findData(before)));
    m_currency->setVisible(m_currency->count() > 1);
    if (!summary.withheld.isEmpty())
        m_banner->show(
            Banner::Info,
            tr("Your role does not show: %1. They are not in these numbers.").arg(summary.withheld.join(", ")));
    else if (summary.more)
        m_banner->show(Banner::Info, tr("There are more of them: these are the ones with the most records."));
    else
        m_banner->hide();
    showCurrency();
    if (!std::exchange(m_settled, true))
        Q_EMIT settled();
}

void SummaryPage::showCurrency()
{
    const SummaryWay *way = m_report.way(m_shown.way);
    if (!way)
        return;
    const QString currency = m_currency->currentData().toString();
    const Summary one = ofCurrency(m_all, currency);
    m_model->show(one, *way, *navigator().session().catalog(), navigator().format());
    const bool isEmpty = one.rows.isEmpty();
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    showChart(one, *way, currency);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    if (!isEmpty && !m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_model->index(0, 0));
    setStatusText(tr("%n row(s)", nullptr, int(one.rows.size())));
}

void SummaryPage::showChart(const Summary &one, const SummaryWay &way, const QString &currency)
{
    QList<SummaryBar> bars;
    for (int at = 0; at < one.rows.size(); ++at) {
        const SummaryRow &row = one.rows.at(at);
        SummaryBar bar{m_model->titleOf(row), 0, 0, row.result, at};
        for (int i = 0; i < one.sources.size(); ++i) {
            const SummarySource::Part part = one.sources.at(i).part;
            if (part != SummarySource::Beside)
                (part == SummarySource::Adds ? bar.adds : bar.takes) += row.amounts.at(i).value_or(0);
        }
        bars << bar;
    }
    const SummaryWords words{m_report.adds.text(), m_report.takes.text(), m_report.result.text(),
                             [this, currency](qint64 amount) { return m_model->amountText(amount, currency); }};
    m_bars->show(way.isTime() ? QList<SummaryBar>() : bars, words);
    if (!way.isTime() || bars.size() < 2 || bars.size() > mostBars)
        bars.clear();
    m_chart->show(bars, words);
}

/// What the table opens from the first amount of that row.
void SummaryPage::openBehindBar(int row)
{
    const SummaryWay *way = m_report.way(m_shown.way);
    const SummaryRow *of = m_model->row(row);
    const QList<SummarySource> &sources = m_model->summary().sources;
    for (int i = 0; way && of && i < sources.size(); ++i) {
        if (sources.at(i).paths.contains(way->key) && of->amounts.at(i).value_or(0) != 0)
            return openBehind(m_model->index(row, SummaryModel::columnOf(i)));
    }
}

/// A name or a result has several lists behind it: the first source's is the one that says most.
void SummaryPage::openBehind(const QModelIndex &index)
{
    const SummaryWay *way = m_report.way(m_shown.way);
    if (!index.isValid() || !way)
        return;
    const SummaryRow *row = m_model->row(index.row());
    const std::optional<SummarySource> source = m_model->source(index.column());
    if (!source && index.column() == 0 && row && !way->isTime() && !row->value.isNull()) {
        const auto catalog = navigator().session().catalog();
        for (const SummarySource &any : m_model->summary().sources) {
            const Field *field = catalog->at(any.entity).field(any.paths.value(way->key));
            if (field && field->kind() == Kind::Ref)
                return navigator().openRecord(field->target(), row->value.toLongLong());
        }
    }
    if (source && (way->isTime() || source->paths.contains(way->key)))
        navigator().openList(source->entity,
                             recordsBehind(*navigator().session().catalog(), *source, *way, m_shown, row));
}

void SummaryPage::save()
{
    const QString path = Prompts::saveFile(this, tr("Save the summary as"), title() + QStringLiteral(".xlsx"),
                                           tr("Workbook (*.xlsx);;CSV (*.csv)"));
    if (path.isEmpty())
        return;
    try {
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly))
            throw Error(ErrorKind::Connection, tr("%1 cannot be written: %2").arg(path, file.errorString()));
        if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
            writeCsv(file, *m_model);
        else
            writeXlsx(file, *m_model, title());
        if (!file.commit())
            throw Error(ErrorKind::Connection, tr("%1 cannot be written: %2").arg(path, file.errorString()));
        navigator().toast(tr("Saved: %1").arg(path));
    } catch (const Error &error) {
        navigator().showError(error);
    }
}

} // namespace crm
