// The filter of a list as chips: one a condition; add, change, take away; or the whole of it as an expression.
#pragma once
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/store/await.h"
#include "ui/ui_export.h"
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace crm {

class Chip;
class FlowLayout;
class Navigator;

class CRM_UI FilterBar : public QWidget
{
    Q_OBJECT
public:
    FilterBar(Navigator &navigator, const QString &entity, QWidget *parent);

    Filter filter() const;
    void setFilter(const Filter &filter);                  ///< emits nothing
    Filter partOf(const QString &path) const;              ///< the condition on it; none: there is none
    void setPart(const QString &path, const Filter &part); ///< instead of that; tells as if a person had done it
    QString valuesOf(const Filter &part) const;            ///< "New, Paid"
    void addCondition(const QString &path); ///< opens its editor; nothing is filtered until something is chosen
    void openFieldMenu();
    void takeCatalog(); ///< fields have come or gone; setFilter() must follow
    void showExpression(bool on);
    void setOwnFieldsOnly(bool on) { m_ownOnly = on; } ///< no conditions on what points to a record
    QLineEdit *expressionEdit() const { return m_expression; }
    QString expressionFault() const;
    const QList<Chip *> &chips() const { return m_chips; }

Q_SIGNALS:
    void filterChanged();
    void chipsChanged(); ///< what they say differs, whoever changed it

private:
    void rebuild();
    void giveFocusBack();
    FormatContext format() const;
    void edit(qsizetype index, QWidget *anchor);
    void removeAt(qsizetype index);
    void readExpression();
    void resolveTitles();
    void tell();

    Navigator &m_navigator;
    QString m_entity;
    std::shared_ptr<const Catalog> m_catalog;
    QList<Filter> m_parts;
    bool m_ownOnly = false;
    QHash<QPair<QString, Id>, QString> m_titles;
    FlowLayout *m_flow;
    QList<Chip *> m_chips;
    QToolButton *m_add, *m_code;
    QWidget *m_expressionRow;
    QLineEdit *m_expression;
    QLabel *m_fault;
    Request m_titlesRequest;
    qsizetype m_focusAt = -1; ///< the chip that had the focus when the chips were made anew
};

} // namespace crm
