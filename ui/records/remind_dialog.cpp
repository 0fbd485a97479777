#include "ui/records/remind_dialog.h"
#include "core/model/format.h"
#include "ui/admin/office_settings.h"
#include "ui/records/flow_layout.h"
#include "ui/records/grouped_list_model.h"
#include "ui/records/list_panel.h"
#include "ui/records/quick_moments.h"
#include "ui/records/record_field.h"
#include "ui/records/record_table.h"
#include "ui/shell/navigator.h"
#include "ui/style/scale.h"
#include "ui/style/widgets.h"
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace crm {

bool mayRemind(Session &session)
{
    const Entity *entity = session.catalog()->find(reminding().entity);
    return entity && !OfficeSettings::isHidden(*entity) && session.actor().policy.may(*entity, Verb::Create);
}

bool mayRemindOf(Session &session, const QString &entity)
{
    const Entity *parent = session.catalog()->find(entity);
    return parent && parent->attachments().contains(reminding().entity) && mayRemind(session);
}

RemindDialog::RemindDialog(Navigator &navigator, const RemindAbout &about, QWidget *parent)
    : QDialog(parent)
    , m_navigator(navigator)
    , m_how(reminding())
    , m_catalog(navigator.session().catalog())
    , m_about(about)
    , m_banner(new Banner(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Remind me"));
    setMinimumWidth(scaledOnScreen(540));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    box->setSpacing(space::m);
    box->addWidget(m_banner);
    if (about.id)
        box->addWidget(new ElidedLabel(tr("About: %1").arg(about.title), TextRole::Body, this, true));
    const Entity &entity = m_catalog->at(m_how.entity);
    const Record blank(entity);
    const auto add = [&](const QString &key) {
        auto *field = new RecordField(*entity.field(key), {navigator, m_how.entity}, this);
        field->editor()->setValue(blank.value(key));
        box->addWidget(field);
        return field;
    };
    m_what = add(m_how.what);
    m_what->editor()->setValue(about.title.left(entity.field(m_how.what)->size()));
    m_when = add(m_how.when);
    addQuickButtons(box);
    m_note = add(m_how.note);
    auto *cancel = makeButton(tr("Cancel"), {}, ButtonRole::Normal, this);
    m_save = makeButton(tr("Remind me"), QStringLiteral("bell"), ButtonRole::Primary, this);
    box->addWidget(makeDialogButtons(m_save, cancel, this));
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &RemindDialog::save);
    m_what->editor()->setFocus();
    m_what->editor()->selectAll();
}

void RemindDialog::addQuickButtons(QVBoxLayout *box)
{
    auto *row = new QWidget(this);
    auto *flow = new FlowLayout(row, space::s);
    const QList<QuickMoment> moments = remindMoments(QDateTime::currentDateTime());
    for (const QuickMoment &moment : moments) {
        auto *button = makeButton(moment.text, {}, ButtonRole::Normal, row);
        button->setAutoDefault(false);
        button->setToolTip(nearMoment(moment.at, m_navigator.format().locale));
        connect(button, &QPushButton::clicked, this,
                [this, at = moment.at] { m_when->editor()->setValue(at.toUTC()); });
        flow->addWidget(button);
        m_quick << button;
    }
    box->addWidget(row);
}

void RemindDialog::save()
{
    if (m_request.isRunning() || !takeFields({m_what, m_when, m_note}))
        return;
    Document reminder{Record(m_catalog->at(m_how.entity), newId())};
    for (RecordField *field : {m_what, m_when, m_note})
        reminder.set(field->field().key(), field->editor()->value());
    if (m_about.id) {
        reminder.set(QStringLiteral("parent_entity"), m_about.entity);
        reminder.set(QStringLiteral("parent_id"), m_about.id);
    }
    m_save->setEnabled(false);
    m_request.ask(
        this, m_navigator.session().save(reminder, SaveKey::fresh()),
        [this](const Saved &stored) {
            const QDateTime at = stored.document.value(m_how.when).toDateTime();
            m_navigator.toast(tr("You will be reminded: %1").arg(nearMoment(at, m_navigator.format().locale)));
            Q_EMIT saved();
            accept();
        },
        [this](const Error &e) {
            m_save->setEnabled(true);
            m_banner->show(Banner::Danger, e.faults().isEmpty() ? e.sentence() : e.faults().constFirst().sentence);
        });
}

RemindAbout currentOf(const ListPanel &list)
{
    const Id id = list.table()->currentId();
    if (!id || !mayRemindOf(list.navigator().session(), list.entity().key()))
        return {};
    RemindAbout about{list.entity().key(), id, list.entity().one().text()};
    const QModelIndex current = list.table()->currentIndex();
    for (int column = 0; column < list.groups()->columnCount(); ++column) {
        if (list.groups()->pathAt(column) == list.entity().titleField())
            about.title = current.siblingAtColumn(column).data(Qt::AccessibleTextRole).toString();
    }
    return about;
}

RemindDialog *remindMe(Navigator &navigator, const RemindAbout &about)
{
    if (!mayRemind(navigator.session()))
        return nullptr;
    auto *dialog = new RemindDialog(navigator, about, navigator.window());
    dialog->open();
    return dialog;
}

} // namespace crm
