#include "ui/shell/palette.h"
#include "ui/admin/office_settings.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int panelWidth = 640, typingPauseMs = 120, mostRows = 11;

class EntryDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    static int headingHeight() { return QFontMetrics(fontFor(TextRole::Caption)).height() + space::m; }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool heading = !index.data(PaletteModel::HeadingRole).toString().isEmpty();
        return {200, rowHeight() + 2 + (heading ? headingHeight() : 0)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors &c = colors();
        painter->save();
        QRect r = option.rect.adjusted(space::s, 0, -space::s, 0);
        const QString heading = index.data(PaletteModel::HeadingRole).toString();
        if (!heading.isEmpty()) {
            painter->setFont(fontFor(TextRole::Caption));
            painter->setPen(c.muted);
            drawText(*painter, QRect(r.left() + space::s, r.top(), r.width() - 2 * space::s, headingHeight() - 2),
                     Qt::AlignLeft | Qt::AlignBottom, heading);
            r.setTop(r.top() + headingHeight());
        }
        if (option.state & QStyle::State_Selected)
            paint::roundRect(painter, r, c.selection, {}, radius::medium);
        else if (option.state & QStyle::State_MouseOver)
            paint::roundRect(painter, r, c.hover, {}, radius::medium);
        const int side = scaled(20);
        icon(index.data(PaletteModel::IconRole).toString())
            .paint(painter,
                   mirrored(*painter, r, QRect(r.left() + space::s, r.center().y() - side / 2 + 1, side, side)));
        const QString detail = index.data(PaletteModel::DetailRole).toString();
        painter->setFont(fontFor(TextRole::Caption));
        const int detailWidth = qMin(painter->fontMetrics().horizontalAdvance(detail), r.width() / 2);
        painter->setPen(c.muted);
        const QRect right(r.right() - space::m - detailWidth, r.top(), detailWidth + 1, r.height());
        drawElided(*painter, mirrored(*painter, r, right), Qt::AlignVCenter | Qt::AlignRight, detail);
        painter->setFont(fontFor(TextRole::Body));
        painter->setPen(c.text);
        const QRect text = r.adjusted(space::s + side + space::m, 0, -space::m - detailWidth - space::m, 0);
        drawElided(*painter, mirrored(*painter, r, text), Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
        painter->restore();
    }
};

} // namespace

CommandPalette::CommandPalette(Session &session, QWidget *window)
    : QWidget(window)
    , m_session(session)
    , m_model(new PaletteModel(this))
    , m_edit(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_state(makeLabel({}, TextRole::Body, this, true))
    , m_delay(new QTimer(this))
{
    setObjectName(QStringLiteral("palette"));
    m_edit->setObjectName(QStringLiteral("paletteEdit"));
    m_edit->setPlaceholderText(tr("Search or type a command"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_edit->setFrame(false);
    QFont large = fontFor(TextRole::Heading);
    large.setWeight(QFont::Normal);
    m_edit->setFont(large);
    m_edit->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    QPalette clear = m_edit->palette();
    clear.setBrush(QPalette::Base, Qt::transparent);
    m_edit->setPalette(clear);
    m_edit->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new EntryDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setPalette(clear);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Found"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_state->setAlignment(Qt::AlignCenter);
    m_delay->setSingleShot(true);
    m_delay->setInterval(typingPauseMs);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::typed);
    connect(m_delay, &QTimer::timeout, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
    window->installEventFilter(this);
    setVisible(false);
}

void CommandPalette::popUp(const QList<PaletteEntry> &entries, OpenHit open, OpenList openList)
{
    m_open = std::move(open);
    m_openList = std::move(openList);
    m_focusBefore = window()->focusWidget();
    m_model->setFixed(entries);
    m_edit->clear();
    typed({});
    place();
    setVisible(true);
    raise();
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void CommandPalette::dismiss()
{
    m_delay->stop();
    m_request.cancel();
    setVisible(false);
    (m_focusBefore ? m_focusBefore.data() : parentWidget())->setFocus(Qt::OtherFocusReason);
}

bool CommandPalette::isSettled() const { return !m_delay->isActive() && !m_request.isRunning(); }

void CommandPalette::typed(const QString &text)
{
    m_request.cancel();
    m_model->setWords(text);
    m_list->setCurrentIndex(m_model->index(0, 0));
    if (m_model->words().isEmpty())
        m_delay->stop();
    else
        m_delay->start();
    showState();
}

void CommandPalette::search()
{
    m_request.ask(
        this, m_session.read([words = m_model->words()](Repository &r) {
            return r.search(words, PaletteEntry::mostOfAKind + 1); // one more, to know whether there are more
        }),
        [this](const QList<Hit> &hits) { take(hits); },
        [this](const Error &error) {
            m_state->setText(error.sentence());
            m_state->setVisible(m_model->rowCount() == 0);
        });
    showState();
}

void CommandPalette::setEntries(const QList<PaletteEntry> &entries)
{
    const int row = m_list->currentIndex().row();
    m_model->setFixed(entries);
    m_list->setCurrentIndex(m_model->index(qMax(0, row), 0));
    showState();
}

void CommandPalette::take(const QList<Hit> &hits)
{
    const int row = m_list->currentIndex().row();
    QList<PaletteEntry> records;
    const auto catalog = m_session.catalog();
    QHash<QString, int> counts;
    for (const Hit &hit : hits) {
        const Entity *entity = catalog->find(hit.entity);
        if (!entity || OfficeSettings::isHidden(*entity))
            continue;
        const bool hasList = entity->isInMenu();
        if (const int count = ++counts[hit.entity]; count > PaletteEntry::mostOfAKind) {
            if (hasList)
                records.append(allOf(*entity));
            continue;
        }
        const QString detail = hit.detail.isEmpty() ? entity->one().text()
                                                    : hit.detail + QStringLiteral(" \u00b7 ") + entity->one().text();
        records.append({PaletteEntry::Record, hit.title, detail, entity->iconName(), [this, hit] { m_open(hit); }});
    }
    m_model->setHits(records);
    // Who has gone on from the first row stays where he is.
    m_list->setCurrentIndex(m_model->index(row > 0 ? row + m_model->leadingHits() : 0, 0));
    showState();
}

/// The way to those that there is no room for.
PaletteEntry CommandPalette::allOf(const Entity &entity) const
{
    Query query(entity.key());
    query.search = m_model->words();
    return {PaletteEntry::Record, tr("Show all: %1", "kind of record").arg(entity.many().text()), tr("List"),
            QStringLiteral("search"), [this, query] { m_openList(query); }};
}

void CommandPalette::showState()
{
    const bool nothing = m_model->rowCount() == 0;
    m_state->setText(!nothing      ? QString()
                     : isSettled() ? tr("Nothing found for \u201c%1\u201d").arg(m_model->words())
                                   : tr("Searching\u2026"));
    m_state->setVisible(nothing);
    m_list->setVisible(!nothing);
    place();
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const int row = index.row();
    if (m_model->isMore(row)) {
        m_model->showMore(row);
        m_list->setCurrentIndex(m_model->index(row, 0));
        return showState();
    }
    dismiss();
    m_model->run(row);
}

QRect CommandPalette::panel() const
{
    const int edit = controlHeight() + space::l;
    const int room = qMin(mostRows * (rowHeight() + 2), parentWidget()->height() - 120 - edit);
    int rows = 0; // whole ones
    for (int i = 0; i < m_model->rowCount() && rows + m_list->sizeHintForRow(i) <= room; ++i)
        rows += m_list->sizeHintForRow(i);
    const int width = qMin(scaled(panelWidth), parentWidget()->width() - 2 * space::xl);
    const int height = edit + (m_model->rowCount() ? rows : 2 * rowHeight()) + space::s + 2;
    return {(parentWidget()->width() - width) / 2, 56, width, height};
}

void CommandPalette::place()
{
    setGeometry(parentWidget()->rect());
    const QRect p = panel();
    const int edit = controlHeight() + space::l;
    m_edit->setGeometry(p.left() + space::m, p.top() + 4, p.width() - 2 * space::m, edit - 4);
    const QRect body(p.left() + 1, p.top() + edit + 2, p.width() - 2, p.height() - edit - space::s);
    m_list->setGeometry(body);
    m_state->setGeometry(body);
    update();
}

void CommandPalette::paintEvent(QPaintEvent *)
{
    const Colors &c = colors();
    QPainter painter(this);
    painter.fillRect(rect(), QColor(8, 12, 20, c.dark ? 130 : 60));
    const QRect p = panel();
    for (int i = 1; i <= 4; ++i) {
        QColor shade = c.shadow;
        shade.setAlpha(shade.alpha() / (4 * i));
        paint::roundRect(&painter, p.adjusted(-i, -i + 3, i, i + 3), shade, {}, radius::large + i);
    }
    paint::roundRect(&painter, p, c.raised, c.dark ? c.fieldBorder : c.border, radius::large);
    painter.fillRect(QRect(p.left() + 1, p.top() + controlHeight() + space::l, p.width() - 2, 1), c.border);
}

void CommandPalette::mousePressEvent(QMouseEvent *) { dismiss(); }

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_edit)
        return false;
    if (event->type() == QEvent::FocusOut && isVisible() &&
        static_cast<QFocusEvent *>(event)->reason() == Qt::TabFocusReason) {
        m_edit->setFocus();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_list->currentIndex().row(), n = m_model->rowCount();
    switch (key->key()) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Down:
    case Qt::Key_Tab:
        m_list->setCurrentIndex(m_model->index(n ? (row + 1) % n : 0, 0));
        return true;
    case Qt::Key_Up:
    case Qt::Key_Backtab:
        m_list->setCurrentIndex(m_model->index(n ? (row + n - 1) % n : 0, 0));
        return true;
    case Qt::Key_PageDown:
        m_list->setCurrentIndex(m_model->index(qMin(n - 1, row + 8), 0));
        return true;
    case Qt::Key_PageUp:
        m_list->setCurrentIndex(m_model->index(qMax(0, row - 8), 0));
        return true;
    default:
        return false;
    }
}

} // namespace crm
