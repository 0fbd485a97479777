// What several verbs do with records: find the one a person means, fill in fields, show it.
#pragma once
#include "app/cli/call.h"
#include "core/exchange/import_mapping.h"
#include "core/exchange/import_references.h"

namespace crm::cli {

/// The record that the text means: its id, its number or title, or field=value. Throws NotFound, or Validation where
/// several fit.
Id findRecord(Call &call, const Entity &entity, const QString &text);
/// The document to load for a record; of a line: the document that it stands in.
Document loadFor(Call &call, const Entity &entity, Id id);
/// The record itself in what loadFor() gave.
Record &recordIn(Document &document, const Entity &entity, Id id);

/// "name=Roses", "client_id.external_id=ALFKI", "labels=new;vip", "phone=": the values of one record.
class Assignments
{
public:
    Assignments(Call &call, const Entity &entity, const QStringList &words);
    bool isEmpty() const { return m_targets.isEmpty(); }
    /// Throws Error(Validation) with every fault. @param currency of the document that a line stands in
    void apply(Record &record, const QString &currency = {});
    Id idOr(Id otherwise) const; ///< the id that id=... names
    /// The value of one reference, for the document of a new line; 0: not named.
    Id reference(const QString &field);

private:
    QVariant read(const BoundTarget &target, const QString &currency, QList<FieldFault> &faults);
    QVariant readReference(const BoundTarget &target, QList<FieldFault> &faults);
    Call &m_call;
    ReferenceFinder m_finder;
    QList<BoundTarget> m_targets;
};

/// "name=Roses,quantity=2": commas part, quotes keep together.
QStringList assignmentsIn(const QString &text);

QJsonObject toJson(Call &call, const Record &record, const QString &currency,
                   const QHash<QPair<QString, Id>, QString> &titles = {});
QJsonObject toJson(Call &call, const Document &document);
/// For people: labels and values.
void print(Call &call, const Document &document);
/// To the file that --to names, else to the terminal.
void writeText(Call &call, const QString &text);
QString currencyOf(Call &call, const Record &record);
/// A right-aligned column in a table.
bool isNumber(const Field &field);
QString changeOpName(ChangeOp op);

} // namespace crm::cli
