// What an import does, in numbers one looks at: "93 new", "12 changed", "4 refused"; below, what a person should know.
#pragma once
#include "core/exchange/import.h"
#include "ui/ui_export.h"
#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace crm {

class CRM_UI ImportCountsView : public QWidget
{
    Q_OBJECT
public:
    explicit ImportCountsView(QWidget *parent);
    void show(const ImportReport &report, const Catalog &catalog);
    /// "93 new, 12 changed, 4 refused": as it is read aloud.
    QString text() const { return m_text; }

private:
    QHBoxLayout *m_row;
    QLabel *m_notes;
    QString m_text;
};

} // namespace crm
