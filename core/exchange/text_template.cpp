#include "core/exchange/text_template.h"
#include "core/exchange/paper_template.h"
#include "core/model/alike.h"
#include "core/model/error.h"
#include "core/model/format.h"
#include "core/model/record_formats.h"
#include <QCoreApplication>
#include <QRegularExpression>
#include <map>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Paper)
};

const QString officePrefix = QStringLiteral("office"), linesName = QStringLiteral("lines"),
              totalsName = QStringLiteral("totals"), wordsName = QStringLiteral("total_in_words"),
              todayName = QStringLiteral("today");

QString withoutId(const QString &key) { return key.endsWith(QLatin1String("_id")) ? key.chopped(3) : key; }

/// A value as Markdown shows it letter for letter.
QString plain(const QString &value)
{
    static const QRegularExpression marks(
        QStringLiteral(R"(([\\`*\[\]<>~|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=[#\w]+;)))"));
    static const QRegularExpression list(QStringLiteral(R"(^(\s*)([-+#]|\d{1,9}(?=[.)]))(?=[.)]?(\s|$|[-#=])))"));
    QString out = value;
    out.replace(QRegularExpression(QStringLiteral("\\s*[\\r\\n]+\\s*")), QStringLiteral(" "));
    out.replace(marks, QStringLiteral("\\\\1"));
    const QRegularExpressionMatch start = list.match(out);
    if (start.hasMatch()) { // "1. Mai" is no list, "- 5" no bullet
        const bool numbered = start.captured(2).at(0).isDigit();
        out.insert(numbered ? start.capturedEnd(2) : start.capturedStart(2), u'\\');
    }
    return out;
}

std::string text(const QString &s) { return s.toStdString(); }
QString text(const PaperData *data)
{
    return data && data->is_string() ? QString::fromStdString(data->string_value()) : QString();
}

QString row(const QStringList &cells)
{
    return QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
}

/// The lines as the paper of the document has them.
QString linesTable(const PaperData &paper)
{
    const PaperData *lines = paper.get("lines"), *columns = paper.get("columns");
    if (!lines || !columns || lines->list_value().empty())
        return {};
    QStringList heads{QStringLiteral("\\#")}, rules{QStringLiteral("---:")};
    for (const PaperData &column : columns->list_value()) {
        heads << plain(text(column.get("label")));
        const PaperData *number = column.get("number");
        rules << (number && number->is_true() ? QStringLiteral("---:") : QStringLiteral("---"));
    }
    QString out = u'\n' + row(heads) + row(rules);
    for (const PaperData &line : lines->list_value()) {
        QStringList cells{text(line.get("n"))};
        for (const PaperData &cell : line.get("cells")->list_value())
            cells << plain(text(cell.get("value")));
        out += row(cells);
    }
    return out;
}

QString totalsList(const PaperData &paper)
{
    QString out;
    for (const PaperData &pair : paper.get("totals")->list_value())
        out += QStringLiteral("\n- %1: **%2**").arg(plain(text(pair.get("label"))), plain(text(pair.get("value"))));
    return out.isEmpty() ? out : out + u'\n';
}

/// The names that the text asks for, with what each of them stands for.
class Variables
{
public:
    Variables(Repository &repository, const Document &document, const TextTemplateOptions &options)
        : m_repository(repository)
        , m_document(document)
        , m_options(options)
        , m_paper(paperData(repository, document, {.locale = options.locale}))
    {}

    /// Nothing: there is no such variable.
    std::optional<QString> value(const QString &name)
    {
        const QStringList parts = name.split(u'.');
        if (parts.size() == 1)
            return ownValue(name);
        if (parts.size() != 2)
            return std::nullopt;
        const Entity *entity = entityBehind(parts[0]);
        const Field *field = entity ? fieldOf(*entity, parts[1]) : nullptr;
        if (!field)
            return std::nullopt;
        const std::optional<Document> &record = recordBehind(parts[0]);
        return record ? shown(*record, *field) : QString();
    }

    QStringList names() const
    {
        QStringList out{todayName, linesName, totalsName, wordsName};
        out += namesOf(m_document.entity(), {});
        for (const Field &field : m_document.entity().fieldList()) {
            const Entity *target = field.kind() == Kind::Ref ? m_repository.catalog()->find(field.target()) : nullptr;
            if (target && isOpen(field))
                out += namesOf(*target, withoutId(field.key()) + u'.');
        }
        if (const Entity *office = m_repository.catalog()->find(paperSender()))
            out += namesOf(*office, officePrefix + u'.');
        return out;
    }

private:
    bool isOpen(const Field &field) const
    {
        return !field.isHidden() && field.kind() != Kind::File && field.fieldClass() == FieldClass::All &&
               m_repository.actor().policy.sees(field);
    }

    QStringList namesOf(const Entity &entity, const QString &prefix) const
    {
        QStringList out;
        for (const Field &field : entity.fieldList()) {
            if (isOpen(field))
                out << prefix + withoutId(field.key());
        }
        for (auto it = m_options.alsoCalled.cbegin(); it != m_options.alsoCalled.cend(); ++it) {
            if (fieldOf(entity, it.key()))
                out << prefix + it.key();
        }
        return out;
    }

    const Field *fieldOf(const Entity &entity, const QString &name) const
    {
        for (const QString &key : QStringList{name, name + QStringLiteral("_id")} + m_options.alsoCalled.value(name)) {
            const Field *field = entity.field(key);
            if (field && isOpen(*field))
                return field;
        }
        return nullptr;
    }

    std::optional<QString> ownValue(const QString &name)
    {
        if (name == linesName)
            return linesTable(m_paper);
        if (name == totalsName)
            return totalsList(m_paper);
        if (name == wordsName)
            return plain(text(m_paper.get("words")));
        if (name == todayName)
            return plain(m_options.locale.toString(QDate::currentDate(), QLocale::ShortFormat));
        const Field *field = fieldOf(m_document.entity(), name);
        return field ? std::optional(shown(m_document, *field)) : std::nullopt;
    }

    const Field *reference(const QString &prefix) const
    {
        const Field *field = fieldOf(m_document.entity(), prefix);
        return field && field->kind() == Kind::Ref ? field : nullptr;
    }

    const Entity *entityBehind(const QString &prefix) const
    {
        const Field *field = prefix == officePrefix ? nullptr : reference(prefix);
        return m_repository.catalog()->find(field                    ? field->target()
                                            : prefix == officePrefix ? paperSender()
                                                                     : QString());
    }

    const std::optional<Document> &recordBehind(const QString &prefix)
    {
        const auto known = m_records.constFind(prefix);
        if (known != m_records.cend())
            return *known;
        std::optional<Document> record;
        if (prefix == officePrefix) {
            record = paperSenderRecord(m_repository, &m_document);
        } else if (const Field *field = reference(prefix); const Id id = m_document.head().ref(field->key())) {
            const QList<Document> found = m_repository.loadMany(field->target(), {id});
            if (!found.isEmpty())
                record = found.first();
        }
        return *m_records.insert(prefix, record);
    }

    QString shown(const Document &document, const Field &field) const
    {
        if (!document.entity().field(field.key()))
            return {}; // of another kind of sender
        const QString own = document.entity().currencyField();
        QString currency = own.isEmpty() ? QString() : document.head().text(own);
        if (currency.isEmpty())
            currency = m_repository.catalog()->baseCurrency;
        const auto title = [&](const QString &target, Id id) { return document.titles.value({target, id}); };
        const QString value = displayText(field, document.value(field.key()), {m_options.locale, currency, title});
        return field.kind() == Kind::Memo ? value : plain(value);
    }

    Repository &m_repository;
    const Document &m_document;
    const TextTemplateOptions &m_options;
    const PaperData m_paper;
    QHash<QString, std::optional<Document>> m_records;
};

/// What stands between the braces, each once: names and sections. Partials and other braces are told as unknown.
QStringList namesIn(const QString &markdown)
{
    static const QRegularExpression tag(QStringLiteral(R"(\{\{\{?\s*[&#^/]?\s*([^{}!#^/&\s][^{}]*?)\s*\}?\}\})"));
    QStringList out;
    for (auto it = tag.globalMatch(markdown); it.hasNext();)
        out << it.next().captured(1);
    out.removeDuplicates();
    return out;
}

QString unknownSentence(const QStringList &unknown, const QStringList &known)
{
    QStringList parts;
    for (const QString &name : unknown) {
        const QStringList near = alikeNames(name, known);
        parts << (near.isEmpty() ? QStringLiteral("{{%1}}").arg(name)
                                 : Tr::tr("{{%1}} (did you mean %2?)").arg(name, near.join(QStringLiteral(", "))));
    }
    return Tr::tr("The template asks for what is not there: %1.").arg(parts.join(QStringLiteral("; ")));
}

/// Whole names, so that "client" and "client.name" may both be there.
class NamedValues : public kainjow::mustache::context<std::string>
{
public:
    NamedValues() { push(&m_nothing); }
    void add(const QString &name, const QString &value) { m_values.insert_or_assign(text(name), paperText(value)); }
    const PaperData *get(const std::string &name) const override
    {
        if (name == ".")
            return context::get(name);
        const auto found = m_values.find(name);
        return found == m_values.end() ? nullptr : &found->second;
    }

private:
    const PaperData m_nothing{PaperData::type::object};
    std::map<std::string, PaperData> m_values;
};
} // namespace

FilledText fillTextTemplate(Repository &repository, const Document &document, const QString &markdown,
                            const TextTemplateOptions &options)
{
    if (const QString fault = textTemplateFault(markdown); !fault.isEmpty())
        throw Error(ErrorKind::Validation, fault);
    Variables variables(repository, document, options);
    NamedValues values;
    QStringList unknown;
    const QStringList names = namesIn(markdown);
    for (const QString &name : names) {
        if (const auto value = variables.value(name))
            values.add(name, *value);
        else
            unknown << name;
    }
    if (!unknown.isEmpty())
        throw Error(ErrorKind::Validation, unknownSentence(unknown, variables.names()));
    kainjow::mustache::mustache filler(text(markdown));
    filler.set_custom_escape([](const std::string &s) { return s; }); // made plain already, as Markdown
    return {QString::fromStdString(filler.render(values)).trimmed(), names.contains(linesName)};
}

QString textTemplateFault(const QString &markdown)
{
    const kainjow::mustache::mustache filler(text(markdown));
    return filler.is_valid()
               ? QString()
               : Tr::tr("The template cannot be read: %1").arg(QString::fromStdString(filler.error_message()));
}

QStringList textVariables(Repository &repository, const Document &document, const TextTemplateOptions &options)
{
    return Variables(repository, document, options).names();
}

} // namespace crm
