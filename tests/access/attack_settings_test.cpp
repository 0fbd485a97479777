// What a raw client may set, interrupt and lock: a write is whole and honest or it is not there; others get through.
#include "tests/access/attack_writing.h"
#include <gtest/gtest.h>

using namespace crm;
using namespace crm::test;

namespace {
constexpr const char *settings[] = {
    "SET sql_mode=''",
    "SET sql_mode='ANSI,NO_BACKSLASH_ESCAPES,HIGH_NOT_PRECEDENCE,PIPES_AS_CONCAT,PAD_CHAR_TO_FULL_LENGTH'",
    "SET foreign_key_checks=0,check_constraint_checks=0,unique_checks=0",
    "SET timestamp=1",
    "SET timestamp=1,time_zone='+13:00'",
    "SET max_sp_recursion_depth=0",
    "SET max_sp_recursion_depth=255",
    "SET group_concat_max_len=4",
    "SET max_recursive_iterations=0",
    "SET NAMES cp1251",
    "SET character_set_client=latin1,character_set_connection=latin1,character_set_results=binary",
    "SET collation_connection=utf8mb4_bin",
    "SET collation_database=latin1_bin,character_set_filesystem=binary",
    "SET autocommit=0",
    "SET SESSION TRANSACTION ISOLATION LEVEL READ UNCOMMITTED",
    "SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE",
    "SET SESSION TRANSACTION READ ONLY",
    "START TRANSACTION",
    "START TRANSACTION WITH CONSISTENT SNAPSHOT",
    "START TRANSACTION READ ONLY",
    "SAVEPOINT crm_write",
    "SET insert_id=9223372036854775000",
    "SET insert_id=1",
    "SET last_insert_id=123456",
    "SET auto_increment_increment=1000,auto_increment_offset=999",
    "SET sql_auto_is_null=1",
    "SET sql_select_limit=0",
    "SET sql_safe_updates=1",
    "SET sql_big_selects=0,max_join_size=1",
    "SET max_error_count=0",
    "SET sql_notes=0,sql_warnings=1",
    "SET completion_type=1",
    "SET completion_type=2",
    "SET div_precision_increment=0",
    "SET innodb_lock_wait_timeout=1,lock_wait_timeout=1",
    "SET max_session_mem_used=8192",
    "SET max_statement_time=0.0001",
    "SET tmp_memory_table_size=0,max_heap_table_size=16384,join_buffer_size=128,sort_buffer_size=1024",
    "SET max_length_for_sort_data=4,max_sort_length=8,max_seeks_for_key=1",
    "SET optimizer_switch='materialization=off,semijoin=off,derived_merge=off,exists_to_in=off,subquery_cache=off'",
    "SET optimizer_use_condition_selectivity=5,join_cache_level=8,optimizer_search_depth=1",
    "SET old_mode='NO_DUP_KEY_WARNINGS_WITH_IGNORE,ZERO_DATE_TIME_CAST,NO_PROGRESS_INFO'",
    "SET lc_messages=ru_RU,lc_time_names=ru_RU,default_week_format=7",
    "SET default_storage_engine=MEMORY",
    "SET default_regex_flags='DOTALL,EXTENDED'",
    "SET idle_transaction_timeout=1,net_write_timeout=1",
    "SET profiling=1,optimizer_trace='enabled=on'",
    "SET STATEMENT max_statement_time=0.5 FOR SELECT 1",
    "SET @p_me=1,@v_user=1,@v_me=1,@me=1",
};

/// The numbers of an office where every change of a record stands in the log, once, by whoever made it, now.
struct Books
{
    AttackOffice &office;
    const PlannedPerson &person;
    const PlannedRow &row;
    QByteArray table() const { return '`' + office.data() + "`.`" + row.entity->key().toUtf8() + '`'; }

    QByteArrayList one(const QByteArray &sql) const { return office.asRoot(sql).results.value(0).rows.value(0); }
    qint64 version() const
    {
        return one("SELECT version FROM " + table() + " WHERE id=" + QByteArray::number(row.id)).value(0).toLongLong();
    }
    /// What is wrong after these many versions; empty: nothing.
    QByteArray fault() const
    {
        const QByteArray id = QByteArray::number(row.id), me = QByteArray::number(person.id);
        const QByteArrayList log = one(
            "SELECT COUNT(*),IFNULL(SUM(user_id<>" + me + "),0),IFNULL(SUM(ABS(at/1000-UNIX_TIMESTAMP())>60),0)," +
            "IFNULL(MAX(seq),0),IFNULL(SUM(version>" + QByteArray::number(version()) +
            "),0),IFNULL(SUM(n IS NULL),0) FROM `" + office.data() + "`.changes WHERE version>1 AND record_id=" + id);
        const QByteArrayList now =
            one("SELECT changed_by=" + me + ",ABS(changed_at/1000-UNIX_TIMESTAMP())<60,created_by FROM " + table() +
                " WHERE id=" + id);
        QByteArray out;
        if (log.value(0).toLongLong() != version() - 1)
            out += "version " + QByteArray::number(version()) + " but " + log.value(0) + " changes; ";
        if (log.value(1).toInt() || log.value(2).toInt() || log.value(4).toInt())
            out += "the log names another person, time or version; ";
        if (log.value(3).toLongLong() > 1'000'000)
            out += "the log's numbers were moved to " + log.value(3) + "; ";
        if (version() > 1 && (now.value(0) != "1" || now.value(1) != "1"))
            out += "changed_by or changed_at is not true; ";
        return out;
    }
};

QByteArray save(AttackOffice &office, const PlannedRow &row, qint64 seen, const QByteArray &text)
{
    const QJsonObject value{{"open_text", QString::fromUtf8(text)}};
    return writeCall(office, saveOps("gear", row.id, int(seen), value, {{"f", value}}));
}
} // namespace

TEST(AttackSettings, AWriteIsHonestWhateverIsSet)
{
    AttackOffice office;
    const PlannedPerson &anna = office.plan().person("anna");
    const PlannedRow &own = *office.plan().rowsOf("gear", Group::Annas).first();
    const PlannedRow &other = *office.plan().rowsOf("gear", Group::Strangers).first();
    const Books books{office, anna, own};
    const Books others{office, anna, other};
    Attacker attacker(office, anna);
    int written = 0;
    for (const char *setting : settings) {
        attacker.raw->reopen();
        attacker.judge.greet();
        attacker.judge.attempt("setting", setting);
        const qint64 before = books.version();
        attacker.judge.mustFail("forbidden under a setting", save(office, other, 1, "stolen"));
        attacker.judge.attempt("save under a setting", save(office, own, before, setting));
        attacker.raw->run("COMMIT");
        attacker.raw->run(QByteArray("CALL `") + office.database() + "`.finish()");
        if (const QByteArray fault = books.fault(); !fault.isEmpty())
            attacker.judge.forbid("save under a setting", fault + setting);
        if (others.version() != 1)
            attacker.judge.forbid("forbidden under a setting", setting);
        written += books.version() > before ? 1 : 0;
        if (attacker.judge.tally().forbidden.size() > 5)
            break;
    }
    expectHarmless(attacker.judge.tally(), "settings");
    EXPECT_GT(written, 25) << "most settings do not keep anybody from writing";
}

/// That the books are looked at closely enough: on an office that forgets to set it, the log's numbers can be moved.
TEST(AttackSettings, WithoutItsSettingTheLogIsOpen)
{
    int changed = 0;
    AttackOffice office([&](QStringList &statements) {
        for (QString &sql : statements) {
            changed += int(sql.count("@@insert_id=0,"));
            sql.replace("@@insert_id=0,", "");
        }
    });
    EXPECT_GT(changed, 0);
    const PlannedPerson &anna = office.plan().person("anna");
    const PlannedRow &own = *office.plan().rowsOf("gear", Group::Annas).first();
    const Books books{office, anna, own};
    const auto raw = office.connect(anna);
    raw->run("SET insert_id=9223372036854775000");
    raw->run(save(office, own, 1, "moved"));
    EXPECT_TRUE(books.fault().contains("moved")) << books.fault().toStdString();
}

TEST(AttackSettings, NoWriteIsTorn)
{
    AttackOffice office;
    const PlannedPerson &anna = office.plan().person("anna");
    const PlannedRow &own = *office.plan().rowsOf("gear", Group::Annas).first();
    const PlannedRow &other = *office.plan().rowsOf("gear", Group::Strangers).first();
    const Books books{office, anna, own};
    Attacker attacker(office, anna);
    int broken = 0, written = 0;
    const auto judgeOne = [&](const QByteArray &what) {
        attacker.raw->run("COMMIT");
        attacker.raw->run(QByteArray("CALL `") + office.database() + "`.finish()");
        if (const QByteArray fault = books.fault(); !fault.isEmpty())
            attacker.judge.forbid("torn write", fault + what);
    };
    for (int i = 1; i <= 160 && attacker.judge.tally().forbidden.size() < 5; ++i) {
        const qint64 before = books.version();
        // In small steps where it begins, in large ones up to what a busy machine needs.
        const QByteArray limit = QByteArray::number(0.0001 * i * (1 + i / 20.0), 'f', 4);
        const bool inside = i % 2;
        attacker.raw->run(inside ? "START TRANSACTION" : "SELECT 1");
        const RawAnswer answer = attacker.judge.attempt("torn by time", "SET STATEMENT max_statement_time=" + limit +
                                                                            " FOR " + save(office, own, before, limit));
        judgeOne("max_statement_time=" + limit);
        ++(answer.ok() ? written : broken);
    }
    // The second half of the work is forbidden: the first must not stay, whatever is known of the error.
    for (const char *setting : {"SELECT 1", "SET max_error_count=0", "SET sql_notes=0", "SAVEPOINT crm_write"}) {
        for (const char *begin : {"SELECT 1", "START TRANSACTION", "SET autocommit=0"}) {
            attacker.raw->reopen();
            attacker.judge.greet();
            attacker.raw->run(setting);
            attacker.raw->run(begin);
            const qint64 before = books.version();
            QByteArray both = save(office, own, before, "half");
            both.replace("}]",
                         "},{\"op\":\"remove\",\"e\":\"gear\",\"ids\":[\"" + QByteArray::number(other.id) + "\"]}]");
            attacker.judge.mustFail("half forbidden", both);
            judgeOne(QByteArray(setting) + "; " + begin);
            if (books.version() != before)
                attacker.judge.forbid("half forbidden", QByteArray("keep its first half: ") + setting + "; " + begin);
        }
    }
    expectHarmless(attacker.judge.tally(), "torn writes");
    EXPECT_GT(broken, 0) << "no write was broken off";
    EXPECT_GT(written, 0) << "no write was finished";
}

TEST(AttackSettings, WhoHoldsLocksKeepsNobodyForLong)
{
    AttackOffice office;
    const PlannedPerson &anna = office.plan().person("anna"), &boris = office.plan().person("boris");
    const PlannedRow &victims = *office.plan().rowsOf("gear", Group::Strangers).first();
    const Books books{office, boris, victims};
    Attacker attacker(office, anna), victim(office, boris);
    victim.raw->run("SET innodb_lock_wait_timeout=1"); // as the program does, in its own measure
    int free = 0, busy = 0;
    for (const char *view :
         {"gear", "clients", "gear__search", "gear__members", "comments", "my_reach", "users", "feed_state"}) {
        for (const char *lock : {"FOR UPDATE", "LOCK IN SHARE MODE"}) {
            attacker.raw->reopen(); // the watcher may have ended the one before
            attacker.judge.greet();
            attacker.raw->run("SET SESSION TRANSACTION ISOLATION LEVEL SERIALIZABLE; START TRANSACTION");
            attacker.judge.attempt("lock", "SELECT * FROM `" + office.database() + "`.`" + view + "` " + lock);
            const RawAnswer answer = victim.raw->run(save(office, victims, books.version(), QByteArray(view) + lock));
            ++(answer.ok() ? free : busy);
            if (!answer.ok() && answer.error != 1205 && answer.error != 1213)
                ADD_FAILURE() << view << ' ' << lock << ": " << answer.errorText.toStdString();
            EXPECT_LT(answer.ms, 20'000) << view << ' ' << lock;
            std::printf("attack:   while another holds %s %s: %s after %.0f ms\n", view, lock,
                        answer.ok() ? "saved" : answer.errorText.constData(), answer.ms);
        }
    }
    // A prepared XA transaction would keep its locks for ever, also those of a series or of the head of the log.
    const PlannedRow &own = *office.plan().rowsOf("gear", Group::Annas).first();
    attacker.raw->reopen();
    attacker.judge.greet();
    for (const QByteArray &sql :
         {save(office, own, 1, "kept"), "CALL `" + office.database() + "`.finish()", office.greeting()}) {
        attacker.raw->run("XA START 'attack'");
        attacker.judge.mustFail("write in XA", sql);
        attacker.judge.attempt("lock in XA", "SELECT * FROM feed_state,gear FOR UPDATE");
        attacker.raw->run("XA END 'attack'");
        attacker.raw->run("XA PREPARE 'attack'");
        attacker.raw->reopen();
        attacker.judge.greet();
        EXPECT_TRUE(victim.raw->run(save(office, victims, books.version(), "after")).ok())
            << sql.left(60).toStdString();
        office.root().run("XA ROLLBACK 'attack'");
    }
    expectHarmless(attacker.judge.tally(), "locks");
    std::printf("attack: locks: %d saved at once, %d were told to try again\n", free, busy);
}
