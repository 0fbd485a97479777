#include "core/exchange/demo_documents.h"
#include "core/exchange/demo_picture.h"
#include "core/model/decimal.h"
#include "core/model/mentions.h"
#include <QBuffer>
#include <algorithm>

namespace crm {

namespace {
constexpr qint64 denseClients = 20'000; ///< beyond them everything is five times rarer
constexpr qint64 mostStaff = 40;
constexpr int mostPictures = 3;      ///< of an item
constexpr int contactsPerClient = 4; ///< ids are kept for so many

qint64 amount(qint64 size, int perHundred)
{
    const qint64 dense = std::min(size, denseClients), more = size - dense;
    return (dense * perHundred + more * perHundred / 5) / 100;
}

/// A price in another currency, rounded as price lists are. Rates as in DemoCompany.
qint64 priceIn(qint64 price, qint64 rate, qint64 targetRate)
{
    const qint64 exact = mulDivRound(price, rate, targetRate);
    const qint64 step = exact < 1'000 ? 5 : exact < 10'000 ? 50 : exact < 1'000'000 ? 100 : 1'000;
    return std::max(step, mulDivRound(exact, 1, step) * step);
}

QString unescaped(QString text) { return text.replace(QStringLiteral("\\n"), QStringLiteral("\n")); }
} // namespace

DemoAmounts::DemoAmounts(qint64 size)
    : clients(size)
    , leads(amount(size, 40))
    , items(std::clamp<qint64>(size * 3 / 10, 10, 60))
    , orders(amount(size, 150))
    , requests((size + 7) / 8)
    , contracts((size + 9) / 10)
    , offers((size + 9) / 10)
    , projects((size + 4) / 5)
    , expenses(amount(size, 30))
    , tasks(amount(size, 150))
    , notes(amount(size, 50))
    , comments(amount(size, 100))
    , staff(std::clamp<qint64>(4 + size / 50, 5, mostStaff))
    , labels(12)
    , activities(amount(size, 80))
{}

int DemoAmounts::contactsOf(const DemoWorld &world, qint64 client)
{
    Dice dice = world.dice(DemoStream::Contacts, -client - 1);
    if (client >= denseClients)
        return dice.chance(40) ? 1 : 0;
    return dice.chance(25) ? 1 : dice.chance(67) ? 2 : 3;
}

DemoDocuments::DemoDocuments(const Catalog &catalog, const DemoWorld &world, const DemoOptions &options,
                             const DemoAmounts &amounts)
    : m_catalog(catalog)
    , m_world(world)
    , m_options(options)
    , m_amounts(amounts)
{
    // Ids of a year before, so that none meets an id made while people work; other seeds get others.
    constexpr qint64 msPerDay = 86'400'000, msPerSeed = 1024;
    m_firstMs = QDate(2020, 1, 1).daysTo(options.today.addYears(-1)) * msPerDay + options.seed % 80'000 * msPerSeed;
}

Id DemoDocuments::id(DemoStream stream, qint64 index) const
{
    constexpr qint64 msPerStream = 32; // 4 million ids each
    return IdSequence(m_firstMs + qint64(stream) * msPerStream, quint32(index)).next();
}

Document DemoDocuments::make(const char *entity, DemoStream stream, qint64 index) const
{
    return Document{Record(m_catalog.at(QString::fromLatin1(entity)), id(stream, index))};
}

Id DemoDocuments::pick(Dice &dice, const char *dictionary) const
{
    const IdList rows = m_ground.rows.value(QString::fromLatin1(dictionary));
    return rows.isEmpty() ? 0 : dice.pick(rows);
}

Id DemoDocuments::pickKind(Dice &dice, const char *dictionary, const char *kind) const
{
    const IdList rows = m_ground.kinds.value(QString::fromLatin1(dictionary)).value(QString::fromLatin1(kind));
    return rows.isEmpty() ? 0 : dice.pick(rows);
}

Id DemoDocuments::ownerOf(qint64 client) const
{
    return m_ground.owners.isEmpty() ? 0 : m_world.dice(DemoStream::Users, -client - 1).pick(m_ground.owners);
}

/// Some clients give much more work than others.
qint64 DemoDocuments::clientFor(Dice &dice) const
{
    const qint64 a = dice.below(m_amounts.clients), b = dice.below(m_amounts.clients);
    return std::min(a, b);
}

QDateTime DemoDocuments::at(int days, int hour) const
{
    return QDateTime(m_options.today.addDays(days), QTime(hour, 0), Qt::UTC);
}

IdList DemoDocuments::labelsFor(Dice &dice, const char *entity, int percent) const
{
    IdList out;
    for (qint64 i = 0; i < m_amounts.labels; ++i) {
        const QString only = m_world.texts().entry("labels", i).value(2);
        if ((only.isEmpty() || only == QLatin1String(entity)) && dice.chance(percent / 2))
            out.append(id(DemoStream::Labels, i));
    }
    return out;
}

void DemoDocuments::hangOn(Document &document, const char *entity, DemoStream stream, qint64 index) const
{
    document.set("parent_entity", QString::fromLatin1(entity));
    document.set("parent_id", id(stream, index));
}

// --- people

Document DemoDocuments::user(qint64 index, Id role, bool active) const
{
    const DemoPerson p = m_world.staff(index);
    Dice dice = m_world.dice(DemoStream::Users, index + 1'000'000);
    Document d = make("users", DemoStream::Users, index);
    d.set("first_name", p.first);
    d.set("last_name", p.last);
    d.set("login",
          inLatin(p.first).left(1) + u'.' + inLatin(p.last) + (index < 8 ? QString() : QString::number(index)));
    d.set("role_id", role);
    d.set("active", active);
    d.set("job_title", p.job);
    d.set("email", p.email);
    d.set("phone", p.phone);
    d.set("gender", p.female ? "female" : "male");
    d.set("hire_date", m_options.today.addDays(-dice.between(60, 3000)));
    d.set("birth_date", m_options.today.addYears(-25).addDays(-dice.below(9000)));
    return d;
}

Document DemoDocuments::limitedRole(const Document &like, Id group) const
{
    const QStringList text = m_world.texts().entry("limited_roles", 0);
    Document d = make("roles", DemoStream::Roles, 0);
    d.set("name", text.value(0));
    d.set("description", text.value(1));
    d.set("is_limited", true);
    d.set("limited_to", QVariant::fromValue(IdList{group}));
    const QList<Record> rights = like.lines("role_rights");
    for (qsizetype i = 0; i < rights.size(); ++i) {
        Record line(m_catalog.at("role_rights"), id(DemoStream::RoleRights, i));
        for (const char *key : {"entity", "can_read", "can_create", "can_update", "can_delete", "can_export"})
            line.set(key, rights.at(i).value(key));
        d.lines("role_rights").append(line);
    }
    return d;
}

Document DemoDocuments::team(qint64 index) const
{
    const QStringList text = m_world.texts().entry("teams", index);
    Document d = make("teams", DemoStream::Teams, index);
    d.set("name", text.value(0));
    d.set("description", text.value(1));
    IdList members;
    for (qint64 i = 0; i < m_amounts.staff; ++i) {
        if (i % 3 == index)
            members.append(id(DemoStream::Users, i));
    }
    d.set("members", QVariant::fromValue(members));
    return d;
}

Document DemoDocuments::label(qint64 index) const
{
    const QStringList text = m_world.texts().entry("labels", index);
    Document d = make("labels", DemoStream::Labels, index);
    d.set("name", text.value(0));
    d.set("color", text.value(1));
    d.set("entity", text.value(2));
    d.set("position", index + 1);
    return d;
}

// --- sales

Document DemoDocuments::item(qint64 index) const
{
    static const QStringList units{"pc", "h", "day", "month", "set", "kg", "m"}; // as the stock rows order them
    const QStringList text = m_world.texts().entry("items", index);
    Dice dice = m_world.dice(DemoStream::Items, index);
    Document d = make("items", DemoStream::Items, index);
    d.set("title", text.value(1));
    d.set("code", QStringLiteral("%1-%2")
                      .arg(text.value(0) == QLatin1String("1") ? u'S' : u'G')
                      .arg(index + 1, 3, 10, QLatin1Char('0')));
    d.set("category_id", m_ground.rows.value("item_categories").value(text.value(0).toInt() - 1));
    d.set("unit_id", m_ground.rows.value("units").value(units.indexOf(text.value(2))));
    d.set("rate", text.value(3).toLongLong());
    d.set("cost", text.value(4).toLongLong());
    d.set("description", text.value(5));
    d.set("show_to_clients", dice.chance(70));
    d.set("discontinued", index > 20 && dice.chance(5));
    if (m_world.homeCurrency() != m_catalog.baseCurrency)
        d.set("currency", m_world.homeCurrency());
    return d;
}

void DemoDocuments::setCompany(Document &d, const DemoCompany &c) const
{
    d.set("type", c.isPerson ? "person" : "organisation");
    d.set("name", c.name);
    d.set("phone", c.phone);
    d.set("email", c.email);
    d.set("website", c.website);
    d.set("address", c.address);
    d.set("city", c.city);
    d.set("state", c.region);
    d.set("zip", c.zip);
    d.set("country", c.country);
    d.set("vat_number", c.taxNumber);
    if (c.currency != m_catalog.baseCurrency)
        d.set("currency", c.currency);
}

Document DemoDocuments::client(qint64 index) const
{
    Document d = make("clients", DemoStream::Clients, index);
    Dice dice = m_world.dice(DemoStream::Clients, index + 500'000'000);
    setCompany(d, m_world.company(index));
    d.set("owner_id", ownerOf(index));
    if (dice.chance(8) && !m_ground.owners.isEmpty())
        d.set("managers", QVariant::fromValue(IdList{dice.pick(m_ground.owners)}));
    const IdList groups = m_ground.rows.value("client_groups");
    if (!groups.isEmpty() && dice.chance(60))
        d.set("groups", QVariant::fromValue(IdList{groups.at(dice.chance(10) ? 0 : dice.below(groups.size()))}));
    d.set("labels", QVariant::fromValue(labelsFor(dice, "clients", 22)));
    constexpr qint64 clientsPerDealer = 8;
    if (m_ground.hasPriceList && index % clientsPerDealer == 0)
        d.set("price_list_id", id(DemoStream::PriceLists, 0));
    return d;
}

Document DemoDocuments::contact(qint64 client, int n) const
{
    const DemoPerson p = m_world.person(client, n);
    Document d = make("contacts", DemoStream::Contacts, client * contactsPerClient + n);
    Dice dice = m_world.dice(DemoStream::Contacts, client * contactsPerClient + n + 500'000'000);
    d.set("first_name", p.first);
    d.set("last_name", p.last);
    d.set("client_id", id(DemoStream::Clients, client));
    d.set("job_title", p.job);
    d.set("email", dice.chance(92) ? p.email : QString());
    d.set("phone", p.phone);
    d.set("gender", p.female ? "female" : "male");
    if (dice.chance(25))
        d.set("birth_date", m_options.today.addYears(-24).addDays(-dice.below(13'000)));
    return d;
}

QString DemoDocuments::orderStatus(Dice &dice, int age) const
{
    if (age > 60)
        return dice.chance(93) ? QStringLiteral("done") : QStringLiteral("cancelled");
    if (age > 20)
        return dice.chance(65) ? QStringLiteral("done") : QStringLiteral("open");
    return QStringLiteral("open");
}

void DemoDocuments::addLine(Document &to, Dice &dice, DemoStream stream, qint64 number,
                            const DemoCompany &company) const
{
    const QString lines = to.entity().lineTables().first().entity;
    const qint64 item = dice.below(m_amounts.items);
    const QStringList text = m_world.texts().entry("items", item);
    Record line(m_catalog.at(lines), id(stream, number));
    line.set("item_id", id(DemoStream::Items, item));
    const QString unit = text.value(2);
    const bool byMeasure = unit == QLatin1String("m") || unit == QLatin1String("kg");
    const bool byHours = unit == QLatin1String("h");
    line.set("quantity", byMeasure ? dice.between(10, 200) * 1000
                         : byHours ? dice.between(2, 60) * 500
                                   : dice.between(1, 10) * 1000);
    const qint64 rate = text.value(3).toLongLong();
    line.set("rate",
             company.currency == m_world.homeCurrency() ? rate : priceIn(rate, m_world.homeRate(), company.rate));
    if (dice.chance(10))
        line.set("discount", dice.chance(50) ? 500 : 1000);
    to.lines(lines).append(line);
}

Document DemoDocuments::order(qint64 index) const
{
    constexpr int days = 540, linesPerOrder = 8;
    const int age = int(days - index * days / std::max<qint64>(1, m_amounts.orders));
    Dice dice = m_world.dice(DemoStream::Orders, index);
    const qint64 client = clientFor(dice);
    const DemoCompany company = m_world.company(client);
    const QDate date = m_options.today.addDays(-age);
    Document d = make("orders", DemoStream::Orders, index);
    d.set("client_id", id(DemoStream::Clients, client));
    if (DemoAmounts::contactsOf(m_world, client) > 0 && dice.chance(80))
        d.set("contact_id", id(DemoStream::Contacts, client * contactsPerClient));
    d.set("owner_id", ownerOf(client));
    const QString kind = orderStatus(dice, age);
    d.set("status_id", pickKind(dice, "order_statuses", kind.toLatin1().constData()));
    d.set("order_date", date);
    d.set("required_date", date.addDays(dice.between(7, 30)));
    if (kind == QLatin1String("done"))
        d.set("shipped_date", date.addDays(dice.between(1, std::min(14, std::max(1, age)))));
    if (dice.chance(15))
        d.set("discount_percent", dice.chance(60) ? 500 : 1000);
    const bool atHome = company.currency == m_world.homeCurrency();
    if (atHome && m_ground.homeTax != 0)
        d.set("tax_id", m_ground.homeTax);
    if (company.currency != m_catalog.baseCurrency)
        d.set("currency", company.currency);
    if (dice.chance(30))
        d.set("freight", priceIn(dice.between(5, 60) * 10'000, DemoCompany().rate, company.rate));
    d.set("ship_city", company.city);
    d.set("ship_country", company.country);
    d.set("labels", QVariant::fromValue(labelsFor(dice, "orders", 20)));
    const qint64 lines = 1 + dice.below(3) + dice.below(4);
    for (int n = 0; n < lines; ++n)
        addLine(d, dice, DemoStream::Lines, index * linesPerOrder + n, company);
    return d;
}

// --- work

/// On what a task or a note hangs; some stand alone.
void DemoDocuments::place(Document &d, Dice &dice) const
{
    const qint64 what = dice.below(100);
    if (what < 55)
        hangOn(d, "clients", DemoStream::Clients, clientFor(dice));
    else if (what < 75 && m_amounts.orders > 0)
        hangOn(d, "orders", DemoStream::Orders, dice.below(m_amounts.orders));
    else if (what < 88 && m_amounts.leads > 0)
        hangOn(d, "leads", DemoStream::Leads, dice.below(m_amounts.leads));
}

void DemoDocuments::addChecklist(Document &d, Dice &dice, qint64 index, bool done) const
{
    constexpr int itemsPerTask = 6;
    const qint64 items = dice.between(2, itemsPerTask);
    const qint64 ready = done ? items : dice.below(items);
    for (int n = 0; n < items; ++n) {
        Record line(m_catalog.at("task_checklist"), id(DemoStream::Checklist, index * itemsPerTask + n));
        line.set("title", m_world.texts().entry("checklist", n).first());
        line.set("done", n < ready);
        d.lines("task_checklist").append(line);
    }
}

Document DemoDocuments::task(qint64 index) const
{
    Dice dice = m_world.dice(DemoStream::Tasks, index);
    Document d = make("tasks", DemoStream::Tasks, index);
    const int due = int(dice.between(-60, 30));
    const bool done = dice.chance(due < -3 ? 88 : 15);
    d.set("title", dice.pick(m_world.texts().lines("tasks")));
    d.set("status_id", pickKind(dice, "task_statuses", done ? "done" : "open"));
    d.set("priority_id",
          dice.chance(45) ? m_ground.rows.value("task_priorities").value(0) : pick(dice, "task_priorities"));
    d.set("assignee_id", m_ground.owners.isEmpty() ? 0 : dice.pick(m_ground.owners));
    if (dice.chance(10) && !m_ground.owners.isEmpty())
        d.set("collaborators", QVariant::fromValue(IdList{dice.pick(m_ground.owners)}));
    if (dice.chance(90))
        d.set("deadline", at(due, int(dice.between(7, 15))));
    if (dice.chance(40))
        d.set("start_at", at(due - int(dice.between(1, 10)), 6));
    if (done)
        d.set("done_at", at(std::min(due, -1), 14));
    if (dice.chance(30))
        d.set("points", dice.between(1, 8));
    if (dice.chance(35))
        d.set("description", dice.pick(m_world.texts().lines("task_texts")));
    d.set("labels", QVariant::fromValue(labelsFor(dice, "tasks", 20)));
    place(d, dice);
    if (dice.chance(25))
        addChecklist(d, dice, index, done);
    if (index > 0 && dice.chance(8))
        d.set("parent_task_id", id(DemoStream::Tasks, index - 1));
    if (index > 2 && !done && dice.chance(7))
        d.set("blocked_by", QVariant::fromValue(IdList{id(DemoStream::Tasks, index - 2)}));
    // Only what is still to come: a repetition long due would be made again and again at the first start.
    if (!done && due > 0 && dice.chance(20) && !d.value("deadline").isNull()) {
        d.set("repeat_every", dice.between(1, 2));
        d.set("repeat_unit", dice.chance(60) ? "week" : "month");
    }
    return d;
}

Document DemoDocuments::note(qint64 index) const
{
    static const QStringList colors{"#fde68a", "#bbf7d0", "#bfdbfe", "#fecaca"};
    Dice dice = m_world.dice(DemoStream::Notes, index);
    Document d = make("notes", DemoStream::Notes, index);
    const QStringList text = m_world.texts().entry("notes", dice.below(1000));
    d.set("title", text.value(0));
    d.set("text", unescaped(text.value(1)));
    d.set("category_id", pick(dice, "note_categories"));
    d.set("pinned", dice.chance(6));
    if (dice.chance(35))
        d.set("color", dice.pick(colors));
    place(d, dice);
    return d;
}

Document DemoDocuments::comment(qint64 index) const
{
    Dice dice = m_world.dice(DemoStream::Comments, index);
    Document d = make("comments", DemoStream::Comments, index);
    d.set("text", dice.pick(m_world.texts().lines("comments")));
    d.set("author_id", m_ground.owners.isEmpty() ? 0 : dice.pick(m_ground.owners));
    const qint64 what = dice.below(100);
    if (what < 30 && m_amounts.orders > 0)
        hangOn(d, "orders", DemoStream::Orders, dice.below(m_amounts.orders));
    else if (what < 60 && m_amounts.tasks > 0)
        hangOn(d, "tasks", DemoStream::Tasks, dice.below(m_amounts.tasks));
    else
        hangOn(d, "clients", DemoStream::Clients, clientFor(dice));
    const Id called = dice.chance(25) && !m_ground.owners.isEmpty() ? dice.pick(m_ground.owners) : 0;
    if (called && called != d.head().ref("author_id"))
        d.set("text", d.head().text("text") + u' ' + mentionLink(m_ground.names.value(called), called));
    return d;
}

Document DemoDocuments::todo(qint64 index, Id owner) const
{
    Dice dice = m_world.dice(DemoStream::Todo, index);
    Document d = make("todo", DemoStream::Todo, index);
    d.set("title", m_world.texts().entry("todo", index).first());
    d.set("owner_id", owner);
    d.set("position", index + 1);
    d.set("done", dice.chance(25));
    if (dice.chance(60))
        d.set("start_date", m_options.today.addDays(dice.between(-3, 7)));
    return d;
}

Document DemoDocuments::folder(qint64 index) const
{
    const QStringList text = m_world.texts().entry("folders", index);
    Document d = make("folders", DemoStream::Folders, index);
    d.set("name", text.value(0));
    d.set("description", text.value(1));
    d.set("owner_id", m_ground.owners.value(0));
    return d;
}

QByteArray DemoDocuments::fileContent(qint64 index) const
{
    return unescaped(m_world.texts().entry("files", index).value(1)).toUtf8();
}

Document DemoDocuments::file(qint64 index, const QString &parentEntity, Id parent) const
{
    Document d = make("files", DemoStream::Files, index);
    d.set("name", m_world.texts().entry("files", index).first());
    d.set("size", fileContent(index).size());
    d.set("parent_entity", parentEntity);
    d.set("parent_id", parent);
    return d;
}

int DemoDocuments::picturesOf(qint64 item) const
{
    const bool isNamed = item < m_world.texts().lines("items").size(); // later ones have these names once more
    return isNamed ? 1 + int(item % mostPictures) : 0;
}

QByteArray DemoDocuments::pictureContent(qint64 item, int n) const
{
    Dice dice = m_world.dice(DemoStream::Pictures, item * mostPictures + n);
    const QString thing = m_world.texts().entry("items", item).value(6);
    return demoPicture(m_world.pictures().lines(thing), dice);
}

Document DemoDocuments::picture(qint64 item, int n) const
{
    Document d = make("files", DemoStream::Pictures, item * mostPictures + n);
    d.set("name", QStringLiteral("%1-%2.svg").arg(item + 1).arg(n + 1));
    d.set("size", pictureContent(item, n).size());
    d.set("parent_entity", "items");
    d.set("parent_id", id(DemoStream::Items, item));
    return d;
}

} // namespace crm
