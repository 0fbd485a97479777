// Writes CSV by RFC 4180 that a spreadsheet may open without running anything.
//
//     CsvWriter out(file, {.bom = true});
//     out.row({"name", "note"});
//     out.row({"Roses", spreadsheetSafe(note)});
//     out.finish();
//
// A text that starts like a formula (=, +, -, @ ...) gets an apostrophe in front (spreadsheetSafe), which the importer
// takes off again (withoutApostrophe): the round trip is exact, since a text that has apostrophes in front of a formula
// sign already gets one more.
#pragma once
#include "core/core_export.h"
#include <QByteArray>
#include <QStringList>

class QIODevice;

namespace crm {

CRM_CORE QString spreadsheetSafe(const QString &text);
CRM_CORE QString withoutApostrophe(const QString &text);

struct CsvWriterOptions
{
    QChar separator = u',';
    bool bom = false; ///< Excel takes UTF-8 for the system's 8-bit encoding without it
};

class CRM_CORE CsvWriter
{
public:
    /// The device must be open for writing and outlive the writer.
    explicit CsvWriter(QIODevice &device, const CsvWriterOptions &options = {});
    /// Throws Error when the device takes no more (disk full).
    void row(const QStringList &cells);
    /// Writes what is still kept back. Not called: the file ends early.
    void finish();

private:
    void cell(const QString &text, bool alone);

    QIODevice &m_device;
    QChar m_separator;
    QByteArray m_pending;
};

/// Writes all of it or throws Error with the device's reason.
CRM_CORE void writeAll(QIODevice &device, QByteArrayView bytes);

} // namespace crm
