#include "ui/records/date_editor.h"
#include "ui/records/near_date.h"
#include "ui/shell/navigator.h"
#include "ui/style/widgets.h"
#include <QCalendarWidget>
#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crm {

DateEditor::DateEditor(const Field &field, const EditContext &context, QWidget *parent)
    : FieldEditor(field, context, parent)
    , m_edit(new QLineEdit(this))
    , m_format(context.navigator.format())
{
    m_edit->setPlaceholderText(hint());
    m_edit->installEventFilter(this);
    m_button = makeIconButton(QStringLiteral("calendar"), tr("Pick a date"), this);
    m_button->setFocusPolicy(Qt::NoFocus); // Alt+Down opens it from the field
    connect(m_button, &QToolButton::clicked, this, &DateEditor::showCalendar);
    arrange(m_edit, {m_button});
    m_edit->setToolTip(
        tr("A date, or: today, tomorrow, fri, +3, +2w. Arrow keys move by a day, Alt+Down opens the calendar."));
    connect(m_edit, &QLineEdit::textEdited, this, &DateEditor::read);
    connect(m_edit, &QLineEdit::editingFinished, this, &DateEditor::finish);
    connect(m_edit, &QLineEdit::returnPressed, this, &FieldEditor::committed);
}

QWidget *DateEditor::control() const { return m_edit; }

void DateEditor::setValue(const QVariant &value)
{
    m_value = value;
    setFault({});
    m_edit->setText(displayText(field(), value, m_format));
    m_edit->setCursorPosition(0);
}

void DateEditor::setReadOnly(bool on)
{
    markReadOnly(on);
    m_edit->setReadOnly(on);
    m_button->setVisible(!on);
}

void DateEditor::selectAll() { m_edit->selectAll(); }

QDate DateEditor::date() const
{
    if (m_value.isNull())
        return {};
    return isMoment() ? m_value.toDateTime().toLocalTime().date() : m_value.toDate();
}

void DateEditor::read()
{
    const QString text = m_edit->text().trimmed();
    if (text.isEmpty()) {
        m_value = {};
        setFault({});
    } else if (isMoment()) {
        const auto moment = readNearMoment(text, QDateTime::currentDateTime(), m_format.locale);
        setFault(moment ? QString()
                        : tr("Type a date and a time, e.g. %1.")
                              .arg(displayText(field(), QDateTime::currentDateTimeUtc(), m_format)));
        if (moment)
            m_value = moment->toUTC();
    } else {
        const auto date = readNearDate(text, QDate::currentDate(), m_format.locale);
        setFault(
            date ? QString()
                 : tr("Type a date, e.g. %1, today or +3.").arg(displayText(field(), QDate::currentDate(), m_format)));
        if (date)
            m_value = *date;
    }
    Q_EMIT edited();
}

void DateEditor::finish()
{
    if (fault().isEmpty())
        setValue(m_value); // "tomorrow" becomes the date it means
}

void DateEditor::step(int days)
{
    pick((date().isValid() ? date() : QDate::currentDate().addDays(-days)).addDays(days));
}

void DateEditor::pick(const QDate &date)
{
    if (isMoment()) {
        const QTime time = m_value.isNull() ? QTime(9, 0) : m_value.toDateTime().toLocalTime().time();
        setValue(QDateTime(date, time).toUTC());
    } else {
        setValue(date);
    }
    Q_EMIT edited();
}

bool DateEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress && !isReadOnly()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool alt = key->modifiers().testFlag(Qt::AltModifier);
        if (key->key() == Qt::Key_Down && alt) {
            showCalendar();
            return true;
        }
        if ((key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) && !context().inCell &&
            key->modifiers() == Qt::NoModifier) {
            step(key->key() == Qt::Key_Up ? 1 : -1);
            return true;
        }
    }
    return FieldEditor::eventFilter(watched, event);
}

void DateEditor::showCalendar()
{
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    auto *box = new QVBoxLayout(popup);
    box->setContentsMargins(space::xs, space::xs, space::xs, space::xs);
    auto *calendar = new QCalendarWidget(popup);
    calendar->setLocale(m_format.locale);
    calendar->setFirstDayOfWeek(m_format.locale.firstDayOfWeek());
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    calendar->setSelectedDate(date().isValid() ? date() : QDate::currentDate());
    calendar->setAccessibleName(field().label().text());
    box->addWidget(calendar);
    connect(calendar, &QCalendarWidget::activated, popup, [this, popup](const QDate &date) {
        popup->close();
        pick(date);
        m_edit->setFocus();
    });
    connect(calendar, &QCalendarWidget::clicked, popup, [this, popup](const QDate &date) {
        popup->close();
        pick(date);
        m_edit->setFocus();
    });
    popup->move(m_edit->mapToGlobal(QPoint(0, m_edit->height() + 2)));
    popup->show();
    calendar->setFocus();
}

} // namespace crm
