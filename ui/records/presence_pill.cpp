#include "ui/records/presence_pill.h"
#include "ui/shell/navigator.h"

namespace crm {

PresencePill::PresencePill(Navigator &navigator, QWidget *parent)
    : StatusPill(parent)
    , m_navigator(navigator)
    , m_session(&navigator.session())
{
    hide();
    connect(m_session, &Session::presenceChanged, this, &PresencePill::showOthers);
}

PresencePill::~PresencePill()
{
    if (m_session)
        m_session->setClosed(this);
}

void PresencePill::announce(const OpenRecord &record)
{
    m_record = record;
    m_session->setOpen(this, record);
    showOthers();
}

void PresencePill::showOthers()
{
    const QList<Presence> others = m_session->present(m_record.entity, m_record.id);
    setVisible(!others.isEmpty());
    if (others.isEmpty())
        return;
    const auto editor =
        std::find_if(others.cbegin(), others.cend(), [](const Presence &p) { return p.record.editing; });
    const bool edited = editor != others.cend();
    const QString name = edited ? editor->name : others.first().name;
    const int more = int(others.size()) - 1;
    QString text = edited ? tr("%1 is changing this").arg(name) : tr("%1 has this open").arg(name);
    if (more > 0)
        text += tr(" (+%1)").arg(more);
    setStatus(text, edited ? QStringLiteral("amber") : QStringLiteral("blue"));
    QStringList lines;
    const QLocale locale = m_navigator.format().locale;
    for (const Presence &p : others)
        lines << (p.record.editing ? tr("%1 has changes that are not saved, since %2")
                                   : tr("%1 has this open, since %2"))
                     .arg(p.name, locale.toString(p.since.toLocalTime().time(), QLocale::ShortFormat));
    setToolTip(lines.join(u'\n'));
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
}

} // namespace crm
