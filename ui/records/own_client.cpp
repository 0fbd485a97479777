#include "ui/records/own_client.h"
#include "core/model/division.h"
#include "core/model/format.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/open_document.h"
#include "ui/shell/navigator.h"

namespace crm {

void beginWithOwnClient(Navigator &navigator, OpenDocument &document)
{
    const auto catalog = navigator.session().catalog();
    const Policy policy = navigator.session().actor().policy;
    const Entity *divided = dividedForGuests(guestsIn(*catalog), *catalog);
    if (policy.isStaff() || !divided || !policy.may(*divided, Verb::Read))
        return;
    const Entity &entity = document.document().entity();
    for (const QString &key : divisionOf(entity.key()).through) {
        const Field *field = entity.field(key);
        if (!field || field->target() != divided->key() || !isEmptyValue(document.document().value(key)))
            continue;
        const auto fill = [&document, key](const QList<Option> &clients) {
            if (clients.size() == 1 && document.isNew() && isEmptyValue(document.document().value(key)))
                document.setValue(key, clients.first().id);
        };
        await(&document, navigator.session().lookup(divided->key(), {}, 2), fill, [](const Error &) {});
        return;
    }
}

} // namespace crm
