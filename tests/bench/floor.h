// The floor: the same work through SQLite's own C interface, with the settings of the program's connections.
//
//     const QList<QByteArray> sql = statementsOf(person, [&] { person.repository->page(query, {}); });
//     Floor floor(path, person);               // the person's views too
//     FloorStatements same(floor, sql);
//     const qint64 rows = same.run();          // every statement stepped to its end, every column read
#pragma once
#include <QByteArray>
#include <QList>
#include <QString>
#include <functional>
#include <memory>
#include <sqlite3.h>
#include <vector>

namespace crm::bench {

struct Person;

/// What a step makes the person's connection run: texts with their values, without what triggers and the full-text
/// index run inside themselves, and without BEGIN and COMMIT.
QList<QByteArray> statementsOf(const Person &person, const std::function<void()> &step);

class Floor
{
public:
    /// @param person whose views are made here too; null: none
    explicit Floor(const QString &path, const Person *person = nullptr);
    ~Floor();
    Floor(const Floor &) = delete;
    Floor &operator=(const Floor &) = delete;
    void exec(const QByteArray &sql) const;
    sqlite3 *handle() const { return m_handle; }

private:
    sqlite3 *m_handle = nullptr;
};

/// One prepared statement.
class FloorStatement
{
public:
    FloorStatement(const Floor &floor, const QByteArray &sql);
    ~FloorStatement();
    FloorStatement(const FloorStatement &) = delete;
    FloorStatement &operator=(const FloorStatement &) = delete;
    void bind(int at, qint64 value);
    void bind(int at, const QByteArray &text);
    void bind(int at, sqlite3_value *value);
    bool step(); ///< false: no more rows
    void reset();
    qint64 run(); ///< to the end, reading every column; the number of rows
    sqlite3_stmt *handle() const { return m_statement; }

private:
    sqlite3_stmt *m_statement = nullptr;
};

/// Several, kept prepared: the program keeps its own too.
class FloorStatements
{
public:
    FloorStatements(const Floor &floor, const QList<QByteArray> &sql);
    qint64 run();

private:
    std::vector<std::unique_ptr<FloorStatement>> m_statements;
};

} // namespace crm::bench
