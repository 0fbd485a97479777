#include "core/modules/document_totals.h"
#include "core/model/calculator.h"
#include "core/model/format.h"
#include "core/modules/company_parts.h"
#include "core/modules/parts.h"
#include "core/modules/price_parts.h"

namespace crm::modules {

namespace {
constexpr int taxScale = 3; ///< of taxes.percent and of a document's copies

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

void fillLine(RuleContext &c, Record &line, const ClientPrices &prices)
{
    const auto item = c.read.find("items", line.ref("item_id"));
    if (!item)
        return;
    fillIfEmpty(line, "title", item->value("title"));
    fillIfEmpty(line, "description", item->value("description"));
    if (const auto unit = c.read.find("units", item->ref("unit_id")))
        fillIfEmpty(line, "unit", unit->value("name"));
    if (!isEmptyValue(line.value("rate")))
        return;
    const std::optional<qint64> price = prices.of(item->id(), line.integer("quantity"));
    // A price in another currency would be a wrong price.
    if (price || item->text("currency") == c.after.head().text("currency")) {
        line.set("rate", price ? QVariant(*price) : item->value("rate"));
        line.set("taxable", item->value("taxable"));
    }
}

DiscountInput discountOf(const Record &document)
{
    DiscountInput discount;
    discount.afterTax = document.text("discount_when") == QLatin1String("after_tax");
    if (document.integer("discount_percent") != 0) {
        discount.type = DiscountInput::Percent;
        discount.value = document.integer("discount_percent");
    } else if (document.integer("discount_amount") != 0) {
        discount.type = DiscountInput::Amount;
        discount.value = document.integer("discount_amount");
    }
    return discount;
}

LineInput inputOf(const Record &line)
{
    return {.quantity = line.integer("quantity"),
            .price = line.integer("rate"),
            .discount = line.integer("discount"),
            .taxable = line.flag("taxable")};
}

qint64 totalOf(const Record &line)
{
    CalculatorInput in;
    in.lines.append(inputOf(line));
    return calculate(in).lines.first();
}

/// Whether the line names an item that it did not name before.
bool namesNewItem(const RuleContext &c, const QList<Record> &stored, const Record &line)
{
    const Record *was = storedLine(c.before, stored, line.id());
    return line.ref("item_id") != 0 && (!was || was->ref("item_id") != line.ref("item_id"));
}

void shapeByKind(Record &line)
{
    if (line.text("kind") == headingLine) {
        for (const char *field : {"item_id", "quantity", "unit", "rate", "discount"})
            line.set(field, QVariant());
    } else {
        fillIfEmpty(line, "quantity", qint64(1000));
    }
}

void fillLines(RuleContext &c, const QString &linesKey)
{
    const QList<Record> stored = c.before ? c.before->lines(linesKey) : QList<Record>();
    QList<Record> lines = c.after.lines(linesKey);
    IdList unpriced;
    for (Record &line : lines) {
        shapeByKind(line);
        if (namesNewItem(c, stored, line) && isEmptyValue(line.value("rate")))
            unpriced << line.ref("item_id");
    }
    const ClientPrices prices(c, unpriced);
    for (int i = 0; i < lines.size(); ++i) {
        Record &line = lines[i];
        if (namesNewItem(c, stored, line))
            fillLine(c, line, prices);
        if (line.text("title").trimmed().isEmpty()) {
            c.faults.append({"title", label("Choose an item or write what the line is for.").text(),
                             QStringLiteral("%1/%2").arg(linesKey).arg(i + 1)});
        }
    }
    c.after.lines(linesKey) = lines;
}

void compute(RuleContext &c, const QString &linesKey)
{
    if (c.after.head().integer("discount_percent") != 0 && c.after.head().integer("discount_amount") != 0)
        c.refuse("discount_amount", label("Give the discount as a percentage or as an amount, not as both.").text());
    copyTaxRate(c, "tax_id", "tax_percent");
    copyTaxRate(c, "tax2_id", "tax2_percent");
    const DocumentAmounts amounts = calculate(calculatorInput(c.after, linesKey));
    QList<Record> &lines = c.after.lines(linesKey);
    int counted = 0;
    for (Record &line : lines) {
        if (lineCounts(line))
            line.set("total", amounts.lines[counted++]);
        else if (isOptionalLine(line)) // what it would come to
            line.set("total", totalOf(line));
        else
            line.set("total", QVariant());
    }
    c.after.set("subtotal", amounts.subtotal);
    c.after.set("discount_total", amounts.discount);
    c.after.set("tax_total", amounts.taxSum());
    c.after.set("total", amounts.total);
}
} // namespace

void copyTaxRate(RuleContext &c, const char *reference, const char *percent)
{
    const Id tax = c.after.head().ref(reference);
    if (tax == 0) {
        c.after.set(percent, QVariant());
    } else if (c.isNew() || c.changed(reference) || isEmptyValue(c.after.value(percent))) {
        const auto found = c.read.find("taxes", tax);
        const qint64 rate = found ? found->integer("percent") : 0;
        c.after.set(percent, found && found->flag("withheld") ? -rate : rate);
    }
}

CalculatorInput calculatorInput(const Document &document, const QString &linesKey)
{
    CalculatorInput in;
    const QList<Record> lines = document.lines(linesKey);
    for (const Record &line : lines) {
        if (lineCounts(line))
            in.lines.append(inputOf(line));
    }
    in.discount = discountOf(document.head());
    for (const char *field : {"tax_percent", "tax2_percent"}) {
        if (!isEmptyValue(document.value(field)))
            in.taxes.append({document.head().integer(field), taxScale});
    }
    in.taxesIncluded = document.head().flag("taxes_included");
    in.roundBy = roundByName(document.head().text("rounding"));
    return in;
}

QList<Field> documentAmounts()
{
    const Label heading = label("Amounts");
    return {
        companyField(),
        currencyField().group(heading).help(label("Empty: the currency of the client.")),
        percent("discount_percent", label("Discount, percent")).between(0, 10'000).group(heading),
        money("discount_amount", label("Discount, amount"))
            .between(0, std::nullopt)
            .group(heading)
            .help(label("Give either a percentage or an amount.")),
        choice("discount_when", label("Discount is taken off"),
               {{"before_tax", label("Before tax")}, {"after_tax", label("After tax")}})
            .required()
            .byDefault(QString("before_tax"))
            .group(heading),
        ref("tax_id", label("Tax"), "taxes").pickFromList().whenTargetPurged(OnDelete::Restrict).group(heading),
        ref("tax2_id", label("Second tax"), "taxes").pickFromList().whenTargetPurged(OnDelete::Restrict).group(heading),
        percent("tax_percent", label("Tax rate"), taxScale).computed().group(heading),
        percent("tax2_percent", label("Second tax rate"), taxScale).computed().group(heading),
        yesNo("taxes_included", label("Prices include the taxes")).group(heading),
        choice("rounding", label("Rounding"),
               {{"lines", label("Each line", "is rounded")}, {"document", label("The whole document", "is rounded")}})
            .required()
            .byDefault(QString("lines"))
            .group(heading)
            .help(label("Whether each line is rounded to the smallest coin, or only the sum of them.")),
        money("subtotal", label("Subtotal")).computed().group(heading),
        money("discount_total", label("Discount in all")).computed().group(heading),
        money("tax_total", label("Tax in all")).computed().group(heading),
        money("total", label("Total")).computed().inList().group(heading),
    };
}

bool isOptionalLine(const Record &line) { return line.text("kind") == optionalLine; }

bool lineCounts(const Record &line)
{
    return line.text("kind") != headingLine && (!isOptionalLine(line) || line.flag("taken"));
}

PaperLines documentPaperLines() { return {"kind", headingLine, optionalLine, "taken"}; }

QList<Field> documentLineFields(OptionalLines optional)
{
    QList<Choice> kinds{{itemLine, label("Item", "a kind of line")}, {headingLine, label("Heading", "a kind of line")}};
    if (optional == OptionalLines::Yes)
        kinds.append({optionalLine, label("Optional", "a kind of line")});
    QList<Field> fields{
        ref("item_id", label("Item"), "items"),
        text("title", label("Title"), 250).help(label("Empty: the title of the item.")),
        decimal("quantity", label("Quantity"), 3).byDefault(qint64(1000)),
        text("unit", label("Unit", "of measure"), 40),
        money("rate", label("Price"))
            .help(label("Empty: the price on the client's price list, else that of the item.")),
        percent("discount", label("Discount")).between(0, 10'000),
        money("total", label("Total")).computed(),
        yesNo("taxable", label("Taxable")).byDefault(true),
        memo("description", label("Description")),
        choice("kind", label("Kind of line"), kinds)
            .byDefault(itemLine)
            .help(label("A heading stands between the lines and has no price. What is optional has a price, but counts "
                        "only when the client takes it.")),
    };
    if (optional == OptionalLines::Yes)
        fields.append(yesNo("taken", label("Taken", "an optional line"))
                          .help(label("The client takes this optional line: it counts in the total.")));
    return fields;
}

Rule fillLinesFromItems(const QString &lines)
{
    return [lines](RuleContext &c) { fillLines(c, lines); };
}

Rule computeTotals(const QString &lines)
{
    return [lines](RuleContext &c) { compute(c, lines); };
}

void takeCurrencyOfClient(RuleContext &c)
{
    if (!c.isNew() && !c.changed("client_id") && !c.changed("currency"))
        return;
    if (const auto client = c.read.find("clients", c.after.head().ref("client_id")))
        c.after.set("currency", client->value("currency"));
}

} // namespace crm::modules
