#include "ui/records/drawing_editor.h"
#include "ui/records/signature_pad.h"
#include "ui/style/widgets.h"
#include <QHBoxLayout>
#include <QLineEdit>

namespace crm {

DrawingEditor::DrawingEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_pad(new SignaturePad(this))
    , m_tools(new QWidget(this))
    , m_name(new QLineEdit(m_tools))
{
    auto *area = new QWidget(this);
    auto *box = new QVBoxLayout(area);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::xs);
    box->addWidget(m_pad);
    m_tools->setFixedWidth(m_pad->width());
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    m_name->setPlaceholderText(tr("Or type the name"));
    m_name->setAccessibleName(tr("%1: the name, typed").arg(field.label().text()));
    m_name->setMaxLength(longestTypedName);
    auto *undo = makeIconButton(QStringLiteral("undo"), tr("Take the last stroke back (Backspace)"), m_tools);
    auto *clear = makeIconButton(QStringLiteral("close"), tr("Clear the pad (Del)"), m_tools);
    row->addWidget(m_name, 1);
    row->addWidget(undo);
    row->addWidget(clear);
    box->addWidget(m_tools);
    arrange(area);
    setFocusProxy(m_pad);
    m_pad->setAccessibleName(field.label().text());
    m_pad->setAccessibleDescription(tr("Draw with the mouse, a finger or a pen, or type a name."));
    connect(m_pad, &SignaturePad::drawn, this, &DrawingEditor::takeDrawing);
    connect(m_pad, &SignaturePad::typed, this, [this](const QString &text) {
        m_name->setFocus(Qt::TabFocusReason);
        m_name->setText(text);
        takeName(text);
    });
    connect(m_name, &QLineEdit::textEdited, this, &DrawingEditor::takeName);
    connect(undo, &QToolButton::clicked, m_pad, &SignaturePad::undo);
    connect(clear, &QToolButton::clicked, m_pad, &SignaturePad::clear);
}

QWidget *DrawingEditor::control() const { return m_pad; }

void DrawingEditor::setValue(const QVariant &value)
{
    m_value = value;
    setFault({});
    const std::optional<Drawing> drawing = readDrawing(value.toString());
    if (drawing || value.toString().isEmpty())
        m_pad->setDrawing(drawing.value_or(Drawing()));
    else
        m_pad->setUnreadable(tr("What is stored here is no drawing."));
    m_name->setText(m_pad->drawing().typed);
}

void DrawingEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_pad->setReadOnly(on);
    m_tools->setVisible(!on);
}

void DrawingEditor::takeDrawing()
{
    m_name->setText(m_pad->drawing().typed);
    keep();
}

void DrawingEditor::takeName(const QString &name)
{
    const QString plain = name.simplified();
    if (!plain.isEmpty() && !isTypedName(plain)) {
        setFault(tr("A name has letters, spaces, points, hyphens and apostrophes."));
        Q_EMIT edited();
        return;
    }
    m_pad->setDrawing({{}, plain});
    keep();
}

void DrawingEditor::keep()
{
    setFault({});
    const QString text = drawingText(m_pad->drawing());
    m_value = text.isEmpty() ? QVariant() : QVariant(text);
    Q_EMIT edited();
}

} // namespace crm
