// A summary (core/exchange/summary.h) as a page: how it is put together, of which period, in which currency; a chart,
// and the table, whose numbers open the lists behind them. Saved as CSV or XLSX. Thread: the
// window's; reads in the session, again when what it shows has changed.
#pragma once
#include "core/exchange/summary.h"
#include "core/store/await.h"
#include "ui/shell/page.h"

class QComboBox;
class QLabel;
class QTableView;
class QTimer;
class QToolButton;

namespace crm {

class Banner;
class EmptyState;
class NamedBars;
class SummaryChart;
class SummaryModel;

class CRM_UI SummaryPage : public TabPage
{
    Q_OBJECT
public:
    SummaryPage(const SummaryReport &report, Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override { return m_report.title.text(); }
    QString iconName() const override { return m_report.icon; }
    QString key() const override { return QStringLiteral("report.") + m_report.key; }
    void activated() override;
    bool isSettled() const override { return m_settled; }
    QTableView *table() const { return m_table; }

private:
    void build();
    QWidget *buildHead();
    void fillPeriods();
    void step(int by);
    void showPeriod();
    SummaryQuestion question() const;
    void load();
    void fill(const Summary &summary);
    void showCurrency();
    void showChart(const Summary &one, const SummaryWay &way, const QString &currency);
    void openBehindBar(int row);
    void openBehind(const QModelIndex &index);
    void save();

    const SummaryReport m_report;
    SummaryModel *m_model;
    SummaryChart *m_chart; ///< where rows are times
    NamedBars *m_bars;     ///< where they are not
    QTableView *m_table = nullptr;
    QComboBox *m_way = nullptr, *m_period = nullptr, *m_currency = nullptr;
    QToolButton *m_back = nullptr, *m_next = nullptr;
    QLabel *m_days = nullptr;
    Banner *m_banner = nullptr;
    EmptyState *m_empty = nullptr;
    QTimer *m_refresh;
    QDate m_first, m_last;
    Summary m_all; ///< of every currency
    SummaryQuestion m_shown;
    bool m_settled = false;
    Request m_request;
};

} // namespace crm
