// While a new record is typed in: a line below a field says that somebody has it already. One looks after a pause in
// typing, only at fields that a rule of duplicates names; nothing waits for it, and a refusal says nothing.
#pragma once
#include "core/store/await.h"
#include "core/store/repository.h"
#include "ui/ui_export.h"
#include <QObject>
#include <QSet>
#include <QTimer>

namespace crm {

class Navigator;
class OpenDocument;
class RecordField;
class RecordForm;

class CRM_UI DuplicateHints : public QObject
{
    Q_OBJECT
public:
    /// All must outlive it; the form becomes its parent.
    DuplicateHints(Navigator &navigator, OpenDocument &document, RecordForm &form);

    bool isLooking() const { return m_timer.isActive() || m_request.isRunning(); }

Q_SIGNALS:
    void looked(); ///< what is shown is up to date

private:
    void changed(const QString &field);
    void look();
    void show(const QSet<QString> &asked, const QList<SameRecord> &found);
    RecordField *placeOf(const QString &rule) const;
    Record typed() const;

    Navigator &m_navigator;
    OpenDocument &m_document;
    RecordForm &m_form;
    QSet<QString> m_fields; ///< changed since one looked
    QTimer m_timer;
    Request m_request;
};

} // namespace crm
