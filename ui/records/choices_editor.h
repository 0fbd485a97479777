// Several of the declared choices as chips; the rest of them in a list below the line, narrowed by what is typed.
#pragma once
#include "ui/records/chip_editor.h"

class QCompleter;
class QStandardItemModel;

namespace crm {

class CRM_UI ChoicesEditor : public ChipEditor
{
    Q_OBJECT
public:
    ChoicesEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void finish() override;
    QStringList keys() const { return m_keys; } ///< in the order of the declaration

protected:
    QList<Item> items() const override;
    void takeOut(qsizetype index) override;
    void openItem(qsizetype) override {}
    bool isListOpen() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void showRest();
    void add(const QString &key);

    QStandardItemModel *m_rest;
    QCompleter *m_completer;
    QStringList m_keys;
};

} // namespace crm
