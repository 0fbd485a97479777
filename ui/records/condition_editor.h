// Asks for a condition on one field in the way its kind suggests: pick from a list, words, a range, a period, records.
//
//     ConditionEditor *editor = makeConditionEditor(path, *field, navigator, this);
//     editor->setFilter(chip.filter);
//     connect(editor, &ConditionEditor::changed, ...editor->filter()...);
#pragma once
#include "core/model/field.h"
#include "core/model/query.h"
#include "ui/ui_export.h"
#include <QWidget>

namespace crm {

class Navigator;

class CRM_UI ConditionEditor : public QWidget
{
    Q_OBJECT
public:
    ConditionEditor(const QString &path, const Field &field, QWidget *parent);

    /// None while nothing is chosen.
    virtual Filter filter() const = 0;
    virtual void setFilter(const Filter &filter) = 0;
    /// Why what stands there is no condition; empty: it is one, or nothing is chosen yet.
    virtual QString fault() const { return {}; }

Q_SIGNALS:
    void changed();
    void accepted(); ///< Enter: the popup may close

protected:
    const QString &path() const { return m_path; }
    const Field &field() const { return m_field; }
    Filter isEmpty(bool empty) const { return Filter::where(m_path, empty ? Op::IsEmpty : Op::IsNotEmpty); }

private:
    QString m_path;
    Field m_field;
};

CRM_UI ConditionEditor *makeConditionEditor(const QString &path, const Field &field, Navigator &navigator,
                                            QWidget *parent);

} // namespace crm
