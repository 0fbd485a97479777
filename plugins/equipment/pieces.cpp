#include "pieces.h"
#include "core/extend/extensions.h"

namespace equipment {
namespace {
bool may(const crm::Actor &actor, crm::Verb verb)
{
    const crm::Entity *entity = crm::registry().find(entityKey());
    return entity && actor.policy.may(*entity, verb);
}

Piece pieceOf(const crm::Row &row, const crm::Field &state)
{
    Piece piece{row.id, row.values[0].toString(), row.values[1].toString(), row.titles.value(2),
                {},     row.values[4].toDate()};
    if (const crm::Choice *choice = state.choice(row.values[3].toString()))
        piece.state = choice->label.text();
    return piece;
}
} // namespace

QString entityKey() { return QStringLiteral("equipment"); }

bool mayRead(const crm::Actor &actor) { return may(actor, crm::Verb::Read); }

bool mayCreate(const crm::Actor &actor) { return may(actor, crm::Verb::Create); }

QFuture<QList<Piece>> pieces(crm::Session &session, const QString &where, const QString &sort)
{
    return session.read([where, sort](crm::Repository &repository) {
        const auto catalog = repository.catalog();
        crm::Query query(entityKey());
        query.filter = crm::Filter::parse(where, *catalog, query.entity);
        query.sort = crm::Query::parseSort(sort);
        query.columns = {QStringLiteral("number"), QStringLiteral("name"), QStringLiteral("holder_id"),
                         QStringLiteral("state"), QStringLiteral("warranty_until")};
        const crm::Field &state = *catalog->at(query.entity).field(QStringLiteral("state"));
        QList<Piece> all;
        crm::PageAt at;
        at.limit = 500;
        for (bool more = true; more;) {
            const crm::Page page = repository.page(query, at);
            for (const crm::Row &row : page.rows)
                all.append(pieceOf(row, state));
            more = !page.atEnd && !page.rows.isEmpty();
            if (more) {
                at.type = crm::PageAt::After;
                at.key = page.rows.last().key;
            }
        }
        return all;
    });
}

} // namespace equipment
