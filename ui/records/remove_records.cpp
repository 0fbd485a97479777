#include "ui/records/remove_records.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/cell_text.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include <QCoreApplication>
#include <QWidget>

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
        if (!field)
            continue; // of a line
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

QString textOf(const QList<ChangedRecord> &records, const FormatContext &format)
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
} // namespace

void removeRecords(Navigator &navigator, QWidget *owner, const QString &entity, const QList<SeenRecord> &records,
                   const std::function<void(const BatchResult &)> &done)
{
    IdList ids;
    QList<qint64> seen;
    for (const SeenRecord &record : records) {
        ids << record.id;
        seen << record.version;
    }
    await(owner, navigator.session().remove(entity, ids, seen), done,
          [&navigator, owner, entity, records, done](const Error &error) {
              const auto *changed = dynamic_cast<const ChangedError *>(&error);
              if (!changed)
                  return navigator.showError(error);
              const QList<ChangedRecord> found = changed->records();
              const Prompts::Question question{
                  found.size() == 1
                      ? Tr::tr("“%1” has been changed. Delete it all the same?").arg(found[0].now.head().title())
                      : Tr::tr("%n record(s) have been changed. Delete all the same?", nullptr, int(found.size())),
                  textOf(found, navigator.format()),
                  Tr::tr("Delete"),
                  {},
                  true};
              if (Prompts::ask(owner, question) != Prompts::Yes)
                  return;
              QList<SeenRecord> again = records;
              for (SeenRecord &record : again) { // as they were shown just now; the next change asks again
                  for (const ChangedRecord &now : found) {
                      if (now.now.id() == record.id)
                          record.version = now.now.head().version();
                  }
              }
              removeRecords(navigator, owner, entity, again, done);
          });
}

} // namespace crm
