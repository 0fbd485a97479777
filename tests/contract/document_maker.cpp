#include "tests/contract/document_maker.h"
#include "core/model/error.h"
#include "core/model/format.h"

namespace crm::test {

namespace {
/// Values that a rule asks for and no declaration tells. A new module with such a rule adds its line here.
QVariant special(const QString &entity, const QString &field)
{
    static const QHash<QString, QVariant> values{
        {"custom_fields.entity", "clients"},
        {"saved_views.query", "{}"},
        {"number_series.entity", "orders"},
        {"number_series.pattern", "X-{yy}{month}-{number:4}"},
        {"clients.vat_number", "7707083893"},
        {"office_settings.tax_number", "7707083893"},
        {"companies.tax_number", "7707083893"},
        {"brief_questions.only_if", QString()},
        {"brief_questions.only_if_answer", QString()},
        {"payments.kind", "payment"},
        {"invoices.status", "draft"}, // what is issued stays
        {"credit_notes.status", "draft"},
        {"letters.status", "queued"},
        {"taxes.category", "S"},
        {"units.code", "H87"},
        {"users.contact_id", QVariant::fromValue(Id(0))}, // staff, by the role
    };
    // Requisites have check digits, in whatever record they stand.
    static const QHash<QString, QVariant> requisites{{"kpp", "773601001"},   {"ogrn", "1027700132195"},
                                                     {"bic", "049805746"},   {"account", "40602810700000000025"},
                                                     {"country_code", "DE"}, {"e_address", "9930:DE123456789"}};
    return values.value(entity + u'.' + field, requisites.value(field));
}

/// Lines that a rule refuses: what is made here has not gone through what they ask for.
bool dropLines(Document &document, const Error &error)
{
    QMap<QString, QSet<int>> refused;
    for (const FieldFault &fault : error.faults()) {
        if (!fault.line.isEmpty())
            refused[fault.line.section(u'/', 0, 0)] << fault.line.section(u'/', 1).toInt() - 1;
    }
    for (auto it = refused.cbegin(); it != refused.cend(); ++it) {
        const QList<Record> all = document.lines(it.key());
        QList<Record> &kept = document.lines(it.key());
        kept.clear();
        for (int i = 0; i < all.size(); ++i) {
            if (!it->contains(i))
                kept << all[i];
        }
    }
    return !refused.isEmpty();
}

bool isFilledByPeople(const Entity &entity, const Field &field)
{
    const bool shown = !field.isHidden() || field.isRequired();
    return shown && !field.isReadOnly() && !field.isComputed() && field.key() != entity.numberField() &&
           field.key() != entity.lineParentField();
}
} // namespace

QVariant DocumentMaker::text(const Field &field)
{
    const QString n = QString::number(++m_counter);
    switch (field.kind()) {
    case Kind::Memo:
        return QStringLiteral("First line %1\n\nsecond **line**").arg(n);
    case Kind::Email:
        return QStringLiteral("person%1@example.com").arg(n);
    case Kind::Phone:
        return QStringLiteral("+7 (912) 345-67-%1").arg(n.right(2).rightJustified(2, u'0'));
    case Kind::Url:
        return QStringLiteral("https://example.com/%1").arg(n);
    case Kind::Color:
        return QStringLiteral("#%1").arg(m_counter % 0xffffff, 6, 16, QLatin1Char('0'));
    case Kind::Choice:
        return field.choices().at(m_counter % field.choices().size()).key;
    case Kind::Choices:
        return choicesValue({field.choices().at(m_counter % field.choices().size()).key}).toString();
    case Kind::Time:
        return QTime(int(m_counter % 24), int(m_counter % 60)).toString(QStringLiteral("HH:mm"));
    default:
        // Small Latin letters: what is strictest about names takes them too.
        return (QStringLiteral("value_%1_").arg(n) + field.key()).left(field.size());
    }
}

QVariant DocumentMaker::number(const Field &field)
{
    const qint64 low = field.minimum().value_or(0), high = field.maximum().value_or(low + 1'000'000);
    return low + (++m_counter * 7) % (high - low + 1);
}

QVariant DocumentMaker::value(const Entity &entity, const Field &field)
{
    if (const QVariant fixed = special(entity.key(), field.key()); fixed.isValid())
        return fixed;
    if (isTextKind(field.kind()))
        return text(field);
    if (isIntegerKind(field.kind()))
        return number(field);
    switch (field.kind()) {
    case Kind::Date:
        return QDate(2026, 1, 1).addDays(++m_counter);
    case Kind::Moment:
        return QDateTime(QDate(2026, 1, 1), QTime(9, 30), Qt::UTC).addSecs(3600 * ++m_counter);
    case Kind::Bool:
        return true;
    case Kind::Ref:
    case Kind::File:
        return anyOf(field.target());
    default: {
        const Id id = anyOf(field.target());
        return id ? QVariant::fromValue(IdList{id}) : QVariant();
    }
    }
}

/// A stored record of the entity; 0 while one is being made already.
Id DocumentMaker::anyOf(const QString &key)
{
    if (const Id made = m_made.value(key))
        return made;
    if (m_making.contains(key))
        return 0;
    try {
        return save(m_catalog->at(key)).id();
    } catch (const Error &) {
        m_making.remove(key); // it needs what is being made just now: a contact needs its client
        return 0;
    }
}

void DocumentMaker::hangOnSomething(Record &record)
{
    for (const Entity *parent : m_catalog->entities()) {
        if (!parent->attachments().contains(record.entity().key()) || m_making.contains(parent->key()))
            continue;
        record.set("parent_entity", parent->key());
        record.set("parent_id", anyOf(parent->key()));
        return;
    }
}

void DocumentMaker::fill(Record &record)
{
    for (const Field &field : record.entity().fieldList()) {
        if (isFilledByPeople(record.entity(), field))
            record.set(field.key(), value(record.entity(), field));
    }
}

Document DocumentMaker::draft(const Entity &entity)
{
    Document document{Record(entity, newId())};
    fill(document.head());
    if (entity.hasContext())
        hangOnSomething(document.head());
    for (const LineTable &table : entity.lineTables()) {
        for (int i = 0; i < 2; ++i) {
            Record line(m_catalog->at(table.entity), newId());
            fill(line);
            document.lines(table.entity).append(line);
        }
    }
    return document;
}

Document DocumentMaker::save(const Entity &entity)
{
    m_making.insert(entity.key());
    Document document = draft(entity);
    const auto filled = [&] {
        QStringList keys;
        for (const Field &field : entity.fieldList()) {
            if (isFilledByPeople(entity, field) && !isEmptyValue(document.value(field.key())))
                keys.append(field.key());
        }
        return keys;
    };
    const int tried = int(filled().size());
    for (int tries = 0;; ++tries) {
        try {
            const Document saved = m_repository.save(document).document;
            m_making.remove(entity.key());
            m_made.insert(entity.key(), saved.id());
            m_given = filled();
            m_tried = tried;
            return saved;
        } catch (const Error &error) {
            bool dropped = dropLines(document, error);
            for (const FieldFault &fault : error.faults()) {
                const Field *field = fault.line.isEmpty() ? entity.field(fault.field) : nullptr;
                if (!field || isEmptyValue(document.value(field->key())))
                    continue;
                const QVariant plain = field->isRequired() ? field->defaultValue() : QVariant();
                if ((field->isRequired() && isEmptyValue(plain)) || document.value(field->key()) == plain)
                    continue;
                document.set(field->key(), plain);
                dropped = true;
            }
            if (!dropped || tries > 8)
                throw;
        }
    }
}

} // namespace crm::test
