// What of a list leaves the program, and how: rows, columns, format.
//
//     ExportDialog dialog(navigator, {entity, query, selected, shown}, this);
//     if (Prompts::run(dialog) == QDialog::Accepted)
//         startExport(navigator, this, dialog.request());
//
// Thread: the window's.
#pragma once
#include "core/exchange/export.h"
#include "ui/ui_export.h"
#include <QDialog>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLabel;
class QRadioButton;

namespace crm {

class Navigator;

/// The list that one exports from.
struct ExportScope
{
    Query query;              ///< as it is shown, with its columns
    qint64 shown = -1;        ///< rows of it; -1: not counted yet
    qint64 selected = 0;      ///< 0: nothing, or a single row that merely has the cursor
    bool allSelected = false; ///< everything that is shown
};

struct ExportRequest
{
    enum What { Selection, Shown, Everything };
    What what = Shown;
    Query query;
    ExportOptions options = {};
};

class CRM_UI ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(Navigator &navigator, const ExportScope &scope, QWidget *parent);

    /// What was chosen. The ids of a selection are the caller's to add.
    ExportRequest request() const;
    QRadioButton *what(ExportRequest::What what) const;
    QComboBox *format() const { return m_format; }
    QComboBox *columns() const { return m_columns; }
    QCheckBox *forPeople() const { return m_forPeople; }
    QCheckBox *forSpreadsheet() const { return m_forSpreadsheet; }

private:
    void refresh();
    ExportOptions::Format chosenFormat() const;

    ExportScope m_scope;
    QButtonGroup *m_what;
    QComboBox *m_format, *m_columns;
    QWidget *m_columnsField;
    QCheckBox *m_forPeople, *m_forSpreadsheet;
    QLabel *m_hint;
};

} // namespace crm
