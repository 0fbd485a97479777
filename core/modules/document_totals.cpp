#include "core/modules/order_totals.h"
#include "core/model/calculator.h"
#include "core/model/format.h"

namespace crm::modules {

namespace {
const char *const linesKey = "order_lines";
constexpr int taxScale = 3; ///< of taxes.percent and of the order's copies

const Record *storedLine(const Document *before, const QList<Record> &stored, Id id)
{
    if (before && id != 0) {
        for (const Record &line : stored) {
            if (line.id() == id)
                return &line;
        }
    }
    return nullptr;
}

void fillIfEmpty(Record &line, const char *field, const QVariant &value)
{
    if (isEmptyValue(line.value(field)) && !isEmptyValue(value))
        line.set(field, value);
}

void fillLine(RuleContext &c, Record &line)
{
    const auto item = c.read.find("items", line.ref("item_id"));
    if (!item)
        return;
    fillIfEmpty(line, "title", item->value("title"));
    fillIfEmpty(line, "description", item->value("description"));
    if (const auto unit = c.read.find("units", item->ref("unit_id")))
        fillIfEmpty(line, "unit", unit->value("name"));
    // A price in another currency would be a wrong price.
    if (isEmptyValue(line.value("rate")) && item->text("currency") == c.after.head().text("currency")) {
        line.set("rate", item->value("rate"));
        line.set("taxable", item->value("taxable"));
    }
}

/// The rate that a chosen tax has now; what an order was made with stays, whatever becomes of the tax.
void copyTaxRate(RuleContext &c, const char *refField, const char *percentField)
{
    const Id tax = c.after.head().ref(refField);
    if (tax == 0) {
        c.after.set(percentField, QVariant());
    } else if (c.isNew() || c.changed(refField) || isEmptyValue(c.after.value(percentField))) {
        const auto found = c.read.find("taxes", tax);
        c.after.set(percentField, found ? found->value("percent") : QVariant(qint64(0)));
    }
}

DiscountInput discountOf(const Record &order)
{
    DiscountInput discount;
    discount.afterTax = order.text("discount_when") == QLatin1String("after_tax");
    if (order.integer("discount_percent") != 0) {
        discount.type = DiscountInput::Percent;
        discount.value = order.integer("discount_percent");
    } else if (order.integer("discount_amount") != 0) {
        discount.type = DiscountInput::Amount;
        discount.value = order.integer("discount_amount");
    }
    return discount;
}

CalculatorInput inputOf(const Document &order)
{
    CalculatorInput in;
    const QList<Record> lines = order.lines(linesKey);
    for (const Record &line : lines) {
        in.lines.append({.quantity = line.integer("quantity"),
                         .price = line.integer("rate"),
                         .discount = line.integer("discount"),
                         .taxable = line.flag("taxable")});
    }
    in.discount = discountOf(order.head());
    for (const char *field : {"tax_percent", "tax2_percent"}) {
        if (!isEmptyValue(order.value(field)))
            in.taxes.append({order.head().integer(field), taxScale});
    }
    in.roundBy = roundByName(order.head().text("rounding"));
    return in;
}
} // namespace

void fillLinesFromItems(RuleContext &c)
{
    const QList<Record> stored = c.before ? c.before->lines(linesKey) : QList<Record>();
    QList<Record> lines = c.after.lines(linesKey);
    for (int i = 0; i < lines.size(); ++i) {
        Record &line = lines[i];
        const Record *was = storedLine(c.before, stored, line.id());
        if (line.ref("item_id") != 0 && (!was || was->ref("item_id") != line.ref("item_id")))
            fillLine(c, line);
        if (line.text("title").trimmed().isEmpty()) {
            c.faults.append({"title", label("Choose an item or write what the line is for.").text(),
                             QStringLiteral("%1/%2").arg(linesKey).arg(i + 1)});
        }
    }
    c.after.lines(linesKey) = lines;
}

void computeOrderTotals(RuleContext &c)
{
    if (c.after.head().integer("discount_percent") != 0 && c.after.head().integer("discount_amount") != 0)
        c.refuse("discount_amount", label("Give the discount as a percentage or as an amount, not as both.").text());
    copyTaxRate(c, "tax_id", "tax_percent");
    copyTaxRate(c, "tax2_id", "tax2_percent");
    const DocumentAmounts amounts = calculate(inputOf(c.after));
    QList<Record> &lines = c.after.lines(linesKey);
    for (int i = 0; i < lines.size(); ++i)
        lines[i].set("total", amounts.lines[i]);
    c.after.set("subtotal", amounts.subtotal);
    c.after.set("discount_total", amounts.discount);
    c.after.set("tax_total", amounts.taxSum());
    c.after.set("total", amounts.total);
}

} // namespace crm::modules
