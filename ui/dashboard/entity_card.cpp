#include "ui/dashboard/entity_card.h"
#include "core/access/may_ask.h"
#include "core/model/registry.h"
#include "core/store/session.h"
#include "ui/shell/navigator.h"
#include "ui/style/number_button.h"
#include "ui/style/style_paint.h"
#include "ui/style/widgets.h"
#include <QPainter>
#include <QVBoxLayout>

namespace crm {
namespace {

constexpr int mostViews = 4;

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
    , m_head(makeButton(entity.many().text(), entity.iconName(), ButtonRole::Quiet, this))
    , m_sum(makeLabel({}, TextRole::Body, this, true))
{
    setObjectName(QStringLiteral("card_") + m_entity);
    setAccessibleName(entity.many().text());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::m, space::m, space::m, space::m);
    layout->setSpacing(2);

    m_head->setProperty("crmAlignLeft", true);
    m_head->setFont(fontFor(TextRole::Strong));
    m_head->setToolTip(tr("Open the whole list"));
    connect(m_head, &QPushButton::clicked, this, [this] { m_navigator.openList(m_entity, Query(m_entity)); });
    layout->addWidget(m_head);

    const auto catalog = navigator.session().catalog();
    const Policy policy = navigator.session().actor().policy;
    for (const DefaultView &view : entity.views()) {
        if (m_lines.size() == mostViews)
            break;
        const Query query = viewQuery(*catalog, entity, view);
        if (!mayAsk(policy, *catalog, query))
            continue;
        const int line = int(m_lines.size());
        auto *button = new NumberButton(view.label.text(), line == 0 ? NumberButton::Large : NumberButton::Line, this);
        connect(button, &QAbstractButton::clicked, this, [this, line] { open(line); });
        m_lines.append({query, button});
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

QWidget *EntityCard::handle() const { return m_head; }

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
    m_lines.at(line).button->setNumber(locale.toString(totals.count));
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
