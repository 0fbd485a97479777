#include "ui/style/button_row.h"
#include "ui/style/font_change.h"
#include "ui/style/widgets.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

namespace crm {
namespace {

constexpr char wordsProperty[] = "crmOtherWords";

bool hasWord(const QAbstractButton *button)
{
    return qobject_cast<const QPushButton *>(button) && !button->text().isEmpty();
}

QMenu *menuOf(const QAbstractButton *button)
{
    if (const auto *tool = qobject_cast<const QToolButton *>(button))
        return tool->menu();
    const auto *push = qobject_cast<const QPushButton *>(button);
    return push ? push->menu() : nullptr;
}

/// The one that has to make room next.
QAbstractButton *leastWanted(const QList<QAbstractButton *> &shown)
{
    for (const bool word : {true, false}) {
        for (auto it = shown.crbegin(); it != shown.crend(); ++it) {
            if (hasWord(*it) == word && (!word || *it != shown.constFirst()))
                return *it;
        }
    }
    return shown.constLast();
}

} // namespace

void setOtherWords(QObject *doer, const QStringList &words) { doer->setProperty(wordsProperty, words); }

QStringList otherWords(const QObject *doer) { return doer->property(wordsProperty).toStringList(); }

ButtonRow::ButtonRow(const QString &more, QWidget *parent)
    : QWidget(parent)
    , m_box(new QHBoxLayout)
    , m_more(makeIconButton(QStringLiteral("more"), more, this))
    , m_menu(new QMenu(m_more))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::xs);
    m_box->setSpacing(space::xs);
    row->addStretch(1); // room too small for one more button is the title's
    row->addLayout(m_box);
    row->addWidget(m_more);
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QList<QAbstractButton *> ButtonRow::buttons() const
{
    QList<QAbstractButton *> all;
    for (int i = 0; i < m_box->count(); ++i) {
        if (auto *button = qobject_cast<QAbstractButton *>(m_box->itemAt(i)->widget()))
            all << button;
    }
    return all;
}

int ButtonRow::widthOf(const QList<QAbstractButton *> &shown, bool more) const
{
    int width = more ? m_more->sizeHint().width() + (shown.isEmpty() ? 0 : space::xs) : 0;
    for (const QAbstractButton *button : shown)
        width += button->sizeHint().width();
    return width + int(qMax(qsizetype(0), shown.size() - 1)) * space::xs;
}

QSize ButtonRow::sizeHint() const
{
    const bool hasEntries = m_menu->actions().size() > m_standIns.size();
    return {widthOf(buttons(), hasEntries), m_more->sizeHint().height()};
}

QSize ButtonRow::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {qMin(whole.width(), m_more->sizeHint().width()), whole.height()};
}

void ButtonRow::arrange()
{
    const QList<QAbstractButton *> all = buttons();
    const bool hasEntries = m_menu->actions().size() > m_standIns.size();
    QList<QAbstractButton *> shown = all;
    while (!shown.isEmpty() && widthOf(shown, hasEntries || shown.size() < all.size()) > width())
        shown.removeOne(leastWanted(shown));
    for (QAbstractButton *button : all)
        button->setVisible(shown.contains(button));
    m_more->setVisible(hasEntries || shown.size() < all.size());
    fillMenu(shown);
    layout()->activate(); // at once: they are painted before the event loop would do it
}

void ButtonRow::fillMenu(const QList<QAbstractButton *> &shown)
{
    qDeleteAll(std::exchange(m_standIns, {}));
    const QList<QAction *> entries = m_menu->actions();
    QAction *before = entries.isEmpty() ? nullptr : entries.constFirst();
    const QList<QAbstractButton *> all = buttons();
    for (QAbstractButton *button : all) {
        if (shown.contains(button))
            continue;
        auto *action =
            new QAction(button->icon(), button->text().isEmpty() ? button->accessibleName() : button->text(), m_menu);
        action->setEnabled(button->isEnabled());
        setOtherWords(action, otherWords(button));
        if (QMenu *inner = menuOf(button))
            action->setMenu(inner);
        connect(action, &QAction::triggered, button, &QAbstractButton::click);
        m_menu->insertAction(before, action);
        m_standIns << action;
    }
}

void ButtonRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ButtonRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (changesFont(*event))
        arrange();
}

} // namespace crm
