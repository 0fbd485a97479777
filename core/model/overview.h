// Overviews: a page of numbers about an entity, each of which opens the list behind it. Declared beside the business:
//
//     Overview o;
//     o.entity = "clients"; o.title = label("Overview of clients");
//     o.sections = {{label("Invoices"),
//                    {{.key = "overdue", .title = label("With overdue invoices"), .through = "invoices.client_id",
//                      .where = "balance > 0 and due_date < today", .sum = "balance"}}}};
//     o.tops = {{.key = "debtors", .title = label("Largest debtors"), .where = "balance > 0", .sort = "-balance",
//                .columns = {"balance"}}};
//     declareOverview(o);
//
// core/exchange/overview.h counts them. Declared before the registry is sealed, read from any thread; an entity has one
// overview, the one that was declared last.
#pragma once
#include "core/core_export.h"
#include "core/model/label.h"
#include "core/model/query.h"

namespace crm {

class Catalog;
class Registry;

/// A number: how many records there are of a kind, and what an amount of them comes to.
struct OverviewTile
{
    QString key; ///< "overdue", once in its overview
    Label title;
    QString entity = {};  ///< whose records are counted; empty: the overview's
    QString through = {}; ///< a reference that leads there: counted is who has such records ("invoices.client_id")
    QString where = {};   ///< an expression: which of them, or of those behind `through`; empty: all
    QString sum = {};     ///< an amount of the records that `where` is about, added up; empty: none
    QString sort = {};    ///< of the list that it opens; empty: as it is sorted by itself
    bool isBad = false;   ///< any at all asks for attention
};

struct OverviewSection
{
    Label title;
    QList<OverviewTile> tiles;
};

/// The first records of a list, with what puts them there.
struct OverviewTop
{
    QString key; ///< "debtors"
    Label title;
    QString where, sort;
    QStringList columns; ///< beside the title
    QString entity = {}; ///< empty: the overview's
    int count = 7;
};

struct Overview
{
    QString entity;
    Label title; ///< "Overview of clients"
    QString icon;
    QString area = QStringLiteral("reports"); ///< where it stands in the sidebar
    QList<OverviewSection> sections;
    QList<OverviewTop> tops;
    bool isSet() const { return !entity.isEmpty(); }
};

CRM_CORE void declareOverview(const Overview &overview);
/// Entities of tiles and lists are named in it. Not set: there is none.
CRM_CORE Overview overviewOf(const QString &entity);
CRM_CORE QList<Overview> overviews(const Registry &registry); ///< in the order of their entities

/// The list that a tile counts.
CRM_CORE Query listOf(const OverviewTile &tile, const Catalog &catalog);
/// The records whose amounts it adds up: those of the list, or those behind `through`.
CRM_CORE Query summedBy(const OverviewTile &tile, const Catalog &catalog);
CRM_CORE Query listOf(const OverviewTop &top, const Catalog &catalog);
/// Entities whose changes may change the numbers.
CRM_CORE QStringList watchedBy(const Overview &overview, const Catalog &catalog);
/// The faults of what was declared: what does not exist, cannot be read or added up. Empty: none.
CRM_CORE QStringList overviewFaults(const Catalog &catalog);

} // namespace crm
