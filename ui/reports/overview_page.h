// An overview (core/model/overview.h) as a page: sections of numbers with their amounts, and short lists of the records
// that stand first. Every number opens the list behind it. Thread: the window's; counts in the session, in one go, and
// again when something that it shows has changed.
#pragma once
#include "core/exchange/overview.h"
#include "core/store/await.h"
#include "ui/reports/reports.h"
#include "ui/shell/page.h"
#include <QHash>

class QTimer;
class QVBoxLayout;

namespace crm {

class Banner;
class OverviewTileCard;
class OverviewTopCard;

class CRM_UI OverviewPage : public TabPage
{
    Q_OBJECT
public:
    OverviewPage(const Overview &overview, Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override { return m_declared.title.text(); }
    QString iconName() const override { return m_declared.icon; }
    QString key() const override { return overviewKey(m_declared.entity); }
    void activated() override;
    bool isSettled() const override { return m_settled; }

private:
    void build(); ///< what the role shows, as it is now
    void load();
    void fill(const OverviewNumbers &numbers);
    void follow(const QList<Change> &changes);

    const Overview m_declared;
    Overview m_shown; ///< of it, what the person may read
    QStringList m_watched;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column = nullptr;
    QHash<QString, OverviewTileCard *> m_tiles;
    QHash<QString, OverviewTopCard *> m_tops;
    Banner *m_banner = nullptr;
    QTimer *m_refresh;
    bool m_settled = false, m_stale = true;
    Request m_request;
};

} // namespace crm
