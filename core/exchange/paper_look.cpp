#include "core/exchange/paper_look.h"
#include "core/exchange/limited_buffer.h"
#include "core/exchange/paper_colors.h"
#include "core/model/error.h"
#include "core/model/paper_look_fields.h"
#include "core/model/record_formats.h"
#include "core/model/value_checks.h"
#include <QtEndian>

namespace crm {

namespace {
struct Size
{
    int width = 0, height = 0;
};

/// In pixels, as the head of the file says; nothing if it does not.
Size pngSize(const QByteArray &bytes)
{
    constexpr int ends = 24; // signature, length, IHDR, width, height
    if (!bytes.startsWith("\x89PNG\r\n\x1a\n") || bytes.size() < ends)
        return {};
    const char *at = bytes.constData() + ends - 8;
    return {qFromBigEndian<qint32>(at), qFromBigEndian<qint32>(at + 4)};
}

Size jpegSize(const QByteArray &bytes)
{
    if (!bytes.startsWith("\xff\xd8\xff"))
        return {};
    for (qsizetype at = 2; at + 9 < bytes.size() && uchar(bytes[at]) == 0xff;) {
        const uchar marker = uchar(bytes[at + 1]);
        const bool isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame)
            return {qFromBigEndian<quint16>(bytes.constData() + at + 7),
                    qFromBigEndian<quint16>(bytes.constData() + at + 5)};
        at += 2 + qFromBigEndian<quint16>(bytes.constData() + at + 2);
    }
    return {};
}

constexpr qint64 largestLogo = 1024 * 1024; ///< bytes

QByteArray contentOf(Repository &repository, Id file)
{
    LimitedBuffer content(largestLogo);
    content.open(QIODevice::WriteOnly);
    try {
        repository.readBlob(file, content);
    } catch (const Error &e) {
        if (!content.wasTooLong() && (e.kind() == ErrorKind::Connection || e.kind() == ErrorKind::Cancelled))
            throw;
        return {}; // a paper without a logo is still a paper
    }
    return content.data();
}

/// {src, width, height}: as large as it may be, in pixels of HTML; false: there is none.
PaperData logoOf(Repository &repository, Id file)
{
    constexpr double widest = 220, highest = 60;
    const QByteArray bytes = file == 0 ? QByteArray() : contentOf(repository, file);
    const Size png = pngSize(bytes), jpeg = jpegSize(bytes), size = png.width > 0 ? png : jpeg;
    if (size.width <= 0 || size.height <= 0)
        return PaperData(false);
    const double scale = std::min(widest / size.width, highest / size.height);
    const QByteArray kind = png.width > 0 ? "data:image/png;base64," : "data:image/jpeg;base64,";
    PaperData out{PaperData::type::object};
    out.set("src", (kind + bytes.toBase64()).toStdString());
    out.set("width", std::to_string(std::max(1, int(size.width * scale))));
    out.set("height", std::to_string(std::max(1, int(size.height * scale))));
    return out;
}

QString chosen(const std::optional<Document> &by, const QString &field)
{
    return by && by->entity().field(field) ? by->head().text(field) : QString();
}

/// It goes into a style sheet: what is none, whoever wrote it, does not.
QString chosenColor(const std::optional<Document> &by, const QString &field)
{
    const QString color = chosen(by, field);
    return textFault(Kind::Color, color).isEmpty() ? color : QString();
}

Id logoFile(const std::optional<Document> &sender)
{
    const QString field = sender ? paperLookFields(sender->entity().key()).logo : QString();
    return field.isEmpty() ? 0 : sender->head().ref(field);
}

QString textOf(const PaperData &data, const char *name)
{
    const PaperData *value = data.get(name);
    return value && value->is_string() ? QString::fromStdString(value->string_value()) : QString();
}

void set(PaperData &data, const char *name, const QString &value) { data.set(name, paperText(value)); }

bool isSet(const PaperData &row, const char *name)
{
    const PaperData *value = row.get(name);
    return value && !value->is_false();
}

/// All but the first column of texts is as narrow as what stands in it. @param from whose columns they are
PaperData tightened(const PaperData &cells, const PaperData &from)
{
    PaperData out{PaperData::type::list};
    bool first = true;
    for (size_t i = 0; i < cells.list_value().size(); ++i) {
        PaperData cell = cells.list_value()[i];
        const bool number = isSet(from.list_value()[i], "number");
        cell.set("tight", number || !first);
        first = first && number;
        out.push_back(cell);
    }
    return out;
}

/// What the look makes of the lines: the background of every second one, which headings begin anew, and their columns.
void dress(PaperData &data)
{
    const PaperData *lines = data.get("lines"), *columns = data.get("columns");
    const QString stripe = paperStripe(data);
    const bool tight = isSet(data, "spaced") && columns && columns->is_list();
    if (!lines || !lines->is_list() || (stripe.isEmpty() && !tight))
        return;
    PaperData out{PaperData::type::list};
    bool even = true;
    for (PaperData row : lines->list_value()) {
        const bool heading = isSet(row, "heading");
        even = heading || !even;
        row.set("back", paperText(even && !heading ? stripe : QString()));
        if (const PaperData *cells = row.get("cells"); tight && cells)
            row.set("cells", tightened(*cells, *columns));
        out.push_back(row);
    }
    data.set("lines", out);
    if (tight)
        data.set("columns", tightened(*columns, *columns));
}

/// What a layout is like by itself.
struct Layout
{
    const char *key;
    const char *accent; ///< empty: the text's own
    const char *rows;
    int padding; ///< of cells, in pixels
    bool grid;   ///< lines between all cells
    bool band;   ///< the accent is a ground, and not only the colour of the title
};
constexpr Layout layouts[] = {{"classic", "", "head", 5, false, false},
                              {"modern", "#1d4ed8", "stripes", 6, false, true},
                              {"formal", "", "none", 5, true, false},
                              {"compact", "", "head", 4, false, false}};

const Layout &layoutOf(const QString &key)
{
    const auto found = std::find_if(std::begin(layouts), std::end(layouts),
                                    [&](const Layout &l) { return key == QLatin1String(l.key); });
    return found == std::end(layouts) ? layouts[0] : *found;
}

void setColors(PaperData &data, const Layout &layout)
{
    const QString chosenAccent = textOf(data, "look_accent"), ground = textOf(data, "look_rows_color");
    QString rows = textOf(data, "look_rows");
    if (rows.isEmpty()) // whoever chooses a colour wants to see it
        rows = layout.grid && !ground.isEmpty() ? QStringLiteral("head") : QString::fromLatin1(layout.rows);
    const QString accent = chosenAccent.isEmpty() ? QString::fromLatin1(layout.accent) : chosenAccent;
    const QString usual = accent.isEmpty() ? QStringLiteral("#f3f4f6") : layout.band ? accent : tintOf(accent);
    const QString head = rows == u"none" ? QString() : ground.isEmpty() ? usual : ground;
    const QString ink = QStringLiteral("#374151");
    const bool inkIsRead = head.isEmpty() || contrastOf(ink, head) >= readableContrast;
    set(data, "band", accent);
    set(data, "band_text", accent.isEmpty() ? QString() : textColorOn(accent));
    set(data, "title_color", accent.isEmpty() ? QString() : readableOnWhite(accent));
    set(data, "head_back", head);
    set(data, "head_text", inkIsRead ? ink : textColorOn(head));
    set(data, "stripe", rows == u"stripes" ? tintOf(head) : QString());
}

void setLook(PaperData &data)
{
    const Layout &layout = layoutOf(textOf(data, "layout"));
    setColors(data, layout);
    data.set("cell", std::to_string(layout.padding));
    data.set("grid", layout.grid);
    data.set("spaced", &layout != &layouts[0]);
    for (const char *part : {"sender", "sender_details", "sender_name", "logo", "footer"}) {
        if (!data.get(part))
            data.set(part, false);
    }
}
} // namespace

void setPaperSender(PaperData &data, Repository &repository, const std::optional<Document> &sender,
                    const QLocale &locale)
{
    const PaperData all = paperIntroduction(repository, sender, locale);
    PaperData details{PaperData::type::list};
    for (size_t i = 1; i < all.list_value().size(); ++i)
        details.push_back(all.list_value()[i]);
    data.set("sender", all);
    data.set("sender_details", details);
    const PaperData *name = all.list_value().empty() ? nullptr : all.list_value().front().get("value");
    data.set("sender_name", name ? *name : PaperData(false));
    const bool isOffice = sender && sender->entity().key() == paperSender();
    const std::optional<Document> office = isOffice ? sender : paperSenderRecord(repository);
    const PaperLookFields fields = office ? paperLookFields(office->entity().key()) : PaperLookFields();
    set(data, "layout", chosen(office, fields.layout));
    set(data, "look_accent", chosenColor(office, fields.accent));
    set(data, "look_rows", chosen(office, fields.rows));
    set(data, "look_rows_color", chosenColor(office, fields.rowsColor));
    const QString footer = chosen(office, fields.footer).trimmed().toHtmlEscaped();
    set(data, "footer", QString(footer).replace(u'\n', QLatin1String("<br>")));
    const Id mine = logoFile(sender), theirs = logoFile(office);
    const PaperData own = logoOf(repository, mine);
    data.set("logo", own.is_false() && theirs != mine ? logoOf(repository, theirs) : own);
    setLook(data);
}

QList<std::pair<const char *, QString>> completePaperLook(PaperData &data)
{
    if (!data.get("stripe"))
        setLook(data); // written by nobody
    dress(data);
    const Layout &layout = layoutOf(textOf(data, "layout"));
    const QString suffix = &layout == &layouts[0] ? QString() : QStringLiteral("_") + QLatin1String(layout.key);
    return {{"head", QStringLiteral("head") + suffix}, {"title_block", QStringLiteral("heading") + suffix},
            {"table", QStringLiteral("table")},        {"foot", QStringLiteral("foot")},
            {"style", QStringLiteral("style")},        {"style_wide", QStringLiteral("style_wide")}};
}

QString paperStripe(const PaperData &data) { return textOf(data, "stripe"); }

} // namespace crm
