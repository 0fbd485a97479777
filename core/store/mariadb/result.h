// What a statement answered. See driver.h.
#pragma once
#include "core/store/mariadb/values.h"
#include <QSqlResult>
#include <memory>

namespace crm::mariadb {

class Driver;

class Result : public QSqlResult
{
public:
    explicit Result(const Driver *driver);
    ~Result() override;

    bool prepare(const QString &query) override; ///< only remembers the text: the first execution prepares as well
    bool exec() override;
    bool nextResult() override;
    void detachFromResultSet() override; ///< frees the rows; what a streamed statement still sends is read and dropped

protected:
    QVariant data(int column) override;
    bool isNull(int column) override;
    bool reset(const QString &query) override;
    bool fetch(int row) override;
    bool fetchNext() override;
    bool fetchFirst() override;
    bool fetchLast() override;
    int size() override;
    int numRowsAffected() override;
    QVariant lastInsertId() const override;
    QSqlRecord record() const override;

private:
    struct Set
    {
        QList<Column> columns; ///< none: no SELECT
        QList<QList<QVariant>> rows;
        qint64 affected = 0, insertId = 0;
    };
    bool openLink() const;
    bool executeStatement(Parameters &parameters);
    bool readStatement();
    bool readStatementRows(Set &set);
    bool readText();
    bool startStreaming();
    bool streamNext();
    bool failStatement();
    bool failLink();
    void closeStatement();
    void forget();
    void show(qsizetype set);
    const Set *current() const { return m_set >= 0 && m_set < m_sets.size() ? &m_sets[m_set] : nullptr; }

    const Driver *m_driver;
    QByteArray m_text;
    MYSQL_STMT *m_statement = nullptr;
    bool m_prepared = false; ///< on the server
    QList<Set> m_sets;
    qsizetype m_set = -1;
    std::unique_ptr<RowBuffer> m_stream;
    QList<QVariant> m_streamed;
};

} // namespace crm::mariadb
