#include "ui/records/chip_editor.h"
#include "ui/records/flow_layout.h"
#include "ui/style/style_paint.h"
#include "ui/style/widgets.h"
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace crm {

ChipEditor::ChipEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_well(new QWidget(this))
    , m_flow(new FlowLayout(m_well, space::xs))
    , m_edit(new QLineEdit(m_well))
{
    m_flow->setContentsMargins(space::xs + 1, 4, space::xs, 4);
    m_edit->setFrame(false);
    m_edit->setMinimumWidth(90);
    m_edit->setFixedHeight(controlHeight() - 8);
    m_edit->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->setPlaceholderText(hint(tr("Add...")));
    m_edit->installEventFilter(this);
    QPalette clear = m_edit->palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    m_edit->setPalette(clear);
    m_flow->addWidget(m_edit);
    m_well->setMinimumHeight(controlHeight());
    arrange(m_well);
    setFocusProxy(m_edit);
    m_edit->setAccessibleName(field.label().text());
}

QWidget *ChipEditor::control() const { return m_edit; }

void ChipEditor::rebuild()
{
    qDeleteAll(m_chips);
    m_chips.clear();
    const bool onMore = m_more && m_more->hasFocus();
    delete std::exchange(m_more, nullptr);
    const QList<Item> all = items();
    m_flow->setEnabled(false); // each chip that shows would lay out all forms around it
    // The last ones are those that were added last: they are in sight beside the line one types into.
    const qsizetype left = qMax<qsizetype>(0, all.size() - m_most);
    if (left > 0) {
        m_more = new Chip(tr("%n more", "values of a field", int(left)), m_well);
        m_more->setFocusPolicy(context().inCell ? Qt::NoFocus : Qt::StrongFocus);
        connect(m_more, &Chip::clicked, this, &ChipEditor::showMore, Qt::QueuedConnection); // it goes meanwhile
        m_flow->insertWidget(0, m_more);
        m_more->show();
    }
    for (qsizetype i = left; i < all.size(); ++i) {
        Chip *chip = makeChip(all.at(i), i);
        m_flow->insertWidget(int(i - left) + (m_more ? 1 : 0), chip);
        chip->show();
        m_chips.append(chip);
    }
    m_flow->setEnabled(true);
    m_flow->invalidate();
    m_edit->setPlaceholderText(all.isEmpty() && !isReadOnly() ? hint(tr("Add...")) : QString());
    m_well->updateGeometry();
    if (onMore)
        (m_more ? static_cast<QWidget *>(m_more) : m_edit)->setFocus();
}

Chip *ChipEditor::makeChip(const Item &item, qsizetype index)
{
    auto *chip = new Chip(item.text.isEmpty() ? QStringLiteral("...") : item.text, m_well);
    chip->setTone(item.tone);
    chip->setRemovable(!isReadOnly());
    chip->setAccessibleName(item.text);
    chip->setFocusPolicy(context().inCell ? Qt::NoFocus : Qt::ClickFocus); // a cell closes when it loses it
    connect(chip, &Chip::removeRequested, this, [this, index] { removeAt(index); });
    connect(chip, &Chip::clicked, this, [this, index] {
        if (isReadOnly())
            openItem(index);
    });
    return chip;
}

void ChipEditor::showMore()
{
    constexpr qsizetype step = 200;
    m_most += step;
    rebuild();
}

void ChipEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_edit->setReadOnly(on);
    m_edit->setVisible(!on || items().isEmpty());
    rebuild();
}

void ChipEditor::removeAt(qsizetype index)
{
    if (index < 0 || index >= items().size() || isReadOnly())
        return;
    takeOut(index);
    // Not from within the chip's own signal: it would delete itself while it handles the click.
    QMetaObject::invokeMethod(
        this, [this] { rebuild(); }, Qt::QueuedConnection);
    m_edit->setFocus();
    Q_EMIT edited();
}

bool ChipEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit) {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
            update();
        const qsizetype count = event->type() == QEvent::KeyPress ? items().size() : 0;
        if (count > 0 && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Backspace && m_edit->text().isEmpty()) {
            removeAt(count - 1);
            return true;
        }
        if (event->type() == QEvent::FocusOut && !isListOpen())
            m_edit->clear();
    }
    return FieldEditor::eventFilter(watched, event);
}

void ChipEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors &c = colors();
    const bool fault = hasFieldFault(m_edit), focus = m_edit->hasFocus(); // as the style draws every other field
    const QColor border = fault ? c.danger : focus ? c.accentText : isReadOnly() ? c.border : c.fieldBorder;
    paint::roundRect(&painter, rect(), isReadOnly() ? c.sunken : c.surface, border, radius::medium,
                     focus   ? 2
                     : fault ? 1.5
                             : 1);
}

} // namespace crm
