// What an administrator sets for everybody who works with the database: its name, its colour, which lists it uses.
// One record; should there be several, the oldest counts. Its history is the history of the settings.
#include "core/model/record_formats.h"
#include "core/model/registry.h"
#include "core/modules/company_parts.h"
#include "core/work/recurring.h"

namespace crm::modules {

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
    work::limitsCatchUp(e.key(), "repeat_limit");
    const Label seller = label("On our documents");
    e.fields(companyFields(seller));
    checkCompany(e);
    introducesItself("office_settings", companyIntroduction(), true);
    registry.add(e);
}

} // namespace crm::modules
