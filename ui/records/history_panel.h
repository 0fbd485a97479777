// Who changed what and when: the entries of the change log of one record, in words; and what to put back of it.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QWidget>
#include <functional>

class QTextBrowser;
class QUrl;

namespace crm {

class Navigator;

class CRM_UI HistoryPanel : public QWidget
{
    Q_OBJECT
public:
    HistoryPanel(Navigator &navigator, const QString &entity, Id id, QWidget *parent);

    void load();
    /// Which changes can be taken back by whoever looks; empty: none.
    void offerBack(std::function<bool(const FieldChange &)> may);
    QString text() const;
    /// Of the records that the entries name.
    const QHash<QPair<QString, Id>, QString> &titles() const { return m_told.titles; }
    bool isLoading() const { return m_request.isRunning(); }

Q_SIGNALS:
    void loaded();
    /// Someone wants the values from before these changes, the latest of which comes first.
    void backAsked(const QList<crm::FieldChange> &changes);

private:
    struct Told
    {
        QList<Change> changes;
        QHash<QPair<QString, Id>, QString> titles;
    };
    static QString whoDid(const Change &change);
    void fill();
    QString mergeLine(const FieldChange &change) const;
    QString lineFor(const FieldChange &change) const;
    QString valueText(const Field &field, const QVariant &value) const;
    QString head(int entry, bool isChangedSince) const;
    QStringList lines(int entry) const;
    bool canGoBack(const Change &change, const FieldChange &field) const;
    QList<FieldChange> behind(int entry) const;
    void follow(const QUrl &link);

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    QString m_entity;
    Id m_id;
    QTextBrowser *m_view;
    std::function<bool(const FieldChange &)> m_may;
    Told m_told;
    Request m_request;
};

/// The field that a change names ("name", "order_lines/<id>/quantity"); null: a line as a whole, or none any more.
CRM_UI const Field *changedField(const Catalog &catalog, const QString &entity, const QString &path);

} // namespace crm
