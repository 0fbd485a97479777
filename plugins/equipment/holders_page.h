// The page "Who holds what": people with the pieces they hold, and what is in stock.
#pragma once
#include "core/store/await.h"
#include "pieces.h"
#include "ui/shell/page.h"

class QLabel;
class QStandardItemModel;
class QTreeView;

namespace equipment {

class HoldersPage : public crm::TabPage
{
    Q_OBJECT
public:
    explicit HoldersPage(crm::Navigator &window, QWidget *parent = nullptr);
    static QString pageKey() { return QStringLiteral("equipment.holders"); }

    QString title() const override;
    QString iconName() const override { return QStringLiteral("users"); }
    QString key() const override { return pageKey(); }
    QString entityKey() const override;
    void activated() override;
    bool isSettled() const override { return m_settled; }

private:
    void load();
    void show(const QList<Piece> &pieces);
    void settle();

    QTreeView *m_tree;
    QStandardItemModel *m_model;
    QLabel *m_empty;
    crm::Request m_loading;
    bool m_wanted = false, m_settled = false;
};

} // namespace equipment
