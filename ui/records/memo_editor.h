// A longer text in Markdown, with a preview; grows with what is written.
#pragma once
#include "ui/records/field_editor.h"

class QStackedWidget;
class QTextBrowser;
class QToolButton;

namespace crm {

class LongTextEdit;

class CRM_UI MemoEditor : public FieldEditor
{
    Q_OBJECT
public:
    MemoEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setReadOnly(bool on) override;
    QWidget *control() const override;
    bool isWide() const override { return true; }
    void showPreview(bool on);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();

    LongTextEdit *m_edit;
    QTextBrowser *m_preview;
    QStackedWidget *m_stack;
    QToolButton *m_toggle;
};

/// Shows Markdown; links to the web open outside, nothing is loaded from anywhere.
CRM_UI QTextBrowser *makeMarkdownView(QWidget *parent);

} // namespace crm
