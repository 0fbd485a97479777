// The list of an entity as a tab of the window.
#pragma once
#include "ui/shell/page.h"
#include "ui/ui_export.h"

namespace crm {

class ListPanel;

class CRM_UI ListPage : public TabPage
{
    Q_OBJECT
public:
    ListPage(Navigator &navigator, const QString &entity, QWidget *parent = nullptr);

    QString title() const override;
    QString iconName() const override;
    QString key() const override;
    QString entityKey() const override { return m_entity; }
    void focusSearch() override;
    void showQuery(const Query &query) override;
    void activated() override;
    bool isSettled() const override;
    ListPanel *panel() const { return m_panel; }

private:
    QString m_entity;
    ListPanel *m_panel;
    bool m_wasSettled = false;
};

} // namespace crm
