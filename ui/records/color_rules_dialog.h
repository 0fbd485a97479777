// The rules that colour the rows of a list, for editing: a condition, a colour, and where it shows. The first that
// holds decides.
//
//     ColorRulesDialog dialog(navigator, "orders", columns, rules, this);
//     if (Prompts::run(dialog) == QDialog::Accepted)
//         rules = dialog.rules();
#pragma once
#include "ui/records/color_rule.h"
#include "ui/ui_export.h"
#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace crm {

class FilterBar;
class Navigator;

/// One rule.
class CRM_UI ColorRuleRow : public QWidget
{
    Q_OBJECT
public:
    ColorRuleRow(Navigator &navigator, const QString &entity, const QStringList &columns, QWidget *parent);
    void setRule(const ColorRule &rule);
    ColorRule rule() const; ///< without a condition: `where` is empty
    FilterBar *filterBar() const { return m_filters; }
    QComboBox *toneBox() const { return m_tone; }

Q_SIGNALS:
    void removeRequested();
    void upRequested();

private:
    Navigator &m_navigator;
    QString m_entity;
    QComboBox *m_tone, *m_column;
    FilterBar *m_filters;
};

class CRM_UI ColorRulesDialog : public QDialog
{
    Q_OBJECT
public:
    ColorRulesDialog(Navigator &navigator, const QString &entity, const QStringList &columns,
                     const QList<ColorRule> &rules, QWidget *parent);

    QList<ColorRule> rules() const; ///< those with a condition
    const QList<ColorRuleRow *> &rows() const { return m_rows; }
    ColorRuleRow *addRule(const ColorRule &rule);

private:
    void arrange();

    Navigator &m_navigator;
    QString m_entity;
    QStringList m_columns;
    QList<ColorRuleRow *> m_rows;
    QVBoxLayout *m_list;
    QLabel *m_empty;
    QPushButton *m_add = nullptr;
};

} // namespace crm
