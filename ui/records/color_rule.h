// A rule that colours rows of a list: "status = overdue" -> red. Part of a saved view.
#pragma once
#include "core/model/filter_match.h"
#include "ui/ui_export.h"
#include <QList>
#include <QString>

namespace crm {

struct ColorRule
{
    QString where;  ///< an expression, see core/model/query.h
    QString tone;   ///< a token of ui/style ("red")
    QString column; ///< path of the column whose cells are coloured; empty: the whole row
    friend bool operator==(const ColorRule &, const ColorRule &) = default;
};

} // namespace crm
