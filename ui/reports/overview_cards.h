// The parts of an overview page: a number with its amount, and a list of the first records. Thread: the window's.
#pragma once
#include "core/exchange/overview.h"
#include "ui/ui_export.h"
#include <QFrame>

class QPushButton;
class QStandardItemModel;
class QTableView;

namespace crm {

class ElidedLabel;
class Navigator;
class NumberButton;

/// A number that opens its list. Its amount opens the records that it adds up, where these are others.
class CRM_UI OverviewTileCard : public QFrame
{
    Q_OBJECT
public:
    OverviewTileCard(const OverviewTile &tile, Navigator &navigator, QWidget *parent);
    void show(const Totals &totals);
    NumberButton *number() const { return m_number; }
    QPushButton *amount() const { return m_amount; } ///< null: there is none, or it is of the same records

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const OverviewTile m_tile;
    Navigator &m_navigator;
    NumberButton *m_number;
    ElidedLabel *m_sum = nullptr;
    QPushButton *m_amount = nullptr;
};

/// Records of a list in their order; Enter or a double click opens one, the heading opens all of them.
class CRM_UI OverviewTopCard : public QFrame
{
    Q_OBJECT
public:
    OverviewTopCard(const OverviewTop &top, Navigator &navigator, QWidget *parent);
    void show(const Page &page);
    QTableView *table() const { return m_table; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openCurrent();
    void fitHeight();

    const OverviewTop m_top;
    Navigator &m_navigator;
    QStandardItemModel *m_model;
    QTableView *m_table;
};

} // namespace crm
