// Tasks, comments, files, folders, labels, custom fields.
#include "core/model/choice_text.h"
#include "tests/support/rule_fixture.h"
#include <QBuffer>

using namespace crm;
using namespace crm::test;

namespace {

struct Work : Rules
{
    Id done() { return row("task_statuses", "kind", "done"); }
    Document task(const QVariantMap &more = {})
    {
        QVariantMap values{{"title", "Task"}};
        values.insert(more);
        return make("tasks", values);
    }
    static QVariant list(std::initializer_list<Id> ids) { return QVariant::fromValue(IdList(ids)); }
};

TEST_F(Work, ATaskStartsWithTheFirstStatusAndItsMaker)
{
    auto admin = db.as({}, {});
    const Document d = admin->save(fresh("tasks", {{"title", "Call"}})).document;
    EXPECT_EQ(d.head().ref("status_id"), row("task_statuses", "name", "To do"));
    EXPECT_EQ(d.head().ref("assignee_id"), admin->actor().userId);
}

TEST_F(Work, NoTaskIsPartOfItself)
{
    Document a = task(), b = task({{"parent_task_id", a.id()}}), c = task({{"parent_task_id", b.id()}});
    a.set("parent_task_id", c.id());
    EXPECT_EQ(refused(a), QStringList{"parent_task_id"});
    a.set("parent_task_id", a.id());
    EXPECT_EQ(refused(a), QStringList{"parent_task_id"});
}

TEST_F(Work, NoTasksWaitForEachOther)
{
    Document a = task(), b = task({{"blocked_by", list({a.id()})}}), c = task({{"blocked_by", list({b.id()})}});
    a.set("blocked_by", list({c.id()}));
    EXPECT_EQ(refused(a), QStringList{"blocked_by"});
    a.set("blocked_by", list({a.id()}));
    EXPECT_EQ(refused(a), QStringList{"blocked_by"});
    Document d = task({{"blocked_by", list({a.id(), b.id(), c.id()})}}); // several ways to one task are no circle
    EXPECT_EQ(d.head().ids("blocked_by").size(), 3);
}

TEST_F(Work, ABlockedTaskIsNotDone)
{
    Document blocker = task(), other = task();
    Document waiting = task({{"blocked_by", list({blocker.id(), other.id()})}});
    waiting.set("status_id", done());
    EXPECT_EQ(refused(waiting), QStringList{"status_id"});
    blocker.set("status_id", done());
    repo->save(blocker);
    EXPECT_EQ(refused(waiting), QStringList{"status_id"}) << "one is left";
    repo->remove("tasks", {other.id()});
    waiting = repo->load("tasks", waiting.id());
    waiting.set("status_id", done());
    EXPECT_EQ(refused(waiting), QStringList()) << "nobody waits for what was thrown away";
}

TEST_F(Work, DoneOnIsKept)
{
    Document d = task();
    EXPECT_FALSE(d.value("done_at").isValid());
    d.set("status_id", done());
    d = repo->save(d).document;
    const QVariant when = d.value("done_at");
    EXPECT_TRUE(when.toDateTime().isValid());
    d.set("title", "Renamed");
    EXPECT_EQ(repo->save(d).document.value("done_at"), when);
    d = repo->load("tasks", d.id());
    d.set("status_id", row("task_statuses", "name", "To do"));
    EXPECT_FALSE(repo->save(d).document.value("done_at").isValid());
}

TEST_F(Work, TheChecklistIsCounted)
{
    Document d = fresh("tasks", {{"title", "Task"}});
    for (const bool ready : {true, false, true})
        addLine(d, "task_checklist", {{"title", "Step"}, {"done", ready}});
    d = repo->save(d).document;
    EXPECT_EQ(d.head().integer("checklist_total"), 3);
    EXPECT_EQ(d.head().integer("checklist_done"), 2);
    d.lines("task_checklist").removeFirst();
    d = repo->save(d).document;
    EXPECT_EQ(d.head().integer("checklist_done"), 1);
}

TEST_F(Work, TheDeadlineComesAfterTheStart)
{
    const QDateTime noon(QDate(2026, 5, 4), QTime(12, 0), Qt::UTC);
    EXPECT_EQ(refused(fresh("tasks", {{"title", "T"}, {"start_at", noon}, {"deadline", noon.addSecs(-60)}})),
              QStringList{"deadline"});
    EXPECT_EQ(refused(fresh("tasks", {{"title", "T"}, {"start_at", noon}, {"deadline", noon}})), QStringList());
}

TEST_F(Work, ToDoIsNobodyElses)
{
    auto admin = db.as({}, {});
    db.addUser("anna", "Manager (all records)");
    auto hers = db.as("anna", "secret-1");
    const Id id = hers->save(fresh("todo", {{"title", "Secret"}})).document.id();
    EXPECT_EQ(hers->totals(Query("todo"), {}).count, 1);
    EXPECT_EQ(admin->totals(Query("todo"), {}).count, 0) << "whatever the role says";
    EXPECT_THROW(admin->load("todo", id), Error);
}

TEST_F(Work, RemindersAreOnesOwnFinishedAndPutOff)
{
    auto admin = db.as({}, {});
    const Id boris = db.addUser("boris", "Manager (all records)");
    db.addUser("anna", "Manager (all records)");
    auto hers = db.as("anna", "secret-1");
    const Document client = make("clients", {{"name", "Vector"}});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const Id id = hers->save(fresh("reminders", {{"title", "Call"},
                                                 {"remind_at", now.addSecs(-60)},
                                                 {"parent_entity", "clients"},
                                                 {"parent_id", client.id()}}))
                      .document.id();
    const auto due = [&](Repository &as) {
        Query query("reminders");
        query.filter = Filter::parse("done = no and remind_at <= now", *as.catalog(), "reminders");
        return as.totals(query, {}).count;
    };
    EXPECT_EQ(due(*hers), 1);
    EXPECT_EQ(due(*admin), 0) << "whatever the role says";
    EXPECT_THROW(admin->load("reminders", id), Error);
    EXPECT_THROW(admin->runAction("reminders", id, "finish", {}), Error);
    EXPECT_THROW(hers->save(fresh("reminders", {{"title", "Yours"}, {"remind_at", now}, {"owner_id", boris}})), Error)
        << "nobody reminds others";
    EXPECT_EQ(hers->runAction("reminders", id, "open_subject", {}), (QPair<QString, Id>{"clients", client.id()}));

    hers->runAction("reminders", id, "finish", {});
    EXPECT_EQ(due(*hers), 0);
    EXPECT_TRUE(hers->load("reminders", id).value("done_at").toDateTime().isValid());
    EXPECT_THROW(hers->runAction("reminders", id, "finish", {}), Error) << "done already";
    EXPECT_THROW(hers->runAction("reminders", id, "snooze", {}), Error) << "until when?";
    hers->runAction("reminders", id, "snooze", {{"until", now.addDays(1)}});
    const Document later = hers->load("reminders", id);
    EXPECT_EQ(due(*hers), 0);
    EXPECT_FALSE(later.head().flag("done"));
    EXPECT_EQ(later.value("remind_at").toDateTime().toUTC(), now.addDays(1));
    EXPECT_TRUE(later.value("done_at").isNull());

    // A client that goes to the trash takes nobody's reminders along; merged clients hand them on.
    Document other = make("clients", {{"name", "Vector Ltd"}});
    admin->merge(admin->load("clients", other.id()), {client.id()});
    EXPECT_EQ(hers->load("reminders", id).head().ref("parent_id"), other.id());
}

TEST_F(Work, ACommentBelongsToARecordAndToItsAuthor)
{
    const Document client = make("clients", {{"name", "Vector"}});
    EXPECT_EQ(refused(fresh("comments", {{"text", "Alone"}})), QStringList{"text"});
    const Id anna = db.addUser("anna", "Manager (all records)");
    const Id boris = db.addUser("boris", "Manager (all records)");
    auto hers = db.as("anna", "secret-1"), his = db.as("boris", "secret-1");
    Document said = hers->save(fresh("comments", {{"text", "Called"},
                                                  {"author_id", boris},
                                                  {"parent_entity", "clients"},
                                                  {"parent_id", client.id()}}))
                        .document;
    EXPECT_EQ(said.head().ref("author_id"), anna) << "nobody speaks for others";
    Document changed = his->load("comments", said.id());
    changed.set("text", "Never called");
    EXPECT_EQ(refused(changed, his.get()), QStringList{"text"});
    EXPECT_EQ(refusedRemoval("comments", said.id(), his.get()), QStringList{""});
    said.set("text", "Called twice");
    EXPECT_EQ(refused(said, hers.get()), QStringList());
    EXPECT_EQ(refusedRemoval("comments", said.id(), hers.get()), QStringList());
}

TEST_F(Work, AFileKeepsItsContent)
{
    const auto stored = [&](QByteArray content) {
        QBuffer buffer(&content);
        buffer.open(QIODevice::ReadOnly);
        return QString::fromLatin1(repo->addBlob(buffer).toHex());
    };
    const QString first = stored("first"), second = stored("second");
    Document d = make("files", {{"name", "offer.pdf"}, {"size", 5}, {"hash", first}});
    EXPECT_EQ(d.value("mime"), "application/pdf");
    d.set("name", "offer.txt");
    d = repo->save(d).document;
    EXPECT_EQ(d.value("mime"), "text/plain");
    d.set("hash", second);
    d.set("size", 6);
    d = repo->save(d).document;
    EXPECT_EQ(d.value("hash"), first);
    EXPECT_EQ(d.head().integer("size"), 5);
}

TEST_F(Work, NoFolderLiesInItself)
{
    Document a = make("folders", {{"name", "A"}}), b = make("folders", {{"name", "B"}, {"parent_folder_id", a.id()}});
    a.set("parent_folder_id", b.id());
    EXPECT_EQ(refused(a), QStringList{"parent_folder_id"});
}

TEST_F(Work, FilesInASharedFolderAreSeen)
{
    const Id anna = db.addUser("anna", "Staff (own records)");
    db.addUser("boris", "Staff (own records)");
    const Document folder = make(
        "folders",
        {{"name", "Papers"}, {"owner_id", row("users", "login", db.loginOf("admin"))}, {"shared_with", list({anna})}});
    make("files", {{"name", "a.txt"}, {"parent_entity", "folders"}, {"parent_id", folder.id()}});
    EXPECT_EQ(db.as("anna", "secret-1")->totals(Query("files"), {}).count, 1);
    EXPECT_EQ(db.as("boris", "secret-1")->totals(Query("files"), {}).count, 0);
}

TEST_F(Work, LabelsOfOneKindHaveDifferentNames)
{
    make("labels", {{"name", "Hot"}, {"entity", "leads"}});
    EXPECT_EQ(refused(fresh("labels", {{"name", "HOT"}, {"entity", "leads"}})), QStringList{"name"});
    EXPECT_EQ(refused(fresh("labels", {{"name", "Hot"}, {"entity", "tasks"}})), QStringList());
}

TEST_F(Work, ADefaultMeansTheSameToEveryReader)
{
    make("custom_fields",
         {{"entity", "clients"}, {"label", "Rate"}, {"key", "rate"}, {"kind", "decimal"}, {"default", "1.25"}});
    const QLocale before;
    for (const QLocale &locale : {QLocale(QLocale::English), QLocale(QLocale::Russian), QLocale(QLocale::German)}) {
        QLocale::setDefault(locale);
        EXPECT_EQ(db.asSystem()->catalog()->at("clients").field("rate")->defaultValue(), QVariant(qint64(125)));
    }
    QLocale::setDefault(before);
}

TEST_F(Work, ADefaultRecordMayBeNamed)
{
    const Id team = make("teams", {{"name", "Sales"}}).id();
    const Id field = make("custom_fields", {{"entity", "clients"},
                                            {"label", "Looked after by"},
                                            {"key", "looked_after_by"},
                                            {"kind", "ref"},
                                            {"target", "teams"},
                                            {"default", "Sales"}})
                         .id();
    EXPECT_EQ(repo->load("custom_fields", field).value("default").toString(), QString::number(team));
    EXPECT_EQ(db.asSystem()->catalog()->at("clients").field("looked_after_by")->defaultValue(), QVariant(team));
}

TEST_F(Work, CustomFieldsFitTheirRecords)
{
    const auto field = [&](const QVariantMap &more) {
        QVariantMap values{{"entity", "clients"}, {"label", "Branch"}, {"kind", "text"}};
        values.insert(more);
        return fresh("custom_fields", values);
    };
    EXPECT_EQ(refused(field({{"entity", "nothing"}})), QStringList{"entity"});
    EXPECT_EQ(refused(field({{"entity", "order_lines"}})), QStringList{"entity"});
    EXPECT_EQ(refused(field({{"key", "name"}})), QStringList{"key"}) << "clients have a name already";
    EXPECT_EQ(refused(field({{"key", "1x"}})), QStringList{"key"});
    EXPECT_EQ(refused(field({{"kind", "choice"}})), QStringList{"choices"});
    EXPECT_EQ(refused(field({{"kind", "ref"}})), QStringList{"target"});
    EXPECT_EQ(refused(field({{"class", "restricted"}})), QStringList{"right"});
    EXPECT_EQ(refused(field({{"kind", "decimal"}, {"default", "much"}})), QStringList{"default"});
    EXPECT_EQ(refused(field({{"kind", "date"}, {"default", "2026-02-30"}})), QStringList{"default"});
    EXPECT_EQ(refused(field({{"kind", "money"}, {"default", "much"}})), QStringList{"default"});
    EXPECT_EQ(refused(field({{"label", "Sum"}, {"kind", "money"}, {"default", "12.50"}})), QStringList());
    const QString choices = "new = New\nold = Old";
    EXPECT_EQ(refused(field({{"kind", "choice"}, {"choices", choices}, {"default", "green"}})), QStringList{"default"});
    EXPECT_EQ(refused(field({{"label", "State"}, {"kind", "choice"}, {"choices", choices}, {"default", "old"}})),
              QStringList());
    EXPECT_EQ(refused(field({{"kind", "ref"}, {"target", "clients"}, {"default", "Nobody"}})), QStringList{"default"});
    EXPECT_EQ(refused(field({{"kind", "ref"}, {"target", "clients"}, {"default", "17"}})), QStringList{"default"});
    Document d = repo->save(field({})).document;
    EXPECT_EQ(d.value("key"), "branch");
    EXPECT_EQ(repo->save(field({})).document.value("key"), "branch_2");
    EXPECT_EQ(
        repo->save(field({{"label", QString::fromUtf8("\xD0\x9A\xD0\xBB\xD1\x8E\xD1\x87 8")}})).document.value("key"),
        "kliuch_8");
    EXPECT_EQ(repo->save(field({{"label", QString(QChar(0x6C34))}})).document.value("key"), "field_1");
    EXPECT_EQ(refused(field({{"key", "branch"}, {"entity", "leads"}})), QStringList());
    d.set("kind", "integer");
    EXPECT_EQ(refused(d), QStringList{"kind"});
}

TEST_F(Work, ACustomFieldHoldsATimeOfDay)
{
    make("custom_fields", {{"entity", "clients"}, {"label", "Opens"}, {"key", "opens"}, {"kind", "time"}});
    auto reader = db.asSystem();
    Document client{Record(reader->catalog()->at("clients"))};
    client.set("name", "Vector");
    client.set("opens", "09:30");
    Document stored = reader->save(client).document;
    EXPECT_EQ(stored.value("opens"), "09:30");
    for (const char *bad : {"24:00", "9:30", "09:60", "soon"}) {
        stored.set("opens", bad);
        EXPECT_THROW(reader->save(stored), Error) << bad;
    }
    Query early("clients");
    early.filter = Filter::parse("opens < '10:00' and opens >= 9:30", *reader->catalog(), "clients");
    EXPECT_EQ(reader->totals(early, {}).count, 1);
}

TEST_F(Work, ACustomFieldHoldsSeveralChoices)
{
    EXPECT_EQ(refused(fresh("custom_fields", {{"entity", "clients"}, {"label", "Tags"}, {"kind", "choices"}})),
              QStringList{"choices"});
    const Id field = make("custom_fields", {{"entity", "clients"},
                                            {"label", "Tags"},
                                            {"key", "tags"},
                                            {"kind", "choices"},
                                            {"choices", "old = Old\nbig = Big, heavy | green\nfar = Far"},
                                            {"default", "far; old"},
                                            {"placeholder", "What it is like"}})
                         .id();
    auto reader = db.asSystem();
    const Field &tags = *reader->catalog()->at("clients").field("tags");
    EXPECT_EQ(tags.defaultValue(), "far;old") << "in one form, whatever was written";
    EXPECT_EQ(tags.placeholderText().text(), "What it is like");
    Document client{Record(reader->catalog()->at("clients"))};
    client.set("name", "Vector");
    client.set("tags", QStringList{"old", "big", "old"});
    Document stored = reader->save(client).document;
    EXPECT_EQ(stored.value("tags"), "big;old");
    stored.set("tags", "big;green");
    EXPECT_THROW(reader->save(stored), Error);
    const auto count = [&](const char *filter) {
        Query query("clients");
        query.filter = Filter::parse(filter, *reader->catalog(), "clients");
        return reader->totals(query, {}).count;
    };
    EXPECT_EQ(count("tags = big"), 1);
    EXPECT_EQ(count("tags in (far, old)"), 1) << "any";
    EXPECT_EQ(count("tags = 'old;big'"), 1) << "all";
    EXPECT_EQ(count("tags = 'old;far'"), 0);
    EXPECT_EQ(count("not tags in (far)"), 1) << "none";
    EXPECT_EQ(count("tags != old"), 0);
    // A choice that was taken away stays where it is, and cannot be given anew.
    Document definition = reader->load("custom_fields", field);
    definition.set("choices", "big = Big\nfar = Far");
    definition.set("default", "far");
    reader->save(definition);
    auto later = db.asSystem();
    stored = later->load("clients", stored.id());
    stored.set("tags", "big;far;old");
    EXPECT_EQ(later->save(stored).document.value("tags"), "big;far;old");
    Document other{Record(later->catalog()->at("clients"))};
    other.set("name", "Other");
    other.set("tags", "old");
    EXPECT_THROW(later->save(other), Error);
}

TEST_F(Work, AFieldIsComputedFromOthersOnEachSave)
{
    const auto field = [&](const QVariantMap &more) {
        QVariantMap values{{"entity", "clients"}, {"kind", "money"}, {"class", "all"}};
        values.insert(more);
        return fresh("custom_fields", values);
    };
    repo->save(field({{"label", "Price"}, {"key", "price"}}));
    repo->save(field({{"label", "Pieces"}, {"key", "pieces"}, {"kind", "decimal"}}));
    repo->save(field({{"label", "Cost"}, {"key", "cost"}, {"class", "internal"}}));
    repo->save(field({{"label", "Total"}, {"key", "total"}, {"formula", "price * pieces"}}));
    EXPECT_EQ(refused(field({{"label", "Bad"}, {"formula", "price * nothing"}})), QStringList{"formula"});
    EXPECT_EQ(refused(field({{"label", "Bad"}, {"formula", "price - cost"}})), QStringList{"formula"})
        << "what not everybody sees";
    EXPECT_EQ(refused(field({{"label", "Bad"}, {"formula", "total * 2"}})), QStringList{"formula"});
    EXPECT_EQ(refused(field({{"label", "Bad"}, {"formula", "price"}, {"required", true}})), QStringList{"formula"});
    EXPECT_EQ(refused(field({{"label", "Bad"}, {"formula", "price"}, {"class", "internal"}})), QStringList{"formula"});
    EXPECT_EQ(refused(field({{"label", "Bad"}, {"formula", "name"}, {"kind", "email"}})), QStringList{"formula"});
    Document pieces = repo->load("custom_fields", row("custom_fields", "key", "pieces"));
    pieces.set("class", "internal");
    EXPECT_EQ(refused(pieces), QStringList{"class"}) << "everybody sees the total";
    auto reader = db.asSystem();
    Document client{Record(reader->catalog()->at("clients"))};
    client.set("name", "Vector");
    client.set("price", qint64(19990));
    client.set("pieces", qint64(125));
    Document stored = reader->save(client).document;
    EXPECT_EQ(stored.value("total"), qint64(24988)) << "199.90 * 1.25, half up";
    stored.set("pieces", qint64(200));
    stored.set("total", qint64(1));
    stored = reader->save(stored).document;
    EXPECT_EQ(stored.value("total"), qint64(39980)) << "whatever a person sends";
    Query query("clients");
    query.filter = Filter::parse("total > 399", *reader->catalog(), "clients");
    EXPECT_EQ(reader->totals(query, {}).count, 1) << "filtered like any other field";
    stored.set("price", QVariant());
    EXPECT_TRUE(reader->save(stored).document.value("total").isNull());
}

TEST_F(Work, ChoicesHaveColours)
{
    const QList<Choice> written{{"new", Label::literal("New = fresh"), "green"},
                                {"old", Label::literal("Old"), {}},
                                {"odd", Label::literal("Odd"), "#1e9e5a"}};
    make("custom_fields",
         {{"entity", "clients"}, {"label", "Shape"}, {"kind", "choice"}, {"choices", choicesText(written)}});
    auto reader = db.asSystem();
    const QList<Choice> read = reader->catalog()->at("clients").field("shape")->choices();
    ASSERT_EQ(read.size(), 3);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(read[i].key, written[i].key);
        EXPECT_EQ(read[i].label.text(), written[i].label.text());
        EXPECT_EQ(read[i].color, written[i].color);
    }
    EXPECT_EQ(parseChoices("a | b").value(0).key, "a | b") << "a colour needs a key before it";
    Document client{Record(reader->catalog()->at("clients"))};
    client.set("name", "Vector");
    client.set("shape", "odd");
    EXPECT_EQ(reader->save(client).document.value("shape"), "odd");
}

TEST_F(Work, ValuesOfADeletedFieldComeBackWithIt)
{
    const Id branch =
        make("custom_fields", {{"entity", "clients"}, {"label", "Branch"}, {"key", "branch"}, {"kind", "text"}}).id();
    make("custom_fields", {{"entity", "clients"}, {"label", "Floors"}, {"key", "floors"}, {"kind", "integer"}});
    auto before = db.asSystem();
    Document client{Record(before->catalog()->at("clients"))};
    client.set("name", "Vector");
    client.set("branch", "North");
    client.set("floors", 3);
    const Id id = before->save(client).document.id();
    repo->remove("custom_fields", {branch});
    auto without = db.asSystem();
    ASSERT_FALSE(without->catalog()->at("clients").field("branch"));
    Document changed = without->load("clients", id);
    changed.set("floors", 4);
    without->save(changed);
    changed = without->load("clients", id);
    changed.set("floors", QVariant());
    without->save(changed);
    repo->restore("custom_fields", {branch});
    auto after = db.asSystem();
    const Document back = after->load("clients", id);
    EXPECT_EQ(back.value("branch"), "North");
    EXPECT_TRUE(back.value("floors").isNull());
}

TEST_F(Work, AFileMayBeAFieldOfItsOwn)
{
    make("custom_fields", {{"entity", "clients"}, {"label", "Licence"}, {"key", "licence"}, {"kind", "file"}});
    EXPECT_EQ(
        refused(fresh("custom_fields", {{"entity", "clients"}, {"label", "X"}, {"kind", "file"}, {"default", "1"}})),
        QStringList{"default"});
    auto reader = db.asSystem();
    QBuffer content;
    content.setData("licence no. 7");
    content.open(QIODevice::ReadOnly);
    Document file{Record(reader->catalog()->at("files"))};
    file.set("name", "licence.txt");
    file.set("hash", QString::fromLatin1(reader->addBlob(content).toHex()));
    file.set("size", 13);
    const Id id = reader->save(file).document.id();
    Document client{Record(reader->catalog()->at("clients"))};
    client.set("name", "Vector");
    client.set("licence", id);
    EXPECT_EQ(reader->load("clients", reader->save(client).document.id()).head().ref("licence"), id);
}

} // namespace
