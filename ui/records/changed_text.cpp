#include "ui/records/changed_text.h"
#include "core/model/entity.h"
#include "core/model/format.h"
#include "ui/records/cell_text.h"
#include <QCoreApplication>

namespace crm {
namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::RemoveRecords)
};
constexpr int mostRecords = 5, mostChanges = 6, mostText = 60;

/// "Anna: City: Perm -> Omsk"
QString lineOf(const Change &change, const Document &now, const FormatContext &format)
{
    QStringList parts;
    for (const FieldChange &c : change.fields) {
        const Field *field = now.entity().field(c.field);
        if (!field || field->isHidden())
            continue; // of a line, or nothing that people read
        const auto shown = [&](const QVariant &value) {
            const QString text = displayText(*field, value, format).simplified().left(mostText);
            return text.isEmpty() ? Tr::tr("(empty)") : text;
        };
        parts << (isRefKind(field->kind()) || isListKind(field->kind())
                      ? field->label().text()
                      : Tr::tr("%1: %2 → %3").arg(field->label().text(), shown(c.before), shown(c.after)));
    }
    if (parts.isEmpty())
        parts << Tr::tr("changed");
    return Tr::tr("%1, %2: %3")
        .arg(change.userName, format.locale.toString(change.at.toLocalTime(), QLocale::ShortFormat),
             parts.join(QStringLiteral("; ")));
}
} // namespace

QString changedText(const QList<ChangedRecord> &records, const FormatContext &format)
{
    QStringList lines;
    for (qsizetype i = 0; i < std::min<qsizetype>(records.size(), mostRecords); ++i) {
        const ChangedRecord &record = records[i];
        if (records.size() > 1)
            lines << Tr::tr("“%1”").arg(record.now.head().title());
        for (qsizetype c = 0; c < std::min<qsizetype>(record.changes.size(), mostChanges); ++c)
            lines << lineOf(record.changes[c], record.now, format);
    }
    if (records.size() > mostRecords)
        lines << Tr::tr("and %n more", nullptr, int(records.size() - mostRecords));
    return lines.join(u'\n');
}

} // namespace crm
