// What an administrator sets for everybody who works with the database: its name, its colour, which lists it uses.
// One record; should there be several, the oldest counts. Its history is the history of the settings.
#include "core/model/paper_look_fields.h"
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/modules/company_parts.h"
#include "core/work/recurring.h"

namespace crm::modules {

namespace {
QList<Field> lookOfPapers()
{
    const Label heading = label("What documents look like");
    return {choice("paper_layout", label("Layout"),
                   {{"classic", label("Classic", "a layout of documents")},
                    {"modern", label("Modern", "a layout of documents")},
                    {"formal", label("Formal", "a layout of documents")},
                    {"compact", label("Compact", "a layout of documents")}})
                .group(heading)
                .help(label("Of invoices, offers, receipts, statements and acts. Modern: a coloured band and striped "
                            "lines; Formal: serifs and a table with lines; Compact: small, for many lines. Empty: "
                            "Classic.")),
            color("paper_accent", label("Accent colour of documents"))
                .group(heading)
                .help(label("Of titles and heads. What could not be read is darkened. Empty: as the layout has it.")),
            choice("paper_rows", label("Background of the lines"),
                   {{"head", label("Only the head", "background of lines")},
                    {"stripes", label("The head and every second line", "background of lines")},
                    {"none", label("None", "background of lines")}})
                .group(heading)
                .help(label("Empty: as the layout has it.")),
            color("paper_rows_color", label("Colour of that background"))
                .group(heading)
                .help(label("Lines get a light shade of it. Empty: by the accent colour.")),
            memo("paper_footer", label("Text below documents"))
                .group(heading)
                .atMost(1000)
                .help(label("Stands at the end of every document: how to pay, thanks, opening hours.")),
            logoField(heading)};
}
} // namespace

void declare_settings_office_settings(Registry &registry)
{
    Entity e("office_settings", label("Settings of the office"), label("Settings of the office"));
    e.area("settings").place(5).icon("settings").title("name").dictionary().inMenu(false);
    e.hint(label("What holds for everybody who works with this database."));
    e.fields({
        text("name", label("Name of the office"), 100)
            .inList()
            .help(label("Stands in the title of the window. Empty: the name of the database.")),
        color("accent", label("Accent colour"))
            .help(label("For everybody who has not chosen a colour of their own under Preferences.")),
        text("hidden_lists", label("Lists that are not used"), 4000)
            .help(label("Their keys, separated by commas. The data stays; nothing shows it.")),
    });
    e.fields({
        yesNo("numbers_by_date", label("Numbers of invoices in order of their dates"))
            .help(label("Then an invoice that is dated before the last issued one is not issued.")),
        integer("repeat_limit", label("Missed dates that are made without asking"))
            .between(1, 31)
            .help(label("When something that repeats has missed more dates than that, nothing is made until somebody "
                        "decides. Empty: 3.")),
        integer("payment_days", label("Days to pay an invoice"))
            .between(0, 365)
            .help(label("A new invoice that does not say it is due so many days after its date, unless its client has "
                        "other terms. Empty: it has no such date.")),
        yesNo("full_payments_only", label("Invoices are paid in full only"))
            .help(label("Then a payment settles an invoice only with all that is still due on it. Credits are taken in "
                        "part all the same.")),
    });
    e.fields({
        ref("primary_contact_role_id", label("Role of primary contacts who sign in"), "roles")
            .pickFromList()
            .help(label("What the primary contact of a client gets when an administrator lets them sign in.")),
        ref("contact_role_id", label("Role of other contacts who sign in"), "roles").pickFromList(),
    });
    work::limitsCatchUp(e.key(), "repeat_limit");
    const Label seller = label("On our documents");
    e.fields(companyFields(seller));
    checkCompany(e);
    introducesItself("office_settings", companyIntroduction(), true);
    e.fields(lookOfPapers());
    e.attachments({"files"});
    looksOnPaper(e.key(), {.layout = "paper_layout",
                           .accent = "paper_accent",
                           .rows = "paper_rows",
                           .rowsColor = "paper_rows_color",
                           .footer = "paper_footer",
                           .logo = "logo_id"});
    registry.add(e);
}

} // namespace crm::modules
