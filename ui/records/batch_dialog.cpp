#include "ui/records/batch_dialog.h"
#include "core/store/session.h"
#include "ui/records/field_editor.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/scale.h"
#include "ui/style/tab_order.h"
#include "ui/style/widgets.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPointer>
#include <QProgressBar>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int countMs = 250;
}

BatchDialog::BatchDialog(Navigator &navigator, const QString &entity, const FindIds &find, QWidget *parent)
    : QDialog(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().catalog())
    , m_entity(&m_catalog->at(entity))
    , m_field(new QComboBox(this))
    , m_how(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Change many records"));
    setMinimumWidth(scaledOnScreen(480));
    build();
    const Policy policy = navigator.session().actor().policy;
    for (const Field &field : m_entity->fieldList()) {
        if (isBatchField(*m_entity, field, policy))
            m_field->addItem(field.label().text(), field.key());
    }
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(countMs);
    connect(&m_countTimer, &QTimer::timeout, this, &BatchDialog::recount);
    connect(m_field, &QComboBox::currentIndexChanged, this, &BatchDialog::showField);
    connect(m_how, &QComboBox::currentIndexChanged, this, &BatchDialog::showHow);
    const auto status = m_entity->statusField().isEmpty() ? -1 : m_field->findData(m_entity->statusField());
    m_field->setCurrentIndex(qMax(0, status));
    showField();
    m_planRequest.ask(
        this, navigator.session().read([entity, find, closed = m_closed](Repository &r) {
            const Progress goOn = [closed](qint64, qint64) { return !*closed; };
            return planBatch(r, entity, find(r, goOn), Verb::Update, goOn);
        }),
        [this](const BatchPlan &plan) { takePlan(plan); },
        [this](const Error &e) {
            m_bar->hide();
            m_numbers->setText(e.sentence());
        });
}

BatchDialog::~BatchDialog() { *m_closed = true; }

void BatchDialog::build()
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    box->setSpacing(space::m);
    m_field->setAccessibleName(tr("Field"));
    m_field->setMaxVisibleItems(20);
    m_how->setAccessibleName(tr("How it is changed"));
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_field, 1);
    head->addWidget(m_how);
    box->addLayout(head);
    m_place = new QVBoxLayout;
    box->addLayout(m_place);
    m_fault = makeLabel({}, TextRole::Caption, this);
    m_fault->setWordWrap(true);
    m_fault->hide();
    box->addWidget(m_fault);
    m_numbers = makeLabel(tr("Counting..."), TextRole::Body, this);
    m_numbers->setWordWrap(true);
    box->addWidget(m_numbers);
    m_bar = new QProgressBar(this);
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setRange(0, 0);
    m_bar->setTextVisible(false);
    box->addWidget(m_bar);
    box->addStretch(1);
    m_cancel = makeButton(tr("Cancel"), {}, ButtonRole::Normal, this);
    m_run = makeButton(tr("Change"), {}, ButtonRole::Primary, this);
    box->addWidget(makeDialogButtons(m_run, m_cancel, this));
    connect(m_cancel, &QPushButton::clicked, this, &BatchDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &BatchDialog::run);
}

QString BatchDialog::planText() const
{
    QStringList parts;
    if (!m_same || m_plan.ids.isEmpty())
        parts << tr("%n record(s) can be changed.", nullptr, int(m_plan.ids.size()));
    else if (willChange() == 0)
        parts << tr("Nothing would change.");
    else
        parts << tr("%n record(s) will change.", nullptr, int(willChange()));
    if (m_same.value_or(0) > 0)
        parts << sameText();
    if (m_plan.locked > 0)
        parts << tr("%n of the others is locked and stays as it is.", nullptr, int(m_plan.locked));
    if (m_plan.notAllowed > 0)
        parts << tr("%n may not be changed by you and stays as it is.", nullptr, int(m_plan.notAllowed));
    if (m_plan.gone > 0)
        parts << tr("%n is no longer there.", nullptr, int(m_plan.gone));
    return parts.join(u' ');
}

QString BatchDialog::sameText() const
{
    const int same = int(*m_same);
    if (isEmptyValue(m_change.value))
        return tr("%n is empty already.", nullptr, same);
    if (m_change.how == BatchChange::Remove)
        return tr("%n has none of these.", nullptr, same);
    const Field *field = m_entity->field(m_change.field);
    return field && holdsSeveral(*field) && m_change.how == BatchChange::Add
               ? tr("%n has all of these already.", nullptr, same)
               : tr("%n has this value already.", nullptr, same);
}

void BatchDialog::takePlan(const BatchPlan &plan)
{
    m_plan = plan;
    m_planned = true;
    m_bar->hide();
    updateButtons();
    Q_EMIT planned();
}

// What is to be changed -----------------------------------------------------------------------------------------

void BatchDialog::chooseField(const QString &key) { m_field->setCurrentIndex(qMax(0, m_field->findData(key))); }

void BatchDialog::showField()
{
    const Field *field = m_entity->field(m_field->currentData().toString());
    if (!field)
        return updateButtons();
    {
        const QSignalBlocker quiet(m_how);
        m_how->clear();
        const bool several = holdsSeveral(*field);
        if (several) {
            m_how->addItem(tr("Add"), int(BatchChange::Add));
            m_how->addItem(tr("Take away"), int(BatchChange::Remove));
        }
        m_how->addItem(several ? tr("Replace with") : tr("Set to"), int(BatchChange::Set));
        if (!field->isRequired() && field->kind() != Kind::Bool)
            m_how->addItem(tr("Empty the field"), -1);
    }
    delete m_editor;
    m_editor = makeFieldEditor(*field, {m_navigator, m_entity->key()}, this);
    m_place->addWidget(m_editor);
    orderTabs(*this); // it was made last, and stands before the buttons
    connect(m_editor, &FieldEditor::edited, this, &BatchDialog::updateButtons);
    showHow();
}

void BatchDialog::showHow()
{
    if (m_editor)
        m_editor->setVisible(m_how->currentData().toInt() >= 0);
    updateButtons();
}

void BatchDialog::updateButtons()
{
    const bool empties = m_how->currentData().toInt() < 0;
    const QString fault = m_editor && !empties ? m_editor->fault() : QString();
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    const std::optional<BatchChange> now = chosen();
    if (!m_running &&
        (!now || now->field != m_change.field || now->how != m_change.how || now->value != m_change.value || !m_same))
        countSoon();
    m_run->setEnabled(m_planned && !m_running && willChange() > 0 && fault.isEmpty() && now);
    m_run->setText(willChange() == 0 ? tr("Change") : tr("Change %n record(s)", nullptr, int(willChange())));
    if (m_planned)
        m_numbers->setText(planText());
}

std::optional<BatchChange> BatchDialog::chosen() const
{
    const int how = m_how->currentData().toInt();
    const bool empties = how < 0;
    if (!empties && (!m_editor || !m_editor->fault().isEmpty() || isEmptyValue(m_editor->value())))
        return {};
    return BatchChange{m_field->currentData().toString(), empties ? BatchChange::Set : BatchChange::How(how),
                       empties ? QVariant() : m_editor->value()};
}

// How many are so already ---------------------------------------------------------------------------------------

void BatchDialog::countSoon()
{
    m_same.reset();
    m_change = chosen().value_or(BatchChange());
    m_countRequest.cancel();
    if (m_planned && chosen() && !m_plan.ids.isEmpty())
        m_countTimer.start();
}

void BatchDialog::recount()
{
    m_countRequest.ask(
        this,
        m_navigator.session().read(
            [entity = m_entity->key(), ids = m_plan.ids, change = m_change, closed = m_closed](Repository &r) {
                return countSame(r, entity, ids, change, [closed](qint64, qint64) { return !*closed; });
            }),
        [this](qint64 same) {
            m_same = same;
            updateButtons();
            Q_EMIT counted();
        },
        [this](const Error &e) { m_navigator.showError(e); }); // the change itself can still be made
}

// The work ------------------------------------------------------------------------------------------------------

void BatchDialog::run()
{
    if (m_editor)
        m_editor->finish();
    updateButtons();
    const std::optional<BatchChange> now = chosen();
    if (!m_run->isEnabled() || !now)
        return;
    m_change = *now;
    m_countTimer.stop();
    m_countRequest.cancel();
    m_running = true;
    m_stopped = false;
    m_at = 0;
    m_report.batch = newId(); // known from the start: a lost connection leaves what was done to be taken back
    for (QWidget *w :
         {static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_how), static_cast<QWidget *>(m_editor)})
        w->setEnabled(false);
    m_bar->setRange(0, int(m_plan.ids.size()));
    m_bar->setValue(0);
    m_bar->show();
    m_cancel->setText(tr("Stop"));
    updateButtons();
    next();
}

void BatchDialog::next()
{
    if (m_stopped || m_at >= m_plan.ids.size())
        return finish();
    const IdList portion = m_plan.ids.mid(m_at, batchPortion);
    const auto job = [entity = m_entity->key(), portion, change = m_change, report = m_report](Repository &r) mutable {
        changePortion(r, entity, portion, change, report);
        return report;
    };
    await(
        this, m_navigator.session().write(job),
        [this, size = portion.size()](const BatchReport &report) {
            m_report = report;
            m_at += size;
            m_bar->setValue(int(m_at));
            next();
        },
        [this](const Error &e) {
            finish();
            m_navigator.showError(e);
        });
}

void BatchDialog::reject()
{
    if (!m_running)
        return QDialog::reject();
    m_stopped = true;
    m_cancel->setEnabled(false);
}

void BatchDialog::offerUndo()
{
    const QString text = tr("%n record(s) changed", nullptr, int(m_report.changed));
    Navigator *navigator = &m_navigator;
    m_navigator.toast(text, [navigator, batch = m_report.batch] { undoBatch(*navigator, batch); });
}

void BatchDialog::finish()
{
    m_running = false;
    if (m_report.changed > 0) {
        offerUndo();
        Q_EMIT changed();
    } else if (m_report.refused.isEmpty() && !m_stopped) {
        m_navigator.toast(tr("Nothing had to be changed."));
    }
    QStringList lines;
    for (auto it = m_report.refused.cbegin(); it != m_report.refused.cend() && lines.size() < 6; ++it)
        lines << tr("%n record(s): %1", nullptr, int(it.value())).arg(it.key());
    Q_EMIT ended();
    if (!lines.isEmpty())
        Prompts::tell(parentWidget(), tr("%n record(s) could not be changed", nullptr, int(m_report.refusedCount())),
                      lines.join(u'\n'));
    QDialog::accept();
}

} // namespace crm
