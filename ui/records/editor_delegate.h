// Editing in the cell of a table with the editors of the form: Tab goes on to the next cell, Enter below, Esc takes
// back; leaving the cell takes over what was typed.
#pragma once
#include "core/model/field.h"
#include "ui/ui_export.h"
#include <QPointer>
#include <QStyledItemDelegate>

namespace crm {

class FieldEditor;
class Navigator;

class CRM_UI EditorDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    EditorDelegate(Navigator &navigator, QObject *parent);

    void finishEditing(); ///< takes over what is being typed, wherever the focus is

    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;
    void destroyEditor(QWidget *editor, const QModelIndex &index) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// The person goes on by key: +1 the next cell, -1 the one before, +2 the one below.
    void moveRequested(int step);
    /// The person has changed what stands in an open editor.
    void typed();
    void left(); ///< an editor has been closed, whoever closed it
    /// What was typed cannot be read; the cell keeps its value.
    void refused(const QString &sentence);

protected:
    Navigator &navigator() const { return m_navigator; }
    FieldEditor *makeCellEditor(const Field &field, const QString &entity, QWidget *parent) const;

private:
    void finish(FieldEditor *editor, int step);

    Navigator &m_navigator;
    mutable QPointer<FieldEditor> m_open;
};

} // namespace crm
