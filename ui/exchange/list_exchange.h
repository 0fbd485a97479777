// What a list offers of import and export: its menu, files that are dropped on it, an empty list's second action.
//
//     m_exchange = new ListExchange(navigator, this);          // of a ListPanel, when its table is there
//     row->addWidget(m_exchange->button());
//     m_exchange->addExport(menu);                             // to the context menu of the rows
//
// What the role may not do stays in the menu, disabled, with the reason. Thread: the window's.
#pragma once
#include "ui/exchange/export_dialog.h"
#include <QObject>

class QMenu;
class QPushButton;
class QToolButton;

namespace crm {

class ListPanel;

class CRM_UI ListExchange : public QObject
{
    Q_OBJECT
public:
    ListExchange(Navigator &navigator, ListPanel *panel);

    QToolButton *button() const { return m_button; }
    void addActions(QMenu *menu);
    void addExport(QMenu *menu);
    /// For an empty list: "Import from a file"; nothing where one may not import.
    void offerImport();
    void withdrawImport();
    QPushButton *emptyButton() const { return m_emptyButton; } ///< null: never offered

    void importFile(const QString &path = {});
    void exportRows();
    QString whyNotImport() const;
    QString whyNotExport() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ExportScope scope() const;
    void start(ExportRequest request);
    void addPapers(QMenu *menu);
    void onSelected(const std::function<void(const IdList &)> &run);

    Navigator &m_navigator;
    ListPanel *m_panel;
    QToolButton *m_button;
    QPushButton *m_emptyButton = nullptr;
};

} // namespace crm
