#include "declarations.h"

using namespace crm;

class RecordTest : public ::testing::Test
{
protected:
    Entity m_orders = test::orders();
    Entity m_lines = test::orderLines();
    Record m_record{m_orders, 5};
};

TEST_F(RecordTest, NewOneHoldsTheDefaultsAsChanges)
{
    EXPECT_TRUE(m_record.isNew());
    EXPECT_EQ(m_record.text(u"state"_s), u"new"_s);
    EXPECT_EQ(m_record.changedFields(), QStringList{u"state"_s});
    EXPECT_FALSE(m_record.value(u"total"_s).isValid());
}

TEST_F(RecordTest, RemembersWhatWasLoaded)
{
    m_record.set(u"client_id"_s, Id(7));
    m_record.markLoaded(3);
    EXPECT_EQ(m_record.version(), 3);
    EXPECT_FALSE(m_record.isNew());
    EXPECT_TRUE(m_record.changedFields().isEmpty());
    m_record.set(u"client_id"_s, Id(8));
    EXPECT_EQ(m_record.changedFields(), QStringList{u"client_id"_s});
    EXPECT_EQ(m_record.original(u"client_id"_s), QVariant(Id(7)));
    m_record.set(u"client_id"_s, Id(7));
    EXPECT_FALSE(m_record.isChanged(u"client_id"_s)) << "typed back";
}

TEST_F(RecordTest, KeepsValuesInOneCanonicalType)
{
    m_record.set(u"total"_s, 5);
    EXPECT_EQ(m_record.value(u"total"_s).typeId(), QMetaType::LongLong);
    m_record.set(u"client_id"_s, 0);
    EXPECT_FALSE(m_record.value(u"client_id"_s).isValid()) << "reference 0 is none";
    m_record.set(u"currency"_s, u""_s);
    EXPECT_FALSE(m_record.value(u"currency"_s).isValid()) << "empty text is none";
    m_record.set(u"labels"_s, QVariant::fromValue(IdList{}));
    EXPECT_FALSE(m_record.value(u"labels"_s).isValid());
    m_record.set(u"labels"_s, QVariantList{1, 2});
    EXPECT_EQ(m_record.ids(u"labels"_s), (IdList{1, 2}));
    m_record.markLoaded(1);
    m_record.set(u"labels"_s, QVariant::fromValue(IdList{1, 2}));
    EXPECT_FALSE(m_record.isChanged(u"labels"_s));
}

TEST_F(RecordTest, MomentsAreUtc)
{
    const Entity e = test::plainEntity(u"things"_s).fields({moment(u"at"_s, test::l(u"At"_s))});
    Record r(e);
    const QDateTime there(QDate(2026, 11, 22), QTime(10, 0), Qt::OffsetFromUTC, 3 * 3600);
    r.set(u"at"_s, there);
    EXPECT_EQ(r.value(u"at"_s).toDateTime().timeSpec(), Qt::UTC);
    EXPECT_EQ(r.value(u"at"_s).toDateTime(), there);
}

TEST_F(RecordTest, TitleFallsBackToTheNumber)
{
    m_record.set(u"number"_s, u"ORD-1"_s);
    EXPECT_EQ(m_record.title(), u"ORD-1"_s);
    const Entity e = test::clients();
    Record c(e);
    c.set(u"name"_s, u"Alfreds"_s);
    EXPECT_EQ(c.title(), u"Alfreds"_s);
    EXPECT_EQ(Record().title(), QString());
}

TEST_F(RecordTest, MoneyTakesTheRecordsCurrencyElseTheBase)
{
    m_record.set(u"total"_s, 100);
    EXPECT_EQ(m_record.money(u"total"_s, u"RUB"_s), Money(100, u"RUB"_s));
    m_record.set(u"currency"_s, u"EUR"_s);
    EXPECT_EQ(m_record.money(u"total"_s, u"RUB"_s), Money(100, u"EUR"_s));
}

TEST_F(RecordTest, DocumentNoticesChangesOfItsLines)
{
    Document d(m_record);
    Record line(m_lines, 1);
    line.set(u"item"_s, u"Tea"_s);
    d.lines(u"order_lines"_s) << line << Record(m_lines, 2);
    d.markLoaded();
    EXPECT_FALSE(d.isChanged());
    EXPECT_EQ(d.loadedLines(u"order_lines"_s).size(), 2);

    Document edited = d;
    edited.lines(u"order_lines"_s).first().set(u"item"_s, u"Coffee"_s);
    EXPECT_TRUE(edited.isChanged());
    EXPECT_FALSE(d.isChanged()) << "documents are values";

    Document removed = d;
    removed.lines(u"order_lines"_s).removeLast();
    EXPECT_TRUE(removed.isChanged());

    Document turned = d;
    turned.lines(u"order_lines"_s).swapItemsAt(0, 1);
    EXPECT_TRUE(turned.isChanged());

    Document emptied = d;
    emptied.lines(u"order_lines"_s).clear();
    EXPECT_TRUE(emptied.isChanged());

    d.set(u"currency"_s, u"USD"_s);
    EXPECT_TRUE(d.isChanged());
}

TEST_F(RecordTest, LineEntityGetsItsParentAndPosition)
{
    ASSERT_NE(m_lines.field(u"order_id"_s), nullptr);
    EXPECT_EQ(m_lines.field(u"order_id"_s)->target(), u"orders"_s);
    EXPECT_TRUE(m_lines.field(u"order_id"_s)->isHidden());
    EXPECT_NE(m_lines.field(u"position"_s), nullptr);
    EXPECT_FALSE(m_lines.isInMenu());
    EXPECT_EQ(m_lines.scope().kind, Scope::Parent);
}

TEST(Entity, ContextIsAddedOnce)
{
    const Entity e = test::plainEntity(u"things"_s).context().attached();
    EXPECT_TRUE(e.hasContext());
    EXPECT_EQ(e.scope().kind, Scope::Attached);
    EXPECT_TRUE(Registry::check(e).isEmpty());
    EXPECT_TRUE(e.field(u"parent_entity"_s)->isHidden());
}

TEST(Entity, DictionaryIsOrderedByPositionAndKeptByAdmins)
{
    const Entity e = test::clientGroups();
    EXPECT_TRUE(e.isDictionary());
    EXPECT_TRUE(e.isAdminOnly());
    EXPECT_EQ(e.defaultSort(), u"position"_s);
    EXPECT_GE(e.indexOf(u"position"_s), 0);
    EXPECT_EQ(e.indexOf(u"nothing"_s), -1);
    EXPECT_EQ(e.field(u"nothing"_s), nullptr);
}
