// The fields that administrators add to the records of every kind: in their order, with a preview of the form.
//
// Everything else about a field is a record like any other (trash, history, undo); this page knows what belongs
// together: order, choices, how many records have a value.
#pragma once
#include "core/model/record.h"
#include "core/store/await.h"
#include "core/store/page.h"
#include "ui/shell/page.h"
#include <QAbstractTableModel>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace crm {

class Catalog;
class CountedList;
class EmptyState;

/// The custom fields of one kind of record, in order. Rows can be dragged; orderChanged() tells, and the page saves.
class CRM_UI CustomFieldsModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, KindName, Key, Required, Who, InList, Fast, ColumnCount };
    using QAbstractTableModel::QAbstractTableModel;

    static Query query();
    void setRows(const QList<Row> &rows, std::shared_ptr<const Catalog> catalog);
    Id idAt(int row) const { return m_rows.value(row).id; }
    QString textAt(int row, const char *field) const;
    IdList ids() const;
    void move(int from, int to); ///< to: where it stands afterwards

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void orderChanged();

private:
    QString whoSees(int row) const;
    QList<Row> m_rows;
    std::shared_ptr<const Catalog> m_catalog;
};

class CRM_UI CustomFieldsPage : public TabPage
{
    Q_OBJECT
public:
    explicit CustomFieldsPage(Navigator &navigator, QWidget *parent = nullptr);

    QString title() const override { return tr("Custom fields"); }
    QString iconName() const override { return QStringLiteral("custom_fields"); }
    QString key() const override { return QStringLiteral("list/custom_fields"); }
    void activated() override;
    bool isSettled() const override { return m_settled; }

    void showEntity(const QString &entity);
    QString shownEntity() const;
    CustomFieldsModel *model() const { return m_model; }
    QTableView *table() const { return m_table; }
    QWidget *preview() const { return m_preview; }

    void addField();
    void editField();
    void deleteField();
    void moveField(int by);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildFields();
    QWidget *buildButtons();
    void fillEntities();
    void load();
    void show(const QList<Row> &rows);
    void showFields();
    void showChoice();
    void showPreview();
    void openDialog(const Document &definition);
    void confirmDelete(Id id, const QString &name, qint64 used);
    void saveOrder();
    void fail(const Error &error);

    CustomFieldsModel *m_model;
    CountedList *m_entities;
    QTableView *m_table;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QLabel *m_heading, *m_previewTitle;
    QPushButton *m_add, *m_edit, *m_delete, *m_up, *m_down;
    QWidget *m_preview;
    QList<Row> m_all;
    Request m_request, m_writing;
    bool m_settled = false;
    Id m_wanted = 0; ///< to be the current row when the answer comes
};

} // namespace crm
