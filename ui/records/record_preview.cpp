#include "ui/records/record_preview.h"
#include "core/access/may_ask.h"
#include "core/store/session.h"
#include "ui/records/cell_delegate.h"
#include "ui/records/cell_text.h"
#include "ui/records/flow_layout.h"
#include "ui/records/memo_editor.h"
#include "ui/records/mention_text.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"
#include <QScrollArea>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace crm {

QString titlesOf(const Field &field, const QVariant &value, const Document &document)
{
    QStringList titles;
    if (isListKind(field.kind())) {
        for (const Id id : value.value<IdList>())
            titles.append(document.titles.value({field.target(), id}));
    } else if (value.toLongLong() != 0) {
        titles.append(document.titles.value({field.target(), value.toLongLong()}));
    }
    return titles.join(QStringLiteral(", "));
}

StatusText statusOf(const Record &record, const Document &document, Session &session)
{
    const Field *field = record.isNull() ? nullptr : record.entity().field(record.entity().statusField());
    if (!field)
        return {};
    const QVariant value = record.value(field->key());
    const QString title = field->target().isEmpty() ? QString() : titlesOf(*field, value, document);
    const QList<Badge> badges = badgesOf(*field, value, title, session);
    return badges.isEmpty() ? StatusText{title, {}} : StatusText{badges.constFirst().text, badges.constFirst().tone};
}

RecordPreview::RecordPreview(Navigator &navigator, const QString &entity, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_entity(entity)
    , m_title(new ElidedLabel({}, TextRole::Heading, this))
    , m_pill(new StatusPill(this))
    , m_head(new QWidget(this))
    , m_area(new QScrollArea(this))
{
    setAccessibleName(tr("Preview"));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(space::l, space::s, space::s, space::s);
    head->setSpacing(space::s);
    auto *open = makeIconButton(QStringLiteral("external"), tr("Open as a tab (Enter)"), m_head);
    auto *close = makeIconButton(QStringLiteral("close"), tr("Close the preview (Space)"), m_head);
    head->addWidget(m_title, 1);
    head->addWidget(m_pill);
    head->addWidget(open);
    head->addWidget(close);
    box->addWidget(m_head);
    box->addWidget(makeSeparator(Qt::Horizontal, this));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    box->addWidget(m_area, 1);
    m_pill->hide();
    connect(open, &QToolButton::clicked, this, [this] {
        if (m_id)
            m_navigator.openRecord(m_entity, m_id);
    });
    connect(close, &QToolButton::clicked, this, &RecordPreview::closeRequested);
    m_timer.setSingleShot(true);
    m_timer.setInterval(80); // the cursor runs through the list: only where it rests is read
    connect(&m_timer, &QTimer::timeout, this, &RecordPreview::load);
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        for (const Change &change : changes) {
            if (change.entity == m_entity && change.recordId == m_id)
                m_timer.start();
        }
    });
}

void RecordPreview::show(Id id)
{
    if (id == m_id)
        return;
    m_id = id;
    if (id != 0) {
        m_timer.start();
        return;
    }
    m_timer.stop();
    m_request.cancel();
    m_title->setText({});
    m_pill->hide();
    delete m_area->takeWidget();
}

void RecordPreview::load()
{
    m_request.ask(
        this, m_navigator.session().openRecord(m_entity, m_id), [this](const Opened &opened) { fill(opened); },
        [this](const Error &e) {
            auto *text = makeLabel(e.sentence(), TextRole::Body, m_area, true);
            text->setWordWrap(true);
            text->setMargin(space::l);
            m_area->setWidget(text);
            Q_EMIT loaded();
        });
}

void RecordPreview::fill(const Opened &opened)
{
    const Document &document = opened.document;
    const Record &record = document.head();
    m_title->setText(record.title());
    const StatusText status = statusOf(record, document, m_navigator.session());
    m_pill->setStatus(status.text, status.tone);
    m_pill->setVisible(!status.text.isEmpty());
    auto *body = new QWidget(m_area);
    auto *box = new QVBoxLayout(body);
    box->setContentsMargins(space::l, space::m, space::l, space::l);
    box->setSpacing(space::xs);
    const Policy policy = m_navigator.session().actor().policy;
    const auto catalog = m_navigator.session().catalog();
    for (const Field &field : record.entity().fieldList()) {
        const bool shown = !field.isHidden() && showsField(policy, *catalog, field) &&
                           field.key() != record.entity().titleField() &&
                           field.key() != record.entity().statusField() && !isEmptyValue(record.value(field.key()));
        if (shown && !(field.kind() == Kind::Bool && !record.flag(field.key())))
            addField(box, field, record, document);
    }
    if (box->count() == 0)
        box->addWidget(makeLabel(tr("Nothing else is filled in."), TextRole::Body, body, true));
    box->addStretch();
    m_area->setWidget(body);
    Q_EMIT loaded();
}

void RecordPreview::addField(QVBoxLayout *box, const Field &field, const Record &record, const Document &document)
{
    QWidget *parent = box->parentWidget();
    box->addWidget(makeLabel(field.label().text(), TextRole::Caption, parent, true));
    const QVariant value = record.value(field.key());
    if (field.kind() == Kind::Memo) {
        auto *view = makeMarkdownView(parent);
        showMentions(*view, value.toString(), m_navigator);
        view->document()->setTextWidth(320);
        view->setFixedHeight(qMin(220, int(view->document()->size().height()) + space::s));
        view->setAccessibleName(field.label().text());
        box->addWidget(view);
    } else {
        const QString title = field.target().isEmpty() ? QString() : titlesOf(field, value, document);
        qsizetype left = 0;
        const QList<Badge> badges = badgesOf(field, value, title, m_navigator.session(), &left);
        if (!badges.isEmpty()) {
            auto *line = new QWidget(parent);
            auto *flow = new FlowLayout(line, space::xs);
            for (const Badge &badge : badges) {
                auto *pill = new StatusPill(line);
                pill->setStatus(badge.text, badge.tone);
                flow->addWidget(pill);
            }
            if (left > 0)
                flow->addWidget(makeLabel(QStringLiteral("+%1").arg(left), TextRole::Caption, line, true));
            box->addWidget(line);
        } else {
            const QString currency =
                record.entity().currencyField().isEmpty() ? QString() : record.text(record.entity().currencyField());
            FormatContext format = m_navigator.format();
            auto *text =
                makeLabel(fullText(field, value, title, currency.isEmpty() ? format.currency : currency, format.locale),
                          TextRole::Body, parent);
            text->setWordWrap(true);
            text->setTextInteractionFlags(Qt::TextSelectableByMouse);
            box->addWidget(text);
        }
    }
    box->addSpacing(space::s);
}

} // namespace crm
