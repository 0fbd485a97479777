#include "ui/style/keyboard.h"
#include "ui/style/style_paint.h"
#include "ui/style/tokens.h"
#include "ui/style/widgets.h"
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPointer>
#include <QRadioButton>
#include <QScrollArea>
#include <QTextEdit>

namespace crm {
namespace {

const QString ringName = QStringLiteral("focusRing");

bool isByKeys(const QWidget &widget) { return widget.window()->testAttribute(Qt::WA_KeyboardFocusChange); }

/// Views show it at their current item, fields by their frame.
bool drawsNoFocus(const QWidget &widget)
{
    if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget))
        return !view->currentIndex().isValid();
    if (qobject_cast<const EmptyState *>(&widget)) // instead of rows that had it
        return true;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(&widget);
    const bool text = qobject_cast<const QTextEdit *>(area) || qobject_cast<const QPlainTextEdit *>(area);
    return area && ((text && area->frameShape() == QFrame::NoFrame) || qobject_cast<const QScrollArea *>(area));
}

/// Lies over the whole of its parent and lets the pointer through.
class Ring : public QWidget
{
public:
    explicit Ring(QWidget *owner)
        : QWidget(owner)
    {
        setObjectName(ringName);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setGeometry(owner->rect());
        owner->installEventFilter(this);
        raise();
        show();
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            setGeometry(parentWidget()->rect());
        return false;
    }
    void paintEvent(QPaintEvent *) override
    {
        if (!drawsNoFocus(*parentWidget())) // rows have come meanwhile
            return;
        QPainter painter(this);
        paint::roundRect(&painter, rect(), {}, colors().accentText, radius::small, 2);
    }
};

bool isEnter(const QKeyEvent &key)
{
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) && !(key.modifiers() & ~Qt::KeypadModifier);
}

/// Qt leaves it to the platform; and in a dialog it would press the default button instead, whatever has the focus.
bool pressFocused(QObject *watched, const QKeyEvent &key)
{
    auto *button = qobject_cast<QAbstractButton *>(watched);
    if (!button || !isEnter(key) || !button->hasFocus() || !button->isEnabled() || qobject_cast<QCheckBox *>(button) ||
        qobject_cast<QRadioButton *>(button))
        return false;
    if (!key.isAutoRepeat())
        button->click();
    return true;
}

/// Texts have no mnemonics: they would clash in every other language.
bool goToLetter(QObject *watched, const QKeyEvent &key)
{
    auto *menu = qobject_cast<QMenu *>(watched);
    const QString typed = key.text();
    if (!menu || typed.size() != 1 || !typed.at(0).isLetterOrNumber() ||
        (key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)))
        return false;
    const QList<QAction *> actions = menu->actions();
    const qsizetype from = actions.indexOf(menu->activeAction());
    for (qsizetype i = 1; i <= actions.size(); ++i) {
        QAction *action = actions.at((from + i) % actions.size());
        if (action->isEnabled() && action->isVisible() && !action->isSeparator() &&
            action->text().startsWith(typed, Qt::CaseInsensitive)) {
            menu->setActiveAction(action);
            return true;
        }
    }
    return false;
}

class KeysOfAll : public QObject
{
public:
    explicit KeysOfAll(QApplication *program)
        : QObject(program)
    {
        program->installEventFilter(this);
        connect(program, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        switch (event->type()) {
        case QEvent::KeyPress:
            if (!watched->isWidgetType() || isModifier(static_cast<QKeyEvent *>(event)->key()))
                break;
            turn(*static_cast<QWidget *>(watched), true);
            return pressFocused(watched, *static_cast<QKeyEvent *>(event)) ||
                   goToLetter(watched, *static_cast<QKeyEvent *>(event));
        case QEvent::MouseButtonPress:
            if (watched->isWidgetType())
                turn(*static_cast<QWidget *>(watched), false);
            break;
        case QEvent::Show:
            if (watched->isWidgetType() && static_cast<QWidget *>(watched)->isWindow())
                static_cast<QWidget *>(watched)->setAttribute(Qt::WA_KeyboardFocusChange, m_byKeys);
            break;
        default:
            break;
        }
        return false;
    }

private:
    static bool isModifier(int key)
    {
        return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_AltGr ||
               key == Qt::Key_Meta;
    }

    void turn(const QWidget &in, bool byKeys)
    {
        m_byKeys = byKeys;
        QWidget *window = in.window();
        if (isByKeys(*window) == byKeys)
            return;
        window->setAttribute(Qt::WA_KeyboardFocusChange, byKeys);
        QWidget *focus = window->focusWidget();
        if (!focus)
            return;
        focus->update();
        if (auto *area = qobject_cast<QAbstractScrollArea *>(focus))
            area->viewport()->update();
        follow(focus);
    }

    void follow(QWidget *now)
    {
        QWidget *owner = now && isByKeys(*now) && drawsNoFocus(*now) ? now : nullptr;
        if (m_ring && m_ring->parentWidget() == owner)
            return;
        delete m_ring;
        if (owner)
            m_ring = new Ring(owner);
    }

    QPointer<QWidget> m_ring;
    bool m_byKeys = false; ///< what was used last
};

} // namespace

void useKeyboard()
{
    static QPointer<KeysOfAll> only;
    if (!only && qApp)
        only = new KeysOfAll(qApp);
}

QWidget *focusRingOf(const QWidget &widget)
{
    return widget.findChild<QWidget *>(ringName, Qt::FindDirectChildrenOnly);
}

} // namespace crm
