#include "ui/style/widgets.h"
#include "ui/style/font_change.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/style.h"
#include "ui/style/style_paint.h"
#include "ui/style/tab_order.h"
#include "ui/style/text_direction.h"
#include <QApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr char roleProperty[] = "crmRole";
constexpr char faultProperty[] = "crmFault";

class Line : public QWidget
{
public:
    Line(Qt::Orientation orientation, QWidget *parent)
        : QWidget(parent)
    {
        if (orientation == Qt::Horizontal)
            setFixedHeight(1);
        else
            setFixedWidth(1);
    }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).fillRect(rect(), colors().border); }
};

/// An icon on a soft disc.
class IconDisc : public QWidget
{
public:
    IconDisc(QString name, QWidget *parent)
        : QWidget(parent)
        , m_name(std::move(name))
    {
        setFixedSize(scaled(64), scaled(64));
    }
    void setName(const QString &name)
    {
        m_name = name;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors().accentSoft);
        painter.drawEllipse(rect());
        icon(m_name, colors().accentText)
            .paint(&painter, rect().adjusted(scaled(18), scaled(18), -scaled(18), -scaled(18)));
    }

private:
    QString m_name;
};

} // namespace

void setButtonRole(QPushButton *button, ButtonRole role)
{
    button->setProperty(roleProperty, int(role));
    button->update();
}

ButtonRole buttonRole(const QWidget *button)
{
    return button ? ButtonRole(button->property(roleProperty).toInt()) : ButtonRole::Normal;
}

QPushButton *makeButton(const QString &text, const QString &iconName, ButtonRole role, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setAutoDefault(false);
    setButtonRole(button, role);
    return button;
}

QDialogButtonBox *makeDialogButtons(QPushButton *does, QPushButton *leaves, QWidget *parent)
{
    auto *box = new QDialogButtonBox(parent);
    box->addButton(does, QDialogButtonBox::AcceptRole);
    box->addButton(leaves, QDialogButtonBox::RejectRole);
    does->setDefault(true);
    return box;
}

namespace {
/// Its icon goes with the size of type, also when that changes.
class IconButton : public QToolButton
{
public:
    explicit IconButton(QWidget *parent)
        : QToolButton(parent)
    {
        setIconSize({scaled(20), scaled(20)});
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QToolButton::changeEvent(event);
        if (changesFont(*event))
            setIconSize({scaled(20), scaled(20)});
    }
};

/// A font of one's own does not follow the program's by itself.
class RoleLabel : public QLabel
{
public:
    RoleLabel(const QString &text, TextRole role, QWidget *parent)
        : QLabel(text, parent)
        , m_role(role)
    {
        setFont(fontFor(role));
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::ApplicationFontChange)
            setFont(fontFor(m_role));
        return QLabel::event(event);
    }

private:
    TextRole m_role;
};
} // namespace

QToolButton *makeIconButton(const QString &iconName, const QString &text, QWidget *parent)
{
    auto *button = new IconButton(parent);
    button->setIcon(icon(iconName));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QLabel *makeLabel(const QString &text, TextRole role, QWidget *parent, bool muted)
{
    auto *label = new RoleLabel(text, role, parent);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QWidget *makeSeparator(Qt::Orientation orientation, QWidget *parent) { return new Line(orientation, parent); }

void setFieldFault(QWidget *field, bool on)
{
    if (hasFieldFault(field) == on)
        return;
    field->setProperty(faultProperty, on);
    field->update();
}

bool hasFieldFault(const QWidget *field) { return field && field->property(faultProperty).toBool(); }

// Pills.

namespace {
QFont pillFont()
{
    QFont font = fontFor(TextRole::Caption);
    font.setWeight(QFont::Medium);
    return font;
}
constexpr int pillPad = 8, pillDot = 6;
int pillHeight(const QFontMetrics &metrics) { return metrics.height() + 6; }
} // namespace

QSize pillSize(const QString &text, bool dot)
{
    const QFontMetrics metrics(pillFont());
    return {2 * pillPad + (dot ? pillDot + 6 : 0) + metrics.horizontalAdvance(text) + 1, pillHeight(metrics)};
}

int paintPill(QPainter *painter, const QRect &rect, const QString &text, const Tone &tone, bool dot)
{
    if (text.isEmpty() || rect.width() < 24)
        return 0;
    painter->save();
    painter->setFont(pillFont());
    const QSize wanted = pillSize(text, dot);
    const int width = qMin(wanted.width(), rect.width());
    const int height = qMin(wanted.height(), rect.height());
    const QRect pill(rect.left(), rect.top() + (rect.height() - height + 1) / 2, width, height);
    const QRect r = mirrored(*painter, rect, pill);
    paint::roundRect(painter, r, tone.fill, {}, height / 2.0);
    int left = r.left() + pillPad;
    if (dot) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(tone.dot);
        const int dotLeft = mirrored(*painter, r, QRect(left, r.top(), pillDot, 1)).left();
        painter->drawEllipse(QRectF(dotLeft, r.center().y() - pillDot / 2.0 + 0.5, pillDot, pillDot));
        left += pillDot + 6;
    }
    painter->setPen(tone.text);
    const int room = r.right() - pillPad - left + 2;
    drawElided(*painter, mirrored(*painter, r, QRect(left, r.top(), room, r.height())),
               Qt::AlignVCenter | Qt::AlignLeft, text);
    painter->restore();
    return width;
}

StatusPill::StatusPill(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StatusPill::setStatus(const QString &text, const QString &toneToken)
{
    m_text = text;
    m_tone = toneToken;
    setAccessibleName(text);
    setToolTip(text);
    updateGeometry();
    update();
}

QSize StatusPill::sizeHint() const { return m_text.isEmpty() ? QSize(0, 0) : pillSize(m_text); }

QSize StatusPill::minimumSizeHint() const { return {qMin(48, sizeHint().width()), sizeHint().height()}; }

void StatusPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintPill(&painter, rect(), m_text, toneFor(m_tone));
}

// Texts.

ElidedLabel::ElidedLabel(const QString &text, TextRole role, QWidget *parent, bool muted)
    : QLabel(text, parent)
{
    setFont(fontFor(role));
    if (muted)
        setForegroundRole(QPalette::PlaceholderText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setTextFormat(Qt::PlainText);
}

QSize ElidedLabel::minimumSizeHint() const { return {24, QLabel::minimumSizeHint().height()}; }

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, width());
    drawText(painter, rect(), int(alignment()) | Qt::TextSingleLine, shown);
    setToolTip(shown == text() ? QString() : text());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    update();
}

// Nothing here yet.

EmptyState::EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_title(makeLabel(title, TextRole::Heading, this))
    , m_text(makeLabel(text, TextRole::Body, this, true))
    , m_icon(new IconDisc(iconName, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    layout->setSpacing(space::s);
    m_title->setAlignment(Qt::AlignCenter);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(scaled(440));
    m_text->setMinimumWidth(200);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(space::s);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_text, 4);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(3);
}

void EmptyState::setAction(const QString &text, std::function<void()> run)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    if (!m_button) {
        m_button = makeButton(text, QStringLiteral("plus"), ButtonRole::Primary, this);
        column->insertSpacing(column->count() - 1, space::s);
        column->insertWidget(column->count() - 1, m_button, 0, Qt::AlignHCenter);
        orderTabs(*this);
    }
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
    m_button->disconnect();
    if (run)
        connect(m_button, &QPushButton::clicked, this, [run = std::move(run)] { run(); });
    fit();
}

void EmptyState::setTexts(const QString &iconName, const QString &title, const QString &text)
{
    static_cast<IconDisc *>(m_icon)->setName(iconName);
    m_title->setText(title);
    m_text->setText(text);
    fit();
}

/// Of what stands below each other, with the distances that the layout puts between.
int EmptyState::heightWith(bool icon, bool text) const
{
    const int margin = icon ? space::xl : space::m;
    int height = 2 * margin + space::s + m_title->sizeHint().height();
    if (icon)
        height += m_icon->height() + space::s;
    if (text) {
        const int room = qMax(m_text->minimumWidth(), qMin(m_text->maximumWidth(), (width() - 2 * margin) * 2 / 3));
        height += space::s + m_text->heightForWidth(room);
    }
    if (m_button && !m_button->isHidden())
        height += 2 * space::s + m_button->sizeHint().height();
    return height;
}

QSize EmptyState::minimumSizeHint() const { return {QWidget::minimumSizeHint().width(), heightWith(false, false)}; }

/// In little room the icon goes first, then the text, which the title then tells; nothing is pushed into another.
void EmptyState::fit()
{
    const bool hasIcon = height() >= heightWith(true, true);
    const bool hasText = hasIcon || height() >= heightWith(false, true);
    const int margin = hasIcon ? space::xl : space::m;
    layout()->setContentsMargins(margin, margin, margin, margin);
    m_icon->setVisible(hasIcon);
    m_text->setVisible(hasText);
    m_title->setToolTip(hasText ? QString() : m_text->text());
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (changesFont(*event))
        fit();
}

} // namespace crm
