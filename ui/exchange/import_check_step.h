// Third step of an import: what would happen, tried on the data and taken back at once. Nothing is written yet.
#pragma once
#include "core/store/await.h"
#include "ui/exchange/import_step.h"

class QCheckBox;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace crm {

class Banner;
class FaultModel;
class ImportCountsView;
class LongWork;
class PreviewModel;
class UnknownValuesView;

class CRM_UI ImportCheckStep : public ImportStep
{
    Q_OBJECT
public:
    ImportCheckStep(Navigator &navigator, ImportDraft &draft, QWidget *parent);
    ~ImportCheckStep() override;

    QString name() const override { return tr("Check"); }
    QString nextText() const override;
    bool isReady() const override;
    bool isBusy() const override { return m_work != nullptr; }
    void enter() override;
    void leave() override;
    bool goesOn() override;
    QWidget *firstField() const override;

    const ImportReport &report() const { return m_report; }
    ImportCountsView *counts() const { return m_counts; }
    QTableView *preview() const { return m_preview; }
    QTableView *faults() const { return m_faults; }
    QCheckBox *allOrNothing() const { return m_all; }
    Banner *banner() const { return m_banner; }
    QTabWidget *tabs() const { return m_tabs; }
    UnknownValuesView *unknown() const { return m_unknown; }

private:
    void show(const ImportReport &report);
    void showTabs();
    bool offerMissing();
    void stop();
    qint64 toWrite() const;

    QStackedWidget *m_stack;
    Banner *m_banner;
    ImportCountsView *m_counts;
    QCheckBox *m_all;
    QTabWidget *m_tabs;
    QTableView *m_preview, *m_faults;
    UnknownValuesView *m_unknown;
    PreviewModel *m_previewModel;
    FaultModel *m_faultModel;
    ImportReport m_report;
    std::shared_ptr<LongWork> m_work; ///< while it is tried
    bool m_tried = false, m_triedAnew = false;
};

} // namespace crm
