#include "ui/records/pictures_editor.h"
#include "ui/records/attach_file.h"
#include "ui/records/file_preview.h"
#include "ui/records/picture_cache.h"
#include "ui/shell/navigator.h"
#include "ui/shell/prompts.h"
#include "ui/style/icons.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace crm {

namespace {
constexpr int tile = 104;
enum { IdRole = Qt::UserRole };

/// A picture in a frame; of what is no picture its name. The first one carries a star.
class TileDelegate : public QStyledItemDelegate
{
public:
    TileDelegate(PictureCache &pictures, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_pictures(pictures)
    {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {tile, tile}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QRect frame = option.rect.adjusted(3, 3, -3, -3);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        paint::roundRect(painter, frame, colors().surface, chosen ? colors().accentText : colors().border,
                         radius::medium, chosen ? 2 : 1);
        const QRect inside = frame.adjusted(space::xs, space::xs, -space::xs, -space::xs);
        if (!m_pictures.paint(painter, inside, index.data(IdRole).toLongLong())) {
            painter->setPen(colors().text);
            painter->setFont(fontFor(TextRole::Caption));
            drawText(*painter, inside, Qt::AlignCenter | Qt::TextWrapAnywhere, index.data(Qt::ToolTipRole).toString());
        }
        if (index.row() != 0)
            return;
        const QRect mark(frame.left() + space::xs, frame.top() + space::xs, 22, 22);
        paint::roundRect(painter, mark, colors().surface, colors().border, mark.height() / 2.0);
        icon(QStringLiteral("star"), colors().accentText).paint(painter, mark.adjusted(4, 4, -4, -4));
    }

private:
    PictureCache &m_pictures;
};
} // namespace

PicturesEditor::PicturesEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_list(new QListWidget(this))
    , m_hint(makeLabel({}, TextRole::Caption, this, true))
    , m_add(makeButton(tr("Add pictures..."), QStringLiteral("plus"), ButtonRole::Normal, this))
{
    build();
    PictureCache &pictures = PictureCache::of(navigator().session());
    m_list->setItemDelegate(new TileDelegate(pictures, m_list));
    connect(&pictures, &PictureCache::arrived, m_list->viewport(), [this] { m_list->viewport()->update(); });
    connect(m_list, &QListWidget::itemActivated, this, &PicturesEditor::preview);
    connect(m_list, &QWidget::customContextMenuRequested, this, &PicturesEditor::showMenu);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, [this] {
        m_list->viewport()->update();
        Q_EMIT edited();
    });
    connect(m_add, &QPushButton::clicked, this, [this] {
        add(Prompts::openFiles(this, tr("Add pictures"), tr("Pictures (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.svg)")));
    });
    refresh();
}

void PicturesEditor::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSpacing(0);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(field().label().text());
    m_list->setAccessibleDescription(field().helpText().text());
    m_list->installEventFilter(this);
    column->addWidget(m_list);
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_add);
    m_hint->setWordWrap(true);
    row->addWidget(m_hint, 1);
    column->addLayout(row);
    setAcceptDrops(true);
    setFocusProxy(m_list);
    setFocusPolicy(Qt::StrongFocus);
    setObjectName(field().key());
}

QWidget *PicturesEditor::control() const { return m_list; }

QVariant PicturesEditor::value() const
{
    IdList ids;
    for (int i = 0; i < m_list->count(); ++i)
        ids << m_list->item(i)->data(IdRole).toLongLong();
    return ids.isEmpty() ? QVariant() : QVariant::fromValue(ids);
}

void PicturesEditor::setValue(const QVariant &value)
{
    if (value.value<IdList>() == this->value().value<IdList>())
        return refresh(); // the record may be stored by now
    const int current = qMax(0, m_list->currentRow());
    m_list->clear();
    for (const Id id : value.value<IdList>())
        append(id);
    m_list->setCurrentRow(qMin(current, m_list->count() - 1));
    refresh();
}

void PicturesEditor::append(Id id)
{
    auto *item = new QListWidgetItem(m_list);
    item->setData(IdRole, id);
    item->setToolTip(m_titles.value(id));
    item->setData(Qt::AccessibleTextRole, m_titles.value(id));
}

void PicturesEditor::setTitle(Id id, const QString &title)
{
    m_titles.insert(id, title);
    for (int i = 0; i < m_list->count(); ++i) {
        if (m_list->item(i)->data(IdRole).toLongLong() == id) {
            m_list->item(i)->setToolTip(title);
            m_list->item(i)->setData(Qt::AccessibleTextRole, title);
        }
    }
}

void PicturesEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_list->setDragDropMode(on ? QAbstractItemView::NoDragDrop : QAbstractItemView::InternalMove);
    refresh();
}

void PicturesEditor::showEvent(QShowEvent *event)
{
    FieldEditor::showEvent(event);
    refresh(); // the record may have been saved meanwhile
}

void PicturesEditor::refresh()
{
    const int across = qMax(1, m_list->width() / tile), count = m_list->count();
    m_list->setVisible(count > 0);
    m_list->setFixedHeight(tile * qBound(1, (count + across - 1) / across, 2) + 2);
    const bool stored = storedId() != 0;
    m_add->setVisible(!isReadOnly());
    m_add->setEnabled(stored && m_adding == 0);
    m_hint->setVisible(!isReadOnly());
    m_hint->setText(!stored      ? tr("Save the record first, then add pictures.")
                    : count > 1  ? tr("The first one stands for the record. Drag, or Ctrl+Left and Ctrl+Right, to put "
                                       "them in order.")
                    : count == 0 ? tr("Drop pictures here, or paste one with Ctrl+V.")
                                 : QString());
}

void PicturesEditor::add(const QStringList &paths, const std::shared_ptr<QTemporaryDir> &lease)
{
    const Id record = storedId();
    if (record == 0 || isReadOnly())
        return;
    for (const QString &path : paths) {
        ++m_adding;
        refresh();
        await(
            this,
            attachFile(navigator(), field().target(), path,
                       {{QStringLiteral("parent_entity"), context().entity}, {QStringLiteral("parent_id"), record}}),
            [this, lease](const Document &saved) {
                --m_adding;
                m_titles.insert(saved.id(), saved.head().title());
                append(saved.id());
                m_list->setCurrentRow(m_list->count() - 1);
                refresh();
                Q_EMIT edited();
            },
            [this, lease](const Error &e) {
                --m_adding;
                refresh();
                navigator().showError(e);
            });
    }
}

void PicturesEditor::moveCurrent(int by)
{
    const int from = m_list->currentRow(), to = from + by;
    if (isReadOnly() || from < 0 || to < 0 || to >= m_list->count())
        return;
    QListWidgetItem *item = m_list->takeItem(from);
    m_list->insertItem(to, item);
    m_list->setCurrentRow(to);
    Q_EMIT edited();
}

void PicturesEditor::takeCurrentOut()
{
    if (isReadOnly() || m_list->currentRow() < 0)
        return;
    delete m_list->takeItem(m_list->currentRow());
    refresh();
    Q_EMIT edited();
}

void PicturesEditor::preview()
{
    QList<PreviewFile> files;
    for (int i = 0; i < m_list->count(); ++i)
        files.append({m_list->item(i)->data(IdRole).toLongLong(), m_list->item(i)->toolTip()});
    if (m_list->currentRow() >= 0)
        previewFiles(navigator(), files, m_list->currentRow());
}

/// A picture or files from the clipboard.
void PicturesEditor::paste()
{
    if (isReadOnly() || storedId() == 0)
        return;
    await(
        this, pastedFiles(QGuiApplication::clipboard()->mimeData()),
        [this](const PastedFiles &files) { add(files.paths, files.folder); },
        [this](const Error &e) { navigator().showError(e); });
}

void PicturesEditor::showMenu(const QPoint &at)
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    QMenu menu(this);
    menu.addAction(icon(QStringLiteral("eye")), tr("Look into it"), this, &PicturesEditor::preview);
    if (!isReadOnly()) {
        if (row > 0)
            menu.addAction(icon(QStringLiteral("star")), tr("Put it first"), this, [this, row] { moveCurrent(-row); });
        menu.addAction(icon(QStringLiteral("close")), tr("Take it out"), this, &PicturesEditor::takeCurrentOut);
    }
    menu.exec(m_list->viewport()->mapToGlobal(at));
}

bool PicturesEditor::pressed(const QKeyEvent &key)
{
    if (key.matches(QKeySequence::Paste))
        paste();
    else if (key.matches(QKeySequence::Delete))
        takeCurrentOut();
    else if (key.modifiers() == Qt::ControlModifier && (key.key() == Qt::Key_Left || key.key() == Qt::Key_Right))
        moveCurrent((key.key() == Qt::Key_Left) == isRightToLeft() ? 1 : -1);
    else if (key.key() == Qt::Key_Space || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)
        preview();
    else
        return false;
    return true;
}

bool PicturesEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && pressed(*static_cast<QKeyEvent *>(event)))
        return true;
    if (watched == m_list && event->type() == QEvent::Resize)
        refresh();
    return FieldEditor::eventFilter(watched, event);
}

void PicturesEditor::dragEnterEvent(QDragEnterEvent *event)
{
    if (!isReadOnly() && !localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PicturesEditor::dropEvent(QDropEvent *event)
{
    add(localFiles(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace crm
