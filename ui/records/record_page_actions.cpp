// The buttons of a record's head, and what they do with the record as it is stored.
#include "core/exchange/paper.h"
#include "core/model/action_questions.h"
#include "core/model/search_words.h"
#include "core/store/session.h"
#include "ui/admin/who_sees_dialog.h"
#include "ui/print/document_file_actions.h"
#include "ui/print/paper_dialog.h"
#include "ui/records/action_dialog.h"
#include "ui/records/file_preview.h"
#include "ui/records/mail_actions.h"
#include "ui/records/question_actions.h"
#include "ui/records/record_head.h"
#include "ui/records/record_page.h"
#include "ui/shell/command_words.h"
#include "ui/shell/navigator.h"
#include "ui/style/button_row.h"
#include "ui/style/icons.h"
#include "ui/style/tab_order.h"
#include "ui/style/widgets.h"
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace crm {

void RecordPage::buildActions()
{
    const bool focused = m_actions && m_actions->isAncestorOf(window()->focusWidget());
    delete m_actions;
    m_actions = new ButtonRow(tr("What else can be done"), m_head);
    m_actions->setObjectName(QStringLiteral("recordActions")); // Ctrl+K offers them too
    QHBoxLayout *bar = m_actions->box();
    if (m_id && m_opened.mayUpdate)
        addMailButtons(navigator(), bar, m_actions, m_opened.document.head());
    addActions();
    if (m_id && m_catalog->at(m_entity).presentation() == Presentation::Files) {
        auto *look = makeButton(tr("Look into it"), QStringLiteral("eye"), ButtonRole::Normal, m_actions);
        connect(look, &QPushButton::clicked, this, [this] { previewFiles(navigator(), {{m_id, title()}}, 0); });
        bar->addWidget(look);
    }
    if (m_id && canAsk(navigator(), m_catalog->at(m_entity)))
        addQuestionActions(navigator(), bar, m_actions, [this] { return storedDocument(); });
    if (m_id && canLeaveOnPaper(m_catalog->at(m_entity))) {
        auto *print = makeIconButton(QStringLiteral("print"), tr("Print or save as PDF"), m_actions);
        setOtherWords(print, wordsOf(entryWords(EntryWords::Paper)));
        print->setObjectName(QStringLiteral("printRecord")); // for its key
        connect(print, &QToolButton::clicked, this,
                [this] { showPaper(navigator(), m_entity, m_id, paperTitle(m_document.document())); });
        bar->addWidget(print);
        addFileButtons(navigator(), bar, m_actions, m_entity, [this] { return storedDocument(); });
    }
    if (m_id && navigator().session().actor().policy.isAdmin()) {
        auto *who = makeIconButton(QStringLiteral("eye"), tr("Who can see this..."), m_actions);
        connect(who, &QToolButton::clicked, this,
                [this] { askWhoSees(navigator(), m_entity, m_id, m_document.document().head().title()); });
        bar->addWidget(who);
    }
    m_head->setActions(m_actions, m_save);
    orderTabs(*this);
    if (focused)
        focusActions();
}

/// Where the button was that has been pressed, there may be another one now.
void RecordPage::focusActions()
{
    const QList<QAbstractButton *> buttons =
        m_actions->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
    for (QAbstractButton *button : buttons)
        if (button->isEnabled() && !button->isHidden())
            return button->setFocus(Qt::OtherFocusReason);
    setFocus(Qt::OtherFocusReason);
}

bool RecordPage::isOffered(const Action &action) const
{
    return m_id && m_opened.mayUpdate && navigator().session().actor().policy.offers(*m_catalog, action) &&
           (!action.available || action.available(m_opened.document.head()));
}

void RecordPage::addActions()
{
    const int mostButtons = m_actions->box()->isEmpty() ? 3 : 2; // the others in the menu, whatever the room
    int buttons = 0;
    const Record &stored = m_opened.document.head();
    QList<Action> actions = m_catalog->at(m_entity).actions();
    actions.removeIf([this](const Action &action) { return !isOffered(action); });
    // What waits for a decision comes first.
    std::stable_partition(actions.begin(), actions.end(),
                          [&](const Action &action) { return !questionBefore(action.key, stored).title.isEmpty(); });
    for (const Action &action : std::as_const(actions)) {
        const QString said = questionBefore(action.key, stored).button;
        const QString text = said.isEmpty() ? action.label.text() : said;
        const auto run = [this, action] { runAction(action); };
        const QStringList words = searchWords(m_entity, action.key) << action.label.source();
        if (buttons++ < mostButtons) {
            auto *button = makeButton(text, action.icon, ButtonRole::Normal, m_actions);
            connect(button, &QPushButton::clicked, this, run);
            m_actions->box()->addWidget(button);
            setOtherWords(button, words);
        } else {
            setOtherWords(m_actions->menu()->addAction(icon(action.icon), text, this, run), words);
        }
    }
}

/// For what works with the record as it is stored.
std::optional<Document> RecordPage::storedDocument()
{
    if (!m_document.isDirty())
        return m_document.document();
    askToSaveFirst();
    return std::nullopt;
}

void RecordPage::askToSaveFirst() { m_banner->show(Banner::Info, tr("Save your changes first.")); }

void RecordPage::offerSaveBefore(const QString &action)
{
    askToSaveFirst();
    m_banner->setAction(tr("Save and go on"), [this, action] {
        m_actionAfterSave = action;
        save();
        if (!m_saving.isRunning())
            m_actionAfterSave.clear(); // something is wrong, the form shows what
    });
}

/// The save may have changed what can be done, and so may others.
void RecordPage::goOnAfterSave()
{
    const QString key = std::exchange(m_actionAfterSave, {});
    if (key.isEmpty() || m_document.isDirty())
        return;
    for (const Action &action : m_catalog->at(m_entity).actions()) {
        if (action.key == key && isOffered(action))
            return runAction(action);
    }
}

void RecordPage::runAction(const Action &action)
{
    if (m_document.isDirty())
        return offerSaveBefore(action.key);
    const auto parameters = askBefore(navigator(), action, m_opened.document.head(), m_document.currency(), this);
    if (!parameters)
        return;
    m_saving.ask(
        this,
        navigator().session().write([entity = m_entity, id = m_id, key = action.key,
                                     with = *parameters](Repository &r) { return r.runAction(entity, id, key, with); }),
        [this](const QPair<QString, Id> &result) {
            m_banner->hide(); // what it said may be settled
            load();
            if (result.first != m_entity || result.second != m_id)
                navigator().openRecord(result.first, result.second);
        },
        [this](const Error &e) { m_banner->show(Banner::Danger, e.sentence()); });
}

} // namespace crm
