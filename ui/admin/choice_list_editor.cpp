#include "ui/admin/choice_list_editor.h"
#include "core/model/latin_key.h"
#include "ui/records/choice_editor.h"
#include "ui/style/tone_label.h"
#include "ui/style/widgets.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QMenu>
#include <QSet>
#include <QVBoxLayout>

namespace crm {
namespace {

enum Role { KeyRole = Qt::UserRole + 1, ColorRole };
constexpr int shownRows = 5;

/// What latinKey() makes of it; of nothing choice_1, choice_2 ...
QString keyFor(const QString &word, const QSet<QString> &taken)
{
    constexpr qsizetype most = 40;
    const QString base = latinKey(word).left(most);
    QString key = base.isEmpty() ? QStringLiteral("choice_1") : base;
    for (int i = 2; taken.contains(key); ++i)
        key = QStringLiteral("%1_%2").arg(base.isEmpty() ? QStringLiteral("choice") : base).arg(i);
    return key;
}

/// What would part the text in which choices are kept.
QString plainWord(const QString &text)
{
    QString word = text;
    word.replace(u';', u',').replace(u'|', u'/').replace(u'\n', u' ');
    return word.simplified();
}

} // namespace

ChoiceListEditor::ChoiceListEditor(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_color(makeIconButton(QStringLiteral("palette"), tr("Colour"), this))
    , m_up(makeIconButton(QStringLiteral("arrow-up"), tr("Move up (Alt+Up)"), this))
    , m_down(makeIconButton(QStringLiteral("arrow-down"), tr("Move down (Alt+Down)"), this))
    , m_remove(makeIconButton(QStringLiteral("trash"), tr("Take the choice away (Del)"), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    m_list->setAccessibleName(tr("Choices"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_list->setFixedHeight(shownRows * rowHeight() + 4);
    m_list->installEventFilter(this);
    row->addWidget(m_list, 1);
    auto *buttons = new QVBoxLayout;
    buttons->setSpacing(2);
    auto *add = makeIconButton(QStringLiteral("plus"), tr("Add a choice (Ins)"), this);
    for (QToolButton *button : {add, m_color, m_up, m_down, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    row->addLayout(buttons);
    setFocusProxy(m_list);

    auto *colors = new QMenu(m_color);
    for (const QString &token : toneNames())
        colors->addAction(toneDot(token), toneLabel(token), this, [this, token] { setColor(token); });
    colors->addSeparator();
    colors->addAction(tr("No colour"), this, [this] { setColor({}); });
    m_color->setMenu(colors);
    m_color->setPopupMode(QToolButton::InstantPopup);

    connect(add, &QToolButton::clicked, this, &ChoiceListEditor::addChoice);
    connect(m_remove, &QToolButton::clicked, this, &ChoiceListEditor::removeCurrent);
    connect(m_up, &QToolButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { moveCurrent(1); });
    connect(m_list, &QListWidget::itemChanged, this, &ChoiceListEditor::tidy);
    connect(m_list, &QListWidget::currentRowChanged, this, &ChoiceListEditor::showChoice);
    connect(m_list->model(), &QAbstractItemModel::rowsMoved, this, &ChoiceListEditor::edited);
    showChoice();
}

void ChoiceListEditor::setChoices(const QList<Choice> &choices)
{
    m_filling = true;
    m_list->clear();
    for (const Choice &choice : choices) {
        auto *item = new QListWidgetItem(toneDot(choice.color), choice.label.text(), m_list);
        item->setData(KeyRole, choice.key);
        item->setData(ColorRole, choice.color);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
    }
    m_list->setCurrentRow(0);
    m_filling = false;
    showChoice();
}

QList<Choice> ChoiceListEditor::choices() const
{
    QList<Choice> found;
    QSet<QString> taken;
    for (int i = 0; i < m_list->count(); ++i)
        taken.insert(m_list->item(i)->data(KeyRole).toString());
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *item = m_list->item(i);
        const QString word = plainWord(item->text());
        if (word.isEmpty())
            continue;
        QString key = item->data(KeyRole).toString();
        if (key.isEmpty()) {
            key = keyFor(word, taken);
            taken.insert(key);
        }
        found.append({key, Label::literal(word), item->data(ColorRole).toString()});
    }
    return found;
}

void ChoiceListEditor::addChoice()
{
    auto *item = new QListWidgetItem(m_list);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    m_list->setCurrentItem(item);
    if (isVisible())
        m_list->editItem(item);
}

void ChoiceListEditor::removeCurrent()
{
    delete m_list->currentItem();
    showChoice();
    Q_EMIT edited();
}

void ChoiceListEditor::moveCurrent(int by)
{
    const int from = m_list->currentRow(), to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
    Q_EMIT edited();
}

void ChoiceListEditor::setColor(const QString &token)
{
    if (QListWidgetItem *item = m_list->currentItem()) {
        item->setData(ColorRole, token);
        item->setIcon(toneDot(token));
    }
}

void ChoiceListEditor::tidy()
{
    if (m_filling)
        return;
    showChoice();
    Q_EMIT edited();
}

void ChoiceListEditor::showChoice()
{
    const int row = m_list->currentRow();
    m_color->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
}

bool ChoiceListEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool alt = key->modifiers() & Qt::AltModifier;
    if (key->key() == Qt::Key_Insert)
        addChoice();
    else if (key->key() == Qt::Key_Delete)
        removeCurrent();
    else if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        moveCurrent(key->key() == Qt::Key_Up ? -1 : 1);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace crm
