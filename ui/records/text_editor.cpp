#include "ui/records/text_editor.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"
#include <QBoxLayout>
#include <QDesktopServices>
#include <QLineEdit>
#include <QToolTip>
#include <QUrl>

namespace crm {

QString editText(const Field &field, const QVariant &value, const FormatContext &format)
{
    if (isEmptyValue(value))
        return {};
    switch (field.kind()) {
    case Kind::Money: {
        const int digits = Money::minorDigits(format.currency);
        return Decimal(value.toLongLong(), digits).toLocalized(format.locale, digits);
    }
    case Kind::Percent:
    case Kind::Decimal:
        return Decimal(value.toLongLong(), field.scale()).toLocalized(format.locale);
    default:
        return displayText(field, value, format);
    }
}

namespace {
/// How the kinds are written that people write in many ways.
QString exampleOf(const Field &field, const FormatContext &format)
{
    if (field.kind() == Kind::Time)
        return displayText(field, QStringLiteral("14:30"), format);
    return field.kind() == Kind::Duration ? TextEditor::tr("1:30") : QString();
}
} // namespace

TextEditor::TextEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_edit(new QLineEdit(this))
    , m_format(context.navigator.format())
{
    if (field.size() > 0 && field.kind() != Kind::Time) {
        m_edit->setMaxLength(field.size());
        // What is pasted beyond that is cut off, and nobody would notice.
        connect(m_edit, &QLineEdit::inputRejected, this, [this, most = field.size()] {
            QToolTip::showText(m_edit->mapToGlobal(QPoint(0, m_edit->height())),
                               tr("At most %n character(s) fit here: the rest was left out.", nullptr, most), m_edit);
        });
    }
    if (isIntegerKind(field.kind()) && context.inCell)
        m_edit->setAlignment(Qt::AlignRight);
    QList<QWidget *> beside;
    m_edit->setPlaceholderText(hint(exampleOf(field, m_format)));
    if (!context.inCell && (field.kind() == Kind::Money || field.kind() == Kind::Percent)) {
        m_sign = makeLabel(field.kind() == Kind::Percent ? QStringLiteral("%") : Money::symbol(m_format.currency),
                           TextRole::Body, m_edit, true);
        m_sign->setAttribute(Qt::WA_TransparentForMouseEvents);
        auto *within = new QHBoxLayout(m_edit);
        within->setContentsMargins(0, 0, space::s + 2, 0);
        within->addWidget(m_sign, 0, Qt::AlignRight | Qt::AlignVCenter);
        keepClearOfSign();
    }
    if (!context.inCell && (field.kind() == Kind::Url || field.kind() == Kind::Email || field.kind() == Kind::Phone)) {
        const bool web = field.kind() == Kind::Url;
        m_open = makeIconButton(web                           ? QStringLiteral("external")
                                : field.kind() == Kind::Email ? QStringLiteral("mail")
                                                              : QStringLiteral("phone"),
                                web                           ? tr("Open the page")
                                : field.kind() == Kind::Email ? tr("Write a message")
                                                              : tr("Call"),
                                this);
        m_open->setEnabled(false);
        connect(m_open, &QToolButton::clicked, this, &TextEditor::open);
        beside.append(m_open);
    }
    arrange(m_edit, beside);
    connect(m_edit, &QLineEdit::textEdited, this, &TextEditor::read);
    connect(m_edit, &QLineEdit::editingFinished, this, &TextEditor::finish);
    connect(m_edit, &QLineEdit::returnPressed, this, &FieldEditor::committed);
}

QWidget *TextEditor::control() const { return m_edit; }

void TextEditor::keepClearOfSign()
{
    if (m_sign)
        m_edit->setTextMargins(0, 0, m_sign->sizeHint().width() + space::s, 0);
}

void TextEditor::setValue(const QVariant &value)
{
    m_value = value;
    setFault({});
    showValue();
}

void TextEditor::showValue()
{
    const QString text = editText(field(), m_value, m_format);
    if (m_edit->text() != text) {
        m_edit->setText(text);
        m_edit->setCursorPosition(0);
    }
    if (m_open)
        m_open->setEnabled(address().isValid());
}

void TextEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_edit->setReadOnly(on);
}

void TextEditor::setCurrency(const QString &currency)
{
    if (currency.isEmpty() || currency == m_format.currency)
        return;
    m_format.currency = currency;
    if (m_sign && field().kind() == Kind::Money)
        m_sign->setText(Money::symbol(currency));
    keepClearOfSign();
    if (!m_edit->hasFocus())
        showValue();
}

void TextEditor::selectAll() { m_edit->selectAll(); }

void TextEditor::read()
{
    QString fault;
    const QVariant value = parseText(field(), m_edit->text(), m_format, &fault);
    setFault(fault);
    if (fault.isEmpty())
        m_value = value;
    if (m_open)
        m_open->setEnabled(address().isValid());
    Q_EMIT edited();
}

void TextEditor::finish()
{
    if (!fault().isEmpty() || isReadOnly())
        return; // what could not be read stays in sight
    if (field().kind() == Kind::Text && m_edit->text() != m_edit->text().trimmed()) {
        m_edit->setText(m_edit->text().trimmed());
        read();
    }
    showValue();
}

QUrl TextEditor::address() const
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty() || !fault().isEmpty())
        return {};
    switch (field().kind()) {
    case Kind::Email:
        return QUrl(QStringLiteral("mailto:") + text);
    case Kind::Phone: {
        QString digits;
        for (const QChar c : text) {
            if (c.isDigit() || (c == u'+' && digits.isEmpty()))
                digits.append(c);
        }
        return digits.isEmpty() ? QUrl() : QUrl(QStringLiteral("tel:") + digits);
    }
    default: {
        const QUrl url = QUrl::fromUserInput(text);
        const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
        return web ? url : QUrl(); // never hands "file:" or a program to the desktop
    }
    }
}

void TextEditor::open()
{
    if (const QUrl url = address(); url.isValid() && !QDesktopServices::openUrl(url))
        navigator().toast(tr("The system has no program for %1").arg(url.toDisplayString()));
}

} // namespace crm
