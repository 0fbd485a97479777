// A small form for a record that is needed right now: its title and what is required, no more.
//
//     QuickCreate dialog(navigator, "clients", tr("Romashka"), this);
//     if (auto made = dialog.create())
//         take(made->id, made->title);
#pragma once
#include "core/model/record.h"
#include "core/store/page.h"
#include "ui/ui_export.h"
#include <QDialog>

class QPushButton;

namespace crm {

class Banner;
class FieldEditor;
class Navigator;

class CRM_UI QuickCreate : public QDialog
{
    Q_OBJECT
public:
    QuickCreate(Navigator &navigator, const QString &entity, const QString &title, QWidget *parent);

    /// True if the person may make records of the entity.
    static bool isOffered(Navigator &navigator, const QString &entity);
    /// Shows the form until the record is saved; nothing when cancelled.
    std::optional<Option> create();

private:
    void save();

    Navigator &m_navigator;
    std::shared_ptr<const class Catalog> m_catalog;
    const class Entity &m_entity;
    QList<FieldEditor *> m_editors;
    Banner *m_banner;
    QPushButton *m_save;
    std::optional<Option> m_made;
};

} // namespace crm
