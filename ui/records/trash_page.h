// What has been deleted, by kind of record: restore it with what hangs on it.
#pragma once
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/shell/page.h"

class QListWidget;
class QPushButton;
class QTableWidget;

namespace crm {

class Banner;
class EmptyState;

class CRM_UI TrashPage : public TabPage
{
    Q_OBJECT
public:
    explicit TrashPage(Navigator &navigator, QWidget *parent = nullptr);
    QString title() const override { return tr("Trash"); }
    QString iconName() const override { return QStringLiteral("trash"); }
    QString key() const override { return QStringLiteral("trash"); }
    void activated() override;
    bool isSettled() const override { return m_settled; }

private:
    struct Item
    {
        QString entity, kind, title;
        Id id;
        QDateTime deletedAt;
    };
    void load();
    struct Found
    {
        QList<Item> items;
        bool areMore = false;
    };
    void fill(const Found &found);
    void restoreChosen();
    void purgeChosen();
    QHash<QString, IdList> chosen() const;
    void refreshButtons();

    QList<Item> m_items;
    bool m_settled = false;
    Banner *m_banner;
    QTableWidget *m_table;
    EmptyState *m_empty;
    QPushButton *m_restore, *m_purge;
    Request m_request;
};

} // namespace crm
