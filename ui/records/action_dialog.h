// Asks for the parameters of an action before it runs.
//
//     ActionDialog dialog(navigator, "leads", action, this);
//     if (Prompts::run(dialog) == QDialog::Accepted)
//         run(action.key, dialog.values());
#pragma once
#include "core/model/entity.h"
#include "ui/ui_export.h"
#include <QDialog>
#include <QVariantMap>

namespace crm {

class RecordField;
class Navigator;

class CRM_UI ActionDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param currency of the record, for amounts that are asked for
    ActionDialog(Navigator &navigator, const QString &entity, const Action &action, const QString &currency,
                 QWidget *parent);

    QVariantMap values() const;
    RecordField *field(const QString &key) const;
    void accept() override; ///< only when nothing is wrong

private:
    QList<RecordField *> m_fields;
};

} // namespace crm
