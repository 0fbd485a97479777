// To which groups of clients a role is limited: a box and, when it is ticked, the groups.
#pragma once
#include "core/model/record.h"
#include "ui/ui_export.h"
#include <QWidget>
#include <functional>

class QCheckBox;

namespace crm {

class Banner;
class FieldEditor;
class Navigator;
class Session;

class CRM_UI RoleLimit : public QWidget
{
    Q_OBJECT
public:
    RoleLimit(Navigator &navigator, QWidget *parent);

    /// Shows the limit of the role; emits nothing.
    void setRole(const Document &role);
    /// Administrators have no limit, and people of clients need none: nothing can be set.
    void setUsable(bool on);
    QCheckBox *box() const { return m_box; }
    FieldEditor *groups() const { return m_groups; }
    /// In words, for the question before saving. Empty: no limit.
    static QString text(const Document &role);

Q_SIGNALS:
    void edited(const QString &field, const QVariant &value);

private:
    void showState();

    QCheckBox *m_box;
    FieldEditor *m_groups = nullptr; ///< null: the catalogue knows no groups
    bool m_usable = true;
};

/// Says behind the text of the banner that the role is limited, if it is; `stop` is what the banner offers.
/// @param session of somebody who may read roles
CRM_UI void tellLimit(Session &session, Id role, Banner *banner, const QString &stopText, std::function<void()> stop);

} // namespace crm
