// What administrators of an office on a server look at besides the people: open connections, address lists, refusals;
// and a made password, shown once. All of it comes from the session; nothing waits.
//
// Thread: the window's.
#pragma once
#include "core/store/await.h"
#include "core/store/server/office_access.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QDialog>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QVBoxLayout;

namespace crm {

class Banner;
class FormField;

/// A heading, a table that is filled later, a line of buttons.
class CRM_UI OfficeDialog : public QDialog
{
    Q_OBJECT
public:
    QTableWidget *table() const { return m_table; }
    Banner *banner() const { return m_banner; }

protected:
    OfficeDialog(Session &session, const QString &title, const QStringList &heads, QWidget *parent);
    QVBoxLayout *body() const { return m_body; }
    void setRows(const QList<QStringList> &rows, const QList<qint64> &ids, const QString &none);
    qint64 currentId() const;
    void fail(const Error &error);
    static QString shownMoment(const QDateTime &moment);
    QPushButton *addButton(const QString &text, const QString &iconName);

    Session &m_session;
    Request m_request;

private:
    QVBoxLayout *m_body;
    QTableWidget *m_table;
    Banner *m_banner;
    QHBoxLayout *m_buttons;
};

class CRM_UI ConnectionsDialog : public OfficeDialog
{
    Q_OBJECT
public:
    ConnectionsDialog(Session &session, QWidget *parent);

private:
    void load();
    void end();
};

class CRM_UI AddressesDialog : public OfficeDialog
{
    Q_OBJECT
public:
    AddressesDialog(Session &session, QWidget *parent);
    QLineEdit *rangeEdit() const { return m_range; }
    QPushButton *allowButton() const { return m_allow; }
    QComboBox *whomBox() const { return m_whom; }

private:
    void load();
    void allow();
    void remove();
    QComboBox *m_whom, *m_purpose;
    QLineEdit *m_range;
    FormField *m_rangeField;
    QPushButton *m_allow;
    Request m_writing;
};

class CRM_UI RefusalsDialog : public OfficeDialog
{
    Q_OBJECT
public:
    RefusalsDialog(Session &session, QWidget *parent);
};

/// Shows a made password; it can be copied, and is gone with the dialog.
class CRM_UI MadePasswordDialog : public QDialog
{
    Q_OBJECT
public:
    MadePasswordDialog(const QString &login, const QString &password, QWidget *parent);
};

} // namespace crm
