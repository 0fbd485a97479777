// Several values as chips, with a line behind them where one types to add more: what RefListEditor and ChoicesEditor
// have in common.
#pragma once
#include "ui/records/field_editor.h"

class QLineEdit;

namespace crm {

class Chip;
class FlowLayout;

class CRM_UI ChipEditor : public FieldEditor
{
    Q_OBJECT
public:
    ChipEditor(const Field &field, const EditContext &context, QWidget *parent);

    void setReadOnly(bool on) override;
    QWidget *control() const override;

protected:
    struct Item
    {
        QString text, tone;
    };
    virtual QList<Item> items() const = 0;
    virtual void takeOut(qsizetype index) = 0;  ///< of the value; the chips follow by themselves
    virtual void openItem(qsizetype index) = 0; ///< a click on the chip of what may not be changed
    virtual bool isListOpen() const = 0;        ///< what is typed is kept for the list below the line
    void rebuild();
    QLineEdit *edit() const { return m_edit; }
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void removeAt(qsizetype index);
    Chip *makeChip(const Item &item, qsizetype index);
    void showMore();

    QWidget *m_well;
    FlowLayout *m_flow;
    QLineEdit *m_edit;
    QList<Chip *> m_chips;
    Chip *m_more = nullptr; ///< stands for those that are not shown
    qsizetype m_most = 60;  ///< shown at once: thousands of chips would hold the window for seconds
};

} // namespace crm
