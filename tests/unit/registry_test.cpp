#include "core/model/error.h"
#include "declarations.h"

using namespace crm;
using test::l;
using test::plainEntity;

namespace {
/// True if one of the faults speaks of all the words.
::testing::AssertionResult names(const QStringList &faults, const QStringList &words)
{
    for (const QString &fault : faults) {
        bool all = true;
        for (const QString &w : words)
            all = all && fault.contains(w);
        if (all)
            return ::testing::AssertionSuccess();
    }
    return ::testing::AssertionFailure() << "no fault with " << words.join(u" + "_s).toStdString() << " in:\n"
                                         << faults.join(u'\n').toStdString();
}

QStringList faultsWith(const Field &field) { return Registry::check(plainEntity(u"things"_s).fields({field})); }

/// What seal() says about the test declarations with one more entity; empty: nothing.
QString sealWith(const Entity &extra)
{
    Registry r;
    test::declareAll(r);
    try {
        r.add(extra);
        r.seal();
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::Validation);
        EXPECT_FALSE(r.isSealed());
        return e.sentence();
    }
    return {};
}

struct FieldFaultCase
{
    const char *name;
    Field field;
    QStringList words;
};
void PrintTo(const FieldFaultCase &c, std::ostream *os) { *os << c.name; }

class FieldDeclaration : public ::testing::TestWithParam<FieldFaultCase>
{};
} // namespace

TEST_P(FieldDeclaration, FaultIsFound) { EXPECT_TRUE(names(faultsWith(GetParam().field), GetParam().words)); }

namespace {
Field any(const QString &key) { return text(key, l(u"Any"_s), 10); }
const QList<Choice> twoChoices = {test::option(u"a"_s), test::option(u"b"_s)};

const FieldFaultCase fieldFaults[] = {
    {"CapitalInName", any(u"Title"_s), {u"Title"_s, u"no name"_s}},
    {"SpaceInName", any(u"a b"_s), {u"a b"_s, u"no name"_s}},
    {"SqlInName", any(u"a`;drop"_s), {u"no name"_s}},
    {"LongName", any(QString(49, u'a')), {u"no name"_s}},
    {"DoubleUnderscore", any(u"a__b"_s), {u"__"_s}},
    {"DoubledField", any(u"name"_s), {u"things.name"_s, u"twice"_s}},
    {"ColumnId", any(u"id"_s), {u"things.id"_s, u"store"_s}},
    {"ColumnVersion", any(u"version"_s), {u"store"_s}},
    {"ColumnScope", any(u"scope_id"_s), {u"store"_s}},
    {"ColumnCreatedAt", any(u"created_at"_s), {u"store"_s}},
    {"ColumnCreatedBy", any(u"created_by"_s), {u"store"_s}},
    {"ColumnChangedAt", any(u"changed_at"_s), {u"store"_s}},
    {"ColumnChangedBy", any(u"changed_by"_s), {u"store"_s}},
    {"ColumnDeletedAt", any(u"deleted_at"_s), {u"store"_s}},
    {"ColumnBatch", any(u"batch_id"_s), {u"store"_s}},
    {"ColumnExtra", any(u"extra"_s), {u"store"_s}},
    {"ColumnExtraOfAClass", any(u"extra_internal"_s), {u"store"_s}},
    {"WordOfExpressions", any(u"and"_s), {u"things.and"_s, u"expressions"_s}},
    {"NoLabel", text(u"a"_s, {}, 10), {u"things.a"_s, u"label"_s}},
    {"TextWithoutSize", text(u"a"_s, l(u"A"_s), 0), {u"things.a"_s, u"size"_s}},
    {"ChoiceWithoutChoices", choice(u"a"_s, l(u"A"_s), {}), {u"things.a"_s, u"without choices"_s}},
    {"ChoiceTwice", choice(u"a"_s, l(u"A"_s), {test::option(u"x"_s), test::option(u"x"_s)}), {u"\"x\""_s, u"twice"_s}},
    {"ChoiceWithoutKey", choice(u"a"_s, l(u"A"_s), {test::option({})}), {u"things.a"_s, u"empty"_s}},
    {"ChoiceWithoutLabel", choice(u"a"_s, l(u"A"_s), {{u"x"_s, {}}}), {u"\"x\""_s, u"label"_s}},
    {"UnknownDefault", choice(u"a"_s, l(u"A"_s), twoChoices).byDefault(u"c"_s), {u"\"c\""_s, u"not among"_s}},
    {"TransitionFromUnknown",
     choice(u"a"_s, l(u"A"_s), twoChoices).transition(u"c"_s, {u"a"_s}),
     {u"\"c\""_s, u"transition"_s}},
    {"TransitionToUnknown",
     choice(u"a"_s, l(u"A"_s), twoChoices).transition(u"a"_s, {u"d"_s}),
     {u"\"d\""_s, u"transition"_s}},
    {"ChoicesOfAText", any(u"a"_s).options(twoChoices), {u"things.a"_s, u"only a choice"_s}},
    {"DefaultOfAnotherKind", integer(u"a"_s, l(u"A"_s)).byDefault(u"one"_s), {u"things.a"_s, u"default"_s}},
    {"DefaultTooLong", text(u"a"_s, l(u"A"_s), 2).byDefault(u"long"_s), {u"things.a"_s, u"longer"_s}},
    {"DefaultOutOfRange", integer(u"a"_s, l(u"A"_s)).between(1, 5).byDefault(QVariant(9)), {u"things.a"_s, u"range"_s}},
    {"EmptyRange", integer(u"a"_s, l(u"A"_s)).between(5, 1), {u"things.a"_s, u"range"_s}},
    {"RangeOfAText", any(u"a"_s).between(1, 5), {u"things.a"_s, u"range"_s}},
    {"ScaleTooLarge", decimal(u"a"_s, l(u"A"_s), 13), {u"things.a"_s, u"scale"_s}},
    {"RefWithoutTarget", ref(u"a"_s, l(u"A"_s), {}), {u"things.a"_s, u"without a target"_s}},
    {"ListWithoutTarget", refList(u"a"_s, l(u"A"_s), {}), {u"things.a"_s, u"without a target"_s}},
    {"ParentIdWithoutContext", ref(u"parent_id"_s, l(u"A"_s), {}), {u"things.parent_id"_s, u"without a target"_s}},
    {"TargetOfAText", any(u"a"_s).to(u"things"_s), {u"things.a"_s, u"only a reference"_s}},
    {"RequiredAndComputed", any(u"a"_s).required().computed(), {u"things.a"_s, u"required and computed"_s}},
    {"UniqueList", refList(u"a"_s, l(u"A"_s), u"things"_s).unique(), {u"things.a"_s, u"unique"_s}},
    {"SearchableNumber", integer(u"a"_s, l(u"A"_s)).searchable(), {u"things.a"_s, u"searchable"_s}},
    {"RestrictedByNothing", any(u"a"_s).restricted({}), {u"things.a"_s, u"right"_s}},
};
} // namespace

INSTANTIATE_TEST_SUITE_P(Registry, FieldDeclaration, ::testing::ValuesIn(fieldFaults),
                         [](const auto &info) { return std::string(info.param.name); });

TEST(RegistryCheck, FaultlessDeclarationsHaveNone)
{
    for (const Entity &e :
         {test::users(), test::clients(), test::clientGroups(), test::orders(), test::orderLines(), test::notes()})
        EXPECT_EQ(Registry::check(e), QStringList()) << e.key().toStdString();
}

TEST(RegistryCheck, FindsFaultsOfTheEntity)
{
    EXPECT_TRUE(names(Registry::check(plainEntity(u"Big Things"_s)), {u"no name"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"sqlite_master"_s)), {u"database"_s}));
    EXPECT_TRUE(names(Registry::check(Entity(u"things"_s, {}, {})), {u"label"_s}));
    EXPECT_TRUE(names(Registry::check(Entity(u"things"_s, l(u"a"_s), l(u"b"_s))), {u"no fields"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).title({})), {u"neither a title nor a number"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).title(u"gone"_s)), {u"title"_s, u"gone"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).numbered(u"gone"_s, {})), {u"number"_s, u"gone"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).status(u"name"_s)), {u"status"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).currency(u"gone"_s)), {u"currency"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).fields({any(u"a"_s).internal()}).title(u"a"_s)),
                      {u"things.a"_s, u"title"_s}));
}

TEST(RegistryCheck, FindsFaultsOfTheScope)
{
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).ownedBy(u"gone"_s)), {u"scope"_s, u"gone"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).ownedBy(u"name"_s)), {u"things.name"_s, u"scope"_s}));
    const Entity owned = plainEntity(u"things"_s).fields({ref(u"owner_id"_s, l(u"O"_s), u"users"_s)});
    EXPECT_TRUE(names(Registry::check(Entity(owned).ownedBy(u"owner_id"_s, u"owner_id"_s)), {u"members"_s}));
    EXPECT_TRUE(Registry::check(Entity(owned).privateTo(u"owner_id"_s)).isEmpty());
}

TEST(RegistryCheck, FindsFaultsOfTheParts)
{
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).view(u"v"_s, l(u"V"_s), {}).view(u"v"_s, l(u"V"_s), {})),
                      {u"view"_s, u"twice"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).view(u"v"_s, {}, {})), {u"view"_s, u"label"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).action({u"go"_s, l(u"Go"_s), {}, {}, {}, {}})),
                      {u"go"_s, u"nothing"_s}));
    EXPECT_TRUE(names(Registry::check(plainEntity(u"things"_s).attachments({u"notes"_s, u"notes"_s})),
                      {u"attachment"_s, u"twice"_s}));
    EXPECT_TRUE(names(Registry::check(test::orderLines().lines(u"x"_s, u"y"_s)), {u"lines itself"_s}));
    EXPECT_TRUE(names(Registry::check(test::orderLines().dictionary()), {u"dictionary"_s}));
}

TEST(RegistrySeal, AcceptsWhatFits)
{
    Registry r;
    test::declareAll(r);
    r.seal();
    EXPECT_TRUE(r.isSealed());
    r.seal();
    EXPECT_EQ(r.at(u"orders"_s).key(), u"orders"_s);
    EXPECT_THROW(r.at(u"gone"_s), Error);
    EXPECT_EQ(r.find(u"gone"_s), nullptr);
}

TEST(RegistrySeal, NothingChangesAfterwards)
{
    Registry r;
    test::declareAll(r);
    EXPECT_NE(r.extend(u"orders"_s), nullptr);
    EXPECT_THROW(r.extend(u"gone"_s), Error);
    r.seal();
    EXPECT_THROW(r.add(plainEntity(u"late"_s)), Error);
    EXPECT_THROW(r.addArea(u"late"_s, l(u"Late"_s)), Error);
    EXPECT_THROW(r.extend(u"orders"_s), Error);
}

TEST(RegistrySeal, RefusesTheSameEntityTwice) { EXPECT_TRUE(sealWith(test::users()).contains(u"twice"_s)); }

TEST(RegistrySeal, FindsTargetsThatDoNotExist)
{
    const QString s = sealWith(plainEntity(u"things"_s).fields({ref(u"a_id"_s, l(u"A"_s), u"gone"_s)}));
    EXPECT_TRUE(s.contains(u"things.a_id"_s) && s.contains(u"gone"_s)) << s.toStdString();
    EXPECT_TRUE(sealWith(plainEntity(u"things"_s).fields({file(u"a_id"_s, l(u"A"_s))})).contains(u"files"_s));
}

TEST(RegistrySeal, FindsLinesThatDoNotMatch)
{
    EXPECT_TRUE(sealWith(plainEntity(u"things"_s).lines(u"gone"_s, u"thing_id"_s)).contains(u"gone"_s));
    EXPECT_TRUE(sealWith(plainEntity(u"things"_s).lines(u"order_lines"_s, u"order_id"_s)).contains(u"order_lines"_s));
    const Entity orphan = Entity(u"thing_lines"_s, l(u"a"_s), l(u"b"_s)).lineOf(u"orders"_s, u"order_id"_s);
    EXPECT_TRUE(sealWith(orphan).contains(u"does not list it"_s));
}

TEST(RegistrySeal, FindsAttachmentsWithoutContext)
{
    EXPECT_TRUE(sealWith(plainEntity(u"things"_s).attachments({u"clients"_s})).contains(u"context"_s));
    EXPECT_TRUE(sealWith(plainEntity(u"things"_s).attachments({u"gone"_s})).contains(u"gone"_s));
}

TEST(RegistrySeal, FindsScopesThatCannotWork)
{
    const Entity wrong =
        plainEntity(u"things"_s).fields({ref(u"client_id"_s, l(u"C"_s), u"clients"_s)}).ownedBy(u"client_id"_s);
    EXPECT_TRUE(sealWith(wrong).contains(u"users"_s));
    const Entity circle =
        plainEntity(u"things"_s).fields({ref(u"up_id"_s, l(u"Up"_s), u"things"_s)}).scopedBy(u"up_id"_s);
    EXPECT_TRUE(sealWith(circle).contains(u"circle"_s));
}

TEST(RegistrySeal, FindsAreasThatDoNotExist)
{
    EXPECT_TRUE(sealWith(plainEntity(u"things"_s).area(u"gone"_s)).contains(u"area"_s));
    EXPECT_TRUE(sealWith(plainEntity(u"things"_s).area({})).contains(u"area"_s));
    EXPECT_EQ(sealWith(plainEntity(u"things"_s).area({}).inMenu(false)), QString());
    Registry empty;
    EXPECT_THROW(empty.seal(), Error);
}

TEST(RegistrySeal, FindsExpressionsThatDoNotResolve)
{
    EXPECT_TRUE(sealWith(plainEntity(u"things"_s).sortedBy(u"gone"_s)).contains(u"gone"_s));
    EXPECT_TRUE(sealWith(plainEntity(u"things"_s).view(u"v"_s, l(u"V"_s), {}, u"-name, gone"_s)).contains(u"gone"_s));
    EXPECT_TRUE(sealWith(plainEntity(u"things"_s).view(u"v"_s, l(u"V"_s), u"gone = 1"_s)).contains(u"things"_s));
    EXPECT_EQ(sealWith(plainEntity(u"things"_s).view(u"v"_s, l(u"V"_s), u"name = x"_s, u"created_at"_s)), QString());
}

TEST(RegistrySeal, NoticesWhatAnExtensionBroke)
{
    Registry r;
    test::declareAll(r);
    r.extend(u"orders"_s)->fields({any(u"total"_s)});
    EXPECT_THROW(r.seal(), Error);
    EXPECT_FALSE(r.isSealed());
}

class CatalogTest : public ::testing::Test
{
protected:
    void SetUp() override
    {
        test::declareAll(m_registry);
        m_registry.seal();
    }
    Registry m_registry;
};

TEST_F(CatalogTest, ListsEntitiesInOrderOfDeclaration)
{
    const Catalog c(m_registry);
    EXPECT_EQ(c.entities().first()->key(), u"users"_s);
    EXPECT_EQ(c.entities().size(), qsizetype(m_registry.entities().size()));
    EXPECT_EQ(c.find(u"gone"_s), nullptr);
    try {
        c.at(u"gone"_s);
        FAIL();
    } catch (const Error &e) {
        EXPECT_EQ(e.kind(), ErrorKind::NotFound);
        EXPECT_TRUE(e.sentence().contains(u"gone"_s));
    }
}

TEST_F(CatalogTest, FindsWhatHangsOnARecord)
{
    const Catalog c(m_registry);
    QStringList found;
    for (const Related &r : c.relatedTo(u"clients"_s))
        found << r.entity->key() + u'.' + r.field + (r.byContext ? u"*"_s : QString());
    EXPECT_EQ(found, (QStringList{u"orders.client_id"_s, u"notes.parent_id*"_s})) << "no hidden fields, no lines";
    found.clear();
    for (const Related &r : c.relatedTo(u"users"_s))
        found << r.entity->key() + u'.' + r.field;
    EXPECT_EQ(found, QStringList{u"clients.owner_id"_s}) << "lists of references are no related lists";
    EXPECT_TRUE(c.relatedTo(u"orders"_s).isEmpty()) << "lines are shown in the document";
    EXPECT_TRUE(c.relatedTo(u"gone"_s).isEmpty());
}

TEST_F(CatalogTest, ResolvesPathsThroughReferences)
{
    const Catalog c(m_registry);
    const auto canonical = [&](const QString &path) {
        QString out;
        return c.resolve(u"orders"_s, path, &out) ? out : u"(none)"_s;
    };
    EXPECT_EQ(canonical(u"total"_s), u"total"_s);
    EXPECT_EQ(canonical(u"client"_s), u"client_id"_s);
    EXPECT_EQ(canonical(u"client.country"_s), u"client_id.country"_s);
    EXPECT_EQ(canonical(u"client_id.owner.name"_s), u"client_id.owner_id.name"_s);
    EXPECT_EQ(canonical(u"client.group.name"_s), u"client_id.group.name"_s);
    EXPECT_EQ(canonical(u"created_by.name"_s), u"created_by.name"_s);
    EXPECT_EQ(canonical(u"client.created_at"_s), u"client_id.created_at"_s);
    for (const QString &bad : {u""_s, u"."_s, u"gone"_s, u"client."_s, u".client"_s, u"client..name"_s, u"total.name"_s,
                               u"client.gone"_s, u"labels.name"_s, u"version"_s, u"scope_id"_s})
        EXPECT_EQ(canonical(bad), u"(none)"_s) << bad.toStdString();
    EXPECT_EQ(c.resolve(u"gone"_s, u"name"_s), nullptr);
}

TEST_F(CatalogTest, KnowsTheSystemFields)
{
    const Catalog c(m_registry);
    EXPECT_EQ(c.resolve(u"orders"_s, u"id"_s)->kind(), Kind::Integer);
    for (const QString &key : {u"created_at"_s, u"changed_at"_s, u"deleted_at"_s})
        EXPECT_EQ(c.resolve(u"orders"_s, key)->kind(), Kind::Moment) << key.toStdString();
    for (const QString &key : {u"created_by"_s, u"changed_by"_s})
        EXPECT_EQ(c.resolve(u"orders"_s, key)->target(), u"users"_s) << key.toStdString();
    EXPECT_FALSE(c.resolve(u"orders"_s, u"created_at"_s)->label().isEmpty());
    EXPECT_EQ(systemField(u"total"_s), nullptr);
}

TEST_F(CatalogTest, AddsCustomFieldsToACopy)
{
    const Catalog c(m_registry, {{u"clients"_s, {text(u"hobby"_s, l(u"Hobby"_s), 40)}}});
    ASSERT_NE(c.at(u"clients"_s).field(u"hobby"_s), nullptr);
    EXPECT_TRUE(c.at(u"clients"_s).field(u"hobby"_s)->isCustom());
    EXPECT_EQ(m_registry.at(u"clients"_s).field(u"hobby"_s), nullptr);
    EXPECT_EQ(&c.at(u"orders"_s), &m_registry.at(u"orders"_s)) << "nothing is copied without need";
    EXPECT_NE(c.resolve(u"orders"_s, u"client.hobby"_s), nullptr);
    EXPECT_TRUE(c.customFaults().isEmpty());
}

TEST_F(CatalogTest, LeavesOutCustomFieldsThatCannotBe)
{
    const Catalog c(m_registry, {{u"clients"_s,
                                  {text(u"country"_s, l(u"Country"_s), 40), ref(u"x_id"_s, l(u"X"_s), u"gone"_s),
                                   text(u"hobby"_s, l(u"Hobby"_s), 40)}}});
    EXPECT_FALSE(c.at(u"clients"_s).field(u"country"_s)->isCustom());
    EXPECT_EQ(c.at(u"clients"_s).field(u"x_id"_s), nullptr);
    EXPECT_NE(c.at(u"clients"_s).field(u"hobby"_s), nullptr);
    EXPECT_TRUE(names(c.customFaults(), {u"clients.country"_s}));
    EXPECT_TRUE(names(c.customFaults(), {u"gone"_s}));
}
