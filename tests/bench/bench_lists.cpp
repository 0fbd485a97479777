// Lists as the window asks for them: the first page, jumps by bookmarks, contains-search; for people of several rights.
#include "floor.h"
#include "groups.h"
#include "subject.h"
#include <QLocale>

namespace crm::bench {

namespace {
constexpr int pageSize = 100, bookmarkStep = 300; // as ListModel has them
constexpr int runs = 31;
const Target pageTarget{1.5, 2, {}, {}};

class Lists
{
public:
    Lists(Table &table, const Options &options, Person person)
        : m_table(table)
        , m_options(options)
        , m_person(std::move(person))
        , m_floor(options.path, &m_person)
    {}

    void measure()
    {
        m_table.heading(QStringLiteral("Clients by name, as ") + m_person.name);
        const Query query("clients");
        PageAt first;
        first.limit = pageSize;
        m_first = page(QStringLiteral("First page"), query, first, pageTarget);
        jumps(query);
        if (m_marks.count == 0)
            return;
        search(QStringLiteral("Contains-search, many hits"), QStringLiteral("строй"));
        search(QStringLiteral("Contains-search, two words"), QStringLiteral("строй иван"));
        search(QStringLiteral("Contains-search, few hits"), someName());
        search(QStringLiteral("Contains-search, no hit"), QStringLiteral("ъъъщщщ"));
        search(QStringLiteral("Search of two letters"), QStringLiteral("ме"));
        everywhere(QStringLiteral("строй"));
    }

private:
    Pair against(const std::function<void()> &step, int times = runs)
    {
        const QList<QByteArray> sql = statementsOf(m_person, step);
        if (m_options.plans) {
            for (const QByteArray &one : sql)
                m_table.note(QString::fromUtf8(one) + u'\n' + planOf(m_floor.handle(), one));
        }
        FloorStatements same(m_floor, sql);
        return compare(times, step, [&] { same.run(); });
    }

    double page(const QString &name, const Query &query, const PageAt &at, const std::optional<Target> &target,
                int times = runs)
    {
        const Pair pair = against([&] { m_person.repository->page(query, at); }, times);
        m_table.add({name, pair.ours, pair.floor, target});
        return pair.ours;
    }

    void jumps(const Query &query)
    {
        const double ms = msOf([&] { m_marks = m_person.repository->bookmarks(query, bookmarkStep); });
        m_table.add({QStringLiteral("Count and bookmarks of %1 rows").arg(QLocale::c().toString(m_marks.count)), ms});
        const Target target{3, 0, m_first, QStringLiteral("first page")};
        const auto to = [&](const QString &name, qint64 row) {
            // A page begins up to a step behind its bookmark.
            const qint64 start = row / pageSize * pageSize, mark = start / bookmarkStep;
            page(name, query, {PageAt::From, m_marks.keys.at(qsizetype(mark)), start - mark * bookmarkStep, pageSize},
                 target);
        };
        if (m_marks.count < 2 * bookmarkStep)
            return;
        to(QStringLiteral("Jump to the middle"), m_marks.count / 2 / bookmarkStep * bookmarkStep);
        to(QStringLiteral("Jump, farthest from a bookmark"), m_marks.count / 2 / bookmarkStep * bookmarkStep - 1);
        to(QStringLiteral("Jump to the end"), m_marks.count - 1);
    }

    void search(const QString &name, const QString &text)
    {
        Query query("clients");
        query.search = text;
        PageAt at;
        at.limit = pageSize;
        page(name, query, at, {}, 9);
    }

    void everywhere(const QString &text)
    {
        const Pair pair = against([&] { m_person.repository->search(text); }, 9);
        m_table.add({QStringLiteral("Search in all entities"), pair.ours, pair.floor, {}});
    }

    QString someName()
    {
        Query query("clients");
        query.columns = QStringList{"name"};
        const auto mark = m_marks.keys.at(m_marks.keys.size() * 2 / 3);
        return m_person.repository->page(query, {PageAt::From, mark, 0, 1}).rows.constFirst().values.first().toString();
    }

    Table &m_table;
    const Options &m_options;
    Person m_person;
    Floor m_floor;
    Bookmarks m_marks;
    double m_first = 0;
};
} // namespace

void measureLists(Table &table, const Options &options)
{
    const Scratch copy(options.path);
    Options here = options;
    here.path = copy.path();
    Lists(table, here, openAdmin(copy.path())).measure();
    Lists(table, here, openOwner(copy.path())).measure();
    Lists(table, here, openTeamMember(copy.path())).measure();
    Lists(table, here, openNewcomer(copy.path())).measure();
}

} // namespace crm::bench
