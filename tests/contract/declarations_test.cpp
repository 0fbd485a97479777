// What every declaration must be by itself, whoever wrote it. A new module is tested by being declared.
#include "every_entity.h"

using namespace crm;
using crm::test::EveryEntity;

namespace {

class Declaration : public EveryEntity
{};

QString where(const Field &field) { return QStringLiteral("field ") + field.key(); }

TEST_P(Declaration, IsSound) { EXPECT_EQ(Registry::check(entity()).join(u'\n'), QString()); }

TEST_P(Declaration, NamesItselfAndItsParts)
{
    EXPECT_FALSE(entity().one().text().isEmpty());
    EXPECT_FALSE(entity().many().text().isEmpty());
    for (const Field &field : entity().fieldList()) {
        EXPECT_FALSE(field.label().text().isEmpty()) << qPrintable(where(field));
        for (const Choice &choice : field.choices())
            EXPECT_FALSE(choice.label.text().isEmpty()) << qPrintable(where(field) + u' ' + choice.key);
    }
    for (const DefaultView &view : entity().views())
        EXPECT_FALSE(view.label.text().isEmpty()) << qPrintable(view.key);
    for (const Action &action : entity().actions())
        EXPECT_FALSE(action.label.text().isEmpty()) << qPrintable(action.key);
}

/// People tell fields and views of one form apart by their labels alone.
TEST_P(Declaration, HasNoTwoPartsOfOneName)
{
    QSet<QString> fields, views;
    for (const Field &field : entity().fieldList()) {
        if (field.isHidden())
            continue;
        const QString shown = field.groupLabel().source() + u'/' + field.label().source();
        EXPECT_FALSE(fields.contains(shown)) << qPrintable(where(field) + QStringLiteral(": ") + shown);
        fields.insert(shown);
    }
    for (const DefaultView &view : entity().views()) {
        EXPECT_FALSE(views.contains(view.label.source())) << qPrintable(view.key);
        views.insert(view.label.source());
    }
}

TEST_P(Declaration, ShowsWhatItIsCalled)
{
    const QString title = entity().titleField().isEmpty() ? entity().numberField() : entity().titleField();
    if (entity().isLine() && title.isEmpty())
        return;
    const Field *field = entity().field(title);
    ASSERT_NE(field, nullptr) << "a record needs a title or a number";
    EXPECT_FALSE(field->isHidden());
}

TEST_P(Declaration, CanBeListed)
{
    if (entity().isLine())
        return;
    int columns = 0;
    for (const Field &field : entity().fieldList())
        columns += field.isInList() && !field.isHidden() ? 1 : 0;
    EXPECT_GE(columns, 1) << "a list needs at least one default column";
    EXPECT_LE(columns, 12) << "each default column costs an index; twelve are more than a window shows";
}

/// Whoever finds a list empty learns what belongs there.
TEST_P(Declaration, TellsWhatBelongsIntoAnEmptyList)
{
    EXPECT_TRUE(!entity().isInMenu() || !entity().emptyHint().text().isEmpty());
}

TEST_P(Declaration, HasViewsThatCanBeRead)
{
    for (const DefaultView &view : entity().views()) {
        const Filter filter = Filter::parse(view.where, catalog(), entity().key());
        EXPECT_FALSE(filter.isNone()) << qPrintable(view.key);
        EXPECT_EQ(Filter::parse(filter.toExpression(catalog(), entity().key()), catalog(), entity().key()), filter)
            << qPrintable(view.key);
        const QList<SortKey> keys = Query::parseSort(view.sort);
        for (const SortKey &key : keys)
            EXPECT_NE(catalog().resolve(entity().key(), key.path), nullptr) << qPrintable(view.key + u' ' + key.path);
    }
    const QList<SortKey> keys = Query::parseSort(entity().defaultSort());
    for (const SortKey &key : keys)
        EXPECT_NE(catalog().resolve(entity().key(), key.path), nullptr) << qPrintable(key.path);
}

/// A list that is sorted by a column without an index sorts all of its rows for each page.
TEST_P(Declaration, IsSortedByIndexedColumns)
{
    const auto check = [&](const QString &sort, const QString &whose) {
        const QList<SortKey> keys = Query::parseSort(sort);
        if (keys.isEmpty() || entity().isLine() || entity().isDictionary())
            return;
        const Field *field = catalog().resolve(entity().key(), keys.first().path);
        ASSERT_NE(field, nullptr);
        EXPECT_TRUE(field->isIndexed() || field->isUnique() || isRefKind(field->kind()) ||
                    field->key() == QLatin1String("id")) // the primary key, in the order of making
            << qPrintable(whose);
    };
    check(entity().defaultSort(), QStringLiteral("default sort"));
    for (const DefaultView &view : entity().views())
        check(view.sort, view.key);
}

TEST_P(Declaration, StartsWithValidDefaults)
{
    Document document{Record(entity(), newId())};
    const QList<FieldFault> faults = validate(document);
    for (const FieldFault &fault : faults) {
        const Field *field = entity().field(fault.field);
        ASSERT_NE(field, nullptr);
        EXPECT_TRUE(field->isRequired()) << "only what must be typed may be missing at first: "
                                         << qPrintable(fault.sentence);
    }
}

TEST_P(Declaration, RefersToWhatExists)
{
    for (const Field &field : entity().fieldList())
        EXPECT_TRUE(field.target().isEmpty() || catalog().find(field.target())) << qPrintable(where(field));
    for (const QString &attachment : entity().attachments()) {
        const Entity *attached = catalog().find(attachment);
        ASSERT_NE(attached, nullptr) << qPrintable(attachment);
        EXPECT_TRUE(attached->hasContext()) << qPrintable(attachment);
    }
}

CRM_FOR_EVERY_ENTITY(Declaration);

} // namespace
