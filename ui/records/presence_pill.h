// Who else has the record of a page open: "Boris is changing this". A hint, never a lock.
#pragma once
#include "core/store/session.h"
#include "ui/style/widgets.h"

namespace crm {

class Navigator;

class CRM_UI PresencePill : public StatusPill
{
    Q_OBJECT
public:
    PresencePill(Navigator &navigator, QWidget *parent); ///< hidden while nobody else is there
    ~PresencePill() override;
    /// Lets others know of it, as long as the pill lives.
    void announce(const OpenRecord &record);

private:
    void showOthers();
    Navigator &m_navigator;
    QPointer<Session> m_session;
    OpenRecord m_record;
};

} // namespace crm
