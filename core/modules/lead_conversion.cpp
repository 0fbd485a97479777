#include "core/modules/lead_conversion.h"
#include "core/access/policy.h"
#include "core/model/format.h"
#include "core/model/text.h"
#include "core/modules/lead_stages.h"
#include "core/modules/parts.h"
#include "core/store/repository.h"
#include <QCoreApplication>

namespace crm::modules {

namespace {
/// Texts inside classes; label() is for the declarations.
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::modules)
};

/// Fewer digits are an extension, not a number that tells people apart.
constexpr int significantDigits = 5;
constexpr int comparedDigits = 10; ///< +7 912 ... and 8 912 ... are one number

bool samePhone(const QString &a, const QString &b)
{
    const QString x = digitsOnly(a).right(comparedDigits), y = digitsOnly(b).right(comparedDigits);
    return x.size() >= significantDigits && x == y;
}

/// Looks, with the person's own rights, for clients that might be the one that the lead is about to become.
class SimilarClients
{
public:
    explicit SimilarClients(Repository &repository)
        : m_repository(repository)
    {}

    IdList find(const Record &lead)
    {
        if (!lead.text("name").isEmpty())
            gather("clients", Filter::where("name", Op::Equal, lead.text("name")), "id");
        if (!lead.text("email").isEmpty()) {
            gather("clients", Filter::where("email", Op::Equal, lead.text("email")), "id");
            gather("contacts", Filter::where("email", Op::Equal, lead.text("email")), "client_id");
        }
        byPhone("clients", lead.text("phone"), "id");
        byPhone("contacts", lead.text("phone"), "client_id");
        return m_found;
    }

private:
    void take(Id id)
    {
        if (id != 0 && !m_found.contains(id))
            m_found.append(id);
    }

    void gather(const QString &entity, const Filter &filter, const QString &column)
    {
        Query query(entity);
        query.filter = filter;
        query.columns = QStringList{column};
        const Page page = m_repository.page(query, {PageAt::First, {}, 0, 10});
        for (const Row &row : page.rows)
            take(column == QLatin1String("id") ? row.id : row.values.value(0).toLongLong());
    }

    void byPhone(const QString &entity, const QString &phone, const QString &column)
    {
        const QString digits = digitsOnly(phone).right(comparedDigits);
        if (digits.size() < significantDigits)
            return;
        Query query(entity);
        query.search = digits;
        query.columns = QStringList{"phone", column};
        const Page page = m_repository.page(query, {PageAt::First, {}, 0, 50});
        for (const Row &row : page.rows) {
            if (samePhone(row.values.value(0).toString(), phone))
                take(column == QLatin1String("id") ? row.id : row.values.value(1).toLongLong());
        }
    }

    Repository &m_repository;
    IdList m_found;
};

/// One run of the action.
class Conversion
{
public:
    explicit Conversion(ActionContext &context)
        : m_context(context)
        , m_repository(context.repository)
        , m_catalog(context.repository.catalog())
        , m_lead(context.record)
    {}

    void run()
    {
        Document client = chosenClient() != 0 ? mergedClient(chosenClient()) : newClient();
        if (client.isChanged())
            client = m_repository.save(client).document;
        addContact(client);
        moveAttachments(client.id());
        closeLead(client.id());
        movePapers(client); // what is accepted follows a lead that has become this client, and no other
        m_context.result = {client.entity().key(), client.id()};
    }

private:
    Id chosenClient() const { return m_context.parameters.value("client_id").toLongLong(); }

    Document newClient()
    {
        const QString target = m_context.parameters.value("target", "auto").toString();
        if (target == QLatin1String("existing"))
            throw Error::validation({{"client_id", Tr::tr("Choose the client that the lead belongs to."), {}}});
        if (target != QLatin1String("new"))
            refuseDoubles();
        Document client{Record(m_catalog->at("clients"), newId())};
        for (const Field &field : client.entity().fieldList()) {
            if (isCarriedOver(field))
                client.set(field.key(), m_lead.value(field.key()));
        }
        client.set("lead_id", m_lead.id());
        return client;
    }

    void refuseDoubles()
    {
        const IdList found = SimilarClients(m_repository).find(m_lead.head());
        if (found.isEmpty())
            return;
        const QHash<Id, Option> options = m_repository.options("clients", found);
        QStringList names;
        for (const Id id : found.mid(0, 3))
            names.append(options.value(id).title);
        throw Error::validation({{"client_id",
                                  Tr::tr("There may be such a client already: %1. Choose it as the existing client, or "
                                         "ask for a new one in any case.")

                                      .arg(names.join(QStringLiteral(", "))),
                                  {}}});
    }

    /// Fields of the same key and kind: the shared ones and, merged in the same way, custom fields.
    bool isCarriedOver(const Field &field) const
    {
        const Field *same = m_lead.entity().field(field.key());
        return same && same->kind() == field.kind() && !field.isReadOnly() &&
               field.key() != QLatin1String("external_id") && !isEmptyValue(m_lead.value(field.key()));
    }

    /// What the client already says about itself stays; the lead fills the gaps. An address is taken as a whole.
    Document mergedClient(Id id)
    {
        Document client = m_repository.load("clients", id);
        const QList<Field> address = addressFields();
        const auto isAddress = [&](const Field &f) {
            return std::any_of(address.begin(), address.end(), [&](const Field &a) { return a.key() == f.key(); });
        };
        const bool hasAddress = std::any_of(address.begin(), address.end(),
                                            [&](const Field &a) { return !isEmptyValue(client.value(a.key())); });
        for (const Field &field : client.entity().fieldList()) {
            if (isCarriedOver(field) && isEmptyValue(client.value(field.key())) && !(hasAddress && isAddress(field)))
                client.set(field.key(), m_lead.value(field.key()));
        }
        if (client.head().ref("lead_id") == 0)
            client.set("lead_id", m_lead.id());
        return client;
    }

    void addContact(Document &client)
    {
        if (!m_context.parameters.value("create_contact", true).toBool())
            return;
        Document contact{Record(m_catalog->at("contacts"), newId())};
        nameContact(contact);
        if (fullName(contact.head().text("first_name"), contact.head().text("last_name")).isEmpty() ||
            isKnown(contact, client.id()))
            return;
        contact.set("client_id", client.id());
        contact.set("job_title", m_lead.value("contact_job_title"));
        contact.set("email", m_lead.value("email"));
        contact.set("phone", m_lead.value("phone"));
        m_repository.save(contact);
        if (client.head().ref("primary_contact_id") == 0) {
            client.set("primary_contact_id", contact.id());
            client = m_repository.save(client).document;
        }
    }

    /// The contact person; a lead that is a person without one is that person.
    void nameContact(Document &contact) const
    {
        contact.set("first_name", m_lead.value("contact_first_name"));
        contact.set("last_name", m_lead.value("contact_last_name"));
        const bool isPerson = m_lead.head().text("type") == QLatin1String("person");
        if (isPerson && m_lead.head().text("contact_name").isEmpty()) {
            const QString name = m_lead.head().text("name").simplified();
            contact.set("first_name", name.section(u' ', 0, 0));
            contact.set("last_name", name.section(u' ', 1));
        }
    }

    bool isKnown(const Document &contact, Id client)
    {
        const QString name = fold(fullName(contact.head().text("first_name"), contact.head().text("last_name")));
        const QString email = fold(m_lead.head().text("email"));
        const IdList present = m_context.read.where("contacts", "client_id", client);
        for (const Id id : present) {
            const auto other = m_context.read.find("contacts", id);
            if (other &&
                (fold(other->text("name")) == name || (!email.isEmpty() && fold(other->text("email")) == email)))
                return true;
        }
        return false;
    }

    /// Everything that hangs on the lead and may hang on a client: notes, tasks, files, comments ...
    void moveAttachments(Id client)
    {
        const QStringList taken = m_catalog->at("clients").attachments();
        for (const QString &entity : m_lead.entity().attachments()) {
            if (taken.contains(entity))
                move(entity, client);
        }
    }

    void move(const QString &entity, Id client)
    {
        moveAll(entity,
                Filter::all({Filter::where("parent_entity", Op::Equal, m_lead.entity().key()),
                             Filter::where("parent_id", Op::Equal, m_lead.id())}),
                {{"parent_entity", "clients"}, {"parent_id", client}});
    }

    /// Estimates, contracts and whatever else is for a lead or for a client. Amounts keep their currency.
    void movePapers(const Document &client)
    {
        for (const Entity *entity : m_catalog->entities()) {
            const Field *lead = entity->field("lead_id"), *owner = entity->field("client_id");
            if (!lead || !owner || lead->target() != m_lead.entity().key() ||
                owner->target() != QLatin1String("clients"))
                continue;
            if (!entity->currencyField().isEmpty() && currencyOf(client) != currencyOf(m_lead) &&
                !m_context.read.where(entity->key(), "lead_id", m_lead.id(), 1).isEmpty())
                throw Error::validation(
                    {{"client_id",
                      Tr::tr(
                          "The lead has documents in %1, but this client's are in %2. Make a new client of the lead.")
                          .arg(currencyOf(m_lead), currencyOf(client)),
                      {}}});
            moveAll(entity->key(), Filter::where("lead_id", Op::Equal, m_lead.id()),
                    {{"client_id", client.id()}, {"lead_id", QVariant()}});
        }
    }

    QString currencyOf(const Document &document) const
    {
        const QString own = document.head().text("currency");
        return own.isEmpty() ? m_catalog->baseCurrency : own;
    }

    void moveAll(const QString &entity, const Filter &filter, const QVariantMap &values)
    {
        constexpr int batch = 500;
        if (!m_context.actor.policy.may(m_catalog->at(entity), Verb::Read))
            return;
        Query query(entity);
        query.filter = filter;
        query.sort = {{"id", false}};
        query.columns = QStringList{"id"};
        for (;;) { // what has been moved is no longer found
            const Page page = m_repository.page(query, {PageAt::First, {}, 0, batch});
            IdList ids;
            for (const Row &row : page.rows)
                ids.append(row.id);
            if (ids.isEmpty())
                return;
            QList<Document> documents = m_repository.loadMany(entity, ids);
            for (Document &document : documents) {
                for (auto it = values.cbegin(); it != values.cend(); ++it)
                    document.set(it.key(), it.value());
            }
            m_repository.saveMany(documents);
        }
    }

    void closeLead(Id client)
    {
        m_lead.set("client_id", client);
        const Id pipeline = pipelineOf(m_context.read, m_lead.head());
        if (const Id won = firstStage(m_context.read, pipeline, stageWon))
            m_lead.set("status_id", won);
        m_repository.save(m_lead);
    }

    ActionContext &m_context;
    Repository &m_repository;
    std::shared_ptr<const Catalog> m_catalog;
    Document &m_lead;
};
} // namespace

Action leadConversion()
{
    Action a;
    a.key = "convert";
    a.label = label("Convert to a client");
    a.icon = "convert";
    a.available = [](const Record &lead) { return lead.text("state_of_lead") != QLatin1String("converted"); };
    a.run = [](ActionContext &context) { Conversion(context).run(); };
    a.parameters = {
        choice("target", label("Becomes"),
               {{"auto", label("A new client, unless there is one")},
                {"new", label("A new client in any case")},
                {"existing", label("Part of an existing client")}})
            .byDefault(QString("auto")),
        ref("client_id", label("Existing client"), "clients"),
        yesNo("create_contact", label("Make the contact person a contact of the client")).byDefault(true),
    };
    return a;
}

} // namespace crm::modules
