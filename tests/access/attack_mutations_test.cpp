// The attack is attacked: on an office where one check is missing it must find something, each time.
#include "tests/access/attack_writing.h"
#include <gtest/gtest.h>
#include <stdexcept>

using namespace crm;
using namespace crm::test;

namespace {
/// Replaces in those statements that make the object; counts how often.
int change(QStringList &statements, const QString &made, const QString &from, const QString &to)
{
    int changed = 0;
    for (QString &sql : statements) {
        if (!sql.startsWith(QLatin1String("CREATE")) || !sql.left(400).contains(made))
            continue;
        changed += int(sql.count(from));
        sql.replace(from, to);
    }
    return changed;
}

/// The same in whatever statement names the object: events too.
int within(QStringList &statements, const char *made, const char *from, const char *to)
{
    return change(statements, QLatin1String(made), QLatin1String(from), QLatin1String(to));
}

/// IF(guard,t.`column`,NULL) AS `column` -> t.`column` AS `column`
int bare(QStringList &statements, const QString &view, const QString &column, QChar alias = u't')
{
    const QString value = alias + QStringLiteral(".`%1`").arg(column);
    const QString tail = QStringLiteral(",%1,NULL) AS `%2`").arg(value, column);
    for (QString &sql : statements) {
        if (!sql.left(200).contains(view))
            continue;
        const qsizetype end = sql.indexOf(tail);
        if (end < 0)
            return 0;
        int depth = 1;
        qsizetype begin = end;
        while (begin > 0 && depth > 0) {
            --begin;
            depth += sql[begin] == u')' ? 1 : sql[begin] == u'(' ? -1 : 0;
        }
        begin -= 2; // "IF"
        sql.replace(begin, end + tail.size() - begin, value + QStringLiteral(" AS `%1`").arg(column));
        return 1;
    }
    return 0;
}

int refusalIn(QStringList &statements, const char *made, const char *text)
{
    const QString refused = QStringLiteral("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='%1'").arg(QLatin1String(text));
    return change(statements, QLatin1String(made), refused, QStringLiteral("DO 0"));
}

int refusal(QStringList &statements, const char *procedure, const char *text)
{
    return refusalIn(statements, ('`' + QByteArray(procedure) + '`').constData(), text);
}

using Changed = std::function<int(QStringList &)>;
using Look = std::function<void(Judge &, AttackOffice &)>;

void lookAt(const char *what, AttackOffice &office, const char *login, const Look &look)
{
    Attacker attacker(office, office.plan().person(login));
    attacker.judge.endAtFirst(); // that it is noticed at all is what counts
    const auto findings = [&] {
        return int(attacker.judge.tally().leaks.size() + attacker.judge.tally().forbidden.size());
    };
    try {
        look(attacker.judge, office);
    } catch (const std::runtime_error &) {
        // Whoever may lock anybody locks herself too, and the watcher may end her connection before she goes on.
        if (findings() == 0)
            throw;
    }
    const int found = findings();
    EXPECT_GT(found, 0) << what << " was not noticed in " << attacker.judge.tally().all() << " tries";
    std::printf("attack: broken on purpose: %s: found %d times in %d tries\n", what, found,
                attacker.judge.tally().all());
}

/// The office is broken by `breaks`; what the person finds when looking.
void mustBeFound(const char *what, const Changed &breaks, const char *login, const Look &look)
{
    int changed = 0;
    AttackOffice office([&](QStringList &statements) { changed = breaks(statements); });
    ASSERT_GT(changed, 0) << what << ": nothing was broken";
    lookAt(what, office, login, look);
}

/// The same for looks that change nothing, whatever they find: one office, broken for a while and mended again.
void mustBeRead(const char *what, const Changed &breaks, const char *login, const Look &look)
{
    static QStringList whole;
    static AttackOffice office([](QStringList &statements) { whole = statements; });
    QStringList broken = whole;
    ASSERT_GT(breaks(broken), 0) << what << ": nothing was broken";
    ASSERT_EQ(broken.size(), whole.size());
    const auto run = [&](const QStringList &statements) {
        for (qsizetype i = 0; i < whole.size(); ++i) {
            if (whole[i] != broken[i])
                office.asRoot(statements[i].toUtf8());
        }
    };
    run(broken);
    lookAt(what, office, login, look);
    run(whole);
}

Look effectsOn(const char *view)
{
    return [view](Judge &judge, AttackOffice &office) {
        const Relation *relation = office.relations().find(office.database(), view);
        ASSERT_TRUE(relation);
        for (int i = 0; i < 6; ++i)
            attackByEffects(judge, office.relations(), *relation, 7);
    };
}
Look plainOn(const char *view)
{
    return [view](Judge &judge, AttackOffice &office) {
        const Relation *relation = office.relations().find(office.database(), view);
        ASSERT_TRUE(relation);
        attackPlainly(judge, *relation);
    };
}
Look withoutSession(const char *view)
{
    return [view](Judge &judge, AttackOffice &office) {
        Attacker attacker(office, judge.person(), false);
        attacker.judge.attempt("without a session", QByteArray("SELECT * FROM ") + view);
        judge.tally() += attacker.judge.tally();
    };
}
const Look comparing = [](Judge &judge, AttackOffice &office) { compareViews(judge, office); };

const Look theLog = [](Judge &judge, AttackOffice &office) { attackLog(judge, office); };
const Look blobs = [](Judge &judge, AttackOffice &office) { attackBlobs(judge, office); };
// These two mend at their end what they have changed, and others look at the same office after them.
const Look accounts = [](Judge &judge, AttackOffice &office) {
    judge.endAtFirst(false);
    attackAccounts(judge, office);
};
const Look sessions = [](Judge &judge, AttackOffice &office) {
    judge.endAtFirst(false);
    office.asRoot("ALTER EVENT `" + office.data() + "`.watch DISABLE");
    attackSession(judge, office);
};

Look writing(void (WritingAttack::*part)())
{
    return [part](Judge &judge, AttackOffice &office) {
        WritingAttack attack(office, judge.person());
        (attack.*part)();
        judge.tally() += attack.judge().tally();
    };
}
} // namespace

TEST(AttackMutations, GuardsOfViews)
{
    mustBeRead(
        "a column without its guard (only the WHERE is left)",
        [](QStringList &s) { return bare(s, "`comments` AS", "text"); }, "anna", effectsOn("comments"));
    mustBeRead(
        "a text of class internal without its guard",
        [](QStringList &s) { return bare(s, "`gear__all` AS", "inner_text") + bare(s, "`gear__all` AS", "pay_money"); },
        "max", plainOn("gear__all"));
    mustBeRead(
        "links of class restricted without their guard",
        [](QStringList &s) {
            for (QString &sql : s) {
                if (sql.left(200).contains("`gear__pay_list__all` AS"))
                    sql.truncate(sql.indexOf(" WHERE ", sql.indexOf("`gear__pay_list` x")));
            }
            return bare(s, "`gear__pay_list__all` AS", "target_id", u'x');
        },
        "max", comparing);
    mustBeRead(
        "a plain view that asks for no session",
        [](QStringList &s) { return change(s, "`clients__all` AS", " IS NOT NULL", " IS NULL"); }, "max",
        withoutSession("clients__all"));
}

TEST(AttackMutations, ScopesOfViews)
{
    mustBeRead(
        "reach is not asked for the person",
        [](QStringList &s) {
            return change(s, "`tasks__guard` AS", "r.user_id=s.user_id", "1") +
                   change(s, "`tasks__guard` AS", "r.g_user=s.g_user", "1");
        },
        "anna", comparing);
    mustBeRead(
        "the level is not compared",
        [](QStringList &s) {
            return change(s, "`orders__guard` AS", "r.kind<=l.can_read", "1") +
                   change(s, "`orders__guard` AS", "r.g_kind<=l.g_read", "1");
        },
        "anna", comparing);
    mustBeRead(
        "the level of the parent is not asked",
        [](QStringList &s) {
            return change(s, "`comments__guard` AS", "l.parent=IFNULL(t.parent_entity,'')", "l.parent=''") +
                   change(s, "`comments__guard` AS", "l.g_parent=IFNULL(t.parent_entity,'')", "l.g_parent=''");
        },
        "kira", comparing);
    mustBeRead(
        "what is private is everybody's",
        [](QStringList &s) {
            return change(s, "`todo__guard` AS", "t.scope_id=s.user_id+0", "1") +
                   change(s, "`todo__guard` AS", "t.scope_id=s.g_user", "1");
        },
        "admin", comparing);
}

TEST(AttackMutations, ChecksOfProcedures)
{
    mustBeFound(
        "no right is needed to change a task",
        [](QStringList &s) { return refusal(s, "save__tasks", "MCRM:denied:tasks::"); }, "rita",
        writing(&WritingAttack::verbs));
    mustBeFound(
        "no right is needed to delete a contact",
        [](QStringList &s) { return refusal(s, "remove__contacts", "MCRM:denied:contacts::"); }, "rita",
        writing(&WritingAttack::verbs));
    mustBeFound(
        "a field's class is not looked at",
        [](QStringList &s) { return refusal(s, "save__gear", "MCRM:denied:gear:inner_text:"); }, "kira",
        writing(&WritingAttack::fields));
    mustBeFound(
        "a reference may point to the hidden",
        [](QStringList &s) { return refusal(s, "save__orders", "MCRM:reference:orders:client_id:"); }, "anna",
        writing(&WritingAttack::references));
    mustBeFound(
        "no right is needed to merge",
        [](QStringList &s) { return refusal(s, "merge__tasks", "MCRM:denied:tasks::merge"); }, "anna",
        writing(&WritingAttack::merges));
    mustBeFound(
        "what is merged away need not be one's own to delete",
        [](QStringList &s) { return within(s, "`merge__tasks`", "l.can_delete", "l.can_read"); }, "vera",
        writing(&WritingAttack::merges));
    mustBeFound(
        "a key of another is answered", [](QStringList &s) { return refusal(s, "write", "MCRM:denied:::key"); }, "anna",
        writing(&WritingAttack::malformed));
}

TEST(AttackMutations, ChecksOfProceduresOneByOne)
{
    mustBeFound(
        "another's comment may be changed",
        [](QStringList &s) { return within(s, "`save__comments`", "NOT (o.author_id<=>p_me)", "0"); }, "max",
        writing(&WritingAttack::personal));
    mustBeFound(
        "another's saved view may be thrown away",
        [](QStringList &s) { return within(s, "`remove__saved_views`", "NOT (v_person<=>p_me)", "0"); }, "max",
        writing(&WritingAttack::personal));
    mustBeFound(
        "a line of another document may be changed",
        [](QStringList &s) { return within(s, "`save__gear_lines`", "AND `gear_id`=p_doc", ""); }, "anna",
        writing(&WritingAttack::references));
    mustBeFound(
        "a comment may hang on the hidden",
        [](QStringList &s) {
            return refusal(s, "save__comments", "MCRM:reference:comments:parent_id:") *
                   refusal(s, "save__comments", "MCRM:denied:comments::"); // the scope that it gets says no, too
        },
        "anna", writing(&WritingAttack::references));
    mustBeFound(
        "a number may be changed later",
        [](QStringList &s) { return refusal(s, "save__gear", "MCRM:denied:gear:number:"); }, "anna",
        writing(&WritingAttack::fields));
    mustBeFound(
        "a file may name any content",
        [](QStringList &s) { return refusal(s, "save__files", "MCRM:reference:files:hash:"); }, "anna", blobs);
}

TEST(AttackMutations, ReadersOfTheLogAndOfContents)
{
    mustBeRead(
        "history does not ask whether the record is seen",
        [](QStringList &s) { return refusal(s, "history", "MCRM:notfound:::"); }, "anna", theLog);
    mustBeRead(
        "the feed tells all of what has gone",
        [](QStringList &s) { return within(s, "`judge_change`", "SET p_state=2", "SET p_state=1"); }, "anna", theLog);
    mustBeRead(
        "a change is shown with its internal fields",
        [](QStringList &s) { return within(s, "`show_changes`", "x.s=1 AND p_staff", "x.s=1"); }, "kira", theLog);
    mustBeRead(
        "search asks nobody's reach",
        [](QStringList &s) { return within(s, "`find__clients`", "r.user_id=p_me", "1"); }, "anna",
        [](Judge &judge, AttackOffice &office) { attackTexts(judge, office); });
    mustBeRead(
        "contacts search in internal texts",
        [](QStringList &s) { return within(s, "`find__", "(p_staff AND LOCATE", "(1 AND LOCATE"); }, "kira",
        [](Judge &judge, AttackOffice &office) { attackTexts(judge, office); });
    mustBeRead(
        "the beginning of a list asks nobody's reach",
        [](QStringList &s) { return within(s, "`first__clients`", "r.user_id=#me AND r.kind<=#read", "1"); }, "anna",
        [](Judge &judge, AttackOffice &office) { attackOrders(judge, office); });
    mustBeRead(
        "the beginning of a list is taken from everybody's scopes",
        [](QStringList &s) {
            return within(s, "`first__clients`", "r.user_id=p_me AND r.kind<=v_read LIMIT", "1 LIMIT");
        },
        "anna", [](Judge &judge, AttackOffice &office) { attackOrders(judge, office); });
    mustBeRead(
        "a walk along an order passes nobody's rows over",
        [](QStringList &s) { // few rows are gathered, and never walked to
            return within(s, "`first__clients`", "IF v_rows<=300 THEN", "IF v_rows<0 THEN")
                       ? within(s, "`first__clients`", "IF(t.scope_id IN (", "IF(1 OR t.scope_id IN (")
                       : 0;
        },
        "anna", [](Judge &judge, AttackOffice &office) { attackOrders(judge, office); });
    mustBeRead(
        "a page of what points to a record asks nobody's reach",
        [](QStringList &s) { return within(s, "`first__tasks`", "r.user_id=#me AND r.scope_id=t.scope_id", "1"); },
        "anna", [](Judge &judge, AttackOffice &office) { attackReferences(judge, office); });
    mustBeRead(
        "what hangs on a record is counted for everybody",
        [](QStringList &s) { return within(s, "`hanging__clients`", "r.user_id=p_me", "1"); }, "anna",
        [](Judge &judge, AttackOffice &office) { attackReferences(judge, office); });
    mustBeRead(
        "a content is read without its record",
        [](QStringList &s) { return within(s, "`blob_get`", "r.user_id=p_me", "1"); }, "anna", blobs);
    mustBeRead(
        "a content is known by its hash",
        [](QStringList &s) { return within(s, "`blob_missing`", "r.user_id=p_me", "1"); }, "anna", blobs);
    mustBeRead(
        "presence of the hidden",
        [](QStringList &s) { return within(s, "`present`", "IF v_seen>0 THEN", "IF 1 THEN"); }, "anna",
        [](Judge &judge, AttackOffice &office) { attackPresence(judge, office); });
}

TEST(AttackMutations, AccountsAndSessions)
{
    mustBeFound(
        "anybody may lock anybody",
        [](QStringList &s) { return refusalIn(s, ".account_lock(", "MCRM:denied:users::"); }, "anna", accounts);
    mustBeRead(
        "anybody reads the address lists",
        [](QStringList &s) { return refusalIn(s, ".address_list(", "MCRM:denied:users::"); }, "anna", accounts);
    mustBeFound(
        "anybody sets anybody's password",
        [](QStringList &s) { return within(s, ".account_password(", "IF NOT (v_me<=>p_user) THEN", "IF 0 THEN"); },
        "anna", accounts);
    mustBeFound(
        "anybody sees as anybody", [](QStringList &s) { return refusalIn(s, ".see_as(", "MCRM:denied:users::"); },
        "anna", accounts);
    mustBeRead(
        "anybody cancels anybody",
        [](QStringList &s) {
            return within(s, ".cancel_own(", "SUBSTRING_INDEX(s.client,'@',1)=SUBSTRING_INDEX(USER(),'@',1)", "1") +
                   within(s, ".cancel_own(", "l.USER IN", "l.USER NOT IN"); // the victim of the test is idle
        },
        "anna", accounts);
    mustBeRead(
        "anybody takes leases", [](QStringList &s) { return refusalIn(s, ".require_jobs(", "MCRM:denied:::jobs"); },
        "anna", accounts);
    mustBeRead(
        "addresses are not looked at",
        [](QStringList &s) { return within(s, ".session_start(", "WHEN NOT `", "WHEN 0 AND NOT `"); }, "anna",
        sessions);
    mustBeRead(
        "the deactivated may begin a session",
        [](QStringList &s) { return within(s, ".session_start(", "WHEN NOT v_active", "WHEN 0"); }, "anna", sessions);
    mustBeRead(
        "a session counts for whoever has the number of its connection",
        [](QStringList &s) {
            return within(s, "`contacts__guard` AS", "s.client=USER()", "1") +
                   within(s, "`contacts__guard` AS", "s.g_client=USER()", "1");
        },
        "anna", sessions);
    mustBeRead(
        "the log is read in another's session",
        [](QStringList &s) { return within(s, "`feed`", "s.client=USER()", "1"); }, "anna", sessions);
    // What is inside is closed by not being granted at all.
    mustBeFound(
        "an internal procedure is granted",
        [](QStringList &s) {
            const QString table = s.filter(QStringLiteral("`show_changes`")).value(0).section(u' ', 5, 5);
            const QString name = table.section(u'(', 0, 0);
            const QStringList grants = s.filter(QStringLiteral("GRANT EXECUTE ON PROCEDURE"));
            s << QStringLiteral("GRANT EXECUTE ON PROCEDURE %1 TO %2").arg(name, grants.value(0).section(u' ', -1));
            return int(!name.isEmpty() && !grants.isEmpty());
        },
        "anna", [](Judge &judge, AttackOffice &office) { attackInside(judge, office.relations()); });
}

TEST(AttackMutations, LimitsToGroups)
{
    mustBeFound(
        "all records of a limited role are all there are",
        [](QStringList &s) { return within(s, ".follow_people(", ",4,3) DIV 3", ",3,3) DIV 3"); }, "lisa", comparing);
    mustBeFound(
        "what a limit closes stays within reach",
        [](QStringList &s) {
            return within(s, ".limit_all(", "p.user_id=y.user_id", "0") +
                   within(s, ".reach_user(", "p.user_id=y.user_id", "0") +
                   within(s, ".reach_node(", "p.user_id=y.user_id", "0");
        },
        "tina", comparing);
    mustBeFound(
        "orders do not follow their client",
        [](QStringList &s) {
            return within(s, "`divide_all`", "`orders` t WHERE t.scope_id>=0", "`orders` t WHERE 0");
        },
        "lisa", comparing);
}

TEST(AttackMutations, LimitsToGroupsOnOtherPaths)
{
    mustBeFound(
        "plain views are granted by the lowest of several levels",
        [](QStringList &s) {
            return within(s, ".role_apply(", "IF(MAX(l.can_read)=3,MIN(l.can_read),0)", "MIN(l.can_read)");
        },
        "lisa", comparing);
    mustBeFound(
        "what was changed before the limit is told",
        [](QStringList &s) { return within(s, "`divide_all`", "SET c.scope_before=v_node", "SET c.scope_before=r.s"); },
        "lisa", theLog);
    mustBeFound(
        "a client may go to any group",
        [](QStringList &s) { return refusal(s, "save__clients", "MCRM:denied:clients::groups"); }, "lisa",
        writing(&WritingAttack::limits));
}

TEST(AttackMutations, Guests)
{
    mustBeFound(
        "all that a guest's role says is all there is",
        [](QStringList &s) { return within(s, ".follow_people(", "(p.limited=1 OR p.staff=0)", "(p.limited=1)"); },
        "gast", comparing);
    mustBeFound(
        "guests see drafts",
        [](QStringList &s) { return within(s, "`divide_all`", "IF r.h AND v_of<>0", "IF 0 AND v_of<>0"); }, "gast",
        comparing);
    mustBeFound(
        "guests may make what is another client's",
        [](QStringList &s) { return refusal(s, "save__projects", "MCRM:denied:projects::guest"); }, "gast",
        writing(&WritingAttack::guests));
    mustBeFound(
        "a guest is a guest of everybody",
        [](QStringList &s) {
            return within(s, ".reach_user(", "dg.group_id=-w.target_id", "dg.group_id<0") +
                   within(s, ".reach_node(", "dg.group_id=-w.target_id", "dg.group_id<0") +
                   within(s, ".limit_all(", "dg.group_id=-w.target_id", "dg.group_id<0");
        },
        "gast", comparing);
}
