#include "ui/records/record_field.h"
#include "core/model/format.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int markSize = 14;
}

RecordField::RecordField(const Field &field, const EditContext &context, QWidget *parent)
    : QWidget(parent)
    , m_editor(makeFieldEditor(field, context, this))
    , m_mark(makeIconButton(QStringLiteral("help"), tr("What this field is (F1)"), this))
    , m_fault(makeLabel({}, TextRole::Caption, this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(2);
    // A check box says its own name; the blank line keeps it level with its neighbours.
    auto *label =
        makeLabel(field.kind() == Kind::Bool ? QString() : field.label().text(), TextRole::Caption, this, true);
    if (field.isRequired() && field.kind() != Kind::Bool)
        label->setText(tr("%1 *", "label of a required field").arg(field.label().text()));
    if (!field.helpText().isEmpty()) {
        label->setToolTip(field.helpText().text());
        m_editor->setToolTip(field.helpText().text());
    }
    label->setBuddy(m_editor->control());
    m_mark->setFocusPolicy(Qt::NoFocus); // F1 in the field
    m_mark->setAccessibleName(tr("Help: %1").arg(field.label().text()));
    m_mark->setFixedSize(markSize + space::xs, markSize + 2);
    m_mark->setIconSize({markSize, markSize});
    connect(m_mark, &QToolButton::clicked, m_editor, &FieldEditor::showHelp);
    showMark(false);
    const bool named = !label->text().isEmpty();
    auto *head = new QHBoxLayout; // the mark stands behind the name, wherever that is
    head->setSpacing(space::xs);
    head->addWidget(named ? static_cast<QWidget *>(label) : m_editor);
    head->addWidget(m_mark);
    head->addStretch();
    if (!named)
        box->addWidget(label);
    box->addLayout(head);
    if (named)
        box->addWidget(m_editor);
    m_fault->setWordWrap(true);
    m_fault->hide();
    box->addWidget(m_fault);
    box->addStretch();
}

/// Its place is kept, so that nothing moves below the pointer.
void RecordField::showMark(bool on)
{
    m_mark->setIcon(on || !field().helpText().isEmpty() ? icon(QStringLiteral("help"), colors().muted) : QIcon());
}

void RecordField::enterEvent(QEnterEvent *event)
{
    QWidget::enterEvent(event);
    showMark(true);
}

void RecordField::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    showMark(false);
}

void RecordField::setFault(const QString &sentence)
{
    if (sentence == fault())
        return;
    QPalette palette = m_fault->palette();
    palette.setColor(QPalette::WindowText, colors().danger);
    m_fault->setPalette(palette);
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
    setFieldFault(m_editor->control(), !sentence.isEmpty());
    m_editor->control()->setAccessibleDescription(sentence.isEmpty() ? field().helpText().text() : sentence);
    m_editor->update();
}

void RecordField::setNote(const QString &html, std::function<void(const QString &)> open)
{
    m_open = std::move(open);
    if (!m_note) {
        if (html.isEmpty())
            return;
        m_note = makeLabel({}, TextRole::Caption, this, true);
        m_note->setWordWrap(true);
        m_note->setTextFormat(Qt::RichText);
        m_note->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        connect(m_note, &QLabel::linkActivated, this, [this](const QString &link) { m_open(link); });
        auto *box = static_cast<QVBoxLayout *>(layout());
        box->insertWidget(box->indexOf(m_fault) + 1, m_note);
    }
    m_note->setText(html);
    m_note->setVisible(!html.isEmpty());
}

QString RecordField::fault() const { return m_fault->isHidden() ? QString() : m_fault->text(); }

bool takeFields(const QList<RecordField *> &fields)
{
    RecordField *first = nullptr;
    for (RecordField *field : fields) {
        field->editor()->finish();
        QString fault = field->editor()->fault();
        if (fault.isEmpty() && field->field().isRequired() && isEmptyValue(field->editor()->value()))
            fault = RecordField::tr("Fill this in.");
        field->setFault(fault);
        if (!fault.isEmpty() && !first)
            first = field;
    }
    if (first)
        first->editor()->setFocus();
    return !first;
}

} // namespace crm
