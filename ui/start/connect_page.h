// Connecting to an office's server: where it is, how it is known again, who comes. Kept connections can be picked.
//
//     page->begin();                                  // empty, or with the connection used last
//     connect(page, &ConnectPage::submitted, ...);    // then showFault() when the answer is no
//
// The page tests a connection by itself, on a worker thread. Thread: the window's.
#pragma once
#include "core/store/await.h"
#include "core/store/server/profiles.h"
#include "core/store/session.h"
#include "ui/start/card_page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace crm {

class FormField;

/// One part of an address, the others beyond doubt: so that addressFault() speaks of that part, beside its field.
struct AddressPart
{
    static ServerAddress host(const QString &host) { return with(&ServerAddress::host, host); }
    static ServerAddress database(const QString &name) { return with(&ServerAddress::database, name); }
    static ServerAddress caFile(const QString &path) { return with(&ServerAddress::caFile, path); }
    static ServerAddress port(int port)
    {
        ServerAddress a = host(QStringLiteral("x"));
        a.port = port;
        return a;
    }

private:
    static ServerAddress with(QString ServerAddress::*member, const QString &value)
    {
        ServerAddress a;
        a.host = QStringLiteral("x");
        a.*member = value;
        return a;
    }
};

class CRM_UI ConnectPage : public CardPage
{
    Q_OBJECT
public:
    explicit ConnectPage(QWidget *parent);

    /// Reads the kept connections; profile: the one to begin with, empty: the first.
    void begin(const QString &profile = {});
    /// The answer was no: the sentence stands where the person can mend it.
    void showFault(const Error &error);
    void setBusy(bool on);

    Profile profile() const; ///< as typed; the name is that of the kept connection, or a free one
    Credentials credentials() const;
    bool remembers() const; ///< the password, in the system's keychain

    QComboBox *profileBox() const { return m_profile; }
    QLineEdit *hostEdit() const { return m_host; }
    QLineEdit *portEdit() const { return m_port; }
    QLineEdit *databaseEdit() const { return m_database; }
    QLineEdit *caEdit() const { return m_ca; }
    QLineEdit *loginEdit() const { return m_login; }
    QLineEdit *passwordEdit() const { return m_password; }
    QLineEdit *wordsEdit() const { return m_words; }
    QPushButton *connectButton() const { return m_connect; }
    QPushButton *testButton() const { return m_test; }
    Banner *banner() const { return m_banner; }
    QStringList faults() const; ///< of the fields, from top to bottom

Q_SIGNALS:
    void submitted();
    void backRequested();
    void newOfficeRequested();

private:
    void addHead();
    void addPlace();
    void addPerson();
    void addPlain();
    void addButtons();
    void fill(const Profile &profile);
    void pick(int index);
    void removePicked();
    void browse();
    bool check(bool withPerson);
    void submit();
    void test();
    void recallPassword();
    void showPlain(bool on);

    QWidget *m_profileRow = nullptr;
    QComboBox *m_profile = nullptr;
    Banner *m_banner = nullptr;
    QLineEdit *m_host = nullptr, *m_port = nullptr, *m_database = nullptr, *m_ca = nullptr;
    QLineEdit *m_login = nullptr, *m_password = nullptr, *m_words = nullptr;
    FormField *m_hostField = nullptr, *m_portField = nullptr, *m_databaseField = nullptr, *m_caField = nullptr;
    FormField *m_loginField = nullptr, *m_passwordField = nullptr, *m_wordsField = nullptr;
    QCheckBox *m_plain = nullptr, *m_remember = nullptr;
    QWidget *m_plainBox = nullptr;
    QPushButton *m_test = nullptr, *m_connect = nullptr;
    QString m_name; ///< of the kept connection that the fields show; empty: a new one
    Request m_testing;
};

} // namespace crm
