#include "ui/records/whole_text.h"
#include "core/model/mentions.h"
#include "ui/records/long_text_edit.h"
#include "ui/style/widgets.h"
#include <QDialogButtonBox>
#include <QLocale>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace crm {
namespace {

const QLatin1String wholeUrl("whole:");
constexpr char wholeText[] = "crmWholeText";

/// Qt looks for the end of a word anew for each line that it breaks: thousands of letters without a space take seconds.
bool hasEndlessWord(QStringView text)
{
    constexpr qsizetype longestWord = 1000;
    qsizetype length = 0;
    for (const QChar c : text) {
        length = c.isSpace() ? 0 : length + 1;
        if (length > longestWord)
            return true;
    }
    return false;
}

/// Up to the end of a line, else of a word, if one ends in the last tenth.
QString beginningOf(const QString &text)
{
    if (text.size() <= mostFormatted)
        return text;
    for (const QChar c : {QChar(u'\n'), QChar(u' ')}) {
        if (const qsizetype at = text.lastIndexOf(c, mostFormatted); at > mostFormatted * 9 / 10)
            return text.left(at);
    }
    return text.left(text.at(mostFormatted).isLowSurrogate() ? mostFormatted - 1 : mostFormatted);
}

/// Below what is shown; no part of its Markdown, which may end within code or a list.
void addWayOn(QTextBrowser &view, qsizetype size)
{
    QTextCursor end(view.document());
    end.movePosition(QTextCursor::End);
    QTextBlockFormat block;
    block.setTopMargin(space::m);
    end.insertBlock(block, {});
    QTextCharFormat said;
    said.setForeground(colors().muted);
    end.insertText(WholeText::tr("\u2026 The text goes on: %Ln character(s) in all.", nullptr, int(size)) + u' ', said);
    QTextCharFormat link;
    link.setForeground(colors().accentText);
    link.setFontUnderline(true);
    link.setAnchor(true);
    link.setAnchorHref(wholeUrl);
    end.insertText(WholeText::tr("Show all of it"), link);
}

void openWhole(QTextBrowser &view)
{
    auto *dialog = new WholeText(view.accessibleName(), view.property(wholeText).toString(), view.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void showBeginning(QTextBrowser &view, const QString &markdown)
{
    const QString shown = beginningOf(markdown);
    const bool isCut = shown.size() < markdown.size();
    if (isCut && !view.property(wholeText).isValid()) {
        QObject::connect(&view, &QTextBrowser::anchorClicked, &view, [&view](const QUrl &url) {
            if (url.toString() == wholeUrl)
                openWhole(view);
        });
    }
    if (isCut || view.property(wholeText).isValid())
        view.setProperty(wholeText, isCut ? markdown : QString());
    view.setWordWrapMode(hasEndlessWord(shown) ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere);
    view.setMarkdown(shown);
    if (isCut)
        addWayOn(view, markdown.size());
}

WholeText::WholeText(const QString &title, const QString &text, QWidget *parent)
    : QDialog(parent)
    , m_edit(new LongTextEdit(this))
{
    setWindowTitle(title.isEmpty() ? tr("The whole text") : title);
    resize(parent->size() * 0.8);
    m_edit->setReadOnly(true);
    m_edit->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_edit->setAccessibleName(windowTitle());
    m_edit->setWholeText(withoutMentionLinks(text));
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    box->setSpacing(space::m);
    box->addWidget(m_edit, 1);
    auto *copy = makeButton(tr("Copy all of it"), QStringLiteral("copy"), ButtonRole::Normal, this);
    auto *close = makeButton(tr("Close"), {}, ButtonRole::Primary, this);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(copy, QDialogButtonBox::ActionRole);
    buttons->addButton(close, QDialogButtonBox::RejectRole);
    box->addWidget(buttons);
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this, [this] {
        m_edit->selectAll();
        m_edit->copy();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

} // namespace crm
