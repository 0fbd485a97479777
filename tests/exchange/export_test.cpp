#include "tests/exchange/exchange_fixture.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace crm;
using namespace crm::test;

namespace {
const QString rtl = QString::fromUtf8("\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A");
const QString emoji = QString::fromUtf8("\xF0\x9F\x98\x80\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x92\xBB");

QString awkward(int n)
{
    static const QStringList texts = {"=cmd|' /C calc'!A0",
                                      "O'Hara \"&\" Sons, Ltd; | x",
                                      "'=already",
                                      "+7-5",
                                      "-minus",
                                      "@at",
                                      rtl,
                                      emoji,
                                      "0012",
                                      "1e5",
                                      "null",
                                      "a;b,c|d"};
    return texts[n % texts.size()];
}

/// A value that the field takes and that files like to break.
QVariant sample(const Field &field, int n)
{
    switch (field.kind()) {
    case Kind::Text:
        return (awkward(n) + u' ' + QString::number(n)).left(field.size());
    case Kind::Memo:
        return awkward(n) + QStringLiteral("\nsecond line\r\n\tthird, \"quoted\"\n") + awkward(n + 1);
    case Kind::Integer:
        return qint64(-1'234'567 - n);
    case Kind::Decimal:
        return qint64(1'234'567 + n);
    case Kind::Money:
        return qint64(123'456'789 + n);
    case Kind::Percent:
        return qint64(50 + n % 50); // below one percent
    case Kind::Date:
        return QDate(2024, 2, 29).addDays(n);
    case Kind::Moment:
        return QDateTime(QDate(2024, 10, 27), QTime(1, 30, 15, 250), Qt::UTC).addSecs(n);
    case Kind::Duration:
        return qint64(3 * 3600 + 25 * 60 + 7 + n);
    case Kind::Bool:
        return n % 2 == 0;
    case Kind::Choice:
        return field.choices().isEmpty() ? QVariant() : field.choices()[n % field.choices().size()].key;
    case Kind::Email:
        return QStringLiteral("a.b+%1@example.com").arg(n);
    case Kind::Phone:
        return QStringLiteral("+7 (912) 345-67-%1").arg(10 + n % 90);
    case Kind::Url:
        return QStringLiteral("https://example.com/?q=%1&x=\"%2\"").arg(n).arg(n).remove(u'"');
    case Kind::Color:
        return QStringLiteral("#2f80ed");
    default:
        return {};
    }
}

/// Rows of every entity, made from the declarations alone: every field gets a value that the store accepts.
class Samples
{
public:
    explicit Samples(Repository &repository)
        : m_repo(repository)
    {}

    /// The id of a record; 0 if the declaration forbids to make one by hand.
    Id make(const Entity &entity, int n, bool allFields)
    {
        Document document(Record(entity, newId()));
        fill(document.head(), n, allFields);
        for (const LineTable &table : entity.lineTables()) {
            Record line(m_repo.catalog()->at(table.entity), newId());
            fill(line, n, allFields);
            document.lines(table.entity).append(line);
        }
        // What a rule refuses is left at its default: the rules are tested elsewhere.
        for (int attempt = 0; attempt < 40; ++attempt) {
            try {
                return m_repo.save(document).document.id();
            } catch (const Error &e) {
                if (attempt == 39 || !repair(document, e, n)) {
                    std::cerr << entity.key().toStdString() << ": " << e.what() << " " << e.details().toStdString()
                              << "\n";
                    break;
                }
            }
        }
        return 0;
    }

private:
    /// Values that must mean something to the program.
    static QVariant meant(const Entity &entity, const Field &field)
    {
        static const QHash<QString, QVariant> values = {{"custom_fields.entity", "clients"},
                                                        {"custom_fields.kind", "text"},
                                                        {"custom_fields.class", "all"},
                                                        {"custom_fields.key", ""},
                                                        {"custom_fields.formula", ""},
                                                        {"saved_views.query", "{}"},
                                                        {"saved_views.entity", "clients"},
                                                        {"number_series.entity", "orders"},
                                                        {"number_series.pattern", "X-{yy}{month}-{number:4}"},
                                                        {"payment_methods.minimum", qint64(1)}};
        return values.value(entity.key() + u'.' + field.key());
    }

    void fill(Record &record, int n, bool allFields)
    {
        const Entity &entity = record.entity();
        for (const Field &field : entity.fieldList()) {
            const bool technical = field.key() == entity.lineParentField() || field.key() == u"position" ||
                                   field.key() == u"parent_id" || field.key() == u"parent_entity" ||
                                   (entity.scope().kind == Scope::Private && field.key() == entity.scope().field);
            if (field.isReadOnly() || technical || (!field.isRequired() && !allFields))
                continue;
            if (const QVariant value = meant(entity, field); value.isValid())
                record.set(field.key(), value);
            else if (field.kind() == Kind::Ref)
                record.set(field.key(), target(field));
            else if (isListKind(field.kind()))
                record.set(field.key(), QVariant::fromValue(target(field) ? IdList{target(field)} : IdList()));
            else if (const QVariant value = sample(field, ++m_count + n); !value.isNull())
                record.set(field.key(), value);
        }
        if (entity.hasContext()) {
            record.set("parent_entity", QStringLiteral("clients"));
            record.set("parent_id", target("clients"));
        }
    }

    Id target(const Field &field) { return field.target().isEmpty() ? 0 : target(field.target()); }
    Id target(const QString &entity)
    {
        if (m_targets.contains(entity))
            return m_targets[entity];
        m_targets[entity] = 0; // a circle of references ends here
        Query query(entity);
        const Page page = m_repo.page(query, {});
        m_targets[entity] = page.rows.isEmpty() ? make(m_repo.catalog()->at(entity), 0, false) : page.rows.first().id;
        return m_targets[entity];
    }

    bool repair(Document &document, const Error &error, int n)
    {
        bool changed = false;
        QSet<QString> refused; // line tables whose one line points to what it may not
        for (const FieldFault &fault : error.faults()) {
            const QString table = fault.line.section(u'/', 0, 0);
            Record *record =
                table.isEmpty() ? &document.head() : &document.lines(table)[fault.line.section(u'/', 1).toInt() - 1];
            const Field *field = record->entity().field(fault.field);
            if (!field)
                continue;
            if (!table.isEmpty() && field->kind() == Kind::Ref && field->isRequired()) {
                refused << table;
                continue;
            }
            const bool empty = record->value(fault.field).isNull();
            const bool isWords = isTextKind(field->kind()) && !isChoiceKind(field->kind());
            const bool oneOfSeveral = field->kind() == Kind::Ref && empty; // a client or a lead
            const QVariant plain = isWords && (field->isRequired() || empty)
                                       ? QVariant(QStringLiteral("sample-%1").arg(++m_count + n))
                                   : oneOfSeveral ? QVariant(target(*field))
                                                  : field->defaultValue();
            changed = changed || record->value(fault.field) != plain;
            record->set(fault.field, plain);
        }
        for (const QString &table : std::as_const(refused))
            document.lines(table).clear();
        return changed || !refused.isEmpty();
    }

    Repository &m_repo;
    QHash<QString, Id> m_targets;
    int m_count = 0;
};

QList<QByteArray> sortedLines(const QByteArray &bytes)
{
    QList<QByteArray> lines = bytes.split('\n');
    std::sort(lines.begin(), lines.end());
    return lines;
}

/// A payment's lines settle what has been issued, and no declaration says so.
void payAnInvoice(Repository &repository)
{
    Document invoice(Record(repository.catalog()->at("invoices"), newId()));
    invoice.set("client_id", repository.page(Query("clients"), {}).rows.value(0).id);
    Record line(repository.catalog()->at("invoice_lines"), newId());
    line.set("title", "Work");
    line.set("rate", qint64(1000));
    invoice.lines("invoice_lines").append(line);
    const Id id = repository.save(invoice).document.id();
    repository.runAction("invoices", id, "issue", {});
    repository.runAction("invoices", id, "pay", {});
}

void payBackADeposit(Repository &repository)
{
    Document deposit(Record(repository.catalog()->at("payments"), newId()));
    deposit.set("client_id", repository.page(Query("clients"), {}).rows.value(0).id);
    deposit.set("amount", qint64(500));
    repository.runAction("payments", repository.save(deposit).document.id(), "pay_back", {});
}
} // namespace

using Export = Exchange;

TEST_F(Export, everyEntityComesBackUnchanged)
{
    // Fields of the office's own come first: some of them are required, and whoever is to save must know of them.
    ASSERT_NE(Samples(*repo).make(repo->catalog()->at("custom_fields"), 1, true), 0);
    repo = database.as("admin", {});
    Samples samples(*repo);
    QStringList without;
    for (const Entity *entity : repo->catalog()->entities()) {
        if (entity->key() == u"custom_fields")
            continue;
        SCOPED_TRACE(qPrintable(entity->key()));
        if (!entity->isLine() && samples.make(*entity, 1, true) && samples.make(*entity, 2, true))
            samples.make(*entity, 3, false); // with as little as may be
    }
    payAnInvoice(*repo);
    payBackADeposit(*repo);
    for (const Entity *entity : repo->catalog()->entities()) {
        if (count(entity->key()) == 0)
            without << entity->key();
    }
    EXPECT_TRUE(without.isEmpty()) << "no sample could be made of " << qPrintable(without.join(u' '));

    for (const Entity *entity : repo->catalog()->entities()) {
        const QByteArray stored = exported(Query(entity->key()));
        for (const auto format : {ExportOptions::Csv, ExportOptions::Json, ExportOptions::Xlsx}) {
            SCOPED_TRACE(qPrintable(entity->key() + u' ' + exportSuffix(format)));
            ExportOptions o;
            o.format = format;
            const QByteArray before = exported(Query(entity->key()), o);
            const qint64 rows = count(entity->key());
            const ImportReport report = run(before, options(entity->key()));
            EXPECT_EQ(report.rows, rows);
            EXPECT_EQ(report.unchanged, rows)
                << (report.faults.isEmpty()
                        ? ""
                        : qPrintable(report.faults.first().column + ": " + report.faults.first().value + ": " +
                                     report.faults.first().reason));
            EXPECT_EQ(exported(Query(entity->key())), stored);
        }
    }
    EXPECT_TRUE(repo->check().isEmpty());
}

TEST_F(Export, valuesThatWereChangedComeBack)
{
    Samples samples(*repo);
    for (const char *key : {"clients", "items", "contacts", "tasks"}) {
        SCOPED_TRACE(key);
        const Entity &entity = repo->catalog()->at(key);
        const Id id = samples.make(entity, 5, true);
        ASSERT_NE(id, 0);
        for (const auto format : {ExportOptions::Csv, ExportOptions::Xlsx}) {
            ExportOptions o;
            o.format = format;
            const QByteArray before = exported(Query(key)), file = exported(Query(key), o);
            Document document = repo->load(key, id);
            int emptied = 0;
            for (const Field &field : entity.fieldList()) {
                if (field.isReadOnly() || field.isRequired() || isRefKind(field.kind()) ||
                    field.key() == u"parent_entity" || field.kind() == Kind::Bool || field.key() == u"first_name")
                    continue;
                document.set(field.key(), {});
                ++emptied;
            }
            repo->save(document);
            EXPECT_GT(emptied, 5);
            ASSERT_NE(exported(Query(key)), before);
            EXPECT_EQ(run(file, options(key)).updated, 1);
            EXPECT_EQ(exported(Query(key)), before);
        }
    }
}

TEST_F(Export, recordsComeBackIntoAnEmptyDatabase)
{
    importShop();
    QHash<QString, QByteArray> files;
    const QStringList order = {"clients", "contacts", "items", "orders", "order_lines"};
    for (const QString &key : order)
        files[key] = exported(Query(key));
    const qint64 total = sum("orders", "total");

    const TempDatabase other;
    const auto first = std::exchange(repo, other.as("admin", {}));
    for (const QString &key : order) {
        SCOPED_TRACE(qPrintable(key));
        // The other database has its own people and dictionaries; and clients come before their primary contacts.
        ImportOptions o = options(key, "owner_id=,status_id=,primary_contact_id=");
        if (key == u"items")
            o.map += parseMap("category_id=,category_id.name=category_id.name");
        o.createMissing = {"category_id"};
        const ImportReport report = run(files[key], o);
        EXPECT_EQ(report.refused, 0) << (report.faults.isEmpty() ? "" : qPrintable(report.faults.first().reason));
    }
    EXPECT_EQ(sum("orders", "total"), total);
    for (const QString &key : {QStringLiteral("contacts"), QStringLiteral("order_lines")})
        EXPECT_EQ(sortedLines(exported(Query(key))), sortedLines(files[key])) << qPrintable(key);
    EXPECT_TRUE(repo->check().isEmpty());
}

/// The currency stands in the document: lines that are listed by themselves have its digits too.
TEST_F(Export, amountsOfLinesAreInTheCurrencyOfTheirDocument)
{
    Document client(Record(repo->catalog()->at("clients"), newId()));
    client.set("name", QStringLiteral("Kyoto Trading"));
    Document order(Record(repo->catalog()->at("orders"), newId()));
    order.set("client_id", repo->save(client).document.id());
    order.set("currency", QStringLiteral("JPY"));
    Record line(repo->catalog()->at("order_lines"), newId());
    line.set("title", QStringLiteral("Tea"));
    line.set("quantity", qint64(1000));
    line.set("rate", qint64(12'345));
    order.lines("order_lines").append(line);
    repo->save(order);
    Query query("order_lines");
    query.columns = {"id", "rate", "order_id.total"};
    const QByteArray csv = exported(query);
    EXPECT_TRUE(csv.contains(",12345,12345\r\n")) << csv.constData();
    EXPECT_EQ(run(exported(Query("order_lines")), options("order_lines")).unchanged, 1);
    const QList<Sum> sums = repo->totals(query, {"rate"}).sums;
    ASSERT_EQ(sums.size(), 1);
    EXPECT_EQ(sums.first().currency, "JPY");
}

TEST_F(Export, aFormulaDoesNotLeave)
{
    Document client(Record(repo->catalog()->at("clients"), newId()));
    client.set("name", QStringLiteral("=HYPERLINK(\"http://evil.example\")"));
    client.set("phone", QStringLiteral("+7 912 345-67-89"));
    client.set("note", QStringLiteral("-1+1\n=2"));
    repo->save(client);
    Query query("clients");
    query.columns = {"id", "name", "phone", "note"};
    const QByteArray csv = exported(query);
    EXPECT_TRUE(csv.contains("\"'=HYPERLINK")) << csv.constData();
    EXPECT_TRUE(csv.contains(",'+7 912")) << csv.constData();
    EXPECT_TRUE(csv.contains("\"'-1+1")) << csv.constData();
    ExportOptions forSpreadsheet;
    forSpreadsheet.bom = forSpreadsheet.guardIds = true;
    forSpreadsheet.separator = u';';
    const QByteArray guarded = exported(query, forSpreadsheet);
    EXPECT_TRUE(guarded.startsWith("\xEF\xBB\xBFid;name;phone;note\r\n'" + QByteArray::number(client.id())))
        << guarded.constData();
    EXPECT_EQ(run(guarded, options("clients")).unchanged, 1);
}

TEST_F(Export, jsonHasIdsAndAmountsAsText)
{
    importShop();
    Query query("orders");
    query.columns = {"id", "number", "client_id", "client_id.country", "total"};
    query.sort = {{"number", false}};
    ExportOptions o;
    o.format = ExportOptions::Json;
    const QJsonArray rows = QJsonDocument::fromJson(exported(query, o)).array();
    ASSERT_EQ(rows.size(), 3);
    const QJsonObject row = rows.first().toObject();
    EXPECT_TRUE(row["id"].isString());
    EXPECT_EQ(row["total"].toString(), "1050.58");
    EXPECT_EQ(row["client_id.country"].toString(), "Germany");
    EXPECT_EQ(row["client_id.name"].toString(), QString::fromUtf8("Blumen M\xC3\xBCller"));
    Query none("orders");
    none.filter = Filter::where("number", Op::Equal, QStringLiteral("nothing"));
    EXPECT_TRUE(QJsonDocument::fromJson(exported(none, o)).array().isEmpty());
}

TEST_F(Export, goesPageByPageInTheOrderOfTheList)
{
    QByteArray file = "external_id,name\n";
    for (int i = 0; i < 1234; ++i)
        file += "K" + QByteArray::number(i) + ",Name " + QByteArray::number(i % 7) + "\n";
    run(file, options("clients"));
    Query query("clients");
    query.columns = {"name", "external_id"};
    query.sort = {{"name", true}};
    const QList<QByteArray> lines = exported(query).split('\n');
    EXPECT_EQ(lines.size(), 1234 + 2);
    EXPECT_TRUE(lines[1].startsWith("Name 6,"));
    EXPECT_TRUE(lines[1234].startsWith("Name 0,"));
    EXPECT_EQ(QSet<QByteArray>(lines.begin(), lines.end()).size(), 1234 + 2);
}

TEST_F(Export, takesOutOnlyWhatTheRoleMay)
{
    const Id anna = database.addUser("anna", "Staff (own records)");
    const Id boss = database.addUser("boss", "Manager (all records)");
    Document role = [&] {
        Query query("roles");
        query.filter = Filter::where("name", Op::Equal, QStringLiteral("Manager (all records)"));
        return repo->load("roles", repo->page(query, {}).rows.first().id);
    }();
    for (Record &right : role.lines("role_rights")) {
        if (right.text("entity") == u"clients")
            right.set("can_export", QStringLiteral("own"));
    }
    repo->save(role);
    for (const auto &[name, owner] : {std::pair("Of Anna", anna), std::pair("Of the boss", boss)}) {
        Document client(Record(repo->catalog()->at("clients"), newId()));
        client.set("name", QString::fromLatin1(name));
        client.set("owner_id", owner);
        repo->save(client);
    }
    repo = database.as("boss", "secret-1");
    EXPECT_EQ(count("clients"), 2) << "the boss reads both";
    const QByteArray mine = exported(Query("clients"));
    EXPECT_TRUE(mine.contains("Of the boss"));
    EXPECT_FALSE(mine.contains("Of Anna")) << "and takes out one";
    Query none("users");
    none.columns = {"login", "salary"};
    EXPECT_THROW(exported(none), Error) << "a column that the role does not see";
    EXPECT_FALSE(exported(Query("contacts")).contains("salary"));

    database.addUser("reader", "Read only");
    repo = database.as("reader", "secret-1");
    EXPECT_EQ(count("clients"), 2);
    try {
        exported(Query("clients"));
        ADD_FAILURE();
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Denied);
    }
}

TEST_F(Export, canBeCancelledAndTellsAFullDisk)
{
    importShop();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    try {
        exportRecords(*repo, Query("clients"), buffer, {}, [](qint64, qint64 total) {
            EXPECT_EQ(total, 4);
            return false;
        });
        ADD_FAILURE();
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Cancelled);
    }
    QFile full(QStringLiteral("/dev/full"));
    if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        GTEST_SKIP() << "no /dev/full here";
    EXPECT_THROW(exportRecords(*repo, Query("clients"), full), Error);
}
