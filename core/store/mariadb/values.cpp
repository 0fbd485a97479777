#include "core/store/mariadb/values.h"
#include <QDateTime>
#include <QTimeZone>

namespace crm::mariadb {

namespace {
constexpr unsigned binaryCharset = 63;

Column::As kindOf(const MYSQL_FIELD &field)
{
    switch (field.type) {
    case MYSQL_TYPE_TINY:
    case MYSQL_TYPE_SHORT:
    case MYSQL_TYPE_INT24:
    case MYSQL_TYPE_LONG:
    case MYSQL_TYPE_LONGLONG:
    case MYSQL_TYPE_YEAR:
        return Column::As::Integer;
    case MYSQL_TYPE_DECIMAL:
    case MYSQL_TYPE_NEWDECIMAL:
        return Column::As::Exact;
    case MYSQL_TYPE_FLOAT:
    case MYSQL_TYPE_DOUBLE:
        return Column::As::Real;
    case MYSQL_TYPE_DATE:
    case MYSQL_TYPE_NEWDATE:
        return Column::As::Date;
    case MYSQL_TYPE_DATETIME:
    case MYSQL_TYPE_TIMESTAMP:
        return Column::As::Moment;
    case MYSQL_TYPE_TIME:
    case MYSQL_TYPE_NULL:
        return Column::As::Text;
    case MYSQL_TYPE_BIT:
        return Column::As::Bytes;
    default:
        return field.charsetnr == binaryCharset ? Column::As::Bytes : Column::As::Text;
    }
}

QVariant exact(const QByteArray &text)
{
    if (!text.contains('.')) {
        bool fits = false;
        const qlonglong number = text.toLongLong(&fits);
        if (fits)
            return number;
    }
    return QString::fromLatin1(text);
}
} // namespace

Column::Column(const MYSQL_FIELD &field)
    : name(QString::fromUtf8(field.name, qsizetype(field.name_length)))
    , as(kindOf(field))
    , isUnsigned(field.flags & UNSIGNED_FLAG)
{}

QList<Column> columnsOf(const MYSQL_FIELD *fields, unsigned count)
{
    QList<Column> columns;
    for (unsigned i = 0; i < count; ++i)
        columns << Column(fields[i]);
    return columns;
}

QVariant nullOf(const Column &column)
{
    switch (column.as) {
    case Column::As::Integer:
        return QVariant(QMetaType::fromType<qlonglong>());
    case Column::As::Real:
        return QVariant(QMetaType::fromType<double>());
    case Column::As::Bytes:
        return QVariant(QMetaType::fromType<QByteArray>());
    case Column::As::Date:
        return QVariant(QMetaType::fromType<QDate>());
    case Column::As::Moment:
        return QVariant(QMetaType::fromType<QDateTime>());
    case Column::As::Exact:
    case Column::As::Text:
        return QVariant(QMetaType::fromType<QString>());
    }
    return {};
}

QVariant fromText(const Column &column, const char *text, unsigned long length)
{
    const QByteArray bytes(text, qsizetype(length));
    switch (column.as) {
    case Column::As::Integer: {
        if (!column.isUnsigned)
            return bytes.toLongLong();
        const qulonglong number = bytes.toULongLong();
        return number > qulonglong(std::numeric_limits<qlonglong>::max()) ? QVariant(number)
                                                                          : QVariant(qlonglong(number));
    }
    case Column::As::Exact:
        return exact(bytes);
    case Column::As::Real:
        return bytes.toDouble();
    case Column::As::Text:
        return QString::fromUtf8(bytes);
    case Column::As::Bytes:
        return bytes;
    case Column::As::Date:
        return QDate::fromString(QString::fromLatin1(bytes.left(10)), Qt::ISODate);
    case Column::As::Moment: {
        QDateTime moment = QDateTime::fromString(QString::fromLatin1(bytes.left(23)), Qt::ISODateWithMs);
        moment.setTimeSpec(Qt::UTC);
        return moment;
    }
    }
    return {};
}

// --- Parameters

Parameters::Parameters(const QList<QVariant> &values)
    : m_binds(size_t(values.size()))
    , m_integers(size_t(values.size()))
    , m_reals(size_t(values.size()))
    , m_bytes(size_t(values.size()))
    , m_times(size_t(values.size()))
{
    for (size_t i = 0; i < m_binds.size(); ++i)
        bind(m_binds[i], values[qsizetype(i)], i);
}

void Parameters::bindBytes(MYSQL_BIND &target, enum_field_types type, QByteArray bytes, size_t index)
{
    m_bytes[index] = std::move(bytes);
    target.buffer_type = type;
    target.buffer = const_cast<char *>(m_bytes[index].constData());
    target.buffer_length = ulong(m_bytes[index].size());
}

void Parameters::bind(MYSQL_BIND &target, const QVariant &value, size_t index)
{
    target = {};
    if (value.isNull()) {
        target.buffer_type = MYSQL_TYPE_NULL;
        return;
    }
    switch (value.typeId()) {
    case QMetaType::QByteArray:
        return bindBytes(target, MYSQL_TYPE_BLOB, value.toByteArray(), index);
    case QMetaType::Double:
    case QMetaType::Float:
        m_reals[index] = value.toDouble();
        target.buffer_type = MYSQL_TYPE_DOUBLE;
        target.buffer = &m_reals[index];
        return;
    case QMetaType::QDate: {
        const QDate date = value.toDate();
        MYSQL_TIME &t = m_times[index];
        t = {};
        t.year = unsigned(date.year());
        t.month = unsigned(date.month());
        t.day = unsigned(date.day());
        t.time_type = MYSQL_TIMESTAMP_DATE;
        target.buffer_type = MYSQL_TYPE_DATE;
        target.buffer = &t;
        return;
    }
    case QMetaType::QDateTime:
        return bindBytes(target, MYSQL_TYPE_STRING,
                         value.toDateTime().toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")).toLatin1(),
                         index);
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        m_integers[index] = value.toLongLong();
        target.buffer_type = MYSQL_TYPE_LONGLONG;
        target.buffer = &m_integers[index];
        target.is_unsigned = value.typeId() == QMetaType::ULongLong || value.typeId() == QMetaType::ULong;
        if (target.is_unsigned)
            m_integers[index] = qint64(value.toULongLong());
        return;
    default:
        return bindBytes(target, MYSQL_TYPE_STRING, value.toString().toUtf8(), index);
    }
}

// --- RowBuffer

RowBuffer::RowBuffer(QList<Column> columns)
    : m_columns(std::move(columns))
    , m_binds(size_t(m_columns.size()))
    , m_cells(size_t(m_columns.size()))
{
    for (size_t i = 0; i < m_binds.size(); ++i) {
        MYSQL_BIND &bind = m_binds[i];
        Cell &cell = m_cells[i];
        bind = {};
        bind.length = &cell.length;
        bind.is_null = &cell.isNull;
        bind.error = &cell.isCut;
        switch (m_columns[qsizetype(i)].as) {
        case Column::As::Integer:
            bind.buffer_type = MYSQL_TYPE_LONGLONG;
            bind.buffer = &cell.integer;
            bind.is_unsigned = m_columns[qsizetype(i)].isUnsigned;
            break;
        case Column::As::Real:
            bind.buffer_type = MYSQL_TYPE_DOUBLE;
            bind.buffer = &cell.real;
            break;
        default: // dates too: the server's own form is the text that fromText() reads
            bind.buffer_type = m_columns[qsizetype(i)].as == Column::As::Bytes ? MYSQL_TYPE_BLOB : MYSQL_TYPE_STRING;
            bind.buffer = cell.text;
            bind.buffer_length = sizeof cell.text;
        }
    }
}

bool RowBuffer::takeText(MYSQL_STMT *statement, unsigned index, QVariant &value)
{
    const Cell &cell = m_cells[index];
    const Column &column = m_columns[index];
    if (cell.length <= sizeof cell.text) {
        value = fromText(column, cell.text, cell.length);
        return true;
    }
    QByteArray bytes(qsizetype(cell.length), Qt::Uninitialized);
    MYSQL_BIND bind = m_binds[index];
    bind.buffer = bytes.data();
    bind.buffer_length = cell.length;
    if (mysql_stmt_fetch_column(statement, &bind, index, 0) != 0)
        return false;
    value = column.as == Column::As::Bytes ? QVariant(bytes) : fromText(column, bytes.constData(), ulong(bytes.size()));
    return true;
}

bool RowBuffer::take(MYSQL_STMT *statement, QList<QVariant> &row)
{
    row.clear();
    row.reserve(m_columns.size());
    for (unsigned i = 0; i < m_cells.size(); ++i) {
        const Cell &cell = m_cells[i];
        const Column &column = m_columns[i];
        QVariant value;
        if (cell.isNull)
            value = nullOf(column);
        else if (column.as == Column::As::Real)
            value = cell.real;
        else if (column.as == Column::As::Integer && column.isUnsigned && cell.integer < 0)
            value = qulonglong(cell.integer);
        else if (column.as == Column::As::Integer)
            value = qlonglong(cell.integer);
        else if (!takeText(statement, i, value))
            return false;
        row << std::move(value);
    }
    return true;
}

} // namespace crm::mariadb
