#include "ui/records/field_editor.h"
#include "core/model/drawing.h"
#include "core/store/session.h"
#include "ui/records/choice_editor.h"
#include "ui/records/choices_editor.h"
#include "ui/records/color_editor.h"
#include "ui/records/date_editor.h"
#include "ui/records/drawing_editor.h"
#include "ui/records/field_help.h"
#include "ui/records/file_editor.h"
#include "ui/records/memo_editor.h"
#include "ui/records/pictures_editor.h"
#include "ui/records/ref_editor.h"
#include "ui/records/ref_list_editor.h"
#include "ui/records/text_editor.h"
#include "ui/records/yes_no_editor.h"
#include "ui/shell/navigator.h"
#include "ui/style/tokens.h"
#include <QHBoxLayout>
#include <QKeyEvent>

namespace crm {

FieldEditor::FieldEditor(const Field &field, const EditContext &context, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_context(context)
{}

// A control that has the focus says so once more while it goes; by then the editor it would tell is half gone.
FieldEditor::~FieldEditor()
{
    const QList<QObject *> parts = findChildren<QObject *>();
    for (QObject *part : parts)
        part->disconnect(this);
}

void FieldEditor::setOrigin(const QVariant &) {}

void FieldEditor::setTitle(Id, const QString &) {}

void FieldEditor::setCurrency(const QString &) {}

void FieldEditor::showHelp() { showFieldHelp(navigator(), m_field, m_field.key(), *this); }

FieldEditor *FieldEditor::around(QObject *control)
{
    for (QObject *o = control; o; o = o->parent()) {
        if (auto *editor = qobject_cast<FieldEditor *>(o))
            return editor;
    }
    return nullptr;
}

/// In a dialog, where the shortcuts of the main window do not reach.
void FieldEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::HelpContents))
        showHelp();
    else
        QWidget::keyPressEvent(event);
}

void FieldEditor::arrange(QWidget *control, const QList<QWidget *> &beside)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    row->addWidget(control, 1);
    for (QWidget *widget : beside)
        row->addWidget(widget, 0, Qt::AlignTop);
    setFocusPolicy(Qt::StrongFocus); // first: of a proxy it would become the policy, though it be a mere frame
    setFocusProxy(control);
    control->setAccessibleName(m_field.label().text());
    control->setAccessibleDescription(m_field.helpText().text());
    setObjectName(m_field.key());
}

FieldEditor *makeFieldEditor(const Field &field, const EditContext &context, QWidget *parent)
{
    if (field.kind() == Kind::Text && holdsDrawing(context.entity, field.key()))
        return new DrawingEditor(field, context, parent);
    switch (field.kind()) {
    case Kind::Memo:
        return new MemoEditor(field, context, parent);
    case Kind::Date:
    case Kind::Moment:
        return new DateEditor(field, context, parent);
    case Kind::Bool:
        return new YesNoEditor(field, context, parent);
    case Kind::Choice:
        return new ChoiceEditor(field, context, parent);
    case Kind::Choices:
        return new ChoicesEditor(field, context, parent);
    case Kind::Ref: {
        const Entity *target = context.navigator.session().catalog()->find(field.target());
        const bool picks = field.isDictionaryLike() || (target && target->isDictionary());
        const bool many = target && target->isDictionary() &&
                          context.navigator.session().dictionary(field.target()).size() > mostToPick;
        if (picks && !many)
            return new ChoiceEditor(field, context, parent);
        return new RefEditor(field, context, parent);
    }
    case Kind::RefList:
        if (const Entity *target = context.navigator.session().catalog()->find(field.target());
            target && target->presentation() == Presentation::Files && !context.inCell)
            return new PicturesEditor(field, context, parent);
        [[fallthrough]];
    case Kind::Labels:
        return new RefListEditor(field, context, parent);
    case Kind::Color:
        return new ColorEditor(field, context, parent);
    case Kind::File:
        return new FileEditor(field, context, parent);
    default:
        return new TextEditor(field, context, parent);
    }
}

} // namespace crm
