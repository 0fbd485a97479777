// One control for one value, chosen by the field's kind: on the form, in the line grid, in a cell of a list, in the
// parameters of an action.
//
//     FieldEditor *editor = makeFieldEditor(field, {navigator, "orders"}, this);
//     editor->setValue(record.value(field.key()));
//     connect(editor, &FieldEditor::edited, this, [=] { record.set(field.key(), editor->value()); });
//
// What a person types that cannot be read stays as it is: fault() says why, value() keeps the last good one.
#pragma once
#include "core/model/format.h"
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <QWidget>
#include <functional>

namespace crm {

class Navigator;

/// Where an editor stands.
struct EditContext
{
    Navigator &navigator;
    QString entity;                    ///< whose field it is
    bool inCell = false;               ///< in a table: no frame of its own, no buttons beside it
    std::function<Id()> storedId = {}; ///< of the record as it is stored, 0: not yet; unset: nobody knows
};

class CRM_UI FieldEditor : public QWidget
{
    Q_OBJECT
public:
    FieldEditor(const Field &field, const EditContext &context, QWidget *parent);
    ~FieldEditor() override;

    const Field &field() const { return m_field; }
    /// The canonical value as it stands; null for an empty one.
    virtual QVariant value() const = 0;
    /// Shows the value; emits nothing, clears a fault.
    virtual void setValue(const QVariant &value) = 0;
    /// The value as it is stored: where transitions start from.
    virtual void setOrigin(const QVariant &stored);
    virtual void setReadOnly(bool on) = 0;
    bool isReadOnly() const { return m_readOnly; }
    /// Why what was typed cannot be read; empty: it can.
    QString fault() const { return m_fault; }
    /// A title for a referenced record, so that it need not be asked for.
    virtual void setTitle(Id id, const QString &title);
    /// Of the record's amounts; matters to Money alone.
    virtual void setCurrency(const QString &currency);
    /// Whether what is typed may still become a value: its fault is shown once the person leaves the field, or saves.
    virtual bool isHalfTyped() const { return false; }
    virtual void selectAll() {}
    /// Takes over what is being typed: before a save by keyboard, when no focus has moved.
    virtual void finish() {}
    /// The control that takes the focus, the fault's frame and the accessible name.
    virtual QWidget *control() const = 0;
    virtual bool isWide() const { return false; } ///< needs a row of the form of its own
    void showHelp();                              ///< what F1 says of the field, below it
    /// The editor that holds the control; null: none.
    static FieldEditor *around(QObject *control);

Q_SIGNALS:
    void edited();    ///< value() or fault() has changed by the person
    void committed(); ///< Enter, or a choice made: an editor in a cell may close

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void setFault(const QString &sentence) { m_fault = sentence; }
    /// What stands in the empty line: the field's own text, or else the one given.
    QString hint(const QString &otherwise = {}) const
    {
        return m_field.placeholderText().isEmpty() ? otherwise : m_field.placeholderText().text();
    }
    void markReadOnly(bool on) { m_readOnly = on; }
    const EditContext &context() const { return m_context; }
    Navigator &navigator() const { return m_context.navigator; }
    Id storedId() const { return m_context.storedId ? m_context.storedId() : 0; } ///< 0: the record is not stored yet
    /// Sets focus proxy, accessible name and a margin-free layout with the control and what stands beside it.
    void arrange(QWidget *control, const QList<QWidget *> &beside = {});

private:
    Field m_field;
    EditContext m_context;
    QString m_fault;
    bool m_readOnly = false;
};

CRM_UI FieldEditor *makeFieldEditor(const Field &field, const EditContext &context, QWidget *parent);

} // namespace crm
