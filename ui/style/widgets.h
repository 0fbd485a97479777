// The small things that every page is made of.
//
//     auto *save = makeButton(tr("Save"), "save", ButtonRole::Primary, this);
//     auto *empty = new EmptyState("clients", tr("No clients yet"), tr("Companies and people you work with."), this);
//     empty->setAction(tr("Add a client"), [this] { add(); });
//
// Thread: the window's.
#pragma once
#include "ui/style/tokens.h"
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QVariantAnimation>
#include <functional>

class QDialogButtonBox;
class QPainter;
class QTimer;

namespace crm {

enum class ButtonRole { Normal, Primary, Danger, Quiet };
CRM_UI void setButtonRole(QPushButton *button, ButtonRole role);
CRM_UI ButtonRole buttonRole(const QWidget *button);
CRM_UI QPushButton *makeButton(const QString &text, const QString &iconName, ButtonRole role, QWidget *parent);
/// The buttons below a dialog in the order of the platform: what it does (at Enter), and the way out without that.
CRM_UI QDialogButtonBox *makeDialogButtons(QPushButton *does, QPushButton *leaves, QWidget *parent);
/// An icon alone: the text becomes tool tip and accessible name.
CRM_UI QToolButton *makeIconButton(const QString &iconName, const QString &text, QWidget *parent);
/// A label in a size of type; muted: second-rank colour. Follows a theme switch.
CRM_UI QLabel *makeLabel(const QString &text, TextRole role, QWidget *parent, bool muted = false);
/// A thin line between areas.
CRM_UI QWidget *makeSeparator(Qt::Orientation orientation, QWidget *parent);
/// A field shows its error: red border until cleared. The sentence stands in a label beside it.
CRM_UI void setFieldFault(QWidget *field, bool on);
CRM_UI bool hasFieldFault(const QWidget *field);

/// Draws a pill with a dot and a word, left-aligned and vertically centred in rect; elides. Returns its width.
/// For delegates; the widget below uses it too.
CRM_UI int paintPill(QPainter *painter, const QRect &rect, const QString &text, const Tone &tone, bool dot = true);
CRM_UI QSize pillSize(const QString &text, bool dot = true);

/// A label that shortens its text with an ellipsis and then shows it all in a tool tip.
class CRM_UI ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text, TextRole role, QWidget *parent, bool muted = false);
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

/// "Assigned" in its colour.
class CRM_UI StatusPill : public QWidget
{
    Q_OBJECT
public:
    explicit StatusPill(QWidget *parent);
    void setStatus(const QString &text, const QString &toneToken);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text, m_tone;
};

/// A filter or label in a row of them; may be clicked, chosen, taken away.
class CRM_UI Chip : public QAbstractButton
{
    Q_OBJECT
public:
    Chip(const QString &text, QWidget *parent);
    void setTone(const QString &token);
    /// Shows a cross that emits removeRequested().
    void setRemovable(bool on);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QRect crossRect() const;
    QString m_tone;
    bool m_removable = false;
};

/// Says what belongs here and offers the first step. In little room without its icon, in less without its text.
class CRM_UI EmptyState : public QWidget
{
    Q_OBJECT
public:
    EmptyState(const QString &iconName, const QString &title, const QString &text, QWidget *parent);
    void setAction(const QString &text, std::function<void()> run);
    void setTexts(const QString &iconName, const QString &title, const QString &text);
    QPushButton *actionButton() const { return m_button; }
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int heightWith(bool icon, bool text) const;
    void fit();

    QString m_iconName;
    QLabel *m_title, *m_text;
    QWidget *m_icon;
    QPushButton *m_button = nullptr;
};

/// A line across a page: connection lost, locked, needs attention.
class CRM_UI Banner : public QWidget
{
    Q_OBJECT
public:
    enum Kind { Info, Warning, Danger, Success };
    explicit Banner(QWidget *parent);          ///< hidden at first
    void show(Kind kind, const QString &text); ///< without what the text before offered
    void setAction(const QString &text, std::function<void()> run);
    /// Offers a cross that says what it does; it hides the banner first.
    void setDismissal(const QString &toolTip, std::function<void()> run);
    QToolButton *dismissButton() const { return m_dismiss; } ///< hidden: it is not offered
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Info;
    QWidget *m_icon;
    QLabel *m_label;
    QPushButton *m_button;
    QToolButton *m_dismiss;
};

/// Grey bars where rows will be. Breathes gently; still when animations are off.
class CRM_UI PlaceholderRows : public QWidget
{
    Q_OBJECT
public:
    explicit PlaceholderRows(QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QVariantAnimation m_breath;
};

/// Messages that go by themselves, at the lower edge of a window; one at a time, the newest.
class CRM_UI Toast : public QWidget
{
    Q_OBJECT
public:
    /// @param host the window; the toast follows its size
    explicit Toast(QWidget *host);
    void show(const QString &text, const QString &actionText = {}, std::function<void()> action = {});
    void setDuration(int ms) { m_ms = ms; } ///< 6000; it waits while the pointer is over it
    QString text() const;
    QPushButton *actionButton() const { return m_button; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();
    QLabel *m_label;
    QPushButton *m_button;
    QToolButton *m_close;
    QTimer *m_timer;
    std::function<void()> m_action;
    int m_ms = 6000;
};

} // namespace crm
