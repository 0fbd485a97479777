#include "core/exchange/markdown_html.h"
#include "core/exchange/paper_look.h"
#include "core/exchange/paper_template.h"
#include "core/model/amount_words.h"
#include "core/model/drawing.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/model/record_formats.h"
#include <QCoreApplication>
#include <QFile>
#include <QMutex>

namespace crm {

namespace {
using data = PaperData;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Paper)
};

std::string text(const QString &s) { return s.toStdString(); }

/// One paper while it is written.
class Paper
{
public:
    Paper(Repository &repository, const Document &document, const PaperOptions &options)
        : m_repository(repository)
        , m_document(document)
        , m_format(paperOf(m_document.entity().key()))
        , m_options(options)
    {}

    data all()
    {
        data out{data::type::object};
        out.set("title", text(paperTitle(m_document)));
        setPaperSender(out, m_repository, paperSenderRecord(m_repository, &m_document), m_options.locale);
        out.set("party", paperIntroduction(m_repository, party(), m_options.locale));
        out.set("party_label", paperText(labelOf(partyField())));
        out.set("above", values(m_format.above));
        out.set("text", paperText(markdownHtml(shown(m_document.head(), m_format.text))));
        out.set("text_has_lines", !m_format.textHasLines.isEmpty() && m_document.head().flag(m_format.textHasLines));
        out.set("columns", columns());
        out.set("lines", lines());
        out.set("totals", totals());
        out.set("words", words());
        out.set("note", paperText(shown(m_document.head(), m_format.note)));
        setSignatures(out);
        return out;
    }

private:
    const Entity &entity() const { return m_document.entity(); }

    QString labelOf(const QString &field) const
    {
        const Field *f = entity().field(field);
        return f ? f->label().text() : QString();
    }

    QString shown(const Record &record, const QString &key) const
    {
        const Field *field = record.entity().field(key);
        if (!field || !m_repository.actor().policy.sees(*field))
            return {};
        const auto title = [&](const QString &target, Id id) { return m_document.titles.value({target, id}); };
        return displayText(*field, record.value(key), {m_options.locale, currency(), title});
    }

    QString currency() const
    {
        const QString own =
            entity().currencyField().isEmpty() ? QString() : m_document.head().text(entity().currencyField());
        return own.isEmpty() ? m_repository.catalog()->baseCurrency : own;
    }

    data values(const QStringList &fields) const
    {
        data out{data::type::list};
        for (const QString &key : fields) {
            const QString value = shown(m_document.head(), key);
            if (!value.isEmpty())
                out.push_back(paperPair(labelOf(key), value));
        }
        return out;
    }

    QString partyField() const
    {
        const bool other = !m_format.otherParty.isEmpty() && m_document.head().ref(m_format.party) == 0;
        return other ? m_format.otherParty : m_format.party;
    }

    std::optional<Document> party() const
    {
        const Field *field = entity().field(partyField());
        const Id id = field ? m_document.head().ref(field->key()) : 0;
        if (!field || id == 0)
            return std::nullopt;
        const QList<Document> found = m_repository.loadMany(field->target(), {id});
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    }

    QList<const Field *> lineFields() const
    {
        QList<const Field *> out;
        const QString key = entity().lineTables().value(0).entity;
        const Entity *line = m_repository.catalog()->find(key);
        if (!line)
            return out;
        const QList<Record> all = m_document.lines(key);
        for (const Field &f : line->fieldList()) {
            const bool printed = f.key() != m_format.lines.kind && !f.isHidden() && !f.isCustom() &&
                                 f.fieldClass() == FieldClass::All && f.target().isEmpty() && f.kind() != Kind::Bool &&
                                 f.kind() != Kind::Memo;
            // A column that says nothing in any line only takes room.
            const bool filled = std::any_of(all.begin(), all.end(), [&](const Record &r) {
                return !isEmptyValue(r.value(f.key())) && (!isIntegerKind(f.kind()) || r.integer(f.key()) != 0);
            });
            if (printed && filled)
                out << &f;
        }
        return out;
    }

    data columns() const
    {
        data out{data::type::list};
        const QList<const Field *> fields = lineFields();
        for (const Field *f : fields) {
            data column{data::type::object};
            column.set("label", text(f->label().text()));
            column.set("number", isIntegerKind(f->kind()));
            out.push_back(column);
        }
        return out;
    }

    data lines() const
    {
        data out{data::type::list};
        const QList<const Field *> fields = lineFields();
        const QList<Record> all = m_document.lines(entity().lineTables().value(0).entity);
        int number = 0;
        for (const Record &line : all) {
            const bool heading = isOfKind(line, m_format.lines.heading);
            data row{data::type::object};
            row.set("n", heading ? std::string() : std::to_string(++number));
            row.set("cells", cells(line, fields));
            row.set("heading", paperText(heading ? firstText(line, fields) : QString()));
            row.set("span", std::to_string(fields.size()));
            out.push_back(row);
        }
        return out;
    }

    bool isOfKind(const Record &line, const QString &kind) const
    {
        return !m_format.lines.kind.isEmpty() && !kind.isEmpty() && line.text(m_format.lines.kind) == kind;
    }

    QString firstText(const Record &line, const QList<const Field *> &fields) const
    {
        const auto first =
            std::find_if(fields.begin(), fields.end(), [](const Field *f) { return isTextKind(f->kind()); });
        return first == fields.end() ? QString() : shown(line, (*first)->key());
    }

    /// What does not count says so beside its first text, and what it comes to stands in brackets.
    data cells(const Record &line, const QList<const Field *> &fields) const
    {
        const PaperLines &kinds = m_format.lines;
        const bool aside =
            isOfKind(line, kinds.optional) && !(line.entity().field(kinds.taken) && line.flag(kinds.taken));
        bool said = !aside;
        data out{data::type::list};
        for (const Field *f : fields) {
            QString value = shown(line, f->key());
            if (!said && isTextKind(f->kind())) {
                value += QStringLiteral(" (%1)").arg(shown(line, kinds.kind).toLower());
                said = true;
            } else if (aside && f->isComputed() && !value.isEmpty()) {
                value = u'(' + value + u')';
            }
            data cell{data::type::object};
            cell.set("value", text(value));
            cell.set("number", isIntegerKind(f->kind()));
            out.push_back(cell);
        }
        return out;
    }

    data words() const
    {
        if (m_format.inWords.isEmpty())
            return paperText({});
        const Money amount(m_document.head().integer(m_format.inWords), currency());
        return paperText(amountInWords(amount, m_options.locale));
    }

    /// Who has signed. The stored text of a drawing is read to the letter, whoever wrote it: none of it stands here.
    void setSignatures(data &out) const
    {
        data all{data::type::list};
        bool isSigned = false;
        const QString lock = entity().lockField(); // what was signed and taken back is no longer signed
        const QList<SignedPlace> places = !lock.isEmpty() && isEmptyValue(m_document.value(lock))
                                              ? QList<SignedPlace>()
                                              : signedPlaces(entity().key());
        for (const SignedPlace &place : places) {
            const QString moment = shown(m_document.head(), place.moment), name = shown(m_document.head(), place.name);
            const Drawing drawing = readDrawing(shown(m_document.head(), place.drawing)).value_or(Drawing());
            if (moment.isEmpty() || (name.isEmpty() && drawing.isEmpty()))
                continue;
            const QByteArray svg = drawingSvg(drawing);
            data one{data::type::object};
            one.set("heading", text(place.heading.text()));
            one.set("drawing", svg.isEmpty() ? data(data::type::bool_false)
                                             : data("data:image/svg+xml;base64," + svg.toBase64().toStdString()));
            one.set("typed", paperText(drawing.typed));
            one.set("typed_label", text(Tr::tr("typed", "a signature")));
            one.set("name", paperText(name));
            one.set("moment", text(moment));
            all.push_back(one);
            isSigned = true;
        }
        out.set("signed", isSigned);
        out.set("signatures", all);
    }

    /// Amounts that rules have computed, as they are stored.
    data totals() const
    {
        data out{data::type::list};
        for (const Field &f : entity().fieldList()) {
            const bool total = f.kind() == Kind::Money && f.isComputed() && !f.isKept() && !f.isHidden();
            const bool more = m_options.kind.isEmpty() && m_format.below.contains(f.key());
            if ((total || more) && m_document.head().integer(f.key()) != 0)
                out.push_back(paperPair(f.label().text(), shown(m_document.head(), f.key())));
        }
        return out;
    }

    Repository &m_repository;
    const Document &m_document;
    const PaperFormat m_format;
    const PaperOptions &m_options;
};

struct Makers
{
    QMutex mutex;
    QHash<QString, PaperMaker> byEntity;
    QHash<QString, QList<PaperKind>> kinds;
};
Makers &makers()
{
    static Makers all;
    return all;
}

std::optional<PaperMaker> makerOf(const QString &entity)
{
    QMutexLocker lock(&makers().mutex);
    const auto found = makers().byEntity.constFind(entity);
    return found == makers().byEntity.cend() ? std::nullopt : std::optional(*found);
}

PaperKind kindOf(const QString &entity, const QString &key)
{
    const QList<PaperKind> all = paperKinds(entity);
    QStringList names;
    for (const PaperKind &kind : all) {
        if (kind.key == key)
            return kind;
        names << kind.key;
    }
    throw Error(
        ErrorKind::Validation,
        Tr::tr("There is no paper “%1” of these documents. Possible: %2.").arg(key, names.join(QStringLiteral(", "))));
}

} // namespace

std::string paperLayout(const QString &name)
{
    QFile file(QStringLiteral(":/documents/%1.html").arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

PaperData paperData(Repository &repository, const Document &document, const PaperOptions &options)
{
    return Paper(repository, document, options).all();
}

PaperData paperText(const QString &s) { return s.isEmpty() ? data(data::type::bool_false) : data(text(s)); }

PaperData paperPair(const QString &label, const QString &value)
{
    data out{data::type::object};
    out.set("label", paperText(label));
    out.set("value", text(value));
    return out;
}

namespace {
const std::string rowsMark = "\x01rows\x01"; ///< passes Mustache as it is

QString withRows(std::string_view page, const std::string &rows)
{
    const auto append = [](QString &to, std::string_view text) {
        to += QUtf8StringView(text.data(), qsizetype(text.size())).toString();
    };
    QString out;
    out.reserve(qsizetype(page.size() + rows.size()));
    for (size_t at = page.find(rowsMark); at != std::string_view::npos; at = page.find(rowsMark)) {
        append(out, page.substr(0, at));
        append(out, rows);
        page.remove_prefix(at + rowsMark.size());
    }
    append(out, page);
    return out;
}
} // namespace

QString renderPaper(const PaperOptions &options, const QString &name, PaperData &data, const std::string &rows)
{
    kainjow::mustache::mustache layout(options.layout.isEmpty() ? paperLayout(name) : text(options.layout));
    if (!layout.is_valid())
        throw Error(ErrorKind::Validation,
                    Tr::tr("The template cannot be read: %1").arg(QString::fromStdString(layout.error_message())));
    for (const auto &[part, file] : completePaperLook(data))
        data.set(part, kainjow::mustache::partial([name = file] { return paperLayout(name); }));
    if (rows.empty())
        return QString::fromStdString(layout.render(data));
    data.set("rows", rowsMark);
    return withRows(layout.render(data), rows);
}

void writesPaper(const QString &entity, const PaperMaker &maker)
{
    QMutexLocker lock(&makers().mutex);
    makers().byEntity.insert(entity, maker);
}

void alsoLeavesAs(const QString &entity, const PaperKind &kind)
{
    QMutexLocker lock(&makers().mutex);
    QList<PaperKind> &all = makers().kinds[entity];
    all.removeIf([&](const PaperKind &other) { return other.key == kind.key; }); // declared anew
    all.append(kind);
}

QList<PaperKind> paperKinds(const QString &entity)
{
    QMutexLocker lock(&makers().mutex);
    return makers().kinds.value(entity);
}

std::optional<Document> paperSenderRecord(Repository &repository, const Document *of)
{
    const QString named = of ? paperSenderField(of->entity()) : QString();
    if (const Id other = named.isEmpty() ? 0 : of->head().ref(named)) {
        const QList<Document> found = repository.loadMany(of->entity().field(named)->target(), {other});
        return found.isEmpty() ? std::nullopt : std::optional(found.first());
    }
    const QString key = paperSender();
    if (key.isEmpty())
        return std::nullopt;
    Query query(key);
    query.sort = {{QStringLiteral("id"), false}};
    query.columns = QStringList{QStringLiteral("id")};
    const Page page = repository.page(query, {PageAt::First, {}, 0, 1});
    if (page.rows.isEmpty())
        return std::nullopt;
    return repository.load(key, page.rows.first().id);
}

PaperData paperIntroduction(Repository &repository, const std::optional<Document> &who, const QLocale &locale)
{
    data out{data::type::list};
    if (!who)
        return out;
    const QStringList fields = introductionOf(who->entity().key());
    for (const QString &key : fields) {
        const Field *field = who->entity().field(key);
        if (!field || !repository.actor().policy.sees(*field))
            continue;
        const auto title = [&](const QString &target, Id id) { return who->titles.value({target, id}); };
        const QString value = displayText(*field, who->value(key), {locale, repository.catalog()->baseCurrency, title});
        if (!value.isEmpty())
            out.push_back(paperPair(key == fields.first() ? QString() : field->label().text(), value));
    }
    return out;
}

bool canLeaveOnPaper(const Entity &entity) { return paperOf(entity.key()).isSet() || makerOf(entity.key()); }

QString paperTitle(const Document &document)
{
    const QString title = document.head().title();
    if (const auto maker = makerOf(document.entity().key()))
        return Tr::tr("%1: %2", "a paper, whom it is about").arg(maker->title.text(), title);
    const QString kind = document.entity().one().text();
    const QString once = document.entity().numberedOnceField();
    const bool isDraft = !once.isEmpty() && isEmptyValue(document.value(once));
    return isDraft || title.isEmpty() ? Tr::tr("%1 (draft)").arg(kind) : kind + u' ' + title;
}

QString paperHtml(Repository &repository, const QString &entity, Id id, const PaperOptions &options)
{
    if (!canLeaveOnPaper(repository.catalog()->at(entity)))
        throw Error(ErrorKind::Unsupported,
                    Tr::tr("“%1” are not printed as documents.").arg(repository.catalog()->at(entity).many().text()));
    if (const auto maker = makerOf(entity))
        return maker->html(repository, id, options);
    const Opened opened = repository.open(entity, id);
    if (!options.kind.isEmpty())
        return kindOf(entity, options.kind).html(repository, opened.document, options);
    PaperData data = paperData(repository, opened.document, options);
    return renderPaper(options, QStringLiteral("paper"), data);
}

QStringList paperGaps(Repository &repository, const QString &entity, Id id, const QString &kind)
{
    if (kind.isEmpty())
        return {};
    const PaperKind one = kindOf(entity, kind);
    return one.missing ? one.missing(repository, repository.load(entity, id)) : QStringList();
}

} // namespace crm
