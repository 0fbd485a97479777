// What every key does, and where a person changes it: a row for each command.
//
// Enter or a double click waits for the new keys, Del takes them away. Keys that run another command already are taken
// from it after a question. Thread: the window's.
#pragma once
#include "ui/shell/commands.h"
#include "ui/shell/page.h"
#include <QAbstractTableModel>

class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace crm {

class Banner;

class CRM_UI ShortcutsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Text, Keys, Group, ColumnCount };
    ShortcutsModel(Commands &commands, QObject *parent);

    QString keyAt(int row) const;
    /// Takes them from whoever has them. False: they cannot be a shortcut (Commands::whyNotShortcut).
    bool assign(int row, const QKeySequence &keys);
    void reset(int row);
    void resetAll();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void tellAll();
    Commands &m_commands;
};

class CRM_UI ShortcutsPage : public TabPage
{
    Q_OBJECT
public:
    ShortcutsPage(Navigator &navigator, Commands &commands, QWidget *parent = nullptr);
    QString title() const override { return tr("Shortcuts"); }
    QString iconName() const override { return QStringLiteral("keyboard"); }
    QString key() const override { return QStringLiteral("shortcuts"); }
    void focusSearch() override;

    ShortcutsModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    QLineEdit *searchEdit() const { return m_search; }
    Banner *banner() const { return m_banner; }
    /// Gives the command of that row these keys; asks when another has them. What Enter does in the end.
    void choose(const QString &command, const QKeySequence &keys);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int currentRow() const; ///< of the model; -1: none
    void removeCurrent();
    void resetCurrent();
    void showState();

    Commands &m_commands;
    ShortcutsModel *m_model;
    QSortFilterProxyModel *m_shown;
    QTableView *m_table;
    QLineEdit *m_search;
    Banner *m_banner;
    QPushButton *m_change, *m_remove, *m_reset, *m_resetAll;
};

} // namespace crm
