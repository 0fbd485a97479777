// A shop window within the program: goods as cards, a cart beside them, which becomes a document of a party. Declared
// beside the business:
//
//     sellsThrough("orders", {.title = label("Shop window"), .party = "client_id", .lines = "order_lines",
//                             .where = "show_to_clients = yes", .group = "category_id", ...});
//
// What the goods cost is what the rules of the document make of its lines. Declared before the registry is sealed, read
// from any thread; declaring an entity anew replaces what was said before.
#pragma once
#include "core/core_export.h"
#include "core/model/label.h"
#include "core/model/query.h"

namespace crm {

class Catalog;
class Entity;
class Field;
class Registry;

struct CRM_CORE ShopWindow
{
    Label title = {}, hint = {};
    Label make = {};              ///< "Place the order": what makes the document of the cart
    QString icon = {}, area = {}; ///< where it stands in the sidebar
    QString party = {};           ///< a reference of the document: whom it is for
    QString lines = {};           ///< the entity of its lines, with these fields:
    QString item = {};            ///< a reference to the goods
    QString quantity = {}, price = {}, amount = {};
    QString total = {}; ///< of the document
    QString where = {}; ///< an expression: which goods are shown
    // Of the goods:
    QString group = {};   ///< a reference to a dictionary, to look through them by
    QString picture = {}; ///< a file
    QString asked = {};   ///< their own price, before any list of prices
    bool isSet() const { return !lines.isEmpty(); }
};

CRM_CORE void sellsThrough(const QString &entity, const ShopWindow &how);
CRM_CORE ShopWindow shopWindowOf(const QString &entity);
CRM_CORE QStringList entitiesWithShopWindow(const Registry &registry); ///< in their order
/// The entity of the goods.
CRM_CORE const Entity &goodsOf(const ShopWindow &window, const Catalog &catalog);
/// Goods of a group (0: all) that hold the words.
CRM_CORE Query goodsShown(const ShopWindow &window, const Catalog &catalog, qint64 group, const QString &words);
/// The faults of what was declared. Empty: none.
CRM_CORE QStringList shopWindowFaults(const Catalog &catalog);

} // namespace crm
