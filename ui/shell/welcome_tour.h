// A short walk through the window for who is new: it dims everything but the place that it speaks of. Never starts by
// itself but through offer(), which the program calls after a person has signed in.
//
//     WelcomeTour::offer(*window);        // at the first start of this person, on whatever computer
//     WelcomeTour::start(*window);        // from the help and Ctrl+K
//
// Enter or Right goes on, Left back, Esc leaves. Thread: the window's.
#pragma once
#include "ui/ui_export.h"
#include <QPointer>
#include <QWidget>
#include <functional>

class QLabel;
class QPushButton;

namespace crm {

class Entity;
class MainWindow;

class CRM_UI WelcomeTour : public QWidget
{
    Q_OBJECT
public:
    /// Begins it unless the person has been through it, once it is known what the person has arranged elsewhere.
    static void offer(MainWindow &window);
    static WelcomeTour *start(MainWindow &window);
    static bool wasSeen(const MainWindow &window);

    ~WelcomeTour() override;
    int count() const { return int(m_steps.size()); }
    int at() const { return m_at; }
    QString heading() const;
    QRect lit() const { return m_lit; } ///< the place that it speaks of, in the window; null: none
    void go(int by);                    ///< behind the last one it ends
    void leave();

Q_SIGNALS:
    void left();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Step
    {
        QString title, text;
        std::function<void()> prepare; ///< brings the place about; may be empty
        std::function<QRect()> place;  ///< in the window; null while it is not there yet
    };
    explicit WelcomeTour(MainWindow &window);
    void build();
    void addSteps();
    void addFormStep(const Entity &entity);
    void show(int step);
    void place();
    QRect rectOf(const QWidget *widget) const;

    MainWindow &m_window;
    QList<Step> m_steps;
    QWidget *m_card;
    QLabel *m_title, *m_text, *m_count;
    QPushButton *m_back, *m_next, *m_end;
    QPointer<QWidget> m_focusBefore, m_form; ///< where the focus was; the page that was opened to be shown
    QRect m_lit;
    int m_at = 0;
};

} // namespace crm
