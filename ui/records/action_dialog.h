// Asks for the parameters of an action before it runs.
//
//     if (const auto parameters = askBefore(navigator, action, record, currency, this))
//         run(action.key, *parameters);
#pragma once
#include "core/model/entity.h"
#include "ui/ui_export.h"
#include <QDialog>
#include <QVariantMap>
#include <optional>

namespace crm {

class Record;
class RecordField;
class Navigator;

/// Everything that an action asks before it runs on the record: its question, then its parameters. Nothing: it is not
/// to run.
CRM_UI std::optional<QVariantMap> askBefore(Navigator &navigator, const Action &action, const Record &record,
                                            const QString &currency, QWidget *parent);

class CRM_UI ActionDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param currency of the record, for amounts that are asked for
    /// @param whenEmpty see ActionQuestion
    ActionDialog(Navigator &navigator, const QString &entity, const Action &action, const QString &currency,
                 QWidget *parent, const QVariantMap &whenEmpty = {});

    QVariantMap values() const;
    RecordField *field(const QString &key) const;
    void accept() override; ///< only when nothing is wrong

private:
    QList<RecordField *> m_fields;
};

} // namespace crm
