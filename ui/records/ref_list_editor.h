// Several references, or labels, as chips.
#pragma once
#include "core/store/await.h"
#include "ui/records/chip_editor.h"
#include <QHash>

namespace crm {

class Lookup;

class CRM_UI RefListEditor : public ChipEditor
{
    Q_OBJECT
public:
    RefListEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setTitle(Id id, const QString &title) override;
    void finish() override; ///< what is typed in full is one of them
    const IdList &ids() const { return m_ids; }

protected:
    QList<Item> items() const override;
    void takeOut(qsizetype index) override;
    void openItem(qsizetype index) override;
    bool isListOpen() const override;

private:
    void refresh();
    void resolveTitles();
    void add(const Option &option);
    void createFrom(const QString &text);

    Lookup *m_lookup;
    IdList m_ids;
    QHash<Id, Option> m_known;
    Request m_titlesRequest;
};

} // namespace crm
