// Roles for administrators: who has them, and what they allow, as a matrix that is set by mouse or keyboard. What a
// change means is said, with numbers, before it is saved.
#pragma once
#include "core/model/record.h"
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/shell/page.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QVBoxLayout;

namespace crm {

class Banner;
class CountedList;
class FlowLayout;
class RightsModel;
class RoleLimit;

class CRM_UI RolesPage : public TabPage
{
    Q_OBJECT
public:
    explicit RolesPage(Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override { return QStringLiteral("roles"); }
    QString key() const override { return QStringLiteral("list/roles"); }
    bool hasUnsavedChanges() const override;
    bool mayClose() override;
    bool canSave() const override { return hasUnsavedChanges(); }
    void save() override;
    void activated() override;
    bool isSettled() const override { return m_settled; }
    bool isIdle() const { return m_settled && !m_request.isRunning() && !m_writing.isRunning(); }

    RightsModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    CountedList *roles() const { return m_roles; }
    void showRole(Id id);
    Id shownRole() const { return m_shown; }

    void addRole();
    void cloneRole();
    void deleteRole();
    void giveToNewPeople();
    RoleLimit *limit() const { return m_limit; }
    QPushButton *seeAsButton() const { return m_seeAs; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildRole();
    QWidget *buildHead();
    QWidget *buildLevels();
    void loadRoles();
    void takeRoles(const QList<Row> &roles, const QList<Row> &people);
    void roleChosen();
    void loadRole(Id id);
    void takeRole(const Document &role);
    void showRights();
    void showState();
    void setLevel(int level);
    QStringList limitChanges() const;
    void askBeforeSaving(const QStringList &changes, const QHash<QString, qint64> &counts);
    void store(const QList<Document> &roles, Id wanted);
    QString holdersText() const;
    QList<Option> holdersHere() const;
    void fail(const Error &error);

    RightsModel *m_model;
    CountedList *m_roles;
    QTableView *m_table;
    QLineEdit *m_name, *m_description;
    QCheckBox *m_admin, *m_staff;
    FlowLayout *m_rights;
    QWidget *m_rightsPlace;
    RoleLimit *m_limit;
    QLabel *m_holders;
    Banner *m_banner;
    QPushButton *m_save, *m_discard, *m_clone, *m_default, *m_delete, *m_seeAs;
    QList<QPushButton *> m_levels;
    QHash<Id, QList<Option>> m_people; ///< who has a role, also those who are deactivated
    QSet<Id> m_gone;                   ///< of them: deactivated
    QHash<Id, QString> m_names;        ///< of roles
    Id m_shown = 0, m_wanted = 0, m_forNewPeople = 0;
    bool m_settled = false;
    Request m_request, m_roleRequest, m_writing;
};

/// What another right to see means for these records, in words; empty: nobody loses sight of any.
/// @param count of all records of the kind
CRM_UI QString lossText(const QString &records, int before, int after, qint64 count);

} // namespace crm
