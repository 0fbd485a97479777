#include "ui/records/ref_editor.h"
#include "core/store/session.h"
#include "ui/records/lookup.h"
#include "ui/records/quick_create.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QAction>
#include <QLineEdit>

namespace crm {

RefEditor::RefEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_edit(new QLineEdit(this))
    , m_lookup(new Lookup(context.navigator, field.target(), m_edit))
{
    m_edit->setPlaceholderText(hint(tr("Type to find")));
    m_edit->setClearButtonEnabled(!context.inCell);
    m_lookup->setCreates(QuickCreate::isOffered(navigator(), field.target()));
    QList<QWidget *> beside;
    if (!context.inCell) {
        m_open = makeIconButton(QStringLiteral("arrow-right"), tr("Open %1").arg(field.label().text()), this);
        connect(m_open, &QToolButton::clicked, this, [this] { navigator().openRecord(this->field().target(), m_id); });
        beside.append(m_open);
    }
    arrange(m_edit, beside);
    refreshButtons();
    connect(m_lookup, &Lookup::picked, this, &RefEditor::take);
    connect(m_lookup, &Lookup::createRequested, this, &RefEditor::createFrom);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        const bool same = m_id != 0 && text == m_titles.value(m_id);
        if (text.trimmed().isEmpty())
            m_id = 0;
        setFault(text.trimmed().isEmpty() || same ? QString() : tr("Pick one of the proposals."));
        refreshButtons();
        Q_EMIT edited();
    });
    connect(m_edit, &QLineEdit::editingFinished, this, &RefEditor::finish);
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        if (!m_lookup->isOpen())
            Q_EMIT committed();
    });
}

QWidget *RefEditor::control() const { return m_edit; }

QVariant RefEditor::value() const { return m_id ? QVariant::fromValue<Id>(m_id) : QVariant(); }

void RefEditor::setValue(const QVariant &value)
{
    m_id = value.toLongLong();
    setFault({});
    m_edit->setText(m_id ? m_titles.value(m_id) : QString());
    m_edit->setCursorPosition(0);
    refreshButtons();
    if (m_id == 0 || m_titles.contains(m_id))
        return;
    await(
        this, navigator().session().read([target = field().target(), id = m_id](Repository &r) {
            return r.options(target, {id});
        }),
        [this](const QHash<Id, Option> &options) {
            for (const Option &o : options)
                setTitle(o.id, o.title);
        },
        [](const Error &) { /* the record may be out of the person's sight: the line stays empty */ });
}

void RefEditor::setTitle(Id id, const QString &title)
{
    if (id == 0 || title.isEmpty())
        return;
    m_titles.insert(id, title);
    if (id != m_id || m_edit->text() == title || (m_edit->hasFocus() && m_edit->isModified()))
        return; // what is being typed stays
    m_edit->setText(title);
    m_edit->setCursorPosition(0);
    if (m_edit->hasFocus())
        m_edit->selectAll(); // as if one had come here by Tab
}

void RefEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_edit->setReadOnly(on);
    m_edit->setClearButtonEnabled(!on && m_open);
    m_edit->setPlaceholderText(on ? QString() : hint(tr("Type to find")));
}

bool RefEditor::isHalfTyped() const { return m_edit->hasFocus() && !fault().isEmpty(); }

void RefEditor::selectAll() { m_edit->selectAll(); }

void RefEditor::take(const Option &option)
{
    m_titles.insert(option.id, option.title);
    setValue(option.id);
    Q_EMIT edited();
    Q_EMIT committed();
}

void RefEditor::finish()
{
    if (!fault().isEmpty() && !m_lookup->isOpen())
        m_lookup->takeExact();
}

void RefEditor::createFrom(const QString &text)
{
    QuickCreate dialog(navigator(), field().target(), text, this);
    if (const std::optional<Option> made = dialog.create())
        take(*made);
}

void RefEditor::refreshButtons()
{
    if (m_open)
        m_open->setVisible(m_id != 0);
}

} // namespace crm
