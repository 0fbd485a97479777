// A document as it is printed or sent: an invoice, an estimate, an order as HTML, from a template and what its
// declaration says (leavesOnPaper() of core/model/record_formats.h).
//
//     const QString html = paperHtml(repository, "invoices", id, {.locale = locale});
//
// The template is Mustache (resources/documents/paper.html), everything is escaped. It shows stored amounts and
// computes none. Throws what the repository throws; Unsupported when records of the entity do not leave on paper.
// Thread: the repository's.
#pragma once
#include "core/store/repository.h"
#include <QLocale>

namespace crm {

struct PaperOptions
{
    QLocale locale = QLocale::c();
    QString layout = {}; ///< the text of another template; empty: the program's own
    QString kind = {};   ///< which paper (paperKinds()); empty: the document's own
};

/// A further paper of the same documents, beside their own: the act to an invoice.
struct PaperKind
{
    QString key; ///< "act"
    Label title;
    bool landscape = false;
    std::function<QString(Repository &, const Document &, const PaperOptions &)> html = {};
    /// What the paper has to say and nobody has filled in, as people call it; empty: it is complete.
    std::function<QStringList(Repository &, const Document &)> missing = {};
};
/// Declared beside the entity, before the registry is sealed.
CRM_CORE void alsoLeavesAs(const QString &entity, const PaperKind &kind);
CRM_CORE QList<PaperKind> paperKinds(const QString &entity); ///< without the document's own

/// A paper that is no document with lines but made of other records: the statement of a client.
struct PaperMaker
{
    Label title; ///< "Statement"
    std::function<QString(Repository &, Id, const PaperOptions &)> html;
};
/// Declared beside the entity, before the registry is sealed.
CRM_CORE void writesPaper(const QString &entity, const PaperMaker &maker);

CRM_CORE bool canLeaveOnPaper(const Entity &entity);
/// What the paper lacks, as people call it; empty: nothing.
CRM_CORE QStringList paperGaps(Repository &repository, const QString &entity, Id id, const QString &kind);
/// Throws Denied without the right to read what it is made of, Validation for a kind that there is not.
CRM_CORE QString paperHtml(Repository &repository, const QString &entity, Id id, const PaperOptions &options);
/// "Invoice INV-0001", also for a draft without a number; fit for a file's name.
CRM_CORE QString paperTitle(const Document &document);

} // namespace crm
