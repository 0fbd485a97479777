#include "ui/records/record_page.h"
#include "core/store/session.h"
#include "core/work/recurring.h"
#include "core/work/repeat_dates.h"
#include "ui/records/conflict_dialog.h"
#include "ui/records/duplicate_hints.h"
#include "ui/records/history_panel.h"
#include "ui/records/list_panel.h"
#include "ui/records/own_client.h"
#include "ui/records/pages.h"
#include "ui/records/presence_pill.h"
#include "ui/records/record_form.h"
#include "ui/records/record_head.h"
#include "ui/records/record_preview.h"
#include "ui/records/record_steps.h"
#include "ui/records/related_tabs.h"
#include "ui/records/repeat_hint.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/tab_order.h"
#include "ui/style/tokens.h"
#include "ui/style/widgets.h"
#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>

namespace crm {

TabPage *makeRecordPage(Navigator &navigator, const QString &entity, Id id, const QVariantMap &preset)
{
    return new RecordPage(navigator, entity, id, preset);
}

RecordPage::RecordPage(Navigator &navigator, const QString &entity, Id id, const QVariantMap &preset, QWidget *parent)
    : TabPage(navigator, parent)
    , m_entity(entity)
    , m_id(id)
    , m_preset(preset)
    , m_catalog(navigator.session().catalog())
    , m_document(navigator.session())
    , m_drafts(navigator.session().isSeeingAs() ? QString() : navigator.session().target().key())
    , m_box(new QVBoxLayout(this))
{
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(0);
    buildHead(m_box);
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(1000);
    connect(&m_draftTimer, &QTimer::timeout, this, &RecordPage::writeDraft);
    connect(&m_document, &OpenDocument::edited, this, [this] {
        m_saveKey.clear();
        m_draftTimer.start();
        showHead();
    });
    connect(&m_document, &OpenDocument::loadedAnew, this, &RecordPage::showHead);
    followOthers();
}

namespace {
/// Where one goes on in a record that has just been opened; not if the person is somewhere else by now.
void beginWithForm(const QWidget &page, const QWidget &head, RecordForm &form, const QTabWidget *related)
{
    const QWidget *focus = QApplication::focusWidget(), *here = page.focusWidget();
    const bool isElsewhere = page.isVisible() && focus && focus != &page && !page.isAncestorOf(focus);
    const bool isAtHead = !here || here == &page || head.isAncestorOf(here); // Qt's choice
    if (isElsewhere || !isAtHead)
        return;
    form.focusFirst();
    if (related && !form.isAncestorOf(page.focusWidget()))
        related->tabBar()->setFocus(Qt::OtherFocusReason);
}

/// Of comments, files and history, until one draws it otherwise: enough for the longest of their names.
constexpr int sideWidth = 336;
constexpr int leastWidth = 600; ///< of a page where comments stand beside the fields
} // namespace

RecordPage::~RecordPage()
{
    if (!m_document.document().head().isNull())
        openedNew().remove(m_document.document().id());
}

void RecordPage::buildHead(QVBoxLayout *box)
{
    auto *head = new RecordHead(this);
    m_head = head;
    m_title = head->title();
    m_pill = new StatusPill(head);
    m_presence = new PresencePill(navigator(), head);
    m_save = makeButton(tr("Save"), QStringLiteral("save"), ButtonRole::Primary, head);
    m_save->setToolTip(tr("Save (Ctrl+S)"));
    m_save->setEnabled(false);
    connect(m_save, &QPushButton::clicked, this, &RecordPage::save);
    if (m_id)
        head->bar()->addWidget(new RecordSteps(*this, m_entity, m_id));
    for (QWidget *one :
         {static_cast<QWidget *>(m_presence), static_cast<QWidget *>(m_pill), static_cast<QWidget *>(m_save)})
        head->bar()->addWidget(one);
    m_banner = new Banner(this);
    box->addWidget(head);
    box->addWidget(m_banner);
}

QString RecordPage::title() const
{
    const Entity &e = m_catalog->at(m_entity);
    if (m_id == 0)
        return tr("New: %1").arg(e.one().text());
    const QString title = m_form ? m_document.loaded().head().title() : QString();
    return title.isEmpty() ? e.one().text() : title;
}

QString RecordPage::iconName() const { return m_catalog->at(m_entity).iconName(); }

QString RecordPage::key() const { return m_id ? QStringLiteral("record/%1/%2").arg(m_entity).arg(m_id) : QString(); }

void RecordPage::activated()
{
    if (std::exchange(m_started, true))
        return;
    if (m_id)
        load();
    else
        showNew();
}

void RecordPage::load()
{
    m_request.ask(
        this, navigator().session().openRecord(m_entity, m_id), [this](const Opened &opened) { show(opened); },
        [this](const Error &e) {
            m_actionAfterSave.clear(); // nobody expects it at a later load
            m_banner->show(Banner::Danger, e.sentence());
            settle();
        });
}

void RecordPage::show(const Opened &opened)
{
    if (opened.askedFor) {
        m_actionAfterSave.clear();
        return showSurvivor(opened);
    }
    m_opened = opened;
    buildBody();               // its editors follow the document, so they have to be there when it comes
    if (!m_document.isDirty()) // what was typed after a save stays
        m_document.load(opened.document);
    if (m_history)
        return finishShowing(opened);
    showHead();
    QTimer::singleShot(0, this, [this, opened] { finishShowing(opened); }); // the fields are painted before
}

void RecordPage::finishShowing(const Opened &opened)
{
    const bool isFirst = !m_history;
    completeBody(opened.related);
    const QString waiting = work::waitingText(work::ahead(opened.document.head()), navigator().format().locale);
    if (!waiting.isEmpty())
        m_banner->show(Banner::Warning, waiting);
    else if (!opened.lockReason.isEmpty() && opened.mayUpdate) // what could be done instead is for who may
        m_banner->show(Banner::Info, opened.lockReason);
    if (isFirst)
        beginWithForm(*this, *m_head, *m_form, m_related);
    offerDraft();
    settle();
    goOnAfterSave();
}

void RecordPage::showNew()
{
    Document fresh{Record(m_catalog->at(m_entity), newId())};
    openedNew().insert(fresh.id());
    for (auto it = m_preset.cbegin(); it != m_preset.cend(); ++it) {
        if (fresh.entity().field(it.key()))
            fresh.set(it.key(), it.value());
    }
    m_opened.mayUpdate = true;
    buildBody();
    if (!fresh.entity().duplicateRules().isEmpty())
        new DuplicateHints(navigator(), m_document, *m_form);
    m_document.load(fresh);
    beginWithOwnClient(navigator(), m_document);
    m_form->focusFirst();
    offerDraft();
    settle();
}

void RecordPage::settle()
{
    showHead();
    if (!std::exchange(m_settled, true))
        Q_EMIT settled();
}

void RecordPage::buildBody()
{
    if (!m_body) {
        m_body = new QSplitter(Qt::Horizontal, this);
        m_body->setChildrenCollapsible(false);
        auto *area = new QScrollArea(m_body);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setFocusPolicy(Qt::NoFocus); // its fields have it
        auto *content = new QWidget(area);
        m_content = new QVBoxLayout(content);
        m_content->setContentsMargins(16, 8, 16, 16);
        m_content->setSpacing(16);
        m_form = new RecordForm(navigator(), m_document, m_catalog->at(m_entity), content);
        if (work::isRecurring(m_catalog->at(m_entity)))
            new RepeatHint(m_document, *m_form, navigator().format().locale);
        m_content->addWidget(m_form);
        m_content->addStretch(1);
        area->setWidget(content);
        m_body->addWidget(area);
        if (m_id)
            putAside(new QWidget(m_body)); // the fields keep their places when the rest comes
        m_box->addWidget(m_body, 1);
        m_body->show(); // at once: left to the layout it comes with the next turn of the event loop
    }
    m_form->setEditable(m_opened.mayUpdate && !m_opened.isShut(),
                        m_opened.lockReason.isEmpty() ? QStringList() : m_opened.openWhileLocked);
    buildActions();
}

/// What only a saved record has. A form that one types in stays as it is: cursor, scroll position, open cells.
void RecordPage::completeBody(const QList<RelatedCount> &related)
{
    if (!m_history) {
        m_related = buildRelated();
        if (m_related) { // what a short form leaves of the page belongs to the lists
            delete m_content->takeAt(1);
            m_content->addWidget(m_related, 1);
        }
        if (m_body->count() > 1)
            delete m_body->replaceWidget(1, buildSide());
        else
            putAside(buildSide());
        orderTabs(*this);
    }
    m_history->load();
    offerBack();
    if (m_related)
        countRelated(related);
}

void RecordPage::putAside(QWidget *side)
{
    m_body->addWidget(side);
    m_body->setStretchFactor(0, 1);
    m_body->setStretchFactor(1, 0);
    m_body->setOrientation(wantedOrientation());
    shareBody();
}

Qt::Orientation RecordPage::wantedOrientation() const { return width() < leastWidth ? Qt::Vertical : Qt::Horizontal; }

/// Between the fields and what stands beside or, in a narrow window, below them.
void RecordPage::shareBody()
{
    const bool isBelow = m_body->orientation() == Qt::Vertical;
    const int all = isBelow ? m_body->height() : width();
    const int space = isBelow ? all / 3 : qMin(scaled(sideWidth), all / 3);
    m_body->setSizes({qMax(1, all - space), space});
}

void RecordPage::resizeEvent(QResizeEvent *event)
{
    TabPage::resizeEvent(event);
    if (!m_body || m_body->count() < 2 || m_body->orientation() == wantedOrientation())
        return;
    m_body->setOrientation(wantedOrientation());
    shareBody();
}

void RecordPage::showHead()
{
    m_title->setText(title() + (m_document.isDirty() ? QStringLiteral(" •") : QString()));
    m_save->setEnabled(canSave());
    if (m_form) {
        const StatusText status = statusOf(m_document.document().head(), m_document.document(), navigator().session());
        m_pill->setStatus(status.text, status.tone);
        m_pill->setVisible(!status.text.isEmpty());
    }
    announce();
    Q_EMIT titleChanged();
}

// --- saving

bool RecordPage::canSave() const
{
    return m_form && m_opened.mayUpdate && !m_opened.isShut() && (m_document.isDirty() || m_id == 0);
}

void RecordPage::save()
{
    if (m_form)
        m_form->finishEditing();
    if (!canSave() || m_saving.isRunning())
        return;
    if (!m_document.faults().isEmpty()) {
        m_document.showAllFaults();
        m_form->focusFault();
        m_closing = false;
        return;
    }
    saveDocument();
}

void RecordPage::saveDocument()
{
    if (m_saveKey.isEmpty())
        m_saveKey = SaveKey::fresh().bytes;
    m_save->setEnabled(false);
    const Document sent = m_document.document();
    m_saving.ask(
        this, navigator().session().save(sent, {m_saveKey}),
        [this, sent](const Saved &saved) { takeSaved(saved, sent); }, [this](const Error &e) { takeError(e); });
}

void RecordPage::takeSaved(const Saved &saved, const Document &sent)
{
    m_draftTimer.stop();
    dropDraft(saved.document.id());
    dropDraft(sent.id()); // a new record may have got another id, as its own was taken
    m_saveKey.clear();
    m_banner->hide(); // what it said of others is settled by the save
    m_id = saved.document.id();
    m_document.takeSaved(saved.document, sent);
    navigator().toast(tr("Saved: %1").arg(saved.document.head().title()));
    if (m_closing && m_document.isDirty())
        return save(); // typed while the save was under way
    if (m_closing) {
        Q_EMIT closeRequested();
        return;
    }
    load();
}

void RecordPage::takeError(const Error &error)
{
    m_closing = false;
    m_actionAfterSave.clear();
    // It may have been saved although the answer was lost: asked again as it is, it is not saved twice.
    if (error.kind() != ErrorKind::Connection && error.kind() != ErrorKind::Busy)
        m_saveKey.clear();
    if (const auto *trashed = dynamic_cast<const TrashedError *>(&error))
        return takeTrashed(*trashed);
    const auto *conflict = dynamic_cast<const ConflictError *>(&error);
    if (!conflict)
        return takeFault(error);
    ConflictDialog dialog(navigator(), *conflict, m_document.document(), this);
    if (Prompts::run(dialog) == QDialog::Accepted) {
        m_document.replace(dialog.merged());
        saveDocument();
    } else {
        showHead();
    }
}

void RecordPage::takeFault(const Error &error)
{
    if (!error.faults().isEmpty()) {
        m_document.setStoreFaults(error.faults());
        m_document.showAllFaults();
    }
    if (error.faults().isEmpty() || !m_form->focusFault())
        m_banner->show(Banner::Danger, error.sentence());
    showHead();
}

bool RecordPage::mayClose()
{
    if (m_form)
        m_form->finishEditing();
    if (!m_document.isDirty())
        return true;
    Prompts::Question question;
    question.title = tr("Save the changes?");
    question.text = tr("“%1” has changes that are not saved.").arg(title());
    question.yes = tr("Save");
    question.no = tr("Discard");
    switch (Prompts::ask(this, question)) {
    case Prompts::Yes:
        m_closing = true;
        save();
        return false;
    case Prompts::No:
        m_draftTimer.stop();
        dropDraft(m_document.document().id());
        return true;
    case Prompts::Cancel:
        break;
    }
    return false;
}

} // namespace crm
