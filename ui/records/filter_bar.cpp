#include "ui/records/filter_bar.h"
#include "core/model/related_filter.h"
#include "core/store/session.h"
#include "ui/records/field_menu.h"
#include "ui/records/filter_popup.h"
#include "ui/records/filter_text.h"
#include "ui/records/flow_layout.h"
#include "ui/records/list_columns.h"
#include "ui/shell/navigator.h"
#include "ui/style/icons.h"
#include "ui/style/tab_order.h"
#include "ui/style/widgets.h"
#include <QApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace crm {

FilterBar::FilterBar(Navigator &navigator, const QString &entity, QWidget *parent)
    : QWidget(parent)
    , m_navigator(navigator)
    , m_entity(entity)
    , m_catalog(navigator.session().catalog())
    , m_add(new QToolButton(this))
    , m_code(makeIconButton(QStringLiteral("edit"), tr("Filter as an expression"), this))
    , m_expressionRow(new QWidget(this))
    , m_expression(new QLineEdit(m_expressionRow))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(space::xs);
    auto *chips = new QWidget(this);
    m_flow = new FlowLayout(chips);
    m_add->setText(tr("Filter"));
    m_add->setIcon(icon(QStringLiteral("filter")));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    m_add->setFocusPolicy(Qt::StrongFocus);
    m_add->setAccessibleName(tr("Add a filter"));
    m_add->setToolTip(tr("Add a filter"));
    m_code->setCheckable(true);
    m_flow->addWidget(m_add);
    m_flow->addWidget(m_code);
    box->addWidget(chips);

    auto *row = new QVBoxLayout(m_expressionRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_expression->setPlaceholderText(tr("For example: client.country = Germany and total > 1000"));
    m_expression->setAccessibleName(tr("Filter expression"));
    m_fault = makeLabel({}, TextRole::Caption, m_expressionRow);
    m_fault->setWordWrap(true);
    row->addWidget(m_expression);
    row->addWidget(m_fault);
    box->addWidget(m_expressionRow);
    m_expressionRow->hide();
    m_fault->hide();

    connect(m_add, &QToolButton::clicked, this, &FilterBar::openFieldMenu);
    connect(m_code, &QToolButton::toggled, this, &FilterBar::showExpression);
    connect(m_expression, &QLineEdit::returnPressed, this, &FilterBar::readExpression);
    connect(m_expression, &QLineEdit::textEdited, this, [this] {
        setFieldFault(m_expression, false);
        m_fault->hide();
    });
}

Filter FilterBar::filter() const { return joinParts(m_parts); }

void FilterBar::setFilter(const Filter &filter)
{
    m_parts = filterParts(filter);
    m_expression->setText(filter.isNone() ? QString() : filter.toExpression(*m_catalog, m_entity));
    setFieldFault(m_expression, false);
    m_fault->hide();
    rebuild();
    resolveTitles();
}

void FilterBar::takeCatalog()
{
    m_parts.clear(); // they may name what is gone
    m_catalog = m_navigator.session().catalog();
}

void FilterBar::tell()
{
    m_expression->setText(m_parts.isEmpty() ? QString() : filter().toExpression(*m_catalog, m_entity));
    resolveTitles();
    Q_EMIT filterChanged();
}

FormatContext FilterBar::format() const
{
    FormatContext format = m_navigator.format();
    format.titleOf = [this](const QString &entity, Id id) { return m_titles.value({entity, id}); };
    return format;
}

Filter FilterBar::partOf(const QString &path) const
{
    for (const Filter &part : m_parts)
        if (pathOfPart(part) == path)
            return part;
    return {};
}

void FilterBar::setPart(const QString &path, const Filter &part)
{
    const auto it =
        std::find_if(m_parts.begin(), m_parts.end(), [&](const Filter &one) { return pathOfPart(one) == path; });
    if (it != m_parts.end() ? *it == part : part.isNone())
        return;
    if (it == m_parts.end())
        m_parts.append(part);
    else if (part.isNone())
        m_parts.erase(it);
    else
        *it = part;
    rebuild();
    tell();
}

QString FilterBar::valuesOf(const Filter &part) const { return filterValues(part, *m_catalog, m_entity, format()); }

void FilterBar::rebuild()
{
    if (const qsizetype at = m_chips.indexOf(window()->focusWidget()); at >= 0)
        m_focusAt = at;
    for (Chip *chip : std::as_const(m_chips))
        chip->deleteLater(); // one of them may be handling its own click
    m_chips.clear();
    const FormatContext format = this->format();
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        const QString text = describeFilter(m_parts.at(i), *m_catalog, m_entity, format);
        auto *chip = new Chip(text, this);
        chip->setRemovable(true);
        chip->setTone(QStringLiteral("blue"));
        chip->setAccessibleName(tr("Filter: %1").arg(text));
        chip->setFocusPolicy(Qt::StrongFocus);
        connect(chip, &Chip::clicked, this, [this, i, chip] { edit(i, chip); });
        connect(chip, &Chip::removeRequested, this, [this, i] { removeAt(i); });
        m_flow->insertWidget(int(i), chip);
        chip->show();
        m_chips.append(chip);
    }
    orderTabs(*this);
    updateGeometry();
    Q_EMIT chipsChanged();
    if (m_focusAt >= 0)
        QMetaObject::invokeMethod(this, &FilterBar::giveFocusBack, Qt::QueuedConnection);
}

/// The chip that had it is another one now; not before its editor has closed, nor if one has gone elsewhere.
void FilterBar::giveFocusBack()
{
    if (m_focusAt < 0 || QApplication::activePopupWidget())
        return;
    const qsizetype at = std::exchange(m_focusAt, -1);
    const QWidget *focus = window()->focusWidget();
    if (!focus || isAncestorOf(focus))
        (m_chips.isEmpty() ? static_cast<QWidget *>(m_add) : m_chips.at(qMin(at, m_chips.size() - 1)))->setFocus();
}

void FilterBar::openFieldMenu()
{
    const QStringList paths = filterPaths(*m_catalog, m_catalog->at(m_entity), m_navigator.session().actor().policy);
    auto *menu = new FieldMenu(*m_catalog, m_entity, paths, nullptr, this);
    connect(menu, &FieldMenu::picked, this, &FilterBar::addCondition);
    menu->openBelow(m_add);
}

void FilterBar::addCondition(const QString &path)
{
    m_parts.append(Filter());
    const qsizetype index = m_parts.size() - 1;
    auto *popup = new FilterPopup(m_navigator, m_entity, path, this);
    connect(popup, &FilterPopup::changed, this, [this, index](const Filter &f) {
        m_parts[index] = f;
        tell();
    });
    connect(popup, &FilterPopup::removed, this, [this, index] { m_parts[index] = Filter(); });
    connect(popup, &FilterPopup::closed, this, [this] {
        m_parts.removeIf([](const Filter &f) { return f.isNone(); });
        rebuild();
        tell();
    });
    popup->openBelow(m_add);
}

void FilterBar::edit(qsizetype index, QWidget *anchor)
{
    const QString path = pathOfPart(m_parts.at(index));
    if (path.isEmpty() || !m_catalog->resolve(m_entity, path)) {
        m_code->setChecked(true);
        return;
    }
    auto *popup = new FilterPopup(m_navigator, m_entity, path, this);
    popup->setFilter(m_parts.at(index));
    connect(popup, &FilterPopup::changed, this, [this, index](const Filter &f) {
        m_parts[index] = f;
        tell();
    });
    connect(popup, &FilterPopup::removed, this, [this, index] { m_parts[index] = Filter(); });
    connect(popup, &FilterPopup::closed, this, [this] {
        m_parts.removeIf([](const Filter &f) { return f.isNone(); });
        rebuild();
        tell();
    });
    popup->openBelow(anchor);
}

void FilterBar::removeAt(qsizetype index)
{
    if (index < 0 || index >= m_parts.size())
        return;
    m_parts.removeAt(index);
    rebuild();
    tell();
    (m_chips.isEmpty() ? static_cast<QWidget *>(m_add) : m_chips.at(qMin(index, m_chips.size() - 1)))->setFocus();
}

void FilterBar::showExpression(bool on)
{
    const QSignalBlocker quiet(m_code);
    m_code->setChecked(on);
    m_expressionRow->setVisible(on);
    if (on)
        m_expression->setFocus();
}

QString FilterBar::expressionFault() const { return m_fault->isHidden() ? QString() : m_fault->text(); }

void FilterBar::readExpression()
{
    const QString text = m_expression->text().trimmed();
    try {
        const Filter filter = text.isEmpty() ? Filter() : Filter::parse(text, *m_catalog, m_entity);
        if (m_ownOnly && !relatedEntities(filter, *m_catalog, m_entity).isEmpty())
            throw Error(ErrorKind::Validation, tr("Rules look at the row alone: “has” cannot be asked here."));
        m_parts = filterParts(filter);
        rebuild();
        resolveTitles();
        Q_EMIT filterChanged();
    } catch (const Error &e) {
        QPalette palette = m_fault->palette();
        palette.setColor(QPalette::WindowText, colors().danger);
        m_fault->setPalette(palette);
        m_fault->setText(e.sentence());
        m_fault->show();
        setFieldFault(m_expression, true);
    }
}

void FilterBar::resolveTitles()
{
    QHash<QString, IdList> missing;
    const QHash<QString, IdList> all = idsInFilter(filter(), *m_catalog, m_entity);
    for (auto it = all.cbegin(); it != all.cend(); ++it) {
        for (const Id id : it.value()) {
            if (!m_titles.contains({it.key(), id}))
                missing[it.key()].append(id);
        }
    }
    if (missing.isEmpty())
        return;
    const auto job = [missing](Repository &r) {
        QHash<QPair<QString, Id>, QString> titles;
        for (auto it = missing.cbegin(); it != missing.cend(); ++it) {
            for (const Option &o : r.options(it.key(), it.value()))
                titles.insert({it.key(), o.id}, o.title);
        }
        return titles;
    };
    m_titlesRequest.ask(
        this, m_navigator.session().read(job),
        [this](const QHash<QPair<QString, Id>, QString> &titles) {
            m_titles.insert(titles);
            rebuild();
        },
        [this](const Error &e) { m_navigator.showError(e); });
}

} // namespace crm
