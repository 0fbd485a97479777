#include "tests/access/attack_gear.h"

namespace crm::test {

namespace {
Label word(const char *text) { return Label::literal(QLatin1String(text)); }

QList<Field> ofClass(const QString &name, const std::function<Field(const Field &)> &classed)
{
    const auto key = [&](const char *what) { return name + u'_' + QLatin1String(what); };
    return {classed(text(key("text"), word("Text"), 120)).searchable(name != u"pay"),
            classed(text(key("code"), word("Code"), 40)).unique(),
            classed(memo(key("memo"), word("Memo"))),
            classed(integer(key("integer"), word("Integer"))),
            classed(decimal(key("decimal"), word("Decimal"), 3)),
            classed(money(key("money"), word("Money"))).indexed(),
            classed(percent(key("percent"), word("Percent"))),
            classed(date(key("date"), word("Date"))).indexed(),
            classed(moment(key("moment"), word("Moment"))),
            classed(duration(key("duration"), word("Duration"))),
            classed(yesNo(key("flag"), word("Flag"))),
            classed(choice(key("choice"), word("Choice"), {{"a", word("A")}, {"b", word("B")}})),
            classed(ref(key("ref"), word("Ref"), "clients")),
            classed(refList(key("list"), word("List"), "clients")),
            classed(labels(key("labels"), word("Labels"))),
            classed(email(key("email"), word("E-mail"))).indexed(),
            classed(phone(key("phone"), word("Phone"))),
            classed(url(key("url"), word("Url"))),
            classed(color(key("color"), word("Color"))),
            classed(file(key("file"), word("File")))};
}

QList<Field> everyClass()
{
    return ofClass("open", [](const Field &f) { return f; }) +
           ofClass("inner", [](const Field &f) { return f.internal(); }) +
           ofClass("pay", [](const Field &f) { return f.restricted("personnel"); });
}
} // namespace

void declareGear(Registry &registry)
{
    Entity kinds("gear_kinds", word("Kind of gear"), word("Kinds of gear"));
    kinds.area("settings").title("name").icon("box").dictionary();
    kinds.fields({text("name", word("Name"), 60).required().inList().searchable(),
                  text("inner_note", word("Note"), 60).internal()});
    registry.add(kinds);

    Entity gear("gear", word("Gear"), word("Gear"));
    gear.area("sales").title("name").icon("box").ownedBy("owner_id", "members").lines("gear_lines", "gear_id");
    gear.fields({text("name", word("Name"), 120).required().inList().searchable(),
                 text("number", word("Number"), 40).readOnly().inList(), ref("kind_id", word("Kind"), "gear_kinds"),
                 ref("owner_id", word("Owner"), "users").inList(), refList("members", word("Members"), "users")});
    gear.fields(everyClass()).numbered("number", "G-").attachments({"comments", "files", "tasks", "notes"});
    registry.add(gear);

    Entity lines("gear_lines", word("Line of gear"), word("Lines of gear"));
    lines.title("title").lineOf("gear", "gear_id");
    lines.fields({text("title", word("Title"), 120).required(), money("inner_price", word("Price")).internal(),
                  money("pay_price", word("Pay")).restricted("personnel"),
                  ref("client_id", word("Client"), "clients")});
    registry.add(lines);

    Entity parts("gear_parts", word("Part of gear"), word("Parts of gear"));
    parts.area("sales").title("name").icon("box").scopedBy("gear_id");
    parts.fields({text("name", word("Name"), 120).required().inList().searchable(),
                  ref("gear_id", word("Gear"), "gear").required(),
                  text("inner_note", word("Note"), 200).internal().searchable(),
                  text("pay_note", word("Pay"), 200).restricted("personnel")});
    parts.attachments({"comments", "files"});
    registry.add(parts);
}

} // namespace crm::test
