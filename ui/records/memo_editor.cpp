#include "ui/records/memo_editor.h"
#include "ui/records/long_text_edit.h"
#include "ui/records/mention_text.h"
#include "ui/style/widgets.h"
#include <QDesktopServices>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QTextBrowser>

namespace crm {
namespace {

// A text may come from outside: no picture, no style sheet is fetched for it.
class MarkdownView : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

QTextBrowser *makeMarkdownView(QWidget *parent)
{
    auto *view = new MarkdownView(parent);
    view->setOpenLinks(false);
    view->setFrameShape(QFrame::NoFrame);
    QObject::connect(view, &QTextBrowser::anchorClicked, view, [](const QUrl &url) {
        if (url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http") ||
            url.scheme() == QLatin1String("mailto"))
            QDesktopServices::openUrl(url);
    });
    return view;
}

MemoEditor::MemoEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_edit(new LongTextEdit(this))
    , m_preview(makeMarkdownView(this))
    , m_stack(new QStackedWidget(this))
    , m_toggle(makeIconButton(QStringLiteral("eye"), tr("Preview"), this))
{
    m_edit->setTabChangesFocus(true);
    m_edit->setPlaceholderText(hint());
    m_edit->installEventFilter(this);
    m_preview->setFrameShape(QFrame::StyledPanel); // a field like the others
    m_preview->viewport()->setAutoFillBackground(false);
    m_preview->setAccessibleName(tr("Preview of %1").arg(field.label().text()));
    m_stack->addWidget(m_edit);
    m_stack->addWidget(m_preview);
    m_toggle->setCheckable(true);
    connect(m_toggle, &QToolButton::toggled, this, &MemoEditor::showPreview);
    arrange(m_stack, {m_toggle});
    setFocusProxy(m_edit);
    m_edit->setAccessibleName(field.label().text());
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        fit();
        if (!m_edit->signalsBlocked() && m_edit->document()->isModified())
            Q_EMIT edited();
    });
    fit();
}

QWidget *MemoEditor::control() const { return m_edit; }

QVariant MemoEditor::value() const
{
    const QString text = m_edit->wholeText();
    return text.isEmpty() ? QVariant() : QVariant(text);
}

void MemoEditor::setValue(const QVariant &value)
{
    if (m_edit->wholeText() != value.toString()) {
        const QSignalBlocker quiet(m_edit);
        m_edit->setWholeText(value.toString());
    }
    m_edit->document()->setModified(false);
    if (m_stack->currentWidget() == m_preview) // else it is made when one looks
        showMentions(*m_preview, value.toString(), navigator());
    fit();
}

void MemoEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_edit->setReadOnly(on);
    m_toggle->setVisible(!on);
    showPreview(on); // what one cannot change is shown as it is meant to be read
}

void MemoEditor::showPreview(bool on)
{
    if (on)
        showMentions(*m_preview, m_edit->wholeText(), navigator());
    m_stack->setCurrentWidget(on ? static_cast<QWidget *>(m_preview) : m_edit);
    setFocusProxy(m_stack->currentWidget());
}

void MemoEditor::fit()
{
    const int lines = qBound(3, m_edit->document()->lineCount() + 1, 16);
    const int height = lines * QFontMetrics(m_edit->font()).lineSpacing() + 2 * space::s + 4;
    m_stack->setFixedHeight(height);
}

bool MemoEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && !isReadOnly()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Bold)) {
            m_edit->surround(QStringLiteral("**"));
            return true;
        }
        if (key->matches(QKeySequence::Italic)) {
            m_edit->surround(QStringLiteral("*"));
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace crm
