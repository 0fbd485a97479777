// Texts far longer than anybody writes: a paragraph of a megabyte in a field and in a comment, what is shown of it.
#include "tests/ui/record_fixture.h"
#include "ui/records/long_text_edit.h"
#include "ui/records/memo_editor.h"
#include "ui/records/mention_box.h"
#include "ui/records/record_preview.h"
#include "ui/records/thread_panel.h"
#include "ui/records/whole_text.h"
#include <QClipboard>
#include <QMimeData>
#include <QRandomGenerator>
#include <QTextBlock>
#include <QTextBrowser>

namespace crm::test {
namespace {

const QString clients = QStringLiteral("clients");

/// Words of one to twelve letters, some of two units; no line break.
QString paragraph(int size, quint32 seed)
{
    QRandomGenerator random(seed);
    QString out;
    while (out.size() < size) {
        for (int i = random.bounded(1, 13); i > 0; --i)
            out += QChar(u'a' + random.bounded(26));
        out += random.bounded(9) == 0 ? QString::fromUtf8("\xf0\x9f\x98\x80") : QStringLiteral(" ");
    }
    return out.left(out.at(size - 1).isHighSurrogate() ? size - 1 : size);
}

void put(const QString &text) { QGuiApplication::clipboard()->setText(text); }

int longestBlock(const QPlainTextEdit &edit)
{
    int most = 0;
    for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next())
        most = qMax(most, block.length());
    return most;
}

class LongText : public RecordTest
{
protected:
    /// The place in the edit of a place in the text; at a cut the one before or behind it.
    static int placeOf(const LongTextEdit &edit, qsizetype at, bool behind)
    {
        qsizetype before = 0;
        int found = 0;
        for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
            if (block.blockNumber() > 0 && !LongTextEdit::goesOn(block))
                ++before;
            const int length = block.length() - 1;
            if (at >= before && at <= before + length) {
                found = block.position() + int(at - before);
                if (!behind || at < before + length)
                    return found;
            }
            before += length;
        }
        return found;
    }
};

TEST_F(LongText, IsCutIntoPiecesThatNobodySees)
{
    LongTextEdit edit;
    const QStringList texts{QString(), QStringLiteral("short"), QString(100'000, u'x'), paragraph(60'000, 1),
                            QStringLiteral("a\n\n") + paragraph(9'000, 2) + QStringLiteral("\nb\n") +
                                QString(5'000, QChar(0x301)) + QChar(QChar::Nbsp) + u'\n'};
    for (const QString &text : texts) {
        edit.setWholeText(text);
        EXPECT_EQ(edit.wholeText(), text);
        EXPECT_FALSE(edit.document()->isUndoAvailable());
        EXPECT_LE(longestBlock(edit), LongTextEdit::mostTogether + 1);
        put(QStringLiteral("before"));
        edit.selectAll();
        edit.copy();
        EXPECT_EQ(QGuiApplication::clipboard()->text(), text.isEmpty() ? QStringLiteral("before") : text);
        edit.moveCursor(QTextCursor::End);
        put(text);
        edit.paste();
        EXPECT_EQ(edit.wholeText(), text + text);
        edit.undo();
        EXPECT_EQ(edit.wholeText(), text) << "in one step";
    }
    edit.setWholeText(QStringLiteral("one two"));
    edit.moveCursor(QTextCursor::NextWord, QTextCursor::KeepAnchor);
    edit.surround(QStringLiteral("**"));
    EXPECT_EQ(edit.wholeText(), QStringLiteral("**one **two"));
    EXPECT_EQ(edit.textCursor().position(), 8);
}

/// The same keys on a plain string, from places on both sides of the cuts as well as anywhere else.
TEST_F(LongText, KeysAndUndoingKnowNothingOfTheCuts)
{
    for (quint32 seed = 1; seed <= 4; ++seed) {
        QRandomGenerator random(seed);
        LongTextEdit edit;
        edit.show();
        const QString first = paragraph(9'000, seed) + u'\n' + paragraph(5'000, seed + 10);
        QString text = first;
        edit.setWholeText(text);
        for (int step = 0; step < 120; ++step) {
            QList<qsizetype> cuts{0, text.size()};
            qsizetype before = 0;
            for (QTextBlock block = edit.document()->begin(); block.isValid(); block = block.next()) {
                before += block.blockNumber() > 0 && !LongTextEdit::goesOn(block) ? 1 : 0;
                cuts << before;
                before += block.length() - 1;
            }
            const auto whole = [&](qsizetype at) {
                return at > 0 && at < text.size() && text.at(at).isLowSurrogate() ? at - 1 : at;
            };
            const auto place = [&] {
                return whole(random.bounded(2) ? cuts.at(random.bounded(int(cuts.size())))
                                               : random.bounded(int(text.size()) + 1));
            };
            qsizetype from = place(), to = from;
            if (random.bounded(4) == 0)
                to = whole(qMin<qsizetype>(place(), from + 3'000));
            if (from > to)
                qSwap(from, to);
            QTextCursor cursor = edit.textCursor();
            cursor.setPosition(placeOf(edit, from, random.bounded(2)));
            if (from < to)
                cursor.setPosition(placeOf(edit, to, random.bounded(2)), QTextCursor::KeepAnchor);
            edit.setTextCursor(cursor);
            const int act = random.bounded(5);
            const bool pair = act == 1 ? from > 1 && text.at(from - 1).isLowSurrogate()
                                       : from < text.size() && text.at(from).isHighSurrogate();
            const qsizetype letter = pair ? 2 : 1;
            const bool none = from == to;
            const QString typed =
                act == 0   ? QStringLiteral("q")
                : act == 3 ? QStringLiteral("\n")
                : act == 4
                    ? QStringList{"x\ny", paragraph(5'000, seed + quint32(step)), "\n", "z"}.at(random.bounded(4))
                    : QString();
            if (act == 1 && none)
                from = qMax<qsizetype>(0, from - letter);
            if (act == 2 && none)
                to = qMin(text.size(), to + letter);
            text.replace(from, to - from, typed);
            if (act == 0)
                QTest::keyClick(&edit, Qt::Key_Q);
            else if (act == 4) {
                put(typed);
                edit.paste();
            } else
                QTest::keyClick(&edit, act == 1 ? Qt::Key_Backspace : act == 2 ? Qt::Key_Delete : Qt::Key_Return);
            ASSERT_EQ(edit.wholeText(), text) << "seed " << seed << ", step " << step << ", act " << act;
        }
        while (edit.document()->isUndoAvailable())
            edit.undo();
        EXPECT_EQ(edit.wholeText(), first);
        while (edit.document()->isRedoAvailable())
            edit.redo();
        EXPECT_EQ(edit.wholeText(), text);
    }
}

TEST_F(LongText, InAFieldAndInACommentAllOfItIsKeptAndTheBeginningIsShown)
{
    const Id id = make(clients, QStringLiteral("Roses"));
    open();
    const QString much = paragraph(300'000, 7), most = QString(300'000, u'x');
    RecordPage &page = record(clients, id);
    auto *memo = qobject_cast<MemoEditor *>(field(page, "note").editor());
    ASSERT_TRUE(memo);
    auto *edit = qobject_cast<LongTextEdit *>(memo->control());
    for (const QString &text : {most, much}) {
        edit->setFocus();
        edit->selectAll();
        put(text);
        edit->paste();
        EXPECT_EQ(memo->value().toString(), text);
        ASSERT_TRUE(saveAll(page));
        EXPECT_EQ(stored(clients, id).head().text(QStringLiteral("note")), text);
    }
    memo->showPreview(true);
    auto *preview = memo->findChild<QTextBrowser *>();
    const QString shown = preview->toPlainText();
    EXPECT_LT(shown.size(), mostFormatted + 100);
    EXPECT_TRUE(shown.contains(QLocale().toString(much.size()))) << qPrintable(shown.right(80));
    EXPECT_TRUE(much.startsWith(shown.section(QChar(0x2026), 0, 0).trimmed()));
    Q_EMIT preview->anchorClicked(QUrl(QStringLiteral("whole:")));
    auto *whole = window->findChild<WholeText *>();
    ASSERT_TRUE(whole);
    EXPECT_EQ(whole->edit()->wholeText(), much);
    EXPECT_TRUE(whole->edit()->isReadOnly());
    QTest::keyClick(whole, Qt::Key_Escape);
    memo->setValue(QStringLiteral("short"));
    EXPECT_EQ(preview->toPlainText(), QStringLiteral("short"));
    memo->setValue(much);

    RecordPreview beside(*window, clients, nullptr);
    QSignalSpy loaded(&beside, &RecordPreview::loaded);
    beside.show(id);
    ASSERT_TRUE(waitUntil([&] { return !loaded.isEmpty(); }));
    EXPECT_LT(beside.findChild<QTextBrowser *>()->toPlainText().size(), mostFormatted + 100);

    auto *thread = page.findChild<ThreadPanel *>();
    ASSERT_TRUE(thread && waitUntil([&] { return !thread->isLoading(); }));
    thread->input()->setFocus();
    put(much);
    thread->input()->paste();
    EXPECT_EQ(thread->mentions()->markdown(), much);
    thread->send();
    ASSERT_TRUE(waitUntil([&] { return thread->banner().isVisible(); })) << "a comment has 20,000 letters at most";
    EXPECT_FALSE(window->banner().isVisible()) << "it would stay there on other pages";
    EXPECT_EQ(thread->input()->wholeText(), much) << "nothing is lost";
    const QString most20 = much.left(19'000).trimmed();
    thread->input()->selectAll();
    put(most20);
    thread->input()->paste();
    EXPECT_FALSE(thread->banner().isVisible()) << "that was another text";
    thread->send();
    ASSERT_TRUE(waitUntil([&] { return count(QStringLiteral("comments")) == 1; }));
    auto repository = database->asSystem();
    const Id comment = repository->page(Query(QStringLiteral("comments")), {}).rows.first().id;
    EXPECT_EQ(repository->load(QStringLiteral("comments"), comment).head().title(), most20);
}

} // namespace
} // namespace crm::test
