// Texts with variables: the words of a contract from a template and the record that it is for.
//
//     fillTextTemplate(repository, contract, "{{client.name}}, INN {{client.inn}}\n\n{{lines}}", {.locale = locale});
//
// Variables are the record's own fields by key ("total", "owner" or "owner_id"), those of a record that it points to
// ("client.name"), those of whoever writes our papers ("office.legal_name"), and "today", "lines", "totals",
// "total_in_words". What a value holds is text, never a template or Markdown of its own; only long texts stay Markdown.
// Sections are Mustache's: {{#client.inn}}INN {{client.inn}}{{/client.inn}} stands there when it is not empty.
//
// Only what the person may see and what is no internal matter can be taken. Thread: the repository's.
#pragma once
#include "core/store/repository.h"
#include <QLocale>

namespace crm {

struct TextTemplateOptions
{
    QLocale locale = QLocale::c();
    /// Other names of fields: "inn" -> {"vat_number", "tax_number"}; the first that the entity has counts.
    QHash<QString, QStringList> alsoCalled = {};
};

struct FilledText
{
    QString text;          ///< Markdown
    bool hasLines = false; ///< the lines of the document stand in it
    bool operator==(const FilledText &) const = default;
};

/// Throws Error(Validation) that names every unknown variable and those that look like it.
CRM_CORE FilledText fillTextTemplate(Repository &repository, const Document &document, const QString &markdown,
                                     const TextTemplateOptions &options);
/// Why the text cannot be read as a template; empty: it can.
CRM_CORE QString textTemplateFault(const QString &markdown);
/// Every variable that a record of this kind has.
CRM_CORE QStringList textVariables(Repository &repository, const Document &document,
                                   const TextTemplateOptions &options);

} // namespace crm
