#include "app/cli/list_query.h"
#include "core/model/registry.h"

namespace crm::cli {

QList<OptionSpec> queryOptions()
{
    return {
        {"where", Tr::tr("CONDITION"), Tr::tr("for example \"client.country = Germany and total > 1000\"")},
        {"search", Tr::tr("WORDS"), Tr::tr("rows in which all the words occur")},
        {"sort", Tr::tr("FIELDS"), Tr::tr("for example \"-order_date,number\"; - turns the order round")},
        {"columns", Tr::tr("FIELDS"), Tr::tr("for example \"name,city,owner_id.login\"")},
        {"trash", {}, Tr::tr("what lies in the trash instead")},
    };
}

Query queryOf(Call &call, const QString &entity)
{
    Query query(call.entity(entity).key());
    if (call.has("where"))
        query.filter = Filter::parse(call.value("where"), call.catalog(), entity);
    query.search = call.value("search");
    query.sort = Query::parseSort(call.value("sort"));
    query.columns = call.list("columns");
    query.trashed = call.has("trash");
    return query;
}

} // namespace crm::cli
