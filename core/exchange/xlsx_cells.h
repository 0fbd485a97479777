// What the cells of a workbook say, as text: by the digits that stand in the file, never through a double.
//
//     plainDigits("1.2E+3")                    // "1200"
//     plainDigits("0.30000000000000004")       // "0.3": fifteen digits, as spreadsheets show it
//     dateOfSerial("45000.5", false)           // "2023-03-15T12:00:00"
//
// ECMA-376 part 1: 18.17.4 (dates as numbers), 18.8.30 (number formats), 22.4.2.4 (escaped characters).
#pragma once
#include "core/core_export.h"
#include <QDateTime>
#include <QString>

namespace crm {

enum class XlsxShow { Number, Percent, Date, Time, Elapsed };

/// What a number format makes of a number. @param code "yyyy-mm-dd", "0.00%" ... @param id of the built-in formats,
/// which files name without a code
CRM_CORE XlsxShow showOfFormat(const QString &code);
CRM_CORE XlsxShow showOfBuiltIn(int id);

/// A number as digits with a point; null if it is no number. Whole numbers keep all their digits.
CRM_CORE QString plainDigits(const QString &number);
/// The same a hundred times as much, with a percent sign.
CRM_CORE QString percentDigits(const QString &number);
/// "2023-03-15", or "2023-03-15T12:30:00.250" where there is a time of day; null if it is no date.
CRM_CORE QString dateOfSerial(const QString &number, bool since1904);
/// "26:30:00": hours may go beyond a day.
CRM_CORE QString elapsedOfSerial(const QString &number);
/// Days since the end of 1899, as spreadsheets count; -1 before 1 March 1900, where they count a day that was none.
CRM_CORE double serialOfDate(const QDateTime &local);

/// "_x000D_" -> the character; and what writers must put in its place.
CRM_CORE QString unescapedXlsx(const QString &text);
CRM_CORE QString escapedXlsx(const QString &text);

/// 0 for "A7", 27 for "AB3"; -1 if it names no column.
CRM_CORE int columnOfCell(QStringView reference);

} // namespace crm
