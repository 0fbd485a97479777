#include "core/exchange/import_answers.h"
#include "core/model/error.h"
#include <QCoreApplication>

namespace crm {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(crm::Import)
};

const QString addSign = QStringLiteral("+"), refuseSign = QStringLiteral("-");

QString unquoted(const QString &text)
{
    QString s = text.trimmed();
    if (s.size() >= 2 && s.startsWith(u'"') && s.endsWith(u'"')) {
        s = s.mid(1, s.size() - 2);
        s.replace(QLatin1String("\"\""), QLatin1String("\""));
    }
    return s;
}

QString quoted(const QString &text)
{
    const bool plain =
        !text.contains(u'=') && !text.contains(u'"') && text != addSign && text != refuseSign && text == text.trimmed();
    if (plain)
        return text;
    QString s = text;
    s.replace(u'"', QLatin1String("\"\""));
    return u'"' + s + u'"';
}

/// The first = outside of quotes.
qsizetype signOf(const QString &text)
{
    bool inQuotes = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"')
            inQuotes = !inQuotes;
        else if (text[i] == u'=' && !inQuotes)
            return i;
    }
    return -1;
}
} // namespace

QString ValueAnswer::toString() const
{
    const QString value = what == Add ? addSign : what == Refuse ? refuseSign : quoted(use);
    return path + u':' + quoted(text) + u'=' + value;
}

ValueAnswer parseAnswer(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    const qsizetype sign = colon < 0 ? -1 : signOf(text.mid(colon + 1));
    ValueAnswer answer;
    answer.path = text.left(std::max<qsizetype>(colon, 0)).trimmed();
    const QString rest = text.mid(colon + 1);
    answer.text = unquoted(rest.left(std::max<qsizetype>(sign, 0)));
    const QString value = rest.mid(sign + 1).trimmed();
    answer.use = unquoted(value);
    if (answer.path.isEmpty() || sign < 0 || answer.text.isEmpty() || answer.use.isEmpty()) {
        throw Error(ErrorKind::Validation,
                    Tr::tr("“%1”: write a field, a colon, what stands in the file, = and what it "
                           "means, for example status_id:At work=Open; + adds it.")
                        .arg(text));
    }
    answer.what = value == addSign ? ValueAnswer::Add : value == refuseSign ? ValueAnswer::Refuse : ValueAnswer::Use;
    if (answer.what != ValueAnswer::Use)
        answer.use.clear();
    return answer;
}

} // namespace crm
