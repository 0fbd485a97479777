// Colleagues proposed while one types @ and the first letters of their name or login into a longer text.
//
//     auto *box = new MentionBox(edit, [this] { return session.read(...whoReads...); });
//     document.set("text", box->markdown());
//
// Who can be spoken to is asked once, when the first @ is typed, and again after forget(); from then on proposals need
// nobody. Up and Down choose, Enter or Tab takes, Esc closes. What was taken shows as "@Anna Petrova" and leaves as a
// link (core/model/mentions.h); changed by hand it is a plain text again. Thread: the window's.
#pragma once
#include "core/store/await.h"
#include "core/store/who_sees.h"
#include "ui/ui_export.h"
#include <QFuture>
#include <QObject>
#include <QTimer>
#include <optional>

class QListWidget;
class QPlainTextEdit;

namespace crm {

class CRM_UI MentionBox : public QObject
{
    Q_OBJECT
public:
    using Ask = std::function<QFuture<QList<Audience>>()>;
    /// @param self is proposed to nobody. Belongs to the edit.
    MentionBox(QPlainTextEdit *edit, Id self, Ask ask);

    QString markdown() const; ///< what stands in the edit, with links for those who were taken
    bool isOpen() const;
    QListWidget *list() const { return m_list; }
    const std::optional<QList<Audience>> &audience() const { return m_audience; } ///< nothing: not known yet
    void forget(); ///< who sees the record may have changed

Q_SIGNALS:
    void failed(const crm::Error &error); ///< nobody can be proposed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Typed
    {
        int at = -1; ///< of the @ in the document; -1: nothing that calls anybody
        QString text;
    };
    Typed typed() const;
    QList<Audience> proposals(const QString &text) const;
    void follow();
    void ask();
    void show(const QList<Audience> &people);
    void close();
    void take();
    void unmarkBroken();
    bool pressed(int key, Qt::KeyboardModifiers modifiers);

    QPlainTextEdit *m_edit;
    const Id m_self;
    const Ask m_ask;
    QListWidget *m_list;
    std::optional<QList<Audience>> m_audience;
    QList<Audience> m_shown;
    int m_dismissed = -1; ///< the @ at which it was closed by hand
    bool m_isMarking = false;
    QTimer m_pause;
    Request m_request;
};

} // namespace crm
