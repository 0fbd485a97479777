// What a Session needs of its repositories besides reading and writing, whatever store they are on.
#pragma once
#include "core/store/repository.h"

namespace crm {

/// The little that is asked every second.
struct FeedState
{
    qint64 head = 0;          ///< the last change number
    qint64 accessVersion = 0; ///< grows when rights or custom fields may have changed
};

class CRM_CORE StoreRepository : public Repository
{
public:
    virtual FeedState feedState() = 0;
    /// Loads rights and custom fields anew if they have changed; true if so. Called before each job of a session.
    /// @param known the newest accessVersion that the session has heard of. A store that is asked cheaply looks itself.
    virtual bool refresh(qint64 known) = 0;
    /// A catalog loaded already from the same database may be shared between the workers of a session.
    virtual void shareCatalog(std::shared_ptr<const Catalog> catalog) = 0;
    /// While it returns true, running statements are interrupted (Error Cancelled).
    virtual void setCancelCheck(std::function<bool()> check) = 0;
};

} // namespace crm
