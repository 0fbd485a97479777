// The files that hang on a record: add by the dialog, by dropping or pasting them here; look into them (Enter or
// Space), save as, delete with undo.
#pragma once
#include "core/store/await.h"
#include "core/store/session.h"
#include "ui/ui_export.h"
#include <QPushButton>
#include <QWidget>

class QImage;
class QListWidget;
class QLabel;
class QTemporaryDir;

namespace crm {

class Navigator;
struct PreviewFile;

class CRM_UI FilesPanel : public QWidget
{
    Q_OBJECT
public:
    FilesPanel(Navigator &navigator, const QString &files, const QString &parentEntity, Id parentId, QWidget *parent);

    void load();
    int count() const;
    bool isLoading() const { return m_request.isRunning() || m_adding > 0; }
    /// @param lease folder that is kept until they are in the database
    void add(const QStringList &paths, const std::shared_ptr<QTemporaryDir> &lease = {});
    bool mayAdd() const { return !m_add->isHidden(); }
    /// Comes to the front and asks which files; the last one added is then the current one of the list.
    void choose();
    QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void loaded();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paste();
    void makeCurrent(Id file);
    PreviewFile fileAt(int row) const;
    void preview();
    void saveAs();
    void removeChosen();
    void showMenu(const QPoint &at);

    Navigator &m_navigator;
    std::shared_ptr<const Catalog> m_catalog;
    QString m_files, m_parentEntity;
    Id m_parentId;
    Id m_newest = 0; ///< just added
    bool m_focusNew = false;
    int m_adding = 0;
    QListWidget *m_list;
    QLabel *m_hint;
    QPushButton *m_add;
    Request m_request;
};

} // namespace crm
