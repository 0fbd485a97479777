// Several files kept with a record, as a row of small pictures: the first one stands for the record in lists. Add by
// the dialog, by dropping or pasting them here; drag, or Ctrl+Left and Ctrl+Right, puts them in order; Enter looks into
// one, Del takes it out. They hang on the record, so who sees it sees them: it has to be saved first.
#pragma once
#include "core/store/await.h"
#include "ui/records/field_editor.h"
#include <QHash>

class QListWidget;
class QPushButton;
class QLabel;
class QTemporaryDir;

namespace crm {

class CRM_UI PicturesEditor : public FieldEditor
{
    Q_OBJECT
public:
    PicturesEditor(const Field &field, const EditContext &context, QWidget *parent);

    QVariant value() const override;
    void setValue(const QVariant &value) override;
    void setTitle(Id id, const QString &title) override;
    void setReadOnly(bool on) override;
    QWidget *control() const override;
    bool isWide() const override { return true; }

    QListWidget *list() const { return m_list; }
    bool isAdding() const { return m_adding > 0; }
    /// @param lease folder that is kept until they are in the database
    void add(const QStringList &paths, const std::shared_ptr<QTemporaryDir> &lease = {});
    void moveCurrent(int by); ///< towards the front: below zero
    void takeCurrentOut();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    bool pressed(const QKeyEvent &key);
    void append(Id id);
    void paste();
    void preview();
    void showMenu(const QPoint &at);
    void refresh();

    QListWidget *m_list;
    QLabel *m_hint;
    QPushButton *m_add;
    QHash<Id, QString> m_titles;
    int m_adding = 0;
};

} // namespace crm
