// The rows of a long table on paper: a hundred thousand of them take no longer than writing them down does, where
// Mustache would make an object of each cell first.
//
//     PaperRows rows("statement_row", {"day", "what", "charge"});
//     rows.add({day, what, charge});
//     return renderPaper(options, name, data, rows.takeHtml());          // {{{rows}}} in the layout
//
// The layout of a row is text with tags of the simplest kind, {{name}}; values are escaped. Thread: any, one at a time.
#pragma once
#include "core/core_export.h"
#include <QStringList>
#include <string>
#include <string_view>
#include <vector>

namespace crm {

class CRM_CORE PaperRows
{
public:
    /// @param layout of resources/documents. Throws Error(Unsupported) for a tag that is none of the columns
    PaperRows(const QString &layout, const QStringList &columns);
    void reserve(qsizetype rows); ///< so many are going to be added
    /// As many values as there are columns, in their order; UTF-8.
    void add(std::initializer_list<std::string_view> values);
    std::string takeHtml() { return std::move(m_html); }

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
