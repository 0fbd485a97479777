#include "core/store/mariadb/refusal.h"
#include <QCoreApplication>
#include <QHash>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::ServerRefusal)
};
const QString mark = QStringLiteral("MCRM:");

ErrorKind kindOf(const QString &refusal)
{
    static const QHash<QString, ErrorKind> kinds{
        {QStringLiteral("denied"), ErrorKind::Denied},           {QStringLiteral("notfound"), ErrorKind::NotFound},
        {QStringLiteral("trashed"), ErrorKind::NotFound},        {QStringLiteral("conflict"), ErrorKind::Conflict},
        {QStringLiteral("locked"), ErrorKind::Denied},           {QStringLiteral("lastadmin"), ErrorKind::Denied},
        {QStringLiteral("unsupported"), ErrorKind::Unsupported}, {QStringLiteral("busy"), ErrorKind::Busy},
        {QStringLiteral("nosession"), ErrorKind::Connection},    {QStringLiteral("address"), ErrorKind::Denied},
        {QStringLiteral("inactive"), ErrorKind::Denied},         {QStringLiteral("maintenance"), ErrorKind::Busy},
        {QStringLiteral("version"), ErrorKind::Unsupported}};
    return kinds.value(refusal, ErrorKind::Validation);
}
} // namespace

bool ServerRefusal::isOne(const QString &sqlState, const QString &text)
{
    return sqlState == u"45000" && text.startsWith(mark);
}

ServerRefusal ServerRefusal::parse(const QString &text, const QString &details)
{
    const QString rest = text.mid(mark.size());
    const QString refusal = rest.section(u':', 0, 0);
    ServerRefusal e(kindOf(refusal), Tr::tr("The server refused this."), details);
    e.m_refusal = refusal;
    e.m_entity = rest.section(u':', 1, 1);
    e.m_field = rest.section(u':', 2, 2);
    e.m_detail = rest.section(u':', 3);
    return e;
}

} // namespace crm
