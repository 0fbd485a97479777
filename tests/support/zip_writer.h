// Makes archives for tests, whole and wrong ones. Header only: the tests need no library for it.
#pragma once
#include <QByteArray>
#include <QList>
#include <QString>
#include <array>
#include <utility>

namespace crm::test {

using ZipFiles = QList<std::pair<QString, QByteArray>>;

inline quint32 crc32Of(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> t;
        for (quint32 n = 0; n < 256; ++n) {
            t[n] = n;
            for (int i = 0; i < 8; ++i)
                t[n] = (t[n] >> 1) ^ (t[n] & 1 ? 0xEDB88320u : 0);
        }
        return t;
    }();
    quint32 crc = 0xFFFFFFFFu;
    for (const char *c = bytes.constData(), *end = c + bytes.size(); c != end; ++c)
        crc = table[(crc ^ uchar(*c)) & 0xFF] ^ (crc >> 8);
    return ~crc;
}

class ZipBytes
{
public:
    template<class T> void put(T value)
    {
        for (size_t i = 0; i < sizeof(T); ++i)
            bytes.append(char(quint64(value) >> (8 * i)));
    }
    QByteArray bytes;
};

/// @param deflate packs the files. @param flags of the entries: 1 says that they are encrypted
inline QByteArray zipOf(const ZipFiles &files, bool deflate = false, quint16 flags = 0)
{
    ZipBytes zip, directory;
    for (const auto &[name, content] : files) {
        const QByteArray key = name.toUtf8();
        // zlib's stream without its frame: 4 bytes of Qt's, 2 before, 4 behind
        const QByteArray packed = deflate ? qCompress(content, 9).mid(6).chopped(4) : content;
        const quint32 crc = crc32Of(content), at = quint32(zip.bytes.size());
        const auto common = [&](ZipBytes &out) {
            out.put(quint16(20));
            out.put(flags);
            out.put(quint16(deflate ? 8 : 0));
            out.put(quint32(0x00210000));
            out.put(crc);
            out.put(quint32(packed.size()));
            out.put(quint32(content.size()));
            out.put(quint16(key.size()));
            out.put(quint16(0));
        };
        zip.put(quint32(0x04034b50));
        common(zip);
        zip.bytes += key + packed;
        directory.put(quint32(0x02014b50));
        directory.put(quint16(20));
        common(directory);
        directory.put(quint16(0));
        directory.put(quint16(0));
        directory.put(quint16(0));
        directory.put(quint32(0));
        directory.put(at);
        directory.bytes += key;
    }
    const quint32 at = quint32(zip.bytes.size());
    zip.bytes += directory.bytes;
    zip.put(quint32(0x06054b50));
    zip.put(quint32(0));
    zip.put(quint16(files.size()));
    zip.put(quint16(files.size()));
    zip.put(quint32(directory.bytes.size()));
    zip.put(at);
    zip.put(quint16(0));
    return zip.bytes;
}

/// The parts of a workbook with one sheet or more. @param sheets name and rows as XML: "<row r=\"1\">...</row>"
struct Workbook
{
    ZipFiles sheets;
    QByteArray strings;               ///< "<si><t>a</t></si>..."
    QByteArray formats = {};          ///< "<numFmt numFmtId=\"164\" formatCode=\"yyyy\"/>"
    QByteArray cellFormats = "<xf/>"; ///< "<xf numFmtId=\"14\"/>..."
    QByteArray properties = {};       ///< "<workbookPr date1904=\"1\"/>"
    QByteArray sheetState = {};       ///< of the first: "state=\"hidden\""

    ZipFiles parts() const
    {
        const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
        const QByteArray main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const QByteArray rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const QByteArray rels =
            head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
        QByteArray list, targets;
        ZipFiles files;
        for (qsizetype i = 0; i < sheets.size(); ++i) {
            const QByteArray n = QByteArray::number(i + 1);
            list += "<sheet name=\"" + sheets[i].first.toUtf8() + "\" sheetId=\"" + n + "\" " +
                    (i == 0 ? sheetState : QByteArray()) + " r:id=\"rId" + n + "\"/>";
            targets += "<Relationship Id=\"rId" + n + "\" Type=\"" + rel + "/worksheet\" Target=\"worksheets/sheet" +
                       n + ".xml\"/>";
            files.append({QStringLiteral("xl/worksheets/sheet%1.xml").arg(i + 1),
                          head + "<worksheet" + main + "><sheetData>" + sheets[i].second + "</sheetData></worksheet>"});
        }
        targets += "<Relationship Id=\"rIdS\" Type=\"" + rel + "/styles\" Target=\"styles.xml\"/>";
        targets += "<Relationship Id=\"rIdT\" Type=\"" + rel + "/sharedStrings\" Target=\"sharedStrings.xml\"/>";
        return ZipFiles{{QStringLiteral("[Content_Types].xml"),
                         head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
                        {QStringLiteral("_rels/.rels"),
                         rels + "<Relationship Id=\"rId1\" Type=\"" + rel +
                             "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
                        {QStringLiteral("xl/workbook.xml"), head + "<workbook" + main + " xmlns:r=\"" + rel + "\">" +
                                                                properties + "<sheets>" + list +
                                                                "</sheets></workbook>"},
                        {QStringLiteral("xl/_rels/workbook.xml.rels"), rels + targets + "</Relationships>"},
                        {QStringLiteral("xl/styles.xml"), head + "<styleSheet" + main + "><numFmts>" + formats +
                                                              "</numFmts><cellXfs>" + cellFormats +
                                                              "</cellXfs></styleSheet>"},
                        {QStringLiteral("xl/sharedStrings.xml"), head + "<sst" + main + ">" + strings + "</sst>"}} +
               files;
    }
    QByteArray bytes(bool deflate = true) const { return zipOf(parts(), deflate); }
};

} // namespace crm::test
