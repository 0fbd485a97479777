// Between MariaDB's types and QVariant, the same for prepared statements and for plain text:
//
//     integers, YEAR, BIT, DECIMAL without places    qlonglong (qulonglong or QString where it does not fit)
//     DECIMAL with places                            QString, exact
//     FLOAT, DOUBLE                                  double
//     texts, JSON, ENUM, SET, TIME                   QString
//     BINARY, VARBINARY, BLOB                        QByteArray
//     DATE; DATETIME, TIMESTAMP                      QDate (null for 0000-00-00); QDateTime in UTC
//     NULL                                           a null QVariant of the column's type
#pragma once
#include <QByteArray>
#include <QList>
#include <QSqlRecord>
#include <QVariant>
#include <mysql.h>
#include <vector>

namespace crm::mariadb {

struct Column
{
    enum class As { Integer, Exact, Real, Text, Bytes, Date, Moment };
    explicit Column(const MYSQL_FIELD &field);
    QString name;
    As as;
    bool isUnsigned;
};
QList<Column> columnsOf(const MYSQL_FIELD *fields, unsigned count);

QVariant nullOf(const Column &column);
/// @param length in bytes
QVariant fromText(const Column &column, const char *text, unsigned long length);

/// The values of one execution, kept alive while Connector/C looks at them.
class Parameters
{
public:
    explicit Parameters(const QList<QVariant> &values);
    MYSQL_BIND *binds() { return m_binds.data(); }
    unsigned count() const { return unsigned(m_binds.size()); }

private:
    void bind(MYSQL_BIND &target, const QVariant &value, size_t index);
    void bindBytes(MYSQL_BIND &target, enum_field_types type, QByteArray bytes, size_t index);
    std::vector<MYSQL_BIND> m_binds;
    std::vector<qint64> m_integers;
    std::vector<double> m_reals;
    std::vector<QByteArray> m_bytes;
    std::vector<MYSQL_TIME> m_times;
};

/// Where a prepared statement puts a row. Long values are fetched at their real length, so that a LONGTEXT column
/// costs what it holds, not the four gigabytes that it may hold.
class RowBuffer
{
public:
    explicit RowBuffer(QList<Column> columns);
    MYSQL_BIND *binds() { return m_binds.data(); }
    /// The row that mysql_stmt_fetch() has just read; false on an error of the statement.
    bool take(MYSQL_STMT *statement, QList<QVariant> &row);

private:
    struct Cell
    {
        char text[128];
        qint64 integer;
        double real;
        unsigned long length;
        my_bool isNull, isCut;
    };
    bool takeText(MYSQL_STMT *statement, unsigned index, QVariant &value);
    QList<Column> m_columns;
    std::vector<MYSQL_BIND> m_binds;
    std::vector<Cell> m_cells;
};

} // namespace crm::mariadb
