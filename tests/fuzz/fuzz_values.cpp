// Values as text and back: what machines read comes back exactly, what people read comes back in every locale, and
// whatever a person types is a value that can be stored, or a sentence.
#include "tests/fuzz/fuzz_values.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/model/validation.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace crm;

namespace {

Label quiet(const char *text) { return Label::literal(QString::fromLatin1(text)); }

const QList<Field> &fields()
{
    const Label l = quiet("Value");
    static const QList<Field> all = {
        text(QStringLiteral("v"), l, 100),
        memo(QStringLiteral("v"), l),
        integer(QStringLiteral("v"), l),
        decimal(QStringLiteral("v"), l, 0),
        decimal(QStringLiteral("v"), l, 3),
        decimal(QStringLiteral("v"), l, 6),
        money(QStringLiteral("v"), l),
        percent(QStringLiteral("v"), l),
        date(QStringLiteral("v"), l),
        moment(QStringLiteral("v"), l),
        duration(QStringLiteral("v"), l),
        yesNo(QStringLiteral("v"), l),
        choice(QStringLiteral("v"), l,
               {{QStringLiteral("in_work"), quiet("In work")}, {QStringLiteral("done"), quiet("Done")}}),
        choices(QStringLiteral("v"), l,
                {{QStringLiteral("in_work"), quiet("In work")},
                 {QStringLiteral("done"), quiet("Done")},
                 {QStringLiteral("a"), quiet("Black, white")},
                 {QStringLiteral("b"), quiet("White")}}),
        timeOfDay(QStringLiteral("v"), l),
        email(QStringLiteral("v"), l),
        phone(QStringLiteral("v"), l),
        url(QStringLiteral("v"), l),
        color(QStringLiteral("v"), l),
        ref(QStringLiteral("v"), l, QStringLiteral("things")),
        file(QStringLiteral("v"), l),
        refList(QStringLiteral("v"), l, QStringLiteral("things")),
        labels(QStringLiteral("v"), l)};
    return all;
}

QString name(const Field &field) { return kindName(field.kind()) + u'/' + QString::number(field.scale()); }

QString shown(const QVariant &value) { return value.toString() + QLatin1String(" as ") + value.typeName(); }

void machines(fuzz::Chance &chance, const Field &field, const QString &currency)
{
    const QVariant value = fuzz::anyValue(chance, field);
    const QString text = machineText(field, value, currency);
    QString fault;
    const QVariant back = parseText(field, text, {QLocale::c(), currency, {}}, &fault);
    fuzz::require(back == value && fault.isEmpty(),
                  QStringLiteral("%1: the machine's text comes back as %2 %3").arg(name(field), shown(back), fault),
                  text);
    const QJsonValue json = toJson(field, value, currency);
    const QByteArray bytes = QJsonDocument(QJsonObject{{QStringLiteral("v"), json}}).toJson();
    const QJsonValue read = QJsonDocument::fromJson(bytes).object().value(QStringLiteral("v"));
    const QVariant fromBytes = fromJson(field, read, currency, &fault);
    fuzz::require(fromBytes == value && fault.isEmpty(),
                  QStringLiteral("%1: JSON comes back as %2 %3").arg(name(field), shown(fromBytes), fault), bytes);
}

void people(fuzz::Chance &chance, const Field &field, const FormatContext &context)
{
    if (isRefKind(field.kind()) || isListKind(field.kind()))
        return; // people see titles
    QVariant value = fuzz::anyValue(chance, field);
    if (field.kind() == Kind::Moment) { // people see whole minutes
        const QDateTime at = value.toDateTime();
        value = at.addMSecs(-(at.toMSecsSinceEpoch() % 60'000));
    } else if (field.kind() == Kind::Date) { // where years have two digits they mean our times
        value = QDate(1980, 1, 1).addDays(chance.below(20'000));
    }
    const QString text = displayText(field, value, context);
    QString fault;
    const QVariant back = parseText(field, text, context, &fault);
    fuzz::require(back == value && fault.isEmpty(),
                  QStringLiteral("%1 in %2: comes back as %3, not %4; %5")
                      .arg(name(field), context.locale.name(), shown(back), shown(value), fault),
                  text);
}

void typed(fuzz::Chance &chance, const Field &field, const FormatContext &context)
{
    static const QStringList pieces = {
        QStringLiteral("1"),    QStringLiteral("0"),   QStringLiteral("12"),   QStringLiteral("999999999999"),
        QStringLiteral("."),    QStringLiteral(","),   QStringLiteral("-"),    QStringLiteral("+"),
        QStringLiteral(":"),    QStringLiteral("/"),   QStringLiteral(" "),    QStringLiteral("\u00A0"),
        QStringLiteral("%"),    QStringLiteral("€"),   QStringLiteral("EUR"),  QStringLiteral("e5"),
        QStringLiteral("h"),    QStringLiteral("min"), QStringLiteral("2026"), QStringLiteral("T"),
        QStringLiteral("Z"),    QStringLiteral("yes"), QStringLiteral("#"),    QStringLiteral("@"),
        QStringLiteral("done"), QStringLiteral("'"),   QStringLiteral("("),    QStringLiteral("\u2212")};
    QString text = chance.once(3) ? chance.text(20) : chance.pieces(pieces, 8);
    if (chance.once(3))
        text = QString::fromUtf8(
            chance.spoiled(machineText(field, fuzz::anyValue(chance, field), context.currency).toUtf8()));
    QString fault;
    const QVariant value = parseText(field, text, context, &fault);
    const QString where = name(field) + QLatin1String(" in ") + context.locale.name();
    if (!fault.isEmpty()) {
        fuzz::require(!value.isValid(), where + QStringLiteral(": a fault and a value"), text);
        return;
    }
    bool ok = true;
    const QVariant canonical = canonicalValue(field, value, &ok);
    fuzz::require(ok && canonical == value, where + QStringLiteral(": not canonical: ") + shown(value), text);
    if (isEmptyValue(value))
        return;
    const QString written = machineText(field, value, context.currency);
    const QVariant back = parseText(field, written, {QLocale::c(), context.currency, {}}, &fault);
    fuzz::require(back == value && fault.isEmpty(),
                  where + QStringLiteral(": read as %1, which is written as %2 and read as %3 %4")
                              .arg(shown(value), written, shown(back), fault),
                  text);
}

} // namespace

int main(int argc, char **argv)
{
    return fuzz::run(argc, argv, [](fuzz::Chance &chance) {
        static const QList<QLocale> locales = {QLocale::c(),
                                               QLocale(QLocale::English, QLocale::UnitedStates),
                                               QLocale(QLocale::English, QLocale::UnitedKingdom),
                                               QLocale(QLocale::Russian, QLocale::Russia),
                                               QLocale(QLocale::German, QLocale::Germany),
                                               QLocale(QLocale::French, QLocale::France),
                                               QLocale(QLocale::German, QLocale::Switzerland),
                                               QLocale(QLocale::Chinese, QLocale::China)};
        static const QStringList currencies = {QStringLiteral("EUR"), QStringLiteral("JPY"), QStringLiteral("KWD")};
        const FormatContext context{chance.pick(locales), chance.pick(currencies), {}};
        for (const Field &field : fields()) {
            machines(chance, field, context.currency);
            people(chance, field, context);
            typed(chance, field, context);
        }
    });
}
