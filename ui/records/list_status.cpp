#include "ui/records/list_status.h"
#include "ui/records/cell_text.h"
#include "ui/records/list_columns.h"
#include "ui/records/record_table.h"
#include "ui/shell/navigator.h"
#include "ui/style/text_direction.h"

namespace crm {

ListStatus::ListStatus(Navigator &navigator, ListModel *model, RecordTable *table, QObject *parent)
    : QObject(parent)
    , m_navigator(navigator)
    , m_model(model)
    , m_table(table)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(30);
    connect(&m_timer, &QTimer::timeout, this, &ListStatus::rebuild);
    m_totalsTimer.setSingleShot(true);
    m_totalsTimer.setInterval(250);
    connect(&m_totalsTimer, &QTimer::timeout, this, &ListStatus::askTotals);
    connect(model, &ListModel::rowsChanged, &m_timer, qOverload<>(&QTimer::start));
    connect(table, &RecordTable::selectionMoved, &m_timer, qOverload<>(&QTimer::start));
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_request.cancel();
        m_hasTotals = false;
        m_totalsTimer.start();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        if (m_hasTotals)
            m_totalsTimer.start();
    });
    connect(model, &ListModel::rearranged, &m_totalsTimer, qOverload<>(&QTimer::start));
}

QStringList ListStatus::sumPaths() const
{
    const Query query = m_model->shownQuery();
    return summedPaths(m_model->catalog(), query.entity, query.columns).mid(0, 4);
}

void ListStatus::askTotals()
{
    const QStringList paths = sumPaths();
    if (paths.isEmpty() || m_model->hasFailed() || m_model->columnCount() == 0)
        return;
    m_request.ask(
        this, m_model->session().totals(m_model->query(), paths),
        [this](const Totals &totals) {
            m_totals = totals;
            m_hasTotals = true;
            rebuild();
        },
        [this](const Error &) {
            m_hasTotals = false; /* the list itself says what is wrong */
        });
}

/// "Total: 12.00 EUR, 7.00 USD"; one text for each field.
QString ListStatus::sumTexts(const QList<Sum> &sums) const
{
    QStringList texts;
    QString last;
    for (const Sum &sum : sums) {
        const Field *field = m_model->catalog().resolve(m_model->query().entity, sum.path);
        if (!field)
            continue;
        FormatContext format = m_navigator.format();
        if (!sum.currency.isEmpty())
            format.currency = sum.currency;
        const bool goesOn = sum.path == last, isLess = goesOn && sum.value < 0;
        const QString text = isolated(displayText(*field, isLess ? -sum.value : sum.value, format));
        if (goesOn)
            texts.last() += (isLess ? QStringLiteral(" \u2212 ") : QStringLiteral(" + ")) + text;
        else
            texts.append(QStringLiteral("%1: %2").arg(field->label().text(), text));
        last = sum.path;
    }
    return texts.join(QStringLiteral(" \u00b7 "));
}

QString ListStatus::sumsOfSelection() const
{
    QList<Sum> sums;
    const auto ranges = m_table->selectedRanges(); // without the heads of groups
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (!sumPaths().contains(m_model->pathAt(column)))
            continue;
        QMap<QString, qint64> byCurrency;
        for (const auto &[from, to] : ranges) {
            for (int row = from; row <= to; ++row) {
                const Row *r = m_model->rowAt(row);
                if (!r)
                    return {}; // a sum without all its rows would be a wrong one
                const QVariant value = r->values.value(column);
                qint64 &sum = byCurrency[m_model->fieldAt(column)->kind() == Kind::Money ? r->currency : QString()];
                sum += value.toLongLong();
            }
        }
        for (auto it = byCurrency.cbegin(); it != byCurrency.cend(); ++it)
            sums.append({m_model->pathAt(column), it.key(), it.value()});
    }
    QString text = sumTexts(sums);
    // Of one column, also what it is on average.
    const qint64 count = m_table->selectedCount();
    if (sums.size() == 1 && count > 0) {
        Sum average = sums.constFirst();
        const qint64 half = average.value < 0 ? -count / 2 : count / 2;
        average.value = (average.value + half) / count;
        text +=
            QStringLiteral(" \u00b7 ") + tr("Average: %1").arg(sumTexts({average}).section(QStringLiteral(": "), 1));
    }
    return text;
}

void ListStatus::rebuild()
{
    const QLocale locale;
    QStringList parts;
    const int rows = int(m_model->recordCount());
    if (m_model->isTotalKnown())
        parts.append(tr("%n rows", nullptr, rows).replace(QString::number(rows), locale.toString(rows)));
    else if (rows > 0)
        parts.append(tr("%1+ rows").arg(locale.toString(rows)));
    // All is all: also what is folded away.
    const qint64 selected = m_table->isAllSelected() ? rows : m_table->selectedCount();
    if (selected > 1)
        parts.append(tr("%1 selected").arg(locale.toString(selected)));
    const bool all = selected == rows || selected <= 1;
    if (!all) {
        if (const QString sums = selected <= 5000 ? sumsOfSelection() : QString(); !sums.isEmpty())
            parts.append(sums);
    } else if (m_hasTotals && rows > 0) {
        parts.append(sumTexts(m_totals.sums));
    }
    parts.removeAll(QString());
    const QString text = parts.join(QStringLiteral(" \u00b7 "));
    if (text == m_text)
        return;
    m_text = text;
    Q_EMIT textChanged(text);
}

} // namespace crm
