// A formula as people write it -> the tree that formula.cpp computes.
#include "core/model/error.h"
#include "core/model/formula_node.h"
#include <QCoreApplication>
#include <QRegularExpression>

namespace crm {
using namespace formula;

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Formula)
};
constexpr int deepest = 50;

QString nameOf(Type type)
{
    switch (type) {
    case Type::Number:
        return Tr::tr("a number");
    case Type::Text:
        return Tr::tr("a text");
    case Type::Day:
        return Tr::tr("a date");
    case Type::Truth:
        return Tr::tr("yes or no");
    case Type::Nothing:
        break;
    }
    return Tr::tr("nothing");
}

using Node = std::shared_ptr<const Formula::Node>;

class FormulaParser
{
public:
    FormulaParser(const QString &text, const Formula::FindField &find)
        : m_text(text)
        , m_find(find)
    {
        next();
    }

    Node parse()
    {
        const Node root = either();
        if (!m_token.isEmpty())
            fail(Tr::tr("“%1” is not expected here.").arg(m_token));
        return root;
    }
    QStringList fields() const { return m_fields; }
    [[noreturn]] void fail(const QString &what) const
    {
        throw Error(ErrorKind::Validation,
                    Tr::tr("%1 (Position %2 of the formula.)", "what is wrong, where").arg(what).arg(m_from + 1));
    }

private:
    void next()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        m_from = m_at;
        m_token.clear();
        m_quoted = false;
        if (m_at >= m_text.size())
            return;
        const QChar c = m_text[m_at];
        if (c == u'\'' || c == u'"')
            return quoted(c);
        const auto isWord = [](QChar w) { return w.isLetterOrNumber() || w == u'_' || w == u'.'; };
        if (isWord(c)) {
            while (m_at < m_text.size() && isWord(m_text[m_at]))
                m_token += m_text[m_at++];
            return;
        }
        m_token = c;
        ++m_at;
        const bool two = (c == u'<' || c == u'>' || c == u'!') && m_at < m_text.size() && m_text[m_at] == u'=';
        if (two)
            m_token += m_text[m_at++];
    }

    void quoted(QChar mark)
    {
        m_quoted = true;
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == mark) {
                if (m_text.mid(m_at + 1, 1) != mark) {
                    ++m_at;
                    if (m_token.isEmpty())
                        m_token = QStringLiteral("''"); // an empty token would be the end
                    return;
                }
                ++m_at;
            }
            m_token += m_text[m_at];
        }
        fail(Tr::tr("A quotation mark is opened here and never closed."));
    }

    bool take(const char *token)
    {
        if (m_quoted || m_token.compare(QLatin1String(token), Qt::CaseInsensitive) != 0)
            return false;
        next();
        return true;
    }

    void expect(const char *token)
    {
        if (!take(token))
            fail(Tr::tr("“%1” is expected here.").arg(QLatin1String(token)));
    }

    Node made(const QString &op, Type type, const QList<Node> &parts) const
    {
        return std::make_shared<const Formula::Node>(Formula::Node{op, type, parts, {}, {}});
    }

    void want(const Node &node, Type type) const
    {
        if (node->type != type && node->type != Type::Nothing)
            fail(Tr::tr("%1 stands where %2 is needed.", "a text, a number").arg(nameOf(node->type), nameOf(type)));
    }

    Node either()
    {
        Node left = both();
        while (take("or"))
            left = joined(QStringLiteral("or"), left, both());
        return left;
    }
    Node both()
    {
        Node left = comparison();
        while (take("and"))
            left = joined(QStringLiteral("and"), left, comparison());
        return left;
    }
    Node joined(const QString &op, const Node &left, const Node &right) const
    {
        want(left, Type::Truth);
        want(right, Type::Truth);
        return made(op, Type::Truth, {left, right});
    }

    Node comparison()
    {
        const Node left = text();
        for (const char *op : {"=", "!=", "<=", ">=", "<", ">"}) {
            if (!take(op))
                continue;
            const Node right = text();
            if (left->type != Type::Nothing)
                want(right, left->type);
            return made(QLatin1String(op), Type::Truth, {left, right});
        }
        return left;
    }

    Node text()
    {
        Node left = sum();
        while (take("&"))
            left = made(QStringLiteral("&"), Type::Text, {left, sum()});
        return left;
    }

    Node sum()
    {
        Node left = product();
        for (;;) {
            const bool plus = take("+");
            if (!plus && !take("-"))
                return left;
            const Node right = product();
            left = made(plus ? QStringLiteral("+") : QStringLiteral("-"), typeOfSum(plus, left, right), {left, right});
        }
    }

    /// A day with a number is a day, two days differ by a number.
    Type typeOfSum(bool plus, const Node &left, const Node &right) const
    {
        const bool a = left->type == Type::Day, b = right->type == Type::Day;
        if (a && b && !plus)
            return Type::Number;
        if (a && !b) {
            want(right, Type::Number);
            return Type::Day;
        }
        if (b && !a && plus) {
            want(left, Type::Number);
            return Type::Day;
        }
        want(left, Type::Number);
        want(right, Type::Number);
        return Type::Number;
    }

    Node product()
    {
        Node left = unary();
        for (;;) {
            const bool times = take("*");
            if (!times && !take("/"))
                return left;
            const Node right = unary();
            want(left, Type::Number);
            want(right, Type::Number);
            left = made(times ? QStringLiteral("*") : QStringLiteral("/"), Type::Number, {left, right});
        }
    }

    Node unary()
    {
        if (++m_depth > deepest)
            fail(Tr::tr("The parentheses are nested too deeply."));
        Node out;
        if (take("-")) {
            const Node right = unary();
            want(right, Type::Number);
            out = made(QStringLiteral("-"), Type::Number, {constant(ofNumber(0)), right});
        } else if (take("not")) {
            const Node right = comparison();
            want(right, Type::Truth);
            out = made(QStringLiteral("not"), Type::Truth, {right});
        } else {
            out = primary();
        }
        --m_depth;
        return out;
    }

    Node constant(const Value &value) const
    {
        return std::make_shared<const Formula::Node>(Formula::Node{QStringLiteral("value"), value.type, {}, value, {}});
    }

    Node primary()
    {
        if (m_token.isEmpty())
            fail(Tr::tr("The formula ends too early."));
        if (m_quoted) {
            const QString text = m_token == QLatin1String("''") ? QString() : m_token;
            next();
            return constant(ofText(text));
        }
        if (take("(")) {
            const Node inner = either();
            expect(")");
            return inner;
        }
        if (m_token.front().isDigit()) {
            const auto number = Decimal::parse(m_token, 6);
            if (!number || m_token.contains(u','))
                fail(Tr::tr("“%1” is no number. Write it with a point: 0.25.").arg(m_token));
            next();
            return constant(ofNumber(scaled(number->units(), 6)));
        }
        const QString word = m_token.toLower();
        if (!word.front().isLetter())
            fail(Tr::tr("“%1” is not expected here.").arg(m_token));
        const qsizetype from = m_from;
        next();
        if (take("("))
            return call(word);
        return field(word, from);
    }

    Node call(const QString &name)
    {
        QList<Node> parts{either()};
        while (take(","))
            parts << either();
        expect(")");
        if (name == QLatin1String("if") && parts.size() == 3) {
            want(parts[0], Type::Truth);
            if (parts[1]->type != Type::Nothing)
                want(parts[2], parts[1]->type);
            return made(name, parts[1]->type == Type::Nothing ? parts[2]->type : parts[1]->type, parts);
        }
        const bool extreme = name == QLatin1String("min") || name == QLatin1String("max");
        if ((extreme || name == QLatin1String("round")) && parts.size() == 2) {
            if (!extreme || parts[0]->type != Type::Day)
                want(parts[0], Type::Number);
            want(parts[1], extreme ? parts[0]->type : Type::Number);
            return made(name, parts[0]->type, parts);
        }
        fail(Tr::tr("“%1” is no function with so many values. There are: if(condition, then, else), round(number, "
                    "digits), min(a, b), max(a, b).")
                 .arg(name));
    }

    Node field(const QString &key, qsizetype from)
    {
        const std::optional<Field> field = m_find(key);
        m_from = field && typeOf(field->kind()) != Type::Nothing ? m_from : from;
        if (!field)
            fail(Tr::tr("These records have no field “%1”.").arg(key));
        const Type type = typeOf(field->kind());
        if (type == Type::Nothing)
            fail(Tr::tr("“%1” (%2) cannot be computed with.").arg(key, kindLabel(field->kind()).text()));
        if (!field->formula().isEmpty())
            fail(Tr::tr("“%1” is computed itself. Write its formula here instead.").arg(key));
        if (field->fieldClass() != FieldClass::All)
            fail(Tr::tr("“%1” is not seen by everybody, so nothing that everybody sees may be computed from it.")
                     .arg(key));
        if (!m_fields.contains(key))
            m_fields << key;
        return std::make_shared<const Formula::Node>(Formula::Node{QStringLiteral("field"), type, {}, {}, key});
    }

    const QString m_text;
    const Formula::FindField &m_find;
    qsizetype m_at = 0, m_from = 0;
    QString m_token;
    bool m_quoted = false;
    int m_depth = 0;
    QStringList m_fields;
};
} // namespace

QStringList Formula::namesIn(const QString &text)
{
    static const QRegularExpression quotes(QStringLiteral("'[^']*'|\"[^\"]*\""));
    static const QRegularExpression word(QStringLiteral("[a-z][a-z0-9_]*"), QRegularExpression::CaseInsensitiveOption);
    QStringList names;
    auto match = word.globalMatch(QString(text).remove(quotes));
    while (match.hasNext())
        names << match.next().captured().toLower();
    return names;
}

Formula Formula::parse(const QString &text, const FindField &find, Kind result)
{
    FormulaParser parser(text, find);
    Formula out;
    out.m_root = parser.parse();
    out.m_fields = parser.fields();
    const Type type = out.m_root->type;
    if (type != Type::Nothing && result != Kind::Text && type != typeOf(result))
        throw Error(ErrorKind::Validation,
                    Tr::tr("The formula gives %1, and the field holds %2.").arg(nameOf(type), nameOf(typeOf(result))));
    return out;
}

} // namespace crm
