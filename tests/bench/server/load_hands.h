// What somebody at work does, through the program's repository or as statements on bare tables that do the same: the
// second shows what guards and procedures cost.
#pragma once
#include "tests/bench/server/bare_link.h"
#include "tests/bench/server/bench_office.h"

namespace crm::bench {

class Hands
{
public:
    virtual ~Hands() = default;
    virtual qint64 poll() = 0; ///< the head of the feed
    virtual void news(qint64 since) = 0;
    virtual QList<Id> firstClients() = 0;
    virtual void nextClients() = 0; ///< the page after the first
    virtual void firstTasks() = 0;
    virtual void countTasks() = 0;
    virtual void find(const QString &word) = 0;
    virtual void openClient(Id id) = 0;
    /// Of the client that was opened last: the number of the change; 0: nothing had changed.
    virtual qint64 saveClient(const QString &state) = 0;
    virtual qint64 connection() const = 0;
    virtual qint64 statementsRun() const = 0;
    virtual bool isAnew() { return false; } ///< whether the connection was made anew since the last question
};

std::unique_ptr<Hands> guardedHands(const BenchOffice &office, const QString &login);
/// The statements of the guarded ones on bare tables, by root, narrowed to the rows that the person sees.
std::unique_ptr<Hands> bareHands(const BenchOffice &office, const QString &login);

} // namespace crm::bench
