#include "ui/exchange/list_exchange.h"
#include "core/exchange/import_targets.h"
#include "core/exchange/paper.h"
#include "core/exchange/questions.h"
#include "core/model/registry.h"
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/exchange/export_run.h"
#include "ui/exchange/import_page.h"
#include "ui/print/document_file_actions.h"
#include "ui/print/paper_batch.h"
#include "ui/records/list_panel.h"
#include "ui/records/question_actions.h"
#include "ui/records/record_table.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

namespace crm {
namespace {

/// A table that somebody drags here; empty: something else.
QString tableIn(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    static const QStringList known = {QStringLiteral("csv"), QStringLiteral("xlsx"), QStringLiteral("json"),
                                      QStringLiteral("tsv"), QStringLiteral("txt")};
    const QString path = urls.first().toLocalFile();
    return known.contains(QFileInfo(path).suffix().toLower()) ? path : QString();
}

void explain(QAction *action, const QString &reason)
{
    action->setEnabled(reason.isEmpty());
    action->setToolTip(reason);
    action->setStatusTip(reason);
}

} // namespace

ListExchange::ListExchange(Navigator &navigator, ListPanel *panel)
    : QObject(panel)
    , m_navigator(navigator)
    , m_panel(panel)
    , m_button(makeIconButton(QStringLiteral("more"), tr("Import and export"), panel))
{
    auto *menu = new QMenu(m_button);
    menu->setToolTipsVisible(true);
    m_button->setMenu(menu);
    m_button->setPopupMode(QToolButton::InstantPopup);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { // rights and selection may have changed since
        menu->clear();
        addActions(menu);
    });
    panel->setAcceptDrops(true);
    panel->installEventFilter(this);
    panel->table()->setAcceptDrops(true);
    panel->table()->viewport()->setAcceptDrops(true);
    panel->table()->viewport()->installEventFilter(this);
}

QString ListExchange::whyNotImport() const
{
    Session &session = m_navigator.session();
    return crm::whyNotImport(*session.catalog(), m_panel->entity(), session.actor().policy);
}

QString ListExchange::whyNotExport() const
{
    Session &session = m_navigator.session();
    return crm::whyNotExport(*session.catalog(), m_panel->entity(), session.actor().policy);
}

void ListExchange::addActions(QMenu *menu)
{
    if (!m_panel->options().embedded)
        explain(menu->addAction(icon(QStringLiteral("import")), tr("Import from a file ..."), this,
                                [this] { importFile(); }),
                whyNotImport());
    if (const QString asks = asksFor(m_panel->entity().key()); !asks.isEmpty() && !m_panel->options().embedded)
        addReadAnswers(menu, m_navigator, m_navigator.session().catalog()->at(asks));
    addExport(menu);
}

void ListExchange::addExport(QMenu *menu)
{
    menu->setToolTipsVisible(true);
    explain(menu->addAction(icon(QStringLiteral("export")), tr("Export ..."), this, &ListExchange::exportRows),
            whyNotExport());
    if (canLeaveOnPaper(m_panel->entity()))
        addPapers(menu);
}

void ListExchange::addPapers(QMenu *menu)
{
    constexpr int most = 500; // a person looks through them; the list has no end
    const qsizetype count = m_panel->table()->selectedCount();
    const QString whyNot = !whyNotExport().isEmpty() ? whyNotExport()
                           : count == 0              ? tr("Choose the documents first.")
                           : count > most            ? tr("At most %1 at once.").arg(most)
                                                     : QString();
    const QString entity = m_panel->entity().key();
    explain(menu->addAction(icon(QStringLiteral("print")), tr("Save as PDF..."), this,
                            [this, entity] {
                                onSelected([this, entity](const IdList &ids) {
                                    savePapers(m_navigator, m_panel->window(), entity, ids);
                                });
                            }),
            whyNot);
    const QList<DocumentFile> kinds = documentFiles(entity);
    for (const DocumentFile &kind : kinds) {
        explain(menu->addAction(icon(QStringLiteral("file")), tr("Save as %1...").arg(kind.title.text()), this,
                                [this, entity, kind] {
                                    onSelected([this, entity, kind](const IdList &ids) {
                                        saveDocumentFiles(m_navigator, m_panel->window(), entity, ids, kind);
                                    });
                                }),
                whyNot);
    }
}

void ListExchange::onSelected(const std::function<void(const IdList &)> &run)
{
    await(
        this, m_panel->model()->rowsOf(m_panel->table()->selectedRanges()),
        [run](const QList<Row> &rows) {
            IdList ids;
            for (const Row &row : rows)
                ids << row.id;
            run(ids);
        },
        [this](const Error &error) { m_navigator.showError(error); });
}

void ListExchange::offerImport()
{
    const bool offered = whyNotImport().isEmpty() && !m_panel->options().embedded;
    if (!offered) {
        withdrawImport();
        return;
    }
    if (!m_emptyButton) { // below what the empty list offers first
        EmptyState *state = m_panel->emptyState();
        m_emptyButton = makeButton(tr("Import from a file"), QStringLiteral("import"), ButtonRole::Quiet, state);
        auto *column = static_cast<QVBoxLayout *>(state->layout());
        column->insertWidget(column->count() - 1, m_emptyButton, 0, Qt::AlignHCenter);
        connect(m_emptyButton, &QPushButton::clicked, this, [this] { importFile(); });
    }
    m_emptyButton->show();
}

void ListExchange::withdrawImport()
{
    if (m_emptyButton)
        m_emptyButton->hide();
}

void ListExchange::importFile(const QString &path)
{
    const QString key = QStringLiteral("import/") + m_panel->entity().key();
    m_navigator.openKey(key);
    if (path.isEmpty())
        return;
    const auto pages = m_navigator.window()->findChildren<ImportPage *>();
    for (ImportPage *page : pages) {
        if (page->key() == key)
            page->open(path);
    }
}

// Export.

ExportScope ListExchange::scope() const
{
    ExportScope scope;
    scope.query = m_panel->model()->shownQuery();
    scope.shown = m_panel->model()->isTotalKnown() ? int(m_panel->model()->recordCount()) : -1;
    scope.allSelected = m_panel->table()->isAllSelected();
    scope.selected = m_panel->table()->selectedCount();
    return scope;
}

void ListExchange::exportRows()
{
    ExportDialog dialog(m_navigator, scope(), m_panel->window());
    if (Prompts::run(dialog) == QDialog::Accepted)
        start(dialog.request());
}

void ListExchange::start(ExportRequest request)
{
    // All that is shown is a question; a part of it is those very records.
    if (request.what != ExportRequest::Selection || m_panel->table()->isAllSelected()) {
        startExport(m_navigator, m_panel->window(), request);
        return;
    }
    onSelected([this, request](const IdList &ids) {
        ExportRequest some = request;
        some.options.only = ids;
        startExport(m_navigator, m_panel->window(), some);
    });
}

// Dropped files.

bool ListExchange::eventFilter(QObject *watched, QEvent *event)
{
    const bool over = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (over || event->type() == QEvent::Drop) {
        auto *drop = static_cast<QDropEvent *>(event);
        const QString path = m_panel->options().embedded ? QString() : tableIn(drop->mimeData());
        if (!path.isEmpty() && whyNotImport().isEmpty()) {
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
            if (event->type() == QEvent::Drop)
                importFile(path);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace crm
