// An import of many rows of a CSV file, against the same rows put into the same table with its indexes and nothing
// else.
#include "core/exchange/csv_writer.h"
#include "core/exchange/import.h"
#include "floor.h"
#include "groups.h"
#include "subject.h"
#include <QBuffer>
#include <QLocale>
#include <stdexcept>

namespace crm::bench {

namespace {
constexpr int rowsAtOnce = 5000; // in a transaction, of both

QStringList importedFields()
{
    return {"type", "name", "phone", "email", "website", "address", "city", "state", "zip", "country", "vat_number"};
}

/// A file as somebody would bring it along: what a part of the clients says of itself.
QByteArray makeCsv(Repository &repository, qint64 rows)
{
    QByteArray csv;
    QBuffer buffer(&csv);
    buffer.open(QIODevice::WriteOnly);
    CsvWriter writer(buffer, {});
    const QStringList fields = importedFields();
    writer.row(fields);
    Query query("clients");
    query.columns = fields;
    query.sort = {{"id", false}};
    PageAt at;
    at.limit = rowsAtOnce;
    for (qint64 written = 0; written < rows;) {
        const Page page = repository.page(query, at);
        for (const Row &row : page.rows) {
            if (++written > rows)
                break;
            QStringList cells;
            for (const QVariant &value : row.values)
                cells << value.toString();
            writer.row(cells);
        }
        // A smaller database is gone through again.
        at.type = page.atEnd ? PageAt::First : PageAt::After;
        at.key = page.rows.constLast().key;
    }
    writer.finish();
    return csv;
}

/// Rows of a table as they are stored.
class StoredRows
{
public:
    StoredRows(const Floor &floor, Id batch)
    {
        FloorStatement rows(floor, "SELECT * FROM main.clients WHERE batch_id=? ORDER BY rowid");
        rows.bind(1, batch);
        m_columns = sqlite3_column_count(rows.handle());
        while (rows.step()) {
            for (int c = 0; c < m_columns; ++c) {
                const bool null = sqlite3_column_type(rows.handle(), c) == SQLITE_NULL;
                m_values.push_back(null ? nullptr : sqlite3_value_dup(sqlite3_column_value(rows.handle(), c)));
            }
        }
    }
    ~StoredRows()
    {
        for (sqlite3_value *value : m_values)
            sqlite3_value_free(value);
    }
    StoredRows(const StoredRows &) = delete;
    StoredRows &operator=(const StoredRows &) = delete;

    qint64 count() const { return m_columns ? qint64(m_values.size()) / m_columns : 0; }

    void insertInto(const Floor &floor) const
    {
        FloorStatement insert(floor, "INSERT INTO main.clients VALUES (" +
                                         QByteArray("?,").repeated(m_columns).chopped(1) + ")");
        floor.exec("BEGIN IMMEDIATE");
        for (qint64 r = 0; r < count(); ++r) {
            for (int c = 0; c < m_columns; ++c) {
                sqlite3_value *value = m_values[size_t(r * m_columns + c)];
                if (value)
                    insert.bind(c + 1, value);
                else
                    sqlite3_bind_null(insert.handle(), c + 1);
            }
            insert.run();
            if (r % rowsAtOnce == rowsAtOnce - 1) {
                floor.exec("COMMIT");
                floor.exec("BEGIN IMMEDIATE");
            }
        }
        floor.exec("COMMIT");
    }

private:
    int m_columns = 0;
    std::vector<sqlite3_value *> m_values;
};

struct Imported
{
    double ms = 0;
    std::unique_ptr<StoredRows> rows;
};

Imported importOurs(const Options &options)
{
    const Scratch copy(options.path);
    Imported out;
    Id batch = 0;
    {
        const Person admin = openAdmin(copy.path());
        QByteArray csv = makeCsv(*admin.repository, options.rows);
        QBuffer file(&csv);
        file.open(QIODevice::ReadOnly);
        ImportOptions import;
        import.entity = QStringLiteral("clients");
        import.rowsAtOnce = rowsAtOnce;
        out.ms = msOf([&] {
            Importer importer(*admin.repository, file, import);
            const ImportReport report = importer.run();
            if (report.inserted != options.rows)
                throw std::runtime_error("the import refused rows: " + report.faults.value(0).reason.toStdString());
            batch = report.batch;
        });
    }
    out.rows = std::make_unique<StoredRows>(Floor(copy.path()), batch);
    return out;
}
} // namespace

void measureImport(Table &table, const Options &options)
{
    table.heading(QStringLiteral("Import"));
    const Imported ours = importOurs(options);
    const Scratch copy(options.path);
    const Floor floor(copy.path());
    const double bare = msOf([&] { ours.rows->insertInto(floor); });
    if (ours.rows->count() != options.rows)
        throw std::runtime_error("the imported rows were not found again");
    table.add({QStringLiteral("Import of %1 rows of CSV").arg(QLocale::c().toString(options.rows)), ours.ms, bare,
               Target{3, 0, {}, {}}});
}

} // namespace crm::bench
