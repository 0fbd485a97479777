// Believable data to try the program with: Russian and international clients with everything that hangs on them.
//
//     auto repo = openLocalAsSystem(path, registry);
//     generateDemo(*repo, {.size = 200, .seed = 1, .language = "ru"});
//
// The same options give the same records with the same ids, on any machine. Records are made and saved in batches, so
// that memory does not grow with the size. Thread: the repository's; takes about a second for 200 clients.
#pragma once
#include "core/core_export.h"
#include "core/store/repository.h"
#include <QDate>

namespace crm {

struct DemoOptions
{
    /// Clients. Up to 20,000 of them each has, on average, 2 contacts, 1.5 orders, 1.5 tasks, 0.4 leads; the clients
    /// beyond have a fifth of that.
    qint64 size = 200;
    quint32 seed = 1;
    QString language = QStringLiteral("ru"); ///< "ru" or "en": of items, tasks, notes; and which countries prevail
    QDate today = QDate::currentDate();      ///< what all dates are counted from
    bool ownFields = true;                   ///< clients have fields of the demo company's own
    /// The demo's team members sign in with it; empty: they cannot sign in, and a file without passwords goes on
    /// opening without a sign-in.
    QString password = {};
};

struct DemoResult
{
    Id batch = 0; ///< Repository::undoBatch() takes all of it back
    qint64 records = 0;
};

/// Throws Error(Validation) when the database holds the same demo data already, Error(Cancelled) when progress says so;
/// then everything made until then is taken back. Asks for a repository of the program itself (openLocalAsSystem) or of
/// an administrator, for whom leads stay unconverted.
CRM_CORE DemoResult generateDemo(Repository &repository, const DemoOptions &options, const Progress &progress = {});

} // namespace crm
