// The lines of a document, edited by keyboard alone: typing begins to edit, Tab goes on, Enter goes down and begins a
// new line at the end, Ctrl+Delete removes, Alt+Up and Alt+Down move, Ctrl+D doubles. Below it the totals.
#pragma once
#include "ui/records/line_model.h"
#include <QPersistentModelIndex>
#include <QSet>
#include <QWidget>

class QGridLayout;
class QLabel;
class QTableView;
class QToolButton;

namespace crm {

class EditorDelegate;
class Navigator;

class CRM_UI LineGrid : public QWidget
{
    Q_OBJECT
public:
    LineGrid(Navigator &navigator, OpenDocument &document, const QString &table, QWidget *parent);

    void setEditable(bool on);
    LineModel *model() const { return m_model; }
    QTableView *view() const { return m_view; }
    void focusFault(int row, const QString &field);
    void finishEditing(); ///< takes over what is being typed in a cell
    void addLine();       ///< and edits its first cell
    void comeTo();        ///< takes the keys and comes into sight: at its first line, or at one that is begun

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    struct Width
    {
        int wanted, least;
    };
    bool isTelling(int column) const;
    int invitationWidth() const;
    Width widthOf(int column) const;
    void makeRoomForAmounts(QList<Width> &widths) const;
    void fitColumns();
    int contentWidth(int column) const;
    void move(int step);
    void editFrom(int row, int column);
    bool stopAt(int row, int column);
    void removeCurrent();
    void moveCurrent(int step);
    void refreshButtons();

    OpenDocument &m_document;
    LineModel *m_model;
    QTableView *m_view;
    EditorDelegate *m_delegate;
    QLabel *m_heading;
    QWidget *m_bar;
    QToolButton *m_remove, *m_up, *m_down;
    int m_elastic = 0;                ///< the column that takes what room is left
    QList<int> m_measured;            ///< the widest content so far: columns do not jump while one types
    QPersistentModelIndex m_tabbedTo; ///< the cell that Tab has come to
    QSet<int> m_drawn;                ///< columns that the person has drawn to a width
    bool m_fitting = false;
};

/// The computed amounts of a document with lines, one below the other, the last one large.
class CRM_UI TotalsBlock : public QWidget
{
    Q_OBJECT
public:
    TotalsBlock(OpenDocument &document, QWidget *parent);
    /// Fields that stand here instead of on the form.
    static QList<Field> fieldsOf(const Entity &entity);

private:
    void refresh();
    OpenDocument &m_document;
    QGridLayout *m_grid;
    QList<QPair<QLabel *, QLabel *>> m_rows;
};

} // namespace crm
