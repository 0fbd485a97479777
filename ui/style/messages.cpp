// What speaks up and goes away again: chips, banners, loading rows, toasts.
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style.h"
#include "ui/style/style_paint.h"
#include "ui/style/tab_order.h"
#include "ui/style/text_direction.h"
#include "ui/style/widgets.h"
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

namespace crm {

// A chip.

Chip::Chip(const QString &text, QWidget *parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover, true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Chip::setTone(const QString &token)
{
    m_tone = token;
    update();
}

void Chip::setRemovable(bool on)
{
    m_removable = on;
    updateGeometry();
}

QSize Chip::sizeHint() const
{
    const int height = fontMetrics().height() + 10;
    return {fontMetrics().horizontalAdvance(text()) + 2 * space::m + (m_removable ? scaled(14) + 4 : 0) +
                (icon().isNull() ? 0 : scaled(16) + space::xs),
            height};
}

QSize Chip::minimumSizeHint() const { return {qMin(sizeHint().width(), 56), sizeHint().height()}; }

QRect Chip::crossRect() const
{
    return m_removable
               ? QStyle::visualRect(layoutDirection(), rect(), QRect(width() - scaled(20) - 4, 0, scaled(20), height()))
               : QRect();
}

void Chip::paintEvent(QPaintEvent *)
{
    const Colors &c = colors();
    QPainter painter(this);
    const bool on = isChecked(), own = !m_tone.isEmpty();
    const Tone tone = own ? toneFor(m_tone) : Tone{};
    const QColor fill = own ? tone.fill : on ? c.accentSoft : QColor();
    const QColor edge = own ? QColor() : on ? c.accentText : c.dark ? QColor(0x4b5260) : QColor(0xbcc3ce);
    paint::roundRect(&painter, rect(), fill, edge, height() / 2.0);
    if (underMouse() && isEnabled())
        paint::roundRect(&painter, rect(), c.hover, {}, height() / 2.0);
    if (hasFocus())
        paint::roundRect(&painter, rect(), {}, c.accentText, height() / 2.0, 2);
    QRect r = rect().adjusted(space::m, 0, m_removable ? -scaled(20) - 6 : -space::m + 1, 0);
    if (!icon().isNull()) {
        const int side = scaled(16);
        icon().paint(&painter,
                     mirrored(painter, rect(), QRect(r.left() - 2, r.center().y() - side / 2 + 1, side, side)));
        r.setLeft(r.left() + side + space::xs);
    }
    painter.setPen(!isEnabled() ? c.faint : own ? tone.text : on ? c.accentText : c.text);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, r.width());
    drawText(painter, mirrored(painter, rect(), r), Qt::AlignVCenter | Qt::AlignLeft, shown);
    if (m_removable) {
        const int side = scaled(14);
        const QRect cross(crossRect().center() - QPoint(side / 2 - 1, side / 2 - 1), QSize(side, side));
        crm::icon(QStringLiteral("close"), own ? tone.text : c.muted).paint(&painter, cross);
    }
    if (toolTip().isEmpty() && shown != text())
        setToolTip(text());
}

void Chip::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_removable && crossRect().contains(event->position().toPoint())) {
        setDown(false);
        Q_EMIT removeRequested();
        return;
    }
    QAbstractButton::mouseReleaseEvent(event);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (m_removable && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        Q_EMIT removeRequested();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

namespace {

/// What goes away by itself gives the focus back to where it came from: Qt would take it to the next in the window.
class GivesFocusBack : public QObject
{
public:
    explicit GivesFocusBack(QWidget *part)
        : QObject(part)
        , m_part(part)
    {
        part->installEventFilter(this);
        connect(qApp, &QApplication::focusChanged, this, [this](QWidget *before, QWidget *now) {
            if (before && now && m_part->isAncestorOf(now) && !m_part->isAncestorOf(before))
                m_before = before;
        });
    }

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Hide && m_before && m_before->isVisible() &&
            m_part->isAncestorOf(QApplication::focusWidget()))
            m_before->setFocus(Qt::OtherFocusReason);
        return false;
    }

private:
    QWidget *m_part;
    QPointer<QWidget> m_before;
};

} // namespace

// A banner.

namespace {

class KindIcon : public QWidget
{
public:
    explicit KindIcon(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(scaled(20), scaled(20));
    }
    QString name;
    QColor (*color)() = nullptr;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (color)
            icon(name, color()).paint(&painter, rect());
    }
};

} // namespace

namespace {
/// A dialog gives the focus to its default button where a button, shown or not, is the first that could have it.
void offer(QWidget &button, bool on)
{
    button.setVisible(on);
    button.setFocusPolicy(on ? Qt::StrongFocus : Qt::NoFocus);
}
} // namespace

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_icon(new KindIcon(this))
    , m_label(makeLabel({}, TextRole::Body, this))
    , m_button(makeButton({}, {}, ButtonRole::Normal, this)) // from the start: Tab reaches them before what is below
    , m_dismiss(makeIconButton(QStringLiteral("close"), {}, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::m, space::s, space::m, space::s);
    layout->setSpacing(space::s);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_icon);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_dismiss);
    for (QWidget *button : {static_cast<QWidget *>(m_button), static_cast<QWidget *>(m_dismiss)}) {
        button->setProperty(laterTabStop, true);
        offer(*button, false);
    }
    new GivesFocusBack(this);
    setVisible(false);
}

void Banner::show(Kind kind, const QString &text)
{
    m_kind = kind;
    m_label->setText(text);
    offer(*m_button, false);
    offer(*m_dismiss, false);
    auto *shown = static_cast<KindIcon *>(m_icon);
    switch (kind) {
    case Info:
        shown->name = QStringLiteral("info");
        shown->color = [] { return colors().accentText; };
        break;
    case Warning:
        shown->name = QStringLiteral("warning");
        shown->color = [] { return colors().warning; };
        break;
    case Danger:
        shown->name = QStringLiteral("error");
        shown->color = [] { return colors().danger; };
        break;
    case Success:
        shown->name = QStringLiteral("check");
        shown->color = [] { return colors().success; };
        break;
    }
    setAccessibleName(text);
    setVisible(true);
    update();
}

void Banner::setAction(const QString &text, std::function<void()> run)
{
    m_button->setText(text);
    offer(*m_button, !text.isEmpty());
    m_button->disconnect();
    if (run)
        connect(m_button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
}

void Banner::setDismissal(const QString &toolTip, std::function<void()> run)
{
    m_dismiss->setToolTip(toolTip);
    m_dismiss->setAccessibleName(toolTip);
    offer(*m_dismiss, true);
    disconnect(m_dismiss, &QToolButton::clicked, this, nullptr);
    connect(m_dismiss, &QToolButton::clicked, this, [this, run = std::move(run)] {
        hide();
        run();
    });
}

QString Banner::text() const { return m_label->text(); }

void Banner::paintEvent(QPaintEvent *)
{
    const Colors &c = colors();
    const QColor fill = m_kind == Info      ? c.accentSoft
                        : m_kind == Warning ? c.warningSoft
                        : m_kind == Danger  ? c.dangerSoft
                                            : c.successSoft;
    QPainter painter(this);
    paint::roundRect(&painter, rect(), fill, {}, radius::medium);
}

// Rows to come.

PlaceholderRows::PlaceholderRows(QWidget *parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_breath.setStartValue(0.55);
    m_breath.setKeyValueAt(0.5, 1.0);
    m_breath.setEndValue(0.55);
    m_breath.setDuration(1400);
    m_breath.setLoopCount(-1);
    connect(&m_breath, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

void PlaceholderRows::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QColor color = colors().dark ? colors().border : colors().sunken;
    color.setAlphaF(m_breath.state() == QVariantAnimation::Running ? float(m_breath.currentValue().toDouble()) : 1.0f);
    constexpr int widths[] = {46, 62, 38, 55, 70, 44, 58};
    for (int row = 0; row * rowHeight() < height(); ++row) {
        const int y = row * rowHeight() + (rowHeight() - 10) / 2;
        const int share = widths[row % 7];
        const auto bar = [&](int left, int wide) {
            paint::roundRect(&painter, mirrored(painter, rect(), QRect(left, y, wide, 10)), color, {}, 5);
        };
        bar(space::m, width() * share / 200);
        bar(width() * 42 / 100, width() * (110 - share) / 400);
        bar(width() * 72 / 100, width() * share / 500);
    }
}

void PlaceholderRows::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0)
        m_breath.start();
}

void PlaceholderRows::hideEvent(QHideEvent *event)
{
    m_breath.stop();
    QWidget::hideEvent(event);
}

// A toast.

Toast::Toast(QWidget *host)
    : QWidget(host)
    , m_label(makeLabel({}, TextRole::Body, this))
    , m_button(makeButton({}, QStringLiteral("undo"), ButtonRole::Quiet, this))
    , m_close(makeIconButton(QStringLiteral("close"), tr("Close"), this))
    , m_timer(new QTimer(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::l, space::s, space::s, space::s + 2);
    layout->setSpacing(space::s);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button);
    layout->addWidget(m_close);
    m_label->setMaximumWidth(scaled(520));
    m_label->setTextFormat(Qt::PlainText);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (isAncestorOf(QApplication::focusWidget()))
            m_timer->start(m_ms); // somebody is about to press it
        else
            hide();
    });
    new GivesFocusBack(this);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto action = std::exchange(m_action, {}); // once only
        hide();
        if (action)
            action();
    });
    host->installEventFilter(this);
    setVisible(false);
}

void Toast::show(const QString &text, const QString &actionText, std::function<void()> action)
{
    constexpr int lines = 3;
    const int room = scaled(500);
    m_label->setText(fontMetrics().elidedText(text, Qt::ElideRight, lines * room * 9 / 10)); // words leave gaps
    const bool wraps = fontMetrics().horizontalAdvance(m_label->text()) > room;
    m_label->setWordWrap(wraps);
    m_label->setMinimumWidth(wraps ? room : 0);
    m_label->setToolTip(m_label->text() == text ? QString() : text);
    setAccessibleName(text);
    m_action = std::move(action);
    m_button->setText(actionText);
    m_button->setIcon(icon(QStringLiteral("undo"))); // what it mostly is; others set theirs afterwards
    m_button->setVisible(!actionText.isEmpty());
    adjustSize();
    if (wraps)
        resize(width(), layout()->totalHeightForWidth(width()));
    place();
    setVisible(true);
    raise();
    m_timer->start(m_ms);
}

QString Toast::text() const { return accessibleName(); }

void Toast::place()
{
    const QWidget *host = parentWidget();
    move((host->width() - width()) / 2, host->height() - height() - 44);
}

void Toast::paintEvent(QPaintEvent *)
{
    const Colors &c = colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect body = rect().adjusted(0, 0, 0, -2);
    QColor shade = c.shadow;
    shade.setAlpha(shade.alpha() / 2);
    paint::roundRect(&painter, rect().adjusted(0, 2, 0, 0), shade, {}, radius::large);
    paint::roundRect(&painter, body, c.raised, c.dark ? c.fieldBorder : c.border.darker(110), radius::large);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer->stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    if (isVisible())
        m_timer->start(m_ms / 2);
    QWidget::leaveEvent(event);
}

} // namespace crm
