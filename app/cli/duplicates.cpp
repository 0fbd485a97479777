#include "core/store/duplicates.h"
#include "app/cli/records.h"
#include <QJsonArray>
#include <QSet>

namespace crm::cli {

namespace {
/// At most so many groups, of one rule or of all.
QList<DuplicateGroup> found(Call &call, const Entity &entity, qint64 most, bool &more)
{
    const QString only = call.value("rule");
    if (!only.isEmpty() && std::none_of(entity.duplicateRules().cbegin(), entity.duplicateRules().cend(),
                                        [&](const DuplicateRule &r) { return r.key == only; })) {
        QStringList keys;
        for (const DuplicateRule &rule : entity.duplicateRules())
            keys << rule.key;
        throw UsageError{Tr::tr("There is no rule “%1”. Known are: %2.").arg(only, keys.join(QStringLiteral(", ")))};
    }
    QList<DuplicateGroup> out;
    DuplicatesAt at{only, {}, int(std::min<qint64>(most, 200))};
    while (out.size() < most) {
        const DuplicatesPage page = call.repository().duplicates(entity.key(), at);
        for (const DuplicateGroup &group : page.groups) {
            if (only.isEmpty() || group.rule == only)
                out << group;
        }
        more = !page.atEnd && (only.isEmpty() || page.next.rule == only);
        if (!more)
            break;
        at = page.next;
    }
    more = more || out.size() > most;
    return out.mid(0, most);
}

int duplicates(Call &call)
{
    const Entity &entity = call.entity(call.arguments[0]);
    if (entity.duplicateRules().isEmpty())
        throw Error(ErrorKind::Unsupported,
                    Tr::tr("%1: there is no rule that would tell duplicates.").arg(entity.many().text()));
    bool more = false;
    const QList<DuplicateGroup> groups = found(call, entity, call.number("limit", 100, 1), more);
    QSet<Id> ids;
    for (const DuplicateGroup &group : groups)
        ids.unite({group.ids.cbegin(), group.ids.cend()});
    const auto titles = call.repository().options(entity.key(), ids.values());
    if (call.json()) {
        QJsonArray list;
        for (const DuplicateGroup &group : groups) {
            QJsonArray records;
            for (const Id id : group.ids)
                records << QJsonObject{{"id", QString::number(id)}, {"title", titles.value(id).title}};
            list << QJsonObject{{"rule", group.rule}, {"count", group.count}, {"records", records}};
        }
        call.out.json({{"entity", entity.key()}, {"groups", list}, {"more", more}});
        return Ok;
    }
    QList<QStringList> rows;
    for (const DuplicateGroup &group : groups) {
        QString first = group.rule;
        for (const DuplicateRule &rule : entity.duplicateRules()) {
            if (rule.key == group.rule)
                first = rule.label.text();
        }
        for (const Id id : group.ids) {
            rows << QStringList{first, QString::number(id), titles.value(id).title};
            first.clear();
        }
    }
    if (rows.isEmpty())
        call.out.line(Tr::tr("No two records agree in what is compared."));
    else
        call.out.table({Tr::tr("Rule"), Tr::tr("Id"), entity.one().text()}, rows);
    if (more)
        call.out.note(Tr::tr("There are more; --limit shows them."));
    return Ok;
}
} // namespace

Command duplicatesCommand()
{
    return {.name = "duplicates",
            .summary = Tr::tr("Finds records that may be the same"),
            .arguments = Tr::tr("ENTITY"),
            .options = {{"rule", "KEY", Tr::tr("only by this rule, such as phone")},
                        {"limit", "N", Tr::tr("at most so many groups (100)")}},
            .examples = {"duplicates clients --rule phone"},
            .least = 1,
            .most = 1,
            .run = duplicates};
}

} // namespace crm::cli
