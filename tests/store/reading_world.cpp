#include "tests/store/reading_world.h"
#include "core/model/relative_date.h"
#include "core/model/text.h"
#include "core/modules/modules.h"
#include "core/store/people.h"
#include "core/store/search_text.h"
#include <QTimeZone>

namespace crm::test {

using crm::modules::label;

namespace {
QString operator""_s(const char *text, size_t size) { return QString::fromUtf8(text, qsizetype(size)); }

Entity placesEntity()
{
    return Entity("places"_s, label("Place"), label("Places"))
        .area("sales"_s)
        .title("name"_s)
        .fields({text("name"_s, label("Name"), 80).required().inList().searchable(),
                 text("country"_s, label("Country"), 80).indexed(), integer("size"_s, label("Size")),
                 ref("boss_id"_s, label("Boss"), "users"_s)});
}

Entity thingsEntity()
{
    return Entity("things"_s, label("Thing"), label("Things"))
        .area("sales"_s)
        .title("name"_s)
        .currency("currency"_s)
        .ownedBy("owner_id"_s)
        .attachments({"comments"_s})
        .fields({text("name"_s, label("Name"), 80).inList().searchable(),
                 memo("note"_s, label("Note")),
                 phone("phone"_s, label("Phone")).inList().searchable(),
                 email("email"_s, label("E-mail")).inList(),
                 choice("stage"_s, label("Stage"),
                        {{"new"_s, label("New")}, {"old"_s, label("Old")}, {"lost"_s, label("Lost")}})
                     .inList(),
                 money("amount"_s, label("Amount")).inList(),
                 text("currency"_s, label("Currency"), 3),
                 decimal("weight"_s, label("Weight"), 3).inList(),
                 percent("rate"_s, label("Rate")).inList(),
                 integer("count"_s, label("Count")).inList(),
                 duration("spent"_s, label("Spent")).inList(),
                 yesNo("done"_s, label("Done")).inList(),
                 date("due"_s, label("Due")).inList(),
                 moment("seen"_s, label("Seen")).inList(),
                 timeOfDay("opens"_s, label("Opens")).inList(),
                 choices("tags"_s, label("Tags"),
                         {{"big"_s, label("Big")}, {"far"_s, label("Far")}, {"cold"_s, label("Cold")}})
                     .atMost(200)
                     .inList(),
                 ref("place_id"_s, label("Place"), "places"_s).inList(),
                 ref("owner_id"_s, label("Owner"), "users"_s),
                 refList("stops"_s, label("Stops"), "places"_s).inList(),
                 labels("labels"_s, label("Labels")).inList(),
                 text("secret"_s, label("Secret"), 80).searchable().restricted("secrets"_s)});
}

void addCustomField(Repository &repository, const QString &key, const QString &kind)
{
    Document field(Record(repository.catalog()->at("custom_fields"_s)));
    field.set("label"_s, key);
    field.set("key"_s, key);
    field.set("entity"_s, "things"_s);
    field.set("kind"_s, kind);
    if (kind.startsWith("choice"_s))
        field.set("choices"_s, "red=Red;blue=Blue"_s);
    repository.save(field);
}

int sign(int n) { return n < 0 ? -1 : n > 0; }
template<class T> int compared(const T &a, const T &b) { return a < b ? -1 : b < a; }

/// As the store orders texts: by the bytes of the folded text.
int comparedTexts(const Field &field, const QString &a, const QString &b)
{
    const bool plain = !isFreeTextKind(field.kind());
    return sign((plain ? a : fold(a)).toUtf8().compare((plain ? b : fold(b)).toUtf8()));
}

int comparedValues(const Field &field, const QVariant &a, const QVariant &b)
{
    if (isTextKind(field.kind()))
        return comparedTexts(field, a.toString(), b.toString());
    if (field.kind() == Kind::Date)
        return compared(a.toDate(), b.toDate());
    if (field.kind() == Kind::Moment)
        return compared(a.toDateTime(), b.toDateTime());
    return compared(a.toLongLong(), b.toLongLong());
}

bool answers(Op op, int comparison)
{
    switch (op) {
    case Op::Equal:
        return comparison == 0;
    case Op::Less:
        return comparison < 0;
    case Op::LessOrEqual:
        return comparison <= 0;
    case Op::Greater:
        return comparison > 0;
    case Op::GreaterOrEqual:
        return comparison >= 0;
    default:
        return false;
    }
}

/// Against a span of time: "less" is before it, "greater" behind it.
template<class T> bool answersSpan(Op op, const T &value, const T &first, const T &last)
{
    switch (op) {
    case Op::Equal:
        return first <= value && value <= last;
    case Op::Less:
        return value < first;
    case Op::LessOrEqual:
        return value <= last;
    case Op::Greater:
        return value > last;
    case Op::GreaterOrEqual:
        return value >= first;
    default:
        return false;
    }
}
} // namespace

const Registry &thingsRegistry()
{
    static const Registry *registry = [] {
        auto *r = new Registry;
        modules::declareAll(*r);
        r->add(placesEntity());
        r->add(thingsEntity());
        r->seal();
        return r;
    }();
    return *registry;
}

std::string engineName(const ::testing::TestParamInfo<Engine> &info)
{
    return info.param == Engine::File ? "SQLite" : "MariaDB";
}

struct World::Person
{
    Id id;
    std::unique_ptr<Database> db;
    Actor actor;
    std::shared_ptr<const Catalog> catalog;
    std::unique_ptr<Reading> reading;
};

World::~World() = default;

World::World(int count, quint32 seed, Engine engine)
    : m_db(thingsRegistry())
    , m_engine(engine)
    , m_random(seed)
{
    {
        auto setup = m_db.asSystem();
        addCustomField(*setup, "c_number"_s, "integer"_s);
        addCustomField(*setup, "c_amount"_s, "money"_s);
        addCustomField(*setup, "c_text"_s, "text"_s);
        addCustomField(*setup, "c_day"_s, "date"_s);
        addCustomField(*setup, "c_color"_s, "choice"_s);
        addCustomField(*setup, "c_colors"_s, "choices"_s);
        addCustomField(*setup, "c_time"_s, "time"_s);
    }
    m_userIds = {m_db.addUser("anna"_s, "Staff (own records)"_s), m_db.addUser("boris"_s, "Staff (own records)"_s)};
    m_repository =
        std::make_unique<LocalRepository>(Database::openFile(m_db.path()), thingsRegistry(), Actor::system());
    m_reading = std::make_unique<Reading>(m_repository->database(), m_repository->catalog(), m_repository->actor());
    m_reading->setClock([this] { return now(); });

    QList<Document> places, marks;
    const QStringList names = {"Omsk"_s,  "omsk"_s,         "Tomsk"_s, "\xD0\x9E\xD1\x80\xD1\x91\xD0\xBB"_s,
                               "Paris"_s, "\xC3\x89vian"_s, "Rome"_s};
    for (int i = 0; i < names.size(); ++i) {
        Record r = place();
        r.set("name"_s, names[i]);
        r.set("country"_s, i % 3 == 0 ? QVariant() : i % 3 == 1 ? "Russia"_s : "France"_s);
        r.set("size"_s, i * 10);
        r.set("boss_id"_s, i % 2 ? QVariant(m_userIds[0]) : QVariant());
        places << Document(r);
    }
    m_repository->saveMany(places, 0);
    for (const QString &name : {"VIP"_s, "late"_s, "good"_s}) {
        Record r(catalog().at("labels"_s));
        r.set("name"_s, name);
        marks << Document(r);
    }
    m_repository->saveMany(marks, 0);
    reload();
    QList<Document> things;
    for (int i = 0; i < count; ++i)
        things << Document(randomThing());
    m_repository->saveMany(things, 0);
    reload();
    IdList trash;
    for (int i = 0; i < m_things.size(); i += 9)
        trash << m_things[i].id();
    m_repository->remove("things"_s, trash);
    m_repository->remove("places"_s, {m_placeIds.last()}); // things point into the trash as well
    reload();
}

void World::copyToServer()
{
    if (!m_server)
        m_server = std::make_unique<ServerCopy>(thingsRegistry());
    const qint64 head = m_repository->head();
    if (head == m_copied)
        return;
    m_copied = head;
    m_server->fill(m_repository->database(), catalog());
}

World::Person &World::signedIn(const QString &login)
{
    const Id user = m_repository->database().scalar("SELECT id FROM main.users WHERE login=?"_s, {login}).toLongLong();
    for (const auto &known : m_people) {
        if (known->id == user)
            return *known;
    }
    auto person = std::make_unique<Person>();
    person->id = user;
    person->actor = loadActor(m_repository->database(), user);
    person->catalog = m_repository->catalog();
    if (m_engine == Engine::Server) {
        person->db = m_server->connect(user);
    } else {
        person->db = Database::openFile(m_db.path());
        Guard(*person->catalog, person->actor).install(*person->db);
    }
    person->reading = std::make_unique<Reading>(*person->db, person->catalog, person->actor);
    person->reading->setClock([this] { return now(); });
    m_people.push_back(std::move(person));
    return *m_people.back();
}

Reading &World::reading()
{
    if (m_engine == Engine::File)
        return *m_reading;
    copyToServer();
    return readingOf("admin"_s);
}

Reading &World::readingOf(const QString &login)
{
    if (m_engine == Engine::Server)
        copyToServer();
    return *signedIn(login).reading;
}

Database &World::connectionOf(const QString &login) { return *signedIn(login).db; }

QDateTime World::now() const { return QDateTime(QDate(2026, 11, 22), QTime(1, 30), QTimeZone("Asia/Omsk")); }

Id World::place(const QString &name) const
{
    for (const Record &r : m_places) {
        if (r.text("name"_s) == name)
            return r.id();
    }
    return 0;
}

void World::reload()
{
    const auto all = [this](const QString &entity) {
        IdList ids;
        Rows rows = m_repository->database().run("SELECT id FROM main."_s + entity + " ORDER BY id"_s);
        while (rows.next())
            ids << rows.integer(0);
        QList<Record> out;
        const QList<Document> documents = m_repository->loadMany(entity, ids);
        for (const Document &d : documents)
            out << d.head();
        return out;
    };
    const auto index = [](const QList<Record> &records, QHash<Id, Record> &byId, IdList *ids) {
        byId.clear();
        if (ids)
            ids->clear();
        for (const Record &r : records) {
            byId.insert(r.id(), r);
            if (ids)
                *ids << r.id();
        }
    };
    m_things = all("things"_s);
    index(all("places"_s), m_places, &m_placeIds);
    index(all("labels"_s), m_labels, &m_labelIds);
    index(all("users"_s), m_users, nullptr);
}

Record World::randomThing()
{
    static const QStringList words = {
        "alpha"_s,           "Beta"_s, "GAMMA"_s, "\xD0\x96\xD1\x91\xD0\xBB\xD1\x82\xD1\x8B\xD0\xB9"_s,
        "d\xC3\xA9lta"_s,    "ab"_s,   "o'x"_s,   "\xC2\xABzed\xC2\xBB"_s,
        "\xF0\x9F\x98\x80"_s};
    Record r = thing();
    const auto maybe = [&](const char *key, const QVariant &value) {
        if (pick(5) != 0)
            r.set(QLatin1String(key), value);
    };
    maybe("name", words[pick(9)] + u' ' + words[pick(9)]);
    maybe("note", words[pick(9)] + "\nmore"_s);
    maybe("phone",
          "+7 (9%1) 345-67-%2"_s.arg(pick(30), 2, 10, QLatin1Char('0')).arg(pick(30), 2, 10, QLatin1Char('0')));
    maybe("email", "user%1@example.org"_s.arg(pick(20)));
    maybe("stage", QStringList{"new"_s, "old"_s, "lost"_s}[pick(3)]);
    maybe("amount", qint64(pick(4000)) - 1000);
    maybe("currency", pick(2) ? "USD"_s : "EUR"_s);
    maybe("weight", qint64(pick(5000)));
    maybe("rate", qint64(pick(10)) * 100);
    maybe("count", qint64(pick(12)) - 3);
    maybe("spent", qint64(pick(20)) * 900);
    r.set("done"_s, pick(2) == 1);
    maybe("due", now().date().addDays(pick(120) - 60));
    maybe("seen", now().toUTC().addSecs((pick(240) - 120) * 1800));
    maybe("place_id", m_placeIds[pick(int(m_placeIds.size()))]);
    maybe("owner_id", m_userIds[pick(2)]);
    IdList stops;
    for (int n = pick(3); n > 0; --n)
        stops << m_placeIds[pick(int(m_placeIds.size()))];
    r.set("stops"_s, QVariant::fromValue(IdList(QSet<Id>(stops.begin(), stops.end()).values())));
    IdList marks;
    for (Id id : std::as_const(m_labelIds)) {
        if (pick(3) == 0)
            marks << id;
    }
    r.set("labels"_s, QVariant::fromValue(marks));
    maybe("secret", pick(2) ? "platinum"_s : "silver"_s);
    maybe("c_number", qint64(pick(30)));
    maybe("c_amount", qint64(pick(30)) * 100);
    maybe("c_text", words[pick(9)]);
    maybe("c_day", now().date().addDays(pick(20) - 10));
    maybe("c_color", pick(2) ? "red"_s : "blue"_s);
    maybe("c_colors", pick(3) == 0 ? "blue;red"_s : pick(2) ? "red"_s : "blue"_s);
    maybe("c_time", QTime(pick(24), pick(4) * 15).toString("HH:mm"_s));
    maybe("opens", QTime(pick(24), pick(4) * 15).toString("HH:mm"_s));
    QStringList tags;
    for (const char *tag : {"big", "far", "cold"}) {
        if (pick(3) == 0)
            tags << QLatin1String(tag);
    }
    r.set("tags"_s, choicesValue(tags));
    return r;
}

// --- what must come out

QString World::titleOf(const QString &entity, Id id) const
{
    const QHash<Id, Record> &all = entity == "places"_s ? m_places : entity == "labels"_s ? m_labels : m_users;
    const auto it = all.constFind(id);
    return it == all.cend() ? QString() : it->text("name"_s);
}

QVariant World::valueOf(const Record &record, const QString &path, const Field **field) const
{
    const QString first = path.section(u'.', 0, 0), rest = path.section(u'.', 1);
    *field = catalog().resolve(record.entity().key(), path);
    if (first == "id"_s)
        return record.id();
    if (first == "changed_at"_s)
        return record.changedAt();
    const QVariant value = record.value(first);
    if (rest.isEmpty() || value.isNull())
        return rest.isEmpty() ? value : QVariant();
    const QString target = record.entity().field(first)->target();
    return valueOf((target == "places"_s ? m_places : m_users).value(value.toLongLong()), rest, field);
}

bool World::holdsFor(const Field &field, Op op, const QVariant &wanted, const QVariant &value) const
{
    const bool many = isListKind(field.kind());
    const bool empty = many ? value.value<IdList>().isEmpty() : value.isNull();
    if (empty)
        return false;
    if (many) {
        const IdList ids = value.value<IdList>();
        return std::any_of(ids.begin(), ids.end(),
                           [&](Id id) { return holdsFor(ref("x"_s, field.label(), field.target()), op, wanted, id); });
    }
    const bool word = wanted.typeId() == qMetaTypeId<RelativeDate>();
    if (isRefKind(field.kind())) {
        if (wanted.typeId() != QMetaType::QString)
            return value.toLongLong() == wanted.toLongLong();
        const QString title = titleOf(field.target(), value.toLongLong());
        return !title.isEmpty() && holdsFor(text("x"_s, field.label(), 80), op, wanted, title);
    }
    if (field.kind() == Kind::Choices) {
        const QStringList has = choiceKeys(value), asked = choiceKeys(wanted);
        return std::all_of(asked.begin(), asked.end(), [&](const QString &key) { return has.contains(key); });
    }
    if (op == Op::Contains) {
        const QString needle = fold(wanted.toString());
        const bool digits = field.kind() == Kind::Phone && digitsOnly(needle).size() >= 3 && needle.contains(u'3');
        return fold(value.toString()).contains(needle) ||
               (digits && digitsOnly(value.toString()).contains(digitsOnly(needle)));
    }
    if (op == Op::StartsWith)
        return fold(value.toString()).startsWith(fold(wanted.toString()));
    if (field.kind() == Kind::Date && word) {
        const DaySpan span = *daysOf(wanted.value<RelativeDate>().word, now().date());
        return answersSpan(op, value.toDate(), span.first, span.last);
    }
    if (field.kind() == Kind::Moment && (word || wanted.typeId() == QMetaType::QDate)) {
        const QString text = word ? wanted.value<RelativeDate>().word : QString();
        if (const auto instant = instantOf(text, now()))
            return answers(op, compared(value.toDateTime(), *instant));
        // A moment lies in a day of the person's calendar.
        const DaySpan span = word ? *daysOf(text, now().date()) : DaySpan{wanted.toDate(), wanted.toDate()};
        return answersSpan(op, value.toDateTime().toTimeZone(now().timeZone()).date(), span.first, span.last);
    }
    return answers(op, comparedValues(field, value, wanted));
}

bool World::holds(const Filter &f, const Record &record) const
{
    switch (f.type) {
    case Filter::None:
        return true;
    case Filter::Not:
        return !holds(f.parts.first(), record);
    case Filter::And:
        return std::all_of(f.parts.begin(), f.parts.end(), [&](const Filter &p) { return holds(p, record); });
    case Filter::Or:
        return std::any_of(f.parts.begin(), f.parts.end(), [&](const Filter &p) { return holds(p, record); });
    case Filter::Condition:
        break;
    }
    const Field *field = nullptr;
    const QVariant value = valueOf(record, f.path, &field);
    const bool empty = isListKind(field->kind()) ? value.value<IdList>().isEmpty() : value.isNull();
    switch (f.op) {
    case Op::IsEmpty:
        return empty;
    case Op::IsNotEmpty:
        return !empty;
    case Op::NotEqual:
        return !holdsFor(*field, Op::Equal, f.values.first(), value);
    case Op::In:
        return std::any_of(f.values.begin(), f.values.end(),
                           [&](const QVariant &v) { return holdsFor(*field, Op::Equal, v, value); });
    default:
        return holdsFor(*field, f.op, f.values.first(), value);
    }
}

int World::compareKeys(const SortKey &key, const Record &a, const Record &b) const
{
    const Field *field = nullptr;
    QVariant left = valueOf(a, key.path, &field), right = valueOf(b, key.path, &field);
    if (isRefKind(field->kind())) {
        const auto title = [&](const QVariant &v) {
            const QString t = v.isNull() ? QString() : titleOf(field->target(), v.toLongLong());
            return t.isEmpty() ? QVariant() : QVariant(fold(t));
        };
        left = title(left);
        right = title(right);
    }
    int c = 0;
    if (left.isNull() || right.isNull())
        c = int(right.isNull()) - int(left.isNull());
    else
        c = isRefKind(field->kind()) ? sign(left.toString().toUtf8().compare(right.toString().toUtf8()))
                                     : comparedValues(*field, left, right);
    return key.descending ? -c : c;
}

IdList World::expected(const Query &query) const
{
    QList<const Record *> rows;
    const QList<SearchTerm> terms = searchTerms(query.search);
    for (const Record &r : m_things) {
        if (r.deletedAt().isValid() != query.trashed || !holds(query.filter, r))
            continue;
        const QString stored = searchText(r);
        const bool found = std::all_of(terms.begin(), terms.end(), [&](const SearchTerm &t) {
            return std::any_of(t.phrases.begin(), t.phrases.end(),
                               [&](const QString &p) { return stored.contains(p); });
        });
        if (found)
            rows << &r;
    }
    std::sort(rows.begin(), rows.end(), [&](const Record *a, const Record *b) {
        for (const SortKey &key : query.sort) {
            if (const int c = compareKeys(key, *a, *b))
                return c < 0;
        }
        return query.sort.last().descending ? b->id() < a->id() : a->id() < b->id();
    });
    IdList out;
    for (const Record *r : rows)
        out << r->id();
    return out;
}

// --- random questions

} // namespace crm::test
