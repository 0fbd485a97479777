// The tour of pictures: who is called in comments.
#include "ui/records/mention_box.h"
#include "ui/records/thread_panel.h"
#include "ui/shell/main_window.h"
#include "ui/shell/mention_bell.h"
#include "ui/shell/tab_area.h"
#include "ui/shell/tour.h"
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>

namespace crm {

void Tour::walkMentions(MainWindow &window)
{
    MentionBell *bell = wanted(QStringLiteral("mentions")) ? mentionsOf(window) : nullptr;
    if (!bell)
        return;
    bell->look();
    waitFor([&] { return !bell->isLooking(); }, QStringLiteral("mentions"));
    if (bell->callings().isEmpty())
        return;
    const Calling first = bell->callings().constFirst();
    window.openRecord(first.parentEntity, first.parentId);
    const auto *page = window.tabs().currentPage();
    waitFor([&] { return page->isSettled(); }, QStringLiteral("mentions"));
    const auto *thread = page->findChild<ThreadPanel *>();
    if (!thread || !thread->mentions())
        return;
    waitFor([&] { return !thread->isLoading(); }, QStringLiteral("mentions-thread"));
    window.activateWindow(); // whoever is called is looked for only where one can type
    waitFor([&] { return window.isActiveWindow(); }, QStringLiteral("mentions-window"));
    thread->input()->setFocus();
    thread->input()->insertPlainText(u'@' + first.author.left(1).toLower());
    waitFor([&] { return thread->mentions()->audience().has_value(); }, QStringLiteral("mentions-proposals"));
    linger();
    take(window, QStringLiteral("mentions-thread"));
    if (thread->mentions()->isOpen())
        take(*thread->mentions()->list(), QStringLiteral("mentions-proposals"));
    thread->input()->clear();
    bell->popUp();
    take(*bell->openMenu(), QStringLiteral("mentions-menu"));
    bell->openMenu()->close();
}

} // namespace crm
