// How documents are numbered: a pattern for each kind of record, and whether its series begins anew each year or month.
// Records of which nothing is said here keep the prefix that they were declared with.
#include "core/model/number_series.h"
#include "core/model/error.h"
#include "core/model/registry.h"
#include "core/model/search_words.h"
#include "core/model/text.h"
#include "core/modules/parts.h"
#include "core/store/repository.h"
#include "core/store/stored_documents.h"
#include <QRegularExpression>
#include <algorithm>

namespace crm::modules {

namespace {
constexpr qint64 greatestFirst = 999'999'999'999;

const Label &knownPlaceholders()
{
    static const Label known = label("There are {year}, {yy}, {month}, {number} and, with zeros up to a width, "
                                     "{number:4}.");
    return known;
}

/// The placeholders without their braces; nothing if braces stand there otherwise.
std::optional<QStringList> placeholders(QString pattern)
{
    static const QRegularExpression one("\\{([^{}]*)\\}");
    QStringList found;
    for (auto it = one.globalMatch(pattern); it.hasNext();)
        found << it.next().captured(1);
    pattern.remove(one);
    return pattern.contains(u'{') || pattern.contains(u'}') ? std::nullopt : std::optional(found);
}

bool isNumber(const QString &placeholder)
{
    static const QRegularExpression form("^number(:([1-9]|1[0-8]))?\\z");
    return form.match(placeholder).hasMatch();
}

/// A sentence why the placeholders do not do; empty: they do.
QString placeholderFault(const QString &pattern)
{
    const auto found = placeholders(pattern);
    if (!found)
        return label("Curly braces stand around placeholders only.").text() + u' ' + knownPlaceholders().text();
    int numbers = 0;
    for (const QString &one : *found) {
        if (isNumber(one))
            ++numbers;
        else if (one.section(u':', 0, 0) == u"number")
            return label("The width of a number is 1 to 18 digits, such as {number:4}.").text();
        else if (one != u"year" && one != u"yy" && one != u"month")
            return label("There is no placeholder {%1}.").text().arg(one) + u' ' + knownPlaceholders().text();
    }
    if (numbers == 0)
        return label("The number itself is missing: put {number} or {number:4} where it shall stand.").text();
    return numbers > 1 ? label("The number may stand there only once.").text() : QString();
}

/// A series that begins anew gives the same numbers again, unless they say of which period they are.
QString repetitionFault(const NumberSeries &series)
{
    const bool year = series.pattern.contains(u"{year}") || series.pattern.contains(u"{yy}");
    if (series.restarts == Restarts::EachYear && !year)
        return label("Numbers that begin anew each year need the year in them, {year} or {yy}; else they would repeat.")
            .text();
    if (series.restarts == Restarts::EachMonth && !(year && series.pattern.contains(u"{month}")))
        return label("Numbers that begin anew each month need the year and the month in them, such as "
                     "{yy}{month}-{number:3}; else they would repeat.")
            .text();
    return {};
}

QString lengthFault(const NumberSeries &series, const Entity &entity, const QDate &day)
{
    static const QRegularExpression width("\\{number:(\\d+)\\}");
    const QString digits = width.match(series.pattern).captured(1);
    const qint64 full = QString(std::max(1, digits.toInt()), u'9').toLongLong();
    const QString longest = series.text(std::max({full, series.first, series.raisedTo}), day);
    const qsizetype length = std::max(longest.size(), fold(longest).size());
    const int room = entity.field(entity.numberField())->size();
    return length <= room
               ? QString()
               : label(
                     "The longest of these numbers, %1, has %2 characters; there is room for %3. Shorten the pattern.")
                     .text()
                     .arg(longest)
                     .arg(length)
                     .arg(room);
}

void checkPattern(RuleContext &c, const Registry &registry)
{
    const Entity *entity = registry.find(c.after.head().text("entity"));
    if (!entity || !entity->field(entity->numberField()))
        return c.refuse("entity", label("Records of this kind have no numbers.").text());
    c.after.set("pattern", c.after.head().text("pattern").trimmed());
    const NumberSeries series = numberSeriesOf(c.after.head());
    const QDate today = c.now.toLocalTime().date();
    QString fault = placeholderFault(series.pattern);
    if (fault.isEmpty())
        fault = repetitionFault(series);
    if (fault.isEmpty() && !entity->numberedOnceField().isEmpty() && series.pattern.startsWith(draftNumberPrefix))
        fault = label("Numbers that begin with “#” are those of drafts: begin with something else.").text();
    if (fault.isEmpty())
        fault = lengthFault(series, *entity, today);
    if (!fault.isEmpty())
        return c.refuse("pattern", fault);
    const bool differs =
        c.isNew() || c.changed("pattern") || c.changed("restarts") || c.changed("first") || c.changed("raised_to");
    if (differs) // else a mere save in another year would be a change
        c.after.set("example", series.text(series.least(today), today));
}

/// Which numbers other living series of the same records may give. The usual ones too, for a company: what they gave
/// before stands on documents.
QString sameNumbersAs(RuleContext &c, const NumberSeries &series, const Entity &entity)
{
    QStringList others;
    const IdList rows = c.read.where("number_series", "entity", entity.key());
    for (const Id id : rows) {
        const auto row = id == c.after.id() ? std::nullopt : c.read.find("number_series", id);
        if (!row)
            continue;
        const NumberSeries other = numberSeriesOf(*row);
        if (other.owner == series.owner)
            c.refuse("entity", label("These have a series already: change that one.").text());
        else if (series.mayGiveSameAs(other))
            others << other.pattern;
    }
    const NumberSeries usual = usualSeries(entity.numberPrefix());
    if (series.owner != 0 && others.isEmpty() && series.mayGiveSameAs(usual))
        others << usual.pattern;
    return others.value(0);
}

/// A company's own numbers are told from all others of their kind, so that nobody's series has gaps because of another.
void checkOwner(RuleContext &c, const Registry &registry)
{
    const Entity *entity = registry.find(c.after.head().text("entity"));
    const Id company = c.after.head().ref("company_id");
    c.after.set("whose", c.after.head().text("entity") + (company ? u'/' + QString::number(company) : QString()));
    if (!entity || !entity->field(entity->numberField()))
        return;
    if (company != 0 && numberOwnerField(*entity).isEmpty())
        return c.refuse("company_id",
                        label("These do not say which company of ours they are of: leave this empty.").text());
    const QString other = sameNumbersAs(c, numberSeriesOf(c.after.head()), *entity);
    if (!other.isEmpty())
        c.refuse("pattern",
                 label("The series %1 could give the same numbers. Put something into the pattern that tells "
                       "them apart, such as letters of the company.")
                     .text()
                     .arg(other));
}

/// Only upwards: the store passes over what is used already, and never goes back.
Action raiseAction()
{
    Action a;
    a.key = "raise";
    a.label = label("Set the next number");
    a.icon = "arrow-up";
    a.available = [](const Record &) { return true; };
    a.parameters = {integer("number", label("Next number"))
                        .required()
                        .between(1, greatestFirst)
                        .help(label("Only upwards, and in the current period. A number that is used already is passed "
                                    "over."))};
    a.run = [](ActionContext &context) {
        const NumberSeries series = numberSeriesOf(context.record.head());
        const QDate today = QDate::currentDate();
        const qint64 number = context.parameters.value("number").toLongLong();
        if (number < series.least(today))
            throw Error::validation(
                {{"number",
                  label("The series goes on from %1 already: numbers only go up.").text().arg(series.least(today)),
                  {}}});
        context.record.set("raised_to", number);
        context.record.set("raised_in", series.period(today));
        context.repository.save(context.record);
    };
    return a;
}

QList<Field> fields()
{
    return {
        entityChoice("entity", label("Numbers of", "which records a series is for")).required().inList(),
        ref("company_id", label("Our company"), "companies")
            .pickFromList()
            .inList()
            .whenTargetPurged(OnDelete::Restrict)
            .help(label(
                "Whose documents have these numbers, counted by themselves. Empty: the documents of all that have "
                "no series of their own.")),
        text("pattern", label("Pattern", "of numbers"), 80)
            .required()
            .inList()
            .searchable()
            .placeholder(label("INV-{year}-{number:4}"))
            .help(
                label("What stands in the number. {year} and {yy} are the year of the document, {month} is its month; "
                      "{number} is the number itself, {number:4} with zeros up to four digits. A longer one just "
                      "gets longer.")),
        choice("restarts", label("Begins anew", "a series of numbers"),
               {{restartsKey(Restarts::Never), label("Never", "a series of numbers begins anew")},
                {restartsKey(Restarts::EachYear), label("Each year")},
                {restartsKey(Restarts::EachMonth), label("Each month")}})
            .required()
            .inList()
            .byDefault(restartsKey(Restarts::Never))
            .help(
                label("By the date of the document: an invoice of December that is issued in January takes its number "
                      "from December.")),
        integer("first", label("First number"))
            .required()
            .between(1, greatestFirst)
            .byDefault(QVariant(qint64(1)))
            .help(label("The first one of each period. Raise it, and the series goes on from there; what is used "
                        "already is never given again.")),
        text("example", label("Example", "of a number"), 80)
            .computed()
            .inList()
            .help(label("The number that a document of today gets next. Who is no administrator sees how the first one "
                        "of the current period looks.")),
        integer("raised_to", label("Set by hand", "the next number")).readOnly(),
        text("raised_in", label("Set for the period", "the next number"), 16).readOnly(),
        text("whose", label("Records and company", "what a series is for"), 80).computed().hidden().unique(),
    };
}
} // namespace

void declare_settings_number_series(Registry &registry)
{
    Entity e("number_series", label("Number series", "one"), label("Number series", "several"));
    e.area("settings").place(12).icon("list").title("pattern").notMerged();
    e.hint(
        label("How invoices, orders and other documents are numbered: with the year, from a number of your own, anew "
              "each year. What is not listed here is numbered as it always was."));
    e.fields(fields()).dictionary(); // behind the fields: its position matters least
    const Registry *known = &registry;
    e.beforeSave([known](RuleContext &c) { checkPattern(c, *known); });
    e.beforeSave([known](RuleContext &c) { checkOwner(c, *known); });
    e.action(raiseAction());
    e.sortedBy("entity, company_id");
    keepsNumberSeries("number_series");
    alsoCalled("number_series", label("numbers of documents, numbering, counters", "search words"));
    registry.add(e);
}

} // namespace crm::modules
