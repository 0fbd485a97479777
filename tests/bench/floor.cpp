#include "floor.h"
#include "core/store/sql_functions.h"
#include "subject.h"
#include <stdexcept>

namespace crm::bench {

namespace {
[[noreturn]] void fail(sqlite3 *db, const QByteArray &sql)
{
    throw std::runtime_error("floor: " + std::string(sqlite3_errmsg(db)) + " in: " + sql.left(500).toStdString());
}

void check(int code, sqlite3 *db, const QByteArray &sql)
{
    if (code != SQLITE_OK && code != SQLITE_DONE && code != SQLITE_ROW)
        fail(db, sql);
}

bool isOfInterest(const QByteArray &sql)
{
    return !sql.startsWith("--") && !sql.contains("__fts_") && !sql.startsWith("BEGIN") && !sql.startsWith("COMMIT") &&
           !sql.startsWith("SAVEPOINT") && !sql.startsWith("RELEASE") && !sql.startsWith("EXPLAIN");
}

int onStatement(unsigned, void *list, void *statement, void *text)
{
    if (!isOfInterest(static_cast<const char *>(text)))
        return 0;
    char *expanded = sqlite3_expanded_sql(static_cast<sqlite3_stmt *>(statement));
    static_cast<QList<QByteArray> *>(list)->append(expanded);
    sqlite3_free(expanded);
    return 0;
}
} // namespace

QList<QByteArray> statementsOf(const Person &person, const std::function<void()> &step)
{
    QList<QByteArray> out;
    sqlite3_trace_v2(person.handle, SQLITE_TRACE_STMT, onStatement, &out);
    try {
        step();
    } catch (...) {
        sqlite3_trace_v2(person.handle, 0, nullptr, nullptr);
        throw;
    }
    sqlite3_trace_v2(person.handle, 0, nullptr, nullptr);
    return out;
}

// --- Floor

Floor::Floor(const QString &path, const Person *person)
{
    check(sqlite3_open_v2(path.toUtf8().constData(), &m_handle, SQLITE_OPEN_READWRITE, nullptr), m_handle, "open");
    if (!addSqlFunctions(m_handle))
        fail(m_handle, "create_function");
    // As Database::connectFile() sets them.
    for (const char *pragma : {"busy_timeout=5000", "synchronous=FULL", "foreign_keys=ON", "temp_store=MEMORY",
                               "cache_size=-16000", "trusted_schema=OFF"})
        exec(QByteArray("PRAGMA ") + pragma);
    if (!person)
        return;
    sqlite3_stmt *views = nullptr;
    const QByteArray sql = "SELECT sql FROM temp.sqlite_master WHERE type='view'";
    check(sqlite3_prepare_v2(person->handle, sql.constData(), -1, &views, nullptr), person->handle, sql);
    while (sqlite3_step(views) == SQLITE_ROW) {
        QByteArray view = reinterpret_cast<const char *>(sqlite3_column_text(views, 0));
        exec(view.replace(0, qstrlen("CREATE VIEW"), "CREATE TEMP VIEW")); // SQLite keeps the text without TEMP
    }
    sqlite3_finalize(views);
}

Floor::~Floor() { sqlite3_close(m_handle); }

void Floor::exec(const QByteArray &sql) const
{
    check(sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr), m_handle, sql);
}

// --- FloorStatement

FloorStatement::FloorStatement(const Floor &floor, const QByteArray &sql)
{
    check(sqlite3_prepare_v2(floor.handle(), sql.constData(), int(sql.size()), &m_statement, nullptr), floor.handle(),
          sql);
}

FloorStatement::~FloorStatement() { sqlite3_finalize(m_statement); }

void FloorStatement::bind(int at, qint64 value) { sqlite3_bind_int64(m_statement, at, value); }

void FloorStatement::bind(int at, const QByteArray &text)
{
    sqlite3_bind_text(m_statement, at, text.constData(), int(text.size()), SQLITE_TRANSIENT);
}

void FloorStatement::bind(int at, sqlite3_value *value) { sqlite3_bind_value(m_statement, at, value); }

bool FloorStatement::step()
{
    const int code = sqlite3_step(m_statement);
    check(code, sqlite3_db_handle(m_statement), sqlite3_sql(m_statement));
    return code == SQLITE_ROW;
}

void FloorStatement::reset() { sqlite3_reset(m_statement); }

qint64 FloorStatement::run()
{
    static volatile qint64 sink = 0; // what is read must not be optimised away
    qint64 rows = 0;
    for (; step(); ++rows) {
        for (int c = 0, n = sqlite3_column_count(m_statement); c < n; ++c) {
            if (sqlite3_column_type(m_statement, c) == SQLITE_INTEGER)
                sink = sink + sqlite3_column_int64(m_statement, c);
            else if (const unsigned char *text = sqlite3_column_text(m_statement, c))
                sink = sink + text[0] + sqlite3_column_bytes(m_statement, c);
        }
    }
    reset();
    return rows;
}

// --- FloorStatements

FloorStatements::FloorStatements(const Floor &floor, const QList<QByteArray> &sql)
{
    for (const QByteArray &one : sql)
        m_statements.push_back(std::make_unique<FloorStatement>(floor, one));
}

qint64 FloorStatements::run()
{
    qint64 rows = 0;
    for (const auto &statement : m_statements)
        rows += statement->run();
    return rows;
}

} // namespace crm::bench
