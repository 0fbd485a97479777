#include "core/exchange/xlsx_reader.h"
#include "core/model/error.h"
#include <QCoreApplication>
#include <QDir>
#include <functional>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::XlsxReader)
};

constexpr qint64 mostSmallPart = qint64(16) << 20;     ///< of what lists sheets and formats
constexpr qint64 mostSharedText = 256 * 1000 * 1000;   ///< characters, in memory
constexpr qint64 mostRowText = 4'000'000;              ///< characters in one row, as in CSV
constexpr qsizetype mostCells = 16'384;                ///< in one row
constexpr qint64 mostBetweenTokens = qint64(32) << 20; ///< bytes: one text or tag
constexpr qsizetype mostStyles = 100'000, mostSheets = 1000;

[[noreturn]] void refuse(const QString &sentence, const QString &details = {})
{
    throw Error(ErrorKind::Unsupported, sentence, details);
}

[[noreturn]] void refuseDamaged(const QString &details)
{
    refuse(
        Tr::tr("The workbook is damaged and cannot be read. Open it in a spreadsheet, save it anew and import that."),
        details);
}

/// "xl/worksheets/sheet1.xml" for "worksheets/sheet1.xml" named by "xl/workbook.xml".
QString partPath(const QString &from, const QString &target)
{
    if (target.startsWith(u'/'))
        return target.mid(1);
    const QString folder = from.section(u'/', 0, -2);
    return QDir::cleanPath(folder.isEmpty() ? target : folder + u'/' + target).remove(QLatin1String("../"));
}

QString relationsOf(const QString &part)
{
    const QString folder = part.contains(u'/') ? part.section(u'/', 0, -2) + u'/' : QString();
    return folder + QStringLiteral("_rels/") + part.section(u'/', -1) + QStringLiteral(".rels");
}

QString attribute(const QXmlStreamReader &xml, QLatin1String name)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    for (const QXmlStreamAttribute &a : attributes) {
        if (a.name() == name)
            return a.value().toString();
    }
    return {};
}

/// r:id, which stands beside plain ids of another meaning.
QString relationId(const QXmlStreamReader &xml)
{
    const QXmlStreamAttributes attributes = xml.attributes();
    for (const QXmlStreamAttribute &a : attributes) {
        if (a.name() == QLatin1String("id") && !a.namespaceUri().isEmpty())
            return a.value().toString();
    }
    return {};
}
} // namespace

/// A part as XML. Knows no document types: what they declare could grow without end.
class XlsxReader::Xml
{
public:
    Xml(const ZipReader &zip, const QString &name)
        : m_part(zip.open(name))
        , m_name(name)
    {
        if (!m_part)
            refuseDamaged(QStringLiteral("no part ") + name);
        m_xml.setDevice(m_part.get());
    }

    QXmlStreamReader &operator*() { return m_xml; }
    QXmlStreamReader *operator->() { return &m_xml; }
    qint64 bytes() const { return m_xml.characterOffset(); }

    /// The next token; throws where the part is no XML.
    QXmlStreamReader::TokenType next()
    {
        m_part->allow(mostBetweenTokens);
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::DTD)
            refuseDamaged(m_name + QStringLiteral(": a document type"));
        if (m_xml.hasError() || !m_part->fault().isEmpty()) {
            if (!m_part->fault().isEmpty())
                refuse(m_part->fault(), m_name);
            refuseDamaged(m_name + QStringLiteral(": ") + m_xml.errorString());
        }
        return token;
    }
    /// The next element of that name; false at the end of the part.
    bool find(QLatin1String name)
    {
        while (!m_xml.atEnd()) {
            if (next() == QXmlStreamReader::StartElement && m_xml.name() == name)
                return true;
        }
        return false;
    }
    /// The text of the element that has just begun; ends behind it.
    QString text(qint64 most)
    {
        return collect(most, [](int) { return true; });
    }
    /// The text of its <t> elements, without phonetic hints: of a string that may be formatted in parts.
    QString richText(qint64 most)
    {
        int hint = 0, run = 0; // the depths where they began
        return collect(most, [&](int depth) {
            if (m_xml.isStartElement() && m_xml.name() == QLatin1String("rPh") && hint == 0)
                hint = depth;
            if (m_xml.isStartElement() && m_xml.name() == QLatin1String("t") && hint == 0)
                run = depth;
            if (m_xml.isEndElement()) { // of one that began at depth + 1
                hint = hint > depth ? 0 : hint;
                run = run > depth ? 0 : run;
            }
            return run > 0;
        });
    }

private:
    /// @param wanted is shown each token with its depth in the element; whether text there is taken
    QString collect(qint64 most, const std::function<bool(int depth)> &wanted)
    {
        QString text;
        int depth = 1;
        while (depth > 0 && !m_xml.atEnd()) {
            const auto token = next();
            depth += token == QXmlStreamReader::StartElement ? 1 : token == QXmlStreamReader::EndElement ? -1 : 0;
            if (wanted(depth) && token == QXmlStreamReader::Characters)
                text += m_xml.text();
            if (text.size() > most)
                refuse(Tr::tr("The workbook holds a text that is too long to be one."), m_name);
        }
        return text;
    }

    std::unique_ptr<ZipPart> m_part;
    QXmlStreamReader m_xml;
    QString m_name;
};

// --- what the workbook is made of

XlsxReader::XlsxReader(QIODevice &device)
    : m_zip(device)
{
    if (m_zip.contains(QStringLiteral("EncryptedPackage")))
        refuse(Tr::tr("The workbook is protected by a password. Save it without one and import that."));
    if (m_zip.read(QStringLiteral("mimetype"), 4096).startsWith("application/vnd.oasis.opendocument"))
        refuse(Tr::tr("This is an OpenDocument file. Save it as XLSX or CSV and import that."));
    QHash<QString, QString> kinds;
    if (!m_zip.contains(QStringLiteral("_rels/.rels")) || !m_zip.contains(QStringLiteral("[Content_Types].xml")))
        refuse(Tr::tr("This is an archive, but no workbook. Unpack it and import the file that is meant."));
    relations({}, &kinds);
    const QString workbook = kinds.value(QStringLiteral("officeDocument"));
    if (workbook.endsWith(QLatin1String(".bin")))
        refuse(Tr::tr("This is a binary workbook (XLSB). Save it as XLSX or CSV and import that."));
    if (workbook.isEmpty() || !workbook.contains(QLatin1String("workbook")))
        refuse(Tr::tr("This is a document, but no workbook. Save the table as XLSX or CSV and import that."));
    kinds.clear();
    const QHash<QString, QString> targets = relations(workbook, &kinds);
    readWorkbook(workbook, targets);
    if (kinds.contains(QStringLiteral("styles")) && m_zip.contains(kinds[QStringLiteral("styles")]))
        readStyles(kinds[QStringLiteral("styles")]);
    if (kinds.contains(QStringLiteral("sharedStrings")) && m_zip.contains(kinds[QStringLiteral("sharedStrings")]))
        readStrings(kinds[QStringLiteral("sharedStrings")]);
}

/// Where the part's relations lead, by id; and the last of each kind ("styles").
QHash<QString, QString> XlsxReader::relations(const QString &part, QHash<QString, QString> *byKind) const
{
    QHash<QString, QString> targets;
    const QString name = part.isEmpty() ? QStringLiteral("_rels/.rels") : relationsOf(part);
    const QByteArray bytes = m_zip.read(name, mostSmallPart);
    if (bytes.isEmpty())
        refuseDamaged(QStringLiteral("no ") + name);
    Xml xml(m_zip, name);
    while (xml.find(QLatin1String("Relationship"))) {
        const QString target = partPath(part, attribute(*xml, QLatin1String("Target")));
        targets.insert(attribute(*xml, QLatin1String("Id")), target);
        byKind->insert(attribute(*xml, QLatin1String("Type")).section(u'/', -1), target);
    }
    return targets;
}

void XlsxReader::readWorkbook(const QString &part, const QHash<QString, QString> &targets)
{
    QStringList hidden;
    Xml xml(m_zip, part);
    while (!xml->atEnd()) {
        if (xml.next() != QXmlStreamReader::StartElement)
            continue;
        if (xml->name() == QLatin1String("workbookPr")) {
            const QString flag = attribute(*xml, QLatin1String("date1904"));
            m_since1904 = flag == u"1" || flag == u"true";
        } else if (xml->name() == QLatin1String("sheet") && m_parts.size() < mostSheets) {
            const QString name = attribute(*xml, QLatin1String("name"));
            const QString target = targets.value(relationId(*xml));
            if (target.contains(QLatin1String("chartsheet")) || !m_zip.contains(target))
                continue;
            m_parts.insert(name, target);
            (attribute(*xml, QLatin1String("state")).startsWith(QLatin1String("hidden")) ||
                     attribute(*xml, QLatin1String("state")) == u"veryHidden"
                 ? hidden
                 : m_names)
                << name;
        }
    }
    if (m_names.isEmpty())
        m_names = hidden;
    if (m_names.isEmpty())
        refuse(Tr::tr("The workbook has no sheets."));
}

void XlsxReader::readStyles(const QString &part)
{
    QHash<int, XlsxShow> formats;
    bool inCells = false;
    Xml xml(m_zip, part);
    while (!xml->atEnd()) {
        const auto token = xml.next();
        if (token == QXmlStreamReader::EndElement && xml->name() == QLatin1String("cellXfs"))
            inCells = false;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if (xml->name() == QLatin1String("numFmt")) {
            formats.insert(attribute(*xml, QLatin1String("numFmtId")).toInt(),
                           showOfFormat(attribute(*xml, QLatin1String("formatCode"))));
        } else if (xml->name() == QLatin1String("cellXfs")) {
            inCells = true;
        } else if (inCells && xml->name() == QLatin1String("xf") && m_styles.size() < mostStyles) {
            const int id = attribute(*xml, QLatin1String("numFmtId")).toInt();
            m_styles << (formats.contains(id) ? formats[id] : showOfBuiltIn(id));
        }
    }
}

void XlsxReader::readStrings(const QString &part)
{
    qint64 size = 0;
    Xml xml(m_zip, part);
    while (xml.find(QLatin1String("si"))) {
        m_strings << unescapedXlsx(xml.richText(mostRowText));
        size += m_strings.last().size() + 16; // what an empty one costs
        if (size > mostSharedText)
            refuse(Tr::tr("The workbook holds more text than fits into memory. Save it as CSV and import that."));
    }
}

// --- rows

void XlsxReader::openSheet(const QString &name)
{
    if (!m_parts.contains(name))
        throw Error(
            ErrorKind::NotFound,
            Tr::tr("The workbook has no sheet “%1”. It has: %2.").arg(name, m_names.join(QStringLiteral(", "))));
    m_xml = std::make_shared<Xml>(m_zip, m_parts[name]);
    m_size = m_zip.sizeOf(m_parts[name]);
    m_bytes = m_lastRow = 0;
}

bool XlsxReader::next(XlsxRow &row)
{
    while (m_xml && m_xml->find(QLatin1String("row"))) {
        bool ok = false;
        const qint64 number = attribute(**m_xml, QLatin1String("r")).toLongLong(&ok);
        row = {};
        row.number = ok && number > m_lastRow ? number : m_lastRow + 1;
        m_lastRow = row.number;
        readRow(row);
        m_bytes = m_xml->bytes();
        while (!row.cells.isEmpty() && row.cells.last().isEmpty())
            row.cells.removeLast();
        row.exact.resize(row.cells.size());
        if (!row.cells.isEmpty() || !row.fault.isEmpty())
            return true;
    }
    m_bytes = m_size;
    return false;
}

void XlsxReader::readRow(XlsxRow &row)
{
    int column = -1;
    qint64 size = 0;
    for (;;) {
        const auto token = m_xml->next();
        if (token == QXmlStreamReader::EndElement && (*m_xml)->name() == QLatin1String("row"))
            return;
        if (token == QXmlStreamReader::EndDocument)
            return;
        if (token != QXmlStreamReader::StartElement || (*m_xml)->name() != QLatin1String("c"))
            continue;
        readCell(row, column);
        size += column < row.cells.size() && column >= 0 ? row.cells[column].size() : 0;
        if (size > mostRowText)
            throw Error(ErrorKind::Validation, Tr::tr("Row %1 is longer than any record can be.").arg(row.number));
    }
}

void XlsxReader::readCell(XlsxRow &row, int &column)
{
    Cell cell;
    cell.type = attribute(**m_xml, QLatin1String("t"));
    cell.reference = attribute(**m_xml, QLatin1String("r"));
    cell.style = attribute(**m_xml, QLatin1String("s")).toInt();
    const int named = columnOfCell(cell.reference);
    column = named > column ? named : column + 1; // writers may leave the reference out
    cell.column = column;
    readCellParts(cell, row);
    if (column >= mostCells) {
        if (row.fault.isEmpty() && (cell.hasValue || !cell.inlined.isEmpty()))
            row.fault = Tr::tr("The row has more than %n cells.", nullptr, int(mostCells));
        return;
    }
    placeCell(row, cell);
}

void XlsxReader::readCellParts(Cell &cell, const XlsxRow &row)
{
    while (!(*m_xml)->atEnd()) {
        const auto token = m_xml->next();
        if (token == QXmlStreamReader::EndElement && (*m_xml)->name() == QLatin1String("c"))
            return;
        if (token != QXmlStreamReader::StartElement)
            continue;
        if ((*m_xml)->name() == QLatin1String("v")) {
            cell.value = m_xml->text(mostRowText);
            cell.hasValue = true;
        } else if ((*m_xml)->name() == QLatin1String("is")) {
            cell.inlined = unescapedXlsx(m_xml->richText(mostRowText));
        } else if ((*m_xml)->name() == QLatin1String("f")) {
            cell.hasFormula = true;
            m_xml->text(mostRowText);
        }
    }
    refuseDamaged(QStringLiteral("row %1 has no end").arg(row.number));
}

void XlsxReader::placeCell(XlsxRow &row, const Cell &cell)
{
    bool exact = false;
    const QString text = textOf(cell, &exact);
    if (text.isNull() && row.fault.isEmpty()) {
        const QString place = cell.reference.isEmpty() ? QString::number(row.number) : cell.reference;
        row.fault = cell.hasFormula
                        ? Tr::tr("Cell %1 holds a formula without its result: open the workbook in a spreadsheet and "
                                 "save it, then import it again.")
                              .arg(place)
                        : Tr::tr("Cell %1 cannot be read: “%2”.").arg(place, cell.value.left(100));
    }
    if (text.isEmpty())
        return;
    while (row.cells.size() < cell.column)
        row.cells << QString();
    if (row.cells.size() == cell.column)
        row.cells << text;
    row.exact.resize(row.cells.size());
    row.exact[cell.column] = exact;
}

/// Null: it cannot be read. Empty: nothing stands there.
QString XlsxReader::textOf(const Cell &cell, bool *exact) const
{
    const QString nothing = QLatin1String("");
    if (cell.type == u"inlineStr")
        return cell.inlined.isNull() ? nothing : cell.inlined;
    if (!cell.hasValue)
        return cell.hasFormula ? QString() : nothing;
    if (cell.type == u"s") {
        bool ok = false;
        const qint64 index = cell.value.toLongLong(&ok);
        return ok && index >= 0 && index < m_strings.size() ? m_strings[index] + nothing : QString();
    }
    if (cell.type == u"str" || cell.type == u"e")
        return unescapedXlsx(cell.value) + nothing;
    if (cell.value.trimmed().isEmpty())
        return nothing;
    *exact = true;
    if (cell.type == u"b")
        return cell.value.trimmed() == u"0" ? QStringLiteral("no") : QStringLiteral("yes");
    if (cell.type == u"d")
        return cell.value.trimmed();
    return numberText(cell.value, m_styles.value(cell.style, XlsxShow::Number));
}

QString XlsxReader::numberText(const QString &number, XlsxShow show) const
{
    QString text;
    switch (show) {
    case XlsxShow::Percent:
        return percentDigits(number);
    case XlsxShow::Date:
        text = dateOfSerial(number, m_since1904);
        break;
    case XlsxShow::Time:
    case XlsxShow::Elapsed:
        text = elapsedOfSerial(number);
        break;
    case XlsxShow::Number:
        break;
    }
    return text.isEmpty() ? plainDigits(number) : text; // a negative date is a number after all
}

} // namespace crm
