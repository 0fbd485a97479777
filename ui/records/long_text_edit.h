// Plain text that stays quick whatever is pasted into it. Qt lays out a whole paragraph at each key: a megabyte without
// a line break holds the window for seconds. A paragraph of more than mostTogether letters is therefore kept in pieces
// of about mostInPiece that are laid out each on its own. The cuts are no part of the text: wholeText() and what is
// copied know nothing of them, nor do the keys.
//
//     edit->setWholeText(text);
//     ... edit->wholeText() ...          // never toPlainText(), which has a line break at each cut
//
// Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QPlainTextEdit>

class QTextBlock;

namespace crm {

class CRM_UI LongTextEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    static constexpr int mostTogether = 4000, mostInPiece = 2000; ///< letters

    explicit LongTextEdit(QWidget *parent = nullptr);

    QString wholeText() const;
    void setWholeText(const QString &text); ///< forgets what could be undone
    /// The block goes on with the paragraph of the one before it.
    static bool goesOn(const QTextBlock &block);
    /// Puts a mark before and after what is selected; the cursor stands between them if nothing is.
    void surround(const QString &mark);

protected:
    void insertFromMimeData(const QMimeData *source) override;
    QMimeData *createMimeDataFromSelection() const override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString textBetween(int from, int to) const;
    void insert(QTextCursor &cursor, const QString &text);
    void divide(const QTextBlock &block);
    void stepOverCut(const QKeyEvent &key);
};

} // namespace crm
