// The statement of a client: what was invoiced, credited and paid, in the order of its days, with what was due after
// each; and how late what is due now is.
//
//     const Statement s = statementOf(repository, client, {});
//     s.closing                      // what the client owes at the end, in minor units of the client's currency
//
// Read page by page; what the person may not see is not in it. Throws what the repository throws. Thread: the
// repository's.
#pragma once
#include "core/model/allocation.h"
#include "core/store/repository.h"

namespace crm::modules {

struct StatementPeriod
{
    QDate first = {}, last = {}; ///< both included; invalid: from the beginning, to the end
};

struct StatementLine
{
    QDate day;
    QString what; ///< "Invoice"
    QString number;
    qint64 charge = 0;  ///< what the client owes more
    qint64 credit = 0;  ///< what the client owes less
    qint64 balance = 0; ///< after this line
    qint32 company = 0; ///< of ours, that wrote it: 1 and on in Statement::companies; 0: the office's, or none
};

} // namespace crm::modules
Q_DECLARE_TYPEINFO(crm::modules::StatementLine, Q_RELOCATABLE_TYPE);
namespace crm::modules {

struct CRM_CORE Statement
{
    qint64 opening = 0, closing = 0;
    QList<StatementLine> lines;
    QList<AgeingBucket> ageing; ///< of what is due today: see core/model/allocation.h
    QString currency;
    QList<QPair<Id, QString>> companies = {}; ///< further ones of ours that wrote documents: id, name
    bool byOffice = false;                    ///< the office's company wrote some too
    /// The one further company that wrote all documents; 0: there is none, or several did. Payments are written by
    /// none.
    Id writer() const { return companies.size() == 1 && !byOffice ? companies.first().first : 0; }
};

CRM_CORE Statement statementOf(Repository &repository, Id client, const StatementPeriod &period,
                               const QDate &today = QDate::currentDate());

} // namespace crm::modules
