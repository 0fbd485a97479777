#include "ui/records/color_rules_dialog.h"
#include "core/store/session.h"
#include "ui/records/cell_text.h"
#include "ui/records/filter_bar.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/scale.h"
#include "ui/style/tab_order.h"
#include "ui/style/tone_label.h"
#include "ui/style/widgets.h"
#include <QComboBox>
#include <QDialogButtonBox>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace crm {

namespace {
QIcon swatch(const QString &tone)
{
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(toneFor(tone).dot, 3));
    painter.setBrush(toneFor(tone).fill);
    painter.drawRoundedRect(3, 3, 26, 26, 8, 8);
    pixmap.setDevicePixelRatio(2);
    return pixmap;
}
} // namespace

ColorRuleRow::ColorRuleRow(Navigator &navigator, const QString &entity, const QStringList &columns, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_entity(entity)
    , m_tone(new QComboBox(this))
    , m_column(new QComboBox(this))
    , m_filters(new FilterBar(navigator, entity, this))
{
    m_filters->setOwnFieldsOnly(true);
    const auto catalog = navigator.session().catalog();
    for (const QString &tone : toneNames())
        m_tone->addItem(swatch(tone), toneLabel(tone), tone);
    m_tone->setAccessibleName(tr("Colour"));
    m_column->addItem(tr("The whole row"), QString());
    for (const QString &path : columns)
        m_column->addItem(tr("Only “%1”").arg(pathLabel(*catalog, entity, path)), path);
    m_column->setAccessibleName(tr("What is coloured"));
    m_column->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_column->setMinimumContentsLength(18);
    auto *up = makeIconButton(QStringLiteral("arrow-up"), tr("Look at this rule earlier"), this);
    auto *remove = makeIconButton(QStringLiteral("trash"), tr("Remove the rule"), this);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, space::s, 0, space::s);
    box->setSpacing(space::s);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::s);
    head->addWidget(m_tone);
    head->addWidget(m_column, 1);
    head->addWidget(up);
    head->addWidget(remove);
    box->addLayout(head);
    box->addWidget(m_filters);
    box->addWidget(makeSeparator(Qt::Horizontal, this));
    connect(up, &QToolButton::clicked, this, &ColorRuleRow::upRequested);
    connect(remove, &QToolButton::clicked, this, &ColorRuleRow::removeRequested);
}

void ColorRuleRow::setRule(const ColorRule &rule)
{
    m_tone->setCurrentIndex(qMax(0, m_tone->findData(rule.tone)));
    if (m_column->findData(rule.column) < 0) // of a column that is not shown now
        m_column->addItem(pathLabel(*m_navigator.session().catalog(), m_entity, rule.column), rule.column);
    m_column->setCurrentIndex(m_column->findData(rule.column));
    try {
        m_filters->setFilter(
            rule.where.isEmpty() ? Filter() : Filter::parse(rule.where, *m_navigator.session().catalog(), m_entity));
    } catch (const Error &) {
        m_filters->setFilter({}); // its field is gone; the view has said so
    }
}

ColorRule ColorRuleRow::rule() const
{
    const Filter filter = m_filters->filter();
    return {filter.isNone() ? QString() : filter.toExpression(*m_navigator.session().catalog(), m_entity),
            m_tone->currentData().toString(), m_column->currentData().toString()};
}

ColorRulesDialog::ColorRulesDialog(Navigator &navigator, const QString &entity, const QStringList &columns,
                                   const QList<ColorRule> &rules, QWidget *parent)
    : QDialog(parent)
    , m_navigator(navigator)
    , m_entity(entity)
    , m_columns(columns)
{
    setWindowTitle(tr("Colour rows by rules"));
    setMinimumSize(scaledOnScreen(560), 420);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(space::xl, space::xl, space::xl, space::l);
    box->setSpacing(space::m);
    auto *hint =
        makeLabel(tr("The first rule that holds for a row gives it its colour. Rules are kept in the view when "
                     "you save it."),
                  TextRole::Body, this, true);
    hint->setWordWrap(true);
    box->addWidget(hint);
    auto *inside = new QWidget(this);
    m_list = new QVBoxLayout(inside);
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(0);
    m_empty = makeLabel(tr("There are no rules yet."), TextRole::Body, inside, true);
    m_list->addWidget(m_empty);
    m_list->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(inside);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    box->addWidget(scroll, 1);
    for (const ColorRule &rule : rules)
        addRule(rule);

    auto *buttons = new QHBoxLayout;
    m_add = makeButton(tr("Add a rule"), QStringLiteral("plus"), ButtonRole::Normal, this);
    auto *cancel = makeButton(tr("Cancel"), {}, ButtonRole::Normal, this);
    auto *ok = makeButton(tr("Apply"), {}, ButtonRole::Primary, this);
    ok->setDefault(true);
    buttons->addWidget(m_add);
    buttons->addStretch(1);
    buttons->addWidget(makeDialogButtons(ok, cancel, this));
    box->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRule({{}, toneNames().value(m_rows.size() % toneNames().size()), {}})->toneBox()->setFocus();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(ok, &QPushButton::clicked, this, &QDialog::accept);
}

ColorRuleRow *ColorRulesDialog::addRule(const ColorRule &rule)
{
    auto *row = new ColorRuleRow(m_navigator, m_entity, m_columns, this);
    row->setRule(rule);
    m_rows.append(row);
    connect(row, &ColorRuleRow::removeRequested, this, [this, row] {
        const qsizetype at = m_rows.indexOf(row);
        m_rows.removeAt(at);
        row->deleteLater();
        arrange();
        (m_rows.isEmpty() ? static_cast<QWidget *>(m_add) : m_rows.at(qMin(at, m_rows.size() - 1))->toneBox())
            ->setFocus();
    });
    connect(row, &ColorRuleRow::upRequested, this, [this, row] {
        if (const auto at = m_rows.indexOf(row); at > 0)
            m_rows.swapItemsAt(at, at - 1);
        arrange();
    });
    arrange();
    return row;
}

void ColorRulesDialog::arrange()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_list->insertWidget(int(i), m_rows.at(i));
    m_empty->setVisible(m_rows.isEmpty());
    orderTabs(*this);
}

QList<ColorRule> ColorRulesDialog::rules() const
{
    QList<ColorRule> out;
    for (const ColorRuleRow *row : m_rows) {
        const ColorRule rule = row->rule();
        if (!rule.where.isEmpty())
            out.append(rule);
    }
    return out;
}

} // namespace crm
