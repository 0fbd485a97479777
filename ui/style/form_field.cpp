#include "ui/style/form_field.h"
#include "ui/style/icons.h"
#include "ui/style/style_paint.h"
#include "ui/style/text_direction.h"
#include <QAction>
#include <QComboBox>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QSet>
#include <QVBoxLayout>

namespace crm {

FormField::FormField(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_label(makeLabel(label, TextRole::Body, this))
    , m_note(makeLabel({}, TextRole::Caption, this, true))
    , m_editor(editor)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::xs);
    editor->setParent(this);
    m_label->setBuddy(editor);
    editor->setAccessibleName(label);
    m_note->setWordWrap(true);
    m_note->setVisible(false);
    layout->addWidget(m_label);
    layout->addWidget(editor);
    layout->addWidget(m_note);
    if (auto *line = qobject_cast<QLineEdit *>(editor))
        connect(line, &QLineEdit::textChanged, this, [this] { setFault({}); });
    else if (auto *line = editor->findChild<QLineEdit *>())
        connect(line, &QLineEdit::textChanged, this, [this] { setFault({}); });
}

// Not by a focus proxy: editors are made before what holds them, and behind the last one Tab would come to the holders,
// each of which would send it back to its own.
void FormField::focusInEvent(QFocusEvent *event) { m_editor->setFocus(event->reason()); }

void FormField::setHelp(const QString &text)
{
    m_help = text;
    showNote();
}

void FormField::setFault(const QString &sentence)
{
    if (m_fault == sentence)
        return;
    m_fault = sentence;
    QWidget *line = qobject_cast<QLineEdit *>(m_editor) ? m_editor : m_editor->findChild<QLineEdit *>();
    setFieldFault(line ? line : m_editor, !sentence.isEmpty());
    m_editor->setAccessibleDescription(sentence.isEmpty() ? m_help : sentence);
    showNote();
}

void FormField::showNote()
{
    const bool faulty = !m_fault.isEmpty();
    m_note->setText(faulty ? m_fault : m_help);
    m_note->setForegroundRole(faulty ? QPalette::BrightText : QPalette::PlaceholderText);
    m_note->setVisible(!m_note->text().isEmpty());
}

QLineEdit *makePasswordEdit(QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setEchoMode(QLineEdit::Password);
    edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText |
                              Qt::ImhSensitiveData);
    QAction *show = edit->addAction(icon(QStringLiteral("eye")), QLineEdit::TrailingPosition);
    show->setToolTip(FormField::tr("Show the password"));
    QObject::connect(show, &QAction::triggered, edit, [edit, show] {
        const bool hidden = edit->echoMode() == QLineEdit::Password;
        edit->setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
        show->setIcon(icon(hidden ? QStringLiteral("eye-off") : QStringLiteral("eye")));
        show->setToolTip(hidden ? FormField::tr("Hide the password") : FormField::tr("Show the password"));
    });
    return edit;
}

// Strength.

StrengthBar::StrengthBar(QWidget *parent)
    : QWidget(parent)
{
    setVisible(false);
}

int StrengthBar::strengthOf(const QString &password)
{
    if (password.isEmpty())
        return 0;
    bool lower = false, upper = false, digit = false, other = false;
    QSet<QChar> different;
    for (const QChar c : password) {
        lower |= c.isLower();
        upper |= c.isUpper();
        digit |= c.isDigit();
        other |= !c.isLetterOrNumber();
        different.insert(c);
    }
    const int kinds = lower + upper + digit + other;
    if (password.size() < 8 || different.size() < 5)
        return 1;
    const qsizetype points = password.size() + 2 * kinds;
    return points < 13 ? 2 : points < 18 ? 3 : 4;
}

void StrengthBar::setPassword(const QString &password)
{
    m_strength = strengthOf(password);
    setVisible(m_strength > 0);
    update();
}

QSize StrengthBar::sizeHint() const { return {200, QFontMetrics(fontFor(TextRole::Caption)).height() + 4}; }

void StrengthBar::paintEvent(QPaintEvent *)
{
    static const char *const words[] = {"", QT_TR_NOOP("Weak"), QT_TR_NOOP("Fair"), QT_TR_NOOP("Good"),
                                        QT_TR_NOOP("Strong")};
    static const char *const tones[] = {"grey", "red", "amber", "blue", "green"};
    const Tone tone = toneFor(QLatin1String(tones[m_strength]));
    QPainter painter(this);
    painter.setFont(fontFor(TextRole::Caption));
    const QString word = tr(words[m_strength]);
    const int wordWidth = painter.fontMetrics().horizontalAdvance(word) + space::s;
    const int part = (width() - wordWidth - 3 * space::xs) / 4;
    for (int i = 0; i < 4; ++i)
        paint::roundRect(&painter, mirrored(painter, rect(), QRect(i * (part + space::xs), height() / 2 - 2, part, 4)),
                         i < m_strength ? tone.dot : colors().border, {}, 2);
    painter.setPen(colors().muted);
    drawText(painter, rect(), Qt::AlignRight | Qt::AlignVCenter, word);
    setAccessibleName(word);
}

// Segments.

Segments::Segments(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(2);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void Segments::addSegment(const QString &text, const QString &iconName, int value)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setProperty("crmValue", value);
    connect(button, &QToolButton::clicked, this, [this, value] { Q_EMIT chosen(value); });
    layout()->addWidget(button);
}

void Segments::setValue(int value)
{
    for (auto *button : findChildren<QToolButton *>())
        if (button->property("crmValue").toInt() == value)
            button->setChecked(true);
}

int Segments::value() const
{
    for (const auto *button : findChildren<QToolButton *>())
        if (button->isChecked())
            return button->property("crmValue").toInt();
    return -1;
}

void Segments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::roundRect(&painter, rect(), colors().surface, colors().border, radius::medium + 2);
}

} // namespace crm
