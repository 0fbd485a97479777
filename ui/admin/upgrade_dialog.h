// Brings an office on a server up to this program, by the account that owns its tables: asks for that account, shows
// the steps, says how it ended. Can be stopped; the next run goes on. The window works on meanwhile.
//
//     UpgradeDialog dialog(session.target().server, session.registry(), this);
//     Prompts::run(dialog);
//
// Thread: the window's; the upgrade runs on another.
#pragma once
#include "core/model/registry.h"
#include "core/store/server/server_address.h"
#include "ui/ui_export.h"
#include <QDialog>
#include <atomic>
#include <memory>

class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace crm {

class Banner;
class FormField;

class CRM_UI UpgradeDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param registry must outlive the dialog
    UpgradeDialog(const ServerAddress &address, const Registry &registry, QWidget *parent);
    ~UpgradeDialog() override; ///< what runs is stopped where it can be

    QLineEdit *accountEdit() const { return m_account; }
    QLineEdit *passwordEdit() const { return m_password; }
    QPushButton *upgradeButton() const { return m_upgrade; }
    QPushButton *closeButton() const { return m_close; }
    Banner *banner() const { return m_banner; }
    QString progressText() const;
    bool isRunning() const { return m_stop != nullptr; }

    void reject() override; ///< while it runs: stops it, and stays to say how that ended

private:
    void start();
    void showProgress(qint64 done, qint64 total);
    void setRunning(bool on);
    void tell(bool upgraded, const QString &cancelled);

    const ServerAddress m_address;
    const Registry &m_registry;
    Banner *m_banner;
    QLineEdit *m_account, *m_password;
    FormField *m_accountField, *m_passwordField;
    QLabel *m_step;
    QProgressBar *m_bar;
    QPushButton *m_upgrade, *m_close;
    std::shared_ptr<std::atomic<bool>> m_stop; ///< null: nothing runs
};

} // namespace crm
