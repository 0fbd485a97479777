#include "core/store/server/office_access.h"
#include "core/access/ed25519_verifier.h"
#include "core/store/mariadb/refusal.h"
#include "core/store/server/server_accounts.h"
#include "core/store/server/server_setup.h"
#include "core/store/store_repository.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::OfficeAccess)
};

Database &databaseOf(Repository &repository)
{
    auto *store = dynamic_cast<StoreRepository *>(&repository);
    if (!store || !store->database().isServer())
        throw Error(ErrorKind::Unsupported, Tr::tr("This is a local file; accounts and addresses belong to a server."));
    return store->database();
}

QDateTime moment(const QVariant &ms)
{
    return ms.isNull() ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC);
}

QVariant orNull(Id id) { return id ? QVariant(id) : QVariant(QMetaType(QMetaType::LongLong)); }
} // namespace

OfficeAccess::OfficeAccess(Repository &repository)
    : m_db(databaseOf(repository))
    , m_schema(m_db.scalar(QStringLiteral("SELECT DATABASE()")).toString())
{}

QString OfficeAccess::procedure(const char *name, int parameters) const
{
    return QStringLiteral("CALL `%1`.%2(%3)")
        .arg(m_schema, QLatin1String(name), QStringList(parameters, QStringLiteral("?")).join(u','));
}

QList<AccountState> OfficeAccess::accounts()
{
    QList<AccountState> all;
    m_db.call(procedure("account_states", 0), {}, [&](int index, Rows &rows) {
        while (index == 0 && rows.next())
            all << AccountState{rows.integer(0),      rows.text(1),          rows.text(2),
                                rows.text(3),         rows.integer(4) == 1,  rows.integer(5) == 1,
                                rows.integer(6) == 1, moment(rows.value(7)), int(rows.integer(8))};
    });
    return all;
}

QString OfficeAccess::givePassword(Id user)
{
    const QList<AccountState> all = accounts();
    const auto it = std::find_if(all.begin(), all.end(), [&](const AccountState &a) { return a.user == user; });
    if (it == all.end())
        throw Error(ErrorKind::NotFound, Tr::tr("There is no such person."));
    const QString password = madePassword(), verifier = mariadbVerifier(password);
    const auto none = [](int, Rows &) {};
    if (it->account.isEmpty())
        m_db.call(procedure("account_create", 2), {user, verifier}, none);
    m_db.call(procedure("account_password", 3), {user, verifier, 1}, none);
    return password;
}

void OfficeAccess::lock(Id user, bool locked)
{
    m_db.call(procedure("account_lock", 2), {user, locked ? 1 : 0}, [](int, Rows &) {});
}

QList<OpenConnection> OfficeAccess::connections()
{
    QList<OpenConnection> all;
    m_db.call(procedure("connections", 0), {}, [&](int index, Rows &rows) {
        while (index == 0 && rows.next())
            all << OpenConnection{rows.integer(0), rows.integer(1),       rows.text(2),    rows.text(3),
                                  rows.text(4),    moment(rows.value(5)), rows.integer(6), rows.integer(7) == 1};
    });
    return all;
}

void OfficeAccess::endConnection(qint64 id)
{
    m_db.call(procedure("connection_end", 1), {id}, [](int, Rows &) {});
}

QList<AddressRule> OfficeAccess::addresses()
{
    QList<AddressRule> all;
    m_db.call(procedure("address_list", 0), {}, [&](int index, Rows &rows) {
        while (index == 0 && rows.next())
            all << AddressRule{rows.integer(0), rows.integer(1), rows.integer(2),
                               rows.text(3) == u"clock" ? AddressRule::Clock : AddressRule::Use, rows.text(4)};
    });
    return all;
}

void OfficeAccess::allow(const AddressRule &rule)
{
    const auto invalid = [](const QString &sentence) {
        return Error::validation({{QStringLiteral("address"), sentence, {}}});
    };
    if (const QString fault = addressRangeFault(rule.range); !fault.isEmpty())
        throw invalid(fault);
    const AddressRange range = *addressRange(rule.range);
    try {
        m_db.call(procedure("address_add", 6),
                  {orNull(rule.role), orNull(rule.user),
                   rule.purpose == AddressRule::Clock ? QStringLiteral("clock") : QStringLiteral("use"),
                   rule.range.simplified(), range.first, range.last},
                  [](int, Rows &) {});
    } catch (const ServerRefusal &refusal) {
        if (refusal.detail() == u"self")
            throw invalid(
                Tr::tr("That would keep you out: the address you come from is not in it. Allow your own address "
                       "first."));
        throw;
    }
}

void OfficeAccess::removeAddress(Id id)
{
    m_db.call(procedure("address_remove", 1), {id}, [](int, Rows &) {});
}

QList<RefusedEntry> OfficeAccess::refusals(int limit)
{
    QList<RefusedEntry> all;
    m_db.call(procedure("refused", 1), {limit}, [&](int index, Rows &rows) {
        while (index == 0 && rows.next())
            all << RefusedEntry{moment(rows.value(0)), rows.text(1), rows.text(2), rows.text(3)};
    });
    return all;
}

QString addressRangeFault(const QString &range)
{
    if (addressRange(range))
        return {};
    return Tr::tr("“%1” is no address and no range. Write 192.168.1.7, 192.168.1.10-192.168.1.99 or 192.168.1.0/24.")
        .arg(range);
}

QString refusalReason(const QString &reason)
{
    if (reason == u"address")
        return Tr::tr("not allowed from this address");
    if (reason == u"inactive")
        return Tr::tr("deactivated or locked");
    if (reason == u"denied")
        return Tr::tr("nobody of the office");
    if (reason == u"version")
        return Tr::tr("another version of the program");
    if (reason == u"locks")
        return Tr::tr("kept others waiting, so the connection was ended");
    return reason;
}

} // namespace crm
