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
} // namespace

ImportColumns::ImportColumns(Repository &repository, const ImportOptions &options, const ImportSource &source,
                             const QList<ColumnTarget> &map)
    : m_entity(repository.catalog()->at(options.entity))
    , m_headers(source.headers())
    , m_guarded(source.guardsFormulas())
{
    const QStringList &headers = m_headers;
    const std::shared_ptr<const Catalog> catalog = repository.catalog();
    for (const ColumnTarget &target : map) {
        if (target.path.isEmpty())
            continue; // the person said that it is not to be imported
        BoundTarget bound = bindTarget(*catalog, m_entity, repository.actor(), target);
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
                        .arg(headers.join(QStringLiteral(", ")), m_entity.many().text(), headers.value(0),
                             m_entity.titleField()));
    }
    settleMatch(options);
    if (m_entity.isLine())
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
        if (!m_entity.field(key) && m_entity.field(key + QLatin1String("_id")))
            key += QLatin1String("_id");
        const int index = indexOf(key);
        if (index < 0) {
            throw Error(ErrorKind::Validation,
                        Tr::tr("Records are to be found by “%1”, but no column goes there.").arg(key));
        }
        const Kind kind = m_readers[index].target().field->kind();
        if (kind == Kind::Money || isListKind(kind) || kind == Kind::Memo)
            throw Error(ErrorKind::Validation,
                        Tr::tr("%1 cannot be found by “%2”.").arg(m_entity.many().text(), labelOf(m_entity, key)));
    }
}

void ImportColumns::checkLine() const
{
    if (indexOf(m_entity.lineParentField()) >= 0)
        return;
    throw Error(
        ErrorKind::Validation,
        Tr::tr("%1 belong to a document, and no column says to which. Name it, for example “%2=%3.external_id”.")
            .arg(m_entity.many().text(), m_headers.value(0), m_entity.lineParentField()));
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
    for (const Field &field : m_entity.fieldList()) {
        const bool filledLater =
            field.isReadOnly() || field.key() == m_entity.lineParentField() || !field.defaultValue().isNull();
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
