#include "ui/exchange/mapping_delegate.h"
#include "ui/exchange/mapping_model.h"
#include "ui/records/choice_editor.h"
#include "ui/style/icons.h"
#include "ui/style/tokens.h"
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPainter>
#include <QTimer>

namespace crm {
namespace {

constexpr int chevron = 14, mostVisible = 16;

/// Every field there is, found by any part of its name.
PlainCombo *makeFieldCombo(const QList<ImportTarget> &targets, QWidget *parent)
{
    auto *combo = new PlainCombo(parent);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->setMaxVisibleItems(mostVisible);
    combo->addItem(MappingModel::tr("is not imported"), QString());
    for (const ImportTarget &target : targets)
        combo->addItem(target.text(), target.path);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    combo->setAccessibleName(MappingModel::tr("Goes to"));
    return combo;
}

} // namespace

void MappingDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool chooses = index.column() != MappingModel::Values && index.flags().testFlag(Qt::ItemIsEditable);
    QStyleOptionViewItem own = option;
    if (chooses)
        own.rect.adjust(0, 0, -(chevron + space::s), 0);
    if (chooses) { // the whole cell is selected, not what is left of it
        QStyleOptionViewItem background = option;
        initStyleOption(&background, index);
        background.text.clear();
        background.widget->style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, background.widget);
    }
    own.state.setFlag(QStyle::State_HasFocus, own.state.testFlag(QStyle::State_HasFocus) && !chooses);
    QStyledItemDelegate::paint(painter, own, index);
    if (chooses)
        icon(QStringLiteral("chevron-down"))
            .paint(painter, QRect(option.rect.right() - chevron - space::xs, option.rect.center().y() - chevron / 2,
                                  chevron, chevron));
}

QWidget *MappingDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const
{
    if (index.column() == MappingModel::Values)
        return QStyledItemDelegate::createEditor(parent, option, index);
    PlainCombo *combo = nullptr;
    if (index.column() == MappingModel::GoesTo) {
        combo = makeFieldCombo(static_cast<const MappingModel *>(index.model())->targets(), parent);
    } else {
        combo = new PlainCombo(parent);
        combo->addItems(index.data(MappingModel::ChoicesRole).toStringList());
        combo->setAccessibleName(MappingModel::tr("How it is read"));
    }
    auto *self = const_cast<MappingDelegate *>(this);
    connect(combo, &QComboBox::activated, self, [self, combo] {
        if (combo->isStepping()) // by the arrow keys: Enter or Tab ends it
            return;
        Q_EMIT self->commitData(combo);
        Q_EMIT self->closeEditor(combo);
    });
    return combo;
}

void MappingDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *combo = qobject_cast<QComboBox *>(editor);
    if (!combo)
        return QStyledItemDelegate::setEditorData(editor, index);
    const QVariant value = index.data(Qt::EditRole);
    combo->setCurrentIndex(index.column() == MappingModel::GoesTo ? combo->findData(value) : value.toInt());
    if (combo->isEditable())
        combo->lineEdit()->selectAll();
}

void MappingDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    auto *combo = qobject_cast<QComboBox *>(editor);
    if (!combo)
        return QStyledItemDelegate::setModelData(editor, model, index);
    if (index.column() == MappingModel::How) {
        model->setData(index, combo->currentIndex(), Qt::EditRole);
        return;
    }
    int chosen = combo->findText(combo->currentText(), Qt::MatchFixedString);
    combo->completer()->setCompletionPrefix(combo->currentText());
    if (chosen < 0 && combo->completer()->completionCount() > 0 && !combo->currentText().trimmed().isEmpty())
        chosen = combo->findText(combo->completer()->currentCompletion(), Qt::MatchFixedString);
    if (chosen >= 0) // what is no field leaves everything as it was
        model->setData(index, combo->itemData(chosen), Qt::EditRole);
}

void MappingDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

} // namespace crm
