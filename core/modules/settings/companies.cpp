// Further companies of one's own, beside the one in the settings of the office: documents say which of them writes.
#include "core/model/paper_look_fields.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/model/starting_values.h"
#include "core/modules/company_parts.h"
#include "core/store/repository.h"

namespace crm::modules {

namespace {
/// Papers begin with the full name.
void fullNameByDefault(RuleContext &c)
{
    if (c.after.head().text("legal_name").trimmed().isEmpty())
        c.after.set("legal_name", c.after.value("name"));
}

/// Copies, credit notes and next dates of what names it would fail.
Rule nothingNamesIt(const Registry &registry)
{
    return [&registry](RuleContext &c) {
        for (const auto &entity : registry.entities()) {
            const QString field = paperSenderField(*entity);
            if (!field.isEmpty() && !c.read.where(entity->key(), field, c.after.id(), 1).isEmpty())
                return c.refuse({}, label("“%1”: some name this company, so it stays. Rename it if you no longer write "
                                          "under its name.")
                                        .text()
                                        .arg(entity->many().text()));
        }
    };
}

const QString isDefault = QStringLiteral("is_default");

/// At most one has the mark: the others lose it in the same transaction.
Action markAction(bool on)
{
    Action a;
    a.key = on ? "make_default" : "no_default";
    a.label = on ? label("Start new documents with it") : label("Start new documents with the office's company");
    a.icon = on ? "star" : "undo";
    a.available = [on](const Record &company) { return company.flag(isDefault) != on; };
    a.run = [on](ActionContext &context) {
        const IdList marked = context.read.where("companies", isDefault, true);
        for (const Id id : marked) {
            if (id == context.record.id())
                continue;
            Document other = context.repository.load("companies", id);
            other.set(isDefault, false);
            context.repository.save(other);
        }
        context.record.set(isDefault, on);
        context.repository.save(context.record);
    };
    return a;
}
} // namespace

void declare_settings_companies(Registry &registry)
{
    Entity e("companies", label("Company of ours"), label("Our companies"));
    e.area("settings").place(6).icon("clients").title("name").dictionary();
    e.hint(label("Do you work under several companies? The main one stands in the settings of the office, the others "
                 "here; invoices and other documents say which of them writes."));
    e.fields(
        {text("name", label("Name", "of a company or person"), 100).required().inList().searchable().unique(),
         yesNo(isDefault, label("New documents start with it"))
             .readOnly()
             .inList()
             .help(label("Documents that somebody begins name this company, until another one is chosen in them. Set "
                         "by the action of that name. Copies and imported documents say themselves whose they "
                         "are."))});
    e.action(markAction(true)).action(markAction(false));
    startsWithMarked("our_company_id", isDefault);
    e.fields(companyFields(label("On our documents")));
    e.beforeSave(fullNameByDefault);
    e.beforeDelete(nothingNamesIt(registry));
    e.fields({logoField(label("On our documents"))
                  .help(label("PNG or JPEG, at most 1 MB. Stands at the head of this company's documents. Empty: the "
                              "logo in the settings of the office."))});
    e.attachments({"files"});
    looksOnPaper(e.key(), {.logo = "logo_id"});
    checkCompany(e);
    introducesItself("companies", companyIntroduction());
    sendsPapersToo("companies");
    alsoCalled("companies", label("legal entity, bank details, logo, stamp", "search words"));
    registry.add(e);
}

} // namespace crm::modules
