// Who may sign in, for administrators: set a password, let somebody in or keep them out. Everything else about a person
// is an ordinary record. On a server also what accounts and connections there are.
#pragma once
#include "core/store/await.h"
#include "core/store/server/office_access.h"
#include "core/store/session.h"
#include "ui/shell/page.h"
#include <QAbstractTableModel>

class QLayout;
class QPushButton;
class QTableView;

namespace crm {

class CRM_UI PeopleModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Login, RoleName, Active, LastSeen, Connections, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    static Query query();
    void setRows(const QList<Row> &rows);
    Id idAt(int row) const;
    QString textAt(int row, Column column) const;
    bool isActive(int row) const;
    /// Of an office on a server: what its accounts are like. Without it (a local file) the columns are not there.
    void setAccounts(const QList<AccountState> &accounts);
    AccountState accountAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString accessText(int row) const;
    QList<Row> m_rows;
    QHash<Id, AccountState> m_accounts;
    bool m_onServer = false;
};

class CRM_UI PeoplePage : public TabPage
{
    Q_OBJECT
public:
    explicit PeoplePage(Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override { return tr("People and passwords"); }
    QString iconName() const override { return QStringLiteral("users"); }
    QString key() const override { return QStringLiteral("people"); }
    void activated() override;
    bool isSettled() const override { return m_settled; }
    PeopleModel *model() const { return m_model; }

    void setPassword();
    void toggleActive();
    void toggleLock();
    QPushButton *seeAsButton() const { return m_seeAs; }

private:
    void addServerButtons(QLayout *bar);
    void addSeeAsButtons(QLayout *bar);
    void loadAccounts();
    void givePassword(int row);
    bool isOnServer() const;
    void load();
    void showChoice();
    int currentRow() const;
    void saveActive(Id id, bool active);

    PeopleModel *m_model;
    QTableView *m_table;
    QPushButton *m_password, *m_active, *m_seeAs = nullptr, *m_lock = nullptr;
    Request m_request, m_accountsRequest, m_writing;
    bool m_settled = false;
};

} // namespace crm
