// The rows of a long table on paper: a hundred thousand of them take no longer than writing them down does, where
// Mustache would make an object of each cell first.
//
//     PaperRows rows("statement_row", {"day", "what", "charge"});
//     rows.add({day, what, charge});
//     data.set("rows", rows.html());          // {{{rows}}} in the layout
//
// The layout of a row is text with tags of the simplest kind, {{name}}; values are escaped. Thread: any, one at a time.
#pragma once
#include "core/core_export.h"
#include <QStringList>
#include <string>
#include <vector>

namespace crm {

class CRM_CORE PaperRows
{
public:
    /// @param layout of resources/documents. Throws Error(Unsupported) for a tag that is none of the columns
    PaperRows(const QString &layout, const QStringList &columns);
    /// As many values as there are columns, in their order.
    void add(const QStringList &values);
    const std::string &html() const { return m_html; }

private:
    struct Piece
    {
        std::string text; ///< stands before the value
        int column = -1;  ///< -1: nothing follows
    };
    std::vector<Piece> m_pieces;
    std::string m_html;
};

} // namespace crm
