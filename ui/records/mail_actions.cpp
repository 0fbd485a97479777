#include "ui/records/mail_actions.h"
#include "core/exchange/mail_link.h"
#include "core/model/mailing.h"
#include "core/model/search_words.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/print/paper_batch.h"
#include "ui/records/list_commands.h"
#include "ui/records/list_panel.h"
#include "ui/records/record_table.h"
#include "ui/shell/command_words.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/button_row.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMenu>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::MailActions)
};

constexpr int mostOpened = 10; ///< windows of a mail program

struct Outcome
{
    QList<Document> letters; ///< that it was done with, or may be
    QStringList faults;
};

/// @param toTry nothing is kept: only whether it could be done
Outcome runAll(Repository &repository, const QString &entity, const IdList &ids, const QString &action, bool toTry)
{
    Outcome outcome;
    const QList<Document> letters = repository.loadMany(entity, ids);
    for (const Document &letter : letters) {
        try {
            repository.atomically([&] {
                repository.runAction(entity, letter.id(), action, {});
                if (toTry)
                    throw Error(ErrorKind::Cancelled, {});
            });
            outcome.letters << letter;
        } catch (const Error &e) {
            if (e.kind() == ErrorKind::Connection)
                throw;
            if (e.kind() == ErrorKind::Cancelled)
                outcome.letters << letter;
            else
                outcome.faults << QStringLiteral("%1: %2").arg(
                    letter.head().title(), e.faults().isEmpty() ? e.sentence() : e.faults().constFirst().sentence);
        }
    }
    return outcome;
}

void tellFaults(Navigator &navigator, const QStringList &faults)
{
    constexpr qsizetype most = 10;
    if (!faults.isEmpty())
        Prompts::tell(navigator.window(), Tr::tr("Not with %n letter(s)", nullptr, int(faults.size())),
                      faults.mid(0, most).join(QStringLiteral("\n\n")));
}

void openAll(Navigator &navigator, const QString &entity, const QList<Document> &letters)
{
    const Mailing how = mailingOf(entity);
    IdList opened;
    bool isCopied = false;
    for (const Document &letter : letters) {
        const QString to = letter.head().text(how.to), subject = letter.head().text(how.subject);
        const QString text = mailText(letter.head().text(how.text));
        QUrl link = mailLink(to, subject, text);
        if (link.toEncoded().size() > longestMailLink) {
            QGuiApplication::clipboard()->setText(text);
            link = mailLink(to, subject, {});
            isCopied = true;
        }
        if (QDesktopServices::openUrl(link))
            opened << letter.id();
        if (isCopied)
            break; // the clipboard holds one text
    }
    if (opened.isEmpty()) {
        if (!letters.isEmpty())
            Prompts::tell(navigator.window(), Tr::tr("No mail program opened"),
                          Tr::tr("Choose one in the settings of your system, or copy the text of the letter."));
        return;
    }
    auto *toast = navigator.window()->findChild<Toast *>(QString(), Qt::FindDirectChildrenOnly);
    if (!toast)
        return;
    toast->show(isCopied ? Tr::tr("Open in your mail program. The text is too long for it: paste it with Ctrl+V.")
                         : Tr::tr("Open in your mail program: %n letter(s)", nullptr, int(opened.size())),
                Tr::tr("Mark as sent"),
                [&navigator, entity, opened] { runOnLetters(navigator, entity, opened, mailingOf(entity).sent); });
    toast->actionButton()->setIcon(icon(QStringLiteral("check")));
}

/// What the letters are about, as PDF files to attach.
void saveSubjects(Navigator &navigator, const QString &entity, const IdList &ids)
{
    const Field *about = navigator.session().catalog()->at(entity).field(mailingOf(entity).about);
    if (!about)
        return;
    const auto find = [entity, ids, key = about->key()](Repository &r) {
        IdList found;
        const QList<Document> letters = r.loadMany(entity, ids);
        for (const Document &letter : letters) {
            if (const Id id = letter.head().ref(key); id && !found.contains(id))
                found << id;
        }
        return found;
    };
    await(
        navigator.window(), navigator.session().read(find),
        [&navigator, target = about->target()](const IdList &found) {
            if (found.isEmpty())
                navigator.toast(Tr::tr("No document belongs to it."));
            else
                savePapers(navigator, navigator.window(), target, found);
        },
        [&navigator](const Error &e) { navigator.showError(e); });
}

/// Null: the entity has none, or does not leave by mail.
const Action *actionOf(const Entity &entity, const QString &key)
{
    if (!mailingOf(entity.key()).isSet())
        return nullptr;
    for (const Action &one : entity.actions()) {
        if (one.key == key)
            return &one;
    }
    return nullptr;
}

QString labelOf(const Entity &entity, const QString &key)
{
    const Action *action = actionOf(entity, key);
    return action ? action->label.text() : key;
}
} // namespace

void openInMailProgram(Navigator &navigator, const QString &entity, const IdList &ids)
{
    const IdList some = ids.mid(0, mostOpened);
    const auto job = [entity, some, sent = mailingOf(entity).sent](Repository &r) {
        return runAll(r, entity, some, sent, true);
    };
    await(
        navigator.window(), navigator.session().write(job),
        [&navigator, entity](const Outcome &outcome) {
            openAll(navigator, entity, outcome.letters);
            tellFaults(navigator, outcome.faults);
        },
        [&navigator](const Error &e) { navigator.showError(e); });
}

void runOnLetters(Navigator &navigator, const QString &entity, const IdList &ids, const QString &action)
{
    const auto job = [entity, ids, action](Repository &r) { return runAll(r, entity, ids, action, false); };
    await(
        navigator.window(), navigator.session().write(job),
        [&navigator, name = labelOf(navigator.session().catalog()->at(entity), action)](const Outcome &outcome) {
            if (!outcome.letters.isEmpty())
                navigator.toast(Tr::tr("%1: %n letter(s)", nullptr, int(outcome.letters.size())).arg(name));
            tellFaults(navigator, outcome.faults);
        },
        [&navigator](const Error &e) { navigator.showError(e); });
}

void addMailButtons(Navigator &navigator, QHBoxLayout *bar, QWidget *parent, const Record &letter)
{
    const Entity &entity = letter.entity();
    const Id id = letter.id();
    const Mailing how = mailingOf(entity.key());
    const Action *sent = actionOf(entity, how.sent);
    if (!sent || (sent->available && !sent->available(letter)))
        return;
    auto *open = makeButton(Tr::tr("Open in the mail program"), QStringLiteral("mail"), ButtonRole::Normal, parent);
    setOtherWords(open, wordsOf(entryWords(EntryWords::Mail)));
    QObject::connect(open, &QPushButton::clicked, parent,
                     [&navigator, key = entity.key(), id] { openInMailProgram(navigator, key, {id}); });
    bar->addWidget(open);
    if (how.about.isEmpty())
        return;
    auto *save = makeIconButton(QStringLiteral("file"), Tr::tr("Save its document as PDF, to attach it"), parent);
    QObject::connect(save, &QToolButton::clicked, parent,
                     [&navigator, key = entity.key(), id] { saveSubjects(navigator, key, {id}); });
    bar->addWidget(save);
}

void addMailActions(QMenu *menu, ListPanel &panel)
{
    const Entity &entity = panel.entity();
    const Mailing how = mailingOf(entity.key());
    if (!how.isSet() || !panel.navigator().session().actor().policy.may(entity, Verb::Update))
        return;
    const auto add = [&](const char *iconName, const QString &text, const std::function<void(const IdList &)> &run) {
        menu->addAction(icon(QLatin1String(iconName)), text, &panel, [&panel, run] {
            await(
                &panel, panel.commands()->chosenRows(),
                [run](const QList<Row> &rows) {
                    IdList ids;
                    for (const Row &row : rows)
                        ids << row.id;
                    run(ids);
                },
                [&panel](const Error &e) { panel.navigator().showError(e); });
        });
    };
    Navigator &navigator = panel.navigator();
    const QString key = entity.key();
    menu->addSeparator();
    add("mail", Tr::tr("Open in the mail program"),
        [&navigator, key](const IdList &ids) { openInMailProgram(navigator, key, ids); });
    for (const QString &action : {how.sent, how.withdraw})
        add(action == how.sent ? "check" : "ban", labelOf(entity, action),
            [&navigator, key, action](const IdList &ids) { runOnLetters(navigator, key, ids, action); });
    if (!how.about.isEmpty())
        add("file", Tr::tr("Save their documents as PDF..."),
            [&navigator, key](const IdList &ids) { saveSubjects(navigator, key, ids); });
}

} // namespace crm
