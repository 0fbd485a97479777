// The bar above a list: its views, the search, what one does with it. Where there is no room for the views beside the
// others (a narrow window, large type), they stand on a line of their own, and the search takes what is left of the
// other. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QVBoxLayout;

namespace crm {

class CRM_UI ListBar : public QWidget
{
    Q_OBJECT
public:
    explicit ListBar(int margin, QWidget *parent);
    QHBoxLayout *row() const { return m_row; }
    /// Of a list that is a page. @param search is in the row already, or will be
    void setParts(QWidget *views, QLineEdit *search);
    bool isInTwoLines() const { return m_apart; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    int roomForViews() const;
    void arrange(bool apart);

    QVBoxLayout *m_box;
    QHBoxLayout *m_row;
    QWidget *m_views = nullptr;
    QLineEdit *m_search = nullptr;
    bool m_apart = false;
};

} // namespace crm
