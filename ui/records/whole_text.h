// Texts too long to be shown where they stand: their beginning is shown there, and a link below leads to all of it.
// Laying out formatted text takes Qt a second for each few hundred thousand letters. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QDialog>

class QTextBrowser;

namespace crm {

class LongTextEdit;

/// Letters of Markdown that are shown at once.
constexpr qsizetype mostFormatted = 20'000;

/// Shows Markdown in a view of makeMarkdownView(), of a long one the beginning.
CRM_UI void showBeginning(QTextBrowser &view, const QString &markdown);

/// The text as it was written, to read and to copy.
class CRM_UI WholeText : public QDialog
{
    Q_OBJECT
public:
    WholeText(const QString &title, const QString &text, QWidget *parent);
    LongTextEdit *edit() const { return m_edit; }

private:
    LongTextEdit *m_edit;
};

} // namespace crm
