// What RolesPage stores, and what it asks before.
#include "core/store/session.h"
#include "ui/admin/counted_list.h"
#include "ui/admin/rights_model.h"
#include "ui/admin/role_limit.h"
#include "ui/admin/roles_page.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/widgets.h"

namespace crm {
namespace {

const QString roleEntity = QStringLiteral("roles"), rightLines = QStringLiteral("role_rights");
const QString nameField = QStringLiteral("name"), newPeopleField = QStringLiteral("for_new_people");
constexpr int mostLines = 12;

} // namespace

QString lossText(const QString &records, int before, int after, qint64 count)
{
    if (after >= before || count == 0)
        return {};
    const int n = int(qMin<qint64>(count, std::numeric_limits<int>::max()));
    switch (Level(after)) {
    case Level::None:
        return RolesPage::tr("%1: none of the %n record(s) can be seen any more.", nullptr, n).arg(records);
    case Level::Own:
        return RolesPage::tr("%1: of the %n record(s) only one's own can still be seen.", nullptr, n).arg(records);
    case Level::Team:
        return RolesPage::tr("%1: of the %n record(s) only the team's can still be seen.", nullptr, n).arg(records);
    case Level::All:
        break;
    }
    return {};
}

void RolesPage::save()
{
    if (!hasUnsavedChanges() || m_writing.isRunning())
        return;
    const auto catalog = navigator().session().catalog();
    const Policy before = m_model->storedPolicy(), after = m_model->policy();
    QStringList changes = limitChanges(), losing;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const Entity *entity = m_model->entityAt(row);
        for (int v = 0; entity && v < verbCount; ++v) {
            const Level was = before.level(*entity, Verb(v)), is = after.level(*entity, Verb(v));
            if (was == is)
                continue;
            changes.append(tr("%1 — %2: %3 → %4", "records, what may be done with them, level before and after")
                               .arg(entity->many().text(), verbText(Verb(v)), levelText(was), levelText(is)));
            if (Verb(v) == Verb::Read && is < was)
                losing.append(entity->key());
        }
    }
    if (losing.isEmpty())
        return askBeforeSaving(changes, {});
    m_writing.ask(
        this, navigator().session().read([losing](Repository &r) {
            QHash<QString, qint64> counts;
            for (const QString &entity : losing)
                counts.insert(entity, r.totals(Query(entity), {}).count);
            return counts;
        }),
        [this, changes](const QHash<QString, qint64> &counts) { askBeforeSaving(changes, counts); },
        [this](const Error &error) { fail(error); });
}

/// What another limit to groups of clients means; nothing where it is as it was.
QStringList RolesPage::limitChanges() const
{
    const Document role = m_model->document();
    if (!role.head().isChanged(QStringLiteral("is_limited")) && !role.head().isChanged(QStringLiteral("limited_to")))
        return {};
    const QString limit = RoleLimit::text(role);
    return {limit.isEmpty() ? tr("The role is no longer limited to groups of clients.") : limit};
}

void RolesPage::askBeforeSaving(const QStringList &changes, const QHash<QString, qint64> &counts)
{
    const auto catalog = navigator().session().catalog();
    const Policy before = m_model->storedPolicy(), after = m_model->policy();
    QStringList lines;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const Entity &entity = catalog->at(it.key());
        const QString loss = lossText(entity.many().text(), int(before.level(entity, Verb::Read)),
                                      int(after.level(entity, Verb::Read)), it.value());
        if (!loss.isEmpty())
            lines.append(loss);
    }
    lines.sort();
    lines += changes.mid(0, mostLines);
    if (changes.size() > mostLines)
        lines.append(tr("... and %n more", nullptr, int(changes.size()) - mostLines));
    lines.prepend(holdersText());
    const QString name = m_model->field(nameField).toString();
    // Only what changes what people may do is asked about; a new name is just saved.
    if (!changes.isEmpty() && !m_people.value(m_shown).isEmpty() &&
        Prompts::ask(
            navigator().window(),
            {tr("Save the rights of “%1”?").arg(name), lines.join(u'\n'), tr("Save"), {}, !counts.isEmpty()}) !=
            Prompts::Yes)
        return;
    store({m_model->document()}, m_shown);
}

void RolesPage::store(const QList<Document> &roles, Id wanted)
{
    m_banner->setVisible(false);
    if (!limitChanges().isEmpty())
        m_banner->show(Banner::Info,
                       tr("Saving. All records are told apart by the groups of their clients; where there "
                          "are many, this takes a while."));
    m_save->setEnabled(false);
    m_discard->setEnabled(false);
    m_writing.ask(
        this, navigator().session().write([roles](Repository &r) {
            r.atomically([&] {
                for (const Document &role : roles)
                    r.save(role);
            });
        }),
        [this, wanted] {
            m_wanted = wanted;
            m_shown = 0;
            m_model->setRole({}, navigator().session().catalog());
            loadRoles();
        },
        [this](const Error &error) {
            fail(error);
            showState();
        });
}

void RolesPage::addRole()
{
    if (!mayClose())
        return;
    const auto name = Prompts::text(navigator().window(), tr("New role"), tr("Name of the role"));
    if (!name || name->simplified().isEmpty())
        return;
    Document role{Record(navigator().session().catalog()->at(roleEntity), newId())};
    role.set(nameField, name->simplified());
    store({role}, role.id());
}

void RolesPage::cloneRole()
{
    if (!m_shown || hasUnsavedChanges())
        return;
    const Document stored = m_model->document();
    const auto name = Prompts::text(navigator().window(), tr("Copy the role"), tr("Name of the role"),
                                    tr("%1 (copy)", "name of a role").arg(stored.head().text(nameField)));
    if (!name || name->simplified().isEmpty())
        return;
    const auto catalog = navigator().session().catalog();
    Document copy{Record(catalog->at(roleEntity), newId())};
    for (const Field &field : copy.entity().fieldList())
        if (!field.isReadOnly() && field.key() != newPeopleField)
            copy.set(field.key(), stored.value(field.key()));
    copy.set(nameField, name->simplified());
    for (const Record &line : stored.lines(rightLines)) {
        Record own(catalog->at(rightLines), newId());
        for (const Field &field : own.entity().fieldList())
            if (field.key() != own.entity().lineParentField())
                own.set(field.key(), line.value(field.key()));
        copy.lines(rightLines).append(own);
    }
    store({copy}, copy.id());
}

/// At most one role is given to new people, so the one before loses that first.
void RolesPage::giveToNewPeople()
{
    if (!m_shown || hasUnsavedChanges())
        return;
    m_writing.ask(
        this, navigator().session().write([id = m_shown, before = m_forNewPeople](Repository &r) {
            r.atomically([&] {
                for (const Id role : {before, id}) {
                    if (!role)
                        continue;
                    Document d = r.load(roleEntity, role);
                    d.set(newPeopleField, role == id);
                    r.save(d);
                }
            });
        }),
        [this] { loadRoles(); }, [this](const Error &error) { fail(error); });
}

void RolesPage::deleteRole()
{
    const QString name = m_names.value(m_shown);
    if (!m_shown || Prompts::ask(navigator().window(), {tr("Delete the role “%1”?").arg(name),
                                                        tr("Nobody has it. It can be restored from the trash."),
                                                        tr("Delete"),
                                                        {},
                                                        true}) != Prompts::Yes)
        return;
    m_writing.ask(
        this, navigator().session().remove(roleEntity, {m_shown}),
        [this, id = m_shown, name](const BatchResult &) {
            m_shown = 0;
            m_model->setRole({}, navigator().session().catalog());
            loadRoles();
            navigator().toast(tr("The role “%1” is in the trash.").arg(name), [this, id] {
                m_wanted = id;
                m_writing.ask(
                    this, navigator().session().restore(roleEntity, {id}), [this](const BatchResult &) { loadRoles(); },
                    [this](const Error &error) { fail(error); });
            });
        },
        [this](const Error &error) { fail(error); });
}

} // namespace crm
