// What every kind of document can do in a database, whoever declared it: saved, loaded, changed, found, thrown away,
// restored, taken back, exported and imported. A new module is tested by being declared.
#include "core/exchange/export.h"
#include "core/exchange/import.h"
#include "core/model/format.h"
#include "tests/contract/document_maker.h"
#include "tests/contract/every_entity.h"
#include <QBuffer>
#include <algorithm>

using namespace crm;
using namespace crm::test;

namespace {

class Documents : public EveryEntity
{
protected:
    Documents()
        : m_repository(m_database.as({}, {}))
        , m_maker(*m_repository)
    {}

    Repository &repo() { return *m_repository; }
    DocumentMaker &maker() { return m_maker; }
    /// With the custom fields and the lifetime of the repository's own catalog.
    const Entity &declared() { return repo().catalog()->at(entity().key()); }

    qint64 listed(Id id, bool trashed = false)
    {
        Query query(entity().key());
        query.filter = Filter::where("id", Op::Equal, id);
        query.trashed = trashed;
        return repo().page(query, {}).rows.size();
    }

    /// Changes one field that the rules let go, and saves. @return the field
    QString change(Document &document)
    {
        QStringList keys = maker().given();
        const auto hasManyValues = [&](const QString &key) {
            const Kind kind = declared().field(key)->kind();
            return (isTextKind(kind) && kind != Kind::Choice) || isIntegerKind(kind);
        };
        std::stable_partition(keys.begin(), keys.end(), hasManyValues);
        for (const QString &key : keys) {
            const Field *field = declared().field(key);
            if (!hasManyValues(key) && field->kind() != Kind::Choice && field->kind() != Kind::Bool)
                continue;
            Document changed = document;
            const QVariant next =
                field->kind() == Kind::Bool ? QVariant(!document.head().flag(key)) : maker().value(declared(), *field);
            changed.set(key, next);
            if (changed.value(key) == document.value(key))
                continue;
            try {
                document = repo().save(changed).document;
                return key;
            } catch (const Error &) {
                continue; // a rule protects it: another one then
            }
        }
        return {};
    }

    QByteArray exported(Id id, ExportOptions::Format format)
    {
        Query query(entity().key());
        query.filter = Filter::where("id", Op::Equal, id);
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        ExportOptions options;
        options.format = format;
        EXPECT_EQ(exportRecords(repo(), query, out, options), 1);
        return out.data();
    }

    ImportReport imported(const QByteArray &file)
    {
        QBuffer in;
        in.setData(file);
        in.open(QIODevice::ReadOnly);
        ImportOptions options;
        options.entity = entity().key();
        options.match = QStringList{"id"};
        options.locale = QLocale::c();
        ImportReport report = Importer(repo(), in, options).run();
        for (const RowFault &fault : report.faults)
            ADD_FAILURE() << qPrintable(fault.column + u' ' + fault.value + u' ' + fault.reason);
        return report;
    }

private:
    TempDatabase m_database;
    std::unique_ptr<Repository> m_repository;
    DocumentMaker m_maker;
};

void expectEqual(const Record &a, const Record &b, const QString &which = {})
{
    for (const Field &field : a.entity().fieldList()) {
        EXPECT_EQ(a.value(field.key()), b.value(field.key())) << qPrintable(which + u' ' + field.key());
    }
}

void expectEqual(const Document &a, const Document &b)
{
    expectEqual(a.head(), b.head());
    for (const LineTable &table : a.entity().lineTables()) {
        ASSERT_EQ(a.lines(table.entity).size(), b.lines(table.entity).size()) << qPrintable(table.entity);
        for (int i = 0; i < a.lines(table.entity).size(); ++i)
            expectEqual(a.lines(table.entity).at(i), b.lines(table.entity).at(i), table.entity);
    }
}

TEST_P(Documents, AreSavedAndLoadedWithoutLoss)
{
    const Document saved = maker().save(declared());
    EXPECT_EQ(saved.head().version(), 1);
    EXPECT_FALSE(saved.head().title().isEmpty());
    const Document loaded = repo().load(entity().key(), saved.id());
    expectEqual(saved, loaded);
    EXPECT_FALSE(loaded.isChanged());
    const Field *required = nullptr;
    for (const Field &field : declared().fieldList()) {
        if (field.isRequired() && isEmptyValue(field, loaded.value(field.key())) &&
            field.key() != declared().numberField())
            required = &field;
    }
    EXPECT_EQ(required, nullptr);
    EXPECT_GE(maker().given().size() * 10, maker().tried() * 7)
        << "the rules refuse most of what the declaration allows";
}

/// Saving a document that nobody has changed writes nothing: otherwise every opening would leave a trace.
TEST_P(Documents, StayAsTheyAreWhenSavedUnchanged)
{
    const Document saved = maker().save(declared());
    const qint64 head = repo().head();
    const Saved again = repo().save(repo().load(entity().key(), saved.id()));
    EXPECT_EQ(again.change, 0);
    EXPECT_EQ(repo().head(), head);
}

TEST_P(Documents, ShowTheirHistory)
{
    Document document = maker().save(declared());
    const QString field = change(document);
    ASSERT_FALSE(field.isEmpty()) << "nothing of it can be changed";
    EXPECT_EQ(document.head().version(), 2);
    const QList<Change> history = repo().history(entity().key(), document.id());
    ASSERT_EQ(history.size(), 2);
    EXPECT_EQ(history.first().op, ChangeOp::Update);
    EXPECT_EQ(history.last().op, ChangeOp::Create);
    const auto &fields = history.first().fields;
    EXPECT_TRUE(std::any_of(fields.begin(), fields.end(), [&](const FieldChange &c) { return c.field == field; }))
        << qPrintable(field);
}

TEST_P(Documents, TellTwoEditorsOfTheSameField)
{
    Document mine = maker().save(declared());
    Document theirs = mine;
    const QString field = change(theirs);
    ASSERT_FALSE(field.isEmpty());
    const Field &f = *declared().field(field);
    if (f.kind() == Kind::Bool)
        GTEST_SKIP() << "two can only agree about yes and no";
    QVariant third = maker().value(declared(), f);
    for (int i = 0; i < 5 && (third == theirs.value(field) || third == mine.value(field)); ++i)
        third = maker().value(declared(), f);
    mine.set(field, third);
    if (mine.value(field) == theirs.value(field) || !mine.head().isChanged(field))
        GTEST_SKIP() << "the field has no third value";
    try {
        repo().save(mine);
        ADD_FAILURE() << "the second editor wrote over the first";
    } catch (const ConflictError &conflict) {
        ASSERT_EQ(conflict.conflicts().size(), 1);
        EXPECT_EQ(conflict.conflicts().first().field, field);
        EXPECT_EQ(conflict.conflicts().first().theirs, theirs.value(field));
    }
}

TEST_P(Documents, GoToTheTrashAndComeBack)
{
    const Document saved = maker().save(declared());
    EXPECT_EQ(listed(saved.id()), 1);
    repo().remove(entity().key(), {saved.id()});
    EXPECT_EQ(listed(saved.id()), 0);
    EXPECT_EQ(listed(saved.id(), true), 1);
    repo().restore(entity().key(), {saved.id()});
    EXPECT_EQ(listed(saved.id()), 1);
    expectEqual(saved, repo().load(entity().key(), saved.id()));
}

TEST_P(Documents, AreTakenBack)
{
    const Document saved = maker().save(declared());
    Document changed = saved;
    const QString field = change(changed);
    ASSERT_FALSE(field.isEmpty());
    repo().undo(repo().history(entity().key(), saved.id()).first().number);
    const Document now = repo().load(entity().key(), saved.id());
    EXPECT_EQ(now.value(field), saved.value(field)) << qPrintable(field);
    EXPECT_EQ(now.head().version(), 3);
}

TEST_P(Documents, AreListedWithTheirDefaultColumns)
{
    const Document saved = maker().save(declared());
    const Page page = repo().page(Query(entity().key()), {});
    ASSERT_FALSE(page.columns.isEmpty());
    const auto row = std::find_if(page.rows.begin(), page.rows.end(), [&](const Row &r) { return r.id == saved.id(); });
    ASSERT_NE(row, page.rows.end());
    for (int i = 0; i < page.columns.size(); ++i)
        EXPECT_EQ(row->values.at(i), saved.value(page.columns.at(i))) << qPrintable(page.columns.at(i));
}

TEST_P(Documents, AreListedByEveryDefaultView)
{
    maker().save(declared());
    for (const DefaultView &view : declared().views()) {
        Query query(entity().key());
        query.filter = Filter::parse(view.where, *repo().catalog(), entity().key());
        query.sort = Query::parseSort(view.sort);
        EXPECT_NO_THROW(repo().page(query, {})) << qPrintable(view.key);
    }
}

TEST_P(Documents, AreFoundByTheirWords)
{
    const Document saved = maker().save(declared());
    for (const Field &field : declared().fieldList()) {
        if (!field.isSearchable() || field.kind() == Kind::Phone || saved.head().text(field.key()).isEmpty())
            continue;
        Query query(entity().key());
        query.search = saved.head().text(field.key()).left(40);
        const Page page = repo().page(query, {});
        EXPECT_TRUE(std::any_of(page.rows.begin(), page.rows.end(), [&](const Row &r) { return r.id == saved.id(); }))
            << qPrintable(field.key() + u' ' + query.search);
    }
    const QHash<Id, Option> options = repo().options(entity().key(), {saved.id()});
    EXPECT_EQ(options.value(saved.id()).title, saved.head().title());
}

TEST_P(Documents, ComeBackUnchangedFromAnExport)
{
    Document document = maker().save(declared());
    for (const auto format : {ExportOptions::Csv, ExportOptions::Json}) {
        const QByteArray file = exported(document.id(), format);
        const ImportReport same = imported(file);
        EXPECT_EQ(same.unchanged, 1) << file.constData();
        EXPECT_EQ(same.updated + same.inserted + same.refused, 0);
        const Document before = document;
        const QString field = change(document);
        ASSERT_FALSE(field.isEmpty());
        EXPECT_EQ(imported(file).updated, 1) << qPrintable(field);
        document = repo().load(entity().key(), document.id());
        EXPECT_EQ(document.value(field), before.value(field)) << qPrintable(field);
    }
}

TEST_P(Documents, LeaveASoundDatabase)
{
    Document document = maker().save(declared());
    change(document);
    const BatchResult removed = repo().remove(entity().key(), {document.id()});
    EXPECT_EQ(repo().check().join(u'\n').toStdString(), "");
    repo().undoBatch(removed.batch);
    EXPECT_EQ(listed(document.id()), 1);
    EXPECT_EQ(repo().check().join(u'\n').toStdString(), "");
}

INSTANTIATE_TEST_SUITE_P(All, Documents, ::testing::ValuesIn(everyKey(false)),
                         [](const auto &info) { return info.param; });

} // namespace
