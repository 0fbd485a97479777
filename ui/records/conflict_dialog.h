// The same field was changed by two people: yours, theirs and what it was stand side by side, one chooses for each.
//
//     ConflictDialog dialog(navigator, error, mine, this);
//     if (Prompts::run(dialog) == QDialog::Accepted)
//         document.replace(dialog.merged());          // based on the stored version; save again
#pragma once
#include "core/model/entity.h"
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <QDialog>

class QButtonGroup;

namespace crm {

class Catalog;
class Navigator;

class CRM_UI ConflictDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param mine what was to be saved; with the values it was loaded with
    ConflictDialog(Navigator &navigator, const ConflictError &error, const Document &mine, QWidget *parent);

    void choose(qsizetype conflict, bool yours);
    /// The stored document with my changes over it, as chosen.
    Document merged() const;

private:
    QString textOf(const FieldConflict &conflict, const QVariant &value) const;
    const Field *fieldOf(const FieldConflict &conflict) const;
    bool keepsMine(const QString &line, const QString &field) const;
    void mergeLines(Document &result, const LineTable &table) const;

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    QList<FieldConflict> m_conflicts;
    Document m_mine, m_theirs;
    QList<QButtonGroup *> m_choices;
};

} // namespace crm
