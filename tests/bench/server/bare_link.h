// The floor: statements through Connector/C itself, as root, over the same TCP and TLS as the program.
#pragma once
#include "core/store/sql_text.h"
#include "tests/support/mariadb_server.h"
#include <mysql.h>
#include <unordered_map>
#include <vector>

namespace crm::bench {

class BareLink
{
public:
    explicit BareLink(const test::MariaDbServer &server);
    ~BareLink();
    BareLink(const BareLink &) = delete;
    BareLink &operator=(const BareLink &) = delete;
    /// Prepared once for each text; every column of every row is read. The number of rows.
    qint64 run(const Sql &sql);
    qint64 scalar(const Sql &sql); ///< the first column of the first row as a number
    /// One or more statements as text in one journey: the first column of the last one's first row; 0: no row.
    qint64 number(const QByteArray &statements);
    QList<qint64> ids(const QByteArray &statement);          ///< the first column of all rows
    qint64 statementsRun() const { return m_statementsRun; } ///< of number() and ids()
    /// With its values in their places. The text holds no question mark but those.
    static QByteArray inlined(const Sql &sql);

private:
    struct Statement
    {
        MYSQL_STMT *handle = nullptr;
        std::vector<MYSQL_BIND> binds;
        std::vector<std::vector<char>> buffers;
        std::vector<unsigned long> lengths;
    };
    Statement &prepared(const QByteArray &text);
    [[noreturn]] void fail(const char *what) const;
    MYSQL *m_link = nullptr;
    std::unordered_map<std::string, Statement> m_statements;
    qint64 m_first = 0, m_statementsRun = 0;
};

/// CPU time that a process has used, seconds.
double cpuSecondsOf(qint64 pid);

} // namespace crm::bench
