// A record read at a glance, beside the list: title, status, what is filled in. Follows the current row.
#pragma once
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <QTimer>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace crm {

class ElidedLabel;
class Navigator;
class StatusPill;

class CRM_UI RecordPreview : public QWidget
{
    Q_OBJECT
public:
    RecordPreview(Navigator &navigator, const QString &entity, QWidget *parent);

    void show(Id id); ///< 0: nothing
    Id shown() const { return m_id; }
    bool isLoading() const { return m_timer.isActive() || m_request.isRunning(); }
    QSize sizeHint() const override { return {360, 400}; }

Q_SIGNALS:
    void closeRequested();
    void loaded();

private:
    void load();
    void fill(const Opened &opened);
    void addField(QVBoxLayout *box, const Field &field, const Record &record, const Document &document);

    Navigator &m_navigator;
    QString m_entity;
    Id m_id = 0;
    ElidedLabel *m_title;
    StatusPill *m_pill;
    QWidget *m_head;
    QScrollArea *m_area;
    QTimer m_timer;
    Request m_request;
};

/// Text and tone of a record's status, if its entity has one.
struct StatusText
{
    QString text, tone;
};
CRM_UI StatusText statusOf(const Record &record, const Document &document, class Session &session);
/// The shown title of a value's references, from the titles that came with the document.
CRM_UI QString titlesOf(const Field &field, const QVariant &value, const Document &document);

} // namespace crm
