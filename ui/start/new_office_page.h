// Making an office on a server: first the MariaDB and its administrator, whose findings are shown; then the office and
// its own first administrator, with what will be done; then the passwords that nobody can read again.
//
// Thread: the window's; the work runs on a worker thread.
#pragma once
#include "core/store/await.h"
#include "core/store/server/profiles.h"
#include "core/store/server/server_setup.h"
#include "core/store/session.h"
#include "ui/start/card_page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace crm {

class FormField;

class CRM_UI NewOfficePage : public CardPage
{
    Q_OBJECT
public:
    NewOfficePage(const Registry &registry, QWidget *parent);
    void begin(const ServerAddress &address);

    enum Step { Server, Office, Done };
    Step step() const;
    const ServerReport &report() const { return m_report; }
    QPushButton *nextButton() const { return m_next; }
    Banner *banner() const { return m_banner; }
    QStringList faults() const;

    struct Fields
    {
        QLineEdit *host, *port, *ca, *root, *rootPassword;
        QLineEdit *database, *name, *login, *password, *again;
    };
    const Fields &fields() const { return m_fields; }

Q_SIGNALS:
    void backRequested();
    /// The office is there; the person may sign in.
    void made(const crm::Profile &profile, const crm::Credentials &credentials);

private:
    QWidget *makeServerStep();
    QWidget *makeOfficeStep();
    QWidget *makeDoneStep();
    void addButtons();
    void showStep(Step step);
    void showFindings();
    void next();
    void back();
    void examine();
    void create();
    void takeMade(const OfficeMade &made);
    void setBusy(const QString &text);
    bool checkServer();
    bool checkOffice();
    bool focusFault();
    FormField *field(const QString &label, QLineEdit *edit, const char *name);
    ServerAddress address() const;
    OfficeSetup setup() const;

    const Registry &m_registry;
    Banner *m_banner;
    QStackedWidget *m_steps;
    QPushButton *m_back, *m_next;
    Fields m_fields{};
    QList<FormField *> m_allFields;
    QComboBox *m_currency = nullptr, *m_language = nullptr;
    QVBoxLayout *m_findings = nullptr, *m_plan = nullptr;
    QLineEdit *m_ownerPassword = nullptr, *m_servicePassword = nullptr;
    ServerReport m_report;
    QStringList m_planned;
    Request m_request;
};

} // namespace crm
