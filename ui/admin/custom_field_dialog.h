// One custom field, to be added or changed: its word, kind, choices, the value that new records begin with, who sees
// it. The rules are core's; its sentences stand beside what they are about.
#pragma once
#include "core/model/record.h"
#include "core/store/await.h"
#include "ui/ui_export.h"
#include <QDialog>
#include <QPointer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace crm {

class Banner;
class ChoiceListEditor;
class FieldEditor;
class FormField;
class Navigator;

class CRM_UI CustomFieldDialog : public QDialog
{
    Q_OBJECT
public:
    /// @param definition a record of custom fields, new or stored; it must say what entity it belongs to
    CustomFieldDialog(Navigator &navigator, const Document &definition, QWidget *parent);

    void accept() override; ///< saves first; closes when that has succeeded
    Id savedId() const { return m_savedId; }

    QLineEdit *labelEdit() const { return m_label; }
    QLineEdit *placeholderEdit() const { return m_placeholder; }
    QLineEdit *formulaEdit() const { return m_formula; }
    QComboBox *kindBox() const { return m_kind; }
    ChoiceListEditor *choices() const { return m_choices; }
    FieldEditor *defaultEditor() const { return m_default; }
    QComboBox *whoBox() const { return m_who; }
    QCheckBox *requiredBox() const { return m_required; }
    QCheckBox *inListBox() const { return m_inList; }
    QCheckBox *fastBox() const { return m_fast; }
    QLabel *fastNote() const { return m_fastNote; }
    FormField *fieldFor(const QString &key) const { return m_fields.value(key); }

private:
    void build();
    QWidget *buildFields();
    void offerFields();
    void fillKinds();
    void fill();
    void showKind();
    bool mayBeFast() const;
    void showFast();
    void buildDefault();
    void collect();
    void askAboutChoices(const QStringList &removed);
    void send();
    void takeFault(const Error &error);
    FormField *addField(const QString &key, const QString &label, QWidget *editor);

    Navigator &m_navigator;
    Document m_definition;
    bool m_isNew, m_built = false;
    Id m_savedId = 0;
    QHash<QString, FormField *> m_fields;
    QLineEdit *m_label, *m_key, *m_help, *m_placeholder, *m_formula, *m_right;
    QComboBox *m_kind, *m_target, *m_who;
    ChoiceListEditor *m_choices;
    QWidget *m_defaultPlace;
    QPointer<FieldEditor> m_default;
    QCheckBox *m_required, *m_inList, *m_fast;
    QLabel *m_fastNote;
    Banner *m_banner;
    QPushButton *m_save;
    Request m_request;
};

} // namespace crm
