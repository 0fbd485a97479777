#include "ui/records/date_condition.h"
#include "ui/records/choice_editor.h"
#include "ui/records/filter_text.h"
#include "ui/records/near_date.h"
#include "ui/shell/navigator.h"
#include "ui/style/tokens.h"
#include <QLineEdit>
#include <QVBoxLayout>

namespace crm {
namespace {
const QString rangeKey = QStringLiteral("range"), emptyKey = QStringLiteral("empty"),
              filledKey = QStringLiteral("filled"), pastKey = QStringLiteral("past"),
              futureKey = QStringLiteral("future"), keptKey = QStringLiteral("kept");

/// Days around today that people ask for, from and to.
struct Stretch
{
    QString key;
    int from, to;
};
const QList<Stretch> stretches = {{QStringLiteral("last7"), -7, 0},
                                  {QStringLiteral("last30"), -30, 0},
                                  {QStringLiteral("next7"), 0, 7},
                                  {QStringLiteral("next30"), 0, 30}};

bool isRelative(const Filter &filter)
{
    return filter.values.value(0).canConvert<RelativeDate>() ||
           std::any_of(filter.parts.cbegin(), filter.parts.cend(), isRelative);
}
} // namespace

DateCondition::DateCondition(const QString &path, const Field &field, Navigator &navigator, QWidget *parent)
    : ConditionEditor(path, field, parent)
    , m_format(navigator.format())
    , m_period(new PlainCombo(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
{
    m_period->setAccessibleName(tr("Period"));
    m_period->addItem(tr("from - to"), rangeKey);
    for (const QString &word : relativeWords())
        m_period->addItem(relativeText(word), word);
    m_period->addItem(tr("the last 7 days"), stretches.at(0).key);
    m_period->addItem(tr("the last 30 days"), stretches.at(1).key);
    m_period->addItem(tr("the next 7 days"), stretches.at(2).key);
    m_period->addItem(tr("the next 30 days"), stretches.at(3).key);
    m_period->addItem(tr("before today"), pastKey);
    m_period->addItem(tr("after today"), futureKey);
    m_period->addItem(tr("is empty"), emptyKey);
    m_period->addItem(tr("is not empty"), filledKey);
    m_from->setPlaceholderText(tr("from", "a date"));
    m_to->setPlaceholderText(tr("to", "a date"));
    m_from->setAccessibleName(tr("%1 from").arg(field.label().text()));
    m_to->setAccessibleName(tr("%1 to").arg(field.label().text()));
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    row->addWidget(m_from);
    row->addWidget(m_to);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::s);
    box->addWidget(m_period);
    box->addLayout(row);
    setFocusProxy(m_period);
    connect(m_period, &QComboBox::currentIndexChanged, this, [this] {
        showRange(m_period->currentData().toString() == rangeKey);
        Q_EMIT changed();
    });
    for (QLineEdit *edit : {m_from, m_to}) {
        connect(edit, &QLineEdit::textEdited, this, &ConditionEditor::changed);
        connect(edit, &QLineEdit::returnPressed, this, &ConditionEditor::accepted);
    }
}

void DateCondition::showRange(bool on)
{
    m_from->setVisible(on);
    m_to->setVisible(on);
}

QVariant DateCondition::bound(const QLineEdit *edit, bool upper) const
{
    const QString text = edit->text().trimmed();
    if (text.isEmpty())
        return {};
    const auto date = readNearDate(text, QDate::currentDate(), m_format.locale);
    if (!date)
        return {};
    if (field().kind() == Kind::Date)
        return *date;
    return QDateTime(*date, upper ? QTime(23, 59, 59, 999) : QTime(0, 0)).toUTC();
}

QString DateCondition::fault() const
{
    if (m_period->currentData().toString() != rangeKey)
        return {};
    for (const QLineEdit *edit : {m_from, m_to}) {
        if (!edit->text().trimmed().isEmpty() && bound(edit, false).isNull())
            return tr("\"%1\" is no date. Type one like %2, or today, +7.")
                .arg(edit->text(), displayText(Field(Kind::Date, {}, {}), QDate::currentDate(), m_format));
    }
    return {};
}

/// Days counted from today, both included.
Filter DateCondition::within(int from, int to) const
{
    const auto day = [](int days) {
        const QString steps = days < 0 ? QStringLiteral("%1d").arg(days) : QStringLiteral("+%1d").arg(days);
        return QVariant::fromValue(RelativeDate{QStringLiteral("today") + (days == 0 ? QString() : steps)});
    };
    return Filter::all(
        {Filter::where(path(), Op::GreaterOrEqual, day(from)), Filter::where(path(), Op::LessOrEqual, day(to))});
}

Filter DateCondition::filter() const
{
    const QString period = m_period->currentData().toString();
    const auto today = QVariant::fromValue(RelativeDate{QStringLiteral("today")});
    if (period == emptyKey || period == filledKey)
        return isEmpty(period == emptyKey);
    if (period == pastKey || period == futureKey)
        return Filter::where(path(), period == pastKey ? Op::Less : Op::Greater, today);
    if (period == keptKey)
        return m_kept;
    for (const Stretch &stretch : stretches) {
        if (stretch.key == period)
            return within(stretch.from, stretch.to);
    }
    if (period != rangeKey)
        return Filter::where(path(), Op::Equal, QVariant::fromValue(RelativeDate{period}));
    const QVariant from = bound(m_from, false), to = bound(m_to, true);
    if (from.isNull() && to.isNull())
        return {};
    if (from.isNull())
        return Filter::where(path(), Op::LessOrEqual, to);
    if (to.isNull())
        return Filter::where(path(), Op::GreaterOrEqual, from);
    return Filter::all({Filter::where(path(), Op::GreaterOrEqual, from), Filter::where(path(), Op::LessOrEqual, to)});
}

void DateCondition::setFilter(const Filter &filter)
{
    const auto show = [this](QLineEdit *edit, const QVariant &value) {
        const QDate date = field().kind() == Kind::Date ? value.toDate() : value.toDateTime().toLocalTime().date();
        edit->setText(displayText(Field(Kind::Date, {}, {}), date, m_format));
    };
    QString period = rangeKey;
    const QString word = filter.values.value(0).value<RelativeDate>().word;
    const bool plain = filter.type == Filter::Condition &&
                       (filter.op == Op::Equal ||
                        (word == QLatin1String("today") && (filter.op == Op::Less || filter.op == Op::Greater)));
    if (isRelative(filter) && !plain) {
        period = keptKey;
        for (const Stretch &stretch : stretches) {
            if (within(stretch.from, stretch.to) == filter)
                period = stretch.key;
        }
        m_kept = filter;
        if (period == keptKey && m_period->findData(keptKey) < 0)
            m_period->addItem(tr("as it was written"), keptKey);
    } else if (filter.type == Filter::And && filter.parts.size() == 2) {
        show(m_from, filter.parts.at(0).values.value(0));
        show(m_to, filter.parts.at(1).values.value(0));
    } else if (filter.op == Op::IsEmpty || filter.op == Op::IsNotEmpty) {
        period = filter.op == Op::IsEmpty ? emptyKey : filledKey;
    } else if (filter.values.value(0).canConvert<RelativeDate>()) {
        period = filter.op == Op::Less ? pastKey : filter.op == Op::Greater ? futureKey : word;
    } else if (!filter.values.isEmpty()) {
        const bool upper = filter.op == Op::Less || filter.op == Op::LessOrEqual;
        if (!upper)
            show(m_from, filter.values.constFirst());
        if (upper || filter.op == Op::Equal)
            show(m_to, filter.values.constFirst());
    }
    if (m_period->findData(period) < 0)
        m_period->addItem(relativeText(period), period);
    m_period->setCurrentIndex(m_period->findData(period));
    showRange(period == rangeKey);
}

} // namespace crm
