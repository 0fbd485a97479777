// The choices of a custom field: words in an order, each with a colour. Renaming one keeps its key, so that records
// keep their values; removed ones are told, so that one can be asked how many records use them.
#pragma once
#include "core/model/field.h"
#include "ui/ui_export.h"
#include <QWidget>

class QListWidget;
class QToolButton;

namespace crm {

class CRM_UI ChoiceListEditor : public QWidget
{
    Q_OBJECT
public:
    explicit ChoiceListEditor(QWidget *parent);

    void setChoices(const QList<Choice> &choices);
    QList<Choice> choices() const;
    QListWidget *list() const { return m_list; }

    void addChoice(); ///< at the end, and begins to edit its word
    void removeCurrent();
    void moveCurrent(int by);
    void setColor(const QString &token); ///< of the current one; empty: none

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tidy();
    void showChoice();

    QListWidget *m_list;
    QToolButton *m_color, *m_up, *m_down, *m_remove;
    bool m_filling = false;
};

} // namespace crm
