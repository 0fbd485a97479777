// Changes one field of many records: says in numbers what would come of it, then does it in portions, with a bar and a
// way to stop. What is done is one batch, which the toast and Ctrl+Z take back.
//
//     auto *dialog = new BatchDialog(navigator, "clients", find, this);
//     dialog->open();      // find: [query](Repository &r, const Progress &p) { return idsOfList(r, query, p); }
#pragma once
#include "core/exchange/batch_edit.h"
#include "core/store/await.h"
#include "ui/ui_export.h"
#include <QDialog>
#include <QTimer>
#include <atomic>
#include <optional>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace crm {

class FieldEditor;
class Navigator;

class CRM_UI BatchDialog : public QDialog
{
    Q_OBJECT
public:
    using FindIds = std::function<IdList(Repository &, const Progress &)>;
    /// @param find which records, on a thread of the session. Deletes itself when it is closed.
    BatchDialog(Navigator &navigator, const QString &entity, const FindIds &find, QWidget *parent);
    ~BatchDialog() override;

    bool isReady() const { return m_planned; } ///< the numbers are there
    const BatchPlan &plan() const { return m_plan; }
    bool isCounted() const { return m_same.has_value(); } ///< how many are so already is known of what is chosen
    qint64 willChange() const { return m_plan.ids.size() - m_same.value_or(0); }
    const BatchReport &report() const { return m_report; }
    QString planText() const;
    QComboBox *fieldBox() const { return m_field; }
    QComboBox *howBox() const { return m_how; }
    FieldEditor *editor() const { return m_editor; }
    QPushButton *runButton() const { return m_run; }
    void chooseField(const QString &key);
    void run();
    void reject() override; ///< while it runs: stops after the portion at work

Q_SIGNALS:
    void planned();
    void counted(); ///< how many are so already
    void changed(); ///< records were changed
    void ended();   ///< all is done, or stopped

private:
    void build();
    void takePlan(const BatchPlan &plan);
    void showField();
    void showHow();
    void updateButtons();
    std::optional<BatchChange> chosen() const; ///< nothing: no value has been given
    void recount();
    void countSoon();
    QString sameText() const;
    void next();
    void finish();
    void offerUndo();

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    const Entity *m_entity;
    QComboBox *m_field, *m_how;
    QVBoxLayout *m_place;
    FieldEditor *m_editor = nullptr;
    QLabel *m_numbers, *m_fault;
    QProgressBar *m_bar;
    QPushButton *m_run, *m_cancel;
    BatchPlan m_plan;
    BatchChange m_change;
    BatchReport m_report;
    qsizetype m_at = 0;
    bool m_planned = false, m_running = false, m_stopped = false;
    Request m_planRequest;
    Request m_countRequest;
    QTimer m_countTimer; ///< while one types
    std::optional<qint64> m_same;
    std::shared_ptr<std::atomic<bool>> m_closed = std::make_shared<std::atomic<bool>>(false); ///< stops the counting
};

} // namespace crm
