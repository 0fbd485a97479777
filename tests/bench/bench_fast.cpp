// A list sorted and filtered by a custom field, before it is marked fast and after.
#include "core/store/local_repository.h"
#include "core/store/local_store.h"
#include "floor.h"
#include "groups.h"
#include "subject.h"
#include <QLocale>

namespace crm::bench {

namespace {
constexpr int pageSize = 100;

class FastField
{
public:
    FastField(Table &table, const Options &options)
        : m_table(table)
        , m_options(options)
        , m_person(openAdmin(options.path))
        , m_floor(options.path, &m_person)
    {}

    void measure()
    {
        m_floor.exec(
            "UPDATE clients SET extra=json_object('score',id%1000,'town',coalesce(city,'none')||' '||(id%50))");
        const Id score = define(QStringLiteral("score"), QStringLiteral("integer")),
                 town = define(QStringLiteral("town"), QStringLiteral("text"));
        m_table.heading(QStringLiteral("Clients by a custom field, as it is"));
        lists(3, {});
        const double ms = msOf([&] { mark({score, town}); });
        m_table.heading(QStringLiteral("The same, marked fast"));
        m_table.add({QStringLiteral("Making two indexes"), ms});
        lists(31, Target{1.5, 2, {}, {}});
    }

private:
    Id define(const QString &key, const QString &kind)
    {
        Document d(Record(m_person.repository->catalog()->at("custom_fields")));
        const QStringList texts{"label", key, "key", key, "entity", "clients", "kind", kind};
        for (qsizetype i = 0; i < texts.size(); i += 2)
            d.set(texts[i], texts[i + 1]);
        return saved(d);
    }

    Id saved(const Document &d)
    {
        const Id id = m_person.repository->save(d).document.id();
        auto &local = static_cast<LocalRepository &>(*m_person.repository);
        local.refresh(local.feedState());
        return id;
    }

    void mark(const IdList &fields)
    {
        for (const Id id : fields) {
            Document d = m_person.repository->load("custom_fields", id);
            d.set("fast", true);
            saved(d);
        }
    }

    void lists(int runs, const std::optional<Target> &target)
    {
        const auto page = [&](const char *name, const char *sort, const Filter &filter, bool second) {
            Query query("clients");
            query.sort = Query::parseSort(QLatin1String(sort));
            query.filter = filter;
            PageAt at;
            at.limit = pageSize;
            if (second)
                at = {PageAt::After, m_person.repository->page(query, at).rows.constLast().key, 0, pageSize};
            const auto step = [&] { m_person.repository->page(query, at); };
            const QList<QByteArray> sql = statementsOf(m_person, step);
            if (m_options.plans) {
                for (const QByteArray &one : sql)
                    m_table.note(QString::fromUtf8(one) + u'\n' + planOf(m_floor.handle(), one));
            }
            FloorStatements same(m_floor, sql);
            const Pair pair = compare(runs, step, [&] { same.run(); });
            m_table.add({QLatin1String(name), pair.ours, pair.floor, target});
        };
        page("First page by a number", "-score", {}, false);
        page("Second page by a number", "-score", {}, true);
        page("First page by a text", "town", {}, false);
        page("Filter: one number", "-id", Filter::where("score", Op::Equal, 77), false);
        page("Filter: a text, by the text", "town", Filter::where("town", Op::StartsWith, "м"), false);
    }

    Table &m_table;
    const Options &m_options;
    Person m_person;
    Floor m_floor;
};
} // namespace

void measureFast(Table &table, const Options &options)
{
    const Scratch copy(options.path);
    Options here = options;
    here.path = copy.path();
    FastField(table, here).measure();
}

} // namespace crm::bench
