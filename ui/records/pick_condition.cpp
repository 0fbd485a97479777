#include "ui/records/pick_condition.h"
#include "core/model/text.h"
#include "core/store/session.h"
#include "ui/records/choice_editor.h"
#include "ui/shell/navigator.h"
#include "ui/style/tokens.h"
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace crm {
namespace {
constexpr int ValueRole = Qt::UserRole, EmptyRole = Qt::UserRole + 1;
const QString anyOf = QStringLiteral("any"), allOf = QStringLiteral("all"), noneOf = QStringLiteral("none");
} // namespace

PickCondition::PickCondition(const QString &path, const Field &field, Navigator &navigator, QWidget *parent)
    : ConditionEditor(path, field, parent)
    , m_navigator(navigator)
    , m_search(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    m_search->setPlaceholderText(tr("Find"));
    m_search->setAccessibleName(tr("Find"));
    m_list->setAccessibleName(field.label().text());
    m_list->setFrameShape(QFrame::NoFrame);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::xs);
    if (field.kind() == Kind::Choices) {
        m_how = new PlainCombo(this);
        m_how->setAccessibleName(tr("Comparison"));
        m_how->addItem(tr("has any of"), anyOf);
        m_how->addItem(tr("has all of"), allOf);
        m_how->addItem(tr("has none of"), noneOf);
        box->addWidget(m_how);
        connect(m_how, &QComboBox::currentIndexChanged, this, &ConditionEditor::changed);
    }
    box->addWidget(m_search);
    box->addWidget(m_list);
    fill();
    connect(m_search, &QLineEdit::textEdited, this, &PickCondition::narrow);
    connect(m_list, &QListWidget::itemChanged, this, [this] {
        if (!m_filling)
            Q_EMIT changed();
    });
    connect(&navigator.session(), &Session::dictionaryChanged, this, [this](const QString &entity) {
        if (entity == this->field().target()) {
            const Filter kept = filter();
            fill();
            setFilter(kept);
        }
    });
}

void PickCondition::fill()
{
    m_filling = true;
    m_list->clear();
    const auto add = [this](const QString &text, const QString &color, const QVariant &value, bool empty = false) {
        auto *item = new QListWidgetItem(toneDot(color), text, m_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setData(ValueRole, value);
        item->setData(EmptyRole, empty);
    };
    if (field().kind() == Kind::Bool) {
        add(tr("Yes"), {}, true);
        add(tr("No"), {}, false);
    } else if (isChoiceKind(field().kind())) {
        for (const Choice &choice : field().choices())
            add(choice.label.text(), choice.color, choice.key);
    } else {
        for (const Option &o : m_navigator.session().dictionary(field().target()))
            add(o.title, o.color, o.id);
    }
    if (!field().isRequired() && field().kind() != Kind::Bool)
        add(tr("is empty"), {}, {}, true);
    m_filling = false;
    m_search->setVisible(m_list->count() > 8);
    setFocusProxy(m_search->isVisibleTo(this) ? static_cast<QWidget *>(m_search) : m_list);
    m_list->setFixedHeight(qBound(2, m_list->count(), 9) * (rowHeight() - 2) + space::s);
    if (m_list->count() > 0)
        m_list->setCurrentRow(0);
}

void PickCondition::narrow(const QString &text)
{
    const QString wanted = fold(text);
    for (int i = 0; i < m_list->count(); ++i)
        m_list->item(i)->setHidden(!fold(m_list->item(i)->text()).contains(wanted));
}

Filter PickCondition::filter() const
{
    QVariantList values;
    bool empty = false;
    for (int i = 0; i < m_list->count(); ++i) {
        const QListWidgetItem *item = m_list->item(i);
        if (item->checkState() != Qt::Checked)
            continue;
        if (item->data(EmptyRole).toBool())
            empty = true;
        else
            values.append(item->data(ValueRole));
    }
    Filter chosen;
    if (several() == noneOf && !values.isEmpty()) {
        Filter held = Filter::where(path(), Op::In);
        held.values = values;
        chosen.type = Filter::Not;
        chosen.parts = {held};
        return chosen; // what is empty has none either
    }
    if (several() == allOf && values.size() > 1) {
        QStringList keys;
        for (const QVariant &value : std::as_const(values))
            keys << value.toString();
        chosen = Filter::where(path(), Op::Equal, choicesValue(keys));
    } else if (values.size() == 1) {
        chosen = Filter::where(path(), Op::Equal, values.constFirst());
    } else if (values.size() > 1) {
        if (field().kind() == Kind::Bool)
            return {};
        chosen = Filter::where(path(), Op::In);
        chosen.values = values;
    }
    if (empty)
        return chosen.isNone() ? isEmpty(true) : Filter::any({chosen, isEmpty(true)});
    return chosen;
}

QString PickCondition::several() const { return m_how ? m_how->currentData().toString() : anyOf; }

void PickCondition::setFilter(const Filter &filter)
{
    QVariantList values = filter.values;
    bool empty = filter.type == Filter::Condition && filter.op == Op::IsEmpty;
    for (const Filter &part : filter.parts) {
        values += part.values;
        empty = empty || part.op == Op::IsEmpty;
    }
    if (m_how) {
        QStringList keys;
        for (const QVariant &value : std::as_const(values))
            keys += choiceKeys(value);
        const bool all = keys.size() > values.size();
        values = QVariantList(keys.cbegin(), keys.cend());
        const QSignalBlocker quiet(m_how);
        m_how->setCurrentIndex(m_how->findData(filter.type == Filter::Not ? noneOf : all ? allOf : anyOf));
    }
    m_filling = true;
    for (int i = 0; i < m_list->count(); ++i) {
        QListWidgetItem *item = m_list->item(i);
        const bool on = item->data(EmptyRole).toBool() ? empty : values.contains(item->data(ValueRole));
        item->setCheckState(on ? Qt::Checked : Qt::Unchecked);
    }
    m_filling = false;
}

} // namespace crm
