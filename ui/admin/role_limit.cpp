#include "ui/admin/role_limit.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/records/field_editor.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"
#include <QCheckBox>
#include <QVBoxLayout>

namespace crm {

namespace {
const QString roleEntity = QStringLiteral("roles"), limitedField = QStringLiteral("is_limited"),
              groupsField = QStringLiteral("limited_to");
} // namespace

RoleLimit::RoleLimit(Navigator &navigator, QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    m_box = new QCheckBox(tr("Only clients of certain groups, and what belongs to them"), this);
    column->addWidget(m_box);
    const Entity *entity = navigator.session().catalog()->find(roleEntity);
    const Field *limited = entity ? entity->field(limitedField) : nullptr;
    const Field *field = entity ? entity->field(groupsField) : nullptr;
    if (limited)
        m_box->setToolTip(limited->helpText().text());
    if (field) {
        m_groups = makeFieldEditor(*field, {navigator, roleEntity}, this);
        m_groups->setToolTip(field->helpText().text());
        column->addWidget(m_groups);
        connect(m_groups, &FieldEditor::edited, this, [this] { Q_EMIT edited(groupsField, m_groups->value()); });
    }
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) {
        Q_EMIT edited(limitedField, on);
        if (!on && m_groups) { // names that are not looked at would only seem to be a limit
            m_groups->setValue({});
            Q_EMIT edited(groupsField, QVariant::fromValue(IdList()));
        }
        showState();
        if (on && m_groups)
            m_groups->control()->setFocus();
    });
    showState();
}

void RoleLimit::setRole(const Document &role)
{
    m_box->setChecked(role.head().flag(limitedField));
    if (m_groups) {
        const QString target = m_groups->field().target();
        for (const Id id : role.head().ids(groupsField))
            m_groups->setTitle(id, role.titles.value({target, id}));
        m_groups->setValue(role.value(groupsField));
    }
    setUsable(role.head().flag(QStringLiteral("is_staff")) && !role.head().flag(QStringLiteral("is_admin")));
}

void RoleLimit::setUsable(bool on)
{
    m_usable = on;
    showState();
}

void RoleLimit::showState()
{
    m_box->setEnabled(m_usable || m_box->isChecked());
    if (m_groups)
        m_groups->setVisible(m_box->isChecked());
}

QString RoleLimit::text(const Document &role)
{
    if (!role.head().flag(limitedField))
        return {};
    const int groups = int(role.head().ids(groupsField).size());
    return groups == 0
               ? tr("No client can be seen any more: no group is named.")
               : tr("Of clients, and of what belongs to them, only those of %n group(s) can be seen.", nullptr, groups);
}

void tellLimit(Session &session, Id role, Banner *banner, const QString &stopText, std::function<void()> stop)
{
    const auto tell = [banner, stopText, stop](const Opened &opened) {
        const QString limit = RoleLimit::text(opened.document);
        if (limit.isEmpty())
            return;
        banner->show(Banner::Warning, banner->text() + u' ' + limit);
        banner->setAction(stopText, stop);
    };
    // The banner says what matters without it too.
    await(banner, session.openRecord(roleEntity, role), tell, [](const Error &) {});
}

} // namespace crm
