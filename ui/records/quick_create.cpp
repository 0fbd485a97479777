#include "ui/records/quick_create.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/field_editor.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace crm {

QuickCreate::QuickCreate(Navigator &navigator, const QString &entity, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().catalog())
    , m_entity(m_catalog->at(entity))
{
    setWindowTitle(tr("New: %1").arg(m_entity.one().text()));
    setMinimumWidth(scaledOnScreen(420));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    box->setSpacing(space::xs);
    m_banner = new Banner(this);
    box->addWidget(m_banner);
    const Record blank(m_entity);
    for (const Field &field : m_entity.fieldList()) {
        const bool asked =
            field.key() == m_entity.titleField() || (field.isRequired() && blank.value(field.key()).isNull());
        if (!asked || field.isHidden() || field.isReadOnly())
            continue;
        FieldEditor *editor = makeFieldEditor(field, {navigator, entity}, this);
        editor->setValue(field.key() == m_entity.titleField() ? QVariant(title) : blank.value(field.key()));
        auto *label = makeLabel(field.label().text(), TextRole::Caption, this, true);
        label->setBuddy(editor->control());
        box->addWidget(label);
        box->addWidget(editor);
        box->addSpacing(space::s);
        m_editors.append(editor);
    }
    auto *cancel = makeButton(tr("Cancel"), {}, ButtonRole::Normal, this);
    m_save = makeButton(tr("Create"), {}, ButtonRole::Primary, this);
    box->addSpacing(space::s);
    box->addWidget(makeDialogButtons(m_save, cancel, this));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &QuickCreate::save);
}

bool QuickCreate::isOffered(Navigator &navigator, const QString &entity)
{
    const auto catalog = navigator.session().catalog();
    const Entity *target = catalog->find(entity);
    if (!target || target->isLine())
        return false;
    const Policy &policy = navigator.session().actor().policy;
    return policy.may(*target, Verb::Create) && (!target->isAdminOnly() || policy.isAdmin());
}

std::optional<Option> QuickCreate::create()
{
    if (!m_editors.isEmpty())
        m_editors.constFirst()->setFocus();
    Prompts::run(*this);
    return m_made;
}

void QuickCreate::save()
{
    Record record(m_entity, newId());
    for (FieldEditor *editor : std::as_const(m_editors)) {
        editor->finish();
        if (!editor->fault().isEmpty()) {
            m_banner->show(Banner::Danger, editor->fault());
            return editor->setFocus();
        }
        record.set(editor->field().key(), editor->value());
    }
    m_save->setEnabled(false);
    await(
        this, m_navigator.session().save(Document(record), SaveKey::fresh()),
        [this](const Saved &saved) {
            m_made = Option{saved.document.id(), saved.document.head().title(), {}, {}};
            accept();
        },
        [this](const Error &e) {
            m_save->setEnabled(true);
            m_banner->show(Banner::Danger, e.faults().isEmpty() ? e.sentence() : e.faults().constFirst().sentence);
        });
}

} // namespace crm
