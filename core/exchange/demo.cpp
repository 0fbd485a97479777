#include "core/exchange/demo.h"
#include "core/exchange/demo_documents.h"
#include "core/exchange/demo_fields.h"
#include "core/store/database.h"
#include "core/store/store_repository.h"
#include <QBuffer>
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Demo)
};
constexpr qsizetype batchSize = 10000; ///< large ones touch each page of the indexes less often

/// Fills one database, stage by stage, in an order in which everything refers to what is there already.
class DemoRun
{
public:
    DemoRun(Repository &repository, const DemoOptions &options, const Progress &progress)
        : m_repository(repository)
        , m_catalog(repository.catalog())
        , m_options(options)
        , m_progress(progress)
        , m_world(options.seed, options.language)
        , m_amounts(options.size)
        , m_documents(*m_catalog, m_world, options, m_amounts)
        , m_fields(m_documents, m_world)
    {}

    /// Definitions of fields, which the repository must know before records have them. @returns the batch, or 0
    Id defineFields()
    {
        refuseTwice();
        auto &store = dynamic_cast<StoreRepository &>(m_repository);
        // A server makes an index with an upgrade only, and its check asks for that as long as there is a mark.
        const bool fast = !store.database().isServer();
        const QList<Document> fields = m_fields.definitions(*m_catalog, fast);
        if (!m_options.ownFields || fields.isEmpty() || !m_repository.actor().policy.isAdmin())
            return 0;
        const Id batch = m_repository.saveMany(fields).batch;
        store.refresh(store.feedState());
        return batch;
    }

    /// @param batch what was made before belongs to it
    DemoResult run(Id batch)
    {
        m_result.batch = batch;
        try {
            makeAll();
        } catch (const Error &) {
            if (m_result.batch != 0)
                m_repository.undoBatch(m_result.batch);
            throw;
        }
        return m_result;
    }

private:
    void makeAll()
    {
        m_total = 2 * m_amounts.clients * 2 + m_amounts.leads + 4 * m_amounts.orders + m_amounts.tasks +
                  m_amounts.notes + m_amounts.comments + m_amounts.activities;
        secondPipeline();
        readGround();
        secondCompany();
        people();
        each(m_amounts.labels, [&](qint64 i) { add(m_documents.label(i)); });
        each(m_amounts.items, [&](qint64 i) { add(m_documents.item(i)); });
        itemPictures();
        if (m_repository.actor().policy.isAdmin()) { // a dictionary
            each(1, [&](qint64) { add(m_documents.priceList()); });
            each(m_amounts.items, [&](qint64 i) { add(m_documents.itemPrice(i)); }); // of each second item
        }
        each(m_amounts.clients, [&](qint64 i) {
            Document client = m_documents.client(i);
            m_fields.fill(client, i);
            add(client);
        });
        each(m_amounts.clients, [&](qint64 i) {
            for (int n = 0, count = DemoAmounts::contactsOf(m_world, i); n < count; ++n)
                add(m_documents.contact(i, n));
        });
        each(m_amounts.leads, [&](qint64 i) { add(m_documents.lead(i)); });
        each(m_amounts.activities, [&](qint64 i) { add(m_documents.activity(i)); });
        primaryContacts();
        each(m_documents.briefNames().size(), [&](qint64 i) { add(m_documents.brief(i)); });
        each(m_amounts.requests, [&](qint64 i) { add(m_documents.request(i)); });
        each(m_amounts.orders, [&](qint64 i) { add(m_documents.order(i)); });
        projects();
        finance();
        each(m_amounts.tasks, [&](qint64 i) { add(m_documents.task(i)); });
        each(m_amounts.notes, [&](qint64 i) { add(m_documents.note(i)); });
        each(m_amounts.comments, [&](qint64 i) { add(m_documents.comment(i)); });
        ownThings();
    }

    void refuseTwice()
    {
        if (m_options.size < 1)
            throw Error(ErrorKind::Validation, Tr::tr("Demo data need at least one client."));
        Query query("clients");
        query.filter = Filter::where("id", Op::Equal, m_documents.id(DemoStream::Clients, 0));
        query.columns = QStringList{"name"};
        for (const bool trashed : {false, true}) {
            query.trashed = trashed;
            if (!m_repository.page(query, {PageAt::First, {}, 0, 1}).rows.isEmpty()) {
                throw Error(ErrorKind::Validation,
                            Tr::tr("The database holds these demo data already. Use another seed to add more."));
            }
        }
    }

    // --- writing

    void add(const Document &document)
    {
        m_waiting.append(document);
        if (m_waiting.size() >= batchSize)
            flush();
    }

    void flush()
    {
        if (m_waiting.isEmpty())
            return;
        m_result.batch = m_repository.saveMany(m_waiting, m_result.batch).batch;
        m_result.records += m_waiting.size();
        m_waiting.clear();
        if (m_progress && !m_progress(m_result.records, std::max(m_total, m_result.records)))
            throw Error(ErrorKind::Cancelled, Tr::tr("Making the demo data was cancelled. Nothing of them was kept."));
    }

    template<class Fn> void each(qint64 count, Fn make)
    {
        for (qint64 i = 0; i < count; ++i)
            make(i);
        flush();
    }

    // --- what is there

    IdList idsOf(const QString &entity, const Filter &filter = {})
    {
        Query query(entity);
        query.filter = filter;
        query.columns = QStringList{m_catalog->at(entity).titleField()};
        IdList ids;
        const Page page = m_repository.page(query, {PageAt::First, {}, 0, 500});
        for (const Row &row : page.rows)
            ids.append(row.id);
        return ids;
    }

    /// Its names may be there already, of other demo data. In a database without any it would be the first, and take
    /// all leads.
    void secondPipeline()
    {
        const auto isThere = [&](const Document &row) {
            return !idsOf(row.entity().key(), Filter::where("name", Op::Equal, row.value("name"))).isEmpty();
        };
        const int pipelines = int(idsOf("pipelines").size());
        const Document pipeline = m_documents.pipeline(pipelines + 1);
        if (pipelines == 0 || isThere(pipeline))
            return;
        add(pipeline);
        const int stages = int(idsOf("lead_statuses").size());
        for (int i = 0; i < m_world.texts().lines("stages").size(); ++i) {
            const Document stage = m_documents.stage(i, stages + i + 1);
            if (!isThere(stage))
                add(stage);
        }
        flush();
    }

    /// The same: its name and its numbers stand there once.
    void secondCompany()
    {
        const Document company = m_documents.company();
        if (!m_repository.actor().policy.isAdmin() ||
            !idsOf("companies", Filter::where("name", Op::Equal, company.value("name"))).isEmpty())
            return;
        add(company);
        flush();
        m_ground.company = company.id();
        m_documents.standOn(m_ground);
        add(m_documents.companyNumbers());
        flush();
    }

    void readStages()
    {
        const Id first = m_ground.rows.value("pipelines").value(0);
        const QList<Document> stages = m_repository.loadMany("lead_statuses", m_ground.rows.value("lead_statuses"));
        for (const Document &stage : stages) {
            const Id pipeline = stage.head().ref("pipeline_id");
            m_ground.stages[pipeline == first ? 0 : pipeline][stage.head().text("kind")].append(stage.id());
        }
    }

    void readGround()
    {
        for (const Entity *entity : m_catalog->entities()) {
            if (!entity->isDictionary())
                continue;
            const IdList ids = idsOf(entity->key());
            m_ground.rows.insert(entity->key(), ids);
            if (!entity->field("kind"))
                continue;
            const QList<Document> rows = m_repository.loadMany(entity->key(), ids);
            for (const Document &row : rows)
                m_ground.kinds[entity->key()][row.head().text("kind")].append(row.id());
        }
        readStages();
        m_ground.homeTax = m_ground.rows.value("taxes").value(0);
        m_ground.owners = idsOf("users", Filter::where("active", Op::Equal, true));
        m_ground.mayConvert = m_repository.actor().userId == 0;
        m_ground.hasPriceList = m_repository.actor().policy.isAdmin();
        m_documents.standOn(m_ground);
    }

    /// The first role that lets its people change clients at the level, so that names of roles do not matter.
    Id roleWith(const QString &level)
    {
        const QList<Document> roles = m_repository.loadMany("roles", idsOf("roles"));
        Id fallback = 0;
        for (const Document &role : roles) {
            if (role.head().flag("is_admin") || !role.head().flag("is_staff") || role.head().flag("is_limited"))
                continue;
            fallback = role.id();
            for (const Record &line : role.lines("role_rights")) {
                if (line.text("entity") == QLatin1String("clients") && line.text("can_update") == level)
                    return role.id();
            }
        }
        return fallback ? fallback : idsOf("roles").value(0);
    }

    void people()
    {
        const Id manager = roleWith("all"), own = roleWith("own"), team = roleWith("team");
        const bool active = !m_options.password.isEmpty();
        IdList owners = m_ground.owners;
        const auto known = m_repository.options("users", owners);
        for (const Option &person : known)
            m_ground.names.insert(person.id, person.title);
        each(m_amounts.staff, [&](qint64 i) {
            const Document user = m_documents.user(i, i == 0 ? manager : i % 2 ? team : own, active);
            add(user);
            owners.append(user.id());
            m_ground.names.insert(user.id(), user.head().text("first_name") + u' ' + user.head().text("last_name"));
        });
        if (active) {
            for (qint64 i = 0; i < m_amounts.staff; ++i)
                m_repository.setPassword(m_documents.id(DemoStream::Users, i), m_options.password);
        }
        whoIsLimited(manager, active);
        m_documents.setOwners(owners);
        m_documents.setNames(m_ground.names);
        m_ground.owners = owners;
        each(m_world.texts().lines("teams").size(), [&](qint64 i) { add(m_documents.team(i)); });
    }

    /// Somebody who works with one group of clients alone, and looks after no records: most would be beyond the limit.
    void whoIsLimited(Id manager, bool active)
    {
        const QList<Document> like = m_repository.loadMany("roles", {manager});
        const Id group = m_ground.rows.value("client_groups").value(0);
        if (!m_repository.actor().policy.isAdmin() || like.isEmpty() || !group)
            return;
        const Document role = m_documents.limitedRole(like.first(), group);
        if (!idsOf("roles", Filter::where("name", Op::Equal, role.value("name"))).isEmpty())
            return;
        add(role);
        flush();
        add(m_documents.user(m_amounts.staff, role.id(), active));
        flush();
        if (active)
            m_repository.setPassword(m_documents.id(DemoStream::Users, m_amounts.staff), m_options.password);
    }

    /// Clients know their first contact, and the lead they come from; both exist only now.
    void primaryContacts()
    {
        QHash<qint64, Id> leads;
        for (qint64 i = 0; i < m_amounts.leads; ++i) {
            const qint64 client = m_documents.convertedTo(i);
            if (client >= 0)
                leads.insert(client, m_documents.id(DemoStream::Leads, i));
        }
        for (qint64 from = 0; from < m_amounts.clients; from += batchSize) {
            QHash<Id, qint64> wanted;
            IdList ids;
            for (qint64 i = from; i < std::min(from + batchSize, m_amounts.clients); ++i) {
                if (DemoAmounts::contactsOf(m_world, i) > 0 || leads.contains(i)) {
                    ids.append(m_documents.id(DemoStream::Clients, i));
                    wanted.insert(ids.last(), i);
                }
            }
            const QList<Document> clients = m_repository.loadMany("clients", ids);
            for (Document client : clients) {
                const qint64 i = wanted.value(client.id());
                if (DemoAmounts::contactsOf(m_world, i) > 0)
                    client.set("primary_contact_id", m_documents.contact(i, 0).id());
                if (leads.contains(i))
                    client.set("lead_id", leads.value(i));
                add(client);
            }
            flush();
        }
    }

    void projects()
    {
        each(m_amounts.projects, [&](qint64 i) {
            const Document project = m_documents.project(i);
            if (const Id client = project.head().ref("client_id"))
                m_ground.projects.insert(client, project.id());
            add(project);
        });
        m_documents.standOn(m_ground);
    }

    void finance()
    {
        const auto addIf = [&](const std::optional<Document> &document) {
            if (document)
                add(*document);
        };
        each(m_amounts.orders, [&](qint64 i) { addIf(m_documents.estimate(i)); });
        each(m_amounts.leads, [&](qint64 i) { addIf(m_documents.leadEstimate(i)); });
        each(m_amounts.orders, [&](qint64 i) { addIf(m_documents.invoice(i)); });
        // What an invoice comes to, and what is still due, is known when it is stored.
        eachInvoice([&](qint64 i, const Record &invoice) { addIf(m_documents.payment(i, invoice)); });
        eachInvoice([&](qint64 i, const Record &invoice) { addIf(m_documents.creditNote(i, invoice)); });
        eachInvoice([&](qint64 i, const Record &invoice) { addIf(m_documents.letter(i, invoice)); });
        each(m_amounts.contracts, [&](qint64 i) { add(m_documents.contract(i)); });
        each(m_amounts.offers, [&](qint64 i) { add(m_documents.proposal(i)); });
        each(m_amounts.offers, [&](qint64 i) { add(m_documents.subscription(i)); });
        constexpr qint64 contractsPerDeposit = 4, depositsPerRefund = 3;
        const qint64 deposits = (m_amounts.contracts + contractsPerDeposit - 1) / contractsPerDeposit;
        each(deposits, [&](qint64 i) { add(m_documents.deposit(i * contractsPerDeposit)); });
        each((deposits + depositsPerRefund - 1) / depositsPerRefund,
             [&](qint64 i) { add(m_documents.refund(i * depositsPerRefund * contractsPerDeposit)); });
        each(m_amounts.expenses, [&](qint64 i) { add(m_documents.expense(i)); });
    }

    template<class Fn> void eachInvoice(Fn make)
    {
        for (qint64 from = 0; from < m_amounts.orders; from += batchSize) {
            QHash<Id, qint64> wanted;
            for (qint64 i = from; i < std::min(from + batchSize, m_amounts.orders); ++i)
                wanted.insert(m_documents.id(DemoStream::Invoices, i), i);
            IdList ids = wanted.keys();
            std::sort(ids.begin(), ids.end());
            const QList<Document> invoices = m_repository.loadMany("invoices", ids);
            for (const Document &invoice : invoices)
                make(wanted.value(invoice.id()), invoice.head());
            flush();
        }
    }

    /// To-do and reminders of whoever looks at the demo, folders and files.
    void ownThings()
    {
        const Id me = m_repository.actor().userId ? m_repository.actor().userId : m_ground.owners.value(0);
        each(m_world.texts().lines("todo").size(), [&](qint64 i) { add(m_documents.todo(i, me)); });
        each(m_world.texts().lines("reminders").size(), [&](qint64 i) { add(m_documents.reminder(i, me)); });
        const qint64 folders = m_world.texts().lines("folders").size();
        each(folders, [&](qint64 i) { add(m_documents.folder(i)); });
        constexpr qint64 clientsWithFiles = 20;
        each(std::min(clientsWithFiles, m_amounts.clients),
             [&](qint64 i) { addFile(i, "clients", m_documents.id(DemoStream::Clients, i)); });
        each(folders,
             [&](qint64 i) { addFile(clientsWithFiles + i, "folders", m_documents.id(DemoStream::Folders, i)); });
    }

    /// They hang on their items, which name them in their order.
    void itemPictures()
    {
        QHash<Id, IdList> pictures;
        IdList items;
        for (qint64 i = 0; i < m_amounts.items && m_documents.picturesOf(i) > 0; ++i) {
            items << m_documents.id(DemoStream::Items, i);
            for (int n = 0; n < m_documents.picturesOf(i); ++n) {
                const Document file = m_documents.picture(i, n);
                pictures[items.last()] << file.id();
                addFile(file, m_documents.pictureContent(i, n));
            }
        }
        flush();
        QList<Document> loaded = m_repository.loadMany("items", items);
        for (Document &item : loaded) {
            item.set("pictures", QVariant::fromValue(pictures.value(item.id())));
            add(item);
        }
        flush();
    }

    void addFile(qint64 index, const QString &entity, Id parent)
    {
        addFile(m_documents.file(index, entity, parent), m_documents.fileContent(index));
    }

    void addFile(Document file, QByteArray content)
    {
        QBuffer buffer(&content);
        buffer.open(QIODevice::ReadOnly);
        file.set("hash", QString::fromLatin1(m_repository.addBlob(buffer).toHex()));
        add(file);
    }

    Repository &m_repository;
    std::shared_ptr<const Catalog> m_catalog;
    const DemoOptions &m_options;
    const Progress &m_progress;
    DemoWorld m_world;
    DemoAmounts m_amounts;
    DemoDocuments m_documents;
    DemoFields m_fields;
    DemoGround m_ground;
    QList<Document> m_waiting;
    DemoResult m_result;
    qint64 m_total = 0;
};
} // namespace

DemoResult generateDemo(Repository &repository, const DemoOptions &options, const Progress &progress)
{
    const Id batch = DemoRun(repository, options, progress).defineFields();
    return DemoRun(repository, options, progress).run(batch);
}

} // namespace crm
