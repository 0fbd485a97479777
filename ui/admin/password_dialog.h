// Sets a password: one's own, or as an administrator somebody else's. The rules are core's; its sentence stands beside
// the field. Hashing takes a moment and runs in the session.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace crm {

class FormField;

class CRM_UI PasswordDialog : public QDialog
{
    Q_OBJECT
public:
    PasswordDialog(Session &session, Id user, const QString &login, QWidget *parent);
    void setReason(const QString &text); ///< above the fields; empty: none
    void accept() override;              ///< saves first; closes when that has succeeded
    QLineEdit *firstEdit() const { return m_first; }
    QLineEdit *secondEdit() const { return m_second; }
    FormField *firstField() const { return m_firstField; }

private:
    Session &m_session;
    Id m_user;
    QString m_login;
    QLineEdit *m_first, *m_second;
    QLabel *m_reason;
    FormField *m_firstField, *m_secondField;
    QPushButton *m_save;
};

} // namespace crm
