// A field on a form: its label, its editor, and below it what is wrong.
#pragma once
#include "ui/records/field_editor.h"
#include <functional>

class QLabel;
class QToolButton;

namespace crm {

class CRM_UI RecordField : public QWidget
{
    Q_OBJECT
public:
    RecordField(const Field &field, const EditContext &context, QWidget *parent);

    FieldEditor *editor() const { return m_editor; }
    const Field &field() const { return m_editor->field(); }
    void setFault(const QString &sentence);
    QString fault() const;
    /// A line below the field that hinders nobody, with links (HTML); empty: none.
    void setNote(const QString &html, std::function<void(const QString &link)> open);
    QLabel *note() const { return m_note; } ///< null: there was none yet
    bool isWide() const { return m_editor->isWide(); }

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void showMark(bool on);

    FieldEditor *m_editor;
    QToolButton *m_mark; ///< "?": in sight where there is a text of help, else under the pointer
    QLabel *m_fault, *m_note = nullptr;
    std::function<void(const QString &)> m_open;
};

/// For dialogs: finishes what is being typed, shows what cannot be read or is missing, and puts the cursor into the
/// first of it. True: nothing is wrong.
CRM_UI bool takeFields(const QList<RecordField *> &fields);

} // namespace crm
