#include "ui/records/files_panel.h"
#include "core/model/data_size.h"
#include "ui/records/attach_file.h"
#include "ui/records/file_preview.h"
#include "ui/records/remove_records.h"
#include "ui/records/undo_records.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/icons.h"
#include "ui/style/widgets.h"
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QTabWidget>
#include <QVBoxLayout>

namespace crm {
namespace {
enum Role { IdRole = Qt::UserRole, NameRole, VersionRole, SizeRole };
}

FilesPanel::FilesPanel(Navigator &navigator, const QString &files, const QString &parentEntity, Id parentId,
                       QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_catalog(navigator.session().catalog())
    , m_files(files)
    , m_parentEntity(parentEntity)
    , m_parentId(parentId)
    , m_list(new QListWidget(this))
{
    const Entity &entity = m_catalog->at(files);
    setAcceptDrops(true);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::m, space::m, space::m, space::m);
    box->setSpacing(space::s);
    m_hint = makeLabel(tr("Drop files here, paste a picture with Ctrl+V, or add files with the button below."),
                       TextRole::Body, this, true);
    m_hint->setWordWrap(true);
    box->addWidget(m_hint);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false); // stands on the column, as comments do
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(entity.many().text());
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->installEventFilter(this);
    box->addWidget(m_list, 1);
    m_add = makeButton(tr("Add files..."), QStringLiteral("attachment"), ButtonRole::Normal, this);
    m_add->setVisible(navigator.session().actor().policy.may(entity, Verb::Create));
    box->addWidget(m_add, 0, Qt::AlignRight);
    connect(m_add, &QPushButton::clicked, this, &FilesPanel::choose);
    connect(m_list, &QListWidget::itemActivated, this, &FilesPanel::preview);
    connect(m_list, &QWidget::customContextMenuRequested, this, &FilesPanel::showMenu);
    connect(&navigator.session(), &Session::changed, this, [this](const QList<Change> &changes) {
        for (const Change &change : changes) {
            if (change.entity == m_files)
                return load();
        }
    });
}

void FilesPanel::choose()
{
    for (QWidget *above = parentWidget(); above; above = above->parentWidget()) {
        if (auto *tabs = qobject_cast<QTabWidget *>(above); tabs && tabs->indexOf(this) >= 0)
            tabs->setCurrentWidget(this);
    }
    const QStringList paths = Prompts::openFiles(this, tr("Add files"), {});
    m_newest = 0;
    m_focusNew = !paths.isEmpty();
    add(paths);
}

void FilesPanel::makeCurrent(Id file)
{
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(IdRole).toLongLong() == file)
            m_list->setCurrentRow(i);
    }
}

int FilesPanel::count() const { return m_list->count(); }

void FilesPanel::load()
{
    const Entity &entity = m_catalog->at(m_files);
    Query query(m_files);
    query.filter = Filter::all({Filter::where(QStringLiteral("parent_entity"), Op::Equal, m_parentEntity),
                                Filter::where(QStringLiteral("parent_id"), Op::Equal, m_parentId)});
    query.columns = {entity.titleField(), QStringLiteral("size")};
    PageAt at;
    at.limit = 200;
    m_request.ask(
        this, m_navigator.session().page(query, at),
        [this](const Page &page) {
            const QListWidgetItem *was = m_list->currentItem();
            const Id current = was ? was->data(IdRole).toLongLong() : 0;
            m_list->clear();
            const QLocale locale = m_navigator.format().locale;
            for (const Row &row : page.rows) {
                const QString name = row.values.value(0).toString();
                const qint64 bytes = row.values.value(1).toLongLong();
                auto *item = new QListWidgetItem(icon(QStringLiteral("file")),
                                                 QStringLiteral("%1   %2").arg(name, dataSize(bytes, locale)), m_list);
                item->setData(IdRole, row.id);
                item->setData(NameRole, name);
                item->setData(VersionRole, row.version);
                item->setData(SizeRole, bytes);
                item->setToolTip(item->text());
            }
            m_hint->setVisible(page.rows.isEmpty());
            makeCurrent(current); // others may have added some meanwhile
            if (m_newest != 0 && m_adding == 0 && std::exchange(m_focusNew, false)) {
                makeCurrent(m_newest); // one goes on with it by keys: looks into it, adds another
                m_list->setFocus(Qt::OtherFocusReason);
            }
            Q_EMIT loaded();
        },
        [this](const Error &e) {
            m_navigator.showError(e);
            Q_EMIT loaded();
        });
}

void FilesPanel::add(const QStringList &paths, const std::shared_ptr<QTemporaryDir> &lease)
{
    for (const QString &path : paths) {
        ++m_adding;
        m_add->setEnabled(false);
        const auto over = [this, lease] {
            --m_adding;
            m_add->setEnabled(m_adding == 0);
            if (m_adding == 0)
                load();
        };
        await(
            this,
            attachFile(m_navigator, m_files, path,
                       {{QStringLiteral("parent_entity"), m_parentEntity}, {QStringLiteral("parent_id"), m_parentId}}),
            [this, over](const Document &file) {
                m_newest = file.id();
                over();
            },
            [this, over](const Error &e) {
                m_navigator.showError(e);
                over();
            });
    }
}

/// A picture or files from the clipboard.
void FilesPanel::paste()
{
    if (m_add->isHidden())
        return;
    await(
        this, pastedFiles(QGuiApplication::clipboard()->mimeData()),
        [this](const PastedFiles &files) { add(files.paths, files.folder); },
        [this](const Error &e) { m_navigator.showError(e); });
}

PreviewFile FilesPanel::fileAt(int row) const
{
    const QListWidgetItem *item = m_list->item(row);
    return {item->data(IdRole).toLongLong(), item->data(NameRole).toString(), item->data(SizeRole).toLongLong()};
}

void FilesPanel::preview()
{
    QList<PreviewFile> files;
    for (int row = 0; row < m_list->count(); ++row)
        files.append(fileAt(row));
    if (m_list->currentRow() >= 0)
        previewFiles(m_navigator, files, m_list->currentRow());
}

void FilesPanel::saveAs()
{
    if (m_list->currentRow() >= 0)
        saveFileAsked(m_navigator, this, fileAt(m_list->currentRow()));
}

void FilesPanel::removeChosen()
{
    QList<SeenRecord> records;
    for (const QListWidgetItem *item : m_list->selectedItems())
        records.append({item->data(IdRole).toLongLong(), item->data(VersionRole).toLongLong()});
    if (records.isEmpty())
        return;
    removeRecords(m_navigator, this, m_files, records, [this](const BatchResult &result) {
        load();
        m_navigator.toast(tr("%n files deleted", nullptr, int(result.done)),
                          [navigator = &m_navigator, batch = result.batch, self = QPointer<FilesPanel>(this)] {
                              undoBatch(*navigator, batch, [self](const UndoResult &) {
                                  if (self)
                                      self->load();
                              });
                          });
    });
}

void FilesPanel::showMenu(const QPoint &at)
{
    if (!m_list->currentItem())
        return;
    QMenu menu(m_list);
    menu.addAction(icon(QStringLiteral("eye")), tr("Look into it\tSpace"), this, &FilesPanel::preview);
    menu.addAction(icon(QStringLiteral("export")), tr("Save as..."), this, &FilesPanel::saveAs);
    menu.addAction(icon(QStringLiteral("external")), tr("Open its record"), this,
                   [this] { m_navigator.openRecord(m_files, m_list->currentItem()->data(IdRole).toLongLong()); });
    menu.addAction(icon(QStringLiteral("trash")), tr("Delete\tDel"), this, &FilesPanel::removeChosen);
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

void FilesPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && !m_add->isHidden())
        event->acceptProposedAction();
}

void FilesPanel::dropEvent(QDropEvent *event)
{
    add(localFiles(event->mimeData()));
    event->acceptProposedAction();
}

bool FilesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isDelete = key->matches(QKeySequence::Delete), isPaste = key->matches(QKeySequence::Paste);
        if (isDelete)
            removeChosen();
        else if (isPaste)
            paste();
        else if (key->key() == Qt::Key_Space)
            preview();
        if (isDelete || isPaste || key->key() == Qt::Key_Space)
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace crm
