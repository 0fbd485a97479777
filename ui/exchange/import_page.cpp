#include "ui/exchange/import_page.h"
#include "core/store/session.h"
#include "ui/exchange/import_check_step.h"
#include "ui/exchange/import_columns_step.h"
#include "ui/exchange/import_file_step.h"
#include "ui/exchange/import_result_step.h"
#include "ui/exchange/remembered_mapping.h"
#include "ui/exchange/step_row.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"
#include <QApplication>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace crm {
namespace {

enum Step { File, Columns, Check, Result };

/// What somebody sees whose role may not import.
class DeniedPage : public TabPage
{
public:
    DeniedPage(Navigator &navigator, const QString &entity, const QString &reason)
        : TabPage(navigator)
        , m_entity(entity)
    {
        auto *box = new QVBoxLayout(this);
        auto *state = new EmptyState(QStringLiteral("lock"), ImportPage::tr("No import here"), reason, this);
        state->setAction(ImportPage::tr("Show the list"),
                         [&navigator, entity] { navigator.openKey(QStringLiteral("list/") + entity); });
        box->addWidget(state);
    }
    QString title() const override { return ImportPage::tr("Import"); }
    QString iconName() const override { return QStringLiteral("import"); }
    QString key() const override { return QStringLiteral("import/") + m_entity; }

private:
    QString m_entity;
};

} // namespace

TabPage *makeImportPage(Navigator &navigator, const QString &entity)
{
    const auto catalog = navigator.session().catalog();
    const QString reason = whyNotImport(*catalog, catalog->at(entity), navigator.session().actor().policy);
    if (!reason.isEmpty())
        return new DeniedPage(navigator, entity, reason);
    return new ImportPage(navigator, entity);
}

ImportPage::ImportPage(Navigator &navigator, const QString &entity, QWidget *parent)
    : TabPage(navigator, parent)
{
    m_draft.entity = entity;
    build();
    for (int i = File; i <= Result; ++i) {
        connect(stepAt(i), &ImportStep::changed, this, &ImportPage::refresh);
        connect(stepAt(i), &ImportStep::nextRequested, this, &ImportPage::goOn);
    }
    connect(m_result, &ImportResultStep::againRequested, this, [this] {
        goTo(File);
        m_file->chooseFile();
    });
    refresh();
}

ImportPage::~ImportPage() = default;

void ImportPage::build()
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::l, space::m, space::l, space::m);
    box->setSpacing(space::m);
    m_steps = new QStackedWidget(this);
    m_file = new ImportFileStep(navigator(), m_draft, m_steps);
    m_columns = new ImportColumnsStep(navigator(), m_draft, m_steps);
    m_check = new ImportCheckStep(navigator(), m_draft, m_steps);
    m_result = new ImportResultStep(navigator(), m_draft, m_steps);
    QStringList names;
    for (ImportStep *step : {static_cast<ImportStep *>(m_file), static_cast<ImportStep *>(m_columns),
                             static_cast<ImportStep *>(m_check), static_cast<ImportStep *>(m_result)}) {
        m_steps->addWidget(step);
        names << step->name();
    }
    m_row = new StepRow(names, this);
    auto *top = new QHBoxLayout;
    top->addWidget(m_row);
    top->addStretch(1);
    box->addLayout(top);
    box->addWidget(m_steps, 1);
    box->addWidget(makeSeparator(Qt::Horizontal, this));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    m_back = makeButton(tr("Back"), QStringLiteral("arrow-left"), ButtonRole::Normal, this);
    m_next = makeButton({}, {}, ButtonRole::Primary, this);
    m_next->setAutoDefault(true);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    buttons->addWidget(m_next);
    box->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, [this] { goTo(step() - 1); });
    connect(m_next, &QPushButton::clicked, this, &ImportPage::goOn);
    const QList<QKeySequence> goesOn = {QKeySequence(Qt::CTRL | Qt::Key_Return),
                                        QKeySequence(Qt::CTRL | Qt::Key_Enter)};
    for (const QKeySequence &keys : goesOn) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &ImportPage::goOn);
    }
    m_next->setToolTip(goesOn.first().toString(QKeySequence::NativeText));
}

QString ImportPage::title() const
{
    return tr("Import: %1").arg(navigator().session().catalog()->at(m_draft.entity).many().text());
}

QString ImportPage::key() const { return QStringLiteral("import/") + m_draft.entity; }

int ImportPage::step() const { return m_steps->currentIndex(); }

ImportStep *ImportPage::stepAt(int index) const { return static_cast<ImportStep *>(m_steps->widget(index)); }

void ImportPage::activated() { stepAt(step())->firstField()->setFocus(); }

void ImportPage::open(const QString &path)
{
    if (m_result->isBusy())
        return;
    goTo(File);
    m_file->open(path);
}

void ImportPage::goTo(int index)
{
    if (index < File || index > Result || stepAt(Result)->isBusy())
        return;
    if (index != step())
        stepAt(step())->leave();
    if (index == Result)
        rememberMapping(m_draft);
    m_steps->setCurrentIndex(index);
    m_row->setCurrent(index);
    stepAt(index)->enter();
    refresh();
    stepAt(index)->firstField()->setFocus();
}

void ImportPage::goOn()
{
    if (stepAt(step())->isReady() && stepAt(step())->goesOn())
        goTo(step() + 1);
}

void ImportPage::refresh()
{
    const ImportStep *now = stepAt(step());
    m_next->setText(now->nextText());
    m_next->setVisible(!now->nextText().isEmpty() && (step() != File || !m_draft.path.isEmpty()));
    m_next->setEnabled(now->isReady());
    // What has been imported is taken back by its own button; the steps before would import it once more.
    m_back->setVisible(step() != File && !(step() == Result && (now->isBusy() || m_result->hasImported())));
    const bool settled = isSettled();
    if (settled && !m_wasSettled && step() == File && now->isReady() &&
        QApplication::focusWidget() == now->firstField())
        m_next->setFocus(); // the file is there: Enter goes on, and does not choose another one
    if (settled && !std::exchange(m_wasSettled, settled))
        Q_EMIT this->settled();
    m_wasSettled = settled;
}

bool ImportPage::isSettled() const { return !stepAt(step())->isBusy(); }

} // namespace crm
