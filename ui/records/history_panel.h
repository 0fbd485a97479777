// Who changed what and when: the entries of the change log of one record, in words.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QWidget>

class QTextBrowser;

namespace crm {

class Navigator;

class CRM_UI HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    HistoryPanel(Navigator &navigator, const QString &entity, Id id, QWidget *parent);

    void load();
    QString text() const;
    bool isLoading() const { return m_request.isRunning(); }

Q_SIGNALS:
    void loaded();

private:
    struct Told
    {
        QList<Change> changes;
        QHash<QPair<QString, Id>, QString> titles;
    };
    static QString whoDid(const Change &change);
    void fill(const Told &told);
    QString mergeLine(const FieldChange &change, const Told &told) const;
    QString lineFor(const FieldChange &change, const Told &told) const;
    QString valueText(const Field &field, const QVariant &value, const Told &told) const;

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    QString m_entity;
    Id m_id;
    QTextBrowser *m_view;
    Request m_request;
};

/// The field that a change names ("name", "order_lines/<id>/quantity"); null: a line as a whole, or none any more.
CRM_UI const Field *changedField(const Catalog &catalog, const QString &entity, const QString &path);

} // namespace crm
