// The import of a file into an entity, in four steps: file, columns, check, result. Nothing is written before the last.
//
//     navigator.openKey("import/clients");
//
// Ctrl+Enter goes on. Thread: the window's.
#pragma once
#include "ui/exchange/import_draft.h"
#include "ui/shell/page.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace crm {

class EmptyState;
class ImportCheckStep;
class ImportColumnsStep;
class ImportFileStep;
class ImportResultStep;
class ImportStep;
class StepRow;

class CRM_UI ImportPage : public TabPage
{
    Q_OBJECT
public:
    ImportPage(Navigator &navigator, const QString &entity, QWidget *parent = nullptr);
    ~ImportPage() override;

    QString title() const override;
    QString iconName() const override { return QStringLiteral("import"); }
    QString key() const override;
    QString entityKey() const override { return m_draft.entity; }
    bool isSettled() const override;
    void activated() override;

    /// From the start, with this file.
    void open(const QString &path);

    int step() const;
    ImportFileStep *fileStep() const { return m_file; }
    ImportColumnsStep *columnsStep() const { return m_columns; }
    ImportCheckStep *checkStep() const { return m_check; }
    ImportResultStep *resultStep() const { return m_result; }
    QPushButton *nextButton() const { return m_next; }
    QPushButton *backButton() const { return m_back; }

private:
    void build();
    ImportStep *stepAt(int index) const;
    void goTo(int index);
    void goOn();
    void refresh();

    ImportDraft m_draft;
    StepRow *m_row = nullptr;
    QStackedWidget *m_steps = nullptr;
    ImportFileStep *m_file = nullptr;
    ImportColumnsStep *m_columns = nullptr;
    ImportCheckStep *m_check = nullptr;
    ImportResultStep *m_result = nullptr;
    QPushButton *m_back = nullptr, *m_next = nullptr;
    bool m_wasSettled = true;
};

/// The page; where the role may not import, one that says so.
CRM_UI TabPage *makeImportPage(Navigator &navigator, const QString &entity);

} // namespace crm
