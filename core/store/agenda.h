// What comes up for a person in some days, of all kinds of record that say so (core/model/agenda.h), in the order of
// the hours.
//
//     Agenda week = agendaOf(repository, monday, sunday, Agenda::Mine);
//
// One question for each kind of record. What the person may not see is not in it. Days and times are those of the
// machine's zone. Throws what Repository::page() throws. Thread: the repository's.
#pragma once
#include "core/core_export.h"
#include "core/model/id.h"
#include <QDateTime>
#include <QList>
#include <QString>

namespace crm {

class Repository;

struct AgendaItem
{
    QString entity;
    Id id = 0;
    QString title;
    QDate day;
    QTime time = {}; ///< invalid: it is a matter of the whole day
    bool done = false;
};

struct Agenda
{
    enum Whose { Mine, Everybodys };
    QList<AgendaItem> items; ///< of a day first what has no time
    bool cut = false;        ///< there is more than a calendar can show
};

CRM_CORE Agenda agendaOf(Repository &repository, const QDate &first, const QDate &last, Agenda::Whose whose);

} // namespace crm
