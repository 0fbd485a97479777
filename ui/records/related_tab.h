// A tab of a record with the list of what points to it: orders of a client. The list is made when somebody looks at it,
// since a record has more of them than anybody opens.
#pragma once
#include "ui/records/list_panel.h"

namespace crm {

class CRM_UI RelatedTab : public QWidget
{
    Q_OBJECT
public:
    RelatedTab(Navigator &navigator, const QString &entity, const ListOptions &options, QWidget *parent);

    const QString &entity() const { return m_entity; }
    const ListOptions &options() const { return m_options; }
    /// Made and asked for its rows if nobody has looked yet.
    ListPanel &panel();

private:
    Navigator &m_navigator;
    const QString m_entity;
    const ListOptions m_options;
    ListPanel *m_panel = nullptr;
};

} // namespace crm
