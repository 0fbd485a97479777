#include "core/model/validation.h"
#include "core/model/drawing.h"
#include "core/model/entity.h"
#include "core/model/format.h"
#include "core/model/value_checks.h"

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Validation)
};

/// Checks one record and gathers what is wrong with it.
class RecordCheck
{
public:
    RecordCheck(const Record &record, const Record *before)
        : m_record(record)
        , m_entity(record.entity())
        , m_before(before)
    {}

    QList<FieldFault> run()
    {
        for (const Field &f : m_entity.fieldList())
            checkField(f);
        checkCurrency();
        checkContext();
        return m_faults;
    }

private:
    void refuse(const Field &f, const QString &what)
    {
        m_faults.append({f.key(), Tr::tr("%1: %2", "field: what is wrong").arg(f.label().text(), what), {}});
    }

    bool isSame(const Field &f, const QVariant &value) const { return m_before && m_before->value(f.key()) == value; }

    void checkField(const Field &f)
    {
        const QVariant value = m_record.value(f.key());
        bool ok = true;
        canonicalValue(f, value, &ok);
        if (!ok) {
            refuse(f, Tr::tr("this value does not fit a field of the kind “%1”.").arg(kindLabel(f.kind()).text()));
            return;
        }
        if (isEmptyValue(f, value)) {
            checkEmpty(f);
            return;
        }
        if (isTextKind(f.kind()))
            checkText(f, value.toString());
        else if (isIntegerKind(f.kind()))
            checkRange(f, value.toLongLong());
        else if (isRefKind(f.kind()) && value.toLongLong() < 0)
            refuse(f, Tr::tr("this is no reference to a record."));
        else if (isListKind(f.kind()))
            checkList(f, value.value<IdList>());
        else if (f.kind() == Kind::Date)
            checkYear(f, value.toDate());
        else if (f.kind() == Kind::Moment)
            checkYear(f, value.toDateTime().date());
    }

    void checkEmpty(const Field &f)
    {
        // The store fills in the number and, in lines, the document that they belong to.
        const bool filledLater = f.key() == m_entity.numberField() || f.key() == m_entity.lineParentField();
        if (f.isRequired() && !filledLater)
            refuse(f, Tr::tr("please fill this in."));
    }

    void checkText(const Field &f, const QString &text)
    {
        const qsizetype length = text.toUcs4().size();
        if (!text.isValidUtf16() || text.contains(QChar(0)))
            refuse(f, Tr::tr("the text contains characters that cannot be stored. Type it anew."));
        else if (length > f.size())
            refuse(f, Tr::tr("the text is too long, %1 characters; at most %2 fit.").arg(length).arg(f.size()));
        else if (f.kind() == Kind::Choice)
            checkChoice(f, text);
        else if (f.kind() == Kind::Choices)
            checkChoices(f, text);
        else if (const QString fault = textFault(f.kind(), text); !fault.isEmpty())
            refuse(f, fault);
        else if (f.isHidden() && holdsDrawing(m_entity.key(), f.key()) && !readDrawing(text))
            refuse(f, Tr::tr("this is no drawing. Draw it anew."));
    }

    void checkChoice(const Field &f, const QString &key)
    {
        if (isSame(f, key))
            return; // a choice that an admin took away since then stays valid where it is
        if (!f.choice(key)) {
            refuseChoice(f, key);
            return;
        }
        const QString from = m_before ? m_before->text(f.key()) : QString();
        const QStringList allowed = f.transitions().value(from);
        if (from.isEmpty() || allowed.isEmpty() || allowed.contains(key))
            return;
        QStringList labels;
        for (const QString &to : allowed)
            labels << f.choice(to)->label.text();
        const Choice *was = f.choice(from);
        refuse(f, Tr::tr("“%1” cannot become “%2”. Possible now: %3.")
                      .arg(was ? was->label.text() : from, f.choice(key)->label.text(),
                           labels.join(QStringLiteral(", "))));
    }

    void checkChoices(const Field &f, const QString &keys)
    {
        const QStringList before = choiceKeys(m_before ? m_before->value(f.key()) : QVariant());
        const QStringList now = choiceKeys(keys);
        for (const QString &key : now) {
            if (!f.choice(key) && !before.contains(key))
                return refuseChoice(f, key);
        }
    }

    void refuseChoice(const Field &f, const QString &key)
    {
        QStringList labels;
        for (const Choice &c : f.choices())
            labels << c.label.text();
        refuse(f, Tr::tr("“%1” is not one of the choices: %2.").arg(key, labels.join(QStringLiteral(", "))));
    }

    void checkRange(const Field &f, qint64 value)
    {
        const auto shown = [&](qint64 limit) { return displayText(f, limit, {QLocale(), currency(), {}}); };
        if (f.minimum() && f.maximum() && (value < *f.minimum() || value > *f.maximum()))
            refuse(f, Tr::tr("it must be from %1 to %2.").arg(shown(*f.minimum()), shown(*f.maximum())));
        else if (f.minimum() && value < *f.minimum())
            refuse(f, Tr::tr("it must be at least %1.").arg(shown(*f.minimum())));
        else if (f.maximum() && value > *f.maximum())
            refuse(f, Tr::tr("it must be at most %1.").arg(shown(*f.maximum())));
    }

    void checkList(const Field &f, const IdList &ids)
    {
        QSet<Id> seen;
        for (Id id : ids) {
            if (id <= 0)
                refuse(f, Tr::tr("this is no reference to a record."));
            else if (seen.contains(id))
                refuse(f, Tr::tr("the same record is named twice."));
            else
                seen.insert(id);
        }
    }

    void checkYear(const Field &f, QDate date)
    {
        if (date.year() < 1000 || date.year() > 9999)
            refuse(f, Tr::tr("the year must be from 1000 to 9999."));
    }

    QString currency() const
    {
        return m_entity.currencyField().isEmpty() ? QString() : m_record.text(m_entity.currencyField());
    }

    void checkCurrency()
    {
        const Field *f = m_entity.field(m_entity.currencyField());
        const QString code = currency();
        if (!f || code.isEmpty())
            return;
        bool good = code.size() == 3;
        for (QChar c : code)
            good = good && c >= u'A' && c <= u'Z';
        if (!good)
            refuse(*f, Tr::tr("“%1” is no currency. Write its three-letter code, for example EUR.").arg(code));
    }

    void checkContext()
    {
        if (!m_entity.hasContext())
            return;
        const QString entityKey = QStringLiteral("parent_entity");
        const QString idKey = QStringLiteral("parent_id");
        if (m_record.text(entityKey).isEmpty() != (m_record.ref(idKey) == 0))
            refuse(*m_entity.field(idKey), Tr::tr("the record that this belongs to is named by half only."));
    }

    const Record &m_record;
    const Entity &m_entity;
    const Record *m_before;
    QList<FieldFault> m_faults;
};

const Record *byId(const QList<Record> &records, Id id)
{
    for (const Record &r : records) {
        if (id != 0 && r.id() == id)
            return &r;
    }
    return nullptr;
}
} // namespace

QList<FieldFault> validateRecord(const Record &record, const Record *before)
{
    if (record.isNull())
        return {};
    return RecordCheck(record, before).run();
}

QList<FieldFault> validate(const Document &document, const Document *before)
{
    if (document.head().isNull())
        return {};
    QList<FieldFault> faults = validateRecord(document.head(), before ? &before->head() : nullptr);
    for (const LineTable &table : document.entity().lineTables()) {
        const QList<Record> lines = document.lines(table.entity);
        const QList<Record> stored = before ? before->lines(table.entity) : QList<Record>();
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QList<FieldFault> found = validateRecord(lines.at(i), byId(stored, lines.at(i).id()));
            for (FieldFault fault : found) {
                fault.line = QStringLiteral("%1/%2").arg(table.entity).arg(i + 1);
                fault.sentence = Tr::tr("Line %1, %2", "number of the line, its fault").arg(i + 1).arg(fault.sentence);
                faults << fault;
            }
        }
    }
    return faults;
}

} // namespace crm
