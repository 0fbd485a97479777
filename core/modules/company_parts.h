// Companies of one's own: what they are known by on documents, and which of them writes a document.
//
// The settings of the office hold the company that writes whatever names none; further ones are records of "companies".
#pragma once
#include "core/model/entity.h"
#include "core/model/error.h"
#include "core/model/record.h"

namespace crm::modules {

/// Name, address, tax number, bank, phone, who signs: what papers and electronic invoices say of a company.
QList<Field> companyFields(const Label &heading);
/// Checks them; behind the fields.
void checkCompany(Entity &entity);
/// How a company introduces itself on papers: some of the fields, in their order.
QStringList companyIntroduction();

/// A picture at the head of the company's papers.
Field logoField(const Label &heading);
/// Which company writes a document.
Field companyField();
/// Where what is missing of the company is filled in: "settings of the office", "Our companies: Roses".
QString placeOfCompany(const std::optional<Document> &company);

} // namespace crm::modules
