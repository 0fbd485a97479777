// Type-ahead below a line of text: asks the session for proposals, shows them, tells what was picked.
//
//     auto *lookup = new Lookup(navigator, "clients", lineEdit);
//     connect(lookup, &Lookup::picked, this, [this](const Option &o) { take(o); });
//
// The Down key opens it with the records changed last. A question still running is given up when one types on.
#pragma once
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <QObject>
#include <QTimer>

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace crm {

class Navigator;

/// Set on the line whose proposal was taken with Tab.
inline constexpr char takenByTab[] = "crmTakenByTab";

class CRM_UI Lookup : public QObject
{
    Q_OBJECT
public:
    Lookup(Navigator &navigator, const QString &target, QLineEdit *edit);

    /// Offers to make a record of what was typed, where the person may.
    void setCreates(bool on) { m_creates = on; }
    /// Ids that are not proposed (already chosen ones).
    void setWithout(const IdList &ids) { m_without = ids; }
    void open(); ///< proposals for what stands in the line
    bool isOpen() const;
    /// Takes the proposal whose title is what was typed, if there is exactly one such; false: none.
    bool takeExact();

Q_SIGNALS:
    void picked(const crm::Option &option);
    void createRequested(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void show(const QString &typed, const QList<Option> &options);
    void take(const QModelIndex &index);

    Navigator &m_navigator;
    QString m_target;
    QLineEdit *m_edit;
    QStandardItemModel *m_model;
    QCompleter *m_completer;
    QList<Option> m_options;
    IdList m_without;
    bool m_creates = false;
    QTimer m_timer;
    Request m_request;
};

} // namespace crm
