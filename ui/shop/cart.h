// What is being bought: a new document, line by line, priced by its own rules while one puts things in. Thread: the
// window's; the rules run in the session.
#pragma once
#include "core/model/shop_window.h"
#include "ui/records/open_document.h"
#include <QAbstractTableModel>

namespace crm {

class CRM_UI Cart : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Title, Quantity, Amount, ColumnCount };
    enum { PriceRole = Qt::UserRole }; ///< of the title: what one of it costs
    /// @param entity of the documents
    Cart(const QString &entity, Session &session, const QLocale &locale, QObject *parent);

    OpenDocument &document() { return m_document; }
    /// One more of it. @param title shown until the rules have looked
    void add(Id item, const QString &title);
    void addTo(int row, int pieces); ///< below zero: fewer; at none left the line goes
    void remove(int row);
    void begin(); ///< an empty cart of the same party
    bool isEmpty() const { return rowCount() == 0; }
    QString totalText() const;
    /// A sentence why it cannot become a document yet; empty: it can.
    QString fault();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void changed(); ///< lines, prices or the total

private:
    const QString &field(int column) const;
    QString goods() const; ///< the entity of what is in it
    void setQuantity(int row, qint64 thousandths);
    void follow();

    const QString m_entity;
    const ShopWindow m_window;
    const QLocale m_locale;
    Session &m_session;
    std::shared_ptr<const Catalog> m_catalog; ///< the document stands on it
    OpenDocument m_document;
    int m_rows = 0;
};

} // namespace crm
