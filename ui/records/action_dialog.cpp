#include "ui/records/action_dialog.h"
#include "core/model/action_questions.h"
#include "core/model/format.h"
#include "core/model/record.h"
#include "ui/records/record_field.h"
#include "ui/records/text_editor.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crm {

std::optional<QVariantMap> askBefore(Navigator &navigator, const Action &action, const Record &record,
                                     const QString &currency, QWidget *parent)
{
    const ActionQuestion question = questionBefore(action.key, record);
    if (!question.title.isEmpty() &&
        Prompts::ask(parent, {question.title, question.text, question.button}) != Prompts::Yes)
        return std::nullopt;
    if (action.parameters.isEmpty())
        return question.parameters;
    ActionDialog dialog(navigator, record.entity().key(), action, currency, parent, question.whenEmpty);
    if (Prompts::run(dialog) != QDialog::Accepted)
        return std::nullopt;
    QVariantMap parameters = dialog.values();
    parameters.insert(question.parameters);
    return parameters;
}

ActionDialog::ActionDialog(Navigator &navigator, const QString &entity, const Action &action, const QString &currency,
                           QWidget *parent, const QVariantMap &whenEmpty)
    : QDialog(parent)
{
    FormatContext format = navigator.format();
    if (!currency.isEmpty())
        format.currency = currency;
    setWindowTitle(action.label.text());
    setMinimumWidth(scaledOnScreen(440));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    box->setSpacing(space::m);
    for (const Field &parameter : action.parameters) {
        auto *field = new RecordField(parameter, {navigator, entity}, this);
        field->editor()->setCurrency(currency);
        field->editor()->setValue(parameter.defaultValue());
        if (auto *edit = qobject_cast<QLineEdit *>(field->editor()->control());
            edit && whenEmpty.contains(parameter.key()))
            edit->setPlaceholderText(editText(parameter, whenEmpty.value(parameter.key()), format));
        box->addWidget(field);
        m_fields.append(field);
    }
    auto *cancel = makeButton(tr("Cancel"), {}, ButtonRole::Normal, this);
    auto *run = makeButton(action.label.text(), action.icon, ButtonRole::Primary, this);
    box->addWidget(makeDialogButtons(run, cancel, this));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(run, &QPushButton::clicked, this, &ActionDialog::accept);
    if (!m_fields.isEmpty())
        m_fields.constFirst()->editor()->setFocus();
}

QVariantMap ActionDialog::values() const
{
    QVariantMap values;
    for (const RecordField *field : m_fields)
        values.insert(field->field().key(), field->editor()->value());
    return values;
}

RecordField *ActionDialog::field(const QString &key) const
{
    for (RecordField *field : m_fields) {
        if (field->field().key() == key)
            return field;
    }
    return nullptr;
}

void ActionDialog::accept()
{
    if (takeFields(m_fields))
        QDialog::accept();
}

} // namespace crm
