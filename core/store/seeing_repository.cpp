#include "core/store/seeing_repository.h"
#include "core/store/people.h"

namespace crm {

SeeingRepository::SeeingRepository(std::unique_ptr<StoreRepository> store, SeeAsPass pass)
    : m_store(std::move(store))
    , m_pass(std::move(pass))
{}

void SeeingRepository::refuse() const { throw nothingIsChangedAs(m_pass.name); }

/// A server looks after the rights of both by itself: it ends the connection, and lets nobody in again.
bool SeeingRepository::refresh(const FeedState &known)
{
    if (m_isOver)
        throw seeingIsOver(m_pass.name);
    try {
        const bool changed = m_store->refresh(known);
        // Rights have changed, maybe the administrator's own.
        if (changed && m_pass.login.isEmpty() && m_pass.seer &&
            !loadActor(m_store->database(), m_pass.seer).policy.isAdmin())
            throw Error(ErrorKind::Denied, {});
        return changed;
    } catch (const Error &e) {
        if (e.kind() != ErrorKind::Denied)
            throw;
        m_isOver = true;
        throw seeingIsOver(m_pass.name);
    }
}

} // namespace crm
