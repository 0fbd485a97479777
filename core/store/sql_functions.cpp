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
} // namespace

bool addSqlFunctions(sqlite3 *connection)
{
    const auto add = [&](const char *name, void (*function)(sqlite3_context *, int, sqlite3_value **)) {
        const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
        return sqlite3_create_function_v2(connection, name, 1, flags, nullptr, function, nullptr, nullptr, nullptr) ==
               SQLITE_OK;
    };
    return add("fold", textFunction<fold>) && add("search_fold", textFunction<searchFold>) &&
           add("digits", textFunction<digitsOnly>) && add("same_phone", textFunction<duplicateKeyOfPhone>) &&
           add("same_email", textFunction<duplicateKeyOfEmail>) && add("same_text", textFunction<duplicateKeyOfText>);
}

} // namespace crm
