// Records that may be the same: by rule, page after page, told apart, hidden ones while one types.
#include "core/model/error.h"
#include "tests/support/make_record.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
const QString clients = QStringLiteral("clients"), contacts = QStringLiteral("contacts"), name = QStringLiteral("name"),
              phoneOf = QStringLiteral("phone"), emailOf = QStringLiteral("email"), vat = QStringLiteral("vat_number"),
              secret = QStringLiteral("secret-1");

struct Duplicates : ::testing::Test
{
    TempDatabase db;
    std::unique_ptr<Repository> repo = db.asSystem();

    Id make(const QVariantMap &values) { return makeRecord(*repo, clients, values); }
    Record typed(Repository &r, const QVariantMap &values, const QString &entity = clients)
    {
        Record record(r.catalog()->at(entity), newId());
        for (auto it = values.begin(); it != values.end(); ++it)
            record.set(it.key(), it.value());
        return record;
    }
    static QList<IdList> groups(Repository &r, const QString &rule, const QString &entity = clients)
    {
        QList<IdList> out;
        for (DuplicateGroup &g : r.duplicates(entity).groups) {
            if (g.rule == rule)
                out << g.ids;
        }
        return out;
    }
};
} // namespace

TEST_F(Duplicates, RecordsAreGroupedByWhatCountsOfThem)
{
    const Id a = make({{name, QStringLiteral("Acme Ltd")}, {phoneOf, QStringLiteral("+7 912 345-67-89")}});
    const Id b = make({{name, QStringLiteral("\"ACME\", ltd.")}, {emailOf, QStringLiteral("Info@acme.example")}});
    const Id c = make({{name, QStringLiteral("Other")},
                       {phoneOf, QStringLiteral("8 (912) 3456789")},
                       {emailOf, QStringLiteral("INFO@acme.example")}});
    make({{name, QStringLiteral("Alone")}, {phoneOf, QStringLiteral("12-34-56")}});
    make({{name, QStringLiteral("Alone too")}, {phoneOf, QStringLiteral("123456")}}); // extensions: nothing to compare
    EXPECT_EQ(groups(*repo, name), (QList<IdList>{{a, b}}));
    EXPECT_EQ(groups(*repo, phoneOf), (QList<IdList>{{a, c}}));
    EXPECT_EQ(groups(*repo, emailOf), (QList<IdList>{{b, c}}));
    EXPECT_TRUE(repo->duplicates(clients).atEnd);
    repo->remove(clients, {c});
    EXPECT_EQ(groups(*repo, phoneOf), QList<IdList>()) << "what lies in the trash is none";
}

TEST_F(Duplicates, YoIsYeInNames)
{
    const Id a = make({{name, QStringLiteral("\u0401\u043b\u043a\u0430 7")}}),
             b = make({{name, QStringLiteral("\u00ab\u0435\u043b\u043a\u0430\u00bb-7")}});
    EXPECT_EQ(groups(*repo, name), (QList<IdList>{{a, b}}));
}

TEST_F(Duplicates, ARuleOfTwoFieldsNeedsBoth)
{
    const Id one = make({{name, QStringLiteral("One")}}), two = make({{name, QStringLiteral("Two")}});
    const auto contact = [&](Id of, const char *first) {
        return makeRecord(*repo, contacts,
                          {{QStringLiteral("first_name"), QLatin1String(first)}, {QStringLiteral("client_id"), of}});
    };
    const Id a = contact(one, "Maria"), b = contact(one, "maria");
    contact(two, "Maria");
    EXPECT_EQ(groups(*repo, name, contacts), (QList<IdList>{{a, b}}));
}

TEST_F(Duplicates, TheAnswerComesInPages)
{
    for (int i = 0; i < 5; ++i) {
        for (int k = 0; k < 2; ++k)
            make({{name, QStringLiteral("Client %1").arg(i)}, {phoneOf, QStringLiteral("+7 900 000-00-0%1").arg(i)}});
    }
    QList<DuplicateGroup> all;
    DuplicatesAt at{{}, {}, 3};
    for (int i = 0; i < 20; ++i) {
        const DuplicatesPage page = repo->duplicates(clients, at);
        EXPECT_LE(page.groups.size(), 3);
        all += page.groups;
        if (page.atEnd)
            break;
        at = page.next;
    }
    EXPECT_EQ(all.size(), 10);
    QSet<QPair<QString, Id>> different;
    for (const DuplicateGroup &g : std::as_const(all))
        different.insert({g.rule, g.ids.first()});
    EXPECT_EQ(different.size(), 10);
}

TEST_F(Duplicates, WhatIsToldApartIsNotShownAgain)
{
    const Id a = make({{name, QStringLiteral("Acme")}}), b = make({{name, QStringLiteral("acme")}}),
             c = make({{name, QStringLiteral("ACME")}});
    repo->tellApart(clients, {a, b});
    EXPECT_EQ(groups(*repo, name), (QList<IdList>{{a, b, c}})) << "each of them may still be the third";
    repo->tellApart(clients, {a, b, c});
    EXPECT_EQ(groups(*repo, name), QList<IdList>());
    repo->tellApart(clients, {b, c}, false);
    EXPECT_EQ(groups(*repo, name), (QList<IdList>{{b, c}}));
    EXPECT_THROW(repo->tellApart(clients, {a, newId()}), Error);
}

TEST_F(Duplicates, EverybodySeesTheirOwnAlone)
{
    db.addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    const auto anna = db.as(QStringLiteral("anna"), secret);
    makeRecord(*anna, clients, {{name, QStringLiteral("Acme")}});
    make({{name, QStringLiteral("Acme")}});
    EXPECT_EQ(groups(*anna, name), QList<IdList>());
    EXPECT_EQ(groups(*repo, name).size(), 1);
    EXPECT_THROW(anna->tellApart(clients, {1, 2}), Error) << "it needs the right to merge";
}

TEST_F(Duplicates, WhileOneTypesTheOthersAreNamed)
{
    const Id a = make({{name, QStringLiteral("Acme Ltd")},
                       {phoneOf, QStringLiteral("+7 912 345-67-89")},
                       {emailOf, QStringLiteral("info@acme.example")},
                       {vat, QStringLiteral("7701234567")}});
    const auto one = [&](const QString &field, const QString &value) {
        const QList<SameRecord> found = repo->sameRecords(typed(*repo, {{field, value}}), field);
        EXPECT_LE(found.size(), 1);
        return found.isEmpty() ? SameRecord{} : found.first();
    };
    EXPECT_EQ(one(name, QStringLiteral("ACME  ltd")).id, a);
    EXPECT_EQ(one(name, QStringLiteral("ACME  ltd")).title, QStringLiteral("Acme Ltd"));
    EXPECT_EQ(one(phoneOf, QStringLiteral("8 912 345 67 89")).id, a);
    EXPECT_EQ(one(emailOf, QStringLiteral("INFO@acme.example")).id, a);
    EXPECT_EQ(one(vat, QStringLiteral("7701234567")).id, a);
    EXPECT_EQ(one(vat, QStringLiteral("7701234567")).rule, vat);
    EXPECT_EQ(one(name, QStringLiteral("Acme")).id, 0);
    EXPECT_EQ(one(name, QString()).id, 0);
    EXPECT_TRUE(repo->sameRecords(typed(*repo, {{QStringLiteral("city"), QStringLiteral("x")}}), QStringLiteral("city"))
                    .isEmpty());
}

TEST_F(Duplicates, OfHiddenOnesOnlyWhomToAskIsSaid)
{
    db.addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    db.addUser(QStringLiteral("boris"), QStringLiteral("Staff (own records)"));
    db.addUser(QStringLiteral("rita"), QStringLiteral("Read only"));
    const auto anna = db.as(QStringLiteral("anna"), secret), boris = db.as(QStringLiteral("boris"), secret);
    makeRecord(*boris, clients, {{name, QStringLiteral("Hidden Ltd")}, {phoneOf, QStringLiteral("+7 912 345-67-89")}});
    for (const auto &[field, value] :
         {qMakePair(name, QStringLiteral("hidden ltd")), qMakePair(phoneOf, QStringLiteral("89123456789"))}) {
        const QList<SameRecord> found = anna->sameRecords(typed(*anna, {{field, value}}), field);
        ASSERT_EQ(found.size(), 1);
        EXPECT_EQ(found.first().id, 0);
        EXPECT_TRUE(found.first().title.isEmpty());
        EXPECT_EQ(found.first().askName, boris->actor().name);
    }
    const auto rita = db.as(QStringLiteral("rita"), secret); // sees all
    EXPECT_NE(rita->sameRecords(typed(*rita, {{name, QStringLiteral("hidden ltd")}}), name).value(0).id, 0);
}

TEST_F(Duplicates, AServerTellsItOnlySoManyTimesAMinute)
{
    if (!db.isServer())
        GTEST_SKIP() << "rights on a file are the program's";
    db.addUser(QStringLiteral("anna"), QStringLiteral("Staff (own records)"));
    const auto anna = db.as(QStringLiteral("anna"), secret);
    int answered = 0;
    const auto ask = [&] {
        anna->sameRecords(typed(*anna, {{name, QStringLiteral("Nobody %1").arg(answered)}}), name);
        ++answered;
    };
    EXPECT_THROW(for (int i = 0; i < 140; ++i) ask(), Error); // a minute may begin in between
    EXPECT_GE(answered, 60);
    EXPECT_LE(answered, 120);
}
