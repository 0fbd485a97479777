// One kind of record on the dashboard: how many stand in each of its declared views. Every number opens its list.
//
// Thread: the window's; the numbers come from the session, one at a time, so that counting millions of rows never keeps
// a list waiting that the person opens meanwhile.
#pragma once
#include "core/model/entity.h"
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;

namespace crm {

class ElidedLabel;
class Navigator;
class NumberButton;

/// The question behind a declared view. Throws Error when the declaration does not parse.
CRM_UI Query viewQuery(const Catalog &catalog, const Entity &entity, const DefaultView &view);

class CRM_UI EntityCard : public QFrame
{
    Q_OBJECT
public:
    EntityCard(Navigator &navigator, const Entity &entity, QWidget *parent);

    /// Counts anew; settled() when it is done.
    void load();
    bool isSettled() const { return m_settled; }
    const QString &entityKey() const { return m_entity; }
    QWidget *handle() const; ///< its name; opens the whole list
    /// Of the headline; -1 while unknown.
    qint64 headline() const { return m_headline; }

Q_SIGNALS:
    void settled();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Line
    {
        Query query;
        NumberButton *button = nullptr;
    };
    void count(int line);
    void take(int line, const Totals &totals);
    void finish();
    void open(int line);

    Navigator &m_navigator;
    QString m_entity, m_sumPath;
    QList<Line> m_lines;
    QPushButton *m_head;
    QLabel *m_sum;
    Request m_request;
    qint64 m_headline = -1;
    bool m_settled = false;
};

} // namespace crm
