// A pop-up list of an entity's fields with a line to find one: to filter by, or to show as columns.
#pragma once
#include "ui/ui_export.h"
#include <QFrame>

class QLineEdit;
class QListWidget;

namespace crm {

class Catalog;

class CRM_UI FieldMenu : public QFrame
{
    Q_OBJECT
public:
    /// @param checked null: one is picked and the menu closes; else the fields shown, which one switches and drags
    FieldMenu(const Catalog &catalog, const QString &entity, const QStringList &paths, const QStringList *checked,
              QWidget *parent);
    void openBelow(const QWidget *anchor);
    QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void picked(const QString &path);
    void checkedChanged(const QStringList &paths);
    void resetRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &text);
    void moveCurrent(int by);
    void pick();
    QStringList checkedPaths() const;

    QLineEdit *m_search;
    QListWidget *m_list;
    bool m_checks;
};

} // namespace crm
