#include "core/modules/document_shares.h"
#include "core/model/decimal.h"
#include "core/modules/document_totals.h"

namespace crm::modules {

namespace {
/// Spreads an amount over weights; without any weight it goes to the last one.
QList<qint64> spread(qint64 amount, const QList<qint64> &weights)
{
    qint64 sum = 0;
    for (const qint64 weight : weights)
        sum += weight;
    QList<qint64> parts;
    qint64 seen = 0, given = 0;
    for (const qint64 weight : weights) {
        seen += weight;
        const qint64 now = sum == 0 ? 0 : mulDivRound(amount, seen, sum);
        parts << now - given;
        given = now;
    }
    if (!parts.isEmpty())
        parts.last() += amount - given;
    return parts;
}
} // namespace

QList<LineShare> lineShares(const Document &document, const QString &lines)
{
    QList<qint64> all, taxable;
    const QList<Record> records = document.lines(lines);
    for (const Record &line : records) {
        const qint64 counts = lineCounts(line) ? line.integer("total") : 0;
        all << counts;
        taxable << (line.flag("taxable") ? counts : 0);
    }
    const qint64 tax = document.head().integer("tax_total"), total = document.head().integer("total");
    const bool included = document.head().flag("taxes_included"); // then lines are gross, else net
    const QList<qint64> taxes = spread(tax, taxable), parts = spread(included ? total : total - tax, all);
    QList<LineShare> shares;
    for (int i = 0; i < records.size(); ++i) {
        const qint64 gross = included ? parts[i] : parts[i] + taxes[i];
        shares.append({gross - taxes[i], taxes[i], gross});
    }
    return shares;
}

} // namespace crm::modules
