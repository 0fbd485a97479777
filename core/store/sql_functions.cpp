#include "core/store/sql_functions.h"
#include "core/model/duplicate_key.h"
#include "core/model/text.h"
#include "core/store/search_text.h"
#include <sqlite3.h>

namespace crm {

namespace {
/// A function of one text for SQL; NULL gives NULL.
template<QString (*function)(const QString &)> void textFunction(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL)
        return;
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[0]));
    const QByteArray result = function(QString::fromUtf8(text, sqlite3_value_bytes(values[0]))).toUtf8();
    sqlite3_result_text(context, result.constData(), int(result.size()), SQLITE_TRANSIENT);
}
/// json_extract() of a connection to nothing. SQLite allows its own in no index of a file whose schema is not trusted.
class JsonReader
{
public:
    JsonReader()
    {
        if (sqlite3_open(":memory:", &m_connection) == SQLITE_OK)
            sqlite3_prepare_v2(m_connection, "SELECT json_extract(?1,'$.'||?2)", -1, &m_statement, nullptr);
    }
    ~JsonReader()
    {
        sqlite3_finalize(m_statement);
        sqlite3_close(m_connection);
    }
    Q_DISABLE_COPY_MOVE(JsonReader)
    /// What is no JSON holds nothing.
    void read(sqlite3_context *context, sqlite3_value *json, sqlite3_value *key) const
    {
        sqlite3_bind_value(m_statement, 1, json);
        sqlite3_bind_value(m_statement, 2, key);
        if (sqlite3_step(m_statement) == SQLITE_ROW) {
            switch (sqlite3_column_type(m_statement, 0)) {
            case SQLITE_INTEGER:
                sqlite3_result_int64(context, sqlite3_column_int64(m_statement, 0));
                break;
            case SQLITE_FLOAT:
                sqlite3_result_double(context, sqlite3_column_double(m_statement, 0));
                break;
            case SQLITE_TEXT:
                sqlite3_result_text(context, reinterpret_cast<const char *>(sqlite3_column_text(m_statement, 0)),
                                    sqlite3_column_bytes(m_statement, 0), SQLITE_TRANSIENT);
                break;
            default:
                break;
            }
        }
        sqlite3_reset(m_statement);
    }

private:
    sqlite3 *m_connection = nullptr;
    sqlite3_stmt *m_statement = nullptr;
};

/// extra_value(extra, 'key'): the value of a fast custom field.
void extraValue(sqlite3_context *context, int, sqlite3_value **values)
{
    thread_local const JsonReader reader;
    if (sqlite3_value_type(values[0]) != SQLITE_NULL)
        reader.read(context, values[0], values[1]);
}
} // namespace

bool addSqlFunctions(sqlite3 *connection)
{
    const auto add = [&](const char *name, void (*function)(sqlite3_context *, int, sqlite3_value **), int values = 1) {
        const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
        return sqlite3_create_function_v2(connection, name, values, flags, nullptr, function, nullptr, nullptr,
                                          nullptr) == SQLITE_OK;
    };
    return add("fold", textFunction<fold>) && add("search_fold", textFunction<searchFold>) &&
           add("digits", textFunction<digitsOnly>) && add("same_phone", textFunction<duplicateKeyOfPhone>) &&
           add("same_email", textFunction<duplicateKeyOfEmail>) && add("same_text", textFunction<duplicateKeyOfText>) &&
           add("extra_value", extraValue, 2);
}

} // namespace crm
