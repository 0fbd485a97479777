#include "ui/records/thread_panel.h"
#include "core/model/mentions.h"
#include "ui/records/cell_text.h"
#include "ui/records/memo_editor.h"
#include "ui/records/mention_box.h"
#include "ui/records/mention_text.h"
#include "ui/records/people.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace crm {

QString authorField(const Entity &thread)
{
    return thread.changedOnlyByField().isEmpty() ? QStringLiteral("created_by") : thread.changedOnlyByField();
}

namespace {
Id authorOf(const Record &entry)
{
    const QString &field = entry.entity().changedOnlyByField();
    return field.isEmpty() ? entry.createdBy() : entry.ref(field);
}
} // namespace

namespace {

/// As high as its text: the thread scrolls as a whole.
class Fitted : public QObject
{
public:
    explicit Fitted(QTextBrowser *view)
        : QObject(view)
        , m_view(view)
    {
        view->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Resize) {
            m_view->document()->setTextWidth(m_view->viewport()->width());
            m_view->setFixedHeight(int(m_view->document()->size().height()) + 2);
        }
        return false;
    }

private:
    QTextBrowser *m_view;
};

} // namespace

ThreadPanel::ThreadPanel(Navigator &navigator, const QString &thread, const QString &parentEntity, Id parentId,
                         QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().catalog())
    , m_thread(thread)
    , m_parentEntity(parentEntity)
    , m_parentId(parentId)
    , m_area(new QScrollArea(this))
    , m_input(new LongTextEdit(this))
{
    const Entity &entity = m_catalog->at(thread);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    box->addWidget(m_area, 1);
    auto *foot = new QWidget(this);
    auto *row = new QVBoxLayout(foot);
    row->setContentsMargins(space::m, space::s, space::m, space::m);
    row->setSpacing(space::s);
    m_input->setPlaceholderText(mentioningOf(thread).isDeclared()
                                    ? tr("Write a comment. @ calls a colleague, Ctrl+Enter sends it.")
                                    : tr("Write a comment. Ctrl+Enter sends it."));
    m_input->setAccessibleName(entity.one().text());
    m_input->setTabChangesFocus(true);
    m_input->setFixedHeight(72);
    m_input->installEventFilter(this);
    if (mentioningOf(thread).isDeclared())
        addMentions();
    m_send = makeButton(tr("Send"), {}, ButtonRole::Normal, foot);
    m_send->setEnabled(false);
    m_banner = new Banner(foot);
    row->addWidget(m_banner);
    row->addWidget(m_input);
    row->addWidget(m_send, 0, Qt::AlignRight);
    box->addWidget(foot);
    foot->setVisible(navigator.session().actor().policy.may(entity, Verb::Create));
    connect(m_send, &QPushButton::clicked, this, &ThreadPanel::send);
    connect(m_input, &QPlainTextEdit::textChanged, this, [this] {
        m_send->setEnabled(!m_input->wholeText().trimmed().isEmpty());
        m_banner->hide(); // it was about another text
    });
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        for (const Change &change : changes) {
            if (change.entity == m_thread)
                return load();
        }
    });
}

void ThreadPanel::addMentions()
{
    Session &session = m_navigator.session();
    m_mentions = new MentionBox(m_input, session.actor().userId, [this, &session] {
        return session.read([thread = m_thread, parent = m_parentEntity, id = m_parentId](Repository &r) {
            return whoReads(r, thread, parent, id);
        });
    });
    connect(m_mentions, &MentionBox::failed, this, [this](const Error &e) { m_navigator.showError(e); });
    connect(&session, &Session::catalogChanged, m_mentions, &MentionBox::forget); // rights have changed
    connect(&session, &Session::connectionBack, m_mentions, &MentionBox::forget); // the question may have failed
    connect(&session, &Session::changed, m_mentions, [this](const QList<Change> &changes) {
        for (const Change &change : changes) { // who is there, whose the record is
            if (change.entity == peopleEntity() || (change.entity == m_parentEntity && change.recordId == m_parentId))
                return m_mentions->forget();
        }
    });
}

Filter ThreadPanel::parentFilter() const
{
    return Filter::all({Filter::where(QStringLiteral("parent_entity"), Op::Equal, m_parentEntity),
                        Filter::where(QStringLiteral("parent_id"), Op::Equal, m_parentId)});
}

void ThreadPanel::load()
{
    Query query(m_thread);
    query.filter = parentFilter();
    query.columns = {m_catalog->at(m_thread).titleField()};
    query.sort = {{QStringLiteral("created_at"), true}};
    const auto job = [query](Repository &r) {
        PageAt at;
        at.limit = 100;
        IdList ids;
        for (const Row &row : r.page(query, at).rows)
            ids.prepend(row.id);
        Entries entries;
        entries.documents = r.loadMany(query.entity, ids);
        const Entity *people = r.catalog()->find(peopleEntity());
        if (!people || !r.actor().policy.may(*people, Verb::Read))
            return entries; // guests see no people
        const QString text = r.catalog()->at(query.entity).titleField();
        QSet<Id> named;
        for (const Document &d : std::as_const(entries.documents)) {
            named.insert(authorOf(d.head()));
            const QList<Mention> mentions = mentionsIn(d.head().text(text));
            for (const Mention &m : mentions)
                named.insert(m.person);
        }
        const auto options = r.options(peopleEntity(), IdList(named.cbegin(), named.cend()));
        for (const Option &o : options)
            entries.people.insert(o.id, o.title);
        return entries;
    };
    m_request.ask(
        this, m_navigator.session().read(job),
        [this](const Entries &entries) {
            fill(entries);
            Q_EMIT loaded();
        },
        [this](const Error &e) {
            m_navigator.showError(e);
            Q_EMIT loaded();
        });
}

void ThreadPanel::fill(const Entries &entries)
{
    m_count = int(entries.documents.size());
    auto *body = new QWidget(m_area);
    auto *box = new QVBoxLayout(body);
    box->setContentsMargins(space::m, space::m, space::m, space::m);
    box->setSpacing(space::l);
    if (entries.documents.isEmpty()) {
        auto *hint = makeLabel(m_catalog->at(m_thread).emptyHint().text(), TextRole::Body, body, true);
        hint->setWordWrap(true);
        box->addWidget(hint);
    }
    for (const Document &document : entries.documents)
        box->addWidget(makeEntry(document, entries.people));
    box->addStretch();
    const bool focused = m_area->isAncestorOf(window()->focusWidget());
    m_area->setWidget(body);
    if (focused) // what had it is made anew
        m_input->setFocus();
    QMetaObject::invokeMethod(
        m_area, [area = m_area] { area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum()); },
        Qt::QueuedConnection);
}

QWidget *ThreadPanel::makeEntry(const Document &document, const QHash<Id, QString> &people)
{
    const Id by = authorOf(document.head());
    const QString author = people.value(by, by == 0 ? tr("The program") : tr("Somebody"));
    const QLocale locale = m_navigator.format().locale;
    auto *entry = new QWidget;
    auto *box = new QVBoxLayout(entry);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(makeLabel(author, TextRole::Strong, entry));
    const QDateTime at = document.head().createdAt().toLocalTime();
    auto *when = makeLabel(QStringLiteral("%1, %2").arg(nearDate(at.date(), QDate::currentDate(), locale),
                                                        locale.toString(at.time(), QLocale::ShortFormat)),
                           TextRole::Caption, entry, true);
    when->setToolTip(locale.toString(at, QLocale::LongFormat));
    head->addWidget(when, 1);
    const Actor actor = m_navigator.session().actor();
    if (by == actor.userId || actor.policy.isAdmin()) {
        auto *erase = makeIconButton(QStringLiteral("trash"), tr("Delete"), entry);
        connect(erase, &QToolButton::clicked, this,
                [this, seen = SeenRecord{document.id(), document.head().version()}] { remove(seen); });
        head->addWidget(erase);
    }
    box->addLayout(head);
    auto *text = makeMarkdownView(entry);
    text->document()->setDocumentMargin(0);
    text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // else the entry takes what room there is
    text->viewport()->setAutoFillBackground(false);                  // it lies on the panel, not in a box
    showMentions(*text, document.head().text(document.entity().titleField()), people, m_navigator);
    text->setAccessibleName(tr("%1 wrote").arg(author));
    new Fitted(text);
    box->addWidget(text);
    return entry;
}

void ThreadPanel::send()
{
    const QString text = (m_mentions ? m_mentions->markdown() : m_input->wholeText()).trimmed();
    if (text.isEmpty())
        return;
    Document document{Record(m_catalog->at(m_thread), newId())};
    document.set(m_catalog->at(m_thread).titleField(), text);
    document.set(QStringLiteral("parent_entity"), m_parentEntity);
    document.set(QStringLiteral("parent_id"), m_parentId);
    m_send->setEnabled(false);
    m_banner->hide();
    await(
        this, m_navigator.session().save(document, SaveKey::fresh()),
        [this](const Saved &saved) {
            m_input->clear();
            m_input->setCurrentCharFormat({});
            load();
            if (m_mentions)
                tellUnseen(saved.document);
        },
        [this](const Error &e) {
            m_send->setEnabled(true); // what was written stays in the box
            if (e.kind() == ErrorKind::Validation)
                m_banner->show(Banner::Danger, e.sentence()); // of this text, so it stands there
            else
                m_navigator.showError(e);
        });
}

/// Whoever is called and does not see the record learns nothing of it: who wrote should know.
void ThreadPanel::tellUnseen(const Document &saved)
{
    const IdList called = saved.head().ids(mentioningOf(m_thread).people);
    if (called.isEmpty())
        return;
    if (m_mentions->audience())
        return settleUnseen(called, *m_mentions->audience());
    await(
        this, m_navigator.session().read([thread = m_thread, parent = m_parentEntity, id = m_parentId](Repository &r) {
            return whoReads(r, thread, parent, id);
        }),
        [this, called](const QList<Audience> &audience) { settleUnseen(called, audience); },
        [this](const Error &e) { m_navigator.showError(e); });
}

void ThreadPanel::settleUnseen(const IdList &called, const QList<Audience> &audience)
{
    IdList unseen = called;
    unseen.removeIf([&](Id id) {
        return std::any_of(audience.begin(), audience.end(), [id](const Audience &one) { return one.user == id; });
    });
    if (unseen.isEmpty())
        return;
    await(
        this, m_navigator.session().read([unseen](Repository &r) { return r.options(peopleEntity(), unseen); }),
        [this, unseen](const QHash<Id, Option> &people) {
            QStringList names;
            for (const Id id : unseen)
                names << people.value(id).title;
            m_navigator.toast(
                tr("Not told, because they do not see this record: %1").arg(names.join(QStringLiteral(", "))));
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

void ThreadPanel::remove(const SeenRecord &record)
{
    removeRecords(m_navigator, this, m_thread, {record}, [this](const BatchResult &result) {
        load();
        m_navigator.toast(tr("Deleted"),
                          [navigator = &m_navigator, batch = result.batch, self = QPointer<ThreadPanel>(this)] {
                              undoBatch(*navigator, batch, [self](const UndoResult &) {
                                  if (self)
                                      self->load();
                              });
                          });
    });
}

bool ThreadPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && key->modifiers() == Qt::ControlModifier) {
            send();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace crm
