// Everything a new database needs to know, on one card: where, for whom, in which currency and language.
#pragma once
#include "core/store/local_store.h"
#include "ui/start/card_page.h"

class QComboBox;
class QLineEdit;

namespace crm {

class FormField;
class StrengthBar;

class CRM_UI SetupPage : public CardPage
{
    Q_OBJECT
public:
    explicit SetupPage(QWidget *parent);
    void begin();
    void setFault(const QString &sentence); ///< of the whole; empty: none

    QLineEdit *pathEdit() const { return m_path; }
    QLineEdit *nameEdit() const { return m_name; }
    QLineEdit *loginEdit() const { return m_login; }
    QLineEdit *passwordEdit() const { return m_password; }
    QLineEdit *againEdit() const { return m_again; }
    QPushButton *button() const { return m_create; }
    QStringList faults() const; ///< of the fields, from top to bottom

Q_SIGNALS:
    void submitted(const QString &path, const crm::Setup &setup);
    void backRequested();

private:
    void addPlace();
    void addCompany();
    void addAdmin();
    void addButtons();
    void browse();
    bool check();
    void submit();

    Banner *m_fault;
    QLineEdit *m_path, *m_name, *m_login, *m_password, *m_again;
    QComboBox *m_currency, *m_language;
    FormField *m_pathField, *m_nameField, *m_loginField, *m_passwordField, *m_againField;
    QPushButton *m_create;
    bool m_loginTouched = false;
};

/// "Anna Petrova" -> "anna.petrova"; Cyrillic is written in Latin letters.
CRM_UI QString loginFromName(const QString &name);

} // namespace crm
