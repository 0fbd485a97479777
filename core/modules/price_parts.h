// Prices of a client: the price list that the client or one of its groups has, by quantity.
//
//     const ClientPrices prices(c, items);       // one question, whatever the number of lines
//     prices.of(item, 10'000)                    // of ten pieces; nothing: the list has no price for them
#pragma once
#include "core/model/entity.h"
#include "core/model/record.h"

namespace crm::modules {

/// The price list of clients and of their groups.
Field priceListField();

class ClientPrices
{
public:
    /// Of a document's client, on the document's day, in the document's currency: a list in another one is not taken.
    ClientPrices(RuleContext &c, const IdList &items);
    /// @param quantity in thousandths; the price of the greatest quantity on the list that is not above it
    std::optional<qint64> of(Id item, qint64 quantity) const;

private:
    QHash<Id, QMap<qint64, qint64>> m_prices; ///< item -> from which quantity on -> price
};

} // namespace crm::modules
