// Several references, or labels: chips with a line behind them where one types to add more.
#pragma once
#include "core/store/await.h"
#include "ui/records/field_editor.h"
#include <QHash>

class QLineEdit;

namespace crm {

class Chip;
class FlowLayout;
class Lookup;

class CRM_UI RefListEditor : public FieldEditor
{
    Q_OBJECT
public:
    RefListEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setTitle(Id id, const QString &title) override;
    void setReadOnly(bool on) override;
    QWidget *control() const override;
    void finish() override; ///< what is typed in full is one of them
    const IdList &ids() const { return m_ids; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void rebuild();
    void resolveTitles();
    void add(const Option &option);
    void removeAt(qsizetype index);
    void createFrom(const QString &text);

    QWidget *m_well;
    FlowLayout *m_flow;
    QLineEdit *m_edit;
    Lookup *m_lookup;
    QList<Chip *> m_chips;
    IdList m_ids;
    QHash<Id, Option> m_known;
    Request m_titlesRequest;
};

} // namespace crm
