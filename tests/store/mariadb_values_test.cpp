// What goes into a MariaDB through the program's driver comes out the same.
#include "tests/support/server_link.h"
#include <QDate>
#include <QSqlDriver>
#include <gtest/gtest.h>
#include <limits>

using namespace crm;
using namespace crm::test;

class MariaDbValuesTest : public ::testing::Test
{
protected:
    TestSchema m_schema;
    std::unique_ptr<Database> m_db = openSchema(m_schema);
};

TEST_F(MariaDbValuesTest, ComeBackAsTheyWere)
{
    m_db->exec(QStringLiteral("CREATE TABLE v (id BIGINT PRIMARY KEY, yes TINYINT, name VARCHAR(200), note LONGTEXT, "
                              "bytes LONGBLOB, day DATE, rate DOUBLE, amount DECIMAL(30,8), big BIGINT UNSIGNED)"));
    const QString word = QStringLiteral("Жёлтый 😀 ‘quoted’ \\ ' \" ; --\n\t");
    const QByteArray bytes("\0\xff\x01'\\\n", 6);
    const QString insert = QStringLiteral("INSERT INTO v VALUES (?,?,?,?,?,?,?,?,?)");
    m_db->run(insert, {std::numeric_limits<qint64>::max(), true, word, word, bytes, QDate(2024, 2, 29), 0.1,
                       QStringLiteral("1234567890123456789012.12345678"), std::numeric_limits<quint64>::max()});
    m_db->run(insert, {std::numeric_limits<qint64>::min(), false, QString(QLatin1String("")), QVariant(), QVariant(),
                       QVariant(), QVariant(), QVariant(), 7});
    Rows rows = m_db->run(QStringLiteral("SELECT * FROM v ORDER BY id DESC"));
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.value(0), QVariant(std::numeric_limits<qlonglong>::max()));
    EXPECT_EQ(rows.value(1), QVariant(1LL));
    EXPECT_EQ(rows.value(2).typeId(), QMetaType::QString);
    EXPECT_EQ(rows.text(2), word);
    EXPECT_EQ(rows.text(3), word);
    EXPECT_EQ(rows.value(4), QVariant(bytes));
    EXPECT_EQ(rows.value(5), QVariant(QDate(2024, 2, 29)));
    EXPECT_EQ(rows.value(6), QVariant(0.1));
    EXPECT_EQ(rows.value(7), QVariant(QStringLiteral("1234567890123456789012.12345678")));
    EXPECT_EQ(rows.value(8).toULongLong(), std::numeric_limits<quint64>::max());
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.integer(0), std::numeric_limits<qint64>::min());
    EXPECT_EQ(rows.integer(1), 0);
    EXPECT_FALSE(rows.isNull(2));
    for (int i = 3; i < 8; ++i)
        EXPECT_TRUE(rows.isNull(i)) << i;
    EXPECT_EQ(rows.value(5).typeId(), QMetaType::QDate);
    EXPECT_EQ(rows.integer(8), 7);
    EXPECT_FALSE(rows.next());
}

TEST_F(MariaDbValuesTest, AreTheSameInPlainTextAndPrepared)
{
    const QString select = QStringLiteral(
        "SELECT 7, -7, 1.50, 0.25e0, 'я', X'00ff', DATE'2024-02-29', TIMESTAMP'2024-02-29 12:30:01.5', NULL, "
        "CAST(12345678901234567890 AS UNSIGNED), SUM(5), TIME'10:11:12', JSON_OBJECT('a', 1), 1=1");
    const auto values = [](Rows &rows) {
        QVariantList all;
        EXPECT_TRUE(rows.next());
        for (int i = 0; i < 14; ++i)
            all << rows.value(i);
        return all;
    };
    Rows prepared = m_db->run(select);
    const QVariantList one = values(prepared);
    QVariantList two;
    m_db->runTogether({select, select}, [&](int, Rows &rows) { two = values(rows); });
    EXPECT_EQ(one, two);
    EXPECT_EQ(one[2], QVariant(QStringLiteral("1.50")));
    EXPECT_EQ(one[5], QVariant(QByteArray("\0\xff", 2)));
    EXPECT_EQ(one[7].toDateTime(), QDateTime(QDate(2024, 2, 29), QTime(12, 30, 1, 500), Qt::UTC));
    EXPECT_TRUE(one[8].isNull());
    EXPECT_EQ(one[9].toULongLong(), 12345678901234567890ULL);
    EXPECT_EQ(one[10], QVariant(5LL)) << "a sum is DECIMAL, but whole";
    EXPECT_EQ(one[11].toString(), QStringLiteral("10:11:12"));
    EXPECT_EQ(one[12].typeId(), QMetaType::QString);
}

TEST_F(MariaDbValuesTest, MayBeMegabytes)
{
    m_db->exec(QStringLiteral("CREATE TABLE t (id INT, a LONGTEXT, b LONGBLOB)"));
    QString text;
    for (int i = 0; text.size() < 4'000'000; ++i)
        text += QStringLiteral("ё%1€").arg(i);
    const QByteArray bytes = text.toUtf8() + QByteArray(1, '\0');
    ASSERT_GT(bytes.size(), 4'000'000);
    m_db->run(QStringLiteral("INSERT INTO t VALUES (?,?,?),(?,?,?)"),
              {1, text, bytes, 2, QStringLiteral("short"), QVariant()});
    Rows rows = m_db->run(QStringLiteral("SELECT a, b FROM t ORDER BY id"));
    ASSERT_TRUE(rows.next());
    EXPECT_TRUE(rows.text(0) == text);
    EXPECT_TRUE(rows.value(1).toByteArray() == bytes);
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.text(0), QStringLiteral("short"));
    EXPECT_TRUE(rows.isNull(1));
}

TEST_F(MariaDbValuesTest, OfOneParameterMayChangeTheirType)
{
    for (const QVariant &value :
         {QVariant(5LL), QVariant(QStringLiteral("пять")), QVariant(), QVariant(2.5), QVariant(QByteArray("x"))}) {
        const QVariant back = m_db->scalar(QStringLiteral("SELECT CONCAT(?)"), {value});
        EXPECT_EQ(back.toString(), value.toString());
        EXPECT_EQ(back.isNull(), value.isNull());
    }
    EXPECT_EQ(m_db->statementsPrepared(), 1);
}

TEST_F(MariaDbValuesTest, ArriveWholeInLargeAnswersAndAsAStream)
{
    const QString many = QStringLiteral("SELECT seq, CONCAT('row ', seq) FROM seq_1_to_200000");
    Rows rows = m_db->run(many);
    EXPECT_EQ(m_db->scalar(QStringLiteral("SELECT 1")).toInt(), 1) << "others run while rows are looked at";
    qint64 sum = 0;
    while (rows.next())
        sum += rows.integer(0);
    EXPECT_EQ(sum, 200000LL * 200001 / 2);

    sum = 0;
    QString last;
    m_db->stream(many, {}, [&](Rows &row) {
        sum += row.integer(0);
        last = row.text(1);
        return true;
    });
    EXPECT_EQ(sum, 200000LL * 200001 / 2);
    EXPECT_EQ(last, QStringLiteral("row 200000"));

    int seen = 0;
    m_db->stream(many, {}, [&](Rows &) { return ++seen < 10; });
    EXPECT_EQ(seen, 10);
    EXPECT_EQ(m_db->scalar(QStringLiteral("SELECT 2")).toInt(), 2) << "the rest of a stream was dropped";
}

TEST_F(MariaDbValuesTest, SurviveAnAlteredTable)
{
    m_db->exec(QStringLiteral("CREATE TABLE a (x INT); "));
    m_db->exec(QStringLiteral("INSERT INTO a VALUES (1)"));
    const QString all = QStringLiteral("SELECT * FROM a");
    EXPECT_EQ(m_db->scalar(all).toInt(), 1);
    m_db->exec(QStringLiteral("ALTER TABLE a ADD COLUMN y VARCHAR(20) DEFAULT 'new'"));
    Rows rows = m_db->run(all);
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.text(1), QStringLiteral("new"));
}
