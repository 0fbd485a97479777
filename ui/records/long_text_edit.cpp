#include "ui/records/long_text_edit.h"
#include <QKeyEvent>
#include <QMimeData>
#include <QTextBlock>

namespace crm {
namespace {

// Of the line break itself, not of a block: it goes when the break goes and comes back when that is undone.
constexpr int cutProperty = QTextFormat::UserProperty + 10;

QTextCharFormat formatOfCut()
{
    QTextCharFormat format;
    format.setProperty(cutProperty, true);
    return format;
}

/// Where a piece that begins there ends: after a blank in its second half, else wherever no letter is torn apart.
qsizetype endOfPiece(const QString &text, qsizetype from)
{
    qsizetype at = from + LongTextEdit::mostInPiece;
    for (qsizetype i = at; i > from + LongTextEdit::mostInPiece / 2; --i) {
        if (text.at(i - 1).isSpace())
            return i;
    }
    const auto belongsBefore = [](QChar c) { return c.isLowSurrogate() || c.isMark(); };
    constexpr int mostMarks = 64; // on one letter
    const qsizetype end = qMin(text.size(), at + mostMarks);
    while (at < end && belongsBefore(text.at(at)))
        ++at;
    return at;
}

} // namespace

LongTextEdit::LongTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{}

bool LongTextEdit::goesOn(const QTextBlock &block) { return block.charFormat().boolProperty(cutProperty); }

QString LongTextEdit::textBetween(int from, int to) const
{
    QString out;
    out.reserve(to - from);
    for (QTextBlock block = document()->findBlock(from); block.isValid() && block.position() <= to;
         block = block.next()) {
        if (block.position() > from && !goesOn(block))
            out += u'\n';
        const QString text = block.text();
        const qsizetype begin = qMax(0, from - block.position());
        out += QStringView(text).mid(begin, qMin<qsizetype>(text.size(), to - block.position()) - begin);
    }
    return out.replace(QChar(QChar::LineSeparator), u'\n');
}

QString LongTextEdit::wholeText() const { return textBetween(0, document()->characterCount() - 1); }

void LongTextEdit::setWholeText(const QString &text)
{
    document()->setUndoRedoEnabled(false);
    clear();
    QTextCursor cursor(document());
    insert(cursor, text);
    document()->setUndoRedoEnabled(true);
    setTextCursor(QTextCursor(document()));
}

/// In one step of undoing, and laid out once it is in pieces.
void LongTextEdit::insert(QTextCursor &cursor, const QString &text)
{
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const int from = cursor.position();
    cursor.insertText(text, QTextCharFormat());
    QTextBlock block = document()->findBlock(from);
    for (int left = cursor.blockNumber() - block.blockNumber(); left >= 0; --left) {
        const QTextBlock next = block.next();
        if (block.length() > mostTogether)
            divide(block);
        block = next;
    }
    cursor.endEditBlock();
}

void LongTextEdit::divide(const QTextBlock &block)
{
    const QString text = block.text();
    QList<int> places;
    for (qsizetype at = endOfPiece(text, 0); at < text.size();
         at = at + mostInPiece < text.size() ? endOfPiece(text, at) : text.size())
        places.prepend(int(at));
    QTextCursor cursor(document());
    const int begin = block.position();
    for (const int at : std::as_const(places)) { // from behind: what is before stays where it is
        cursor.setPosition(begin + at);
        cursor.insertBlock(cursor.blockFormat(), formatOfCut());
    }
}

void LongTextEdit::surround(const QString &mark)
{
    QTextCursor cursor = textCursor();
    const int from = cursor.selectionStart(), to = cursor.selectionEnd();
    cursor.beginEditBlock();
    cursor.setPosition(to);
    cursor.insertText(mark);
    cursor.setPosition(from);
    cursor.insertText(mark);
    cursor.endEditBlock();
    const int size = int(mark.size());
    cursor.setPosition(from == to ? from + size : to + 2 * size);
    setTextCursor(cursor);
}

void LongTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (!source || isReadOnly() || !source->hasText())
        return;
    QTextCursor cursor = textCursor();
    insert(cursor, source->text());
    setTextCursor(cursor);
    ensureCursorVisible();
}

QMimeData *LongTextEdit::createMimeDataFromSelection() const
{
    auto *data = new QMimeData;
    data->setText(textBetween(textCursor().selectionStart(), textCursor().selectionEnd()));
    return data;
}

/// Deleting at a cut deletes a letter, not the cut, which nobody sees.
void LongTextEdit::stepOverCut(const QKeyEvent &key)
{
    QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        return;
    if (key.key() == Qt::Key_Backspace && cursor.atBlockStart() && goesOn(cursor.block()))
        cursor.movePosition(QTextCursor::Left);
    else if (key.key() == Qt::Key_Delete && cursor.atBlockEnd() && goesOn(cursor.block().next()))
        cursor.movePosition(QTextCursor::Right);
    else
        return;
    setTextCursor(cursor);
}

void LongTextEdit::keyPressEvent(QKeyEvent *event)
{
    if (isReadOnly())
        return QPlainTextEdit::keyPressEvent(event);
    if (event->matches(QKeySequence::InsertParagraphSeparator)) {
        QTextCursor cursor = textCursor();
        cursor.insertBlock(cursor.blockFormat(), QTextCharFormat()); // no cut, even where a cut begins this piece
        setTextCursor(cursor);
        ensureCursorVisible();
        event->accept();
        return;
    }
    stepOverCut(*event);
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace crm
