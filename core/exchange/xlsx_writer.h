// Writes one sheet of a workbook (XLSX) row by row, in constant memory. Texts are texts, never formulas, whatever they
// begin with.
//
//     XlsxWriter book(tr("Clients"));
//     book.text(0, "Name", XlsxWriter::Head);
//     book.nextRow();
//     book.number(3, "1234.50", 2);
//     book.finish(file);
//
// Not finished: nothing reaches the device. Throws Error(Validation) naming row and column for what a sheet cannot
// hold, Error(Connection) when the disk is full.
#pragma once
#include "core/model/error.h"
#include <QDateTime>
#include <QString>
#include <memory>

class QIODevice;

namespace crm {

class CRM_CORE XlsxWriter
{
public:
    enum Look { Plain, Head };
    static constexpr qint64 mostRows = 1'048'576;
    static constexpr int mostText = 32'767; ///< characters in a cell

    static Error tooManyRows(); ///< what is thrown then

    /// @param sheet its name; what a name may not hold is left out
    explicit XlsxWriter(const QString &sheet);
    ~XlsxWriter();
    XlsxWriter(const XlsxWriter &) = delete;
    XlsxWriter &operator=(const XlsxWriter &) = delete;

    void text(int column, const QString &text, Look look = Plain);
    /// @param number digits with a point. A spreadsheet keeps fifteen of them; a longer one is written as text,
    /// exactly.
    /// @param digits shown after the point
    void number(int column, const QString &number, int digits);
    void percent(int column, const QString &number, int digits); ///< "20.5" is 20.5 %
    void date(int column, QDate date);
    /// In the time of this computer, as people read it. What that does not say exactly is written as text, in UTC.
    void moment(int column, const QDateTime &moment);
    void duration(int column, qint64 seconds);
    void yesNo(int column, bool yes);
    void nextRow();
    void finish(QIODevice &out);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace crm
