// One of few: a Choice, or a reference to a dictionary. A combo box; with transitions only where it may go from here.
#pragma once
#include "core/store/await.h"
#include "ui/records/field_editor.h"
#include <QComboBox>

namespace crm {

/// Beyond that many one types to find instead of looking through a list.
constexpr qsizetype mostToPick = 300;

class CRM_UI ChoiceEditor : public FieldEditor
{
    Q_OBJECT
public:
    ChoiceEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override { return m_value; }
    void setValue(const QVariant &value) override;
    void setOrigin(const QVariant &stored) override;
    void setTitle(Id id, const QString &title) override;
    void setReadOnly(bool on) override;
    QWidget *control() const override;

private:
    struct Item
    {
        QVariant value;
        QString text, color;
    };
    void fill();
    QList<Item> items() const;
    void loadOptions();

    QComboBox *m_box;
    QVariant m_value, m_origin;
    QHash<Id, QString> m_titles;
    QList<Option> m_options; ///< of a target that is no dictionary; asked for when the box is first entered
    bool m_asked = false;
    Request m_request;
};

/// A combo box that the mouse wheel does not change in passing, and that says when it is about to open.
class CRM_UI PlainCombo : public QComboBox
{
    Q_OBJECT
public:
    explicit PlainCombo(QWidget *parent);
    void showPopup() override;
    /// A key goes through the choices while the list of them is closed: the next key may go on.
    bool isStepping() const { return m_stepping; }

Q_SIGNALS:
    void entered();

protected:
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool m_stepping = false;
};

/// A round dot in the tone of the token, for lists of choices; null for an empty token.
CRM_UI QIcon toneDot(const QString &token);

} // namespace crm
