// Ctrl+K: one box for records, pages, things to create and commands. Lies over the window until Esc or a choice.
//
//     CommandPalette palette(session, window);
//     palette.popUp(entries, [this](const Hit &hit) { openRecord(hit.entity, hit.id); },
//                   [this](const Query &query) { openList(query.entity, query); });
//
// Thread: the window's. Searching asks the session while one types and gives former questions up.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/shell/palette_model.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QTimer;

namespace crm {

class CRM_UI CommandPalette : public QWidget
{
    Q_OBJECT
public:
    using OpenHit = std::function<void(const Hit &)>;
    using OpenList = std::function<void(const Query &)>; ///< of all that is found of one kind of record
    CommandPalette(Session &session, QWidget *window);

    void popUp(const QList<PaletteEntry> &entries, OpenHit open, OpenList openList);
    void setEntries(const QList<PaletteEntry> &entries); ///< more have come; what is chosen stays chosen
    void dismiss();
    QLineEdit *edit() const { return m_edit; }
    PaletteModel *model() const { return m_model; }
    bool isSettled() const; ///< no search is under way

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void typed(const QString &text);
    void search();
    void take(const QList<Hit> &hits);
    PaletteEntry allOf(const Entity &entity) const;
    void choose(const QModelIndex &index);
    void place();
    void showState();
    QRect panel() const;

    Session &m_session;
    PaletteModel *m_model;
    QLineEdit *m_edit;
    QListView *m_list;
    QLabel *m_state;
    QTimer *m_delay;
    Request m_request;
    OpenHit m_open;
    OpenList m_openList;
    QPointer<QWidget> m_focusBefore;
};

} // namespace crm
