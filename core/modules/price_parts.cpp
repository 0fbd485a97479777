#include "core/modules/price_parts.h"
#include <cstdlib>

namespace crm::modules {

namespace {
/// The day that a document is of: its first date, or today.
QDate dayOf(const RuleContext &c)
{
    for (const Field &field : c.after.entity().fieldList()) {
        if (field.kind() == Kind::Date && field.isRequired() && c.after.head().date(field.key()).isValid())
            return c.after.head().date(field.key());
    }
    return c.now.toLocalTime().date();
}

bool holdsFor(const Record &list, const QString &currency, const QDate &day)
{
    const QDate from = list.date("valid_from"), until = list.date("valid_until");
    return !list.deletedAt().isValid() && list.text("currency") == currency && (!from.isValid() || from <= day) &&
           (!until.isValid() || day <= until);
}

Id listOf(RuleContext &c)
{
    if (!c.after.entity().field("client_id"))
        return 0;
    const auto client = c.read.find("clients", c.after.head().ref("client_id"));
    if (!client)
        return 0;
    const auto fitting = [&](Id id) -> Id {
        const auto list = id ? c.read.find("price_lists", id) : std::nullopt;
        return list && holdsFor(*list, c.after.head().text("currency"), dayOf(c)) ? id : 0;
    };
    if (const Id own = fitting(client->ref("price_list_id")))
        return own;
    const IdList groups = client->ids("groups");
    for (const Id id : groups) {
        const auto group = c.read.find("client_groups", id);
        if (const Id theirs = group ? fitting(group->ref("price_list_id")) : 0)
            return theirs;
    }
    return 0;
}
} // namespace

Field priceListField() { return ref("price_list_id", label("Price list"), "price_lists").pickFromList(); }

ClientPrices::ClientPrices(RuleContext &c, const IdList &items)
{
    const Id list = items.isEmpty() ? 0 : listOf(c);
    if (!list)
        return;
    const QList<Record> found = c.read.rows("item_prices", {{"price_list_id", {list}}, {"item_id", items}});
    for (const Record &price : found)
        m_prices[price.ref("item_id")].insert(price.integer("from_quantity"), price.integer("price"));
}

std::optional<qint64> ClientPrices::of(Id item, qint64 quantity) const
{
    const QMap<qint64, qint64> tiers = m_prices.value(item);
    auto above = tiers.upperBound(std::abs(quantity)); // what is taken back costs what it did
    if (above == tiers.cbegin())
        return std::nullopt;
    return *--above;
}

} // namespace crm::modules
