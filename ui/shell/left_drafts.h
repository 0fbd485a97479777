// Tells at the start that something was typed into records and never saved, and opens them, where each offers its
// draft.
//
//     new LeftDrafts(navigator, banner, this);
//
// Thread: the window's.
#pragma once
#include "core/store/await.h"
#include "ui/records/draft_store.h"
#include "ui/shell/navigator.h"

namespace crm {

class Banner;

class LeftDrafts : public QObject
{
    Q_OBJECT
public:
    LeftDrafts(Navigator &navigator, Banner &banner, QObject *parent);

private:
    void take(QList<Draft> drafts);
    void open(const QList<Draft> &drafts);

    Navigator &m_navigator;
    Banner &m_banner;
    DraftStore m_drafts;
    Request m_request;
};

} // namespace crm
