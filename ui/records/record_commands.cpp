#include "ui/records/record_commands.h"
#include "ui/records/files_panel.h"
#include "ui/records/line_grid.h"
#include "ui/records/record_page.h"
#include "ui/shell/commands.h"
#include <QAbstractButton>

namespace crm {

namespace {
/// Null where no record is looked at, or where it has none of it.
template<class T> T *inRecord(const TabPage *page, const QString &name = {})
{
    const auto *record = qobject_cast<const RecordPage *>(page);
    return record ? record->findChild<T *>(name) : nullptr;
}
} // namespace

void addRecordPageCommands(Commands &commands, const std::function<TabPage *()> &page)
{
    // It may stand in the menu of the head for want of room; a click reaches it all the same.
    const auto print = [page] { return inRecord<QAbstractButton>(page(), QStringLiteral("printRecord")); };
    Command printing{QStringLiteral("record.print"),         CommandGroup::Records,
                     RecordPage::tr("Print or save as PDF"), QStringLiteral("print"),
                     {QKeySequence(QKeySequence::Print)},    [print] { print()->click(); },
                     [print] { return print() != nullptr; }};
    printing.inPalette = false; // the button itself stands there
    commands.add(printing);
    const auto files = [page] {
        auto *panel = inRecord<FilesPanel>(page());
        return panel && panel->mayAdd() ? panel : nullptr;
    };
    commands.add({QStringLiteral("record.attach"),
                  CommandGroup::Records,
                  RecordPage::tr("Add files to this record"),
                  QStringLiteral("attachment"),
                  {},
                  [files] { files()->choose(); },
                  [files] { return files() != nullptr; }});
    const auto lines = [page] {
        auto *grid = inRecord<LineGrid>(page());
        return grid && grid->isVisible() ? grid : nullptr;
    };
    commands.add({QStringLiteral("record.lines"),
                  CommandGroup::Records,
                  RecordPage::tr("Go to the lines of this record"),
                  QStringLiteral("list"),
                  {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)},
                  [lines] { lines()->comeTo(); },
                  [lines] { return lines() != nullptr; }});
}

} // namespace crm
