// The fields of a document on one grid, by the groups of the declaration, in one or two columns as the width allows;
// below them the lines and the totals.
#pragma once
#include "ui/records/open_document.h"
#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace crm {

class RecordField;
class LineGrid;
class Navigator;

class CRM_UI RecordForm : public QWidget
{
    Q_OBJECT
public:
    RecordForm(Navigator &navigator, OpenDocument &document, const Entity &entity, QWidget *parent);
    ~RecordForm() override;

    /// @param only the keys of fields that may be changed, lines are not among them; empty: all
    void setEditable(bool on, const QStringList &only = {});
    RecordField *fieldFor(const QString &key) const { return m_byKey.value(key); }
    LineGrid *grid(const QString &table) const { return m_grids.value(table); }
    QList<LineGrid *> grids() const { return m_grids.values(); }
    void focusFirst();
    /// Of the record as it is stored; 0: it is a new one.
    Id storedId() const { return m_document.isNew() ? 0 : m_document.document().id(); }
    /// Puts the cursor where the first fault is; false: it stands at no field of the form.
    bool focusFault();
    /// Takes over what is being typed in the field that has the focus.
    void finishEditing();

    /// As narrow as one column is: the second one gives way where there is no room.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Group
    {
        QLabel *heading = nullptr;
        QGridLayout *grid = nullptr;
        QList<RecordField *> fields;
    };
    void build(const Entity &entity);
    void buildLines(const Entity &entity, bool withTotals);
    RecordField *makeField(const Field &field);
    void arrange(int columns);
    int leastWidth(int columns) const;
    void showAll();
    void showValue(const QString &key);
    void showFaults();
    void showFaultOf(RecordField *field, bool halfTyped);
    void showReadOnlyRows();
    bool isShown(const RecordField *field) const;

    Navigator &m_navigator;
    OpenDocument &m_document;
    const Entity &m_entity;
    Policy m_policy;
    QVBoxLayout *m_box;
    QList<Group> m_groups;
    QHash<QString, RecordField *> m_byKey;
    QMap<QString, LineGrid *> m_grids;
    QWidget *m_totals = nullptr;
    int m_columns = 0;
    bool m_editable = false;
};

} // namespace crm
