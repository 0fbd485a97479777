#include "ui/admin/access_log_dialog.h"
#include "core/store/see_as.h"

namespace crm {

AccessLogDialog::AccessLogDialog(Session &session, QWidget *parent)
    : OfficeDialog(session, tr("Who has seen as somebody else"),
                   session.target().kind == Target::Server
                       ? QStringList{tr("When"), tr("Who"), tr("As"), tr("From the address"), tr("Until")}
                       : QStringList{tr("When"), tr("Who"), tr("As")},
                   parent)
{
    const bool server = session.target().kind == Target::Server;
    m_request.ask(
        this, m_session.read([](Repository &r) { return accessLog(r); }),
        [this, server](const QList<AccessEntry> &all) {
            QList<QStringList> rows;
            for (const AccessEntry &e : all) {
                QStringList row{shownMoment(e.at), e.name, e.subject};
                if (server)
                    row << e.address << shownMoment(e.ended);
                rows << row;
            }
            setRows(rows, {}, tr("No administrator has seen as somebody else yet."));
        },
        [this](const Error &error) { fail(error); });
}

} // namespace crm
