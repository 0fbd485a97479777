// What F1 says of one field: what it is for, what it expects, its limits, its name in files and filters, who sees it.
// All of it follows from the declaration, so fields of plugins and of administrators have it too.
//
//     for (const FieldFact &fact : fieldFacts(*catalog, "orders", "client_id", policy, navigator.format())) ...
//     showFieldHelp(navigator, "orders", "client_id", *heading);      // the little window below the heading
#pragma once
#include "core/access/policy.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "ui/ui_export.h"
#include <QFrame>

namespace crm {

class FieldEditor;
class Navigator;

struct FieldFact
{
    QString name, text;
};

/// @param field as the person meets it; @param path how filters name it from here ("client_id.country")
CRM_UI QList<FieldFact> fieldFacts(const Catalog &catalog, const Field &field, const QString &path,
                                   const Policy &policy, const FormatContext &format);

/// A pop-up with the facts and a way to the page of the help; Esc closes it and the focus is back in the field.
class CRM_UI FieldHelp : public QFrame
{
    Q_OBJECT
public:
    FieldHelp(Navigator &navigator, const Field &field, const QString &path, QWidget *parent);
    /// All of it as text, as a screen reader says it.
    QString text() const { return accessibleDescription(); }

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

CRM_UI void showFieldHelp(Navigator &navigator, const Field &field, const QString &path, QWidget &anchor);
/// Of the field that the focus is in; false: it is in none.
CRM_UI bool showHelpOfFocus(QWidget *focus);

} // namespace crm
