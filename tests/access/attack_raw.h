// A person with a raw SQL client: Connector/C itself, so that nothing of ours stands between the attack and the server.
#pragma once
#include "tests/support/mariadb_server.h"
#include <QByteArrayList>
#include <QList>

struct st_mysql;

namespace crm::test {

/// One result set. A NULL is a null QByteArray, an empty text is not.
struct RawRows
{
    QByteArrayList columns;
    QList<QByteArrayList> rows;
    int column(const char *name) const { return int(columns.indexOf(name)); }
};

/// Everything that a statement let out: rows of all result sets, the error, warnings and notes.
struct RawAnswer
{
    unsigned error = 0;
    QByteArray errorText;
    QList<RawRows> results;
    QByteArrayList warnings;
    qint64 affected = 0; ///< of the last statement that had no rows
    double ms = 0;
    bool ok() const { return error == 0; }
    /// Everything readable in one piece, for those who look for secrets.
    QByteArray text() const;
};

/// One connection of one account, over TLS. Belongs to one thread.
class Raw
{
public:
    Raw(const ServerPlace &place, const QByteArray &account, const QByteArray &password, const QByteArray &schema);
    ~Raw();
    Raw(const Raw &) = delete;
    Raw &operator=(const Raw &) = delete;

    bool isOpen() const { return m_mysql != nullptr; }
    const QByteArray &refusal() const { return m_refusal; } ///< why it could not be opened
    /// Runs text (several statements, separated by semicolons, are sent as one) and takes all that comes back.
    RawAnswer run(const QByteArray &sql);
    /// The same with bound values through the protocol of prepared statements.
    RawAnswer prepared(const QByteArray &sql, const QByteArrayList &values);
    const ServerPlace &place() const { return m_place; }
    bool hasDied() const { return m_died; } ///< the server ended the connection
    void reopen();

private:
    void open();
    void close();
    void takeResults(RawAnswer &answer);
    void takeWarnings(RawAnswer &answer);

    ServerPlace m_place;
    QByteArray m_account, m_password, m_schema, m_refusal;
    st_mysql *m_mysql = nullptr;
    bool m_died = false;
};

/// 'text' as a literal.
QByteArray literal(const QByteArray &text);

} // namespace crm::test
