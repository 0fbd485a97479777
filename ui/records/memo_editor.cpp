#include "ui/records/memo_editor.h"
#include "ui/records/mention_text.h"
#include "ui/style/widgets.h"
#include <QDesktopServices>
#include <QKeyEvent>
#include <QMimeData>
#include <QPlainTextEdit>
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

// Qt looks for the end of a word anew for each line that it breaks: a megabyte without a space would take minutes.
constexpr int longestWord = 2000;

bool hasEndlessWord(const QString &text)
{
    qsizetype length = 0;
    for (const QChar c : text) {
        length = c.isSpace() ? 0 : length + 1;
        if (length > longestWord)
            return true;
    }
    return false;
}

class MemoEdit : public QPlainTextEdit
{
public:
    using QPlainTextEdit::QPlainTextEdit;
    /// Before the text comes.
    void breakAnywhere(bool on)
    {
        setWordWrapMode(on ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    }

protected:
    void insertFromMimeData(const QMimeData *source) override
    {
        if (hasEndlessWord(source->text()))
            breakAnywhere(true);
        QPlainTextEdit::insertFromMimeData(source);
    }
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
    , m_edit(new MemoEdit(this))
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
    const QString text = m_edit->toPlainText();
    return text.isEmpty() ? QVariant() : QVariant(text);
}

void MemoEditor::setValue(const QVariant &value)
{
    if (m_edit->toPlainText() != value.toString()) {
        const QSignalBlocker quiet(m_edit);
        static_cast<MemoEdit *>(m_edit)->breakAnywhere(hasEndlessWord(value.toString()));
        m_edit->setPlainText(value.toString());
    }
    m_edit->document()->setModified(false);
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
        showMentions(*m_preview, m_edit->toPlainText(), navigator());
    m_stack->setCurrentWidget(on ? static_cast<QWidget *>(m_preview) : m_edit);
    setFocusProxy(m_stack->currentWidget());
}

void MemoEditor::fit()
{
    const int lines = qBound(3, m_edit->document()->lineCount() + 1, 16);
    const int height = lines * QFontMetrics(m_edit->font()).lineSpacing() + 2 * space::s + 4;
    m_stack->setFixedHeight(height);
}

void MemoEditor::wrap(const QString &mark)
{
    QTextCursor cursor = m_edit->textCursor();
    const QString chosen = cursor.selectedText();
    cursor.insertText(mark + chosen + mark);
    if (chosen.isEmpty()) {
        cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, int(mark.size()));
        m_edit->setTextCursor(cursor);
    }
}

bool MemoEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && !isReadOnly()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Bold)) {
            wrap(QStringLiteral("**"));
            return true;
        }
        if (key->matches(QKeySequence::Italic)) {
            wrap(QStringLiteral("*"));
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

} // namespace crm
