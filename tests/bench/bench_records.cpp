// One record: opened with all that the window shows of it, and saved.
#include "floor.h"
#include "groups.h"
#include "subject.h"
#include <QDateTime>

namespace crm::bench {

namespace {
/// The row at that place, or the last one.
Id clientAt(Repository &repository, const QString &sort, int place)
{
    Query query("clients");
    query.columns = QStringList{"name"};
    query.sort = Query::parseSort(sort);
    return repository.page(query, {PageAt::First, {}, 0, place + 1}).rows.constLast().id;
}

void measureOpening(Table &table, const Options &options, const Person &person, const Floor &floor)
{
    const auto open = [&](const QString &name, Id id) {
        const Step step = [&] { person.repository->open("clients", id); };
        const QList<QByteArray> sql = statementsOf(person, step);
        if (options.plans) {
            for (const QByteArray &one : sql)
                table.note(QString::fromUtf8(one) + u'\n' + planOf(floor.handle(), one));
        }
        FloorStatements same(floor, sql);
        const Pair pair = compare(51, step, [&] { same.run(); });
        table.add({name, pair.ours, pair.floor, Target{1.5, 2, {}, {}}});
    };
    open(QStringLiteral("Open with related counts: much hangs on it"), clientAt(*person.repository, "id", 0));
    open(QStringLiteral("Open with related counts: little hangs on it"), clientAt(*person.repository, "name", 900));
}

/// Ours and the floor in blocks: in turn they would empty each other's page caches.
class Saves
{
public:
    Saves(const Person &person, const Floor &floor, Id id, const QString &field)
        : m_person(person)
        , m_floor(floor)
        , m_document(person.repository->load("clients", id))
        , m_field(field)
        , m_update(floor, "UPDATE main.clients SET " + field.toLatin1() +
                              "=?1, version=version+1, changed_at=?2, changed_by=?3 WHERE id=?4")
    {}

    Pair measure()
    {
        constexpr int rounds = 3, block = 25, warm = 3;
        for (int r = 0; r < rounds; ++r) {
            for (int i = 0; i < warm + block; ++i) {
                const double ms = msOf([this] { saveOurs(); });
                if (i >= warm)
                    m_ours << ms;
            }
            for (int i = 0; i < warm + block; ++i) {
                const double ms = msOf([this] { saveBare(); });
                if (i >= warm)
                    m_bare << ms;
            }
            m_document = m_person.repository->load("clients", m_document.id());
        }
        return {middleOf(m_ours), middleOf(m_bare)};
    }

private:
    /// A new value each time; four digits differ.
    QString nextValue()
    {
        const QString digits = QString::number(1000 + ++m_count % 9000);
        return m_field == u"phone" ? QStringLiteral("+7 (912) 345-") + digits.left(2) + u'-' + digits.mid(2)
                                   : QStringLiteral("Bench ") + digits;
    }

    void saveOurs()
    {
        m_document.set(m_field, nextValue());
        m_document = m_person.repository->save(m_document, SaveKey::fresh()).document;
    }

    void saveBare()
    {
        m_floor.exec("BEGIN IMMEDIATE");
        m_update.bind(1, nextValue().toUtf8());
        m_update.bind(2, QDateTime::currentMSecsSinceEpoch());
        m_update.bind(3, m_person.repository->actor().userId);
        m_update.bind(4, m_document.id());
        m_update.run();
        m_floor.exec("COMMIT");
    }

    const Person &m_person;
    const Floor &m_floor;
    Document m_document;
    QString m_field;
    FloorStatement m_update;
    int m_count = 0;
    QList<double> m_ours, m_bare;
};

void measureSaving(Table &table, const Person &person, const Floor &floor)
{
    const Target target{4, 0, {}, {}};
    const Id id = clientAt(*person.repository, "name", 700);
    for (const char *field : {"phone", "name", "city"}) {
        const Pair pair = Saves(person, floor, id, QLatin1String(field)).measure();
        table.add({QStringLiteral("Save a changed %1, with audit and search").arg(QLatin1String(field)), pair.ours,
                   pair.floor, target});
    }
}
} // namespace

void measureRecords(Table &table, const Options &options)
{
    const Scratch copy(options.path);
    for (const auto &who : {openAdmin, openOwner, openTeamMember}) {
        const Person person = who(copy.path());
        const Floor floor(copy.path(), &person);
        table.heading(QStringLiteral("One client, as ") + person.name);
        measureOpening(table, options, person, floor);
        measureSaving(table, person, floor);
    }
}

} // namespace crm::bench
