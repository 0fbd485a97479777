// The cards of the dashboard as a person arranges them: in which order, how wide. By keys (ui/shell/arrange.h), by the
// menu of a card, by dragging it. Kept in QSettings under "dashboard/", so that it goes along to another computer.
//
//     const QStringList order = board->begin({"leads", "clients", "panel"});
//     board->add("clients", card, card->handle());
//     board->end();
//
// Thread: the window's.
#pragma once
#include "ui/shell/arrange.h"
#include "ui/ui_export.h"
#include <QPointer>
#include <QWidget>

namespace crm {

class CardGrid;

class CRM_UI CardBoard : public QWidget, public Arrangeable
{
    Q_OBJECT
public:
    CardBoard(int cardWidth, QWidget *parent);

    /// Takes away what is there. @param keys of all cards there could be, as they stand at first
    /// @return the same as the person has put them
    QStringList begin(const QStringList &keys);
    /// In the order that begin() answered. @param handle takes hints and is dragged by, as the card itself
    void add(const QString &key, QWidget *card, QWidget *handle, int columns = 1);
    void end();             ///< Tab goes through them as they stand
    QWidget *first() const; ///< the handle of the first card; null: there is none
    QStringList keys() const;
    int columnsOf(const QString &key) const;
    /// Order and width are those of the beginning again, at the next begin().
    static void forget();

    bool canArrange(Step step) const override;
    void arrange(Step step) override;

Q_SIGNALS:
    void arranged(QWidget *card);           ///< it stands elsewhere now, or is wider
    void hideRequested(const QString &key); ///< from the menu of a card

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    struct Card
    {
        QString key;
        QWidget *widget, *handle;
    };
    QWidget *handleOf(int index) const;
    int at(const QWidget *inside) const; ///< -1: of none
    int target(int from, Step step) const;
    bool can(int index, Step step) const;
    void take(int index, Step step);
    void move(int from, int to);
    void drag(const QPoint &to);
    bool drop();
    void showMenu(int index, const QPoint &where);

    const int m_cardWidth;
    CardGrid *m_grid = nullptr;
    QList<Card> m_cards;
    QStringList m_order; ///< of all, also of those that are not shown
    QPointer<QWidget> m_dragged;
    QPoint m_pressed;
    int m_over = -1; ///< the card that the dragged one has changed places with last
    bool m_dragging = false;
    int m_focused = -1;   ///< the card that had the focus before begin()
    QString m_focusedKey; ///< of it
};

} // namespace crm
