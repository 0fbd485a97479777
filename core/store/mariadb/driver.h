// QtSql on MariaDB Connector/C. QMYSQL takes two round trips for each prepared execution and cannot verify the host's
// name; this driver takes one and does.
//
// A driver, its QSqlDatabase and its queries belong to one thread, as everywhere in QtSql. Only cancel() may be called
// from another, as long as the driver is open.
//
// Answers are read whole when a statement is executed (all result sets of a CALL), so that its errors show there, and
// so that other statements can run while rows are looked at; setStreaming() is for what does not fit into memory.
// Errors: nativeErrorCode() is the server's or Connector/C's number, databaseText() its text, driverText() the
// SQLSTATE.
#pragma once
#include "core/store/mariadb/link.h"
#include "core/store/mariadb/wire.h"
#include <QAtomicInteger>
#include <QSqlDriver>
#include <memory>

namespace crm::mariadb {

class Driver : public QSqlDriver
{
    Q_OBJECT
public:
    explicit Driver(LinkSettings settings);
    ~Driver() override;

    /// With the settings of the constructor; the arguments are not looked at.
    bool open(const QString &, const QString &, const QString &, const QString &, int, const QString &) override;
    void close() override;
    bool hasFeature(DriverFeature feature) const override;
    QSqlResult *createResult() const override;
    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;
    QString escapeIdentifier(const QString &identifier, IdentifierType type) const override;

    /// Asks the server to interrupt the running statement (its error is then 1317, or 1969), over a second connection
    /// of the same account. Any thread; blocks for a few seconds at most. False if the server could not be asked.
    bool cancel() const;
    /// Breaks the connection: a running statement ends with the error of a lost one. Any thread, while it is open.
    void abort() const;

    /// Commands sent that were answered, one each; opening is not counted.
    qint64 roundTrips() const { return m_roundTrips.loadRelaxed(); }
    /// The next statements give their rows as they come: nothing else may run on the connection until finish(), and
    /// only the first result set can be read.
    void setStreaming(bool on) { m_streaming = on; }

    MYSQL *link() const { return m_link; }
    bool isStreaming() const { return m_streaming; }
    void countRoundTrip() const { m_roundTrips.fetchAndAddRelaxed(1); }
    static QSqlError error(int number, const char *state, const char *text, int type);

private:
    bool runPlain(const char *sql);
    LinkSettings m_settings;
    MYSQL *m_link = nullptr;
    std::unique_ptr<Wire> m_wire;
    unsigned long m_connectionId = 0;
    bool m_streaming = false;
    mutable QAtomicInteger<qint64> m_roundTrips;
};

} // namespace crm::mariadb
