// A client with everything that hangs on it, and what of that somebody sees: for tests of rights that go by the client.
#pragma once
#include "core/access/policy.h"
#include "core/model/error.h"
#include "core/store/store_repository.h"
#include "tests/support/make_record.h"
#include "tests/support/refused.h"
#include "tests/support/temp_database.h"
#include <gtest/gtest.h>

namespace crm::test {

/// Everything that hangs on a client, down to what hangs on that.
struct World
{
    Id client = 0;
    QMap<QString, IdList> all; ///< by entity
};

struct ClientWorlds : ::testing::Test
{
    using Values = QVariantMap;
    const QString clients = QStringLiteral("clients"), groups = QStringLiteral("groups"), name = QStringLiteral("name"),
                  clientId = QStringLiteral("client_id"), owner = QStringLiteral("owner_id");
    const std::string everything = "all", nothing = "nothing";
    TempDatabase db;
    std::unique_ptr<Repository> system = db.asSystem();

    static QVariant list(const IdList &ids) { return QVariant::fromValue(ids); }
    std::unique_ptr<Repository> as(const char *login)
    {
        return db.as(QLatin1String(login), QStringLiteral("secret-1"));
    }
    static Id add(Repository &repo, const char *entity, const Values &values, World *world)
    {
        const Id id = makeRecord(repo, QLatin1String(entity), values);
        if (world)
            world->all[QLatin1String(entity)] << id;
        return id;
    }
    void change(const char *entity, Id id, const Values &values) { change(*system, entity, id, values); }
    static void change(Repository &repo, const char *entity, Id id, const Values &values)
    {
        Document d = repo.load(QLatin1String(entity), id);
        for (auto it = values.cbegin(); it != values.cend(); ++it)
            d.set(it.key(), it.value());
        repo.save(d);
    }
    /// @param managers others on the client's own list, which makes it a node
    World make(const QString &title, const IdList &in, Id of = 0, const IdList &managers = {})
    {
        World w;
        Repository &r = *system;
        Values values{{name, title}, {groups, list(in)}, {"managers", list(managers)}};
        if (of)
            values.insert(owner, of);
        w.client = add(r, "clients", values, &w);
        const Id contact = add(r, "contacts", {{clientId, w.client}, {"first_name", title + " contact"}}, &w);
        const Id order = add(r, "orders", {{clientId, w.client}, {"order_date", QDate(2026, 1, 1)}, {owner, of}}, &w);
        const Id project = add(r, "projects", {{clientId, w.client}, {"title", title + " project"}, {owner, of}}, &w);
        add(r, "invoices", {{clientId, w.client}, {"bill_date", QDate(2026, 1, 1)}, {owner, of}}, &w);
        add(r, "payments", {{clientId, w.client}, {"paid_on", QDate(2026, 1, 1)}, {"amount", 500}, {owner, of}}, &w);
        add(r, "expenses",
            {{"project_id", project}, {clientId, w.client}, {"title", title + " expense"}, {"amount", 5}, {owner, of}},
            &w);
        const auto on = [&](const char *entity, Values more, const char *parent, Id id) {
            more.insert("parent_entity", QLatin1String(parent));
            more.insert("parent_id", id);
            return add(r, entity, more, &w);
        };
        const Id task = on("tasks", {{"title", title + " task"}, {"assignee_id", of}}, "projects", project);
        add(r, "tasks", {{"title", title + " part"}, {"parent_task_id", task}, {"assignee_id", of}}, &w);
        on("tasks", {{"title", title + " call"}, {"assignee_id", of}}, "contacts", contact);
        const Id note = on("notes", {{"title", title + " note"}}, "contacts", contact);
        on("comments", {{"text", title + " comment"}}, "notes", note);
        on("comments", {{"text", title + " on the order"}}, "orders", order);
        on("comments", {{"text", title + " on the task"}}, "tasks", task);
        return w;
    }
    static IdList listed(Repository &repo, const QString &entity)
    {
        IdList out;
        const Page page = repo.page(Query(entity), {});
        for (const Row &row : page.rows)
            out << row.id;
        return out;
    }
    /// What of the world is seen: all, nothing, or which of it in words. By lists, and by each record's own page.
    static std::string seen(Repository &repo, const World &world)
    {
        QStringList some;
        qsizetype count = 0, found = 0;
        for (auto it = world.all.cbegin(); it != world.all.cend(); ++it) {
            const IdList list = listed(repo, it.key());
            const qint64 total = repo.totals(Query(it.key()), {}).count;
            EXPECT_EQ(total, list.size()) << it.key().toStdString();
            const QList<Document> opened = repo.loadMany(it.key(), it.value());
            for (const Id id : it.value()) {
                const bool isListed = list.contains(id);
                const bool isOpened =
                    std::any_of(opened.begin(), opened.end(), [id](const Document &d) { return d.id() == id; });
                EXPECT_EQ(isListed, isOpened) << it.key().toStdString();
                ++count;
                found += isListed ? 1 : 0;
                if (isListed)
                    some << it.key();
            }
        }
        return found == count ? "all" : found == 0 ? "nothing" : some.join(u' ').toStdString();
    }
    template<typename Call> static QString refusal(Call call)
    {
        try {
            call();
        } catch (const Error &e) {
            return e.sentence().isEmpty() && !e.faults().isEmpty() ? e.faults().first().sentence : e.sentence();
        }
        return {};
    }
};

} // namespace crm::test
