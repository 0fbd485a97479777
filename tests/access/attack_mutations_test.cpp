// The attack is attacked: on an office where one check is missing it must find something, each time.
#include "tests/access/attack_writing.h"
#include <gtest/gtest.h>

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

int refusal(QStringList &statements, const char *procedure, const char *text)
{
    const QString refused = QStringLiteral("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT='%1'").arg(QLatin1String(text));
    return change(statements, QStringLiteral("`%1`").arg(QLatin1String(procedure)), refused, QStringLiteral("DO 0"));
}

using Changed = std::function<int(QStringList &)>;
using Look = std::function<void(Judge &, AttackOffice &)>;

/// The office is broken by `breaks`; what the person finds when looking.
void mustBeFound(const char *what, const Changed &breaks, const char *login, const Look &look)
{
    static int number = 0;
    int changed = 0;
    AttackOffice office("attackbroken" + QByteArray::number(getpid()) + '_' + QByteArray::number(++number),
                        [&](QStringList &statements) { changed = breaks(statements); });
    ASSERT_GT(changed, 0) << what << ": nothing was broken";
    Attacker attacker(office, office.plan().person(login));
    look(attacker.judge, office);
    const int found = int(attacker.judge.tally().leaks.size() + attacker.judge.tally().forbidden.size());
    EXPECT_GT(found, 0) << what << " was not noticed in " << attacker.judge.tally().all() << " tries";
    std::printf("attack: broken on purpose: %s: found %d times in %d tries\n", what, found,
                attacker.judge.tally().all());
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
    mustBeFound(
        "a column without its guard (only the WHERE is left)",
        [](QStringList &s) { return bare(s, "`comments` AS", "text"); }, "anna", effectsOn("comments"));
    mustBeFound(
        "a text of class internal without its guard",
        [](QStringList &s) { return bare(s, "`gear__all` AS", "inner_text") + bare(s, "`gear__all` AS", "pay_money"); },
        "max", plainOn("gear__all"));
    mustBeFound(
        "links of class restricted without their guard",
        [](QStringList &s) {
            for (QString &sql : s) {
                if (sql.left(200).contains("`gear__pay_list__all` AS"))
                    sql.truncate(sql.indexOf(" WHERE ", sql.indexOf("`gear__pay_list` x")));
            }
            return bare(s, "`gear__pay_list__all` AS", "target_id", u'x');
        },
        "max", comparing);
    mustBeFound(
        "a plain view that asks for no session",
        [](QStringList &s) { return change(s, "`clients__all` AS", " IS NOT NULL", " IS NULL"); }, "max",
        withoutSession("clients__all"));
}

TEST(AttackMutations, ScopesOfViews)
{
    mustBeFound(
        "reach is not asked for the person",
        [](QStringList &s) {
            return change(s, "`tasks` AS", "r.user_id=s.user_id", "1") +
                   change(s, "`tasks` AS", "r.g_user=s.g_user", "1");
        },
        "anna", comparing);
    mustBeFound(
        "the level is not compared",
        [](QStringList &s) {
            return change(s, "`orders` AS", "r.kind<=l.can_read", "1") +
                   change(s, "`orders` AS", "r.g_kind<=l.g_read", "1");
        },
        "anna", comparing);
    mustBeFound(
        "the level of the parent is not asked",
        [](QStringList &s) {
            return change(s, "`comments` AS", "l.parent=IFNULL(t.parent_entity,'')", "l.parent=''") +
                   change(s, "`comments` AS", "l.g_parent=IFNULL(t.parent_entity,'')", "l.g_parent=''");
        },
        "kira", comparing);
    mustBeFound(
        "what is private is everybody's",
        [](QStringList &s) {
            return change(s, "`todo` AS", "t.scope_id=s.user_id+0", "1") +
                   change(s, "`todo` AS", "t.scope_id=s.g_user", "1");
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
        "a key of another is answered", [](QStringList &s) { return refusal(s, "write", "MCRM:denied:::key"); }, "anna",
        writing(&WritingAttack::malformed));
}
