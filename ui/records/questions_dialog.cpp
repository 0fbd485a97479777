#include "ui/records/questions_dialog.h"
#include "core/exchange/answers.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/store/session.h"
#include "ui/records/record_field.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QDialogButtonBox>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crm {

QuestionsDialog::QuestionsDialog(Navigator &navigator, const Document &asker, Purpose purpose, QWidget *parent)
    : QDialog(parent)
    , m_navigator(navigator)
    , m_asker(asker)
    , m_questions(questionsOf(asker))
    , m_purpose(purpose)
    , m_banner(new Banner(this))
{
    setWindowTitle(purpose == Preview ? tr("Preview: %1").arg(asker.head().title()) : asker.head().title());
    resize(scaledOnScreen(640), 720);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::xl, space::l, space::xl, space::l);
    box->setSpacing(space::m);
    box->addWidget(m_banner);
    m_area = new QScrollArea(this);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(buildQuestions());
    box->addWidget(m_area, 1);
    box->addWidget(buildButtons());
    m_first = values();
    showAsked();
    if (m_fields.isEmpty())
        m_banner->show(Banner::Info, tr("There are no questions yet. Write them down in the brief and save it."));
    else
        m_fields.constFirst()->editor()->setFocus();
}

QWidget *QuestionsDialog::buildQuestions()
{
    auto *content = new QWidget(m_area);
    auto *box = new QVBoxLayout(content);
    box->setContentsMargins(0, 0, space::m, 0);
    box->setSpacing(space::m);
    const QString intro = m_asker.head().text(questionnaireOf(m_asker.entity().key()).intro);
    if (!intro.isEmpty()) {
        QLabel *label = makeLabel(intro, TextRole::Body, content, true);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        box->addWidget(label);
    }
    QString group;
    QWidget *heading = nullptr;
    for (const Question &q : m_questions) {
        if (q.field.groupLabel().text() != group) {
            group = q.field.groupLabel().text();
            heading = group.isEmpty() ? nullptr : makeLabel(group, TextRole::Heading, content);
            if (heading)
                box->addWidget(heading);
        }
        auto *field = new RecordField(q.field, {m_navigator, m_asker.entity().key()}, content);
        field->editor()->setValue(q.field.defaultValue());
        connect(field->editor(), &FieldEditor::edited, this, &QuestionsDialog::showAsked);
        box->addWidget(field);
        m_fields << field;
        m_headings << heading;
    }
    box->addStretch(1);
    return content;
}

QWidget *QuestionsDialog::buildButtons()
{
    auto *close = makeButton(m_purpose == Preview ? tr("Close") : tr("Cancel"), {}, ButtonRole::Normal, this);
    m_done = m_purpose == Preview
                 ? makeButton(tr("Check the answers"), QStringLiteral("check"), ButtonRole::Normal, this)
                 : makeButton(tr("Save the answers"), QStringLiteral("save"), ButtonRole::Primary, this);
    m_done->setEnabled(!m_questions.isEmpty());
    m_done->setShortcut(Qt::CTRL | Qt::Key_Return); // out of a long text as well
    connect(close, &QPushButton::clicked, this, &QuestionsDialog::reject);
    connect(m_done, &QPushButton::clicked, this, &QuestionsDialog::accept);
    return makeDialogButtons(m_done, close, this);
}

AnswerValues QuestionsDialog::values() const
{
    AnswerValues values;
    for (const RecordField *field : m_fields)
        values << field->editor()->value();
    return values;
}

void QuestionsDialog::showAsked()
{
    const AnswerValues now = values();
    QHash<QWidget *, bool> used;
    for (int i = 0; i < m_fields.size(); ++i) {
        const bool asked = isAsked(m_questions, now, i);
        m_fields[i]->setVisible(asked);
        if (m_headings[i])
            used[m_headings[i]] = used.value(m_headings[i]) || asked;
    }
    for (auto it = used.cbegin(); it != used.cend(); ++it)
        it.key()->setVisible(it.value());
}

bool QuestionsDialog::showFaults()
{
    for (RecordField *field : std::as_const(m_fields))
        field->editor()->finish();
    const AnswerValues now = values();
    QHash<QString, QString> faults;
    const QList<FieldFault> found = answerFaults(m_questions, now);
    for (const FieldFault &fault : found)
        faults.insert(fault.field, fault.sentence);
    RecordField *first = nullptr;
    for (int i = 0; i < m_fields.size(); ++i) {
        RecordField *field = m_fields[i];
        const QString unread = isAsked(m_questions, now, i) ? field->editor()->fault() : QString();
        const QString fault = unread.isEmpty() ? faults.value(field->field().key()) : unread;
        field->setFault(fault);
        if (!fault.isEmpty() && !first)
            first = field;
    }
    if (first) {
        first->editor()->setFocus();
        m_area->ensureWidgetVisible(first);
    }
    return first != nullptr;
}

bool QuestionsDialog::isTouched() const { return values() != m_first; }

void QuestionsDialog::accept()
{
    if (m_request.isRunning() || m_questions.isEmpty() || showFaults())
        return;
    if (m_purpose == Preview)
        m_banner->show(Banner::Success, tr("Nothing is missing. This was a preview: the answers are not kept."));
    else
        save();
}

void QuestionsDialog::save()
{
    Answers answers;
    answers.list = answersOf(m_questions, values(), m_navigator.format().locale);
    m_done->setEnabled(false);
    m_request.ask(
        this, m_navigator.session().write([asker = m_asker, answers](Repository &r) {
            return takeAnswers(r, asker, answers).document;
        }),
        [this](const Document &made) {
            m_navigator.toast(tr("Saved: %1").arg(made.head().title()));
            m_first = values();
            QDialog::accept();
            m_navigator.openRecord(made.entity().key(), made.id());
        },
        [this](const Error &e) {
            m_done->setEnabled(true);
            m_banner->show(Banner::Danger, e.sentence());
        });
}

void QuestionsDialog::reject()
{
    Prompts::Question question;
    question.title = tr("Drop the answers?");
    question.text = tr("What has been filled in is not saved.");
    question.yes = tr("Drop");
    question.destructive = true;
    if (m_purpose == Preview || !isTouched() || Prompts::ask(this, question) == Prompts::Yes)
        QDialog::reject();
}

} // namespace crm
