#include "core/exchange/import_source.h"
#include "core/exchange/json_reader.h"
#include "core/exchange/xlsx_reader.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonObject>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

void toStart(QIODevice &device)
{
    if (!device.seek(0))
        throw Error(ErrorKind::Unsupported, Tr::tr("The file cannot be read twice: %1.").arg(device.errorString()));
}

class CsvSource final : public ImportSource
{
public:
    CsvSource(QIODevice &device, const SourceOptions &options)
        : ImportSource(device)
        , m_options(options)
    {
        start();
    }

    void rewind() override { start(); }
    qint64 bytesRead() const override { return m_reader->bytesRead(); }
    QString encoding() const override { return encodingName(m_reader->encoding()); }
    QString separator() const override { return m_reader->separator(); }
    bool guardsFormulas() const override { return true; }
    QString description() const override
    {
        const QString shown = m_reader->separator() == u'\t' ? Tr::tr("tab") : QString(m_reader->separator());
        return Tr::tr("CSV, %1, separator %2").arg(encoding(), shown);
    }

    bool next(SourceRow &row) override
    {
        if (m_first) {
            m_row = *m_first;
            m_first.reset();
        } else if (!m_reader->next(m_row)) {
            return false;
        }
        row.line = m_row.line;
        row.cells = std::move(m_row.cells);
        row.fault = m_row.fault;
        fitToHeaders(row, m_options.shortRows);
        return true;
    }

private:
    void start()
    {
        toStart(m_device);
        m_reader = std::make_unique<CsvReader>(m_device, m_options.csv);
        m_first.reset();
        CsvRow first;
        if (!m_reader->next(first))
            throw Error(ErrorKind::Validation, Tr::tr("The file is empty."));
        takeHeaders(first.cells, m_options.headers);
        if (!m_options.headers)
            m_first = first;
    }

    SourceOptions m_options;
    std::unique_ptr<CsvReader> m_reader;
    std::optional<CsvRow> m_first;
    CsvRow m_row;
};

class JsonSource final : public ImportSource
{
public:
    explicit JsonSource(QIODevice &device)
        : ImportSource(device)
    {
        start();
    }

    void rewind() override { start(); }
    qint64 bytesRead() const override { return m_reader->bytesRead(); }
    QString encoding() const override { return QStringLiteral("UTF-8"); }
    QString description() const override { return Tr::tr("JSON"); }
    bool isExact() const override { return true; }

    bool next(SourceRow &row) override
    {
        QJsonObject object;
        if (m_first) {
            object = *m_first;
            m_first.reset();
        } else if (!m_reader->next(object)) {
            return false;
        }
        row.line = m_reader->line();
        row.fault.clear();
        row.cells.clear();
        row.exact.clear();
        for (const QString &header : m_headers) {
            const QJsonValue value = object.take(header);
            row.cells << textOf(value);
            row.exact << value.isDouble();
        }
        if (!object.isEmpty())
            row.fault = Tr::tr("“%1” does not stand in the first record of the file.").arg(object.keys().first());
        return true;
    }

private:
    void start()
    {
        toStart(m_device);
        m_reader = std::make_unique<JsonReader>(m_device);
        QJsonObject first;
        if (!m_reader->next(first))
            throw Error(ErrorKind::Validation, Tr::tr("The file is empty."));
        m_headers = first.keys();
        m_first = first;
    }

    static QString textOf(const QJsonValue &value)
    {
        if (value.isBool())
            return value.toBool() ? QStringLiteral("yes") : QStringLiteral("no");
        if (!value.isArray())
            return value.toVariant().toString();
        QStringList texts;
        const QJsonArray array = value.toArray();
        for (const QJsonValue &v : array)
            texts << v.toVariant().toString();
        return texts.join(u';');
    }

    std::unique_ptr<JsonReader> m_reader;
    std::optional<QJsonObject> m_first;
};

class XlsxSource final : public ImportSource
{
public:
    XlsxSource(QIODevice &device, const SourceOptions &options)
        : ImportSource(device)
        , m_options(options)
        , m_reader(device)
        , m_sheet(options.sheet.isEmpty() ? m_reader.sheets().first() : options.sheet)
    {
        start();
    }

    void rewind() override { start(); }
    qint64 bytesRead() const override
    {
        const double part = double(m_reader.bytesRead()) / double(std::max<qint64>(m_reader.sheetSize(), 1));
        return std::min(qint64(double(size()) * part), size());
    }
    QString encoding() const override { return {}; }
    QString description() const override { return Tr::tr("XLSX, sheet “%1”").arg(m_sheet); }
    QStringList sheets() const override { return m_reader.sheets(); }
    QString sheet() const override { return m_sheet; }

    bool next(SourceRow &row) override
    {
        if (m_first) {
            m_row = *m_first;
            m_first.reset();
        } else if (!m_reader.next(m_row)) {
            return false;
        }
        row.line = m_row.number;
        row.cells = std::move(m_row.cells);
        row.exact = std::move(m_row.exact);
        row.fault = m_row.fault;
        fitToHeaders(row, true); // empty cells at the end are not written down
        return true;
    }

private:
    void start()
    {
        m_reader.openSheet(m_sheet);
        m_first.reset();
        XlsxRow first;
        if (!m_reader.next(first))
            throw Error(ErrorKind::Validation, Tr::tr("The sheet “%1” is empty.").arg(m_sheet));
        takeHeaders(first.cells, m_options.headers);
        if (!m_options.headers)
            m_first = first;
    }

    SourceOptions m_options;
    XlsxReader m_reader;
    QString m_sheet;
    std::optional<XlsxRow> m_first;
    XlsxRow m_row;
};

bool startsLikeJson(QIODevice &device)
{
    QByteArray start = device.peek(64);
    if (start.startsWith("\xEF\xBB\xBF"))
        start.remove(0, 3);
    start = start.trimmed();
    return start.startsWith('{') || (start.startsWith('[') && (start.mid(1).trimmed().startsWith('{') ||
                                                               start.mid(1).trimmed().startsWith(']')));
}
} // namespace

ImportSource::~ImportSource() = default;

void ImportSource::takeHeaders(const QStringList &first, bool named)
{
    m_headers = first;
    for (qsizetype i = 0; i < m_headers.size() && !named; ++i)
        m_headers[i] = QString::number(i + 1);
}

void ImportSource::fitToHeaders(SourceRow &row, bool mayBeShort) const
{
    const qsizetype wanted = m_headers.size();
    while (row.cells.size() > wanted && row.cells.last().isEmpty())
        row.cells.removeLast(); // separators at the end of the line
    if (row.fault.isEmpty() && (row.cells.size() > wanted || (row.cells.size() < wanted && !mayBeShort))) {
        row.fault = Tr::tr("The row has %n values, the head has %1.", nullptr, int(row.cells.size())).arg(wanted);
        if (row.cells.size() < wanted)
            row.fault += u' ' + Tr::tr("If the missing ones at the end are empty, allow short rows.");
    }
    while (row.cells.size() < wanted)
        row.cells << QString();
}

qint64 ImportSource::size() const { return m_device.size(); }

std::unique_ptr<ImportSource> ImportSource::open(QIODevice &device, const SourceOptions &options)
{
    toStart(device);
    const QByteArray start = device.peek(8);
    if (start.startsWith("\xD0\xCF\x11\xE0")) {
        throw Error(ErrorKind::Unsupported,
                    Tr::tr("This is an old Excel workbook (xls), or one that is protected by a password. Save it as "
                           "XLSX without a password and import that."));
    }
    if (options.format == SourceOptions::Xlsx ||
        (options.format == SourceOptions::Recognised && XlsxReader::startsLikeOne(start)))
        return std::make_unique<XlsxSource>(device, options);
    if (options.format == SourceOptions::Json ||
        (options.format == SourceOptions::Recognised && startsLikeJson(device)))
        return std::make_unique<JsonSource>(device);
    return std::make_unique<CsvSource>(device, options);
}

} // namespace crm
