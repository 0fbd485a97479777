// Upgrades: what is missing is added, data stays, interrupted steps go on, plans use the indexes that are made.
#include "core/store/database.h"
#include "core/store/schema.h"
#include "core/store/stored_documents.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
Label english(const char *text) { return Label(text, nullptr, "test"); }

/// A registry of one's own with one entity more, or with one field more.
void declareBox(Registry &r, bool withColour)
{
    Entity box(QStringLiteral("boxes"), english("Box"), english("Boxes"));
    box.area(QStringLiteral("sales")).title(QStringLiteral("name"));
    QList<Field> fields = {text(QStringLiteral("name"), english("Name"), 50).required().inList().searchable()};
    if (withColour)
        fields << text(QStringLiteral("colour"), english("Colour"), 20).inList()
               << refList(QStringLiteral("friends"), english("Friends"), QStringLiteral("boxes"));
    box.fields(fields);
    r.add(box);
    r.seal();
}
} // namespace

namespace crm::modules {
void declareAll(Registry &);
}

TEST(Schema, AnUpgradeAddsTablesColumnsAndIndexesAndKeepsTheData)
{
    TempDatabase db;
    Registry first, second;
    modules::declareAll(first);
    declareBox(first, false);
    modules::declareAll(second);
    declareBox(second, true);
    Id id = 0;
    {
        auto repo = openLocalAsSystem(db.path(), first); // a new table
        Document d(Record(repo->catalog()->at(QStringLiteral("boxes"))));
        d.set(QStringLiteral("name"), QStringLiteral("Kept"));
        id = repo->save(d).document.id();
    }
    auto repo = openLocalAsSystem(db.path(), second); // new columns and a link table
    Document d = repo->load(QStringLiteral("boxes"), id);
    EXPECT_EQ(d.head().title(), QStringLiteral("Kept"));
    d.set(QStringLiteral("colour"), QStringLiteral("red"));
    d.set(QStringLiteral("friends"), QVariant::fromValue(IdList{id}));
    repo->save(d);
    EXPECT_EQ(repo->load(QStringLiteral("boxes"), id).head().ids(QStringLiteral("friends")), IdList{id});
    EXPECT_EQ(repo->check(), QStringList());
    // The older program still opens the file: what it does not know it leaves alone.
    auto older = openLocalAsSystem(db.path(), first);
    EXPECT_EQ(older->load(QStringLiteral("boxes"), id).head().title(), QStringLiteral("Kept"));
}

TEST(Schema, NothingIsDoneWhenNothingIsMissing)
{
    TempDatabase db;
    auto d = Database::openFile(db.path());
    EXPECT_EQ(Schema(*d, db.registry()).ensure(), Schema::Outcome::Current);
    setMetaValue(*d, QStringLiteral("fingerprint"), QStringLiteral("other"));
    EXPECT_EQ(Schema(*d, db.registry()).ensure(), Schema::Outcome::Upgraded);
    EXPECT_EQ(Schema(*d, db.registry()).ensure(), Schema::Outcome::Current);
}

TEST(Schema, EveryDefaultColumnIsSortedByAnIndex)
{
    TempDatabase db;
    auto d = Database::openFile(db.path());
    int looked = 0;
    for (const auto &e : db.registry().entities()) {
        for (const Field &f : e->fieldList()) {
            if (!f.isInList() || !hasColumn(f) || isRefKind(f.kind()))
                continue;
            const bool folded = isFreeTextKind(f.kind());
            const QString key = folded ? QStringLiteral("fold(%1)").arg(quoted(f.key())) : quoted(f.key());
            Rows plan = d->run(
                QStringLiteral(
                    "EXPLAIN QUERY PLAN SELECT id FROM main.%1 WHERE deleted_at IS NULL ORDER BY %2, id LIMIT 50")
                    .arg(quoted(e->key()), key));
            QString text;
            while (plan.next())
                text += plan.text(3) + u'\n';
            EXPECT_FALSE(text.contains(QLatin1String("TEMP B-TREE")))
                << e->key().toStdString() << "." << f.key().toStdString() << "\n"
                << text.toStdString();
            ++looked;
        }
    }
    EXPECT_GT(looked, 30);
}
