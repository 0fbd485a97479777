// Filter::parse: expression text -> Filter. The grammar stands in query.h.
#include "core/model/alike.h"
#include "core/model/error.h"
#include "core/model/filter_words.h"
#include "core/model/format.h"
#include "core/model/registry.h"
#include "core/model/related_filter.h"
#include "core/model/relative_date.h"
#include "core/model/text.h"
#include <QCoreApplication>

namespace crm {

QString operatorText(Op op)
{
    switch (op) {
    case Op::Equal:
        return QStringLiteral("=");
    case Op::NotEqual:
        return QStringLiteral("!=");
    case Op::Less:
        return QStringLiteral("<");
    case Op::LessOrEqual:
        return QStringLiteral("<=");
    case Op::Greater:
        return QStringLiteral(">");
    case Op::GreaterOrEqual:
        return QStringLiteral(">=");
    case Op::Contains:
        return QStringLiteral("~");
    case Op::StartsWith:
        return QStringLiteral("^");
    case Op::In:
        return QStringLiteral("in");
    case Op::IsEmpty:
        return QStringLiteral("is empty");
    case Op::IsNotEmpty:
        return QStringLiteral("is not empty");
    }
    return {};
}

bool isKeyword(const QString &word)
{
    static const QStringList words = {QStringLiteral("and"), QStringLiteral("or"), QStringLiteral("not"),
                                      QStringLiteral("in"), QStringLiteral("is")};
    return words.contains(word.toLower());
}

bool isWordChar(QChar c) { return !c.isSpace() && !QStringView(u"(),=<>~^'\"").contains(c); }

bool isPlainWord(const QString &text, const Field *field)
{
    if (text.isEmpty() || isKeyword(text) || !(text.front().isLetterOrNumber() || text.front() == u'+'))
        return false;
    bool digits = true;
    for (QChar c : text) {
        digits = digits && c.isDigit();
        if (!c.isLetterOrNumber() && !QStringView(u"_-.@+/:").contains(c) && !c.isSurrogate())
            return false;
    }
    const bool refers = field && (isRefKind(field->kind()) || isListKind(field->kind()));
    return !refers || (!digits && text != QLatin1String("me")); // a bare number is an id there
}

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Filter)
};

constexpr int deepest = 15;         // of brackets: SQLite's parser has a stack of 100
constexpr int mostConditions = 300; // SQLite's expressions may be 1000 deep

struct Token
{
    enum Type { Word, Quoted, Operator, Open, Close, Comma, End };
    Type type = End;
    QString text;
    qsizetype at = 0;
    bool glued = false; ///< a comma between two characters: "1,5"
};

QList<Token> tokens(const QString &s, qsizetype *openQuote)
{
    QList<Token> out;
    qsizetype i = 0;
    const auto single = [&](Token::Type type) {
        out << Token{type, s.mid(i, 1), i, false};
        ++i;
    };
    while (i < s.size()) {
        const QChar c = s[i];
        const qsizetype from = i;
        if (c.isSpace()) {
            ++i;
        } else if (c == u'(') {
            single(Token::Open);
        } else if (c == u')') {
            single(Token::Close);
        } else if (c == u',') {
            const bool glued = i > 0 && i + 1 < s.size() && s[i - 1].isDigit() && s[i + 1].isDigit();
            single(Token::Comma);
            out.last().glued = glued;
        } else if (c == u'\'' || c == u'"') {
            QString text;
            for (++i; i < s.size() && (s[i] != c || s.mid(i + 1, 1) == c); ++i) {
                i += s[i] == c;
                text += s[i];
            }
            if (i >= s.size()) {
                *openQuote = from;
                return out;
            }
            ++i;
            out << Token{Token::Quoted, text, from, false};
        } else if (QStringView(u"=<>~^").contains(c) || (c == u'!' && s.mid(i + 1, 1) == u'=')) {
            const QString two = s.mid(i, 2);
            const bool twice = two == QLatin1String("<=") || two == QLatin1String(">=") || two == QLatin1String("!=") ||
                               two == QLatin1String("<>") || two == QLatin1String("==");
            out << Token{Token::Operator, twice ? two : QString(c), from, false};
            i += twice ? 2 : 1;
        } else if (QStringView(u"≠≤≥").contains(c)) {
            out << Token{Token::Operator,
                         c == u'≠'   ? QStringLiteral("!=")
                         : c == u'≤' ? QStringLiteral("<=")
                                     : QStringLiteral(">="),
                         i++, false};
        } else {
            // A quote inside a word belongs to it (O'Brien); so does "!" unless "=" follows.
            while (i < s.size() && (isWordChar(s[i]) || (i > from && (s[i] == u'\'' || s[i] == u'"'))) &&
                   !QStringView(u"≠≤≥").contains(s[i]) && !(s[i] == u'!' && s.mid(i + 1, 1) == u'='))
                ++i;
            out << Token{Token::Word, s.mid(from, i - from), from, false};
        }
    }
    out << Token{Token::End, {}, s.size(), false};
    return out;
}

std::optional<Op> operatorOf(const QString &text)
{
    for (Op op : {Op::Equal, Op::NotEqual, Op::Less, Op::LessOrEqual, Op::Greater, Op::GreaterOrEqual, Op::Contains,
                  Op::StartsWith}) {
        if (operatorText(op) == text)
            return op;
    }
    if (text == QLatin1String("=="))
        return Op::Equal;
    return text == QLatin1String("<>") ? std::optional(Op::NotEqual) : std::nullopt;
}

/// Keys of fields that look or are called like the word, best first.
QStringList alike(const Entity &entity, const QString &word)
{
    const QString w = fold(word);
    QMultiMap<int, QString> found;
    for (const Field &f : entity.fieldList()) {
        if (f.isHidden())
            continue;
        QString shortKey = f.key();
        if (shortKey.endsWith(QLatin1String("_id")))
            shortKey.chop(3);
        int far = std::min(editDistance(w, f.key()), editDistance(w, shortKey));
        if (fold(f.label().text()) == w || fold(f.label().source()) == w)
            far = 0;
        else if (w.size() >= 3 && (f.key().contains(w) || w.contains(shortKey) || fold(f.label().text()).contains(w)))
            far = std::min(far, 2);
        if (far <= std::max<qsizetype>(1, w.size() / 3))
            found.insert(far, f.key());
    }
    return found.values().mid(0, 3);
}

class Parser
{
public:
    Parser(const QString &text, const Catalog &catalog, const QString &entity)
        : m_text(text)
        , m_catalog(catalog)
        , m_entity(&catalog.at(entity))
        , m_format{QLocale::c(), catalog.baseCurrency, {}}
    {
        qsizetype openQuote = -1;
        m_tokens = tokens(text, &openQuote);
        if (openQuote >= 0)
            fail(openQuote, Tr::tr("A quotation mark is opened here and never closed."));
    }

    Filter parse()
    {
        if (peek().type == Token::End)
            return {};
        Filter out = either();
        if (peek().type == Token::Close)
            fail(peek().at, Tr::tr("This bracket was never opened."));
        if (peek().type != Token::End) {
            fail(peek().at, Tr::tr("“and” or “or” is expected before “%1”. A text of several words stands in quotes: "
                                   "'two words'.")
                                .arg(peek().text));
        }
        return out;
    }

private:
    [[noreturn]] void fail(qsizetype at, const QString &what) const
    {
        throw Error(ErrorKind::Validation, Tr::tr("%1 (Position %2 of the filter “%3”.)", "what is wrong, where")
                                               .arg(what)
                                               .arg(at + 1)
                                               .arg(m_text.left(300)));
    }

    const Token &peek() const { return m_tokens[m_at]; }
    Token take() { return m_tokens[m_at < m_tokens.size() - 1 ? m_at++ : m_at]; }
    bool takeWord(const char *word)
    {
        const Token &t = peek();
        if (t.type != Token::Word || t.text.compare(QLatin1String(word), Qt::CaseInsensitive) != 0)
            return false;
        take();
        return true;
    }

    Filter either()
    {
        QList<Filter> parts{both()};
        while (takeWord("or"))
            parts << both();
        return Filter::any(parts);
    }

    Filter both()
    {
        QList<Filter> parts{one()};
        while (takeWord("and"))
            parts << one();
        return Filter::all(parts);
    }

    static Filter negated(const Filter &f)
    {
        Filter out;
        out.type = Filter::Not;
        out.parts = {f};
        return out;
    }

    Filter one()
    {
        if (++m_depth > deepest)
            fail(peek().at, Tr::tr("The brackets are nested too deeply."));
        Filter out;
        if (takeWord("not")) {
            out = negated(one());
        } else if (peek().type == Token::Open) {
            const qsizetype at = take().at;
            out = either();
            if (peek().type != Token::Close)
                fail(at, Tr::tr("This bracket is never closed."));
            take();
        } else {
            out = condition();
        }
        --m_depth;
        return out;
    }

    Filter condition()
    {
        if (++m_conditions > mostConditions)
            fail(peek().at, Tr::tr("The filter has more than %n conditions.", nullptr, mostConditions));
        const Token name = take();
        if (name.type != Token::Word || isKeyword(name.text))
            fail(name.at, Tr::tr("The name of a field is expected here."));
        if (name.text.compare(QLatin1String("has"), Qt::CaseInsensitive) == 0 && peek().type == Token::Word &&
            !isKeyword(peek().text))
            return related();
        Filter out;
        out.type = Filter::Condition;
        const Field &field = resolve(name, &out.path);
        if (takeWord("is")) {
            const bool negative = takeWord("not");
            if (!takeWord("empty"))
                fail(peek().at, Tr::tr("“is” is followed by “empty” or “not empty”."));
            out.op = negative ? Op::IsNotEmpty : Op::IsEmpty;
            return out;
        }
        const bool negative = takeWord("not");
        if (takeWord("in")) {
            out.op = Op::In;
            out.values = list(field);
            return negative ? negated(out) : out;
        }
        const Token sign = take();
        const auto op = sign.type == Token::Operator && !negative ? operatorOf(sign.text) : std::nullopt;
        if (!op)
            fail(sign.at,
                 Tr::tr("After “%1” one of these is expected: = != < <= > >= ~ ^ in, is empty.").arg(name.text));
        checkOperator(field, *op, sign.at);
        out.op = *op;
        const Token token = single();
        const QVariant v = value(field, *op, token);
        if (v.isNull() && (*op == Op::Equal || *op == Op::NotEqual))
            out.op = *op == Op::Equal ? Op::IsEmpty : Op::IsNotEmpty;
        else if (v.isNull())
            fail(token.at, Tr::tr("A value is expected here."));
        else
            out.values << v;
        return out;
    }

    /// Behind "has": whose records, and in brackets which of them.
    Filter related()
    {
        const Token name = take();
        const auto way = relatedWay(m_catalog, m_entity->key(), name.text);
        if (!way) {
            const QStringList ways = relatedWays(m_catalog, m_entity->key(), name.text);
            if (ways.size() > 1)
                fail(name.at,
                     Tr::tr("“%1” points to “%2” in several ways: write %3.")
                         .arg(name.text, m_entity->many().text(), ways.join(Tr::tr(" or ", "between two names"))));
            fail(name.at, Tr::tr("“%1” does not point to “%2”, so it cannot be asked for behind “has”.")
                              .arg(name.text, m_entity->many().text()));
        }
        if (peek().type != Token::Open)
            return hasRelated(*way, {});
        const qsizetype at = take().at;
        const Entity *outside = std::exchange(m_entity, way->entity);
        const Filter there = either();
        m_entity = outside;
        if (peek().type != Token::Close)
            fail(at, Tr::tr("This bracket is never closed."));
        take();
        return hasRelated(*way, there);
    }

    const Field &resolve(const Token &name, QString *canonical) const
    {
        if (const Field *field = m_catalog.resolve(m_entity->key(), name.text, canonical))
            return *field;
        // Find the step that leads nowhere.
        const Entity *entity = m_entity;
        const Field *before = nullptr;
        const QStringList steps = name.text.split(u'.');
        for (const QString &step : steps) {
            if (before)
                entity = isRefKind(before->kind()) ? m_catalog.find(before->target()) : nullptr;
            if (!entity) {
                fail(name.at, Tr::tr("“%1” does not lead to another record, so “%2” cannot be asked for.")
                                  .arg(before->key(), name.text));
            }
            const Field *field = m_catalog.resolve(entity->key(), step);
            if (!field)
                unknown(*entity, step, name.at);
            before = field;
        }
        unknown(*m_entity, name.text, name.at);
    }

    [[noreturn]] void unknown(const Entity &entity, const QString &word, qsizetype at) const
    {
        const QStringList similar = alike(entity, word);
        if (!similar.isEmpty()) {
            fail(at, Tr::tr("“%1” has no field “%2”. Did you mean %3?")
                         .arg(entity.many().text(), word, similar.join(Tr::tr(" or ", "between two names"))));
        }
        QStringList known;
        for (const Field &f : entity.fieldList()) {
            if (!f.isHidden())
                known << f.key();
        }
        if (known.size() > 15)
            known = known.mid(0, 15) << QStringLiteral("...");
        fail(at, Tr::tr("“%1” has no field “%2”. It has: %3.")
                     .arg(entity.many().text(), word, known.join(QStringLiteral(", "))));
    }

    void checkOperator(const Field &field, Op op, qsizetype at) const
    {
        const Kind k = field.kind();
        const bool refers = isRefKind(k) || isListKind(k);
        const bool text = isFreeTextKind(k) || k == Kind::Color;
        const bool picked = isChoiceKind(k) || k == Kind::Bool;
        const bool searches = op == Op::Contains || op == Op::StartsWith;
        const bool compares = !searches && op != Op::Equal && op != Op::NotEqual;
        const bool allowed = searches ? text || refers : !compares || !(refers || picked);
        if (allowed)
            return;
        const QString possible = refers   ? QStringLiteral("= != ~ ^ in")
                                 : picked ? QStringLiteral("= != in")
                                          : QStringLiteral("= != < <= > >= in");
        fail(at, Tr::tr("“%1” (%2) cannot be compared with “%3”. Possible are: %4, is empty.")
                     .arg(field.key(), kindLabel(k).text(), operatorText(op), possible));
    }

    /// A value that stands alone; a decimal comma has made three tokens of a number.
    Token single()
    {
        Token t = take();
        while (t.type == Token::Word && peek().type == Token::Comma && peek().glued) {
            t.text += take().text;
            t.text += take().text;
        }
        return t;
    }

    QVariantList list(const Field &field)
    {
        const Token open = take();
        if (open.type != Token::Open)
            fail(open.at, Tr::tr("“in” is followed by values in brackets: in (a, b)."));
        QVariantList out;
        do {
            const Token token = take();
            const QVariant v = value(field, Op::In, token);
            if (v.isNull())
                fail(token.at, Tr::tr("A value is expected here."));
            out << v;
        } while (peek().type == Token::Comma && take().type == Token::Comma);
        if (peek().type != Token::Close)
            fail(peek().at, Tr::tr("A comma or the closing bracket of the values is expected here."));
        take();
        return out;
    }

    QVariant value(const Field &field, Op op, const Token &token) const
    {
        const bool quoted = token.type == Token::Quoted;
        if (!quoted && (token.type != Token::Word || isKeyword(token.text)))
            fail(token.at, Tr::tr("A value is expected here."));
        const Kind k = field.kind();
        if (isRefKind(k) || isListKind(k))
            return reference(op, token);
        if (op == Op::Contains || op == Op::StartsWith)
            return token.text.isEmpty() ? QVariant() : QVariant(token.text);
        if ((k == Kind::Date || k == Kind::Moment) && isRelativeDate(token.text))
            return QVariant::fromValue(RelativeDate{token.text});
        QString fault;
        if (k == Kind::Moment) {
            const QVariant day = parseText(Field(Kind::Date, field.key(), field.label()), token.text, m_format, &fault);
            if (day.isValid() && !token.text.contains(u':'))
                return day;
        }
        const QVariant v = parseText(field, token.text, m_format, &fault);
        if (!v.isValid() && !fault.isEmpty()) {
            if (k == Kind::Date || k == Kind::Moment)
                fault += u' ' + Tr::tr("Or a moving date: today, today+7d, this_week, last_month ...");
            fail(token.at, fault);
        }
        return v;
    }

    /// Of a record that is pointed to: "me", its id (a bare number) or its title.
    static QVariant reference(Op op, const Token &token)
    {
        const bool quoted = token.type == Token::Quoted;
        const bool names = op == Op::Contains || op == Op::StartsWith;
        if (!quoted && !names && token.text == QLatin1String("me"))
            return QVariant::fromValue(RelativeDate{token.text});
        bool isNumber = false;
        const Id id = token.text.toLongLong(&isNumber);
        if (!quoted && !names && isNumber && id > 0)
            return id;
        return token.text.isEmpty() ? QVariant() : QVariant(token.text);
    }

    QString m_text;
    const Catalog &m_catalog;
    const Entity *m_entity; ///< of what stands here: within "has" another one
    FormatContext m_format;
    QList<Token> m_tokens;
    qsizetype m_at = 0;
    int m_depth = 0, m_conditions = 0;
};

} // namespace

Filter Filter::parse(const QString &expression, const Catalog &catalog, const QString &entity)
{
    return Parser(expression, catalog, entity).parse();
}

} // namespace crm
