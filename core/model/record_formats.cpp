#include "core/model/record_formats.h"
#include "core/model/paper_look_fields.h"
#include "core/model/registry.h"
#include <QMutex>
#include <QSet>

namespace crm {

namespace {
struct Formats
{
    QMutex mutex;
    QHash<QString, PropertyMaps> cards;
    QHash<QString, CalendarFormat> calendars;
    QHash<QString, PaperFormat> papers;
    QHash<QString, QStringList> introductions;
    QString sender, otherSender;
};

Formats &formats()
{
    static Formats all;
    return all;
}

const QSet<QString> &cardProperties()
{
    static const QSet<QString> known = {
        QStringLiteral("FN"),         QStringLiteral("KIND"),       QStringLiteral("N.family"),
        QStringLiteral("N.given"),    QStringLiteral("ORG"),        QStringLiteral("TITLE"),
        QStringLiteral("EMAIL"),      QStringLiteral("TEL"),        QStringLiteral("URL"),
        QStringLiteral("BDAY"),       QStringLiteral("ADR.street"), QStringLiteral("ADR.city"),
        QStringLiteral("ADR.region"), QStringLiteral("ADR.zip"),    QStringLiteral("ADR.country"),
        QStringLiteral("GENDER"),     QStringLiteral("CATEGORIES"), QStringLiteral("NOTE")};
    return known;
}

const QSet<QString> &calendarProperties()
{
    static const QSet<QString> known = {
        QStringLiteral("SUMMARY"),     QStringLiteral("DTSTART"),   QStringLiteral("DTEND"),
        QStringLiteral("DUE"),         QStringLiteral("COMPLETED"), QStringLiteral("STATUS"),
        QStringLiteral("DESCRIPTION"), QStringLiteral("LOCATION"),  QStringLiteral("URL"),
        QStringLiteral("CATEGORIES"),  QStringLiteral("PRIORITY"),  QStringLiteral("RELATED-TO")};
    return known;
}

QStringList faultsOf(const Catalog &catalog, const QString &entity, const PropertyMaps &map, const QSet<QString> &known,
                     const QString &needed)
{
    QStringList faults;
    if (!catalog.find(entity))
        return {QStringLiteral("%1: there is no such entity").arg(entity)};
    bool complete = false;
    for (const PropertyMap &p : map) {
        complete = complete || p.property == needed;
        if (!known.contains(p.property))
            faults << QStringLiteral("%1: the property %2 is unknown").arg(entity, p.property);
        if (!catalog.resolve(entity, p.path))
            faults << QStringLiteral("%1: the property %2 names no field: %3").arg(entity, p.property, p.path);
    }
    if (!complete)
        faults << QStringLiteral("%1: the property %2 is missing").arg(entity, needed);
    return faults;
}

QStringList calendarFaults(const Catalog &catalog, const QString &key, const CalendarFormat &format)
{
    QStringList faults = faultsOf(catalog, key, format.properties, calendarProperties(), QStringLiteral("SUMMARY"));
    const Entity *entity = catalog.find(key);
    bool startsSurely = format.part == u"VTODO";
    for (const PropertyMap &p : format.properties) {
        const Field *field = entity ? entity->field(p.path) : nullptr;
        startsSurely = startsSurely || (p.property == u"DTSTART" && field && field->isRequired());
    }
    if (format.part != u"VTODO" && format.part != u"VEVENT")
        faults << QStringLiteral("%1: a calendar has no part %2").arg(key, format.part);
    if (!startsSurely)
        faults << QStringLiteral("%1: an event needs a DTSTART whose field is required").arg(key);
    return faults;
}
} // namespace

void leavesAsCard(const QString &entity, const PropertyMaps &properties)
{
    QMutexLocker lock(&formats().mutex);
    formats().cards.insert(entity, properties);
}

void leavesInCalendar(const QString &entity, const QString &part, const PropertyMaps &properties)
{
    QMutexLocker lock(&formats().mutex);
    formats().calendars.insert(entity, {part, properties});
}

void leavesOnPaper(const QString &entity, const PaperFormat &format)
{
    QMutexLocker lock(&formats().mutex);
    formats().papers.insert(entity, format);
}

void introducesItself(const QString &entity, const QStringList &fields, bool sends)
{
    QMutexLocker lock(&formats().mutex);
    formats().introductions.insert(entity, fields);
    if (sends)
        formats().sender = entity;
}

void sendsPapersToo(const QString &entity)
{
    QMutexLocker lock(&formats().mutex);
    formats().otherSender = entity;
}

QString paperSenderField(const Entity &entity)
{
    QMutexLocker lock(&formats().mutex);
    for (const Field &field : entity.fieldList()) {
        if (field.kind() == Kind::Ref && !formats().otherSender.isEmpty() && field.target() == formats().otherSender)
            return field.key();
    }
    return {};
}

PaperFormat paperOf(const QString &entity)
{
    QMutexLocker lock(&formats().mutex);
    return formats().papers.value(entity);
}

QStringList introductionOf(const QString &entity)
{
    QMutexLocker lock(&formats().mutex);
    return formats().introductions.value(entity);
}

QString paperSender()
{
    QMutexLocker lock(&formats().mutex);
    return formats().sender;
}

PropertyMaps cardOf(const QString &entity)
{
    QMutexLocker lock(&formats().mutex);
    return formats().cards.value(entity);
}

CalendarFormat calendarOf(const QString &entity)
{
    QMutexLocker lock(&formats().mutex);
    return formats().calendars.value(entity);
}

QStringList recordFormatFaults(const Catalog &catalog)
{
    QMutexLocker lock(&formats().mutex);
    QStringList faults;
    for (auto it = formats().cards.cbegin(); it != formats().cards.cend(); ++it)
        faults += faultsOf(catalog, it.key(), it.value(), cardProperties(), QStringLiteral("FN"));
    for (auto it = formats().calendars.cbegin(); it != formats().calendars.cend(); ++it)
        faults += calendarFaults(catalog, it.key(), it.value());
    const auto known = [&](const QString &entity, const QStringList &fields) {
        for (const QString &field : fields) {
            if (!field.isEmpty() && !catalog.resolve(entity, field))
                faults << QStringLiteral("%1: its paper names no field: %2").arg(entity, field);
        }
    };
    for (auto it = formats().papers.cbegin(); it != formats().papers.cend(); ++it)
        known(it.key(), it->above + it->below +
                            QStringList{it->party, it->otherParty, it->inWords, it->note, it->text, it->textHasLines});
    for (auto it = formats().introductions.cbegin(); it != formats().introductions.cend(); ++it)
        known(it.key(), it.value());
    return faults + paperLookFaults(catalog);
}

} // namespace crm
