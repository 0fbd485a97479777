// The columns of an import: bound to fields, surveyed, matched.
#include "core/exchange/csv_writer.h"
#include "core/exchange/import_rows.h"
#include "core/model/error.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

constexpr QLatin1String externalId("external_id");
constexpr int rowsBetweenTicks = 5000;

QString labelOf(const Entity &entity, const QString &key)
{
    const Field *field = entity.field(key);
    return field ? field->label().text() : key;
}
} // namespace

namespace {
bool isExactCell(const SourceRow &row, int column) { return column >= 0 && row.exact.value(column, false); }

/// "contacts.role", "status_id": what an answer may call a column by besides the column's own path.
bool isAbout(const ValueAnswer &answer, const BoundTarget &target)
{
    if (answer.path == target.target.path)
        return true;
    const QString prefix = target.child.isEmpty() ? QString() : target.child + u'.';
    const QString key = prefix + target.field->key();
    return answer.path == key || (target.isReference() && answer.path + QLatin1String("_id") == key);
}
} // namespace

ImportColumns::ImportColumns(Repository &repository, const ImportOptions &options, const ImportSource &source,
                             const QList<ColumnTarget> &map)
    : m_catalog(repository.catalog())
    , m_entity(&m_catalog->at(options.entity))
    , m_headers(source.headers())
    , m_guarded(source.guardsFormulas())
{
    const QStringList &headers = m_headers;
    for (const ColumnTarget &target : map) {
        if (target.path.isEmpty())
            continue; // the person said that it is not to be imported
        BoundTarget bound = bindTarget(*m_catalog, *m_entity, repository.actor(), target);
        bound.column = target.isConstant() ? -1 : int(headers.indexOf(target.header));
        if (!target.isConstant() && bound.column < 0) {
            throw Error(ErrorKind::Validation, Tr::tr("The file has no column “%1”. It has: %2.")
                                                   .arg(target.header, headers.join(QStringLiteral(", "))));
        }
        m_readers.emplaceBack(bound, options.locale, options.dateOrder, source.isExact() || target.isConstant());
    }
    if (m_readers.isEmpty()) {
        throw Error(ErrorKind::Validation,
                    Tr::tr("None of the columns (%1) goes to a field of %2. Name the targets, for "
                           "example “%3=%4”.")
                        .arg(headers.join(QStringLiteral(", ")), m_entity->many().text(), headers.value(0),
                             m_entity->titleField()));
    }
    setAnswers(options);
    settleMatch(options);
    if (m_entity->isLine())
        checkLine();
}

int ImportColumns::indexOf(const QString &path) const
{
    for (qsizetype i = 0; i < m_readers.size(); ++i) {
        const BoundTarget &target = m_readers[i].target();
        if (target.child.isEmpty() && (target.isId ? QStringLiteral("id") : target.field->key()) == path)
            return int(i);
    }
    return -1;
}

void ImportColumns::settleMatch(const ImportOptions &options)
{
    if (options.matchNothing)
        return;
    m_match = options.match;
    if (m_match.isEmpty()) {
        for (const QString &key : {QStringLiteral("id"), QString(externalId)}) {
            if (m_match.isEmpty() && indexOf(key) >= 0)
                m_match << key;
        }
    }
    for (QString &key : m_match) {
        if (!m_entity->field(key) && m_entity->field(key + QLatin1String("_id")))
            key += QLatin1String("_id");
        const int index = indexOf(key);
        if (index < 0) {
            throw Error(ErrorKind::Validation,
                        Tr::tr("Records are to be found by “%1”, but no column goes there.").arg(key));
        }
        const Kind kind = m_readers[index].target().field->kind();
        if (kind == Kind::Money || isListKind(kind) || kind == Kind::Memo)
            throw Error(ErrorKind::Validation,
                        Tr::tr("%1 cannot be found by “%2”.").arg(m_entity->many().text(), labelOf(*m_entity, key)));
    }
}

void ImportColumns::setAnswers(const ImportOptions &options)
{
    QSet<QString> used;
    for (ValueReader &reader : m_readers) {
        QList<ValueAnswer> mine;
        for (const ValueAnswer &answer : options.answers) {
            if (!isAbout(answer, reader.target()))
                continue;
            used.insert(answer.path);
            mine << answer;
        }
        const bool addsAll =
            isChoiceKind(reader.target().field->kind()) && options.createMissing.contains(reader.target().field->key());
        reader.setAnswers(mine, addsAll);
    }
    for (const ValueAnswer &answer : options.answers) {
        if (!used.contains(answer.path))
            throw Error(ErrorKind::Validation, Tr::tr("“%1” says what a value means, but no column goes to “%2”.")
                                                   .arg(answer.toString(), answer.path));
    }
}

NewChoices ImportColumns::newChoices(Repository &repository)
{
    NewChoices found;
    for (ValueReader &reader : m_readers) {
        const BoundTarget &target = reader.target();
        if (target.column < 0 && reader.wantsSurvey()) // a value for all rows, which no row has shown
            reader.survey(target.target.constant);
        MoreChoices more{target.entity->key(), target.field->key(), {}};
        for (const QString &name : reader.newChoices()) {
            if (!target.field->isCustom())
                throw Error(
                    ErrorKind::Validation,
                    Tr::tr("“%1” is no choice of “%2”, and none can be added to it: they belong to the program.")
                        .arg(name, target.field->label().text()));
            if (!mayAddChoices(*m_catalog, repository.actor().policy))
                throw Error(ErrorKind::Denied,
                            Tr::tr("“%1” is missing among the choices of “%2”, and your role may not add it.")
                                .arg(name, target.field->label().text()));
            if (canBeChoice(name)) // else its rows are refused
                more.choices << choiceCalled(name, target.field->choices() + more.choices);
        }
        if (!more.choices.isEmpty())
            found.more << more;
    }
    if (!found.more.isEmpty())
        found.catalog = withChoices(*m_catalog, found.more);
    return found;
}

void ImportColumns::useCatalog(std::shared_ptr<const Catalog> catalog)
{
    for (ValueReader &reader : m_readers) {
        BoundTarget target = reader.target();
        target.entity = &catalog->at(target.entity->key());
        if (!target.isId)
            target.field = target.entity->field(target.field->key());
        if (target.referred)
            target.referred = &catalog->at(target.referred->key());
        if (target.by)
            target.by = target.referred->field(target.by->key());
        reader.rebind(target);
    }
    m_catalog = std::move(catalog);
    m_entity = &m_catalog->at(m_entity->key());
}

void ImportColumns::checkLine() const
{
    if (indexOf(m_entity->lineParentField()) >= 0)
        return;
    throw Error(
        ErrorKind::Validation,
        Tr::tr("%1 belong to a document, and no column says to which. Name it, for example “%2=%3.external_id”.")
            .arg(m_entity->many().text(), m_headers.value(0), m_entity->lineParentField()));
}

QString ImportColumns::text(int reader, const ImportRow &row) const
{
    const BoundTarget &target = m_readers[reader].target();
    if (target.column < 0)
        return target.target.constant;
    const QString &cell = row.source.cells[target.column];
    return m_guarded ? withoutApostrophe(cell) : cell;
}

QVariant ImportColumns::value(int reader, const ImportRow &row, const QString &currency, QString *fault) const
{
    const ValueReader &r = m_readers[reader];
    return r.read(text(reader, row), currency, fault, isExactCell(row.source, r.target().column));
}

void ImportColumns::refuse(ImportRow &row, int reader, const QString &reason) const
{
    const BoundTarget &target = m_readers[reader].target();
    row.outcome = Outcome::Refused;
    const QString value = target.column < 0 ? target.target.constant : row.source.cells[target.column];
    row.faults.append(
        {row.source.line, target.column < 0 ? target.target.path : target.target.header, value.left(200), reason});
}

void ImportColumns::refuse(ImportRow &row, const QString &reason) const
{
    row.outcome = Outcome::Refused;
    row.faults.append({row.source.line, {}, {}, reason});
}

bool ImportColumns::surveySome(ImportSource &source, qint64 *rows)
{
    QList<int> wanting;
    for (int i = 0; i < m_readers.size(); ++i) {
        if (m_readers[i].wantsSurvey() && m_readers[i].target().column >= 0)
            wanting << i;
    }
    ImportRow row;
    for (int n = 0; n < rowsBetweenTicks; ++n) {
        if (!source.next(row.source)) {
            for (ValueReader &reader : m_readers)
                reader.settle();
            return false;
        }
        ++*rows;
        if (!row.source.fault.isEmpty())
            continue;
        for (int i : wanting)
            m_readers[i].survey(text(i, row), isExactCell(row.source, m_readers[i].target().column));
    }
    return true;
}

QStringList ImportColumns::remarks() const
{
    QStringList all;
    for (const ValueReader &reader : m_readers)
        all += reader.remarks();
    // A record without a value that it must have is refused; better said once than in each row.
    for (const Field &field : m_entity->fieldList()) {
        const bool filledLater =
            field.isReadOnly() || field.key() == m_entity->lineParentField() || !field.defaultValue().isNull();
        if (field.isRequired() && !filledLater && indexOf(field.key()) < 0)
            all << Tr::tr("No column goes to “%1”, which every new record must have.").arg(field.label().text());
    }
    return all;
}

QStringList ImportColumns::doubts() const
{
    QStringList all;
    for (const ValueReader &reader : m_readers) {
        if (!reader.doubt().isEmpty())
            all << reader.doubt();
    }
    return all;
}

} // namespace crm
