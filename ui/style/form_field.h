// A field with its label above and, below, help or what is wrong with it. For pages that are not records.
//
//     auto *name = new FormField(tr("Your name"), new QLineEdit, this);
//     name->setHelp(tr("As colleagues see it."));
//     name->setFault(tr("Please enter a name."));          // red, until the next keystroke
//
// Thread: the window's.
#pragma once
#include "ui/style/widgets.h"

class QLineEdit;

namespace crm {

class CRM_UI FormField : public QWidget
{
    Q_OBJECT
public:
    /// Takes the editor over.
    FormField(const QString &label, QWidget *editor, QWidget *parent);

    void setHelp(const QString &text);
    /// Empty: it is fine.
    void setFault(const QString &sentence);
    QString fault() const { return m_fault; }
    QWidget *editor() const { return m_editor; }

protected:
    void focusInEvent(QFocusEvent *event) override;

private:
    void showNote();
    QLabel *m_label, *m_note;
    QWidget *m_editor;
    QString m_help, m_fault;
};

/// A line for a password with a button that shows it.
CRM_UI QLineEdit *makePasswordEdit(QWidget *parent);

/// How hard a password is to guess, as a bar with a word.
class CRM_UI StrengthBar : public QWidget
{
    Q_OBJECT
public:
    explicit StrengthBar(QWidget *parent);
    /// 0: nothing typed, 1: weak ... 4: strong. By length and by how many kinds of characters there are.
    static int strengthOf(const QString &password);
    void setPassword(const QString &password);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_strength = 0;
};

/// A few choices as one row of joined buttons.
class CRM_UI Segments : public QWidget
{
    Q_OBJECT
public:
    explicit Segments(QWidget *parent);
    void addSegment(const QString &text, const QString &iconName, int value);
    void setValue(int value);
    int value() const;

Q_SIGNALS:
    void chosen(int value);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace crm
