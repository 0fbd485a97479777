// What the status bar says about a list: how many rows, how many selected, sums of its amounts and numbers.
#pragma once
#include "ui/records/list_model.h"
#include "ui/ui_export.h"

namespace crm {

class Navigator;
class RecordTable;

class CRM_UI ListStatus : public QObject
{
    Q_OBJECT
public:
    ListStatus(Navigator &navigator, ListModel *model, RecordTable *table, QObject *parent);

    QString text() const { return m_text; }

Q_SIGNALS:
    void textChanged(const QString &text);

private:
    void askTotals();
    void rebuild();
    QString sumsOfSelection() const;
    QString sumTexts(const QList<Sum> &sums) const;
    QStringList sumPaths() const;

    Navigator &m_navigator;
    ListModel *m_model;
    RecordTable *m_table;
    Totals m_totals;
    bool m_hasTotals = false;
    QTimer m_timer, m_totalsTimer;
    Request m_request;
    QString m_text;
};

} // namespace crm
