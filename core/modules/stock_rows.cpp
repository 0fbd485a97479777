#include "core/modules/stock_rows.h"
#include "core/model/registry.h"
#include "core/modules/e_invoice.h"
#include <QTranslator>

namespace crm::modules {

namespace {
/// What QT_TRANSLATE_NOOP3 leaves: the English text and what tells it from its equals.
struct Text
{
    const char *source;
    const char *comment;
};

/// Gathers documents; knows the language of their names.
class Stock
{
public:
    Stock(const Catalog &catalog, const QString &language)
        : m_catalog(catalog)
    {
        m_translated = language != QLatin1String("en") &&
                       m_translator.load(QStringLiteral(":/i18n/mycrm_%1.qm").arg(language.left(2)));
    }

    QString operator()(Text text) const
    {
        const QString found =
            m_translated ? m_translator.translate("crm::modules", text.source, text.comment) : QString();
        return found.isEmpty() ? QString::fromUtf8(text.source) : found;
    }

    /// A program without the entity has no use for its rows.
    void add(const QString &entity, const QVariantMap &values)
    {
        const Entity *e = m_catalog.find(entity);
        if (!e)
            return;
        Document document{Record(*e, newId())};
        for (auto it = values.begin(); it != values.end(); ++it)
            document.set(it.key(), it.value());
        if (e->isDictionary())
            document.set("position", qint64(++m_position[entity]));
        m_documents.append(document);
    }

    void addNamed(const QString &entity, Text name, const char *color = nullptr, const char *kind = nullptr)
    {
        QVariantMap values{{"name", (*this)(name)}};
        if (color)
            values.insert("color", QString::fromLatin1(color));
        if (kind)
            values.insert("kind", QString::fromLatin1(kind));
        add(entity, values);
    }

    const Catalog &catalog() const { return m_catalog; }
    QList<Document> &documents() { return m_documents; }

private:
    const Catalog &m_catalog;
    QTranslator m_translator;
    bool m_translated = false;
    QHash<QString, int> m_position;
    QList<Document> m_documents;
};

/// Levels of one role for one entity, by verb, as role_rights keeps them.
struct Levels
{
    const char *read = "none", *create = "none", *update = "none", *remove = "none", *exporting = "none";
};

/// What a role may do with records that have an owner, with those that all share, and with what is a person's own.
struct RoleShape
{
    Levels owned;
    Levels shared;
    Levels own;
};

Levels levelsFor(const Entity &entity, const RoleShape &shape)
{
    if (entity.isDictionary() || entity.isAdminOnly())
        return {shape.shared.read}; // everybody reads them, admins alone write
    switch (entity.scope().kind) {
    case Scope::Everyone:
        // What is on no menu is a person's furniture, such as saved views: its rules say whose it is.
        return entity.isInMenu() ? shape.shared : Levels{"all", "all", "all", "all", "all"};
    case Scope::Private:
        return shape.own;
    default:
        return shape.owned;
    }
}

void addRole(Stock &stock, Text name, const RoleShape &shape, const char *rights = "")
{
    stock.add("roles", {{"name", stock(name)}, {"is_staff", true}, {"named_rights", QString::fromLatin1(rights)}});
    const Entity &lineEntity = stock.catalog().at("role_rights");
    QList<Record> &lines = stock.documents().last().lines(lineEntity.key());
    const auto add = [&](const QString &entity, const Levels &levels) {
        Record line(lineEntity, newId());
        line.set("entity", entity);
        line.set("can_read", QString::fromLatin1(levels.read));
        line.set("can_create", QString::fromLatin1(levels.create));
        line.set("can_update", QString::fromLatin1(levels.update));
        line.set("can_delete", QString::fromLatin1(levels.remove));
        line.set("can_export", QString::fromLatin1(levels.exporting));
        lines.append(line);
    };
    for (const Entity *entity : stock.catalog().entities()) {
        if (!entity->isLine())
            add(entity->key(), levelsFor(*entity, shape));
    }
    add("*", shape.owned); // what is declared later, by a plugin for example
}

/// People of a client: "all" is all that is their client's, see core/model/division.h. Nobody of them sees what staff
/// write to each other (comments, notes, activities) until an administrator says so.
void addContactRole(Stock &stock, Text name, const QStringList &kinds)
{
    stock.add("roles", {{"name", stock(name)}, {"is_staff", false}});
    const Entity &lineEntity = stock.catalog().at("role_rights");
    QList<Record> &lines = stock.documents().last().lines(lineEntity.key());
    for (const QString &entity : kinds) {
        if (!stock.catalog().find(entity))
            continue;
        Record line(lineEntity, newId());
        line.set("entity", entity);
        for (const char *verb : {"can_read", "can_export"})
            line.set(verb, "all");
        lines.append(line);
    }
}

void addContactRoles(Stock &stock)
{
    // With what their lists and papers name: statuses, units, taxes, who the seller is.
    const QStringList client{"clients", "contacts", "office_settings", "companies"},
        money{"invoices", "credit_notes", "payments", "subscriptions", "payment_methods", "taxes", "units"},
        sales{"estimates", "proposals", "orders", "order_statuses", "contracts", "requests"},
        work{"projects", "project_statuses"};
    addContactRole(stock, QT_TRANSLATE_NOOP3("crm::modules", "Client contact", "role"), client + money + sales + work);
    addContactRole(stock, QT_TRANSLATE_NOOP3("crm::modules", "Client contact (accounts)", "role"), client + money);
    addContactRole(stock, QT_TRANSLATE_NOOP3("crm::modules", "Client contact (projects)", "role"), client + work);
}

void addRoles(Stock &stock)
{
    if (!stock.catalog().find("roles"))
        return;
    stock.add("roles", {{"name", stock(QT_TRANSLATE_NOOP3("crm::modules", "Administrator", "role"))},
                        {"is_admin", true},
                        {"is_staff", true}});
    const Levels all{"all", "all", "all", "all", "all"};
    const Levels own{"own", "own", "own", "own", "own"};
    const Levels ownNoExport{"own", "own", "own", "own", "none"};
    const Levels team{"team", "own", "team", "own", "none"};
    const Levels look{"all"};
    addRole(stock, QT_TRANSLATE_NOOP3("crm::modules", "Manager (all records)", "role"), {all, all, own}, "merge");
    addRole(stock, QT_TRANSLATE_NOOP3("crm::modules", "Staff (own records)", "role"), {ownNoExport, look, own});
    addRole(stock, QT_TRANSLATE_NOOP3("crm::modules", "Staff (records of the team)", "role"), {team, look, own});
    addRole(stock, QT_TRANSLATE_NOOP3("crm::modules", "Read only", "role"), {look, look, own});
    addContactRoles(stock);
}

void addStage(Stock &stock, Text name, const char *color, const char *kind, qint64 probability, Id pipeline)
{
    stock.addNamed("lead_statuses", name, color, kind);
    if (stock.documents().isEmpty() || stock.documents().last().entity().key() != QLatin1String("lead_statuses"))
        return;
    stock.documents().last().set("probability", probability);
    if (pipeline != 0)
        stock.documents().last().set("pipeline_id", pipeline);
}

void addPipeline(Stock &stock)
{
    stock.addNamed("pipelines", QT_TRANSLATE_NOOP3("crm::modules", "Sales", "pipeline"), "#3b82f6");
    const Id sales = stock.catalog().find("pipelines") ? stock.documents().last().id() : 0;
    addStage(stock, QT_TRANSLATE_NOOP3("crm::modules", "New", "lead status"), "#3b82f6", "open", 10, sales);
    addStage(stock, QT_TRANSLATE_NOOP3("crm::modules", "Qualified", "lead status"), "#0891b2", "open", 25, sales);
    addStage(stock, QT_TRANSLATE_NOOP3("crm::modules", "Discussion", "lead status"), "#8b5cf6", "open", 50, sales);
    addStage(stock, QT_TRANSLATE_NOOP3("crm::modules", "Negotiation", "lead status"), "#d97706", "open", 75, sales);
    addStage(stock, QT_TRANSLATE_NOOP3("crm::modules", "Won", "lead status"), "#16a34a", "won", 100, sales);
    addStage(stock, QT_TRANSLATE_NOOP3("crm::modules", "Lost", "lead status"), "#dc2626", "lost", 0, sales);
}

void addLeadRows(Stock &stock)
{
    addPipeline(stock);
    const QString sources = "lead_sources";
    stock.addNamed(sources, QT_TRANSLATE_NOOP3("crm::modules", "Web site", "lead source"), "#3b82f6");
    stock.addNamed(sources, QT_TRANSLATE_NOOP3("crm::modules", "Search engine", "lead source"), "#0891b2");
    stock.addNamed(sources, QT_TRANSLATE_NOOP3("crm::modules", "Social networks", "lead source"), "#8b5cf6");
    stock.addNamed(sources, QT_TRANSLATE_NOOP3("crm::modules", "Recommendation", "lead source"), "#16a34a");
    stock.addNamed(sources, QT_TRANSLATE_NOOP3("crm::modules", "Exhibition", "lead source"), "#d97706");
    stock.addNamed(sources, QT_TRANSLATE_NOOP3("crm::modules", "Incoming call", "lead source"), "#64748b");
    const QString reasons = "lost_reasons";
    stock.addNamed(reasons, QT_TRANSLATE_NOOP3("crm::modules", "Too expensive", "reason for losing a lead"), "#d97706");
    stock.addNamed(reasons, QT_TRANSLATE_NOOP3("crm::modules", "Chose a competitor", "reason for losing a lead"),
                   "#dc2626");
    stock.addNamed(reasons, QT_TRANSLATE_NOOP3("crm::modules", "No need any more", "reason for losing a lead"),
                   "#64748b");
    stock.addNamed(reasons, QT_TRANSLATE_NOOP3("crm::modules", "No answer", "reason for losing a lead"), "#3b82f6");
    stock.addNamed(reasons, QT_TRANSLATE_NOOP3("crm::modules", "Other", "reason for losing a lead"), "#64748b");
}

void addClientRows(Stock &stock)
{
    const QString groups = "client_groups";
    stock.addNamed(groups, QT_TRANSLATE_NOOP3("crm::modules", "Key accounts", "client group"), "#d97706");
    stock.addNamed(groups, QT_TRANSLATE_NOOP3("crm::modules", "Regular", "client group"), "#16a34a");
    stock.addNamed(groups, QT_TRANSLATE_NOOP3("crm::modules", "Partners", "client group"), "#3b82f6");
}

void addTax(Stock &stock, Text name, qint64 thousandths)
{
    stock.add("taxes", {{"name", stock(name)}, {"percent", thousandths}});
}

void addUnit(Stock &stock, Text name)
{
    stock.add("units", {{"name", stock(name)}, {"code", knownUnitCode(QString::fromUtf8(name.source))}});
}

void addSalesRows(Stock &stock)
{
    for (const Text &name : {Text QT_TRANSLATE_NOOP3("crm::modules", "pc", "unit: piece"),
                             Text QT_TRANSLATE_NOOP3("crm::modules", "h", "unit: hour"),
                             Text QT_TRANSLATE_NOOP3("crm::modules", "day", "unit"),
                             Text QT_TRANSLATE_NOOP3("crm::modules", "month", "unit"),
                             Text QT_TRANSLATE_NOOP3("crm::modules", "set", "unit"),
                             Text QT_TRANSLATE_NOOP3("crm::modules", "kg", "unit: kilogram"),
                             Text QT_TRANSLATE_NOOP3("crm::modules", "m", "unit: metre")})
        addUnit(stock, name);
    const QString categories = "item_categories";
    stock.addNamed(categories, QT_TRANSLATE_NOOP3("crm::modules", "Services", "item category"));
    stock.addNamed(categories, QT_TRANSLATE_NOOP3("crm::modules", "Goods", "item category"));
    addTax(stock, QT_TRANSLATE_NOOP3("crm::modules", "VAT 22 %", "tax"), 22'000);
    addTax(stock, QT_TRANSLATE_NOOP3("crm::modules", "VAT 20 %", "tax"), 20'000);
    addTax(stock, QT_TRANSLATE_NOOP3("crm::modules", "VAT 10 %", "tax"), 10'000);
    addTax(stock, QT_TRANSLATE_NOOP3("crm::modules", "VAT 7 %", "tax"), 7'000);
    addTax(stock, QT_TRANSLATE_NOOP3("crm::modules", "VAT 5 %", "tax"), 5'000);
    addTax(stock, QT_TRANSLATE_NOOP3("crm::modules", "VAT 0 %", "tax"), 0);
    const QString statuses = "order_statuses";
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "New", "order status"), "#3b82f6", "open");
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "Processing", "order status"), "#d97706", "open");
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "Confirmed", "order status"), "#8b5cf6", "open");
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "Shipped", "order status"), "#0891b2", "open");
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "Completed", "order status"), "#16a34a", "done");
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "Cancelled", "order status"), "#64748b", "cancelled");
}

void addFinanceRows(Stock &stock)
{
    const QString methods = "payment_methods";
    stock.addNamed(methods, QT_TRANSLATE_NOOP3("crm::modules", "Bank transfer", "payment method"), "#3b82f6");
    stock.addNamed(methods, QT_TRANSLATE_NOOP3("crm::modules", "Cash", "payment method"), "#16a34a");
    stock.addNamed(methods, QT_TRANSLATE_NOOP3("crm::modules", "Card", "payment method"), "#8b5cf6");
    const QString categories = "expense_categories";
    stock.addNamed(categories, QT_TRANSLATE_NOOP3("crm::modules", "Office", "expense category"), "#3b82f6");
    stock.addNamed(categories, QT_TRANSLATE_NOOP3("crm::modules", "Travel", "expense category"), "#0891b2");
    stock.addNamed(categories, QT_TRANSLATE_NOOP3("crm::modules", "Materials", "expense category"), "#d97706");
    stock.addNamed(categories, QT_TRANSLATE_NOOP3("crm::modules", "Advertising", "expense category"), "#8b5cf6");
    stock.addNamed(categories, QT_TRANSLATE_NOOP3("crm::modules", "Other", "expense category"), "#64748b");
}

void addProjectRows(Stock &stock)
{
    const QString statuses = "project_statuses";
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "Open", "project status"), "#3b82f6", "open");
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "On hold", "project status"), "#d97706", "hold");
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "Completed", "project status"), "#16a34a", "done");
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "Cancelled", "project status"), "#64748b", "cancelled");
}

void addPaymentReminder(Stock &stock, qint64 days, Text name, Text subject, Text text)
{
    stock.add("payment_reminders",
              {{"name", stock(name)}, {"days", days}, {"subject", stock(subject)}, {"text", stock(text)}});
}

/// Examples; an administrator switches on what the office wants.
void addPaymentReminders(Stock &stock)
{
    const Text subject = QT_TRANSLATE_NOOP3("crm::modules", "Invoice {{number}}", "payment reminder");
    addPaymentReminder(
        stock, -3, QT_TRANSLATE_NOOP3("crm::modules", "Before it is due", "payment reminder"), subject,
        QT_TRANSLATE_NOOP3("crm::modules",
                           "Dear Sir or Madam,\n\nour invoice {{number}} of {{bill_date}} is due on {{due_date}}. "
                           "There remain {{balance}} to be paid.\n\nKind regards\n{{office.legal_name}}",
                           "payment reminder"));
    addPaymentReminder(
        stock, 3, QT_TRANSLATE_NOOP3("crm::modules", "First reminder", "payment reminder"), subject,
        QT_TRANSLATE_NOOP3("crm::modules",
                           "Dear Sir or Madam,\n\nour invoice {{number}} of {{bill_date}} was due on {{due_date}}; "
                           "{{balance}} have not reached us yet. Perhaps it has escaped your notice. If you have paid "
                           "meanwhile, please disregard this letter.\n\nKind regards\n{{office.legal_name}}",
                           "payment reminder"));
    addPaymentReminder(
        stock, 14, QT_TRANSLATE_NOOP3("crm::modules", "Second reminder", "payment reminder"), subject,
        QT_TRANSLATE_NOOP3("crm::modules",
                           "Dear Sir or Madam,\n\nour invoice {{number}} was due on {{due_date}}, and {{balance}} are "
                           "still open. Please pay within a week, or tell us what stands in the way.\n\nKind "
                           "regards\n{{office.legal_name}}",
                           "payment reminder"));
}

void addTaskRows(Stock &stock)
{
    const QString statuses = "task_statuses";
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "To do", "task status"), "#64748b", "open");
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "In progress", "task status"), "#3b82f6", "open");
    stock.addNamed(statuses, QT_TRANSLATE_NOOP3("crm::modules", "Done", "task status"), "#16a34a", "done");
    const QString priorities = "task_priorities";
    stock.addNamed(priorities, QT_TRANSLATE_NOOP3("crm::modules", "Minor", "task priority"), "#64748b");
    stock.addNamed(priorities, QT_TRANSLATE_NOOP3("crm::modules", "Major", "task priority"), "#3b82f6");
    stock.addNamed(priorities, QT_TRANSLATE_NOOP3("crm::modules", "Critical", "task priority"), "#d97706");
    stock.addNamed(priorities, QT_TRANSLATE_NOOP3("crm::modules", "Blocker", "task priority"), "#dc2626");
    const QString categories = "note_categories";
    stock.addNamed(categories, QT_TRANSLATE_NOOP3("crm::modules", "Meeting", "note category"), "#3b82f6");
    stock.addNamed(categories, QT_TRANSLATE_NOOP3("crm::modules", "Call", "note category"), "#16a34a");
    stock.addNamed(categories, QT_TRANSLATE_NOOP3("crm::modules", "Idea", "note category"), "#d97706");
}

void addTextTemplate(Stock &stock, Text name, const char *document, Text text)
{
    stock.add("text_templates",
              {{"name", stock(name)}, {"document", QString::fromLatin1(document)}, {"text", stock(text)}});
}

void addTextRows(Stock &stock)
{
    addTextTemplate(stock, QT_TRANSLATE_NOOP3("crm::modules", "Contract for services", "text template"), "contracts",
                    QT_TRANSLATE_NOOP3(
                        "crm::modules",
                        "**Contract {{number}} of {{contract_date}}**\n\n{{office.legal_name}}, the contractor, "
                        "and {{client.name}}, the client, have agreed:\n\n## 1. Subject\n\nThe contractor renders "
                        "these services and the client pays for them:\n\n{{lines}}\n\n## 2. Price\n\n{{totals}}\n\nIn "
                        "words: {{total_in_words}}.\n\n## 3. Duration\n\nThe contract holds from "
                        "{{contract_date}}{{#valid_until}} to {{valid_until}}{{/valid_until}}.\n\n## 4. The "
                        "parties\n\n**The contractor:** {{office.legal_name}}, {{office.legal_address}}, INN "
                        "{{office.inn}}, account {{office.account}} at {{office.bank}}, BIC "
                        "{{office.bic}}\n\n**The client:** {{client.name}}, {{client.address}}, INN {{client.inn}}, "
                        "account {{client.account}} at {{client.bank}}, BIC {{client.bic}}\n\nFor the contractor: "
                        "____________ {{office.signatory}}\n\nFor the client: ____________",
                        "text template"));
    addTextTemplate(
        stock, QT_TRANSLATE_NOOP3("crm::modules", "Offer", "text template"), "proposals",
        QT_TRANSLATE_NOOP3("crm::modules",
                           "**{{title}}**\n\nFor: {{client.name}}{{#contact.name}}, {{contact.name}}{{/contact.name}}"
                           "\n\nThank you for your interest. This is what we offer:\n\n{{lines}}\n\n{{totals}}\n\n"
                           "{{#valid_until}}The offer is valid until {{valid_until}}.\n\n{{/valid_until}}"
                           "{{owner.name}}\n{{office.legal_name}}{{#office.phone}}, {{office.phone}}{{/office.phone}}",
                           "text template"));
}
} // namespace

QList<Document> stockDocuments(const Catalog &catalog, const QString &language)
{
    Stock stock(catalog, language);
    addRoles(stock);
    addLeadRows(stock);
    addClientRows(stock);
    addSalesRows(stock);
    addFinanceRows(stock);
    addProjectRows(stock);
    addPaymentReminders(stock);
    addTaskRows(stock);
    addTextRows(stock);
    return stock.documents();
}

} // namespace crm::modules
