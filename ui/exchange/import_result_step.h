// Last step of an import: how far it is, then what has become of it. Refused rows may be kept as a file, all of it
// taken back.
#pragma once
#include "ui/exchange/import_step.h"
#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTemporaryDir;

namespace crm {

class Banner;
class FaultModel;
class ImportCountsView;
class LongWork;

class CRM_UI ImportResultStep : public ImportStep
{
    Q_OBJECT
public:
    ImportResultStep(Navigator &navigator, ImportDraft &draft, QWidget *parent);
    ~ImportResultStep() override;

    QString name() const override { return tr("Result"); }
    QString nextText() const override { return {}; }
    bool isReady() const override { return false; }
    bool isBusy() const override { return m_work != nullptr; }
    void enter() override; ///< begins
    QWidget *firstField() const override;

    bool hasImported() const { return !m_batches.isEmpty() && !m_undone; }
    const ImportReport &report() const { return m_report; }
    ImportCountsView *counts() const { return m_counts; }
    Banner *banner() const { return m_banner; }
    QPushButton *undoButton() const { return m_undo; }
    QPushButton *saveRefusedButton() const { return m_save; }
    QTableView *faults() const { return m_faults; }

Q_SIGNALS:
    void againRequested(); ///< another file

private:
    QWidget *buildProgress();
    QWidget *buildResult();
    void refreshProgress();
    void show();
    void begin(const ImportOptions &options, const std::function<void(const ImportReport &)> &done);
    void offerMissing();
    void importRefused(const QStringList &createMissing);
    void saveRefused();
    void undo();
    void takeBack(QList<Id> batches);
    void takenBack(const UndoResult &result, const QList<Id> &others);

    QStackedWidget *m_stack;
    QLabel *m_stage;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
    Banner *m_banner;
    ImportCountsView *m_counts;
    QTableView *m_faults;
    FaultModel *m_faultModel;
    QLabel *m_faultsTitle;
    QPushButton *m_save, *m_undo, *m_open, *m_again;
    ImportReport m_report; ///< of all runs together
    QList<Id> m_batches;   ///< what they have written, the latest last
    std::shared_ptr<LongWork> m_work;
    std::shared_ptr<QTemporaryDir> m_folder; ///< of the refused rows
    qint64 m_takenBack = 0;
    bool m_undone = false;
};

} // namespace crm
