// Many lines in one save: what is plain goes the short way, and what is not is refused as one line alone would be.
#include "tests/store/server_write_fixture.h"

using namespace crm;
using namespace crm::test;
using namespace crm::test::server_write;

namespace {
QString lineJson(Id id, qint64 seen, const QString &values, const QString &more = {})
{
    return QStringLiteral("{\"id\":\"%1\",\"seen\":%2,\"v\":{%3}%4}").arg(id).arg(seen).arg(values, more);
}
QString withLines(const QStringList &lines) { return ",\"lines\":{\"order_lines\":[" + lines.join(u',') + "]}"; }
} // namespace

class ServerWriteLines : public ServerWrite
{
protected:
    Id m_client = client(*hers);

    QString plain(Id line, qint64 position, const QString &title = QStringLiteral("Ab"))
    {
        return lineJson(line, 0,
                        QStringLiteral("\"position\":%1,\"title\":\"%2\",\"quantity\":2000,\"rate\":150,\"unit\":null")
                            .arg(position)
                            .arg(title),
                        QStringLiteral(",\"f\":{\"title\":\"%1\",\"unit\":null}").arg(title.toLower()));
    }
    QString head() const { return QStringLiteral("\"client_id\":\"%1\",\"order_date\":\"2026-01-02\"").arg(m_client); }
    IdList ids(int count)
    {
        IdList out;
        for (int i = 0; i < count; ++i)
            out << id();
        return out;
    }
    IdList order(Id order, int count)
    {
        const IdList lines = ids(count);
        QStringList json;
        for (int i = 0; i < count; ++i)
            json << plain(lines[i], i, QStringLiteral("L%1").arg(i));
        EXPECT_EQ(write(*hers, save("orders", order, 0, head(), withLines(json))).fault, "");
        return lines;
    }
    QString row(Id line)
    {
        return stored("order_lines",
                      "CONCAT_WS('|',order_id,version,position,title,title__f,quantity,rate,IFNULL(unit,'-'),"
                      "IFNULL(discount,'-'),taxable,scope_id,created_by)",
                      line);
    }
    QString count(Id order)
    {
        return office.one(QStringLiteral("SELECT COUNT(*) FROM {data}.order_lines WHERE order_id=%1").arg(order));
    }
    QJsonObject history(Id order)
    {
        const auto all = changes(*hers, "CALL history(?,?,?)", {"orders", order, 1});
        return all.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(all.first().fields.toUtf8()).object();
    }
};

TEST_F(ServerWriteLines, StoresManyNewOnes)
{
    const Id o = id();
    const IdList lines = order(o, 5);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(row(lines[i]), QStringLiteral("%1|1|%2|L%2|l%2|2000|150|-|-|1|%3|%3").arg(o).arg(i).arg(anna));
}

TEST_F(ServerWriteLines, ChangesAndAddsAndLogsEach)
{
    const Id o = id(), added = id();
    const IdList lines = order(o, 4);
    const QString ops =
        save("orders", o, 1, {},
             withLines({lineJson(lines[0], 1, "\"rate\":151"),
                        lineJson(lines[1], 1, "\"title\":\"N \\\"q\\\"\",\"discount\":500", ",\"f\":{\"title\":\"n\"}"),
                        lineJson(lines[2], 1, "\"rate\":150"), lineJson(lines[3], 1, "\"unit\":\"\",\"taxable\":0"),
                        plain(added, 9, "New")}));
    EXPECT_EQ(write(*hers, ops).fault, "");
    const QString same = QStringLiteral("|%1|%1").arg(anna), of = QString::number(o);
    EXPECT_EQ(row(lines[0]), of + "|2|0|L0|l0|2000|151|-|-|1" + same);
    EXPECT_EQ(row(lines[1]), of + "|2|1|N \"q\"|n|2000|150|-|500|1" + same);
    EXPECT_EQ(row(lines[2]), of + "|1|2|L2|l2|2000|150|-|-|1" + same) << "nothing differs";
    EXPECT_EQ(row(lines[3]), of + "|2|3|L3|l3|2000|150|-|-|0" + same);
    EXPECT_EQ(row(added), of + "|1|9|New|new|2000|150|-|-|1" + same);

    const QJsonObject log = history(o);
    const auto change = [&](Id line, const char *field) {
        return log.value(QStringLiteral("order_lines/%1/%2").arg(line).arg(QLatin1String(field))).toObject();
    };
    EXPECT_EQ(change(lines[0], "rate"), (QJsonObject{{"o", 150}, {"n", 151}}));
    EXPECT_EQ(change(lines[1], "title"), (QJsonObject{{"o", "L1"}, {"n", "N \"q\""}}));
    EXPECT_EQ(change(lines[1], "discount"), (QJsonObject{{"o", QJsonValue()}, {"n", 500}}));
    EXPECT_EQ(change(lines[3], "taxable"), (QJsonObject{{"o", 1}, {"n", 0}}));
    const QJsonObject whole = log.value(QStringLiteral("order_lines/%1").arg(added)).toObject();
    EXPECT_TRUE(whole.contains("o") && whole.value("o").isNull());
    EXPECT_EQ(whole.value("n").toObject().value("title").toString(), "New");
    EXPECT_EQ(whole.value("n").toObject().value("taxable").toInt(), 1) << "what is not given is as declared";
    EXPECT_EQ(log.size(), 5);
}

// Each fault alone goes the long way: among plain ones it must be refused by the same words, and nothing stored.
TEST_F(ServerWriteLines, RefusesOneAmongManyAsItWouldAlone)
{
    const Id o = id(), elsewhere = id(), hidden = id();
    const IdList lines = order(o, 2), others = order(elsewhere, 1);
    ASSERT_EQ(write(*admin, save("items", hidden, 0, "\"title\":\"H\"")).fault, "");
    ASSERT_EQ(write(*admin, verb("remove", "items", hidden)).fault, "");
    const QString q = QStringLiteral("\"quantity\":1");
    const QStringList bad{
        lineJson(id(), 0, q + ",\"rate\":\"abc\""),
        lineJson(id(), 0, q + ",\"rate\":1.5"),
        lineJson(id(), 0, q + ",\"rate\":99999999999999999999"),
        lineJson(id(), 0, q + ",\"rate\":{\"a\":1}"),
        lineJson(id(), 0, q + ",\"discount\":10001"),
        lineJson(id(), 0, q + ",\"taxable\":2"),
        lineJson(id(), 0, q + ",\"title\":\"" + QString(251, u'x') + '"'),
        lineJson(id(), 0, q + ",\"unit\":\"" + QString(41, u'x') + '"'),
        lineJson(id(), 0, q + ",\"title\":[1]"),
        lineJson(id(), 0, q + ",\"nonsense\":1"),
        lineJson(id(), 0, q + ",\"rate\":1,\"rate\":2"),
        lineJson(id(), 0, q + ",\"version\":7"),
        lineJson(id(), 0, q, ",\"x\":{\"cf_a\":1}"),
        lineJson(id(), 0, q, ",\"what\":1"),
        lineJson(id(), 0, q, ",\"f\":5"),
        lineJson(id(), 0, q + QStringLiteral(",\"order_id\":\"%1\"").arg(elsewhere)),
        lineJson(id(), 0, q + QStringLiteral(",\"item_id\":\"%1\"").arg(hidden)),
        lineJson(id(), 0, q + ",\"item_id\":\"77\""),
        lineJson(id(), 0, q + ",\"item_id\":\"-1\""),
        lineJson(lines[0], 0, q),
        lineJson(others[0], 0, q),
        lineJson(others[0], 1, "\"rate\":1"),
        lineJson(lines[0], 2, "\"rate\":1"),
        lineJson(lines[0], 1, "\"discount\":20000"),
        lineJson(id(), 3, "\"rate\":1"),
        "{\"seen\":0,\"v\":{" + q + "}}",
        "{\"id\":\"012\",\"seen\":0,\"v\":{" + q + "}}",
        "{\"id\":\"12\",\"seen\":-1,\"v\":{" + q + "}}",
        QStringLiteral("{\"id\":\"%1\",\"seen\":0,\"v\":[1]}").arg(id()),
        "7",
    };
    for (const QString &line : bad) {
        const QString alone = write(*hers, save("orders", o, 1, {}, withLines({line}))).fault;
        const QString among =
            write(*hers, save("orders", o, 1, {}, withLines({plain(id(), 5), plain(id(), 6), line, plain(id(), 7)})))
                .fault;
        EXPECT_FALSE(alone.isEmpty()) << line.toStdString();
        EXPECT_EQ(among, alone) << line.toStdString();
    }
    const Id twice = id();
    EXPECT_EQ(
        write(*hers, save("orders", o, 1, {}, withLines({plain(twice, 5), plain(id(), 6), plain(twice, 7)}))).fault,
        "duplicate:order_lines::");
    EXPECT_EQ(count(o), "2");
    EXPECT_EQ(stored("orders", "version", o), "1");
}

TEST_F(ServerWriteLines, TakesReferencesThatAreSeen)
{
    const Id o = id(), item = id();
    ASSERT_EQ(write(*admin, save("items", item, 0, "\"title\":\"I\"")).fault, "");
    const QString values = QStringLiteral("\"quantity\":1,\"item_id\":\"%1\"").arg(item);
    const IdList lines = ids(3);
    QStringList json;
    for (const Id line : lines)
        json << lineJson(line, 0, values);
    const QString ops = save("orders", o, 0, head(), withLines(json));
    const bool seen =
        write(*hers, save("orders", id(), 0, head(), withLines({lineJson(id(), 0, values)}))).fault.isEmpty();
    EXPECT_EQ(write(*hers, ops).fault.isEmpty(), seen) << "many are judged as one is";
    EXPECT_EQ(count(o), seen ? "3" : "0");
}

TEST_F(ServerWriteLines, NumbersOneSaveInOneStep)
{
    const Id o = id();
    const qint64 before = office.one("SELECT head FROM {data}.feed_head").toLongLong();
    const IdList lines = order(o, 3);
    EXPECT_EQ(office.one("SELECT head FROM {data}.feed_head").toLongLong(), before + 1);
    const auto log = changes(*hers, "CALL history(?,?,?)", {"orders", o, 5});
    ASSERT_EQ(log.size(), 1);
    EXPECT_EQ(log[0].n, before + 1);
    // What was left without a number by a plain COMMIT comes first, in the order in which it was written.
    hers->exec("START TRANSACTION");
    EXPECT_EQ(write(*hers, save("clients", m_client, 1, "\"state\":\"A\"")).fault, "");
    hers->exec("COMMIT");
    const Written w = write(*hers, save("clients", m_client, 2, "\"state\":\"B\""));
    EXPECT_EQ(w.fault, "");
    EXPECT_EQ(w.change, before + 3);
    const auto both = changes(*hers, "CALL history(?,?,?)", {"clients", m_client, 2});
    ASSERT_EQ(both.size(), 2);
    EXPECT_EQ(both[0].n, before + 3);
    EXPECT_EQ(both[1].n, before + 2);
}
