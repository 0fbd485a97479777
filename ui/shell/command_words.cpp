#include "ui/shell/command_words.h"
#include "core/model/search_words.h"

namespace crm {
namespace {

using Entries = QList<std::pair<QString, Label>>;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(crm::Commands)
public:
    static Label label(const char *source, const char *comment) { return {source, comment, "crm::Commands"}; }
    static const Entries &all();
    static Label of(EntryWords kind);
};

const Entries &Words::all()
{
    static const Entries entries = {
        {"go.search", label("find, filter", "search words")},
        {"go.back", label("previous page, return", "search words")},
        {"go.dashboard", label("home, start page, summary, cards, widgets", "search words")},
        {"go.favourite", label("bookmark, pin, star", "search words")},
        {"go.trash", label("deleted, recycle bin, restore", "search words")},
        {"go.settings",
         label("settings, options, appearance, colour, accent colour, theme, language, size of text, font, "
               "scale, density of lists",
               "search words")},
        {"go.office",
         label("administration, settings of the company, modules, currency, time zone, configuration", "search words")},
        {"go.people", label("users, employees, accounts, access, invite, sign-in names", "search words")},
        {"go.reminders", label("notifications, alarms, bell", "search words")},
        {"go.mentions", label("notifications, messages, bell", "search words")},
        {"record.new", label("create, add", "search words")},
        {"record.save", label("write, store", "search words")},
        {"record.import", label("load, upload, Excel, CSV, table", "search words")},
        {"record.export", label("download, save as, Excel, CSV, table", "search words")},
        {"record.change", label("bulk edit, mass change, replace", "search words")},
        {"record.undo", label("revert, take back, cancel", "search words")},
        {"record.attach", label("attach a file, document, scan, upload", "search words")},
        {"record.lines", label("items, rows, goods, services, positions", "search words")},
        {"record.remind", label("notify, alarm", "search words")},
        {"list.group", label("grouping, totals, subtotals", "search words")},
        {"list.quickFilter", label("find in a column, selection", "search words")},
        {"list.columns", label("fields, show and hide, order of columns", "search words")},
        {"list.colors", label("colour, highlight, conditional formatting, mark", "search words")},
        {"tab.window", label("detach, separate window, second screen", "search words")},
        {"dock.page", label("pin, side panel, dock", "search words")},
        {"dock.menu", label("pin, side panel, dock, add a panel", "search words")},
        {"dock.next", label("side panel, dock", "search words")},
        {"dock.float", label("detach, separate window", "search words")},
        {"look.sidebar", label("menu, side panel, navigation, sections", "search words")},
        {"look.places", label("menu, navigation, sections", "search words")},
        {"look.system", label("colours, appearance", "search words")},
        {"look.light", label("colours, appearance, white, day", "search words")},
        {"look.dark", label("colours, appearance, black, night", "search words")},
        {"arrange.left", label("order, place, rearrange", "search words")},
        {"arrange.right", label("order, place, rearrange", "search words")},
        {"arrange.up", label("order, place, rearrange", "search words")},
        {"arrange.down", label("order, place, rearrange", "search words")},
        {"arrange.narrower", label("width, size, smaller", "search words")},
        {"arrange.wider", label("width, size, larger", "search words")},
        {"program.help", label("manual, guide, documentation, keys", "search words")},
        {"program.tour", label("introduction, training, first steps", "search words")},
        {"program.shortcuts", label("keyboard, keys, hotkeys", "search words")},
        {"program.password", label("security, sign-in", "search words")},
        {"program.open", label("file, server, connection, base", "search words")},
        {"program.signOut", label("log out, change user, leave", "search words")},
        {"program.quit", label("exit, close the program", "search words")},
    };
    return entries;
}

Label Words::of(EntryWords kind)
{
    switch (kind) {
    case EntryWords::Create:
        return label("create, add, make", "search words");
    case EntryWords::Import:
        return label("load, upload, Excel, CSV, table", "search words");
    case EntryWords::Duplicates:
        return label("doubles, repeated, merge, the same twice", "search words");
    case EntryWords::Report:
        return label("report, statistics, analytics, chart", "search words");
    case EntryWords::Shop:
        return label("cart, catalogue, sell, cash desk", "search words");
    case EntryWords::Paper:
        return label("paper, hard copy, document to send", "search words");
    case EntryWords::Mail:
        return label("send, write, e-mail", "search words");
    }
    return {};
}

} // namespace

QStringList commandWords(const QString &command)
{
    for (const auto &[key, words] : Words::all())
        if (key == command)
            return wordsOf(words);
    return {};
}

Label entryWords(EntryWords kind) { return Words::of(kind); }

QStringList commandsWithWords()
{
    QStringList found;
    for (const auto &[key, words] : Words::all())
        found.append(key);
    return found;
}

} // namespace crm
