#include "ui/records/question_actions.h"
#include "core/exchange/answers.h"
#include "core/exchange/question_page.h"
#include "core/model/registry.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/questions_dialog.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::QuestionActions)
};

/// What became of a file of answers.
struct Taken
{
    QString file, fault;
    QString entity; ///< of the record that was made
    Id id = 0;
};

Taken takeFile(Repository &repository, const QString &path, const QLocale &locale)
{
    Taken taken;
    taken.file = QFileInfo(path).fileName();
    try {
        const Saved saved = takeAnswerFile(repository, path, locale);
        taken.entity = saved.document.entity().key();
        taken.id = saved.document.id();
    } catch (const Error &e) {
        if (e.kind() == ErrorKind::Connection)
            throw; // of no file alone
        taken.fault = e.sentence();
    }
    return taken;
}

void tellTaken(Navigator &navigator, const QList<Taken> &all)
{
    QStringList faults;
    const Taken *last = nullptr;
    int made = 0;
    for (const Taken &one : all) {
        if (one.fault.isEmpty()) {
            last = &one;
            ++made;
        } else {
            faults << QStringLiteral("%1: %2").arg(one.file, one.fault);
        }
    }
    if (made == 1)
        navigator.openRecord(last->entity, last->id);
    else if (made > 1)
        navigator.openList(last->entity);
    if (made > 0)
        navigator.toast(Tr::tr("Answers taken: %n", nullptr, made));
    if (!faults.isEmpty())
        Prompts::tell(navigator.window(), Tr::tr("Not taken"), faults.join(QStringLiteral("\n\n")));
}

void runDialog(Navigator &navigator, const Document &asker, QuestionsDialog::Purpose purpose)
{
    QuestionsDialog dialog(navigator, asker, purpose, navigator.window());
    Prompts::run(dialog);
}
} // namespace

bool canAsk(Navigator &navigator, const Entity &entity)
{
    const Questionnaire how = questionnaireOf(entity.key());
    return how.isSet() &&
           navigator.session().actor().policy.may(navigator.session().catalog()->at(how.into), Verb::Create);
}

void addQuestionActions(Navigator &navigator, QHBoxLayout *bar, QWidget *parent,
                        const std::function<std::optional<Document>()> &asker)
{
    const auto with = [asker](const std::function<void(const Document &)> &run) {
        return [asker, run] {
            if (const auto document = asker())
                run(*document);
        };
    };
    auto *fill = makeButton(Tr::tr("Fill in"), QStringLiteral("edit"), ButtonRole::Normal, parent);
    QObject::connect(fill, &QPushButton::clicked, parent,
                     with([&navigator](const Document &d) { runDialog(navigator, d, QuestionsDialog::Fill); }));
    auto *look = makeButton(Tr::tr("Preview"), QStringLiteral("eye"), ButtonRole::Normal, parent);
    QObject::connect(look, &QPushButton::clicked, parent,
                     with([&navigator](const Document &d) { runDialog(navigator, d, QuestionsDialog::Preview); }));
    auto *page = makeButton(Tr::tr("Save as a page..."), QStringLiteral("globe"), ButtonRole::Normal, parent);
    page->setToolTip(
        Tr::tr("A page for the browser: send it to your client, who fills it in and sends back the answers"));
    QObject::connect(page, &QPushButton::clicked, parent,
                     with([&navigator](const Document &d) { saveQuestionPage(navigator, d); }));
    auto *read = makeIconButton(QStringLiteral("import"), Tr::tr("Read answers..."), parent);
    QObject::connect(read, &QToolButton::clicked, parent, [&navigator] { readAnswers(navigator); });
    for (QWidget *one : {static_cast<QWidget *>(fill), static_cast<QWidget *>(look), static_cast<QWidget *>(page),
                         static_cast<QWidget *>(read)})
        bar->addWidget(one);
}

void addReadAnswers(QMenu *menu, Navigator &navigator, const Entity &asks)
{
    if (canAsk(navigator, asks))
        menu->addAction(icon(QStringLiteral("import")), Tr::tr("Read answers..."), menu,
                        [&navigator] { readAnswers(navigator); });
}

void readAnswers(Navigator &navigator)
{
    const QStringList paths =
        Prompts::openFiles(navigator.window(), Tr::tr("Which answers?"), Tr::tr("Answers (*.json);;All files (*)"));
    if (paths.isEmpty())
        return;
    const QLocale locale = navigator.format().locale;
    const auto work = navigator.session().write([paths, locale](Repository &r) {
        QList<Taken> all;
        for (const QString &path : paths)
            all << takeFile(r, path, locale);
        return all;
    });
    await(
        navigator.window(), work, [&navigator](const QList<Taken> &all) { tellTaken(navigator, all); },
        [&navigator](const Error &e) { navigator.showError(e); });
}

void saveQuestionPage(Navigator &navigator, const Document &asker)
{
    try {
        const QString html = questionPage(asker, navigator.format().locale);
        const QString path =
            Prompts::saveFile(navigator.window(), Tr::tr("Save the page as"),
                              questionFileName(asker) + QStringLiteral(".html"), Tr::tr("Web page (*.html)"));
        if (path.isEmpty())
            return;
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(html.toUtf8()) < 0 || !file.commit())
            throw Error(ErrorKind::Validation,
                        Tr::tr("“%1” cannot be written: %2").arg(QFileInfo(path).fileName(), file.errorString()));
        navigator.toast(Tr::tr("Saved: %1").arg(QFileInfo(path).fileName()));
    } catch (const Error &e) {
        navigator.showError(e);
    }
}

} // namespace crm
