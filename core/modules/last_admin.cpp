#include "core/modules/last_admin.h"

namespace crm::modules {

bool anotherAdminRemains(Reader &read, Id exceptUser, Id exceptRole)
{
    constexpr int everybody = 1'000'000;
    const IdList roles = read.where("roles", "is_admin", true);
    for (const Id role : roles) {
        if (role == exceptRole)
            continue;
        const IdList users = read.where("users", "role_id", role, everybody);
        for (const Id id : users) {
            if (id == exceptUser)
                continue;
            const auto user = read.find("users", id);
            if (user && user->flag("active"))
                return true;
        }
    }
    return false;
}

QString lastAdminSentence()
{
    return label("Somebody must remain who can administer the program. Make another active person an administrator "
                 "first.")
        .text();
}

} // namespace crm::modules
