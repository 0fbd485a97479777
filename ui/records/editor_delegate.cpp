#include "ui/records/editor_delegate.h"
#include "ui/records/field_editor.h"
#include "ui/records/list_model.h"
#include "ui/records/lookup.h"
#include <QApplication>
#include <QKeyEvent>

namespace crm {
namespace {
constexpr const char *typedProperty = "crmTyped";       // of an editor that a person has typed into
constexpr int spreadWidth = 360;                        // at most as wide as the view
constexpr const char *finishedProperty = "crmFinished"; // it loses the focus as it is closed: no second end

/// A longer text, or several records, need room: they spread over the rows below.
bool spreads(const FieldEditor &editor) { return editor.isWide() || isListKind(editor.field().kind()); }

void spread(FieldEditor &editor, QRect rect)
{
    if (const QWidget *view = editor.parentWidget()) {
        rect.setWidth(qMax(rect.width(), qMin(spreadWidth, view->width())));
        const int needed = editor.hasHeightForWidth() ? editor.heightForWidth(rect.width()) : 0;
        rect.setHeight(qMax(rect.height(), qMax(needed, editor.sizeHint().height())));
        if (rect.right() > view->rect().right())
            rect.moveRight(view->rect().right());
        if (rect.bottom() > view->rect().bottom())
            rect.moveBottom(qMax(rect.height() - 1, view->rect().bottom()));
    }
    editor.setGeometry(rect);
}
} // namespace

EditorDelegate::EditorDelegate(Navigator &navigator, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_navigator(navigator)
{}

FieldEditor *EditorDelegate::makeCellEditor(const Field &field, const QString &entity, QWidget *parent) const
{
    FieldEditor *editor = makeFieldEditor(field, {m_navigator, entity, true}, parent);
    editor->setAutoFillBackground(true);
    auto *self = const_cast<EditorDelegate *>(this);
    editor->control()->installEventFilter(self);
    connect(editor, &FieldEditor::edited, editor, [self, editor] {
        editor->setProperty(typedProperty, true);
        if (spreads(*editor)) // when it has laid out what has come or gone
            QMetaObject::invokeMethod(
                editor, [editor] { spread(*editor, editor->geometry()); }, Qt::QueuedConnection);
        if (!editor->property(finishedProperty).toBool())
            Q_EMIT self->typed();
    });
    connect(editor, &FieldEditor::committed, self, [self, editor] {
        const bool byTab = editor->control() && editor->control()->property(takenByTab).toBool();
        if (!editor->isWide())
            self->finish(editor, byTab ? 1 : 2);
    });
    m_open = editor;
    return editor;
}

void EditorDelegate::finishEditing()
{
    if (m_open)
        finish(m_open, 0);
}

void EditorDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *field = qobject_cast<FieldEditor *>(editor);
    if (!field || field->property(typedProperty).toBool())
        return; // the rows are shown anew while one types: what was typed stays
    field->setCurrency(index.data(ListModel::CurrencyRole).toString());
    const QVariant value = index.data(ListModel::ValueRole);
    field->setTitle(value.toLongLong(), index.data(ListModel::TitleRole).toString());
    field->setOrigin(value);
    field->setValue(value);
    field->selectAll();
}

void EditorDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    auto *field = qobject_cast<FieldEditor *>(editor);
    if (!field)
        return;
    field->finish();
    field->setProperty(finishedProperty, true);
    if (field->fault().isEmpty())
        model->setData(index, field->value(), Qt::EditRole);
    else
        Q_EMIT const_cast<EditorDelegate *>(this)->refused(field->fault());
}

void EditorDelegate::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    QStyledItemDelegate::destroyEditor(editor, index);
    Q_EMIT const_cast<EditorDelegate *>(this)->left();
}

void EditorDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                          const QModelIndex &index) const
{
    auto *field = qobject_cast<FieldEditor *>(editor);
    if (field && spreads(*field))
        spread(*field, option.rect);
    else
        editor->setGeometry(option.rect);
    Q_UNUSED(index)
}

void EditorDelegate::finish(FieldEditor *editor, int step)
{
    if (editor->property(finishedProperty).toBool())
        return;
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor, QAbstractItemDelegate::NoHint);
    if (step != 0)
        Q_EMIT moveRequested(step);
}

bool EditorDelegate::eventFilter(QObject *watched, QEvent *event)
{
    FieldEditor *editor = FieldEditor::around(watched);
    if (!editor)
        return QStyledItemDelegate::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
            finish(editor, key == Qt::Key_Tab ? 1 : -1);
            return true;
        }
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !editor->isWide()) {
            finish(editor, 2); // taken here: on its way up it would begin to edit again
            return true;
        }
        if (key == Qt::Key_Escape) {
            editor->setProperty(finishedProperty, true);
            Q_EMIT closeEditor(editor, QAbstractItemDelegate::RevertModelCache);
            return true;
        }
        return false;
    }
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::FocusOut && watched == editor->control()) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        const QWidget *now = QApplication::focusWidget();
        const bool inside = now && (now == editor || editor->isAncestorOf(now));
        if (!inside && reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason &&
            !QApplication::activePopupWidget() && editor->isVisible())
            finish(editor, 0);
        return false;
    }
    if (watched == editor) // the view's own filter would close it for events that the control handles
        return false;
    return false;
}

} // namespace crm
