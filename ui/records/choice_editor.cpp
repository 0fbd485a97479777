#include "ui/records/choice_editor.h"
#include "core/store/session.h"
#include "ui/shell/navigator.h"
#include "ui/style/tokens.h"
#include <QAbstractItemView>
#include <QPainter>
#include <QScopedValueRollback>
#include <QWheelEvent>

namespace crm {

PlainCombo::PlainCombo(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMaxVisibleItems(16);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
}

void PlainCombo::showPopup()
{
    Q_EMIT entered();
    QComboBox::showPopup();
}

void PlainCombo::wheelEvent(QWheelEvent *event) { event->ignore(); }

void PlainCombo::focusInEvent(QFocusEvent *event)
{
    QComboBox::focusInEvent(event);
    Q_EMIT entered();
}

void PlainCombo::keyPressEvent(QKeyEvent *event)
{
    const QScopedValueRollback<bool> stepping(m_stepping, true);
    QComboBox::keyPressEvent(event);
}

QIcon toneDot(const QString &token)
{
    if (token.isEmpty())
        return {};
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(toneFor(token).dot);
    painter.drawEllipse(8, 8, 16, 16);
    pixmap.setDevicePixelRatio(2);
    return pixmap;
}

ChoiceEditor::ChoiceEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
{
    auto *box = new PlainCombo(this);
    m_box = box;
    arrange(m_box);
    fill();
    connect(m_box, &QComboBox::activated, this, [this, box](int at) {
        m_value = m_box->itemData(at);
        Q_EMIT edited();
        if (!box->isStepping())
            Q_EMIT committed();
    });
    connect(box, &PlainCombo::entered, this, &ChoiceEditor::loadOptions);
    if (!field.target().isEmpty()) {
        connect(&navigator().session(), &Session::dictionaryChanged, this, [this](const QString &entity) {
            if (entity == this->field().target())
                fill();
        });
    }
}

QWidget *ChoiceEditor::control() const { return m_box; }

QList<ChoiceEditor::Item> ChoiceEditor::items() const
{
    QList<Item> result;
    if (field().kind() == Kind::Choice) {
        const QStringList reachable = field().transitions().value(m_origin.toString());
        for (const Choice &choice : field().choices()) {
            const bool offered = isEmptyValue(m_origin) || reachable.isEmpty() || reachable.contains(choice.key) ||
                                 choice.key == m_origin.toString() || choice.key == m_value.toString();
            if (offered)
                result.append({choice.key, choice.label.text(), choice.color});
        }
        return result;
    }
    const QList<Option> rows = m_asked ? m_options : navigator().session().dictionary(field().target());
    for (const Option &option : rows)
        result.append({option.id, option.title, option.color});
    return result;
}

void ChoiceEditor::fill()
{
    QList<Item> list = items();
    const auto at = std::find_if(list.cbegin(), list.cend(), [this](const Item &i) { return i.value == m_value; });
    if (at == list.cend() && !isEmptyValue(m_value)) // gone from the dictionary, or not loaded yet
        list.append({m_value, m_titles.value(m_value.toLongLong(), m_value.toString()), {}});
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    if (!field().isRequired() || isEmptyValue(m_value))
        m_box->addItem(QString(), QVariant());
    for (const Item &item : std::as_const(list))
        m_box->addItem(toneDot(item.color), item.text, item.value);
    int index = 0;
    for (int i = 0; i < m_box->count(); ++i) {
        if (m_box->itemData(i) == m_value)
            index = i;
    }
    m_box->setCurrentIndex(index);
}

void ChoiceEditor::setValue(const QVariant &value)
{
    m_value = isEmptyValue(value) ? QVariant() : value;
    if (field().kind() != Kind::Choice && !m_value.isNull())
        m_value = QVariant::fromValue<Id>(m_value.toLongLong());
    fill();
}

void ChoiceEditor::setOrigin(const QVariant &stored)
{
    m_origin = stored;
    fill();
}

void ChoiceEditor::setTitle(Id id, const QString &title)
{
    if (id != 0 && !title.isEmpty() && m_titles.value(id) != title) {
        m_titles.insert(id, title);
        fill();
    }
}

void ChoiceEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_box->setEnabled(!on);
    m_box->setProperty("readOnly", on); // to be read, so not drawn faint
    m_box->update();
}

void ChoiceEditor::loadOptions()
{
    const Entity *target = navigator().session().catalog()->find(field().target());
    if (!target || target->isDictionary() || m_asked)
        return;
    m_asked = true;
    m_request.ask(
        this, navigator().session().lookup(field().target(), {}, 200),
        [this](const QList<Option> &options) {
            m_options = options;
            std::sort(m_options.begin(), m_options.end(), [](const Option &a, const Option &b) {
                return QString::localeAwareCompare(a.title, b.title) < 0;
            });
            const bool open = m_box->view()->isVisible();
            if (open)
                m_box->hidePopup();
            fill();
            if (open)
                m_box->QComboBox::showPopup();
        },
        [this](const Error &e) { navigator().showError(e); });
}

} // namespace crm
