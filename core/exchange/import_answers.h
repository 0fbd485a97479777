// Values of a file that the office does not know (a choice that no field offers, a status that nobody has made), and
// what a person says that they mean.
//
//     options.answers << ValueAnswer{"status_id", "At work", ValueAnswer::Use, "Open"}
//                     << parseAnswer("branch:Bakery=+");
#pragma once
#include "core/core_export.h"
#include <QList>
#include <QString>

namespace crm {

struct ValueAnswer
{
    enum What {
        Refuse, ///< rows that say it are refused
        Use,    ///< it means what is there already
        Add,    ///< it is added: a choice of a custom field, a record of this name
    };
    QString path; ///< ColumnTarget::path of the column, or its field: "status_id", "contacts.role"
    QString text; ///< what stands in the file; case does not matter
    What what = Refuse;
    QString use = {}; ///< of Use: the key or label of a choice; a record's id, or what the column names records by

    /// "status_id:At work=Open", "branch:Bakery=+": what parseAnswer() reads.
    CRM_CORE QString toString() const;
};

/// "FIELD:TEXT=VALUE"; the value + adds it, - refuses its rows. Text or value with = or " in it stand in quotes. Throws
/// Error(Validation).
CRM_CORE ValueAnswer parseAnswer(const QString &text);

/// What an import has found in the file and nowhere else, be it answered or not.
struct UnknownValue
{
    QString path;    ///< ColumnTarget::path of the column
    QString header;  ///< of the column; empty: a value for all rows
    QString text;    ///< as it stands in the file where it came first
    qint64 rows = 0; ///< that say it
    int found = 0;   ///< records that are called so; 0: none, more: it is not clear which one is meant
    bool canAdd = false;
    ValueAnswer::What what = ValueAnswer::Refuse; ///< what was done about it
    QString use = {};                             ///< of Use
};

} // namespace crm
