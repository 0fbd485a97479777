// The lines of a document as a table; behind the last one an empty row, in which one begins a new line.
#pragma once
#include "ui/records/open_document.h"
#include <QAbstractTableModel>

namespace crm {

class CRM_UI LineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    LineModel(Session &session, OpenDocument &document, const QString &table, QObject *parent);

    void setEditable(bool on);
    bool isEditable() const { return m_editable; }
    bool isBlankRow(int row) const { return row >= m_lines; }
    const Field &fieldAt(int column) const { return m_fields.at(column); }
    const QString &table() const { return m_table; }
    QString faultAt(const QModelIndex &index) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    int addLine();
    void removeLine(int row);
    bool moveLine(int row, int to);
    int duplicateLine(int row);

Q_SIGNALS:
    void lineBegun(int row); ///< somebody has typed into the row behind the lines: it is this line now

private:
    void follow(const QString &table);
    QString titleOf(const Field &field, const QVariant &value) const;

    Session &m_session;
    OpenDocument &m_document;
    QString m_table;
    QList<Field> m_fields;
    int m_lines = 0;
    bool m_editable = false;
    QHash<QPair<QString, Id>, QString> m_titles;
    mutable QSet<QPair<QString, Id>> m_asked;
};

} // namespace crm
