// What people call the lists of the program otherwise: Ctrl+K finds them by these words too.
#include "core/model/search_words.h"
#include "core/model/registry.h"

namespace crm::modules {
namespace {

void declareOfSales()
{
    alsoCalled("clients", label("customers, buyers, companies, counterparties", "search words"));
    alsoCalled("client_groups", label("segments, kinds of clients", "search words"));
    alsoCalled("contacts", label("people, persons, address book, phone book", "search words"));
    alsoCalled("leads", label("deals, prospects, opportunities, sales funnel", "search words"));
    alsoCalled("lead_sources", label("advertising, channels, marketing", "search words"));
    alsoCalled("lead_statuses", label("stages of a deal, sales funnel", "search words"));
    alsoCalled("pipelines", label("sales funnel, stages, board", "search words"));
    alsoCalled("activities", label("calls, meetings, visits, events", "search words"));
    alsoCalled("requests", label("enquiries, applications, answers to forms", "search words"));
    alsoCalled("briefs", label("questionnaires, forms, surveys", "search words"));
    alsoCalled("proposals", label("offers, quotes", "search words"));
    alsoCalled("estimates", label("quotations, calculations", "search words"));
    alsoCalled("contracts", label("agreements, deals in writing", "search words"));
    alsoCalled("orders", label("sales, purchases", "search words"));
    alsoCalled("order_statuses", label("stages of an order", "search words"));
    alsoCalled("items", label("goods, products, services, catalogue, stock", "search words"));
    alsoCalled("item_categories", label("groups of goods, sections of the catalogue", "search words"));
    alsoCalled("item_prices", label("price, discounts, tariff", "search words"));
    alsoCalled("price_lists", label("prices, discounts, tariffs", "search words"));
    alsoCalled("taxes", label("VAT, sales tax, rates", "search words"));
    alsoCalled("units", label("measures, pieces, kilograms", "search words"));
}

void declareOfFinance()
{
    alsoCalled("invoices", label("bills, billing, receivables", "search words"));
    alsoCalled("credit_notes", label("returns, corrections of invoices, refunds", "search words"));
    alsoCalled("payments", label("money received, receipts, cash", "search words"));
    alsoCalled("payment_methods", label("cash, card, bank transfer", "search words"));
    alsoCalled("payment_reminders", label("dunning, overdue, debtors", "search words"));
    alsoCalled("expenses", label("costs, spending", "search words"));
    alsoCalled("expense_categories", label("kinds of costs", "search words"));
    alsoCalled("subscriptions", label("recurring invoices, regular payments, monthly fee", "search words"));
    alsoCalled("letters", label("mail, email, messages", "search words"));
}

void declareOfWork()
{
    alsoCalled("projects", label("jobs, work for clients", "search words"));
    alsoCalled("project_statuses", label("stages of a project", "search words"));
    alsoCalled("tasks", label("jobs, assignments, work", "search words"));
    alsoCalled("task_statuses", label("stages of a task, board", "search words"));
    alsoCalled("task_priorities", label("urgency, importance", "search words"));
    alsoCalled("todo", label("personal tasks, plans", "search words"));
    alsoCalled("reminders", label("notifications, alarms", "search words"));
    alsoCalled("notes", label("memos, remarks", "search words"));
    alsoCalled("files", label("documents, attachments, pictures", "search words"));
    alsoCalled("folders", label("directories", "search words"));
    alsoCalled("comments", label("discussion, chat, messages", "search words"));
}

void declareOfTheOffice()
{
    alsoCalled("users", label("employees, staff, colleagues, accounts", "search words"));
    alsoCalled("teams", label("departments, groups of people", "search words"));
    alsoCalled("roles", label("rights, permissions, access", "search words"));
    alsoCalled("labels", label("tags, marks", "search words"));
    alsoCalled("custom_fields", label("own fields, additional fields, user-defined fields, columns", "search words"));
    alsoCalled("number_series", label("numbers of documents, numbering, counters", "search words"));
    alsoCalled("text_templates", label("snippets, templates of letters, phrases", "search words"));
    alsoCalled("companies", label("legal entity, bank details, logo, stamp", "search words"));
}

} // namespace

void declare_settings_search_words(Registry &)
{
    declareOfSales();
    declareOfFinance();
    declareOfWork();
    declareOfTheOffice();
}

} // namespace crm::modules
