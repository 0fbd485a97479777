#include "ui/dashboard/entity_card.h"
#include "core/model/registry.h"
#include "core/store/session.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/style_paint.h"
#include "ui/style/widgets.h"
#include <QPainter>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int mostViews = 4;

/// A number with its label: as the headline (large, label below) or as a line (label left, number right). A button.
class NumberButton : public QAbstractButton
{
public:
    NumberButton(const QString &label, bool large, QWidget *parent)
        : QAbstractButton(parent)
        , m_large(large)
    {
        setText(label);
        setFocusPolicy(Qt::TabFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover, true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setNumber({});
    }
    void setNumber(const QString &number)
    {
        m_number = number;
        setAccessibleName(number.isEmpty() ? text() : text() + QStringLiteral(": ") + number);
        update();
    }
    QSize sizeHint() const override
    {
        if (!m_large)
            return {180, rowHeight() - 2};
        return {180, QFontMetrics(fontFor(TextRole::Display)).height() + fontMetrics().height() + space::s};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colors &c = colors();
        QPainter painter(this);
        if (underMouse() || isDown())
            paint::roundRect(&painter, rect(), isDown() ? c.pressed : c.hover, {}, radius::medium);
        if (hasFocus())
            paint::roundRect(&painter, rect(), {}, c.accentText, radius::medium, 2);
        const QRect r = rect().adjusted(space::s, 0, -space::s, 0);
        if (m_large)
            paintLarge(painter, r);
        else
            paintLine(painter, r);
    }

private:
    void paintLarge(QPainter &painter, const QRect &r)
    {
        painter.setFont(fontFor(TextRole::Display));
        painter.setPen(m_number == QLatin1String("0") ? colors().muted : colors().text);
        const int height = painter.fontMetrics().height();
        if (m_number.isEmpty())
            placeholder(painter, QRect(r.left(), r.top() + height / 2 - 8, 56, 18));
        else
            painter.drawText(QRect(r.left(), r.top() + 2, r.width(), height), Qt::AlignLeft | Qt::AlignVCenter,
                             m_number);
        painter.setFont(font());
        painter.setPen(colors().muted);
        const QRect label(r.left(), r.top() + height, r.width(), r.bottom() - height - r.top());
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, label.width()));
    }
    void paintLine(QPainter &painter, const QRect &r)
    {
        painter.setFont(fontFor(TextRole::Strong));
        const int width = qMax(28, painter.fontMetrics().horizontalAdvance(m_number));
        painter.setPen(m_number == QLatin1String("0") ? colors().muted : colors().text);
        if (m_number.isEmpty())
            placeholder(painter, QRect(r.right() - 28, r.center().y() - 4, 28, 10));
        else
            painter.drawText(r, Qt::AlignRight | Qt::AlignVCenter, m_number);
        painter.setFont(font());
        painter.setPen(colors().text);
        const QRect label = r.adjusted(0, 0, -width - space::s, 0);
        painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, label.width()));
    }
    static void placeholder(QPainter &painter, const QRect &r)
    {
        paint::roundRect(&painter, r, colors().dark ? colors().border : colors().sunken, {}, r.height() / 2.0);
    }

    QString m_number;
    bool m_large;
};

/// What a document comes to. Amounts that people type (a price, a budget) do not add up to anything.
QString totalOf(const Entity &entity)
{
    for (const Field &field : entity.fieldList())
        if (field.kind() == Kind::Money && field.isInList() && field.isReadOnly() &&
            field.fieldClass() == FieldClass::All)
            return field.key();
    return {};
}

} // namespace

Query viewQuery(const Catalog &catalog, const Entity &entity, const DefaultView &view)
{
    Query query(entity.key());
    query.filter = Filter::parse(view.where, catalog, entity.key());
    query.sort = Query::parseSort(view.sort);
    return query;
}

EntityCard::EntityCard(Navigator &navigator, const Entity &entity, QWidget *parent)
    : QFrame(parent)
    , m_navigator(navigator)
    , m_entity(entity.key())
    , m_sumPath(totalOf(entity))
    , m_sum(makeLabel({}, TextRole::Body, this, true))
{
    setObjectName(QStringLiteral("card_") + m_entity);
    setAccessibleName(entity.many().text());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(2);

    auto *head = makeButton(entity.many().text(), entity.iconName(), ButtonRole::Quiet, this);
    head->setProperty("crmAlignLeft", true);
    head->setFont(fontFor(TextRole::Strong));
    head->setToolTip(tr("Open the whole list"));
    connect(head, &QPushButton::clicked, this, [this] { m_navigator.openList(m_entity, Query(m_entity)); });
    layout->addWidget(head);

    const auto catalog = navigator.session().catalog();
    for (const DefaultView &view : entity.views()) {
        if (m_lines.size() == mostViews)
            break;
        const int line = int(m_lines.size());
        auto *button = new NumberButton(view.label.text(), line == 0, this);
        connect(button, &QAbstractButton::clicked, this, [this, line] { open(line); });
        m_lines.append({viewQuery(*catalog, entity, view), button});
        layout->addWidget(button);
        if (line == 0) {
            m_sum->setContentsMargins(space::s, 0, space::s, space::xs);
            m_sum->setVisible(!m_sumPath.isEmpty());
            layout->addWidget(m_sum);
            layout->addSpacing(space::xs);
        }
    }
    layout->addStretch(1);
}

void EntityCard::load() { count(0); }

void EntityCard::count(int line)
{
    if (line >= m_lines.size()) {
        finish();
        return;
    }
    const QStringList sums = line == 0 && !m_sumPath.isEmpty() ? QStringList{m_sumPath} : QStringList{};
    m_request.ask(
        this, m_navigator.session().totals(m_lines.at(line).query, sums),
        [this, line](const Totals &totals) {
            take(line, totals);
            count(line + 1);
        },
        [this](const Error &error) {
            m_sum->setText(error.sentence());
            m_sum->setWordWrap(true);
            m_sum->setVisible(true);
            finish();
        });
}

void EntityCard::finish()
{
    m_settled = true;
    Q_EMIT settled();
}

void EntityCard::take(int line, const Totals &totals)
{
    const QLocale locale = m_navigator.format().locale;
    static_cast<NumberButton *>(m_lines.at(line).button)->setNumber(locale.toString(totals.count));
    if (line > 0)
        return;
    m_headline = totals.count;
    QStringList sums;
    for (const Sum &sum : totals.sums)
        sums.append(Money(sum.value, sum.currency).toLocalized(locale));
    m_sum->setText(sums.mid(0, 2).join(QStringLiteral(" \u00b7 ")));
    m_sum->setToolTip(sums.join(u'\n'));
}

void EntityCard::open(int line) { m_navigator.openList(m_entity, m_lines.at(line).query); }

void EntityCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint::roundRect(&painter, rect(), colors().surface, colors().border, radius::large);
}

} // namespace crm
